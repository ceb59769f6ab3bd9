"""The dated claims of a text on one line of time, each above the date of its reference."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from claimcheck.model.verdicts import Report
from claimcheck.reports.bars import MOST, Bar, Pair, compared, joined

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_SEASONS = {"WI": (12, 3), "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3)}
_SEASONS |= {"Q4": (10, 3), "H1": (1, 6), "H2": (7, 6)}


@frozen
class Timeline:
    """The lines, and the years or months that stand under them, each with its position."""

    pairs: tuple[Pair, ...]
    ticks: tuple[tuple[float, str], ...]


def _month_start(year: int, month: int) -> date:
    years, rest = divmod(month - 1, 12)
    return date(year + years, rest + 1, 1)


def days(value: str | None) -> tuple[date, date] | None:
    """Return the days ``[begin, end)`` of a TIMEX3 value, if it names any.

    >>> days("2020-FA")
    (datetime.date(2020, 9, 1), datetime.date(2020, 12, 1))
    """
    if not value:
        return None
    try:
        if match := _DAY.match(value):
            day = date(*map(int, match.groups()))
            return day, day + timedelta(days=1)
        if match := _MONTH.fullmatch(value):
            year, month = map(int, match.groups())
            return date(year, month, 1), _month_start(year, month + 1)
        year = int(value[:4])
        if value[4:5] == "-" and value[5:] in _SEASONS:
            first, length = _SEASONS[value[5:]]
            return _month_start(year, first), _month_start(year, first + length)
        return (date(year, 1, 1), date(year + 1, 1, 1)) if len(value) == 4 else None
    except ValueError:
        return None


def timeline(report: Report) -> Timeline | None:
    """Return the dates of the text against those of its references, ``None`` if no date was compared."""
    dated = []
    for row, number in compared(report, "time"):
        found, expected = days(row.found), days(row.expected)
        if found and expected:
            dated.append((row, number, found, expected))
    if not dated:
        return None
    dated = sorted(dated, key=lambda item: item[2])[:MOST]
    ends = [end for _, _, *both in dated for pair in both for end in pair]
    low, high = _widened(min(ends), max(ends))
    length = (high - low).days

    def bar(row_days: tuple[date, date], value: str | None, texts: tuple[str, ...]) -> Bar:
        start = 100 * (row_days[0] - low).days / length
        return Bar(
            start=start, width=100 * (row_days[1] - row_days[0]).days / length, value=value or "", text=joined(texts)
        )

    pairs = tuple(
        Pair(
            label=joined(row.claim_texts),
            claim=bar(found, row.found, row.claim_texts),
            reference=bar(expected, row.expected, row.evidence_texts),
            agree=row.outcome == "agree",
            finding=number,
        )
        for row, number, found, expected in dated
    )
    return Timeline(pairs, tuple(_ticks(low, high)))


def _widened(low: date, high: date) -> tuple[date, date]:
    """Widen a span of days to whole months if it is short, else to whole years."""
    if (high - low).days <= 300:
        return low.replace(day=1), _month_start(high.year, high.month + 1)
    return date(low.year, 1, 1), date(high.year + (high > date(high.year, 1, 1)), 1, 1)


def _ticks(low: date, high: date) -> Iterator[tuple[float, str]]:
    length = (high - low).days
    if length <= 366 and low.day == 1 and (low.month, high.month) != (1, 1):
        day = low
        while day < high:
            yield 100 * (day - low).days / length, f"{day:%Y-%m}"
            day = _month_start(day.year, day.month + 1)
        return
    step = max(1, -(-(high.year - low.year) // 8))
    for year in range(low.year, high.year, step):
        yield 100 * (date(year, 1, 1) - low).days / length, str(year)
