"""Pictures of the rows that a verdict follows from: dated claims on one line of time, figures beside their reference.

Geometry only: positions in percent of the width. The values are those that the rows state, so what is drawn is what
was compared.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from attrs import frozen

from claimcheck.model.codec import read_number
from claimcheck.model.verdicts import Report, Row

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_SEASONS = {"WI": (12, 3), "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3)}
_SEASONS |= {"Q4": (10, 3), "H1": (1, 6), "H2": (7, 6)}
_FIGURE = re.compile(
    r"(?:(about|at_least|at_most|more_than|less_than) )?(-?\d+(?:\.\d+|/\d+)?)(?:–(-?\d+(?:\.\d+|/\d+)?))?(?: (\S+))?",
    re.ASCII,
)
_MOST = 40  # rows of a picture


@frozen(kw_only=True)
class Bar:
    """A bar on a scale of 0 to 100; ``open`` where it goes on behind its end; ``value`` is what it stands for."""

    start: float
    width: float
    value: str
    text: str
    open: bool = False


@frozen(kw_only=True)
class Pair:
    """A line of a picture: the claim's bar and the reference's, and the finding that came of it."""

    label: str
    claim: Bar
    reference: Bar
    agree: bool
    finding: int | None = None


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


def _compared(report: Report, part: str) -> Iterator[tuple[int, Row, int | None]]:
    """Yield the rows of a kind that were compared, each once, with the number of the finding that came of it."""
    numbers = {(f.claim_span, f.code, f.expected): n for n, f in enumerate(report.findings, 1)}
    seen = set()
    for index, verdict in enumerate(report.verdicts):
        for row in verdict.rows:
            # Of the references that agree one is enough to see.
            key = (row.claim_spans, row.found, None if row.outcome == "agree" else row.expected)
            if row.part != part or row.outcome not in ("agree", "conflict") or key in seen:
                continue
            seen.add(key)
            number = numbers.get((row.claim_spans[0], row.code or "", row.expected)) if row.claim_spans else None
            yield index, row, number


def timeline(report: Report) -> Timeline | None:
    """Return the dates of the text against those of its references, ``None`` if no date was compared."""
    dated = []
    for _, row, number in _compared(report, "time"):
        found, expected = days(row.found), days(row.expected)
        if found and expected:
            dated.append((row, number, found, expected))
    if not dated:
        return None
    dated = sorted(dated, key=lambda item: item[2])[:_MOST]
    ends = [end for _, _, *both in dated for pair in both for end in pair]
    low, high = _widened(min(ends), max(ends))
    length = (high - low).days

    def bar(row_days: tuple[date, date], value: str | None, texts: tuple[str, ...]) -> Bar:
        start = 100 * (row_days[0] - low).days / length
        return Bar(
            start=start, width=100 * (row_days[1] - row_days[0]).days / length, value=value or "", text=_join(texts)
        )

    pairs = tuple(
        Pair(
            label=_join(row.claim_texts),
            claim=bar(found, row.found, row.claim_texts),
            reference=bar(expected, row.expected, row.evidence_texts),
            agree=row.outcome == "agree",
            finding=number,
        )
        for row, number, found, expected in dated
    )
    return Timeline(pairs, tuple(_ticks(low, high)))


def _join(texts: tuple[str, ...]) -> str:
    return " + ".join(texts)


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


def _figure(stated: str | None) -> tuple[Fraction, Fraction | None, bool, str] | None:
    """Read a stated figure: value, upper end, whether it is open upwards, unit."""
    match = _FIGURE.fullmatch(stated or "")
    if match is None:
        return None
    modifier, low, high, unit = match.groups()
    top = Fraction(read_number(high)) if high else None
    return Fraction(read_number(low)), top, modifier in ("at_least", "more_than"), unit or ""


def figures(report: Report) -> tuple[Pair, ...]:
    """Return the figures of the text against those of their references, each pair on a scale of its own from zero.

    Pairs of different units share no scale and are left out, and so are negative figures.
    """
    pairs = []
    for _, row, number in _compared(report, "quantity"):
        found, expected = _figure(row.found), _figure(row.expected)
        if not found or not expected or found[3] != expected[3] or min(found[0], expected[0]) < 0:
            continue
        top = max(value for figure in (found, expected) for value in figure[:2] if value is not None) or Fraction(1)

        def bar(figure: tuple[Fraction, Fraction | None, bool, str], value: str, text: str, top: Fraction = top) -> Bar:
            low, high, is_open, _ = figure
            start = low if high is not None else Fraction(0)
            length = (high - low) if high is not None else low
            scale = Fraction(92) / top
            return Bar(start=float(start * scale), width=float(length * scale), value=value, text=text, open=is_open)

        claim, reference = _join(row.claim_texts), _join(row.evidence_texts)
        pairs.append(
            Pair(
                label=claim,
                claim=bar(found, row.found or "", claim),
                reference=bar(expected, row.expected or "", reference),
                agree=row.outcome == "agree",
                finding=number,
            )
        )
    return tuple(sorted(pairs, key=lambda pair: pair.agree)[:_MOST])
