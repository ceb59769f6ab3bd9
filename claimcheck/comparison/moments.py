"""Which date answers which: agreeing ones first, then dates of clauses that state the same."""

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.dates import compare_times
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Moment, Side
from claimcheck.model.verdicts import Row


def align_moments(claim: Side, evidence: Side, settings: Settings) -> list[Row]:
    """Return one row for each time of either side."""
    first, second = list(claim.moments), list(evidence.moments)
    rows: list[Row] = []
    for wanted in ("agree", "conflict"):
        pairs = best_pairs(first, second, lambda a, b, wanted=wanted: _score(a, b, wanted, settings))  # type: ignore[misc]
        for i, j, _ in pairs:
            a, b = first[i], second[j]
            result = compare_times(a.time, b.time)
            level = Level(result.level, result.outcome, result.code)
            rows.append(row("time", level, [_part(a)], [_part(b)], a.time.value, b.time.value))
        taken_first, taken_second = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
        first = [moment for i, moment in enumerate(first) if i not in taken_first]
        second = [moment for j, moment in enumerate(second) if j not in taken_second]
    rows += [row("time", LEFT, claim=[_part(moment)]) for moment in first]
    rows += [row("time", LEFT, evidence=[_part(moment)]) for moment in second]
    return rows


def _part(moment: Moment) -> Part:
    return moment.time.text, moment.time.span


def _score(a: Moment, b: Moment, wanted: str, settings: Settings) -> float | None:
    result = compare_times(a.time, b.time)
    if result.outcome != wanted:
        return None
    shared = mutual(a.bag, b.bag)
    if wanted == "conflict" and shared < settings.same_clause:
        return None
    return shared
