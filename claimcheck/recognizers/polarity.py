"""Whether a clause is affirmed or negated, and how it is meant: asserted, asked, supposed, foretold or requested."""

from functools import cache

from claimcheck.lexicon import forms, load, words
from claimcheck.model.claims import Mood, Polarity
from claimcheck.recognizers.clauses_signs import lemmas
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.recognizers.clauses_text import Text

_BOUND_SPAN = 9  # tokens from the negation to the figure that it bounds: لم يتجاوز عدد المصابين في الحادث 40
_HINGE = 5  # tokens behind "only" in which بل answers it
_REACH = 6  # tokens behind the verb in which عدم is its object: قررت اللجنة العليا عدم المشاركة


@cache
def _positive() -> frozenset[str]:
    """Words behind لا and ما that take no negation: يزال، شك."""
    return forms(load("negation")["positive"])


@cache
def _bounding() -> frozenset[str]:
    """Verbs that, negated, bound a figure: لا يقل عن، لا يتجاوز."""
    return forms(load("negation")["bounding"])


_NEVER = frozenset({"لن", "ولن", "فلن"})


def polarity_of(text: Text, clause: Clause, turns: list[int]) -> Polarity:
    """Return the polarity of a clause: an odd number of negations that reach its predicate negate it.

    ``turns`` are the positions in the clause of words that can change its polarity or mood. The predicate is reached
    by a particle up to two words before it (لم، لن، لا، ما), by ليس, by the noun عدم as its object or in its place,
    and, where there is no verb or only a copula, by غير. An exception takes it back (إلا، سوى), as "only" does after
    ليس and before بل. What nearly happened (كاد) did not.
    """
    count = int(clause.auxiliary is not None and text.lemma(clause.auxiliary) in _verbs("nearly"))
    for i in turns:
        sign = text.signs[i]
        kind = sign.negation if sign is not None else None
        if kind == "exceptive" or (kind == "only" and _limits(text, clause, i)):
            count = 0
        elif kind not in (None, "only") and _reaches(text, clause, i, str(kind)):
            count += 1
    return "negated" if count % 2 else "affirmed"


def _limits(text: Text, clause: Clause, i: int) -> bool:
    """Tell whether "only" turns a negation into a limit: ليس المال وحده, لم يحضر فقط بل شارك."""
    if clause.lemma in _verbs("limiting"):
        return False
    return clause.lemma in lemmas("auxiliaries", "copulas") or "بل" in text.tokens.norms[i : i + _HINGE]


@cache
def _verbs(key: str) -> frozenset[str]:
    """A list of dictionary forms of negation.toml."""
    return frozenset(words(load("negation")[key]))


def _reaches(text: Text, clause: Clause, i: int, kind: str) -> bool:
    """Tell whether the negation at ``i`` reaches the predicate."""
    if kind == "copula":
        return True
    if kind == "verbal":
        return _particle_reaches(text, clause, i)
    if kind == "noun":
        behind_comma = text.tokens.norms[i - 1] in ("،", ",") if i else False  # لا يجوز، بموجب اللائحة، عدم تمثيلهم
        return clause.verb is None or 0 < i - clause.verb <= _REACH or behind_comma
    return clause.verb is None or clause.lemma in lemmas("auxiliaries", "copulas")


def _particle_reaches(text: Text, clause: Clause, i: int) -> bool:
    """Tell whether لم، لن، لا or ما at ``i`` negates the verb, or لا the noun behind it (لا صحة لما أشيع)."""
    norms = text.tokens.norms
    if i + 1 >= clause.stop or norms[i + 1] in _positive() or _bounds_figure(text, clause, i):
        return False
    particle = norms[i].lstrip("وف")
    if particle == "لا" and i <= clause.first + 1 and _noun_follows(text, i):
        return True
    if particle == "ما" and not _denies(text, clause, i):
        return False
    return any(verb is not None and 0 < verb - i <= 2 for verb in (clause.verb, clause.auxiliary))


def _bounds_figure(text: Text, clause: Clause, i: int) -> bool:
    """Tell whether the negation only bounds a figure: لم يتجاوز 3%, but لم يقل شيئاً."""
    if text.tokens.norms[i + 1] not in _bounding():
        return False
    return any(k in text.taken for k in range(i + 1, min(clause.stop, i + _BOUND_SPAN)))


def _noun_follows(text: Text, i: int) -> bool:
    """Tell whether an indefinite noun stands behind لا."""
    sign = text.signs[i + 1]
    return not text.tokens.norms[i + 1].startswith("ال") and (sign is None or sign.verb is None)


def _denies(text: Text, clause: Clause, i: int) -> bool:
    """Tell whether ما negates: at the head of a sentence or quotation, before a perfect; elsewhere it is a relative."""
    sign = text.signs[clause.verb] if clause.verb is not None else None
    before = text.signs[i - 1] if i else None
    opens = not i or i in text.tokens.line_starts or (before is not None and before.mark in ("stop", "quote"))
    return opens and sign is not None and sign.verb is not None and sign.verb.tense == "perfect"


def _foretells(text: Text, i: int, mood: str | None) -> bool:
    return mood == "future" or (mood is None and text.tokens.norms[i] in _NEVER)


def mood_of(text: Text, clause: Clause, turns: list[int], given: Mood) -> Mood:
    """Return the mood of a clause; ``given`` is what its speaker's cue makes of it (دعا إلى: request، توقع: future)."""
    mood = given
    reach = (clause.verb if clause.verb is not None else clause.first) + 3
    for i in turns:
        sign = text.signs[i]
        found = sign.mood if sign is not None else None
        if text.tokens.norms[i] in ("؟", "?") and i >= clause.stop - 2:
            return "question"
        if found in ("conditional", "question") and i <= clause.first + 2:
            return "conditional" if found == "conditional" else "question"
        if i < reach and found == "request":
            mood = "request"
        elif i < reach and mood == "assertion" and _foretells(text, i, found):
            mood = "future"
    return mood
