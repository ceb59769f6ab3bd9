"""Figures that the other side does not state but that follow from what it states.

A remainder (15 less 11), a share of a whole (35 % of 1,200), how many times as much (240 to 720), and the time from one
date to another. Only what is left over is derived, and it can only agree: an arithmetic of ours that comes out
otherwise contradicts nobody. Small numbers follow from anything, so both sides must have words in common.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from claimcheck.comparison.alignment import Level, Part, row
from claimcheck.comparison.links import softened
from claimcheck.comparison.sides import Figure, Moment, Side
from claimcheck.model.mentions import Number, Quantity
from claimcheck.model.verdicts import Row
from claimcheck.recognizers.durations import exact_ratio

# More figures than these are not combined: a table yields any number.
_MOST = 8
# From this share of their words on, two sides are near enough for a number that follows.
_NEAR = 0.35
_DIFFERENCE = Level("the difference of two figures", "agree")
_SHARE = Level("a share of a whole", "agree")
_TIMES = Level("so many times as much", "agree")
_PERIOD = Level("the time from one date to the other", "agree")


def derive(left: list[Figure], claim: Side, evidence: Side) -> list[Row]:
    """Take the figures out of ``left`` that follow from the evidence, each with its row and what it follows from."""
    if not left or softened(claim.bag, evidence.bag) < _NEAR:
        return []
    given = [f for f in evidence.figures if f.quantity.value is not None and f.quantity.high is None][:_MOST]
    rows = []
    for figure in list(left):
        found = next(_ways(figure.quantity, given, evidence.moments), None)
        if found is not None:
            left.remove(figure)
            level, parts = found
            rows.append(
                row("quantity", level, claim=[_part(figure.quantity)], found=" ".join(t or "" for t, _ in parts))
            )
    return rows


def _part(quantity: Quantity) -> Part:
    return quantity.text, quantity.span


def _ways(wanted: Quantity, given: Sequence[Figure], moments: Sequence[Moment]) -> Iterator[tuple[Level, list[Part]]]:
    """Yield the ways in which a figure follows, the plainest first."""
    if wanted.value is None or wanted.high is not None:
        return
    for a, b in permutations([figure.quantity for figure in given], 2):
        level = _follows(wanted, a, b)
        if level is not None:
            yield level, [_part(a), _part(b)]
    if wanted.kind in {"duration", "age"}:
        yield from _periods(wanted, moments)


def _follows(wanted: Quantity, a: Quantity, b: Quantity) -> Level | None:
    """Tell how ``wanted`` follows from ``a`` and ``b``."""
    value, first, second = Fraction(wanted.value or 0), Fraction(a.value or 0), Fraction(b.value or 0)
    if a.unit == b.unit and a.kind == b.kind == "count" and second:
        if wanted.unit == a.unit and first - second == value > 0:
            return _DIFFERENCE
        if wanted.noun in _MULTIPLES and first == value * second:
            return _TIMES
    if a.kind == "percent" and wanted.kind == b.kind == "count" and first * second == value * 100:
        return _SHARE
    return None


# Counted nouns that say how many times as much (folded): ثلاثة أمثال، ثلاثة أضعاف.
_MULTIPLES = frozenset({"مثل", "ضعف", "مره"})


def _periods(wanted: Quantity, moments: Sequence[Moment]) -> Iterator[tuple[Level, list[Part]]]:
    """Yield pairs of dates that lie as far apart as a duration says, to the grain of its unit."""
    unit = exact_ratio(wanted.unit, "day")
    dated = [moment.time for moment in moments if moment.time.begin is not None and moment.time.end is not None]
    for a, b in permutations(dated[:_MOST], 2):
        if a.begin is None or b.end is None or a.begin >= b.end:
            continue
        days = (b.end - a.begin).days
        if _lasts(wanted.value, unit, wanted.unit, days):
            yield _PERIOD, [(a.text, a.span), (b.text, b.span)]


def _lasts(value: Number | None, in_days: Fraction | None, unit: str, days: int) -> bool:
    """Tell whether so many of a unit are so many days; months and years by their mean, within a twelfth."""
    if value is None:
        return False
    if in_days is not None and in_days >= 1:
        return abs(Fraction(value) * in_days - days) <= 1
    mean = {"month": Fraction(146097, 4800), "year": Fraction(146097, 400)}.get(unit)
    return mean is not None and abs(Fraction(value) * mean - days) * 12 <= Fraction(value) * mean
