"""From what an expression says to the TIMEX3 value it has in its text: years, tenses, the story and the anchor."""

from datetime import date, timedelta

from attrs import define, evolve, field

from claimcheck.recognizers import anchors
from claimcheck.recognizers.calendars import (
    GREGORIAN_YEARS,
    hijri_year_in,
    interval,
    month_shift,
    to_hijri,
    unit_value,
    valid_day,
    week_value,
)
from claimcheck.recognizers.clock import END_OF_DAY
from claimcheck.recognizers.times_ordinals import weekday_of_month
from claimcheck.recognizers.times_reader import Found, Partial
from claimcheck.recognizers.times_words import event_dates
from claimcheck.text.tokens import Tokens

# Tokens back over which a year (or a month) that the story named serves a partial date.
_STORY_REACH = 60
_YEAR_REACH = 25
# Words before بعد عام from which on it belongs to a told clause, where no verb tells.
_FREE = 4
# Days ahead at which a date without a year or tense is still taken for the coming one.
_AHEAD = 45


@define
class Story:
    """What the text has dated so far: the last day, month and year that it told, with where it told them."""

    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    at: int = -10_000
    full_at: int = -10_000
    sentence_day: date | None = None
    sentence_at: int = -10_000
    joined: tuple[date, int] | None = None
    last_day: date | None = None
    last_at: int = -10_000
    months: set[str] = field(factory=set)


class Resolver:
    """Resolves the times of one text in order. ``anchor`` is the day of writing, or ``None`` where it is unknown."""

    def __init__(self, tokens: Tokens, anchor: date | None) -> None:
        """Begin with an empty story."""
        self.tokens = tokens
        self.anchor = anchor
        self.story = Story()

    def value(self, found: Found) -> tuple[str, bool]:
        """Return the value of an expression, and whether it depends on the anchor or the story."""
        partial = found.partial
        try:
            base, relative = self._base(found, partial)
        except (OverflowError, ValueError):
            return "PAST_REF", True
        self._tell(found, partial, base)
        return _with_time(base, partial), relative

    def _base(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value without the time of day."""
        if partial.value is not None:
            return partial.value, partial.value.endswith("_REF")
        if partial.piece is not None and partial.piece[0] == "D":
            return self._weekday_of_month(found, partial)
        if partial.day is not None:
            return self._dated(found, partial)
        if partial.offset is not None or partial.weekday is not None:
            return self._placed_day(found, partial), True
        if partial.unit is not None:
            return self._unit(found, partial), True
        if partial.month is not None or partial.month_of is not None:
            return self._month(found, partial)
        if partial.piece is not None:
            return self._piece(found, partial)
        if partial.year is not None or partial.year_of is not None:
            year = self._year(partial)
            hijri = "AH" if partial.calendar == "AH" else ""
            return (f"{hijri}{year:04d}" if year else "PAST_REF"), partial.year is None
        return self._day_of_clock(found), True

    def _day_of_clock(self, found: Found) -> str:
        """Return the day of a clock time alone: the one that its sentence has named, else the day of writing."""
        story = self.story
        if (
            story.last_day
            and found.first - story.last_at <= _YEAR_REACH
            and self._same_sentence(story.last_at, found.first)
        ):
            return story.last_day.isoformat()
        return self.anchor.isoformat() if self.anchor else ""

    def _year(self, partial: Partial) -> int | None:
        """Return the year that an expression names or hangs on."""
        if partial.year is not None:
            if partial.calendar == "AH" and partial.month and partial.year in GREGORIAN_YEARS:
                return hijri_year_in(partial.year, partial.month)  # رمضان 2017
            return partial.year
        if partial.year_of is None:
            return None
        origin, shift = partial.year_of
        if origin == "story" and self.story.year is not None:
            return self.story.year + shift
        if self.anchor is None:
            return None
        if partial.calendar == "AH":
            hijri = to_hijri(self.anchor)
            return hijri[0] + shift if hijri else None
        return self.anchor.year + shift

    def _dated(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of a day of a month."""
        assert partial.day is not None
        if partial.month is None:
            return self._day_of_month(partial)
        year = self._year(partial)
        if year is not None:
            return _date_value(partial.calendar, year, partial.month, partial.day), partial.year is None
        year = self._nearest_year(found, partial)
        if year is None:
            return f"{'AH' if partial.calendar == 'AH' else ''}XXXX-{partial.month:02d}-{partial.day:02d}", True
        return _date_value(partial.calendar, year, partial.month, partial.day), True

    def _day_of_month(self, partial: Partial) -> tuple[str, bool]:
        """Return the value of 27 الشهر الجاري, or of a day whose month the story told."""
        origin, shift = partial.month_of or ("story", 0)
        base = self.story.month if origin == "story" else None
        if base is None and self.anchor is not None:
            base = (self.anchor.year, self.anchor.month)
        if base is None:
            return "PRESENT_REF", True
        year, month = month_shift(*base, shift)
        return _date_value("G", year, month, partial.day or 1), True

    def _nearest_year(self, found: Found, partial: Partial) -> int | None:
        """Return the year of a date or month that names none: by its adjective, the story, the tense, or the distance."""
        event = self._event_year(found, partial)
        if event:
            return event
        if self.anchor is None:
            return self._story_year(found, partial)
        if self._is_this_month(partial):
            return self.anchor.year
        if partial.direction is not None:
            return nearest_year(partial, self.anchor, partial.direction)
        told = anchors.tense(self.tokens, found.first, found.stop)
        if told.direction < 1 or told.weak:
            year = self._story_year(found, partial)
            if year is not None:
                return year
        if partial.calendar == "AH" and (told.weak or told.direction == 0 or _is_close(partial, self.anchor)):
            return nearest_year(partial, self.anchor, 0)
        direction = 0 if told.weak and told.direction > 0 else told.direction
        return nearest_year(partial, self.anchor, direction)

    def _event_year(self, found: Found, partial: Partial) -> int | None:
        """Return the year of a date that names an event of history: هجمات 11 سبتمبر."""
        if partial.calendar == "AH" or partial.day is None or partial.direction is not None:
            return None
        year, nouns = event_dates().get((partial.month or 0, partial.day), (0, frozenset()))
        before = self.tokens.norms[max(0, found.first - 2) : found.first]
        return year if any(norm.removeprefix("و") in nouns for norm in before) else None

    def _is_this_month(self, partial: Partial) -> bool:
        """Tell whether يوليو الماضي is the present July because the text has told of that one before."""
        anchor = self.anchor
        if anchor is None or partial.direction != -1 or partial.day or partial.calendar == "AH":
            return False
        return partial.month == anchor.month and f"{anchor.year:04d}-{anchor.month:02d}" in self.story.months

    def _story_year(self, found: Found, partial: Partial) -> int | None:
        """Return the year of the story where it was named near by and lies before the day of writing."""
        story = self.story
        near = found.first - story.full_at <= _STORY_REACH or (
            found.first - story.at <= _YEAR_REACH and self._same_sentence(story.at, found.first)
        )
        if story.year is None or not near or partial.calendar == "AH":
            return None
        if self.anchor is not None and (story.year, partial.month or 1) > (self.anchor.year, self.anchor.month):
            return None
        return story.year

    def _same_sentence(self, first: int, second: int) -> bool:
        return not any(self.tokens.norms[i] in {".", "!", "؟"} for i in range(max(0, first), second))

    def _placed_day(self, found: Found, partial: Partial) -> str:
        """Return the day of أمس, of a weekday, or of both; where both disagree, the weekday wins."""
        if self.anchor is None:
            return _unanchored_day(partial)
        if partial.offset is not None:
            day = self.anchor + timedelta(partial.offset)
            if partial.weekday is not None:
                off = (partial.weekday - day.isoweekday() + 3) % 7 - 3
                day += timedelta(off)
            return day.isoformat()
        assert partial.weekday is not None
        direction = partial.direction
        base = self.anchor
        if direction is None:
            direction = anchors.tense(self.tokens, found.first, found.stop).direction
            if direction > 0:
                base = self._cue_day(found) or base
            day = weekday_near(base, partial.weekday, direction, strict=False)
            before = self.story.joined
            if direction >= 0 and before and found.first - before[1] <= 1 and day < before[0]:  # من الاثنين إلى الجمعة
                day = weekday_near(before[0], partial.weekday, 1, strict=False)
            self.story.joined = (day, found.stop)
            return day.isoformat()
        joined = self.story.joined
        if direction > 0 and joined and found.first - joined[1] <= 1:  # الأحد والاثنين المقبلين follow each other
            base = joined[0]
        day = weekday_near(base, partial.weekday, direction, strict=True)
        self.story.joined = (day, found.stop)
        return day.isoformat()

    def _cue_day(self, found: Found) -> date | None:
        """Return the day of an earlier cue of the same sentence: أعلن، منذ يومين، أنه سيتوجه الإثنين."""
        story = self.story
        if story.sentence_day is None or found.first - story.sentence_at > _YEAR_REACH:
            return None
        return story.sentence_day if self._same_sentence(story.sentence_at, found.first) else None

    def _unit(self, found: Found, partial: Partial) -> str:
        """Return the value of a unit some way from the anchor or the story."""
        assert partial.unit is not None
        if partial.shift is None:
            origin, shift = "anchor", -1 if anchors.tense(self.tokens, found.first, found.stop).direction < 1 else 0
        else:
            origin, shift = partial.shift
        if found.rule == "distance" and shift > 0 and self._in_the_past(found):
            return "PAST_REF"
        base = self._story_base(partial.unit) if origin == "story" else self.anchor
        if base and partial.year:  # نفس اليوم من عام 2016
            return _date_value("G", partial.year, base.month, base.day)
        if base is None and partial.year:
            return f"{partial.year:04d}"
        if base is None:
            return "PAST_REF" if shift < 0 or origin == "story" else "FUTURE_REF" if shift else "PRESENT_REF"
        return unit_value(partial.unit, base, shift)

    def _in_the_past(self, found: Found) -> bool:
        """Tell whether بعد عام counts from something told: no verb of its sentence looks ahead, and words stand before."""
        told = anchors.tense(self.tokens, found.first, found.stop).direction
        return told < 0 or (
            told == 0 and found.first >= _FREE and self._same_sentence(found.first - _FREE, found.first)
        )

    def _story_base(self, unit: str) -> date | None:
        """Return the day of the story that a unit hangs on, if the story is dated finely enough."""
        story = self.story
        if story.day is not None and unit in {"day", "week", "month", "year"}:
            return story.day
        if story.month is not None and unit in {"month", "year", "quarter"}:
            return date(*story.month, 1)
        if story.year is not None and unit in {"year", "decade"}:
            return date(story.year, 1, 1)
        return None

    def _month(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of a month, or of a week or half of it."""
        if partial.month is None:
            value, _ = self._day_of_month(evolve(partial, day=1))
            return value[:-3] if value[0].isdigit() else value, True
        year = self._year(partial) or self._nearest_year(found, partial)
        head = "AH" if partial.calendar == "AH" else ""
        value = f"{head}{year:04d}-{partial.month:02d}" if year else f"{head}XXXX-{partial.month:02d}"
        if partial.piece and partial.piece[0] == "W" and year and not head:
            first = date(year, partial.month, 4) + timedelta(7 * (int(partial.piece[1:]) - 1))
            value = week_value(first)
        return value, partial.year is None

    def _weekday_of_month(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of أول اثنين من مارس."""
        month, relative = self._month(found, evolve(partial, weekday=None, piece=None))
        if not month[:4].isdigit():
            return month, relative
        return weekday_of_month(int(month[:4]), int(month[5:7]), partial), relative

    def _piece(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of a quarter, half or season of a year."""
        year = self._year(partial)
        if year is None:
            year = self._piece_year(found, partial)
        elif partial.calendar == "AH":
            year = _gregorian_year(year)  # صيف 1436هـ
        return (f"{year:04d}-{partial.piece}" if year else f"XXXX-{partial.piece}"), partial.year is None

    def _piece_year(self, found: Found, partial: Partial) -> int | None:
        """Return the year of a season or quarter that names none."""
        if self.anchor is None:
            return None
        told = partial.direction
        if told is None:
            told = anchors.tense(self.tokens, found.first, found.stop).direction
        for year in (self.anchor.year, self.anchor.year - 1, self.anchor.year + 1):
            days = interval(f"{year:04d}-{partial.piece}")
            if days is None:
                continue
            begins_later, over = days[0] > self.anchor, days[1] <= self.anchor
            if partial.direction == 0 and not begins_later and not over:
                return year
            if (
                (told < 0 and over)
                or (told > 0 and begins_later)
                or (told == 0 and year == self.anchor.year and partial.direction is None)
            ):
                return year
            if partial.direction is None and not begins_later and not over:
                return year
        return self.anchor.year + (told > 0) - (told < 0)

    def _tell(self, found: Found, partial: Partial, base: str) -> None:
        """Remember what the text has dated."""
        days = interval(base)
        if days is None or base.startswith("AH"):
            return
        story, (begin, end) = self.story, days
        length = (end - begin).days
        if length > 366:
            return
        story.year, story.at = begin.year, found.first if partial.year is not None else story.at
        if length <= 31:
            story.month = (begin.year, begin.month)
            story.months.add(base[:7])
            if partial.year is not None:
                story.full_at = found.first
        if length == 1:
            story.day = begin
            story.last_day, story.last_at = begin, found.first
            if partial.unit == "day" or partial.offset is not None:
                story.sentence_day, story.sentence_at = begin, found.first


def weekday_near(anchor: date, weekday: int, direction: int, *, strict: bool) -> date:
    """Return the weekday nearest to a day in a direction (0 and less: back); not the day itself where ``strict``.

    >>> weekday_near(date(2022, 11, 1), 1, 1, strict=True)
    datetime.date(2022, 11, 7)
    """
    if abs(direction) > 1:  # السبت قبل الماضي
        anchor += timedelta(7 if direction > 0 else -7)
    if direction > 0:
        ahead = (weekday - anchor.isoweekday()) % 7
        return anchor + timedelta(ahead or (7 if strict else 0))
    back = (anchor.isoweekday() - weekday) % 7
    if direction == 0 and strict:  # الخميس الجاري: of this week
        return anchor + timedelta(weekday - anchor.isoweekday())
    return anchor - timedelta(back or (7 if strict else 0))


def nearest_year(partial: Partial, anchor: date, direction: int) -> int | None:
    """Return the year that makes a month or day fall on the side of the anchor that ``direction`` names."""
    hijri = partial.calendar == "AH"
    base = to_hijri(anchor)
    if hijri and base is None:
        return None
    this_year = base[0] if hijri and base else anchor.year
    now = (base[1], base[2]) if hijri and base else (anchor.month, anchor.day)
    then = (partial.month or 1, partial.day or (now[1] if partial.month == now[0] else 1))
    if partial.direction is not None and partial.day is None and then[0] == now[0]:
        if partial.direction > 0 and partial.edge in {"end", "middle"}:
            return this_year
        return this_year + partial.direction
    past = this_year if then < now or (then == now and partial.direction != -1) else this_year - 1
    future = this_year if then > now or (then == now and partial.direction != 1) else this_year + 1
    if partial.weekday is not None and not hijri and partial.day is not None:
        for year in (past, future):
            if valid_day(year, then[0], then[1]) and date(year, *then).isoweekday() == partial.weekday:
                return year
    if direction:
        return past if direction < 0 else future
    if partial.direction == 0:
        return this_year
    ahead = ((then[0] - now[0]) % 12) * 30 + then[1] - now[1]
    return future if 0 <= ahead <= _AHEAD else past


def _gregorian_year(hijri: int) -> int | None:
    """Return the Gregorian year that holds most of a Hijri year."""
    days = interval(f"AH{hijri:04d}")
    return (days[0] + timedelta(177)).year if days else None


def _is_close(partial: Partial, anchor: date) -> bool:
    """Tell whether a Hijri date without a year lies within a season of the anchor: then it is that one."""
    now = to_hijri(anchor)
    if now is None:
        return False
    months = ((partial.month or 1) - now[1]) % 12
    return months <= 2 or months >= 10


def _date_value(calendar: str | None, year: int, month: int, day: int) -> str:
    """Return the value of a day; the month alone where it has no such day."""
    if calendar == "AH":
        return f"AH{year:04d}-{month:02d}-{day:02d}"
    if not valid_day(year, month, day):
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


def _unanchored_day(partial: Partial) -> str:
    """Return the value of a relative day where no day of writing is known."""
    if partial.weekday is not None:
        return f"XXXX-WXX-{partial.weekday}"
    offset = partial.offset or 0
    return "PRESENT_REF" if offset == 0 else "PAST_REF" if offset < 0 else "FUTURE_REF"


def _with_time(base: str, partial: Partial) -> str:
    """Add the part of the day or clock time to the value of a day; midnight belongs to the day it begins."""
    if partial.clock is None and partial.part is None:
        return base
    if base.endswith("_REF") or (base and base.count("-") < 2):
        return base
    if partial.clock == END_OF_DAY and base[:1].isdigit():
        return (date.fromisoformat(base) + timedelta(1)).isoformat() + "T00:00"
    return f"{base}T{partial.clock or _part(partial.part)}"


def _part(part: str | None) -> str:
    return part or ""
