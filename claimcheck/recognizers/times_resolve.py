"""From what an expression says to the TIMEX3 value it has in its text: years, tenses, the story and the anchor."""

from datetime import date, timedelta

from claimcheck.recognizers import anchors
from claimcheck.recognizers.calendars import (
    GREGORIAN_YEARS,
    hijri_year_in,
    month_shift,
    to_hijri,
    unit_value,
    valid_day,
    week_value,
)
from claimcheck.recognizers.clock import END_OF_DAY
from claimcheck.recognizers.times_nearest import gregorian_year, is_close, nearest_year, piece_year, weekday_near
from claimcheck.recognizers.times_ordinals import weekday_of_month
from claimcheck.recognizers.times_reader import Found, Partial
from claimcheck.recognizers.times_story import Story, Told
from claimcheck.recognizers.times_words import event_dates
from claimcheck.text.tokens import Tokens

# Words before بعد عام from which on it belongs to a told clause, where no verb tells.
_FREE = 4


class Resolver:
    """Resolves the times of one text in order. ``anchor`` is the day of writing, or ``None`` where it is unknown."""

    def __init__(self, tokens: Tokens, anchor: date | None) -> None:
        """Begin with an empty story."""
        self.tokens = tokens
        self.anchor = anchor
        self.story = Story(tokens)

    def value(self, found: Found) -> tuple[str, bool]:
        """Return the value of an expression, and whether it depends on the anchor or the story."""
        try:
            base, relative = self._base(found, found.partial)
        except (OverflowError, ValueError):  # beyond the years that a date can have
            return "PAST_REF", True
        self.story.tell(found, base)
        return _with_time(base, found.partial), relative

    def _base(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value without the time of day."""
        if partial.value is not None:
            return partial.value, partial.value.endswith("_REF")
        if partial.month is not None or partial.month_of is not None or partial.day is not None:
            return self._in_month(found, partial)
        if partial.offset is not None or partial.weekday is not None:
            return self._placed_day(found, partial), True
        if partial.unit is not None:
            return self._unit(found, partial), True
        if partial.piece is not None or partial.year is not None or partial.year_of is not None:
            return self._in_year(found, partial)
        day = self.story.recent(self.story.day, found) or self.anchor  # a clock time alone
        return day.isoformat() if day else "", True

    def _in_month(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of a month, of a day, week or weekday of it."""
        placed = self._placed_month(found, partial)
        if placed is None:
            return self._without_year(partial), True
        (year, month), relative = placed, partial.year is None
        if partial.piece is not None and partial.piece[0] == "D":
            return weekday_of_month(year, month, partial), relative
        if partial.day is not None:
            return _date_value(partial.calendar, year, month, partial.day), relative
        if partial.piece is not None and partial.piece[0] == "W" and partial.calendar != "AH":
            return week_value(date(year, month, 4) + timedelta(7 * (int(partial.piece[1:]) - 1))), relative
        return f"{_head(partial)}{year:04d}-{month:02d}", relative

    def _placed_month(self, found: Found, partial: Partial) -> tuple[int, int] | None:
        """Return the year and month that an expression names or hangs on."""
        if partial.month is not None:
            recurs = partial.year_of is not None and partial.year_of[0] == "every"
            year = None if recurs else self._year(partial) or self._nearest_year(found, partial)
            return (year, partial.month) if year else None
        origin, shift = partial.month_of or ("story", 0)
        base = self.story.month if origin == "story" else None
        if base is None and self.anchor is not None:
            base = (self.anchor.year, self.anchor.month)
        return month_shift(*base, shift) if base else None

    def _without_year(self, partial: Partial) -> str:
        """Return the value of a month or day whose year nothing tells."""
        if partial.month is None:
            return "PRESENT_REF"
        day = "" if partial.day is None else f"-{partial.day:02d}"
        return f"{_head(partial)}XXXX-{partial.month:02d}{day}"

    def _year(self, partial: Partial) -> int | None:
        """Return the year that an expression names or hangs on."""
        if partial.year is not None:
            gregorian = partial.calendar == "AH" and partial.month is not None and partial.year in GREGORIAN_YEARS
            return hijri_year_in(partial.year, partial.month or 1) if gregorian else partial.year  # رمضان 2017
        if partial.year_of is None:
            return None
        origin, shift = partial.year_of
        base = self.story.year if origin == "story" else None
        if base is None and self.anchor is not None:
            day = (self.anchor.year,) if partial.calendar != "AH" else to_hijri(self.anchor)
            base = day[0] if day else None
        return base + shift if base is not None else None

    def _nearest_year(self, found: Found, partial: Partial) -> int | None:
        """Return the year of a date that names none: by its adjective, the story, the tense, or the distance."""
        event = self._event_year(found, partial)
        if event or self.anchor is None:
            return event or self.story.year_for(found, None)
        if self._is_this_month(partial):
            return self.anchor.year
        if partial.direction is not None:
            return nearest_year(partial, self.anchor, partial.direction)
        told = anchors.tense(self.tokens, found.first, found.stop)
        year = self.story.year_for(found, self.anchor) if told.direction < 1 or told.weak else None
        if year is not None:
            return year
        hints = told.weak and (told.direction > 0 or partial.calendar == "AH")
        if hints or (partial.calendar == "AH" and is_close(partial, self.anchor)):
            return nearest_year(partial, self.anchor, 0)
        return nearest_year(partial, self.anchor, told.direction)

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

    def _placed_day(self, found: Found, partial: Partial) -> str:
        """Return the day of أمس, of a weekday, or of both; where both disagree, the weekday wins."""
        if self.anchor is None:
            return _unanchored_day(partial)
        if partial.offset is None:
            return self._weekday(found, partial, self.anchor).isoformat()
        day = self.anchor + timedelta(partial.offset)
        if partial.weekday is not None:
            day += timedelta((partial.weekday - day.isoweekday() + 3) % 7 - 3)
        return day.isoformat()

    def _weekday(self, found: Found, partial: Partial, anchor: date) -> date:
        """Return the day of a weekday: by its adjective or the verb, behind the weekday that it is joined to."""
        assert partial.weekday is not None
        joined = self.story.weekday.day if found.first - self.story.weekday.at <= 1 else None
        direction, strict = partial.direction, partial.direction is not None
        if direction is None:
            direction = anchors.tense(self.tokens, found.first, found.stop).direction
            if direction > 0:  # كشف، قبل يومين، أنه سيسافر الإثنين
                anchor = self.story.recent(self.story.counted, found) or anchor
        elif direction > 0 and joined:  # الأحد والاثنين المقبلين
            anchor = joined
        day = weekday_near(anchor, partial.weekday, direction, strict=strict)
        if not strict and direction >= 0 and joined and day < joined:  # من الاثنين إلى الجمعة
            day = weekday_near(joined, partial.weekday, 1, strict=False)
        self.story.weekday = Told(day, found.stop)
        return day

    def _unit(self, found: Found, partial: Partial) -> str:
        """Return the value of a unit some way from the anchor or the story."""
        assert partial.unit is not None
        if partial.shift is None:  # نهاية الأسبوع: the last one, or with a verb of the future the coming one
            origin, shift = "anchor", -1 if anchors.tense(self.tokens, found.first, found.stop).direction < 1 else 0
        else:
            origin, shift = partial.shift
        if found.rule == "distance" and shift > 0 and self._in_the_past(found):
            return "PAST_REF"
        base = self.story.base(partial.unit) if origin == "story" else self.anchor
        if partial.year:  # نفس اليوم من عام 2016
            return _date_value("G", partial.year, base.month, base.day) if base else f"{partial.year:04d}"
        if base is None:
            return "PAST_REF" if shift < 0 or origin == "story" else "FUTURE_REF" if shift else "PRESENT_REF"
        return unit_value(partial.unit, base, shift)

    def _in_the_past(self, found: Found) -> bool:
        """Tell whether بعد عام counts from something told: no verb of its sentence looks ahead, words stand before."""
        told = anchors.tense(self.tokens, found.first, found.stop).direction
        inside = found.first >= _FREE and self.story.same_sentence(found.first - _FREE, found.first)
        return told < 0 or (told == 0 and inside)

    def _in_year(self, found: Found, partial: Partial) -> tuple[str, bool]:
        """Return the value of a year, or of a quarter, half or season of it."""
        year = self._year(partial)
        if partial.piece is None:
            return (f"{_head(partial)}{year:04d}" if year else "PAST_REF"), partial.year is None
        if year is not None and partial.calendar == "AH":
            year = gregorian_year(year)  # صيف 1436هـ
        elif year is None and self.anchor is not None:
            direction = partial.direction
            if direction is None:
                direction = anchors.tense(self.tokens, found.first, found.stop).direction
            year = piece_year(partial, self.anchor, direction)
        return (f"{year:04d}-{partial.piece}" if year else f"XXXX-{partial.piece}"), partial.year is None


def _head(partial: Partial) -> str:
    """Return the prefix of values of the partial's calendar."""
    return "AH" if partial.calendar == "AH" else ""


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
    return f"{base}T{partial.clock or partial.part}"
