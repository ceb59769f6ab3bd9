"""Which clause of one side answers which of the other: shared words, predicate, figures and names.

Clauses are linked before parts are compared, because a place or a speaker contradicts only where both sides tell of the
same happening. A clause of two words says little: its share is taken of two words more than it has.
"""

from functools import cache

from attrs import define, field

from claimcheck.comparison.lexical import similarity, skeleton
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Side
from claimcheck.comparison.values import compare_quantities
from claimcheck.lexicon import load, words
from claimcheck.model.claims import Claim
from claimcheck.recognizers.directions import are_opposite
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

_SLACK = 2


@define(slots=False)
class Links:
    """The links between the clauses of two sides; scores are symmetric."""

    claim: Side
    evidence: Side
    settings: Settings
    _scores: dict[tuple[int, int], float] = field(factory=dict)

    def score(self, a: Claim, b: Claim) -> float:
        """Return how surely clause ``a`` of the claim and ``b`` of the evidence tell of one happening, from 0 up."""
        key = (id(a), id(b))
        if key not in self._scores:
            self._scores[key] = self._score(a, b)
        return self._scores[key]

    def linked(self, a: Claim | None, b: Claim | None) -> bool:
        """Tell whether two clauses tell of one happening; the surer the predicates, the fewer words are needed."""
        if a is None or b is None:
            return False
        if self.score(a, b) >= self.settings.link_copy:
            return True
        predicate = predicate_link(a, b)
        needed = self.settings.link_same if predicate >= 0.9 else self.settings.link_other
        if 0 < predicate < 0.9:
            needed = self.settings.link_near
        return self.score(a, b) >= needed

    def tells(self, a: Claim | None, b: Claim | None) -> bool:
        """Tell whether a part of one clause may contradict its like in the other: one happening, told alike."""
        if a is None or b is None or not self.linked(a, b):
            return False
        return predicate_link(a, b) > 0 or self.score(a, b) >= self.settings.link_copy

    def _score(self, a: Claim, b: Claim) -> float:
        shared = softened(self.claim.bag_of(a), self.evidence.bag_of(b))
        return shared + 0.2 * self._one_figure(a, b) + min(0.2, 0.1 * _names_in_common(a, b))

    def _one_figure(self, a: Claim, b: Claim) -> bool:
        """Tell whether one figure stands in both clauses."""
        ours = [self.claim.extraction.quantities[index] for index in a.quantities]
        theirs = [self.evidence.extraction.quantities[index] for index in b.quantities]
        return any(compare_quantities(x, y).outcome == "agree" for x in ours for y in theirs)


def softened(a: Bag, b: Bag) -> float:
    """Return the share of the smaller bag that the other has, of two words more than it has: symmetric."""
    matched = max(sum(map(b.best, a.stems)), sum(map(a.best, b.stems)))
    return matched / (min(len(a.stems), len(b.stems)) + _SLACK)


def _names_in_common(a: Claim, b: Claim) -> int:
    keys = {name.key for name in b.names if name.key}
    return sum(name.key in keys for name in a.names)


def predicate_link(a: Claim, b: Claim) -> float:
    """Return how surely two predicates speak of one thing: 1 the same, less a synonym or the opposite, 0 another."""
    first, second = a.predicate or "", b.predicate or ""
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if opposite(a, b):
        return 0.8
    alike = similarity(light_stem(fold(first)), light_stem(fold(second)))
    return max(alike, 0.9 if a.direction is not None and a.direction == b.direction else 0.0)


def opposite(a: Claim, b: Claim) -> bool:
    """Tell whether two clauses point in opposite directions, by their verbs or their directions."""
    if are_opposite(a.predicate or "", b.predicate or ""):
        return True
    first, second = direction_in(a), direction_in(b)
    return bool(first and second and are_opposite(first, second))


def direction_in(claim: Claim) -> str | None:
    """Return the direction of a clause: its predicate's, else that of the one noun that has any (خرج بخسارته)."""
    if claim.direction in MAIN:
        return claim.direction
    found = {_nouns()[bones] for bones in map(skeleton, claim.terms) if bones in _nouns()}
    return found.pop() if len(found) == 1 else claim.direction


# Directions that a noun of the clause can carry as well as its verb.
MAIN = ("up", "down", "win", "lose", "buy", "sell")


@cache
def _nouns() -> dict[str, str]:
    """Map the skeletons of verbs and verbal nouns to their direction."""
    table = load("directions")
    return {skeleton(light_stem(fold(word))): label for label in MAIN for word in words(table[label])}
