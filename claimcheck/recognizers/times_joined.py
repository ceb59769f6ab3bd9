"""What the later of two joined times says for both: الأحد والاثنين المقبلين, بين مايو ويوليو 2014, من 3 إلى 5 مساءً."""

from attrs import evolve

from claimcheck.recognizers.clock import at
from claimcheck.recognizers.times_reader import Found, Partial, Reader
from claimcheck.recognizers.times_words import word_set

_REACH = 3


def share(reader: Reader, found: list[Found]) -> list[Found]:
    """Give each time what it lacks of the one that it is joined to, from right to left."""
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        if second.first - first.stop > _REACH or not _joined(reader, first.stop, second.first):
            continue
        partial = _weekdays(first.partial, second.partial) or _months(first.partial, second.partial)
        partial = partial or _clocks(first.partial, second.partial)
        if partial:
            found[place] = evolve(first, partial=partial)
    return found


def _joined(reader: Reader, stop: int, start: int) -> bool:
    """Tell whether only words that join stand between two times (or the second carries its own و)."""
    return all(norm in word_set("times", "range_words") for norm in reader.norms[stop:start])


def _weekdays(first: Partial, second: Partial) -> Partial | None:
    """Return a weekday with the adjective of the next one."""
    bare = first.weekday is not None and first.direction is None and first.offset is None and first.day is None
    if bare and second.weekday is not None and second.direction is not None:
        return evolve(first, direction=second.direction)
    return None


def _months(first: Partial, second: Partial) -> Partial | None:
    """Return a month with the year of the next one, or the year before where the first month is the later one."""
    same = first.month is not None and second.month is not None and first.calendar == second.calendar
    if not same or first.year is not None or first.year_of is not None or first.direction is not None:
        return None
    assert first.month is not None
    assert second.month is not None
    if second.year is not None:
        return evolve(first, year=second.year - (first.month > second.month))
    if second.year_of is not None:
        origin, shift = second.year_of
        return evolve(first, year_of=(origin, shift - (first.month > second.month)))
    if second.direction is not None:
        return evolve(first, direction=second.direction)
    return None


def _clocks(first: Partial, second: Partial) -> Partial | None:
    """Return a clock time in the half of the day that the next one names, where it does not pass that one."""
    if first.clock is None or second.clock is None or first.part is not None or second.part is None:
        return None
    hour, minute = map(int, first.clock.split(":"))
    later = at(hour, minute, second.part) if hour <= 12 else None
    return evolve(first, clock=later) if later and later <= second.clock else None
