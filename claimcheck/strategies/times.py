"""Dates and times in words and digits with the TIMEX3 value that they must be read as."""

from datetime import date, timedelta

from hypothesis import strategies as st

# One name a month of four naming systems: the Nile and the Gulf, the Levant, Tunisia and Algeria, Morocco.
MONTHS = (
    ("يناير", "كانون الثاني", "جانفي", "يناير"),
    ("فبراير", "شباط", "فيفري", "فبراير"),
    ("مارس", "آذار", "مارس", "مارس"),
    ("أبريل", "نيسان", "أفريل", "أبريل"),
    ("مايو", "أيار", "ماي", "ماي"),
    ("يونيو", "حزيران", "جوان", "يونيو"),
    ("يوليو", "تموز", "جويلية", "يوليوز"),
    ("أغسطس", "آب", "أوت", "غشت"),
    ("سبتمبر", "أيلول", "سبتمبر", "شتنبر"),
    ("أكتوبر", "تشرين الأول", "أكتوبر", "أكتوبر"),
    ("نوفمبر", "تشرين الثاني", "نوفمبر", "نونبر"),
    ("ديسمبر", "كانون الأول", "ديسمبر", "دجنبر"),
)
HIJRI_MONTHS = (
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
# Days from the day of writing.
DAY_WORDS = {"أول من أمس": -2, "أمس": -1, "اليوم": 0, "غداً": 1, "بعد غد": 2}
_PARTS = {"صباح": "TMO", "ظهر": "TAF", "مساء": "TEV", "ليل": "TNI"}
_UNITS = {"الأسبوع": "week", "الشهر": "month", "العام": "year"}
_SIDES = {"الماضي": -1, "الحالي": 0, "المقبل": 1}


def days(first: date = date(1900, 1, 1), last: date = date(2049, 12, 31)) -> st.SearchStrategy[date]:
    """Draw days from ``first`` to ``last``."""
    return st.dates(first, last)


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, str]:
    """Draw (text, value): a full Gregorian date in any naming system of months, in words or digits.

    >>> from hypothesis import find
    >>> find(dates(), lambda drawn: "/" not in drawn[0])
    ('1 يناير 2000', '2000-01-01')
    """
    day = draw(days())
    names = MONTHS[day.month - 1]
    name, second = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    forms = [
        f"{day.day} {name} {day.year}",
        f"{day.day} من {name} عام {day.year}",
        f"{day.day} {name}/{second} {day.year}",
        f"{day.day} {name} ({second}) {day.year}م",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}-{day.month:02d}-{day.year}",
        day.isoformat(),
        f"{WEEKDAYS[day.weekday()]} {day.day} {name} {day.year}",
        f"يوم {WEEKDAYS[day.weekday()]} الموافق {day.day}/{day.month}/{day.year}",
    ]
    return draw(st.sampled_from(forms)), day.isoformat()


@st.composite
def hijri_dates(draw: st.DrawFn) -> tuple[str, str]:
    """Draw (text, value): a full Hijri date of AH 1343 to 1499."""
    year, month, day = draw(st.integers(1343, 1499)), draw(st.integers(1, 12)), draw(st.integers(1, 29))
    name = HIJRI_MONTHS[month - 1]
    forms = [
        f"{day} {name} {year}هـ",
        f"{day} من {name} عام {year}هـ",
        f"{day}/{month}/{year}هـ",
        f"{day}-{month}-{year}هـ",
    ]
    return draw(st.sampled_from(forms)), f"AH{year}-{month:02d}-{day:02d}"


@st.composite
def relative_days(draw: st.DrawFn, reference: date) -> tuple[str, str]:
    """Draw (text, value): a day counted from ``reference``, perhaps with its weekday and a part of the day."""
    word, offset = draw(st.sampled_from(sorted(DAY_WORDS.items())))
    day = reference + timedelta(offset)
    text = word
    if draw(st.booleans()):
        text += f" {WEEKDAYS[day.weekday()]}"
    part = draw(st.sampled_from(["", *_PARTS]))
    return (f"{part} {text}", day.isoformat() + _PARTS[part]) if part else (text, day.isoformat())


@st.composite
def relative_units(draw: st.DrawFn, reference: date) -> tuple[str, str]:
    """Draw (text, value): a week, month or year beside the one that holds ``reference``."""
    (noun, unit), (side, shift) = (
        draw(st.sampled_from(sorted(_UNITS.items()))),
        draw(st.sampled_from(sorted(_SIDES.items()))),
    )
    if unit == "week":
        year, week, _ = (reference + timedelta(7 * shift)).isocalendar()
        value = f"{year}-W{week:02d}"
    elif unit == "month":
        index = reference.year * 12 + reference.month - 1 + shift
        value = f"{index // 12}-{index % 12 + 1:02d}"
    else:
        value = str(reference.year + shift)
    return f"{noun} {side}", value


@st.composite
def clock_times(draw: st.DrawFn, reference: date) -> tuple[str, str]:
    """Draw (text, value): a clock time of the day of ``reference``."""
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    return f"الساعة {hour}:{minute:02d}", f"{reference.isoformat()}T{hour:02d}:{minute:02d}"


def times(reference: date = date(2022, 11, 1)) -> st.SearchStrategy[tuple[str, str]]:
    """Draw (text, value): a date or time, and what it must be read as where it is written on ``reference``.

    >>> from hypothesis import find
    >>> find(times(), lambda drawn: drawn[0] == "العام الماضي")
    ('العام الماضي', '2021')
    """
    return st.one_of(
        dates(), hijri_dates(), relative_days(reference), relative_units(reference), clock_times(reference)
    )
