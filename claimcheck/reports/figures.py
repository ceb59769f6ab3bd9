"""The figures of a text beside those of their references, each pair on a scale of its own, with their intervals."""

import re
from fractions import Fraction
from typing import cast

from claimcheck.comparison.intervals import Interval, interval_of
from claimcheck.model.codec import read_number
from claimcheck.model.mentions import Modifier, Quantity
from claimcheck.model.verdicts import Report
from claimcheck.reports.bars import MOST, Band, Bar, Pair, compared, joined

_NUMBER = r"-?\d+(?:\.\d+|/\d+)?"
_STATED = re.compile(
    rf"(?:(about|at_least|at_most|more_than|less_than) )?({_NUMBER})(?:–({_NUMBER}))?(?: (\S+))?", re.ASCII
)
_WIDE = 92  # percent of the width that the largest value takes; open intervals run on to the end


def stated(text: str | None) -> Quantity | None:
    """Read a figure as a row states it.

    >>> stated("about 6500 person")
    Quantity(value=6500, high=None, modifier='about', unit='person', ...)
    """
    match = _STATED.fullmatch(text or "")
    if match is None:
        return None
    modifier, value, high, unit = match.groups()
    return Quantity(
        value=read_number(value),
        high=read_number(high) if high else None,
        modifier=cast(Modifier, modifier or ("between" if high else "exact")),
        unit=unit or "item",
    )


def _largest(quantities: tuple[Quantity, ...], intervals: tuple[Interval, ...]) -> Fraction:
    values = [Fraction(q.value) for q in quantities if q.value is not None]
    values += [interval.high for interval in intervals if interval.high is not None]
    return max(values) or Fraction(1)


def _bar(quantity: Quantity, interval: Interval, stated_as: str, text: str, scale: Fraction) -> Bar:
    value = Fraction(quantity.value or 0)
    band = None
    if quantity.modifier != "exact":
        low = max(interval.low or Fraction(0), Fraction(0)) * scale
        high = interval.high * scale if interval.high is not None else Fraction(100)
        band = Band(start=float(low), width=float(high - low))
    return Bar(start=0.0, width=float(value * scale), value=stated_as, text=text, band=band)


def figures(report: Report) -> tuple[Pair, ...]:
    """Return the figures of the text against those of their references, conflicts first.

    Pairs of different units share no scale and are left out, and so are negative figures.
    """
    pairs = []
    for row, number in compared(report, "quantity"):
        found, expected = stated(row.found), stated(row.expected)
        if not found or not expected or found.unit != expected.unit:
            continue
        if min(Fraction(found.value or 0), Fraction(expected.value or 0)) < 0:
            continue
        intervals = (interval_of(found), interval_of(expected))
        scale = _WIDE / _largest((found, expected), intervals)
        claim, reference = joined(row.claim_texts), joined(row.evidence_texts)
        pairs.append(
            Pair(
                label=claim,
                claim=_bar(found, intervals[0], row.found or "", claim, scale),
                reference=_bar(expected, intervals[1], row.expected or "", reference, scale),
                agree=row.outcome == "agree",
                finding=number,
            )
        )
    return tuple(sorted(pairs, key=lambda pair: pair.agree)[:MOST])
