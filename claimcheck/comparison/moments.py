"""Which date answers which: agreeing ones first, then dates of clauses that state the same."""

from functools import partial

from claimcheck.comparison.alignment import LEFT, Level, Part, pair_off, row
from claimcheck.comparison.dates import compare_times
from claimcheck.comparison.links import Links, predicate_link
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.sides import Moment, Side
from claimcheck.model.verdicts import Row

# From this score on two clauses are copies of each other.
_COPY = 0.6


def align_moments(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each time of either side."""
    first, second = list(claim.moments), list(evidence.moments)
    rows: list[Row] = []
    for wanted in ("certain conflict", "agree", "conflict"):
        pairs, first, second = pair_off(first, second, partial(_score, wanted=wanted, links=links))
        rows += [row("time", _level(a, b), [_part(a)], [_part(b)], a.time.value, b.time.value) for a, b in pairs]
    rows += [row("time", LEFT, claim=[_part(moment)]) for moment in first]
    rows += [row("time", LEFT, evidence=[_part(moment)]) for moment in second]
    return rows


def _part(moment: Moment) -> Part:
    return moment.time.text, moment.time.span


def _level(a: Moment, b: Moment) -> Level:
    """Compare two times; a month without a year that both papers name is one month, whatever year each was given."""
    result = compare_times(a.time, b.time)
    months = (a.time.value, b.time.value)
    bare = a.time.relative and b.time.relative and all(len(value) == len("2020-06") for value in months)
    if result.outcome == "conflict" and bare and months[0][4:] == months[1][4:]:
        return Level("the same month, its year left open", "agree")
    return Level(result.level, "null" if result.outcome == "incomparable" else result.outcome, result.code)


def _score(a: Moment, b: Moment, wanted: str, links: Links) -> float | None:
    """Score two times; a conflict in clauses that are copies of each other comes before an agreement from elsewhere."""
    outcome = _level(a, b).outcome
    if wanted == "agree":
        return mutual(a.bag, b.bag) if outcome == "agree" else None
    if outcome != "conflict" or not _same_happening(a, b, links):
        return None
    if wanted == "certain conflict" and not _is_certain(a, b, links):
        return None
    return mutual(a.bag, b.bag)


def _is_certain(a: Moment, b: Moment, links: Links) -> bool:
    """Tell whether two days of copied clauses contradict whatever else is dated: each is its clause's only time."""
    if a.claim is None or b.claim is None or len(a.time.value) != len(b.time.value):
        return False
    alone = len(a.claim.times) == len(b.claim.times) == 1
    score = links.score(a.claim, b.claim)
    if not alone or score < _COPY or predicate_link(a.claim, b.claim) != 1:
        return False
    ours = [m for m in links.claim.moments if m.claim and links.score(m.claim, b.claim) >= score]
    theirs = [m for m in links.evidence.moments if m.claim and links.score(a.claim, m.claim) >= score]
    return not any(_level(a, m).outcome == "agree" for m in theirs) and not any(
        _level(m, b).outcome == "agree" for m in ours
    )


def _same_happening(a: Moment, b: Moment, links: Links) -> bool:
    """Tell whether two times date one happening: the predicates answer each other, or the words and the grain do."""
    if a.claim is None or b.claim is None or not links.tells(a.claim, b.claim):
        return False
    first, second = links.claim.opened_by(a.claim), links.evidence.opened_by(b.claim)
    if first is not None or second is not None:  # people speak on many days: only of one speech is the day a fact
        return first is not None and second is not None and mutual(first.bag, second.bag) >= links.settings.same_speech
    return predicate_link(a.claim, b.claim) > 0 or len(a.time.value) == len(b.time.value)
