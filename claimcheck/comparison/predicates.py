"""What happens: clauses that state the same are aligned; their polarity and direction are compared.

A clause inside a denied speech counts as negated, so a report meets an official denial as a contradiction; a negated
antonym agrees with the plain word.
"""

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Side
from claimcheck.comparison.values import compare_quantities
from claimcheck.model.claims import Claim
from claimcheck.model.verdicts import Row
from claimcheck.recognizers.directions import are_opposite
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

_SAME = Level("same predicate", "agree")
_NEGATED_OPPOSITE = Level("the opposite negated", "agree")
_POLARITY = Level("affirmed against negated", "conflict", "polarity")
_DIRECTION = Level("opposite directions", "conflict", "direction")
_MOOD = Level("asked, supposed or requested: no assertion", "null")


def align_predicates(claim: Side, evidence: Side, settings: Settings) -> list[Row]:
    """Return one row for each clause with a predicate on either side."""
    first = [c for c in claim.claims if c.predicate]
    second = [c for c in evidence.claims if c.predicate]

    def score(a: Claim, b: Claim) -> float | None:
        link = _link(a, b)
        if not link:
            return None
        shared = mutual(claim.bag_of(a), evidence.bag_of(b)) + 0.2 * _shares_a_figure(claim, a, evidence, b)
        return link + shared if shared >= settings.same_clause else None

    pairs = best_pairs(first, second, score)
    rows = []
    for i, j, _ in pairs:
        a, b = first[i], second[j]
        level = _level(a, b, negated(claim, a), negated(evidence, b))
        rows.append(row("predicate", level, [_part(a)], [_part(b)], _state(claim, a), _state(evidence, b)))
    rows += [row("predicate", LEFT, claim=[_part(c)]) for i, c in enumerate(first) if i not in {i for i, _, _ in pairs}]
    rows += [
        row("predicate", LEFT, evidence=[_part(c)]) for j, c in enumerate(second) if j not in {j for _, j, _ in pairs}
    ]
    return rows


def _shares_a_figure(first: Side, a: Claim, second: Side, b: Claim) -> bool:
    """Tell whether one figure stands in both clauses."""
    ours = [first.extraction.quantities[index] for index in a.quantities]
    theirs = [second.extraction.quantities[index] for index in b.quantities]
    return any(compare_quantities(x, y).outcome == "agree" for x in ours for y in theirs)


def _part(claim: Claim) -> Part:
    return claim.text or claim.predicate, claim.span


def negated(side: Side, claim: Claim) -> bool:
    """Tell whether a clause is stated not to hold: by its own negation or by the cue that denies it."""
    speech = side.speech_of(claim)
    denied = speech is not None and speech.cue.polarity == "deny" and speech.cue.lemma != claim.predicate
    return (claim.polarity == "negated") != denied


def _state(side: Side, claim: Claim) -> str:
    return f"{'not ' if negated(side, claim) else ''}{claim.predicate}"


def _link(a: Claim, b: Claim) -> float:
    """Return how surely two predicates speak of one thing: the same, a synonym, or the opposite."""
    first, second = a.predicate or "", b.predicate or ""
    if first == second:
        return 1.0
    if are_opposite(first, second) or (a.direction and b.direction and are_opposite(a.direction, b.direction)):
        return 0.7
    return similarity(light_stem(fold(first)), light_stem(fold(second)))


def _level(a: Claim, b: Claim, a_negated: bool, b_negated: bool) -> Level:
    if "question" in {a.mood, b.mood} or "conditional" in {a.mood, b.mood}:
        return _MOOD
    opposite = are_opposite(a.predicate or "", b.predicate or "")
    opposite = opposite or bool(a.direction and b.direction and are_opposite(a.direction, b.direction))
    if opposite:
        return _DIRECTION if a_negated == b_negated else _NEGATED_OPPOSITE
    return _SAME if a_negated == b_negated else _POLARITY
