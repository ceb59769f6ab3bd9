"""Do two times agree? Ordered comparison levels over the days they cover, the first that is true decides.

Comparisons are interval relations: "in 2020" agrees with "autumn 2020", "October 2022" with 31/10/2022. Across the
Hijri and Gregorian calendars a day either way is no conflict, and neither is a day or two between words such as اليوم
and أمس that count from a publication date, unless a weekday or a date is named.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from attrs import field, frozen

from claimcheck.model.mentions import TimeExpression
from claimcheck.recognizers.calendars import HIJRI_TOLERANCE, Interval, interval
from claimcheck.recognizers.times import partial_of
from claimcheck.recognizers.times_reader import Partial

Outcome = Literal["agree", "conflict", "incomparable"]

# Days that a publication date may lag behind the day of writing.
LAG = 2
# Hours of the parts of the day, generous at both ends: what is late afternoon to one is evening to another.
_HOURS = {"MO": (0, 12), "AF": (11, 19), "EV": (15, 24), "NI": (18, 30)}
_ZONES = ("توقيت", "غرين", "جرين", "GMT", "تغ", "ت.غ")


@frozen
class TimeComparison:
    """The level at which two times met or parted; ``code`` is that of the finding where they conflict."""

    level: str
    outcome: Outcome

    @property
    def code(self) -> str | None:
        """``date`` where the times conflict."""
        return "date" if self.outcome == "conflict" else None


@frozen
class _Side:
    """A time taken apart: its day value, its time of day, the days it covers, what its words say."""

    value: str
    days: Interval | None
    clock: str | None
    said: Partial
    time: TimeExpression = field(eq=False)

    @property
    def hijri(self) -> bool:
        """Whether its value is of the Hijri calendar."""
        return self.value.startswith("AH")

    @property
    def bare(self) -> bool:
        """Whether it only counts days from now (أمس, منذ يومين), naming neither weekday nor date."""
        return self.time.relative and self.said.is_day and self.said.weekday is None and self.said.day is None

    @property
    def loose_weekday(self) -> bool:
        """Whether it is a weekday of which only the tense tells the week."""
        return self.said.weekday is not None and self.said.direction is None and self.said.day is None


def compare_times(a: TimeExpression, b: TimeExpression) -> TimeComparison:
    """Compare two times. The outcome is the same whichever comes first.

    >>> from claimcheck.recognizers.times import parse_time
    >>> compare_times(parse_time("في 2020"), parse_time("خريف عام 2020")).outcome
    'agree'
    >>> compare_times(parse_time("مايو 2020"), parse_time("مارس 2020"))
    TimeComparison(level='on different dates', outcome='conflict')
    """
    first, second = _side(a), _side(b)
    for level in _LEVELS:
        result = level(first, second)
        if result is not None:
            return result
    return TimeComparison("on different dates", "conflict")


def _side(time: TimeExpression) -> _Side:
    """Take a time apart."""
    value, clock = time.value, None
    if "T" in value[4:] and not value.endswith("_REF") and "/" not in value:
        value, clock = value[: value.index("T", 4)], value[value.index("T", 4) + 1 :]
    days = (time.begin, time.end) if time.begin and time.end else interval(value)
    return _Side(value, days, clock, partial_of(time), time)


def _vague(a: _Side, b: _Side) -> TimeComparison | None:
    """Nothing is known of vague and repeated times."""
    for side in (a, b):
        if side.time.type in {"set", "duration"} or side.value.endswith("_REF") or not side.value:
            return TimeComparison("a vague time", "incomparable")
    return None


def _yearless(a: _Side, b: _Side) -> TimeComparison | None:
    """Without a year (or a week) only month, day and weekday can be compared."""
    if a.days and b.days:
        return None
    if a.value == b.value:
        return _time_of_day(a, b) or TimeComparison("the same value", "agree")
    if "WXX" in a.value or "WXX" in b.value:
        return _weekdays(a, b)
    if "XXXX" not in a.value + b.value or a.hijri != b.hijri or "W" in a.value + b.value:
        return TimeComparison("dates unknown", "incomparable")
    if any(x != y for x, y in zip(_fields(a.value), _fields(b.value), strict=False)):
        return TimeComparison("on different dates", "conflict")
    return TimeComparison("the same date of some year", "agree")


def _weekdays(a: _Side, b: _Side) -> TimeComparison:
    """Compare a weekday of an unknown week with a day."""
    first, second = _weekday(a), _weekday(b)
    if first is None or second is None or (first != second and (a.bare or b.bare)):
        return TimeComparison("dates unknown", "incomparable")
    if first == second:
        return TimeComparison("the same weekday", "agree")
    return TimeComparison("on different weekdays", "conflict")


def _weekday(side: _Side) -> int | None:
    """Return the weekday that a time names or falls on."""
    if side.said.weekday is not None:
        return side.said.weekday
    if side.days and side.days[1] - side.days[0] == timedelta(1):
        return side.days[0].isoweekday()
    return None


def _fields(value: str) -> list[str]:
    """Return month and day of a value."""
    return value.split("-")[1:]


def _same_days(a: _Side, b: _Side) -> TimeComparison | None:
    """Equal days: the time of day decides, where both name one."""
    if a.days != b.days:
        return None
    return _time_of_day(a, b) or TimeComparison("the same date", "agree")


def _time_of_day(a: _Side, b: _Side) -> TimeComparison | None:
    """Compare parts of the day and clock times of one day."""
    if a.clock is None or b.clock is None or a.clock == b.clock:
        return None
    first, second = _hours(a.clock), _hours(b.clock)
    if first is None or second is None:
        return None
    if first[0] < second[1] and second[0] < first[1]:
        return TimeComparison("the same part of the day", "agree")
    if ":" in a.clock and ":" in b.clock:
        if _zoned(a) != _zoned(b) and abs(first[0] - second[0]) % 30 == 0:
            return TimeComparison("clock times of different zones", "incomparable")
        return TimeComparison("at different clock times", "conflict")
    return TimeComparison("in different parts of the day", "conflict")


def _hours(clock: str) -> tuple[int, int] | None:
    """Return the minutes of the day that a time of day covers."""
    if clock in _HOURS:
        begin, end = _HOURS[clock]
        return begin * 60, end * 60
    hour, _, minute = clock.partition(":")
    if not (hour.isdigit() and minute[:2].isdigit()):
        return None
    start = int(hour) * 60 + int(minute[:2])
    return start, start + 1


def _zoned(side: _Side) -> str:
    """Return the time zone as written, the empty string where none is."""
    text = side.time.text or ""
    return next((text[text.index(mark) :] for mark in _ZONES if mark in text), "")


def _within(a: _Side, b: _Side) -> TimeComparison | None:
    """One time lies inside the other, or both share days."""
    (begin, end), (other_begin, other_end) = _known(a), _known(b)
    if (other_begin <= begin and end <= other_end) or (begin <= other_begin and other_end <= end):
        return TimeComparison("one within the other", "agree")
    if begin < other_end and other_begin < end:
        return TimeComparison("overlapping", "agree")
    return None


def _known(side: _Side) -> Interval:
    """Return the days of a time; winter may mean either end of its year."""
    assert side.days is not None
    begin, end = side.days
    return (date(begin.year, 1, 1), end) if side.value.endswith("-WI") else (begin, end)


def _gap(a: _Side, b: _Side) -> int:
    """Return the days between two times that do not meet, 1 for neighbours."""
    (begin, end), (other_begin, other_end) = _known(a), _known(b)
    return (other_begin - end).days + 1 if end <= other_begin else (begin - other_end).days + 1


def _calendars(a: _Side, b: _Side) -> TimeComparison | None:
    """Civil and observed Hijri dates may differ by a day."""
    if a.hijri != b.hijri and _gap(a, b) <= HIJRI_TOLERANCE:
        return TimeComparison("the same day within the tolerance of the Hijri calendar", "agree")
    return None


def _midnight(a: _Side, b: _Side) -> TimeComparison | None:
    """Midnight belongs to the night before as well."""
    if _gap(a, b) != 1:
        return None
    early, late = sorted((a, b), key=lambda side: _known(side)[0])
    if late.clock == "00:00" and early.clock in {None, "NI", "EV"}:
        return TimeComparison("midnight between both days", "agree")
    if early.clock == "NI" and late.clock in {"MO", "NI"}:
        return TimeComparison("the night between both days", "agree")
    return None


def _lag(a: _Side, b: _Side) -> TimeComparison | None:
    """Words that count from a publication date carry its lag, unless the other side names its day."""
    if _gap(a, b) > LAG or not (a.bare or b.bare) or not (a.time.relative and b.time.relative):
        return None
    if a.said.day is not None or b.said.day is not None:
        return None
    if a.bare and b.bare:
        return TimeComparison("apart by the lag of publication", "agree")
    return TimeComparison("apart by the lag of publication", "incomparable")


def _weeks(a: _Side, b: _Side) -> TimeComparison | None:
    """One weekday, a week apart, where only the tense tells which week is meant."""
    if a.said.weekday == b.said.weekday is not None and (a.loose_weekday or b.loose_weekday) and _gap(a, b) == 7:
        return TimeComparison("the same weekday of neighbouring weeks", "incomparable")
    return None


_LEVELS: tuple[Callable[[_Side, _Side], TimeComparison | None], ...] = (
    _vague,
    _yearless,
    _same_days,
    _within,
    _calendars,
    _midnight,
    _lag,
    _weeks,
)
