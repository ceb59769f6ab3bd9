"""Dates against each other: two days of writing, and a weekday that is not that of its date."""

import re
from datetime import date

from claimcheck.consistency.article import Article, Placed, internal, vocabulary
from claimcheck.model.mentions import TimeExpression
from claimcheck.model.verdicts import Finding
from claimcheck.recognizers.calendars import interval
from claimcheck.recognizers.times_reader import Partial

Time = Placed[TimeExpression]

# Tokens between a date and the same day in the other calendar.
_TO_OTHER = 3
# A date without a year is of the year of publication where it is this near to that day.
_NEAR = 7
# Days by which a Hijri day may lie off its computed one, by the sighting of the moon.
_MOON = 2
_MONTHS = 12
_IN_NUMBERS = re.compile(r"\d\s*[/\-–.]\s*\d")
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def date_findings(article: Article) -> list[Finding]:
    """Find dates that no single day of writing satisfies (الأمس الإثنين beside اليوم الإثنين) or no calendar has."""
    from claimcheck.recognizers.anchors import anchor_conflicts

    times = article.extraction.times
    found = [_two_days(first, second) for first, second in anchor_conflicts(times)]
    published = article.extraction.document.published
    found += [finding for time in times if (finding := _weekday(time, published))]
    pairs = zip(article.times, article.times[1:], strict=False)
    return found + [finding for first, second in pairs if (finding := _calendars(article, first, second))]


def _two_days(first: TimeExpression, second: TimeExpression) -> Finding:
    level = "no single day of writing satisfies both"
    return internal("date", second.span, first.span, second.text, first.text, level)


def _weekday(time: TimeExpression, published: date | None) -> Finding | None:
    """Find a date with a weekday that it is not, or, of a Hijri date, cannot be by any sighting of the moon."""
    from claimcheck.recognizers.times import partial_of

    partial = partial_of(time)
    if partial.weekday is None or partial.day is None or partial.month is None:
        return None
    days = _readings(partial, time.text or "", published)
    allowed = _MOON if partial.calendar == "AH" else 0
    if not days or any(_off(day, partial.weekday) <= allowed for day in days):
        return None
    level = "the weekday is not that of the date"
    return internal("date", time.span, None, time.text, WEEKDAYS[days[0].weekday()], level, "weekday")


def _off(day: date, weekday: int) -> int:
    off = (day.isoweekday() - weekday) % 7
    return min(off, 7 - off)


def _readings(partial: Partial, text: str, published: date | None) -> list[date]:
    """Return the days that a date may be: of numbers alone (4/10/1436) the day and the month may be either way round.

    A date without a year is of the year of publication, and counts only near that day.
    """
    year = partial.year or (published.year if published is not None and partial.calendar == "G" else None)
    if year is None or partial.day is None or partial.month is None:
        return []
    orders = [(partial.month, partial.day)]
    if partial.day <= _MONTHS and _IN_NUMBERS.search(text):
        orders.append((partial.day, partial.month))
    prefix = "AH" if partial.calendar == "AH" else ""
    found = [interval(f"{prefix}{year:04}-{month:02}-{day:02}") for month, day in orders]
    days = [days_[0] for days_ in found if days_ is not None]
    if partial.year is None and published is not None:
        return [day for day in days if abs((day - published).days) <= _NEAR]
    return days


def _calendars(article: Article, first: Time, second: Time) -> Finding | None:
    """Find two dates that the text calls one day in two calendars, and that are days apart."""
    a, b = first.mention, second.mention
    between = article.between(first.stop, second.first)
    if "الموافق" not in between or len(between) > _TO_OTHER or not vocabulary("corresponding").issuperset(between):
        return None
    if a.value.startswith("AH") == b.value.startswith("AH") or a.relative or b.relative:
        return None
    if a.begin is None or b.begin is None or not _is_day(a) or not _is_day(b):
        return None
    if abs((a.begin - b.begin).days) <= _MOON:
        return None
    return internal("date", b.span, a.span, b.text, a.text, "one day in two calendars, days apart", "calendars")


def _is_day(time: TimeExpression) -> bool:
    return time.begin is not None and time.end is not None and (time.end - time.begin).days == 1
