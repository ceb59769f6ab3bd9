"""Durations: sums of units (عامان وثلاثة أشهر), ISO 8601 both ways, and a duration from a whole string."""

import re
from fractions import Fraction
from functools import lru_cache

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Number, Quantity
from claimcheck.model.spans import Span
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.units import units

# ISO 8601 designators: what each unit is written as, and how many of it one is.
_ISO: dict[str, tuple[str, int | Fraction]] = {
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
    "month": ("M", 1),
    "week": ("W", 1),
    "day": ("D", 1),
    "hour": ("H", 1),
    "minute": ("TM", 1),
    "second": ("S", 1),
    "millisecond": ("S", Fraction(1, 1000)),
}
_ORDER = ("Y", "M", "W", "D", "H", "TM", "S")
# A fraction of a unit goes on in the next smaller one where that is exact: one and a half years are P1Y6M.
_SMALLER: dict[str, tuple[str, int]] = {"Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "H": ("TM", 60), "TM": ("S", 60)}


def iso_duration(parts: "list[tuple[Number, str]]") -> str | None:
    """Return the ISO 8601 form of a sum of (value, unit), or ``None`` for a unit that has none.

    >>> iso_duration([(2, "hour"), (Fraction(1, 2), "hour")]), iso_duration([(6, "week")])
    ('PT2H30M', 'P6W')
    """
    return _iso(tuple(parts))


@lru_cache(maxsize=4096)
def _iso(parts: tuple[tuple[Number, str], ...]) -> str | None:
    amounts: dict[str, Fraction] = {}
    for value, unit in parts:
        if unit not in _ISO:
            return None
        designator, factor = _ISO[unit]
        amounts[designator] = amounts.get(designator, Fraction(0)) + Fraction(value) * factor
    for designator, (smaller, factor) in _SMALLER.items():
        amount = amounts.get(designator, Fraction(0))
        rest = amount % 1
        if rest and (rest * factor).denominator == 1:
            amounts[designator] = amount - rest
            amounts[smaller] = amounts.get(smaller, Fraction(0)) + rest * factor
    return _written(amounts)


_ISO_FORM = re.compile(
    r"P(?:(?P<year>[\d.]+)Y)?(?:(?P<month>[\d.]+)M)?(?:(?P<week>[\d.]+)W)?(?:(?P<day>[\d.]+)D)?"
    r"(?:T(?:(?P<hour>[\d.]+)H)?(?:(?P<minute>[\d.]+)M)?(?:(?P<second>[\d.]+)S)?)?"
)


def iso_parts(iso: str) -> list[tuple[Number, str]]:
    """Return the amounts of an ISO 8601 duration as (value, unit), the largest first.

    Raises:
        ClaimcheckError: the string is no duration.

    >>> iso_parts("P2Y3M")
    [(2, 'year'), (3, 'month')]
    """
    match = _ISO_FORM.fullmatch(iso)
    found = [(text, unit) for unit, text in match.groupdict().items() if text] if match else []
    if not found or iso.endswith("T"):
        raise ClaimcheckError("no ISO 8601 duration", where=excerpt(iso))
    try:
        return [(canonical(Fraction(text)), unit) for text, unit in found]
    except ValueError:
        raise ClaimcheckError("no ISO 8601 duration", where=excerpt(iso)) from None


def quantity_of_iso(text: str) -> Quantity:
    """Return the duration that an ISO 8601 string states, or a range of two (PT5M/PT15M).

    Raises:
        ClaimcheckError: the string is no duration, or the ends of a range have different units.

    >>> quantity_of_iso("P2M/P3M").high
    3
    """
    low, slash, high = text.partition("/")
    value, unit = mixed_value(iso_parts(low))
    if not slash:
        return Quantity(value=value, unit=unit, kind="duration", iso=text, text=text, span=Span(0, len(text)))
    other, other_unit = mixed_value(iso_parts(high))
    if unit != other_unit:
        raise ClaimcheckError("a range of durations in two units", where=excerpt(text))
    return Quantity(
        value=value, high=other, modifier="between", unit=unit, kind="duration", iso=text, text=text,
        span=Span(0, len(text)),
    )  # fmt: skip


def _written(amounts: dict[str, Fraction]) -> str | None:
    """Write the amounts in the order of the standard; weeks stand alone, else they are seven days each."""
    amounts = {key: value for key, value in amounts.items() if value}
    if "W" in amounts and len(amounts) > 1:
        amounts["D"] = amounts.get("D", Fraction(0)) + 7 * amounts.pop("W")
    date, clock = "", ""
    for designator in _ORDER:
        if designator not in amounts:
            continue
        number = canonical(amounts[designator])
        if isinstance(number, Fraction):
            return None
        piece = f"{number:f}" if not isinstance(number, int) else str(number)
        if designator in {"H", "TM", "S"}:
            clock += piece + designator[-1]
        else:
            date += piece + designator
    return f"P{date}{'T' + clock if clock else ''}" if date or clock else "PT0S"


def mixed_value(amounts: list[tuple[Number, str]]) -> tuple[Number | None, str]:
    """Return a mixed duration in its largest unit where that is a finite decimal, else in its smallest, else none."""
    for unit in (amounts[0][1], amounts[-1][1]):
        total = Fraction(0)
        for value, name in amounts:
            ratio = exact_ratio(name, unit)
            if ratio is None:
                return None, amounts[0][1]
            total += Fraction(value) * ratio
        number = canonical(total)
        if not isinstance(number, Fraction):
            return number, unit
    return None, amounts[0][1]


_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def exact_ratio(unit: str, to_unit: str) -> Fraction | None:
    """Return how many ``to_unit`` one ``unit`` of time is, or ``None`` where no number is exact (days of a month)."""
    if unit in _MONTHS and to_unit in _MONTHS:
        return Fraction(_MONTHS[unit], _MONTHS[to_unit])
    one, other = units()[unit].factor, units()[to_unit].factor
    return one / other if one and other else None
