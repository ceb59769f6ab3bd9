"""Do two figures agree? Ordered levels, the first that is true decides; comparing is symmetric.

What news does to numbers is no conflict: rounding (29.2 million for 29,176,352), blurring (about 6,500 for 6,487),
another unit of the same dimension, one number in two formats. Currencies are never converted.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from attrs import evolve, frozen

from claimcheck.comparison.closeness import LEVELS, difference, opposite
from claimcheck.comparison.intervals import Interval, dimension_of, duration_bounds, in_base, interval_of
from claimcheck.model.mentions import Number, Quantity
from claimcheck.recognizers.durations import exact_ratio

Agreement = Literal["agree", "conflict", "incomparable"]


@frozen
class QuantityComparison:
    """The level that decided, what follows from it, and the code of the finding where it is a conflict."""

    level: str
    outcome: Agreement
    code: str | None = None


def plain(value: Number | None) -> str:
    """Print a value as its decimal digits, or as a fraction where it has no finite decimal.

    >>> plain(1500000), plain(Fraction(1, 3))
    ('1500000', '1/3')
    """
    if value is None:
        return ""
    return str(value) if isinstance(value, int | Fraction) else format(value, "f")


def compare_quantities(a: Quantity, b: Quantity) -> QuantityComparison:
    """Compare two figures that are taken to measure the same.

    >>> compare_quantities(Quantity(value=6500, modifier="about"), Quantity(value=6487)).outcome
    'agree'
    >>> compare_quantities(Quantity(value=2, unit="day", kind="duration"), Quantity(value=3)).outcome
    'incomparable'
    """
    pair = {a.kind, b.kind}
    for kinds, compare in _COMPARISONS:
        if pair in kinds:
            return compare(a, b)
    return QuantityComparison("figures of different kinds", "incomparable")


def _scores(a: Quantity, b: Quantity) -> QuantityComparison:
    if (a.value, a.high) == (b.value, b.high):
        return QuantityComparison("same score", "agree")
    if (a.value, a.high) == (b.high, b.value):
        return QuantityComparison("same score, sides in the other order", "agree")
    return QuantityComparison("another score", "conflict", "value")


def _ranks(a: Quantity, b: Quantity) -> QuantityComparison:
    if a.value == b.value:
        return QuantityComparison("same rank", "agree")
    return QuantityComparison("another rank", "conflict", "value")


def _shares(a: Quantity, b: Quantity) -> QuantityComparison:
    """A half is fifty percent; a plain count is no share."""
    count, percent = (a, b) if a.kind == "count" else (b, a)
    if count.value is None or not 0 < count.value < 1 or percent.unit != "percent":
        return QuantityComparison("figures of different kinds", "incomparable")
    as_percent = evolve(count, value=Fraction(count.value) * 100, kind="percent", unit="percent")
    return _values(as_percent, percent, "value")


def _counts(a: Quantity, b: Quantity) -> QuantityComparison:
    if a.unit == b.unit or not (a.noun and b.noun):
        return _values(a, b, "value")
    if a.value == b.value and a.high == b.high:
        return QuantityComparison("same number of another noun", "agree")
    return QuantityComparison("other things are counted", "incomparable")


def _money(a: Quantity, b: Quantity) -> QuantityComparison:
    if a.unit == b.unit:
        return _values(a, b, "value")
    result = _values(a, b, "value")
    if a.noun and a.noun == b.noun and any(i.what == "currency" for q in (a, b) for i in q.inferred):
        return evolve(result, level=f"{result.level}, the country of the currency inferred")
    if result.outcome == "agree":
        return QuantityComparison("same amount in another currency", "conflict", "unit")
    return QuantityComparison("another currency", "incomparable")


def _measures(a: Quantity, b: Quantity) -> QuantityComparison:
    if a.unit == b.unit:
        return _values(a, b, "value")
    first, second = dimension_of(a.unit), dimension_of(b.unit)
    if first is None or first != second:
        return QuantityComparison("measures of different dimensions", "incomparable")
    if {a.unit, b.unit} & {"percentage point", "basis point"}:
        return QuantityComparison("a share beside a difference of shares", "incomparable")
    one, other = in_base(a, Fraction(1, 50)), in_base(b, Fraction(1, 50))
    if one is not None and other is not None and _near(one, other):
        return QuantityComparison("same measure in another unit", "agree")
    if a.value == b.value:
        return QuantityComparison("same number of another unit", "conflict", "unit")
    return QuantityComparison("another measure", "conflict", "value")


def _near(one: Interval, other: Interval) -> bool:
    """Tell that two intervals meet once each is widened by the hundredth that converting and rounding costs."""
    return _widened(one).meets(_widened(other))


def _widened(interval: Interval) -> Interval:
    low = None if interval.low is None else interval.low - abs(interval.low) / 100
    high = None if interval.high is None else interval.high + abs(interval.high) / 100
    return Interval(low, high)


def _times(a: Quantity, b: Quantity) -> QuantityComparison:
    """Durations and ages: in one unit where a factor is exact, else by their bounds in seconds."""
    result = _durations(a, b)
    if a.kind != b.kind and result.outcome == "conflict":
        return QuantityComparison("an age beside a duration", "incomparable")
    if a.kind == b.kind == "age" and result.code:
        return evolve(result, code="value")
    return result


def _durations(a: Quantity, b: Quantity) -> QuantityComparison:
    if a.value is not None and b.value is not None:
        ratio = exact_ratio(a.unit, b.unit)
        if ratio is not None:
            return _values(_in_unit(a, ratio, b.unit), b, "duration")
    first, second = _seconds(a), _seconds(b)
    if first is not None and second is not None and first.meets(second):
        return QuantityComparison("same duration in another unit", "agree")
    return QuantityComparison("another duration", "conflict", "duration")


def _in_unit(quantity: Quantity, ratio: Fraction, unit: str) -> Quantity:
    value = None if quantity.value is None else Fraction(quantity.value) * ratio
    high = None if quantity.high is None else Fraction(quantity.high) * ratio
    return evolve(quantity, value=value, high=high, unit=unit)


def _seconds(quantity: Quantity) -> Interval | None:
    """Return all lengths in seconds that a duration may have, its modifier taken in."""
    from claimcheck.recognizers.durations import iso_duration

    if quantity.value is None:
        ends = (quantity.iso or "").split("/")
        if not ends[0]:
            return None
        low, high = duration_bounds(ends[0])[0], duration_bounds(ends[-1])[1]
        return Interval(Fraction(low), Fraction(high))
    own = interval_of(quantity)
    low_iso = iso_duration([(own.low, quantity.unit)]) if own.low is not None else None
    high_iso = iso_duration([(own.high, quantity.unit)]) if own.high is not None else None
    return Interval(
        Fraction(duration_bounds(low_iso)[0]) if low_iso else None,
        Fraction(duration_bounds(high_iso)[1]) if high_iso else None,
        own.low_open,
        own.high_open,
    )


def _values(a: Quantity, b: Quantity, code: str) -> QuantityComparison:
    """Compare two figures of one unit by the first level that is true; none of them is a conflict."""
    if a.value is None or b.value is None:
        return _durations_without_value(a, b, code)
    if opposite(a, b):
        return QuantityComparison("opposite bounds", "conflict", code)
    for level, holds in LEVELS:
        if holds(a, b):
            return QuantityComparison(level, "agree")
    return QuantityComparison(difference(a, b), "conflict", code)


def _durations_without_value(a: Quantity, b: Quantity, code: str) -> QuantityComparison:
    if a.iso and a.iso == b.iso:
        return QuantityComparison("same value", "agree")
    return QuantityComparison("another value", "conflict", code)


# Which comparison serves which kinds, alone or together; any other two kinds are not compared.
_COMPARISONS: tuple[tuple[tuple[set[str], ...], Callable[[Quantity, Quantity], QuantityComparison]], ...] = (
    (({"score"},), _scores),
    (({"ordinal"},), _ranks),
    (({"duration"}, {"age"}, {"duration", "age"}), _times),
    (({"percent", "count"},), _shares),
    (({"money"},), _money),
    (({"count"},), _counts),
    (({"measure"}, {"percent"}), _measures),
)
