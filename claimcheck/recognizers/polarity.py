"""Whether a clause is affirmed or negated, and how it is meant: asserted, asked, supposed, foretold or requested."""

from functools import cache

from claimcheck.lexicon import forms, load
from claimcheck.model.claims import Mood, Polarity
from claimcheck.recognizers.clauses_signs import Sign, lemma_at, lemmas
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_REACH = 6  # tokens behind the verb in which عدم is its object: قررت اللجنة العليا عدم المشاركة


@cache
def _positive() -> frozenset[str]:
    """Words behind لا and ما that take no negation: يزال، شك."""
    return forms(load("negation")["positive"])


def polarity_of(tokens: Tokens, signs: list[Sign | None], clause: Clause) -> Polarity:
    """Return the polarity of a clause: an odd number of negations that reach its predicate negate it.

    The predicate is reached by a particle up to two words before it (لم، لن، لا، ما), by ليس, by the noun عدم as its
    object or in its place, and, where there is no verb or only a copula, by غير. An exception takes it back (إلا، سوى).
    """
    count = 0
    for i in range(clause.first, clause.stop):
        sign = signs[i]
        if sign is None or sign.negation is None:
            continue
        if sign.negation == "exceptive":
            count = 0 if count else count
        elif sign.negation == "only":
            count = 0 if count and "بل" in tokens.norms[i : clause.stop] else count
        elif _reaches(tokens, signs, clause, i, sign.negation):
            count += 1
    return "negated" if count % 2 else "affirmed"


def _reaches(tokens: Tokens, signs: list[Sign | None], clause: Clause, i: int, kind: str) -> bool:
    """Tell whether the negation at ``i`` reaches the predicate."""
    verb = clause.verb
    if kind == "copula":
        return True
    if kind == "verbal":
        if i + 1 >= clause.stop or tokens.norms[i + 1] in _positive():
            return False
        if tokens.norms[i] == "لا" and i <= clause.first + 1 and _noun_follows(tokens, signs, i):
            return True  # لا صحة لما أشيع
        near = (verb, clause.auxiliary) if clause.auxiliary is not None else (verb,)
        return any(0 < v - i <= 2 for v in near if v is not None) and _negates_verb(signs, clause, i, tokens)
    if kind == "noun":
        return verb is None or 0 < i - verb <= _REACH
    return _nominal_predicate(tokens, signs, clause)


def _noun_follows(tokens: Tokens, signs: list[Sign | None], i: int) -> bool:
    """Tell whether an indefinite noun stands behind لا."""
    sign = signs[i + 1]
    return not tokens.norms[i + 1].startswith("ال") and (sign is None or sign.verb is None)


def _negates_verb(signs: list[Sign | None], clause: Clause, i: int, tokens: Tokens) -> bool:
    """ما negates where it opens the clause before a perfect (ما حضر); elsewhere it is a relative pronoun."""
    if tokens.norms[i].lstrip("وف") != "ما":
        return True
    sign = signs[clause.verb] if clause.verb is not None else None
    opens = i == clause.first or (i == clause.first + 1 and signs[clause.first] is not None)
    return opens and sign is not None and sign.verb is not None and sign.verb.tense == "perfect"


def _nominal_predicate(tokens: Tokens, signs: list[Sign | None], clause: Clause) -> bool:
    """Tell whether the predicate is a noun or adjective: no verb, or a copula."""
    return clause.verb is None or fold(lemma_at(tokens, signs, clause.verb)) in lemmas("auxiliaries", "copulas")


def mood_of(tokens: Tokens, signs: list[Sign | None], clause: Clause, requested: bool) -> Mood:
    """Return the mood of a clause; ``requested`` tells that its speaker asks for it (دعا إلى، طالب بأن)."""
    last = tokens.words[clause.stop - 1].norm
    if last in ("؟", "?"):
        return "question"
    mood: Mood = "request" if requested else "assertion"
    for i in range(clause.first, min(clause.stop, (clause.verb or clause.first) + 3)):
        sign = signs[i]
        if sign is None:
            continue
        if sign.opener == "if" and i <= clause.first + 2:
            return "conditional"
        if sign.mood == "question" and i <= clause.first + 1:
            return "question"
        if sign.mood in ("future", "request") or (sign.negation == "verbal" and tokens.norms[i].endswith("لن")):
            mood = "request" if requested or sign.mood == "request" else "future"
    return mood
