"""What a text has dated so far, from which later partial dates take their year, month or day."""

from datetime import date

from attrs import define, field

from claimcheck.recognizers.calendars import interval
from claimcheck.recognizers.times_reader import Found
from claimcheck.text.tokens import Tokens

# Tokens back over which a full date, or a year of the same sentence, serves a partial date.
_STORY_REACH = 60
_YEAR_REACH = 25
_NEVER = -10_000
_STOPS = frozenset({".", "!", "؟"})


@define
class Told:
    """A day that was told, and the token at which."""

    day: date | None = None
    at: int = _NEVER


@define
class Story:
    """The last day, month and year that a text told, and where.

    ``full_at`` is the place of the last date with its own year, ``year_at`` that of the last year; ``counted`` is the
    last day that counts from the day of writing (a cue's: أعلن، منذ يومين), ``weekday`` the last weekday with the token
    behind it.
    """

    tokens: Tokens
    day: Told = field(factory=Told)
    counted: Told = field(factory=Told)
    weekday: Told = field(factory=Told)
    month: tuple[int, int] | None = None
    year: int | None = None
    year_at: int = _NEVER
    full_at: int = _NEVER
    months: set[str] = field(factory=set)

    def tell(self, found: Found, value: str) -> None:
        """Remember what an expression has dated."""
        days = interval(value)
        if days is None or value.startswith("AH") or (days[1] - days[0]).days > 366:
            return
        begin, length, partial = days[0], (days[1] - days[0]).days, found.partial
        self.year = begin.year
        if partial.year is not None:
            self.year_at = found.first
        if length <= 31:
            self.month = (begin.year, begin.month)
            self.months.add(value[:7])
            if partial.year is not None:
                self.full_at = found.first
        if length == 1:
            self.day = Told(begin, found.first)
            if partial.unit == "day" or partial.offset is not None:
                self.counted = Told(begin, found.first)

    def same_sentence(self, first: int, second: int) -> bool:
        """Tell whether no sentence ends between two tokens."""
        return _STOPS.isdisjoint(self.tokens.norms[max(0, first) : second])

    def recent(self, told: Told, found: Found) -> date | None:
        """Return a day that the sentence of an expression has told shortly before it."""
        near = found.first - told.at <= _YEAR_REACH and self.same_sentence(told.at, found.first)
        return told.day if near else None

    def year_for(self, found: Found, anchor: date | None) -> int | None:
        """Return the year of the story where it was named near by and lies before the day of writing."""
        near = found.first - self.full_at <= _STORY_REACH or (
            found.first - self.year_at <= _YEAR_REACH and self.same_sentence(self.year_at, found.first)
        )
        if self.year is None or not near or found.partial.calendar == "AH":
            return None
        if anchor is not None and (self.year, found.partial.month or 1) > (anchor.year, anchor.month):
            return None
        return self.year

    def base(self, unit: str) -> date | None:
        """Return the day of the story that a unit hangs on, if the story is dated finely enough."""
        if self.day.day is not None and unit in {"day", "week", "month", "year"}:
            return self.day.day
        if self.month is not None and unit in {"month", "year", "quarter"}:
            return date(*self.month, 1)
        if self.year is not None and unit in {"year", "decade"}:
            return date(self.year, 1, 1)
        return None
