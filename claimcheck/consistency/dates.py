"""Dates against each other: two days of writing, and a weekday that is not that of its date."""

from datetime import date

from claimcheck.consistency.article import Article, internal
from claimcheck.model.mentions import TimeExpression
from claimcheck.model.verdicts import Finding

# A date without a year is taken to be this near to the day of publication, where its year is certain.
_NEAR = 20
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def date_findings(article: Article) -> list[Finding]:
    """Find dates that no single day of writing satisfies (الأمس الإثنين beside اليوم الإثنين) or no calendar has."""
    from claimcheck.recognizers.anchors import anchor_conflicts

    times = article.extraction.times
    pairs = [_two_days(first, second) for first, second in anchor_conflicts(times)]
    published = article.extraction.document.published
    return pairs + [finding for time in times if (finding := _weekday(time, published))]


def _two_days(first: TimeExpression, second: TimeExpression) -> Finding:
    level = "no single day of writing satisfies both"
    return internal("date", second.span, first.span, second.text, first.text, level)


def _weekday(time: TimeExpression, published: date | None) -> Finding | None:
    """Find a Gregorian date with a weekday that it is not; Hijri days depend on the sighting of the moon."""
    from claimcheck.recognizers.times import partial_of

    partial = partial_of(time)
    day = time.begin
    if partial.weekday is None or partial.day is None or partial.month is None or partial.calendar == "hijri":
        return None
    if day is None or time.value[:10] != day.isoformat() or not _certain_year(partial.year, day, published):
        return None
    if day.isoweekday() == partial.weekday:
        return None
    level = "the weekday is not that of the date"
    return internal("date", time.span, None, time.text, _WEEKDAYS[day.weekday()], level, "weekday")


def _certain_year(year: int | None, day: date, published: date | None) -> bool:
    """Tell whether the year of a day is stated, or follows from the day of publication."""
    return year is not None or (published is not None and abs((day - published).days) <= _NEAR)
