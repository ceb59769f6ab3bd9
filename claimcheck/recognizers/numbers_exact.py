"""Exact values in one canonical form: ``int``, else ``Decimal`` where it is finite, else ``Fraction``."""

from decimal import Decimal
from fractions import Fraction

from claimcheck.model.mentions import Number


def canonical(value: Number) -> Number:
    """Return the one form that a value has; trailing zeros are dropped.

    >>> canonical(Decimal("1500000.0")), canonical(Fraction(1, 8)), canonical(Fraction(1, 3))
    (1500000, Decimal('0.125'), Fraction(1, 3))
    """
    if type(value) is int:
        return value
    exact = Fraction(value)
    if exact.denominator == 1:
        return exact.numerator
    places = _decimal_places(exact.denominator)
    if places is None:
        return exact
    digits = str(abs(exact.numerator) * 10**places // exact.denominator)
    return Decimal((int(exact < 0), tuple(map(int, digits)), -places))


def _decimal_places(denominator: int) -> int | None:
    """Return how many decimals a fraction with this denominator needs, ``None`` where no number of them is enough."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None
