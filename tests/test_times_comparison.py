"""Comparing times: interval relations, calendars, lag, parts of the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import parse_time
from claimcheck.comparison.dates import compare_times
from claimcheck.model.mentions import TimeExpression
from claimcheck.recognizers.calendars import to_hijri
from claimcheck.strategies.times import HIJRI_MONTHS, times

TUESDAY = date(2022, 11, 1)
DRAWN = times(TUESDAY).map(lambda drawn: parse_time(drawn[0], TUESDAY))


def outcome(first: str, second: str, when: date | None = TUESDAY, then: date | None = TUESDAY) -> str:
    a, b = parse_time(first, when), parse_time(second, then)
    result = compare_times(a, b)
    assert compare_times(b, a).outcome == result.outcome
    return result.outcome


@given(DRAWN)
def test_a_time_agrees_with_itself(item: TimeExpression) -> None:
    """Comparison is reflexive."""
    assert compare_times(item, item).outcome == "agree"


@given(DRAWN, DRAWN)
def test_the_order_does_not_matter(first: TimeExpression, second: TimeExpression) -> None:
    """Comparison is symmetric, level and outcome; a finding has its code only in a conflict."""
    result = compare_times(first, second)
    assert result == compare_times(second, first)
    assert (result.code == "date") == (result.outcome == "conflict")


@given(DRAWN)
def test_a_day_lies_within_its_year(item: TimeExpression) -> None:
    """Whatever has days agrees with the year that holds them."""
    if item.begin and item.end and item.end.year == item.begin.year:
        assert compare_times(item, parse_time(f"عام {item.begin.year}م")).outcome == "agree"


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)))
def test_both_calendars_name_one_day(day: date) -> None:
    """A Gregorian day agrees with its Hijri date, and with the neighbouring ones: months are observed."""
    hijri = to_hijri(day)
    assert hijri is not None
    year, month, number = hijri
    gregorian = parse_time(day.isoformat())
    for other in range(max(1, number - 1), min(29, number + 1) + 1):
        assert compare_times(gregorian, parse_time(f"{other} {HIJRI_MONTHS[month - 1]} {year}هـ")).outcome == "agree"
    far = number + 3 if number < 15 else number - 3
    assert compare_times(gregorian, parse_time(f"{far} {HIJRI_MONTHS[month - 1]} {year}هـ")).outcome == "conflict"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("في 2020", "خريف عام 2020", "agree"),
        ("أكتوبر 2022", "31/10/2022", "agree"),
        ("الربع الأول من 2020", "مارس 2020", "agree"),
        ("صيف 2020", "النصف الأول من 2020", "agree"),
        ("شتاء 2015", "يناير 2015", "agree"),
        ("شتاء 2015", "يناير 2016", "agree"),
        ("مايو 2020", "مارس 2020", "conflict"),
        ("22 فبراير 2022", "22 فبراير 2023", "conflict"),
        ("شهر يونيو الماضي", "شهر يوليو الماضي", "conflict"),
        ("عام 1952", "عام 1922", "conflict"),
        ("خمسينيات القرن الماضي", "سنة 1936", "conflict"),
        ("القرن العشرين", "سنة 1936", "agree"),
        ("الثلاثاء المقبل", "الثلاثاء الماضي", "conflict"),
        ("فجر السبت", "فجر الأحد", "conflict"),
        ("صباح أمس", "مساء أمس", "conflict"),
        ("عصر أمس", "مساء أمس", "agree"),
        ("مساء أمس", "أمس", "agree"),
        ("الثامنة مساء الأحد", "السادسة مساء الأحد", "conflict"),
        ("الساعة 20:00", "الساعة 17:00 بتوقيت غرينتش", "incomparable"),
        ("الثامنة مساء أمس", "مساء أمس", "agree"),
        ("منتصف ليل الجمعة", "ليل الجمعة", "agree"),
        ("مؤخراً", "عام 2020", "incomparable"),
        ("سنوياً", "عام 2020", "incomparable"),
        ("القرن الثالث قبل الميلاد", "عام 2020", "incomparable"),
        ("BC", "", ""),
    ][:-1],
)
def test_relations(first: str, second: str, expected: str) -> None:
    """Equal, within and overlapping agree; disjoint days conflict; what has no days cannot be compared."""
    assert outcome(first, second) == expected


def test_a_lagging_date_makes_no_conflict() -> None:
    """Words that only count days carry the lag of publication; named weekdays and dates do not."""
    wednesday = date(2022, 11, 2)
    assert outcome("أمس", "أمس", TUESDAY, wednesday) == "agree"
    assert outcome("اليوم", "أول من أمس", TUESDAY, TUESDAY) == "agree"
    assert outcome("أمس", "الأحد", TUESDAY, wednesday) == "incomparable"
    assert outcome("أمس", "أمس", TUESDAY, date(2022, 11, 9)) == "conflict"
    assert outcome("الثلاثاء 27 سبتمبر", "أول من أمس", TUESDAY, date(2022, 9, 28)) == "conflict"
    assert outcome("أمس الاثنين", "أمس الأحد", TUESDAY, TUESDAY) == "conflict"


def test_without_a_date_weekdays_and_days_are_compared() -> None:
    """A weekday of an unknown week is compared by its name, a date without a year by day and month."""
    assert outcome("اليوم الجمعة", "اليوم السبت", None, date(2022, 10, 29)) == "conflict"
    assert outcome("الجمعة", "الجمعة 28 أكتوبر 2022", None, None) == "agree"
    assert outcome("الجمعة", "أمس", None, TUESDAY) == "incomparable"
    assert outcome("20 مارس", "20 مارس 2019", None, None) == "agree"
    assert outcome("20 مارس", "21 مارس 2019", None, None) == "conflict"
    assert outcome("شهر مايو", "20 مايو 2019", None, None) == "agree"
    assert outcome("8 رمضان", "20 مايو 2019", None, None) == "incomparable"
    assert outcome("الجمعة", "عام 2019", None, None) == "incomparable"


def test_neighbouring_weeks_of_one_weekday() -> None:
    """A bare weekday a week apart may be a misread tense; adjectives that disagree are a conflict."""
    assert outcome("الخميس", "الخميس", TUESDAY, date(2022, 11, 8)) == "incomparable"
    assert outcome("الخميس الماضي", "الخميس المقبل") == "conflict"
