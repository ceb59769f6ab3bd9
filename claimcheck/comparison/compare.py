"""Two sides compared: every part of both in exactly one row."""

from attrs import frozen

from claimcheck.comparison.figures import align_figures
from claimcheck.comparison.links import Links
from claimcheck.comparison.moments import align_moments
from claimcheck.comparison.parties import align_parties
from claimcheck.comparison.predicates import align_predicates
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.comparison.sides import Side
from claimcheck.comparison.slots import align_slots
from claimcheck.comparison.speeches import align_quotes, align_speeches
from claimcheck.model.verdicts import Row

_ALIGNERS = (align_predicates, align_moments, align_parties, align_speeches, align_quotes)


@frozen(eq=False)
class Comparison:
    """The alignment of two sides. Turning the sides round turns the rows round and changes no outcome."""

    claim: Side
    evidence: Side
    rows: tuple[Row, ...]
    links: Links

    def outcomes(self, part: str, outcome: str) -> list[Row]:
        """Return the rows of one kind of part with one outcome."""
        return [row for row in self.rows if row.part == part and row.outcome == outcome]

    @property
    def conflicts(self) -> list[Row]:
        """Return the rows in which the sides contradict each other."""
        return [row for row in self.rows if row.outcome == "conflict"]


def compare(claim: Side, evidence: Side, settings: Settings = DEFAULT) -> Comparison:
    """Align two sides, kind by kind, and compare every pair of parts."""
    links = Links(claim, evidence, settings)
    rows = [*align_figures(claim, evidence, links), *align_slots(claim, evidence)]
    for align in _ALIGNERS:
        rows += align(claim, evidence, links)
    return Comparison(claim, evidence, tuple(rows), links)
