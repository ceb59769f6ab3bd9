"""Anchors: the shift that agreeing expressions make, times that no day satisfies, tenses, the story."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck import find_times
from claimcheck.recognizers.anchors import SHIFTS, anchor_conflicts, find_shift
from claimcheck.recognizers.times_reader import Found, Partial
from claimcheck.strategies.times import DAY_WORDS, WEEKDAYS

TUESDAY = date(2022, 11, 1)
PUBLISHED = st.dates(date(1990, 1, 1), date(2049, 12, 1))
WORDS = sorted(DAY_WORDS.items())


def pairs(text: str, published: date | None = TUESDAY) -> list[tuple[str | None, str | None]]:
    return [(a.text, b.text) for a, b in anchor_conflicts(find_times(text, published))]


def said(written: date, words: list[tuple[str, int]]) -> str:
    """Write sentences whose days are counted from ``written``, each with its weekday."""
    return "، ثم ".join(f"عمل الفريق {word} {WEEKDAYS[(written + timedelta(days)).weekday()]}" for word, days in words)


@given(PUBLISHED, st.sampled_from(SHIFTS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_expressions_that_agree_move_the_anchor(published: date, shift: int, words: list[tuple[str, int]]) -> None:
    """Written up to two days off its date, a text has that shift on every relative time, and no conflict."""
    text = said(published + timedelta(shift), words)
    times = find_times(f"{text}. والتقى اللجنة أمس.", published)
    assert {time.shift for time in times} == {shift}
    assert times[-1].begin == published + timedelta(shift - 1)
    assert anchor_conflicts(times) == []


@given(PUBLISHED, st.sampled_from(WORDS), st.sampled_from(WORDS), st.integers(1, 6))
def test_days_of_two_writings_conflict(
    published: date, first: tuple[str, int], second: tuple[str, int], off: int
) -> None:
    """Two expressions written on different weekdays are a pair, whatever the date of publication, and without one."""
    assume(first[0] != second[0])
    text = f"{said(published, [first])}. {said(published + timedelta(off), [second])}"
    assert len(anchor_conflicts(find_times(text, published))) == 1
    assert len(anchor_conflicts(find_times(text))) == 1


def test_one_summit_on_two_days() -> None:
    """أمس الإثنين and اليوم الإثنين can be written on no single day; the date of publication stands then."""
    text = "أعلن الرئيس، الأمس الإثنين، نتائج القمة. وعُقدت القمة، اليوم الإثنين، في المنتجع."
    assert pairs(text) == [("الأمس الإثنين", "اليوم الإثنين")]
    assert [(time.value, time.shift) for time in find_times(text, TUESDAY)] == [("2022-10-31", 0), ("2022-10-31", 0)]


def test_a_monday_throughout_dated_tuesday() -> None:
    """Saying اليوم الإثنين throughout and dated Tuesday, an article has no conflict, and its times carry the shift."""
    text = "وصل الوفد اليوم الإثنين. ويلتقي اليوم الإثنين رئيس الوزراء، ويغادر غداً."
    times = find_times(text, TUESDAY)
    assert anchor_conflicts(times) == []
    assert [(time.value, time.shift) for time in times] == [("2022-10-31", -1), ("2022-10-31", -1), ("2022-11-01", -1)]


@pytest.mark.parametrize(
    "text",
    [
        "قال أمس الاثنين إنه سيعود اليوم الثلاثاء وسيغادر غداً الأربعاء",
        "وصل الاثنين وغادر الخميس",
        "عُقدت الجلسة الاثنين الماضي وتعقد أخرى الاثنين المقبل",
        "صدر القرار اليوم الأحد 5 مارس 2023، وعلقت عليه الصحف أمس الاثنين",
    ],
)
def test_no_conflict_where_one_day_will_do(text: str) -> None:
    """Weekdays alone, and expressions that agree, contradict nothing; a dated document is of its own day."""
    assert pairs(text) == []


def test_the_rest_is_measured_by_the_majority() -> None:
    """Each expression that most others contradict is paired with the nearest of them, in text order."""
    text = "عمل أمس الاثنين. وحضر اليوم الاثنين. وغادر اليوم الثلاثاء. وعاد غداً الأربعاء."
    assert pairs(text) == [("أمس الاثنين", "اليوم الاثنين")]


def test_far_from_the_date_nothing_moves() -> None:
    """Expressions that imply a day of writing three days off leave the anchor where it is."""
    found = [Found(0, 1, Partial(offset=0, weekday=5), "day word")]
    assert find_shift(found, TUESDAY) == 0
    assert find_shift([], TUESDAY) == 0
    assert find_shift(found, date.max) in SHIFTS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سيلتقي الوفد الخميس رئيس الوزراء", "2022-11-03"),
        ("التقى الوفد الخميس رئيس الوزراء", "2022-10-27"),
        ("من المقرر أن يلتقي الوفد الخميس الرئيس", "2022-11-03"),
        ("قال إن اللقاء جرى الخميس", "2022-10-27"),
        ("الخميس ستبدأ الدورة", "2022-11-03"),
        ("أُفرج عنه في يناير", "2022-01"),
        ("سيُفرج عنه في يناير", "2023-01"),
        ("يُفتتح المعرض في 20 نوفمبر", "2022-11-20"),
        ("افتتح المعرض في 20 نوفمبر", "2021-11-20"),
        ("كان قد غادر في ديسمبر", "2021-12"),
        ("زادت شركة السياحة رحلاتها بعد شهرين", "PAST_REF"),
        ("ستزيد شركة السياحة رحلاتها بعد شهرين", "2023-01"),
    ],
)
def test_the_verb_tells_the_side(text: str, value: str) -> None:
    """The governing verb decides between the last and the next one."""
    assert [time.value for time in find_times(text, TUESDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("سقطت المدينة في 11 تموز 1995. وفي 13 تموز نُقل الجرحى.", ["1995-07-11", "1995-07-13"]),
        ("في مايو 2011 بدأ العمل، وفي نوفمبر توقف.", ["2011-05", "2011-11"]),
        ("انتخب عام 2014، وتراجع عن وعده في مارس.", ["2014", "2014-03"]),
        ("وقعت الحادثة في 3 مايو 2019، وفي ذلك اليوم أُغلق المطار.", ["2019-05-03", "2019-05-03"]),
        ("حدث ذلك عام 2011. وتقدم في مارس الماضي بطلب.", ["2011", "2022-03"]),
        ("كشف، قبل يومين، أنه سيسافر الإثنين مع الفريق", ["2022-10-30", "2022-10-31"]),
    ],
)
def test_the_story_dates_what_follows(text: str, values: list[str]) -> None:
    """A later partial date takes its year from the story, a reported future counts from its cue."""
    assert [time.value for time in find_times(text, TUESDAY)] == values
