"""The days that a TIMEX3 value covers, and counting in days, weeks, months, years of both calendars.

Gregorian values are those of TIMEX3: ``2015``, ``2015-07``, ``2015-07-21``, ``2015-W30``, ``2015-W30-WE``, ``2015-Q2``,
``2015-H1``, ``2015-SU``, ``199`` (a decade), ``19`` (a century), each day also with a part (``2015-07-21TEV``) or a
clock time (``2015-07-21T15:30``). Hijri values carry the prefix ``AH``: ``AH1436``, ``AH1436-10``, ``AH1436-10-05``. A
range is two values with a stroke between them. Intervals are half-open: ``[begin, end)``.

Hijri dates follow the Umm al-Qura calendar (hijridate, AH 1343 to 1500). Observed months begin up to a day earlier or
later: see ``HIJRI_TOLERANCE``.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

Interval = tuple[date, date]

# Days by which a civil Hijri date and the observed one may differ.
HIJRI_TOLERANCE = 1

# Years behind a Hijri month that can only be Gregorian (رمضان 2017).
GREGORIAN_YEARS = range(1900, 2100)

# First month and number of months of the pieces of a year. Winter begins in December of its year.
PIECES = {
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}
_VALUE = re.compile(
    r"(?P<hijri>AH)?(?P<year>\d{4})"
    r"(?:-W(?P<week>\d\d)(?P<end>-WE)?|-(?P<piece>[QH]\d|SP|SU|FA|WI)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?P<clock>T.*)?\Z"
)


@lru_cache(maxsize=4096)
def interval(value: str) -> Interval | None:
    """Return the days that a value covers, or ``None`` where it covers none that are known.

    >>> interval("2020-FA")
    (datetime.date(2020, 9, 1), datetime.date(2020, 12, 1))
    >>> interval("AH1436-09-22")
    (datetime.date(2015, 7, 9), datetime.date(2015, 7, 10))
    >>> interval("PAST_REF")
    """
    if "/" in value:
        ends = [interval(end) for end in value.split("/")]
        first, last = ends[0], ends[-1]
        return (first[0], last[1]) if first and last and first[0] < last[1] else None
    match = _VALUE.match(value)
    try:
        return _days(match.groupdict()) if match else _open_ended(value)
    except (ValueError, OverflowError, KeyError):
        return None


def _days(part: dict[str, str | None]) -> Interval | None:
    """Return the days of a value that was taken apart; ValueError where there are no such days."""
    year, month, day = int(part["year"] or 0), _int(part["month"]), _int(part["day"])
    if part["hijri"]:
        return hijri_interval(year, month, day)
    if part["week"]:
        return _week(year, int(part["week"]), weekend=bool(part["end"]))
    if part["piece"]:
        return _piece(year, part["piece"])
    return _calendar(year, month, day)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _calendar(year: int, month: int | None, day: int | None) -> Interval:
    """Return the days of a Gregorian year, month or day; ValueError where there is no such day."""
    if day and month:
        begin = date(year, month, day)
        return begin, begin + timedelta(1)
    if month:
        begin = date(year, month, 1)
        return begin, first_of(*month_shift(year, month, 1))
    return date(year, 1, 1), date(year + 1, 1, 1)


def _week(year: int, week: int, *, weekend: bool) -> Interval:
    """Return the days of an ISO week, or of its Saturday and Sunday."""
    begin = date.fromisocalendar(year, week, 6 if weekend else 1)
    return begin, begin + timedelta(2 if weekend else 7)


def _piece(year: int, piece: str) -> Interval:
    """Return the days of a quarter, half or season."""
    month, length = PIECES[piece]
    return date(year, month, 1), first_of(*month_shift(year, month, length))


def _open_ended(value: str) -> Interval | None:
    """Return the days of a decade (``199``) or a century (``19``)."""
    if not value.isdecimal() or len(value) not in {2, 3}:
        return None
    length = 10 if len(value) == 3 else 100
    year = int(value) * length
    return date(max(year, MINYEAR), 1, 1), date(min(year + length, MAXYEAR), 1, 1)


def hijri_interval(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Return the days of a Hijri year, month or day; ``None`` outside AH 1343 to 1500 or where there is no such day."""
    from hijridate import Hijri

    try:
        if month is None:
            return _plain(Hijri(year, 1, 1).to_gregorian()), _plain(Hijri(year + 1, 1, 1).to_gregorian())
        first = Hijri(year, month, 1)
        begin, length = _plain(first.to_gregorian()), first.month_length()
    except (ValueError, OverflowError):
        return None
    if day is None:
        return begin, begin + timedelta(length)
    if not 1 <= day <= 30:
        return None
    begin += timedelta(day - 1)  # the 30th of a short month is the observed month's: the first of the next
    return begin, begin + timedelta(1)


def _plain(day: date) -> date:
    """Turn hijridate's subclass of date into a plain one."""
    return date(day.year, day.month, day.day)


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Return the Hijri year, month and day of a date; ``None`` outside AH 1343 to 1500.

    >>> to_hijri(date(2015, 7, 9))
    (1436, 9, 22)
    """
    from hijridate import Gregorian

    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day


def hijri_year_in(year: int, month: int) -> int | None:
    """Return the Hijri year whose ``month`` begins in a Gregorian year, the first of two.

    >>> hijri_year_in(2017, 9)
    1438
    """
    start = to_hijri(date(year, 1, 1))
    for hijri in range(start[0], start[0] + 3) if start else ():
        days = hijri_interval(hijri, month)
        if days and days[0].year == year:
            return hijri
    return None


def first_of(year: int, month: int) -> date:
    """Return the first day of a month."""
    return date(year, month, 1)


def month_shift(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the (year, month) that lies ``by`` months on.

    >>> month_shift(2015, 7, -18)
    (2014, 1)
    """
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether a Gregorian month has such a day (of any year, where ``year`` is ``None``)."""
    if not 1 <= month <= 12 or day < 1:
        return False
    known = year if year is not None and MINYEAR <= year <= MAXYEAR else 2000
    return day <= monthrange(known, month)[1]


def day_value(day: date) -> str:
    """Return the TIMEX3 value of a day."""
    return day.isoformat()


def week_value(day: date) -> str:
    """Return the ISO week of a day.

    >>> week_value(date(2015, 7, 24))
    '2015-W30'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(unit: str, anchor: date, shift: int) -> str:
    """Return the value of the unit that lies ``shift`` units from the one that holds ``anchor``.

    Units: day, week, weekend, month, quarter, half, year, decade, century. Raises OverflowError outside year 1 to 9999.

    >>> unit_value("quarter", date(2015, 7, 25), -1), unit_value("decade", date(2015, 7, 25), 0)
    ('2015-Q2', '201')
    """
    if unit in {"day", "week", "weekend"}:
        day = anchor + timedelta(shift * (1 if unit == "day" else 7))
        return day_value(day) if unit == "day" else week_value(day) + ("-WE" if unit == "weekend" else "")
    if unit in {"month", "quarter", "half"}:
        length = {"month": 1, "quarter": 3, "half": 6}[unit]
        year, month = month_shift(anchor.year, anchor.month, shift * length)
        piece = (month - 1) // length + 1
        tail = f"{month:02d}" if unit == "month" else f"{unit[0].upper()}{piece}"
        return f"{_checked(year):04d}-{tail}"
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    return f"{_checked(anchor.year + shift * length):04d}"[: {1: 4, 10: 3, 100: 2}[length]]


def _checked(year: int) -> int:
    """Refuse years that a date cannot have."""
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} lies outside {MINYEAR} to {MAXYEAR}")
    return year
