"""Dates that name their day or month: 31 أكتوبر 2022, الخامس من مايو, 22-9-1436هـ, تموز/يوليو الماضي."""

from claimcheck.recognizers.calendars import valid_day
from claimcheck.recognizers.times_reader import Found, Numeral, Partial, Reader, merge
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import NUMERIC_HIJRI_YEARS, era, year_behind

_JOINERS = frozenset({"و", "-", "،", "الي", "حتي", "او", "ـ", "", "/", "ثم", "ولغايه", "لغايه"})


def month_name(reader: Reader, index: int) -> tuple[int, Partial, bool] | None:
    """Read a month with its second name (تموز/يوليو): (behind it, partial, whether it can be nothing else)."""
    hit = reader.at(index, "month")
    if hit is None:
        return None
    calendar, month = hit.entry.value
    partial = Partial(calendar=calendar or "G", month=month)
    stop, sure = hit.stop, not hit.entry.weak
    mark = reader.norm(stop)
    if mark in {"/", "(", "-", "\\"} or reader.at(stop, "month"):
        other = reader.at(stop + 1 if mark in {"/", "(", "-", "\\"} else stop, "month")
        if other and other.entry.value == hit.entry.value:
            stop, sure = other.stop, True
            if mark == "(":
                stop = reader.skip(stop, ")")
    return stop, partial, sure


def month_date(reader: Reader, index: int) -> Found | None:
    """Read a month without a day: شهر مارس, تموز (يوليو) الماضي, سبتمبر 2012, مارس where something makes it a month."""
    noun = reader.at(index, "unit")
    begin = index
    if noun and noun.entry.value[0] == "month":
        begin = noun.stop
    found = month_name(reader, begin)
    if found is None or _in_a_name(reader, begin):
        return None
    stop, partial, sure = found
    after, year = year_behind(reader, stop, partial.calendar or "G")
    if begin == index and not sure and after == stop and not (reader.whole or _saved(reader, index)):
        return None
    if reader.norm(after) in word_set("times", "month_blockers"):
        return None
    merged = merge(partial, year)
    return Found(index, after, merged, "month") if merged else Found(index, stop, partial, "month")


def _in_a_name(reader: Reader, index: int) -> bool:
    """Tell whether a month belongs to a place that is named by a date: ملعب 5 جويلية, مدينة السادس من أكتوبر."""
    before = index - 2 if reader.norm(index - 1) == "من" else index - 1
    blockers = word_set("times", "date_blockers")
    return any(
        first in reader.numbers and reader.numbers[first].stop == before + 1 and reader.norm(first - 1) in blockers
        for first in (before, before - 1)
    )


def weak_month(reader: Reader, index: int) -> Found | None:
    """Read a month that is another word too, where an edge (مطلع مارس) stands before it."""
    hit = reader.at(index, "month")
    if hit is None or hit.entry.frail:
        return None
    calendar, month = hit.entry.value
    return Found(index, hit.stop, Partial(calendar=calendar or "G", month=month), "month")


def _saved(reader: Reader, index: int) -> bool:
    """Tell whether a preposition of time stands before a month name that is another word too."""
    held = reader.entries[index]
    hit = reader.at(index, "month")
    if held is None or hit is None:
        return False
    if reader.at(index - 1, "month") and held.prefix == "و":  # شهري رجب وشعبان
        return True
    if hit.entry.frail:
        return False
    return reader.norm(index - 1) in {"في", "منذ", "حتي", "خلال", "بحلول", "لغايه", "الي", "وحتي", "وفي", "ومنذ"} or (
        held.prefix in {"ل", "ب"} and reader.norm(index)[1:2] != ""
    )


def _day_numbers(reader: Reader, index: int) -> list[tuple[int, Numeral]]:
    """Read up to four numbers from 1 to 31 that are joined: 10 و11, من 5 إلى 9, 5-6."""
    found: list[tuple[int, Numeral]] = []
    while len(found) < 4:
        numeral = reader.number(index)
        if numeral is None or not 1 <= numeral.value <= 31 or numeral.width > 2:
            break
        found.append((index, numeral))
        index = numeral.stop
        if reader.norm(index) in _JOINERS and index < reader.size:
            index = reader.skip(index + 1, "يوم")
        elif not reader.norm(index).startswith("و"):
            break
    return found


def day_month(reader: Reader, index: int) -> list[Found]:
    """Read one or several days of a month, with what says the year: each is a time of its own."""
    numbers = _day_numbers(reader, index)
    if not numbers or reader.norm(index - 1) in word_set("times", "date_blockers"):
        return []
    while numbers:
        tail = _month_behind(reader, numbers[-1][1].stop)
        if tail:
            break
        numbers.pop()
    else:
        return []
    stop, month = tail
    if not all(_fits(month, numeral.value) for _, numeral in numbers):
        return []
    found = []
    for place, (first, numeral) in enumerate(numbers):
        partial = merge(month, Partial(day=numeral.value))
        end = stop if place == len(numbers) - 1 else numeral.stop
        if partial:
            found.append(Found(first, end, partial, "day and month"))
    return found


def _month_behind(reader: Reader, index: int) -> tuple[int, Partial] | None:
    """Read [من] [شهر] مايو [2015], or من الشهر الجاري, behind a day."""
    begin = reader.skip(index, "من", "ـ", "", "-", "/")
    noun = reader.skip(begin, "شهر", "لشهر")
    found = month_name(reader, noun)
    if found:
        stop, partial, _ = found
        after, year = year_behind(reader, stop, partial.calendar or "G")
        hit = reader.at(noun, "month")
        if reader.norm(index) in {"-", "/"} and after == stop and hit and hit.entry.frail:  # 5-صفر is a score
            return None
        merged = merge(partial, year)
        return (after, merged) if merged else (stop, partial)
    return relative_month(reader, begin)


def relative_month(reader: Reader, index: int) -> tuple[int, Partial] | None:
    """Read الشهر الجاري, هذا الشهر, نفس الشهر, الشهر نفسه, or a bare الجاري behind a day."""
    before = reader.at(index, "this", "same")
    unit = reader.at(before.stop if before else index, "unit")
    if unit and unit.entry.value == ("month", 1):
        if before:
            return unit.stop, Partial(month_of=("anchor" if before.entry.kind == "this" else "story", 0))
        after = reader.at(unit.stop, "direction", "itself", "hanging", "this")
        if unit.definite and after and (after.definite or after.entry.kind in {"itself", "this"}):
            origin = "anchor" if after.entry.kind in {"direction", "this"} else "story"
            return after.stop, Partial(month_of=(origin, after.entry.value))
        return None
    bare = reader.at(index, "direction")
    if bare and bare.definite and bare.entry.value == 0 and reader.norm(index - 1).isdecimal():
        return bare.stop, Partial(month_of=("anchor", 0))
    return None


def _fits(month: Partial, day: int) -> bool:
    """Tell whether a month has such a day."""
    if month.month is None or month.calendar == "AH":
        return day <= (30 if month.calendar == "AH" else 31)
    return valid_day(month.year, month.month, day)


def numeric_date(reader: Reader, index: int) -> Found | None:
    """Read 31/10/2022, 2022-10-31, 22-9-1436هـ or 31.10.2022, day first or ISO, with its era."""
    dotted = reader.at(index, "dotted")
    if dotted and len(dotted.entry.value) == 3:
        return _numeric(reader, index, index + 1, dotted.entry.value)
    first = reader.at(index, "digits")
    separator = reader.norm(index + 1)
    if first is None or separator not in {"/", "-", ".", "\\"}:
        return None
    second, third = reader.at(index + 2, "digits"), reader.at(index + 4, "digits")
    if second is None or third is None or reader.norm(index + 3) != separator:
        return None
    spaced = not all(reader.tokens.glued(i) for i in range(index, index + 4))
    if spaced and separator != "/" and era(reader, index + 5)[1] is None and not _dated(reader, index):
        return None
    if reader.norm(index - 1) in {"/", "-"} or (
        reader.norm(index + 5) in {"/", "-"} and reader.tokens.glued(index + 4)
    ):
        return None
    return _numeric(reader, index, index + 5, (first.entry.value, second.entry.value, third.entry.value))


def _numeric(reader: Reader, first: int, stop: int, numbers: tuple[int, int, int]) -> Found | None:
    """Make a date of three numbers, if they are one."""
    after, mark = era(reader, stop)
    day, month, year = numbers if numbers[0] <= 31 else numbers[::-1]
    if month > 12 and day <= 12 and mark != "AH":
        day, month = month, day
    if year < 100:
        if reader.norm(first + 1) == "-" and not _dated(reader, first):
            return None
        year += 2000 if year < 70 else 1900
    calendar = "AH" if mark == "AH" or (mark is None and year in NUMERIC_HIJRI_YEARS) else "G"
    if not 1000 <= year <= 2999 or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    partial = Partial(calendar=calendar, year=year, month=month, day=day)
    return Found(first, after, partial, "numeric date") if _fits(partial, day) else None


def _dated(reader: Reader, index: int) -> bool:
    """Tell whether a word before a short numeric date says that it is one."""
    return reader.whole or reader.norm(index - 1) in {"يوم", "بتاريخ", "تاريخ", "الموافق", "في", "منذ", "حتي", "بيوم"}
