"""What the words around a figure make of it: a rank, an age, degrees of heat, people mentioned before."""

from functools import cache, lru_cache

from claimcheck import lexicon
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.nouns import is_stop, noun_of, owned, people_lookup
from claimcheck.recognizers.quantity_labels import word_before
from claimcheck.recognizers.units import units
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens, Word

_AGE_UNITS = frozenset({"year", "month", "day", "week"})
_TEMPERATURES = frozenset({"celsius", "degree", "fahrenheit"})
_MOST_DECADES = 12  # more of them are contracts (عقود)
_NEAR = 12  # tokens around a figure in which a word tells its unit
_OLDEST = 130
_LAST_MINUTE = 130  # of a match with extra time


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """Return a word list of a table, folded."""
    return lexicon.forms(lexicon.load(table)[name])


@lru_cache(maxsize=65_536)
def has(word: Word, wanted: frozenset[str]) -> bool:
    """Tell whether a word, under any of its proclitics, is one of ``wanted``."""
    return any(core in wanted for _, core in word.analyses)


def rank(tokens: Tokens, draft: Draft) -> None:
    """Make an ordinal of a draft where it is one.

    An ordinal number with the noun before it (المركز الثالث) or behind it (ثالث أكبر اقتصاد); digits behind a singular
    that is ranked (المرحلة 31, البطولة الـ13); a bare number in brackets among goals is its minute.
    """
    number = draft.number
    if number is None or number.fraction or number.scaled or draft.kind in ("score", "money"):
        return
    if not draft.bare and number.value % 100 == 0:
        return  # المئة دولار, المئة ساعة: hundreds and thousands are ranks only where they count nothing
    if number.ordinal and (draft.bare or number.style == "words"):
        _ordinal(tokens, draft)
    elif number.style == "digits" and draft.bare and isinstance(draft.value, int) and draft.high is None:
        _ranked_digits(tokens, draft)


def _ordinal(tokens: Tokens, draft: Draft) -> None:
    before = draft.first - 1
    noun = None
    if before >= 0 and tokens.words[before].shape == "word" and not draft.prefix.startswith("و"):
        norm = tokens.norms[before]
        prefix = next((p for p in ("وال", "فال", "بال", "كال", "ال", "لل") if norm.startswith(p)), None)
        indefinite = draft.number is not None and not draft.number.definite and draft.number.style == "words"
        if prefix is not None:
            noun = _behind_adjective(tokens, before)
            draft.grow_left(noun, prefix if noun == before else _article_of(tokens.norms[noun]))
        elif (
            indefinite
            and not is_stop(tokens.words[before])
            and norm[-1:] in "ها"
            and norm[-1] == tokens.norms[draft.core[0]][-1]
        ) or (not indefinite and owned(norm) is not None):
            noun = before
            draft.grow_left(before)
    if draft.number is not None and not draft.number.definite and noun is None:
        _superlative(tokens, draft)
    if draft.number is not None and draft.number.style == "digits" and noun is None:
        draft.infer("kind", "ordinal", word_before(tokens, draft.first))
    _as_rank(tokens, draft, noun)


def _behind_adjective(tokens: Tokens, index: int) -> int:
    """Return the noun that a relative adjective stands with: المنتدى الدولي الثامن."""
    norm, earlier = tokens.norms[index], index - 1
    relative = norm.endswith(("ي", "يه")) and earlier >= 0 and tokens.words[earlier].shape == "word"
    return earlier if relative and _article_of(tokens.norms[earlier]) and not is_stop(tokens.words[earlier]) else index


def _article_of(norm: str) -> str:
    return next((p for p in ("وال", "فال", "بال", "كال", "ال", "لل") if norm.startswith(p)), "")


def _superlative(tokens: Tokens, draft: Draft) -> None:
    """ثالث أكبر اقتصاد, رابع لاعب: the noun stands behind."""
    stop = draft.stop
    if tokens.norms[stop - 1].endswith("ا"):
        return  # an adverb: رابعا
    if stop < len(tokens) and tokens.norms[stop] in words_of("contexts", "superlatives"):
        stop += 1
    if stop < len(tokens) and not is_stop(tokens.words[stop]) and not tokens.norms[stop].startswith("ال"):
        draft.unit_at, draft.stop = (stop, stop + 1), stop + 1
        draft.noun = noun_of(tokens.words[stop]).lemma


def _ranked_digits(tokens: Tokens, draft: Draft) -> None:
    before = draft.first - 1
    if before < 0:
        return
    norm = word_before(tokens, draft.first)
    core = norm[1:] if norm[:1] in "وبفك" and norm[1:3] == "ال" else "ال" + norm[2:] if norm.startswith("لل") else norm
    beside = tokens.words[before].shape == "word" and tokens.norms[before] == norm
    definite = draft.number is not None and draft.number.definite and beside and core.startswith("ال")
    singular = definite and len(core) > 3 and not noun_of(tokens.words[before]).plural
    mine = owned(core) if draft.number is not None and draft.number.definite and beside else None
    if core in words_of("nouns", "ranked") or singular or (mine is not None and not mine.plural):
        if beside:
            draft.grow_left(before, norm[: norm.find("ال")] + "ال" if norm.find("ال") > 0 else "")
        _as_rank(tokens, draft, before if beside else None)
        if not beside:
            draft.infer("kind", "ordinal", norm)
    elif tokens.norms[before] == "(" and draft.stop < len(tokens) and tokens.norms[draft.stop] == ")":
        _goal_minute(tokens, draft)


def _goal_minute(tokens: Tokens, draft: Draft) -> None:
    around = tokens.words[max(0, draft.first - 2 * _NEAR) : draft.stop + _NEAR]
    sport = sum(has(word, words_of("contexts", "sport")) for word in around)
    if sport and isinstance(draft.value, int) and 0 < draft.value <= _LAST_MINUTE:
        _as_rank(tokens, draft, None)
        draft.infer("kind", "ordinal", next(word.text for word in around if has(word, words_of("contexts", "sport"))))


def _as_rank(tokens: Tokens, draft: Draft, noun: int | None) -> None:
    draft.kind, draft.unit, draft.bare = "ordinal", "item", False
    if noun is not None:
        known = owned(tokens.norms[noun]) if not _article_of(tokens.norms[noun]) else None
        draft.noun, draft.unit_at = (known or noun_of(tokens.words[noun])).lemma, (noun, noun + 1)
    draft.note("rank", tokens, draft.first, draft.stop, str(draft.value))


def follow_ranks(tokens: Tokens, drafts: list[Draft]) -> None:
    """Bare numbers that و or a comma joins to a rank in digits are ranks too: الدقائق 4 و43 و77."""
    previous: Draft | None = None
    for draft in drafts:
        if previous is not None and previous.kind == "ordinal" and draft.bare and draft.kind == "count":
            digits = all(d.number is not None and d.number.style == "digits" for d in (previous, draft))
            if digits and all(norm in {"و", "،", ","} for norm in tokens.norms[previous.stop : draft.first]):
                _as_rank(tokens, draft, None)
                draft.noun = previous.noun
                draft.infer("kind", "ordinal", tokens.span(previous.first, previous.stop).of(tokens.text))
        previous = draft


def is_regnal(tokens: Tokens, draft: Draft) -> bool:
    """Tell the number of a king, pope or channel: محمد السادس, لويس الرابع عشر."""
    number, index = draft.number, draft.core[0] - 1
    if draft.kind != "ordinal" or number is None or number.style != "words" or index < 0:
        return False
    before = tokens.words[index]
    if has(before, words_of("nouns", "regnal")):
        return True
    name = before.shape == "word" and not _article_of(before.norm) and not is_stop(before)
    return number.definite and not number.prefix.startswith("و") and draft.unit_at is None and name


def age(tokens: Tokens, draft: Draft) -> None:
    """Make an age of a duration that tells how old somebody is, and of a number in the ...th of his life."""
    if draft.kind == "duration" and draft.unit in _AGE_UNITS:
        inside = any(has(word, words_of("contexts", "age")) for word in tokens.words[draft.first : draft.core[0]])
        if inside or _age_around(tokens, draft):
            if not inside:
                draft.infer("kind", "age", tokens.words[max(0, draft.first - 1)].text)
            draft.kind, draft.iso = "age", None
            draft.note("age", tokens, draft.first, draft.stop, draft.unit)
    elif draft.bare or draft.kind == "ordinal":
        _age_without_unit(tokens, draft)


def _age_around(tokens: Tokens, draft: Draft) -> bool:
    """Tell that the words before or behind a duration make it an age."""
    window = tokens.words[max(0, draft.first - 4) : draft.first]
    if any(has(word, words_of("contexts", "age")) for word in window):
        return True
    if draft.first and has(tokens.words[draft.first - 1], words_of("contexts", "age_direct")):
        return True
    definite = draft.number is not None and draft.number.definite and draft.first > 0
    if definite and people_lookup()[tokens.words[draft.first - 1]] is not None:
        return True  # الطفل الـ12 عاما
    return _at_death(tokens, draft) or _of_age(tokens, draft.stop) or _beside_name(tokens, draft)


def _at_death(tokens: Tokens, draft: Draft) -> bool:
    """توفي ... عن 75 عاما."""
    if draft.first == 0 or tokens.norms[draft.first - 1] != "عن":
        return False
    window = tokens.words[max(0, draft.first - _NEAR) : draft.first]
    return any(has(word, words_of("contexts", "death")) for word in window)


def _of_age(tokens: Tokens, index: int) -> bool:
    """من العمر, من عمره behind the figure."""
    return (
        index + 1 < len(tokens)
        and tokens.norms[index] == "من"
        and has(tokens.words[index + 1], words_of("contexts", "age"))
    )


def _beside_name(tokens: Tokens, draft: Draft) -> bool:
    """A name (33 عاما) or a name, 33 عاما, : years alone between brackets, commas or dashes."""
    if draft.unit != "year" or draft.first == 0 or draft.value is None:
        return False
    opening, closing = tokens.norms[draft.first - 1], tokens.norms[draft.stop] if draft.stop < len(tokens) else "."
    if draft.modifier in {"less_than", "more_than"} and opening in words_of("contexts", "who"):
        return True
    pairs = {("(", ")"), ("،", "،"), ("-", "-"), ("،", "."), (",", ","), ("«", "»"), ("،", ")")}
    return (opening, closing) in pairs and draft.value <= _OLDEST and draft.modifier == "exact"


def _age_without_unit(tokens: Tokens, draft: Draft) -> None:
    """الـ28 من عمره, في الثامنة من عمرها, في سن 28."""
    if not isinstance(draft.value, int) or draft.value > _OLDEST:
        return
    before = draft.first - 1
    named = before >= 0 and draft.bare and has(tokens.words[before], words_of("contexts", "age_bare"))
    definite = draft.number is not None and draft.number.definite and draft.unit_at is None
    if definite and before > 0 and tokens.norms[before] == "في":
        named = named or tokens.norms[before - 1] in words_of("contexts", "was")
    if named or _of_age(tokens, draft.stop):
        draft.kind, draft.unit, draft.bare = "age", "year", False
        draft.infer("kind", "age", tokens.words[before].text if named else tokens.words[draft.stop + 1].text)
        draft.note("age", tokens, draft.first, draft.stop, "year")


@cache
def _near() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the unit that a noun means near certain words: degrees of heat, of an earthquake, horsepower."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for line in lexicon.lines(lexicon.load("units")["context"]["near"]):
        form, _, rest = line.partition(":")
        unit, _, words = rest.partition("|")
        found.setdefault(fold(form.strip()), []).append((unit.strip(), lexicon.forms(words)))
    return found


@cache
def _never() -> dict[str, frozenset[str]]:
    """Return the words near which a noun is no unit: عقود are contracts beside a signature."""
    found = {}
    for line in lexicon.lines(lexicon.load("units")["context"]["never"]):
        form, _, words = line.partition("|")
        found[fold(form.strip())] = lexicon.forms(words)
    return found


def settle_unit(tokens: Tokens, draft: Draft) -> None:
    """Let the words around it decide what an ambiguous noun measures; degrees below zero are negative."""
    if draft.unit_at is None or draft.kind in {"money", "ordinal", "score"}:
        return
    norm = tokens.norms[draft.unit_at[0]]
    if draft.unit_at[1] == draft.unit_at[0] + 1 and (norm in _near() or norm in _never() or draft.unit == "decade"):
        around = tokens.words[max(0, draft.first - _NEAR) : draft.stop + _NEAR]
        for unit, words in _near().get(norm, ()):
            if any(has(word, words) for word in around):
                draft.unit, draft.kind, draft.noun = unit, "measure", units()[unit].lemma
                draft.infer("unit", unit, next(word.text for word in around if has(word, words)))
                draft.note("unit by context", tokens, *draft.unit_at, unit)
                break
        many = draft.unit == "decade" and (draft.value or 0) > _MOST_DECADES
        if many or (norm in _never() and any(has(word, _never()[norm]) for word in around)):
            draft.unit, draft.kind, draft.noun = "item", "count", noun_of(tokens.words[draft.unit_at[0]]).lemma
            draft.iso = None
            if not many:
                draft.infer("unit", "item", next(word.text for word in around if has(word, _never()[norm])))
    _below_zero(tokens, draft)
    _minus(tokens, draft)


def _minus(tokens: Tokens, draft: Draft) -> None:
    """A dash glued to a percentage or to degrees, and to nothing before it, is their sign: -5 درجات, -2.5%."""
    index = draft.core[0] - 1
    signed = draft.kind == "percent" or draft.unit in _TEMPERATURES
    if index < 0 or not signed or tokens.norms[index] != "-" or not tokens.glued(index) or draft.value is None:
        return
    if (index and (tokens.glued(index - 1) or tokens.words[index - 1].shape == "number")) or draft.value <= 0:
        return
    draft.value = -draft.value
    draft.grow_left(index)
    draft.note("minus", tokens, index, draft.stop, str(draft.value))


def _below_zero(tokens: Tokens, draft: Draft) -> None:
    stop = draft.stop
    if draft.unit not in _TEMPERATURES or stop + 1 >= len(tokens) or draft.value is None:
        return
    if tokens.norms[stop] in {"تحت", "دون"} and tokens.norms[stop + 1] in {"الصفر", "صفر"} and draft.value > 0:
        draft.unit = "celsius" if draft.unit == "degree" else draft.unit
        draft.value, draft.stop = -draft.value, stop + 2
        draft.high = -draft.high if draft.high is not None else None
        draft.note("below zero", tokens, stop, stop + 2, str(draft.value))
