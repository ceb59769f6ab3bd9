"""What a figure covers: the interval of its modifier, its value in another unit, and the bounds of a duration.

Everything is exact: ``Fraction`` inside, canonical numbers outside.
"""

from fractions import Fraction

from attrs import frozen

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Number, Quantity
from claimcheck.recognizers.durations import exact_ratio, iso_parts
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.units import Unit, units

# "About" covers this share of the value to either side: about 6,500 holds 6,487 and not 6,900.
ABOUT = Fraction(1, 20)

# Days of the calendar units: a month has 28 to 31, a year 365 or 366; what is longer has the years' leap days.
_DAYS: dict[str, tuple[Fraction, Fraction]] = {
    "month": (Fraction(28), Fraction(31)),
    "year": (Fraction(365), Fraction(366)),
    "decade": (Fraction(3652), Fraction(3653)),
    "century": (Fraction(36524), Fraction(36525)),
    "millennium": (Fraction(365242), Fraction(365243)),
}
_SECONDS_A_DAY = 86_400


@frozen
class Interval:
    """All values from ``low`` to ``high``; ``None`` is no bound, an open end is not itself inside.

    >>> Interval(Fraction(1), Fraction(3)).meets(Interval(Fraction(3), None, low_open=True))
    False
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Number) -> bool:
        """Tell whether ``value`` lies inside."""
        point = Fraction(value)
        return self.meets(Interval(point, point))

    def meets(self, other: "Interval") -> bool:
        """Tell whether both share a value; symmetric, and true of an interval and itself."""
        return not (_ends_before(self, other) or _ends_before(other, self))

    def covers(self, other: "Interval") -> bool:
        """Tell whether every value of ``other`` lies inside."""
        low = self.low is None or (
            other.low is not None
            and (other.low > self.low or (other.low == self.low and (other.low_open or not self.low_open)))
        )
        high = self.high is None or (
            other.high is not None
            and (other.high < self.high or (other.high == self.high and (other.high_open or not self.high_open)))
        )
        return low and high

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> "Interval":
        """Return the interval in another unit (``factor`` above 0)."""
        low = None if self.low is None else self.low * factor + offset
        high = None if self.high is None else self.high * factor + offset
        return Interval(low, high, self.low_open, self.high_open)


def _ends_before(first: Interval, second: Interval) -> bool:
    if first.high is None or second.low is None:
        return False
    return first.high < second.low or (first.high == second.low and (first.high_open or second.low_open))


def interval_of(quantity: Quantity, share: Fraction = ABOUT) -> Interval:
    """Return all values that a quantity may stand for, in its own unit; ``share`` is the blur of ``about``.

    Raises:
        ClaimcheckError: the quantity has no value (a mixed duration that only its ``iso`` states).

    >>> interval_of(Quantity(value=20, modifier="at_least")).holds(35)
    True
    """
    if quantity.value is None:
        raise ClaimcheckError("a quantity without a value has no interval", where=excerpt(quantity.iso or ""))
    value = Fraction(quantity.value)
    if quantity.modifier == "about":
        blur = abs(value) * share
        return Interval(value - blur, value + blur)
    if quantity.modifier == "between":
        other = value if quantity.high is None else Fraction(quantity.high)
        return Interval(min(value, other), max(value, other))
    if quantity.modifier in {"at_least", "more_than"}:
        return Interval(value, None, low_open=quantity.modifier == "more_than")
    if quantity.modifier in {"at_most", "less_than"}:
        return Interval(None, value, high_open=quantity.modifier == "less_than")
    return Interval(value, value)


def interval(quantity: Quantity, share: Fraction = ABOUT) -> tuple[Number | None, Number | None]:
    """Return the ends of ``interval_of`` as canonical numbers; ``None`` is no bound.

    >>> interval(Quantity(value=6500, modifier="about")), interval(Quantity(value=3, modifier="more_than"))
    ((6175, 6825), (3, None))
    """
    found = interval_of(quantity, share)
    return (
        None if found.low is None else canonical(found.low),
        None if found.high is None else canonical(found.high),
    )


def unit_named(name: str) -> Unit | None:
    """Return the unit of that name; a rate (km/min) is composed of its two units where no table has it.

    >>> unit_named("mile/min").factor
    Fraction(16764, 625)
    """
    known = units().get(name)
    if known is not None:
        return known
    if "/" not in name:
        return None
    above, _, below = name.partition("/")
    seconds = {"s": Fraction(1), "min": Fraction(60), "h": Fraction(3600)}.get(below)
    unit = units().get(above)
    if seconds is None or unit is None or unit.dimension not in {"length", "data"}:
        return None
    dimension = "speed" if unit.dimension == "length" else "data rate"
    return Unit(name, dimension, unit.factor / seconds, lemma=unit.lemma)


def dimension_of(name: str) -> str | None:
    """Return the dimension of a unit (length, mass, speed ...), or ``None`` for a unit of no table (item, USD)."""
    unit = unit_named(name)
    return unit.dimension if unit else None


def convert(value: Number, unit: str, to_unit: str) -> Number:
    """Return ``value`` of ``unit`` in ``to_unit``, exactly.

    Raises:
        ClaimcheckError: a unit is unknown, they measure different things, or no factor is exact (days of a month).

    >>> convert(1, "mile", "km"), convert(100, "celsius", "fahrenheit"), convert(6, "week", "day")
    (Decimal('1.609344'), 212, 42)
    """
    if unit == to_unit:
        return canonical(value)
    source, target = unit_named(unit), unit_named(to_unit)
    if source is None or target is None:
        raise ClaimcheckError("no such unit", where=excerpt(unit if source is None else to_unit))
    if source.dimension != target.dimension:
        raise ClaimcheckError(f"{source.dimension} is no {target.dimension}", where=f"{unit} to {to_unit}")
    if source.dimension == "duration":
        ratio = exact_ratio(unit, to_unit)
        if ratio is None:
            raise ClaimcheckError("no exact factor: use duration_bounds", where=f"{unit} to {to_unit}")
        return canonical(Fraction(value) * ratio)
    base = Fraction(value) * source.factor + source.offset
    return canonical((base - target.offset) / target.factor)


def in_base(quantity: Quantity, share: Fraction = ABOUT) -> Interval | None:
    """Return the interval of a measure in its dimension's base unit, or ``None`` for a unit of no table."""
    unit = unit_named(quantity.unit)
    if unit is None or quantity.value is None or not unit.factor:
        return None
    return interval_of(quantity, share).scaled(unit.factor, unit.offset)


def duration_bounds(iso: str, unit: str = "second") -> tuple[Number, Number]:
    """Return the least and the greatest length of an ISO 8601 duration in ``unit`` (one without a calendar).

    >>> duration_bounds("P6W", "day"), duration_bounds("P1M", "day"), duration_bounds("PT48H", "day")
    ((42, 42), (28, 31), (2, 2))
    """
    low = high = Fraction(0)
    for value, name in iso_parts(iso):
        least, most = _seconds(Fraction(value), name)
        low, high = low + least, high + most
    factor = units()[unit].factor
    return canonical(low / factor), canonical(high / factor)


def _seconds(value: Fraction, unit: str) -> tuple[Fraction, Fraction]:
    """Return the least and most seconds of an amount; twelve months are a year, not twelve short months."""
    if unit == "month" and value >= 12:
        years, months = divmod(value, 12)
        least, most = _seconds(Fraction(years), "year")
        rest = _seconds(months, "month")
        return least + rest[0], most + rest[1]
    if unit == "month":
        return _some_months(value)
    if unit in _DAYS:
        least, most = _DAYS[unit]
        return value * least * _SECONDS_A_DAY, value * most * _SECONDS_A_DAY
    factor = units()[unit].factor
    return value * factor, value * factor


# The least and most days of so many consecutive months, of any year (the least holds a common February).
_MONTH_DAYS = ((0, 0), (28, 31), (59, 62), (89, 92), (120, 123), (150, 153), (181, 184), (212, 215), (242, 245),
               (273, 276), (303, 306), (334, 337))  # fmt: skip


def _some_months(value: Fraction) -> tuple[Fraction, Fraction]:
    """Return the bounds of fewer than twelve months; a part of a month is that part of a short or long one."""
    whole, part = divmod(value, 1)
    least, most = _MONTH_DAYS[int(whole)]
    low, high = _DAYS["month"]
    return (least + part * low) * _SECONDS_A_DAY, (most + part * high) * _SECONDS_A_DAY
