"""Bounds: the modifiers before and behind a figure."""

from functools import cache, lru_cache

from attrs import define, frozen

from claimcheck import lexicon
from claimcheck.model.mentions import Modifier
from claimcheck.recognizers.drafts import CLOSING, OPENING, Draft
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens, Word

Phrase = tuple[str, ...]
_ENDS = CLOSING | {"،"}
_CLAUSE = 8  # tokens between a verb of exceeding and its figure, subject and time between them
_GOVERNORS = frozenset(
    {"ب", "الي", "من", "علي", "عن", "مع", "بعد", "قبل", "ان", "عند", "الذي", "التي"}
)  # the figure is governed by these


@frozen
class _Verb:
    """A verb of exceeding or falling short: the particles that it needs, and what it says affirmed and negated."""

    particles: frozenset[str]
    affirmed: Modifier
    negated: Modifier


@define
class Bound:
    """A modifier in the tokens ``first`` up to ``stop``; ``prefix`` the proclitics on its first token."""

    first: int
    stop: int
    modifier: Modifier
    prefix: str = ""


def _phrases(block: str) -> list[tuple[Phrase, Modifier]]:
    found: list[tuple[Phrase, Modifier]] = []
    for line in lexicon.lines(block):
        modifier, _, phrases = line.partition(":")
        for phrase in phrases.split():
            found.append((tuple(fold(phrase).split("_")), modifier.strip()))  # type: ignore[arg-type]
    return sorted(found, key=lambda item: -len(item[0]))


@cache
def _before() -> dict[str, list[tuple[Phrase, Modifier]]]:
    """Return the phrases that stand before a figure, by their last word."""
    found: dict[str, list[tuple[Phrase, Modifier]]] = {}
    for phrase, modifier in _phrases(lexicon.load("approximators")["before"]):
        found.setdefault(phrase[-1], []).append((phrase, modifier))
    return found


@cache
def _before_words() -> frozenset[str]:
    return frozenset(_before())


@cache
def _after() -> dict[str, list[tuple[Phrase, Modifier]]]:
    """Return the phrases that stand behind a figure, by their first word."""
    found: dict[str, list[tuple[Phrase, Modifier]]] = {}
    for phrase, modifier in _phrases(lexicon.load("approximators")["after"]):
        found.setdefault(phrase[0], []).append((phrase, modifier))
    return found


@cache
def _verbs() -> dict[str, _Verb]:
    found: dict[str, _Verb] = {}
    for line in lexicon.lines(lexicon.load("approximators")["verbs"]):
        forms, particles, affirmed, negated = (cell.strip() for cell in line.split("|"))
        verb = _Verb(frozenset(map(fold, particles.replace("-", "").split())), affirmed, negated)  # type: ignore[arg-type]
        for form in forms.split():
            found.setdefault(fold(form), verb)
    return found


@cache
def _verb_forms() -> frozenset[str]:
    return frozenset(_verbs())


@cache
def _amounts() -> frozenset[str]:
    """Return the nouns that a verb of exceeding may have as its subject, far from its figure."""
    return lexicon.forms(lexicon.load("contexts")["amounts_of"])


@cache
def last_words() -> frozenset[str]:
    """Return the words that may stand right before a figure in a modifier."""
    verbs = {form for form, verb in _verbs().items() if not verb.particles}
    return frozenset(_before()) | verbs | {particle for verb in _verbs().values() for particle in verb.particles}


@cache
def _set(name: str) -> frozenset[str]:
    return lexicon.forms(lexicon.load("approximators")[name])


@lru_cache(maxsize=65_536)
def _core(word: Word, wanted: frozenset[str] | str) -> str | None:
    """Return the proclitics under which a word is (one of) ``wanted``, or ``None``."""
    for prefix, core in word.analyses:
        if core == wanted if isinstance(wanted, str) else core in wanted:
            return prefix
    return None


def bound_before(tokens: Tokens, index: int) -> Bound | None:
    """Return the modifier that ends right before token ``index``.

    >>> bound_before(Tokens.of("بأكثر من 5 أطنان"), 2)
    Bound(first=0, stop=2, modifier='more_than', prefix='ب')
    """
    end = index
    while end and tokens.norms[end - 1] in OPENING:
        end -= 1
    return _phrase_before(tokens, end) or _verb_before(tokens, end) or _reach_before(tokens, end)


def _phrase_before(tokens: Tokens, end: int) -> Bound | None:
    if not end:
        return None
    last = tokens.words[end - 1]
    if _core(last, _before_words()) is None:
        return None
    for _, core in last.analyses:
        for phrase, modifier in _before().get(core, ()):
            first = end - len(phrase)
            if first < 0 or (
                len(phrase) > 1 and (last.norm != core or tokens.norms[first + 1 : end] != list(phrase[1:]))
            ):
                continue
            prefix = _core(tokens.words[first], phrase[0])
            if prefix is not None and "ال" not in prefix:
                return Bound(first, end, modifier, prefix)
    return None


def _verb_before(tokens: Tokens, end: int) -> Bound | None:
    """A verb with its particle: يزيد على, لا يقل عن, تجاوز (عددهم), with what negates it."""
    particle = tokens.norms[end - 1] if end else ""
    for gap in (0, 1):
        for index, needed in ((end - 2 - gap, particle), (end - 1 - gap, "")):
            if index < 0:
                continue
            prefix = _core(tokens.words[index], _verb_forms())
            if prefix is None or "ال" in prefix:
                continue
            verb = _verbs()[tokens.words[index].norm[len(prefix) :]]
            if (needed in verb.particles) if verb.particles else not needed:
                if gap and not _subject(tokens.words[index + 1].norm):
                    continue
                return _negated(tokens, index, end, verb, prefix)
    return None


def _subject(norm: str) -> bool:
    """Tell a noun that may stand between a verb and its number: عمره, عددهم, السرعة."""
    return len(norm) > 3 and (norm.endswith(("ه", "ها", "هم", "هن")) or norm.startswith("ال"))


def _negated(tokens: Tokens, index: int, end: int, verb: _Verb, prefix: str) -> Bound:
    first, modifier = index, verb.affirmed
    if index and (negator := _core(tokens.words[index - 1], _set("negators"))) is not None:
        first, modifier, prefix = index - 1, verb.negated, negator
    if first and tokens.norms[first - 1] in {"ما", "بما", "وما", "مما"}:
        prefix = tokens.norms[first - 1][:-2] if tokens.norms[first - 1] != "مما" else ""
        first -= 1
    return Bound(first, end, modifier, prefix)


def _reach_before(tokens: Tokens, end: int) -> Bound | None:
    """تصل إلى: a limit behind words of permission and extent, else a figure that was reached."""
    if end < 2 or tokens.norms[end - 1] not in {"الي", "حتي"}:
        return None
    prefix = _core(tokens.words[end - 2], _set("reach"))
    if prefix is None:
        return None
    context = set(tokens.norms[max(0, end - 6) : end - 2])
    limit = context & _set("limits") and not context & _set("reached")
    return Bound(end - 2, end, "at_most" if limit else "exact", prefix)


def bound_after(tokens: Tokens, index: int) -> Bound | None:
    """Return the modifier that opens at token ``index``, right behind a figure."""
    start = index
    norms = tokens.norms
    if start < len(norms) and norms[start] in _ENDS:
        start += 1
    if start >= len(norms):
        return None
    for phrase, modifier in _after().get(norms[start], ()):
        if tuple(norms[start : start + len(phrase)]) == phrase:
            return Bound(start, start + len(phrase), modifier)
    return None


def apply_bounds(tokens: Tokens, draft: Draft, floor: int) -> None:
    """Give a draft the modifiers around it; ``floor`` is the token that the span may not reach back beyond."""
    free = not draft.prefix.rstrip("ال")
    bound = bound_before(tokens, draft.first) if free else None
    if bound is not None and bound.first >= floor:
        _take(tokens, draft, bound)
        second = bound_before(tokens, bound.first)
        if second is not None and second.first >= floor:
            _take_second(tokens, draft, bound, second)
    elif bound is None and draft.modifier == "exact" and free:
        _distant(tokens, draft, floor)
    closing = draft.stop < len(tokens) and tokens.norms[draft.stop] in CLOSING
    if closing and _opened_inside(tokens, draft):
        draft.stop += 1
    behind = bound_after(tokens, draft.stop)
    if behind is not None:
        draft.stop = behind.stop
        if draft.modifier in {"exact", "about"}:
            _say(tokens, draft, behind)


def _opened_inside(tokens: Tokens, draft: Draft) -> bool:
    """Tell that the span holds the bracket that the next token closes: تصل إلى (10%)."""
    inside = tokens.norms[draft.first : draft.stop]
    return tokens.norms[draft.stop] == ")" and inside.count("(") > inside.count(")")


def _take_second(tokens: Tokens, draft: Draft, bound: Bound, second: Bound) -> None:
    """Of two modifiers the one that bounds wins over the one that blurs (أكثر من نحو), save over reaching a figure."""
    draft.grow_left(second.first, second.prefix)
    draft.note("modifier", tokens, second.first, second.stop, second.modifier)
    reached = _core(tokens.words[bound.first], _set("reach")) is not None
    if draft.modifier != "between" and (reached or bound.modifier in {"about", "exact"}) and second.modifier != "exact":
        draft.modifier = second.modifier


def _distant(tokens: Tokens, draft: Draft, floor: int) -> None:
    """بلغ إنتاج المصنع في الربيع 40 طنا: the verb and its subject before the figure, no mark between."""
    for index in range(draft.first - 1, max(floor, draft.first - _CLAUSE) - 1, -1):
        word = tokens.words[index]
        if word.shape != "word" or word.norm in _GOVERNORS:
            return
        following = tokens.words[index + 1]
        prefix = _core(word, _verb_forms())
        if prefix is not None and "ال" not in prefix:
            verb = _verbs()[word.norm[len(prefix) :]]
            if not verb.particles and _core(following, _amounts()) is not None:
                bound = _negated(tokens, index, index + 1, verb, prefix)
                draft.modifier = bound.modifier
                draft.infer("modifier", bound.modifier, word.text)
            return


def _take(tokens: Tokens, draft: Draft, bound: Bound) -> None:
    draft.grow_left(bound.first, bound.prefix)
    _say(tokens, draft, bound)


def _say(tokens: Tokens, draft: Draft, bound: Bound) -> None:
    """Give the draft the modifier of a bound; whether تصل إلى is a limit is told by the words before it."""
    if bound.modifier == "at_most" and _core(tokens.words[bound.first], _set("reach")) is not None:
        draft.infer("modifier", "at_most", tokens.words[max(0, bound.first - 1)].text)
    if draft.modifier != "between" and bound.modifier != "exact":
        draft.modifier = bound.modifier
    draft.note("modifier", tokens, bound.first, bound.stop, bound.modifier)
