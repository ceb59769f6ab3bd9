"""Do two figures agree? Ordered levels, the first that is true decides; comparing is symmetric.

What news does to numbers is no conflict: rounding (29.2 million for 29,176,352), blurring (about 6,500 for 6,487), another
unit of the same dimension, one number in two formats. Currencies are never converted.
"""

from fractions import Fraction
from typing import Literal

from attrs import evolve, frozen

from claimcheck.comparison.intervals import ABOUT, Interval, dimension_of, duration_bounds, in_base, interval_of
from claimcheck.model.mentions import Number, Quantity
from claimcheck.recognizers.durations import exact_ratio

Agreement = Literal["agree", "conflict", "incomparable"]

# A bound is read as near to what it bounds: more than 100 does not stand for 500.
_REACH = Fraction(3, 2)
# Two bounds of one kind (at least 20, at least 21) may differ by this share.
_SAME_BOUND = Fraction(11, 10)
_LOWER, _UPPER = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})
_SCALES = frozenset(Fraction(10) ** power for power in (1, 2, 3, 6, 9, 12))


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
    >>> compare_quantities(Quantity(value=85, unit="USD", kind="money"), Quantity(value=85, unit="EUR", kind="money")).code
    'unit'
    """
    pair = {a.kind, b.kind}
    if pair == {"score"}:
        return _scores(a, b)
    if pair == {"ordinal"}:
        return _equal(a, b, "rank")
    if "score" in pair or "ordinal" in pair:
        return QuantityComparison("figures of different kinds", "incomparable")
    if pair <= {"duration", "age"}:
        return _times(a, b)
    if pair == {"percent", "count"}:
        return _shares(a, b)
    if len(pair) > 1:
        return QuantityComparison("figures of different kinds", "incomparable")
    if pair == {"money"}:
        return _money(a, b)
    if pair == {"count"}:
        return _counts(a, b)
    return _measures(a, b)


def _scores(a: Quantity, b: Quantity) -> QuantityComparison:
    if (a.value, a.high) == (b.value, b.high):
        return QuantityComparison("same score", "agree")
    if (a.value, a.high) == (b.high, b.value):
        return QuantityComparison("same score, sides in the other order", "agree")
    return QuantityComparison("another score", "conflict", "value")


def _equal(a: Quantity, b: Quantity, what: str) -> QuantityComparison:
    if a.value == b.value:
        return QuantityComparison(f"same {what}", "agree")
    return QuantityComparison(f"another {what}", "conflict", "value")


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
    """Compare two figures of one unit: equal, within bounds, rounded, another reading of the format; else a conflict."""
    if a.value is None or b.value is None:
        return _durations_without_value(a, b, code)
    if _opposite(a, b):
        return QuantityComparison("opposite bounds", "conflict", code)
    if (a.value, a.high) == (b.value, b.high):
        same = a.modifier == b.modifier
        return QuantityComparison("same value" if same else "same value, another bound", "agree")
    if _within(a, b):
        return QuantityComparison("within the bounds of the other", "agree")
    if _rounded(a, b) or _rounded(b, a):
        return QuantityComparison("rounded", "agree")
    if _another_reading(a, b):
        return QuantityComparison("another reading of an ambiguous format", "agree")
    return QuantityComparison(_difference(a, b), "conflict", code)


def _durations_without_value(a: Quantity, b: Quantity, code: str) -> QuantityComparison:
    if a.iso and a.iso == b.iso:
        return QuantityComparison("same value", "agree")
    return QuantityComparison("another value", "conflict", code)


def _opposite(a: Quantity, b: Quantity) -> bool:
    """More than 40 against less than 40: bounds that turn away from each other."""
    for lower, upper in ((a, b), (b, a)):
        if lower.modifier in _LOWER and upper.modifier in _UPPER:
            return (lower.value or 0) >= (upper.value or 0)
    return False


def _within(a: Quantity, b: Quantity) -> bool:
    """Tell that the bounds of both allow one value, each bound read as near to its number."""
    if a.modifier == b.modifier and a.modifier in _LOWER | _UPPER:
        low, high = sorted((Fraction(a.value or 0), Fraction(b.value or 0)))
        return low > 0 and high <= low * _SAME_BOUND
    if a.modifier == b.modifier == "about":
        return interval_of(a).holds(b.value or 0) or interval_of(b).holds(a.value or 0)
    if a.modifier == b.modifier == "between":
        return interval_of(a).covers(interval_of(b)) or interval_of(b).covers(interval_of(a))
    return _reach(a).meets(_reach(b))


def _reach(quantity: Quantity) -> Interval:
    """Return the interval of a quantity with the open side of a bound closed at its reach; its own number is inside."""
    own = interval_of(quantity, ABOUT)
    if quantity.modifier in _LOWER and own.low is not None:
        return Interval(own.low, max(own.low, own.low * _REACH))
    if quantity.modifier in _UPPER and own.high is not None:
        return Interval(min(own.high, own.high / 2), own.high)
    return own


def _rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Tell that ``coarse`` is ``fine`` rounded as news rounds: two digits or more left, hundreds or decimals dropped."""
    if coarse.high is not None or fine.high is not None or {coarse.modifier, fine.modifier} & _UPPER:
        return False
    value, other = Fraction(coarse.value or 0), Fraction(fine.value or 0)
    if value <= 0 or other <= 0:
        return False
    step = _step(value)
    if _step(other) >= step or value / step < 10:
        return False
    if 1 <= step < 100:
        return False if other.denominator == 1 else step == 1 and round(other) == value
    return abs(other - value) * 2 <= step


def _step(value: Fraction) -> Fraction:
    """Return the power of ten that the last digit of a value stands for (of no finite decimal: a millionth).

    >>> _step(Fraction(29200000)), _step(Fraction("0.25"))
    (Fraction(100000, 1), Fraction(1, 100))
    """
    step = Fraction(1)
    if value.denominator == 1:
        while value % (step * 10) == 0:
            step *= 10
        return step
    while (value / step).denominator != 1 and step > Fraction(1, 10**6):
        step /= 10
    return step


def _another_reading(a: Quantity, b: Quantity) -> bool:
    """Tell that one number in two formats was read differently: 2,464 and 2.464."""
    first = {a.value} | {other.value for other in a.alternatives}
    second = {b.value} | {other.value for other in b.alternatives}
    return bool(first & second)


def _difference(a: Quantity, b: Quantity) -> str:
    """Name how two values differ, for the explanation."""
    first, second = Fraction(a.value or 0), Fraction(b.value or 0)
    if first and second and max(first / second, second / first) in _SCALES:
        return "another scale"
    if isinstance(a.value, int) and isinstance(b.value, int) and a.value > 9:
        if sorted(str(a.value)) == sorted(str(b.value)):
            return "the same digits in another order"
    return "another value"
