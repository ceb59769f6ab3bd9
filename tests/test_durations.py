"""Durations: ISO 8601 both ways, mixed values, and the bounds of calendar units."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparison.intervals import duration_bounds
from claimcheck.errors import ClaimcheckError
from claimcheck.recognizers.durations import exact_ratio, iso_duration, iso_parts, mixed_value
from claimcheck.recognizers.quantities import parse_duration

DESCENDING = ("year", "month", "day", "hour", "minute", "second")


@st.composite
def amounts(draw: st.DrawFn) -> list[tuple[int, str]]:
    units = draw(st.lists(st.sampled_from(DESCENDING), min_size=1, max_size=4, unique=True))
    return [(draw(st.integers(1, 400)), unit) for unit in sorted(units, key=DESCENDING.index)]


@given(amounts())
def test_iso_goes_both_ways(parts: list[tuple[int, str]]) -> None:
    """The parts of the ISO form of whole amounts are those amounts."""
    iso = iso_duration(list(parts))
    assert iso is not None
    assert iso_parts(iso) == parts


@given(st.integers(1, 5000))
def test_weeks_are_seven_days(weeks: int) -> None:
    """P6W and 42 days have the same bounds."""
    assert duration_bounds(f"P{weeks}W", "day") == (7 * weeks, 7 * weeks)


@given(amounts(), amounts())
def test_bounds_grow_with_what_is_added(first: list[tuple[int, str]], second: list[tuple[int, str]]) -> None:
    """A duration and more is longer, and no least length exceeds the greatest."""
    one = iso_duration(list(first))
    both = iso_duration([*first, *second])
    assert one is not None
    assert both is not None
    low, high = duration_bounds(one)
    assert low <= high
    assert duration_bounds(both)[0] > low


@given(st.integers(1, 200))
def test_twelve_months_are_a_year(years: int) -> None:
    """So many years and twelve times so many months have the same bounds."""
    assert duration_bounds(f"P{years}Y") == duration_bounds(f"P{12 * years}M")


@pytest.mark.parametrize(
    ("iso", "low", "high"),
    [("P1M", 28, 31), ("P2M", 59, 62), ("P6M", 181, 184), ("P1Y", 365, 366), ("PT48H", 2, 2), ("P6W", 42, 42)],
)
def test_bounds_in_days(iso: str, low: int, high: int) -> None:
    """A month has 28 to 31 days, two have 59 to 62, a year 365 or 366."""
    assert duration_bounds(iso, "day") == (low, high)


def test_no_run_of_months_leaves_its_bounds() -> None:
    """Every run of one to eleven months of the years 2019 to 2029 has a length within the bounds."""
    from datetime import date

    starts = [date(year, month, 1) for year in range(2019, 2030) for month in range(1, 13)]
    for length in range(1, 12):
        lengths = {(starts[i + length] - starts[i]).days for i in range(len(starts) - length)}
        low, high = duration_bounds(f"P{length}M", "day")
        assert low <= min(lengths)
        assert max(lengths) <= high
        assert {low, high} <= lengths


@pytest.mark.parametrize(
    ("parts", "value", "unit"),
    [
        ([(2, "hour"), (30, "minute")], Decimal("2.5"), "hour"),
        ([(2, "year"), (3, "month")], Decimal("2.25"), "year"),
        ([(1, "hour"), (20, "minute")], 80, "minute"),
        ([(1, "year"), (20, "day")], None, "year"),
    ],
)
def test_a_mixed_duration_has_one_value_or_none(parts: list[tuple[int, str]], value: object, unit: str) -> None:
    """The largest unit where that is a finite decimal, else the smallest, else no value at all."""
    assert mixed_value(list(parts)) == (value, unit)


def test_days_of_a_month_have_no_exact_ratio() -> None:
    """Twelve months are a year, sixty minutes an hour; a month is no number of days."""
    assert exact_ratio("year", "month") == 12
    assert exact_ratio("minute", "hour") == Fraction(1, 60)
    assert exact_ratio("month", "day") is None


@pytest.mark.parametrize("iso", ["P6W", "P20Y", "PT2H30M", "P1Y3M10D", "PT0.5S", "P2M/P3M"])
def test_iso_is_read_as_it_stands(iso: str) -> None:
    """A string in ISO 8601 is the duration of that form."""
    assert parse_duration(iso).iso == iso


@pytest.mark.parametrize("text", ["P", "PT", "P5", "PXY", "P1D/", "P1Y/PT5M", "5 أمتار", "غدا", "P1..5D"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """Anything else raises the library's error."""
    with pytest.raises(ClaimcheckError):
        parse_duration(text)
