"""Which of several: the weekday, year or season that an expression without one means, counted from an anchor."""

from datetime import date, timedelta

from claimcheck.recognizers.calendars import interval, to_hijri, valid_day
from claimcheck.recognizers.times_reader import Partial

# Days ahead at which a date without a year or tense is still taken for the coming one.
_AHEAD = 45


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
    """Return the year that makes a month or day fall on the side of the anchor that ``direction`` names.

    Without a direction it is the nearest past one, or the coming one where that is close ahead. The year is one of the
    partial's calendar; ``None`` outside the Hijri table.
    """
    hijri = to_hijri(anchor) if partial.calendar == "AH" else (anchor.year, anchor.month, anchor.day)
    if hijri is None:
        return None
    this_year, now = hijri[0], hijri[1:]
    then = (partial.month or 1, partial.day or (now[1] if partial.month == now[0] else 1))
    if partial.direction is not None and partial.day is None and then[0] == now[0]:
        stays = partial.direction > 0 and partial.edge in {"end", "middle"}  # نهاية سبتمبر المقبل, early in September
        return this_year + (0 if stays else partial.direction)
    past = this_year - (then > now or (then == now and partial.direction == -1))
    future = this_year + (then < now or (then == now and partial.direction == 1))
    named = _year_of_weekday(partial, then, (past, future))
    if named is not None or partial.direction == 0:
        return this_year if named is None else named
    ahead = ((then[0] - now[0]) % 12) * 30 + then[1] - now[1]
    return future if direction > 0 or (direction == 0 and 0 <= ahead <= _AHEAD) else past


def _year_of_weekday(partial: Partial, then: tuple[int, int], years: tuple[int, int]) -> int | None:
    """Return the one of two years in which a date falls on its weekday (الثلاثاء 20 سبتمبر)."""
    if partial.weekday is None or partial.calendar == "AH" or partial.day is None:
        return None
    for year in years:
        if valid_day(year, *then) and date(year, *then).isoweekday() == partial.weekday:
            return year
    return None


def piece_year(partial: Partial, anchor: date, direction: int) -> int:
    """Return the year of a season or quarter that names none: the running one, or the last or next by direction."""
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        days = interval(f"{year:04d}-{partial.piece}")
        if days is None:
            continue
        ahead, over = days[0] > anchor, days[1] <= anchor
        running = not ahead and not over
        unsaid = partial.direction is None
        if (running and (unsaid or direction == 0)) or (unsaid and direction == 0 and year == anchor.year):
            return year
        if (direction < 0 and over) or (direction > 0 and ahead):
            return year
    return anchor.year + (direction > 0) - (direction < 0)


def gregorian_year(hijri: int) -> int | None:
    """Return the Gregorian year that holds most of a Hijri year."""
    days = interval(f"AH{hijri:04d}")
    return (days[0] + timedelta(177)).year if days else None


def is_close(partial: Partial, anchor: date) -> bool:
    """Tell whether a Hijri date without a year lies within a season of the anchor: then it is that one."""
    now = to_hijri(anchor)
    if now is None:
        return False
    months = ((partial.month or 1) - now[1]) % 12
    return months <= 2 or months >= 10
