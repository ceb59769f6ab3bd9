"""Weekdays counted within a month: أول اثنين من مارس, الخميس الثاني من نوفمبر, آخر أحد من أكتوبر."""

from attrs import evolve

from claimcheck.recognizers.times_dates import month_date, relative_month, weak_month
from claimcheck.recognizers.times_reader import Found, Partial, Reader, merge
from claimcheck.recognizers.times_years import year_behind


def ordinals(reader: Reader, index: int) -> list[Found]:
    """Read a weekday with its rank in a month, the last one too."""
    weekday = reader.at(index, "weekday")
    if weekday:
        if not weekday.definite:
            return []
        rank = _rank(reader, weekday.stop)
        return _of_month(reader, index, weekday.entry.value, *rank) if rank else []
    rank = _rank(reader, index)
    feast = _day_of_feast(reader, index, *rank) if rank else []
    if feast:
        return feast
    day = reader.at(reader.skip(rank[0], "يوم"), "weekday") if rank else None
    if rank is None or day is None or day.definite:
        return []
    return _of_month(reader, index, day.entry.value, day.stop, rank[1])


def _day_of_feast(reader: Reader, index: int, stop: int, rank: int) -> list[Found]:
    """Read ثاني أيام عيد الفطر."""
    noun = reader.at(stop, "unit")
    hit = reader.at(noun.stop, "feast") if noun and noun.entry.value[0] == "day" else None
    if hit is None or rank < 1:
        return []
    calendar, month, day = hit.entry.value.split("-")
    partial = Partial(calendar=calendar, month=int(month), day=int(day) + rank - 1)
    after, year = year_behind(reader, hit.stop, calendar)
    merged = merge(partial, year)
    return [Found(index, after, merged, "day of a feast")] if merged else []


def _rank(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read a rank from 1 to 5, or the last (-1): (position behind it, rank)."""
    if reader.norm(index) in {"اخر", "الاخير"}:
        return index + 1, -1
    numeral = reader.number(index)
    if numeral is None or not numeral.ordinal or not 1 <= numeral.value <= 5:
        return None
    return numeral.stop, numeral.value


def _of_month(reader: Reader, index: int, weekday: int, stop: int, rank: int) -> list[Found]:
    """Read the month behind من, في or nothing, and make the day."""
    begin = reader.skip(stop, "من", "في")
    month = month_date(reader, begin) or weak_month(reader, begin)
    if month:
        partial, after = month.partial, month.stop
    else:
        placed = relative_month(reader, begin)
        if placed is None:
            return []
        after, partial = placed
    if partial.calendar == "AH":
        return []
    return [Found(index, after, evolve(partial, weekday=weekday, piece=f"D{rank}"), "weekday of a month")]


def weekday_of_month(year: int, month: int, partial: Partial) -> str:
    """Return the value of the weekday with a rank (``D2``, ``D-1``) in a month; ValueError where there is none.

    >>> weekday_of_month(2013, 3, Partial(weekday=1, piece="D1"))
    '2013-03-04'
    """
    from calendar import monthrange
    from datetime import date

    assert partial.weekday is not None
    assert partial.piece is not None
    rank, length = int(partial.piece[1:]), monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).isoweekday() == partial.weekday]
    if rank > len(days):
        raise ValueError(f"no weekday number {rank} in {year}-{month}")
    return date(year, month, days[rank if rank < 0 else rank - 1]).isoformat()
