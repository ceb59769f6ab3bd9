"""Dates and times: the laws of values and anchors first, then the table of ``specs/times.jsonl``."""

import json
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import ClaimcheckError, find_times, parse_time
from claimcheck.model.mentions import TimeExpression
from claimcheck.recognizers.calendars import interval
from claimcheck.recognizers.numbers import recognize_numbers
from claimcheck.recognizers.times import recognize_times
from claimcheck.strategies.respelling import respellings
from claimcheck.strategies.times import DAY_WORDS, MONTHS, WEEKDAYS, dates, hijri_dates, relative_days, times
from claimcheck.text.tokens import Tokens

REFERENCE = date(2022, 11, 1)
SPECS = [json.loads(line) for line in (Path(__file__).parent / "specs" / "times.jsonl").read_text("utf-8").splitlines()]
REFERENCES = st.dates(date(1950, 1, 1), date(2049, 12, 31))
# Expressions of day or week grain: a week later they mean a week later.
BY_DAY = ["أمس", "غداً", "أول من أمس", "منذ ثلاثة أيام", "الخميس الماضي", "الأحد المقبل", "مساء السبت", "الأسبوع الماضي"]
# Of coarser grain: the day of the month does not matter.
BY_MONTH = ["الشهر الماضي", "العام المقبل", "منذ 5 أشهر", "قبل عامين", "الربع الحالي", "العقد الماضي", "نهاية الشهر"]
WORDS = (
    "أمس غداً اليوم يوم الاثنين الخميس الماضي المقبل الجاري مساء صباح ليل الساعة الثالثة والنصف إلا ربعاً من في إلى عام "
    "سنة شهر أسبوعين 2015 12 5 31 1436 هـ م / - : ( ) ، . مارس آب رمضان ذو القعدة تشرين الثاني ربيع الأول منذ قبل بعد "
    "ثلاث سنوات أيام و نصف القرن التسعينيات خريف هذا نفس ذلك كل أول آخر مطلع نهاية منتصف الموافق الربع العام نفسه ق.م "
    "15:30 31.10.2022 بتوقيت غرينتش ت غ القرنين عشر فاتح الليلة"
).split()


def found(text: str, reference: date | None = REFERENCE) -> list[tuple[str | None, str]]:
    return [(item.text, item.value) for item in find_times(text, reference)]


def moved(value: str, days: int) -> str:
    """Move the day or week of a value."""
    base, mark, tail = value.partition("T")
    if "-W" in base:
        year, week = base.split("-W")
        later = date.fromisocalendar(int(year), int(week), 1) + timedelta(days)
        return f"{later.isocalendar().year:04d}-W{later.isocalendar().week:02d}"
    return (date.fromisoformat(base) + timedelta(days)).isoformat() + mark + tail


@given(times(REFERENCE))
def test_what_is_written_is_read_back(drawn: tuple[str, str]) -> None:
    """A date or time in any of its forms has the value that it was written from."""
    text, value = drawn
    assert parse_time(text, reference=REFERENCE).value == value


@given(st.data(), times(REFERENCE))
def test_spelling_changes_nothing(data: st.DataObject, drawn: tuple[str, str]) -> None:
    """Digit set, harakat, tatweel, hamza, bidi marks and odd spaces leave the value as it is."""
    text, value = drawn
    other = data.draw(respellings(f"وقع الحادث {text} في المدينة"))
    assert [item.value for item in find_times(other, REFERENCE)] == [value]


@given(REFERENCES, st.sampled_from(BY_DAY))
def test_a_week_later_is_a_week_later(reference: date, text: str) -> None:
    """Shifting the reference by a week shifts every relative value of day or week grain by a week."""
    before, after = parse_time(text, reference), parse_time(text, reference + timedelta(7))
    assert after.value == moved(before.value, 7)
    assert before.relative


@given(REFERENCES, st.integers(1, 28), st.sampled_from(BY_MONTH))
def test_coarse_values_depend_on_the_month_alone(reference: date, day: int, text: str) -> None:
    """Values of coarser grain depend on the reference's month and year, never on its day."""
    assert parse_time(text, reference).value == parse_time(text, reference.replace(day=day)).value


@given(dates() | hijri_dates(), REFERENCES)
def test_an_absolute_date_needs_no_anchor(drawn: tuple[str, str], reference: date) -> None:
    """A full date has one value whatever the reference, and without any: resolution never asks today's clock."""
    text, value = drawn
    assert parse_time(text).value == parse_time(text, reference).value == value


@given(REFERENCES, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_near(reference: date, weekday: str) -> None:
    """A bare weekday is the last one or the day itself, with a verb of the future the next one or the day itself."""
    past = parse_time(weekday, reference).begin
    future = find_times(f"ستعقد الجلسة {weekday}", reference)[0].begin
    assert past is not None
    assert future is not None
    assert 0 <= (reference - past).days < 7
    assert 0 <= (future - reference).days < 7
    assert past.weekday() == future.weekday() == WEEKDAYS.index(weekday)


@given(REFERENCES, st.sampled_from(sorted(DAY_WORDS)), st.sampled_from(WEEKDAYS))
def test_where_halves_disagree_the_weekday_wins(reference: date, word: str, weekday: str) -> None:
    """A day word with a weekday falls on that weekday, within three days of what the word says."""
    day = parse_time(f"{word} {weekday}", reference).begin
    assert day is not None
    assert day.weekday() == WEEKDAYS.index(weekday)


@given(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join), st.none() | REFERENCES)
def test_any_text_is_read(text: str, reference: date | None) -> None:
    """Times are in text order and disjoint, each span is its text, each interval is that of its value."""
    end = 0
    for item in find_times(text, reference):
        assert item.span is not None
        assert item.span.of(text) == item.text
        assert item.span.start >= end
        assert item.value
        end = item.span.end
        assert (item.begin is None) == (item.end is None)
        if item.begin and item.end:
            assert item.begin < item.end


@given(st.text(max_size=60), st.none() | st.dates())
def test_no_text_breaks_it(text: str, reference: date | None) -> None:
    """Whatever the text and however far the reference: parse_time gives a value or a ClaimcheckError."""
    times_of_text = find_times(text, reference)
    try:
        whole = parse_time(text, reference)
    except ClaimcheckError:
        return
    assert whole.value
    assert len(times_of_text) <= 2


@given(relative_days(REFERENCE), dates())
def test_a_text_with_two_times_is_no_single_time(first: tuple[str, str], second: tuple[str, str]) -> None:
    """parse_time reads nothing that it would have to drop."""
    with pytest.raises(ClaimcheckError):
        parse_time(f"{first[0]} قال إن {second[0]}", REFERENCE)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_system_names_the_same_months(month: int) -> None:
    """All names of a month have one value."""
    for name in MONTHS[month - 1]:
        assert parse_time(f"3 {name} 2001").value == f"2001-{month:02d}-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("من 5 إلى 9 مايو 2020", "2020-05-05/2020-05-09"),
        ("بين عامي 2010 و2014", "2010/2014"),
        ("من الاثنين إلى الجمعة", "2022-10-31/2022-11-04"),
        ("من الساعة 3 إلى الساعة 5 مساء", "2022-11-01T15:00/2022-11-01T17:00"),
        ("مايو - يوليو 2014", "2014-05/2014-07"),
    ],
)
def test_a_range_has_both_ends(text: str, value: str) -> None:
    """A range is one time in parse_time, its interval from the begin of the first to the end of the last."""
    item = parse_time(text, REFERENCE)
    first, last = value.split("/")
    assert item.value == value
    assert item.begin == interval(first.split("T")[0])[0]  # type: ignore[index]
    assert item.end == interval(last.split("T")[0])[1]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "value"), [("مارس", "2022-03"), ("آب", "2022-08"), ("15/3", "2022-03-15"), ("الظهر", None)]
)
def test_a_whole_string_has_no_doubts(text: str, value: str | None) -> None:
    """What is doubtful in a text (مارس the verb, 15/3 the score) is a time where it is all there is."""
    assert parse_time(text, REFERENCE).value == (value or "2022-11-01TAF")
    assert find_times(f"{text} الرجل عمله", REFERENCE) == []


@pytest.mark.parametrize("case", SPECS, ids=[case["Input"] for case in SPECS])
def test_specification(case: dict[str, Any]) -> None:
    """Each case of the table has exactly its times, with these spans and values."""
    reference = date.fromisoformat(case["Reference"]) if case["Reference"] else None
    assert found(case["Input"], reference) == [(item["Text"], item["Value"]) for item in case["Results"]]


def test_sets_are_rates_not_times() -> None:
    """Repeated times are found by find_times; the times of a text leave them out."""
    tokens = Tokens.of("يزور المعرض كل يوم جمعة ألف زائر، وزاره الوزير أمس")
    times_of_text = recognize_times(tokens, recognize_numbers(tokens), REFERENCE)
    assert [item.value for item in times_of_text] == ["2022-10-31"]
    assert [item.type for item in find_times(tokens.text, REFERENCE)] == ["set", "date"]


def test_explain_names_the_rule() -> None:
    """explain() tells the rule, the words and the value."""
    item = parse_time("أمس الإثنين", REFERENCE)
    assert item.explain() == "day word: أمس الإثنين -> 2022-10-31"


@pytest.mark.parametrize(
    "piece", ["أمس الاثنين ", "5 و", "من شهر ", "منذ نحو ", "الساعة ", "(2015 - ", "عام 2015 و2016 و"]
)
def test_time_is_linear(piece: str) -> None:
    """Ten times the text takes at most some twenty times the time."""

    def seconds(text: str) -> float:
        started = time.process_time()
        find_times(text, REFERENCE)
        return time.process_time() - started

    seconds(piece * 50)
    short = min(seconds(piece * 300) for _ in range(3))
    assert min(seconds(piece * 3000) for _ in range(3)) <= 25 * short + 0.05


def test_a_moment_serves_as_its_day() -> None:
    """A datetime as reference counts as its date."""
    assert parse_time("أمس", reference=datetime(2022, 11, 1, 23, 30)).value == "2022-10-31"


def test_the_end_of_the_calendar_breaks_nothing() -> None:
    """Beyond the years that a date can have a relative time is vague."""
    assert parse_time("بعد غد", reference=date.max).value == "PAST_REF"
    assert parse_time("العام الماضي", reference=date.min).value == "PAST_REF"


def test_an_empty_text_has_no_times() -> None:
    """Nothing comes of nothing."""
    assert find_times("") == []
    with pytest.raises(ClaimcheckError, match="no single time"):
        parse_time("")


def test_values_without_words_have_no_partial() -> None:
    """A time of a table of figures has no text, and compares by its value alone."""
    from claimcheck.recognizers.times import partial_of
    from claimcheck.recognizers.times_reader import Partial

    assert partial_of(TimeExpression(value="2020")) == Partial()
