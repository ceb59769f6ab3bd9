"""Numbers, and numbers in words with the value that they must be read as."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_spell import Case, Gender, State, Style
from claimcheck.recognizers.spelling import spell_number, spell_ordinal

_GENDERS: tuple[Gender, ...] = ("masculine", "feminine")
_CASES: tuple[Case, ...] = ("nominative", "accusative", "genitive")
_STATES: tuple[State, ...] = ("indefinite", "definite", "construct")
_STYLES: tuple[Style, ...] = ("modern", "traditional", "split", "classical")


def integers(limit: int = 10**18) -> st.SearchStrategy[int]:
    """Draw integers of an absolute value below ``limit``, round ones and ones with zeros inside as often as others."""
    magnitude = len(str(limit - 1))
    digits = st.text("0123456789", min_size=1, max_size=magnitude) | st.text("0012", min_size=1, max_size=magnitude)
    return st.builds(lambda text, sign: int(text) % limit * sign, digits, st.sampled_from((1, 1, 1, -1)))


def decimals(limit: int = 10**9, places: int = 6) -> st.SearchStrategy[Number]:
    """Draw numbers with up to ``places`` decimals, in canonical form."""
    tail = st.integers(1, places).flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n))
    return st.builds(
        lambda whole, end: canonical(Decimal(f"{'-' if whole < 0 else ''}{abs(whole)}.{end}")), integers(limit), tail
    )


def fractions(limit: int = 1000) -> st.SearchStrategy[Number]:
    """Draw fractions whose numerator and denominator stay below ``limit``, in canonical form."""
    return st.builds(
        lambda a, b: canonical(Fraction(a, b)), st.integers(1 - limit, limit - 1), st.integers(1, limit - 1)
    )


def numbers(limit: int = 10**18) -> st.SearchStrategy[Number]:
    """Draw integers, decimals and fractions in canonical form; integers stay below ``limit``.

    >>> from hypothesis import find
    >>> find(numbers(), lambda value: isinstance(value, int) and value > 99)
    100
    """
    return integers(limit) | decimals() | fractions()


@st.composite
def spelled_numbers(draw: st.DrawFn, limit: int = 10**18) -> tuple[str, Number]:
    """Draw (words, value): a number in words of any gender, case, state and style, and what it must be read as.

    >>> from claimcheck import parse_number
    >>> from hypothesis import find
    >>> words, value = find(spelled_numbers(), lambda drawn: drawn[1] > 2)
    >>> parse_number(words) == value
    True
    """
    value = draw(numbers(limit))
    words = spell_number(
        value,
        gender=draw(st.sampled_from(_GENDERS)),
        case=draw(st.sampled_from(_CASES)),
        state=draw(st.sampled_from(_STATES)),
        style=draw(st.sampled_from(_STYLES)),
    )
    return words, value


@st.composite
def spelled_ordinals(draw: st.DrawFn, limit: int = 10**6) -> tuple[str, int]:
    """Draw (words, rank): an ordinal in words, with or without the article."""
    rank = draw(integers(limit).map(lambda value: abs(value) or 1))
    words = spell_ordinal(
        rank,
        gender=draw(st.sampled_from(_GENDERS)),
        case=draw(st.sampled_from(_CASES)),
        definite=draw(st.booleans()),
    )
    return words, rank
