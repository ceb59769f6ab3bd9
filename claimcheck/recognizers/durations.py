"""Durations: sums of units (عامان وثلاثة أشهر), ISO 8601 both ways, and a duration from a whole string."""

from fractions import Fraction

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_exact import canonical

# ISO 8601 designators: what each unit is written as, and how many of it one is.
_ISO: dict[str, tuple[str, int]] = {
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
    "month": ("M", 1),
    "quarter": ("M", 3),
    "week": ("W", 1),
    "day": ("D", 1),
    "hour": ("H", 1),
    "minute": ("TM", 1),
    "second": ("S", 1),
}
_ORDER = ("Y", "M", "W", "D", "H", "TM", "S")
# A fraction of a unit goes on in the next smaller one where that is exact: one and a half years are P1Y6M.
_SMALLER: dict[str, tuple[str, int]] = {"Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "H": ("TM", 60), "TM": ("S", 60)}


def iso_duration(parts: "list[tuple[Number, str]]") -> str | None:
    """Return the ISO 8601 form of a sum of (value, unit), or ``None`` for a unit that has none.

    >>> iso_duration([(2, "hour"), (Fraction(1, 2), "hour")]), iso_duration([(6, "week")])
    ('PT2H30M', 'P6W')
    """
    amounts: dict[str, Fraction] = {}
    for value, unit in parts:
        if unit == "millisecond":
            value, unit = Fraction(value) / 1000, "second"
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
