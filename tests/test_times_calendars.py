"""Calendars: what days a value covers, and counting in both calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.recognizers.calendars import (
    hijri_interval,
    interval,
    month_shift,
    to_hijri,
    unit_value,
    valid_day,
    week_value,
)

DAYS = st.dates(date(1, 1, 8), date(9998, 12, 1))
UNITS = ("day", "week", "month", "quarter", "half", "year", "decade", "century")


@given(st.dates(date(1924, 8, 1), date(2077, 11, 16)))
def test_hijri_round_trip(day: date) -> None:
    """A day, its Hijri date, and the interval of that date are one."""
    hijri = to_hijri(day)
    assert hijri is not None
    assert hijri_interval(*hijri) == (day, day + timedelta(1))
    year, month, number = hijri
    assert interval(f"AH{year:04d}-{month:02d}-{number:02d}") == (day, day + timedelta(1))


@given(st.integers(1350, 1499), st.integers(1, 12))
def test_hijri_months_tile_their_year(year: int, month: int) -> None:
    """Each month has 29 or 30 days, but for one of the table, and begins where the one before ends."""
    days, whole = hijri_interval(year, month), hijri_interval(year)
    assert days is not None
    assert whole is not None
    short = {28} if (year, month) == (1364, 8) else set()  # so in the official table itself
    assert (days[1] - days[0]).days in {29, 30} | short
    assert whole[0] <= days[0]
    assert days[1] <= whole[1]
    following = hijri_interval(year, month + 1) if month < 12 else hijri_interval(year + 1, 1)
    assert following is not None
    assert following[0] == days[1]


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_holds_its_anchor(day: date, unit: str) -> None:
    """The unit at distance 0 is the one that the anchor lies in."""
    days = interval(unit_value(unit, day, 0))
    assert days is not None
    assert days[0] <= day < days[1]


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(UNITS), st.integers(-30, 30))
def test_units_follow_one_another(day: date, unit: str, shift: int) -> None:
    """The unit one further on begins where this one ends."""
    if unit == "century":
        shift %= 5
    here, there = interval(unit_value(unit, day, shift)), interval(unit_value(unit, day, shift + 1))
    assert here is not None
    assert there is not None
    assert here[1] == there[0]


@given(DAYS, st.integers(-500, 500))
def test_months_are_counted_exactly(day: date, by: int) -> None:
    """Months on and the same months back is where one began."""
    there = month_shift(day.year, day.month, by)
    assert month_shift(*there, -by) == (day.year, day.month)


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2015", "2015-01-01", "2016-01-01"),
        ("2015-07", "2015-07-01", "2015-08-01"),
        ("2015-12", "2015-12-01", "2016-01-01"),
        ("2015-07-21", "2015-07-21", "2015-07-22"),
        ("2015-07-21T15:30", "2015-07-21", "2015-07-22"),
        ("2015-07-21TEV", "2015-07-21", "2015-07-22"),
        ("2015-W30", "2015-07-20", "2015-07-27"),
        ("2015-W30-WE", "2015-07-25", "2015-07-27"),
        ("2020-Q2", "2020-04-01", "2020-07-01"),
        ("2020-H2", "2020-07-01", "2021-01-01"),
        ("2020-FA", "2020-09-01", "2020-12-01"),
        ("2020-WI", "2020-12-01", "2021-03-01"),
        ("199", "1990-01-01", "2000-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("00", "0001-01-01", "0100-01-01"),
        ("2010/2014", "2010-01-01", "2015-01-01"),
        ("AH1436-10-05", "2015-07-21", "2015-07-22"),
    ],
)
def test_intervals(value: str, begin: str, end: str) -> None:
    """A value covers the days from its first up to, not including, the day behind its last."""
    assert interval(value) == (date.fromisoformat(begin), date.fromisoformat(end))


@pytest.mark.parametrize(
    "value",
    "PAST_REF,XXXX-03,XXXX-WXX-5,P1D,BC0044,2015-13,2015-02-30,2015-W60,AH1300-01-01,AH1436-13,9999,x,".split(","),
)
def test_no_interval(value: str) -> None:
    """Vague, repeated and impossible values cover no days, nor do Hijri dates outside the table."""
    assert interval(value) is None


def test_the_thirtieth_of_a_short_month_is_observed() -> None:
    """The 30th of a month of 29 civil days is the day after: a month that was sighted a day later."""
    short = next(
        month for month in range(1, 13) if (days := hijri_interval(1436, month)) and (days[1] - days[0]).days == 29
    )
    first = hijri_interval(1436, short)
    assert first is not None
    assert hijri_interval(1436, short, 30) == (first[1], first[1] + timedelta(1))


def test_small_things() -> None:
    """ISO weeks at the turn of a year, days that months have, dates beyond the Hijri table."""
    assert week_value(date(2021, 1, 1)) == "2020-W53"
    assert not valid_day(2021, 2, 29)
    assert valid_day(None, 2, 29)
    assert not valid_day(2021, 13, 1)
    assert to_hijri(date(1900, 1, 1)) is None
    with pytest.raises(OverflowError):
        unit_value("year", date(9999, 1, 1), 1)
