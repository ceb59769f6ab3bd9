"""How near two values of one unit are: the levels on which they agree, the strictest first."""

from collections.abc import Callable
from fractions import Fraction

from claimcheck.comparison.intervals import ABOUT, Interval, interval_of
from claimcheck.model.mentions import Quantity

# A bound is read as near to what it bounds: more than 100 does not stand for 500.
_REACH = Fraction(3, 2)
# Two bounds of one kind (at least 20, at least 21) may differ by this share.
_SAME_BOUND = Fraction(11, 10)
_LOWER, _UPPER = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})
_SCALES = frozenset(Fraction(10) ** power for power in (1, 2, 3, 6, 9, 12))


def _same(a: Quantity, b: Quantity) -> bool:
    return (a.value, a.high) == (b.value, b.high)


def opposite(a: Quantity, b: Quantity) -> bool:
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
    """Tell that ``coarse`` is ``fine`` rounded as news rounds: two digits at least left, hundreds or decimals gone."""
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


def difference(a: Quantity, b: Quantity) -> str:
    """Name how two values differ, for the explanation."""
    first, second = Fraction(a.value or 0), Fraction(b.value or 0)
    if first and second and max(first / second, second / first) in _SCALES:
        return "another scale"
    whole = isinstance(a.value, int) and isinstance(b.value, int) and a.value > 9
    if whole and sorted(str(a.value)) == sorted(str(b.value)):
        return "the same digits in another order"
    return "another value"


# The levels on which two figures of one unit agree, the strictest first.
LEVELS: tuple[tuple[str, Callable[[Quantity, Quantity], bool]], ...] = (
    ("same value", lambda a, b: _same(a, b) and a.modifier == b.modifier),
    ("same value, another bound", _same),
    ("within the bounds of the other", _within),
    ("rounded", lambda a, b: _rounded(a, b) or _rounded(b, a)),
    ("another reading of an ambiguous format", _another_reading),
)
