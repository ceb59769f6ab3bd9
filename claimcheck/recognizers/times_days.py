"""Days named by their place: أمس الإثنين, مساء الخميس المقبل, فجر اليوم, يوم الأحد 5 مايو, الليلة الماضية."""

from attrs import evolve

from claimcheck.recognizers.clock import clock, opening
from claimcheck.recognizers.times_dates import day_month, numeric_date
from claimcheck.recognizers.times_reader import Found, Hit, Partial, Reader, merge, with_time
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import noun_year

_JOINERS = frozenset(
    {"،", ",", "(", "-", "الموافق", "في", "بتاريخ", "المصادف", "ـ", "", "ال", '"', "«", "عند", "علي", "تمام", "من"}
)


# Function words behind a day without its month.
_AFTER_DAY = frozenset({"في", "من", "علي", "الي", "حتي", "و", "قبل", "بعد", "عند"})


def days(reader: Reader, index: int) -> list[Found]:
    """Read one day, or several that share a month, with all that is said of it on its right."""
    found = _core(reader, index, noun=False)
    if found:
        found[-1] = _extend(reader, found[-1])
    return found


def _core(reader: Reader, index: int, *, noun: bool) -> list[Found]:
    """Read a weekday, a word such as أمس, or a date; ``noun`` tells that يوم stands before it."""
    word = reader.at(index, "day")
    if word:
        found = _day_word(reader, index, word, noun=noun)
        return [found] if found else []
    weekday = reader.at(index, "weekday")
    if weekday and (weekday.definite or (noun and not reader.norm(index).startswith("و"))):  # يوم واحد is one day
        return [] if not noun and _blocked(reader, index, weekday) else [_weekday(reader, index, weekday)]
    unit = reader.at(index, "unit")
    if unit and unit.entry.value[0] == "day" and not noun:
        return _behind_noun(reader, index, unit)
    numeric = numeric_date(reader, index)
    if numeric:
        return [numeric]
    dated = day_month(reader, index)
    if dated or not (noun or reader.whole):
        return dated
    return _short(reader, index)


def _behind_noun(reader: Reader, index: int, unit: Hit) -> list[Found]:
    """Read a day behind يوم, its brackets or quotation marks included: يوم (الأحد)."""
    opened = reader.norm(unit.stop) in {"(", '"', "«"}
    begin = unit.stop + 1 if opened else unit.stop
    found = _core(reader, begin, noun=True) or _bare_day(reader, begin, unit)
    if not found:
        return []
    if unit.entry.value[1] == 0 and len(found) == 1 and _every(reader, found[0]):
        weekday = found[0].partial.weekday
        return [Found(index, found[0].stop, Partial(value=f"XXXX-WXX-{weekday}", kind="set"), "every weekday")]
    stop = found[-1].stop
    if opened:
        stop = reader.skip(stop, ")", '"', "»")
    found[-1] = evolve(found[-1], stop=stop)
    found[0] = evolve(found[0], first=index)
    return found


def _bare_day(reader: Reader, index: int, unit: Hit) -> list[Found]:
    """Read a day without its month: يوم 20."""
    digits = reader.at(index, "digits")
    if digits is None or unit.entry.value[1] != 1 or not 1 <= digits.entry.value <= 31 or unit.definite:
        return []
    after = index + 1
    closed = after >= reader.size or reader.tokens.words[after].shape == "mark" or reader.norm(after) in _AFTER_DAY
    if not closed or reader.norm(after) in {"%", ":", "/", "-"}:
        return []
    return [Found(index, after, Partial(calendar="G", day=digits.entry.value), "day of the month")]


def _every(reader: Reader, found: Found) -> bool:
    """Tell whether a weekday behind أيام is every one: it stands alone, without an adjective."""
    partial = found.partial
    alone = not reader.norm(found.stop).startswith(("و", "،")) or found.stop >= reader.size
    return partial.weekday is not None and partial.direction is None and partial.day is None and alone


def short_numeric(reader: Reader, index: int) -> Found | None:
    """Read day/month without a year behind a word that says it is a date: الأحد 15/3, يوم 20/5."""
    first, second = reader.at(index, "digits"), reader.at(index + 2, "digits")
    if first is None or second is None or reader.norm(index + 1) not in {"/", "-"}:
        return None
    day, month = first.entry.value, second.entry.value
    if not (1 <= day <= 31 and 1 <= month <= 12) or reader.norm(index + 3) == "/":
        return None
    return Found(index, index + 3, Partial(day=day, month=month, calendar="G"), "day/month")


def _day_word(reader: Reader, index: int, word: Hit, *, noun: bool) -> Found | None:
    """Read اليوم, أمس, بعد غد ...; اليوم نفسه and اليوم التالي hang on a day of the text."""
    if word.entry.weak and not noun and not reader.at(word.stop, "weekday"):
        return None
    if word.entry.value == 0 and reader.norm(index - 1) in word_set("times", "days_names"):
        return None
    if word.entry.value == 0 and not noun:
        after = reader.at(word.stop, "itself", "hanging", "direction")
        if after and (after.entry.kind == "itself" or after.definite):
            if after.entry.kind == "direction":
                return None
            return Found(index, after.stop, Partial(unit="day", shift=("story", after.entry.value)), "day of the story")
        if reader.norm(word.stop) in word_set("times", "days_blockers") or _ordinal(reader, word.stop):
            return None
    return Found(index, word.stop, Partial(offset=word.entry.value), "day word")


def _ordinal(reader: Reader, index: int) -> bool:
    """Tell whether a definite ordinal stands at ``index``: اليوم الثاني is no today."""
    numeral = reader.number(index)
    return numeral is not None and numeral.ordinal and reader.at(index, "weekday") is None


def _blocked(reader: Reader, index: int, hit: Hit) -> bool:
    """Tell whether a word beside makes a weekday something else (صلاة الجمعة, عبد الأحد)."""
    if hit.prefix.startswith(("ك", "وك", "فك")):
        return True
    return reader.norm(index - 1) in word_set("times", "weekday_blockers")


def _weekday(reader: Reader, index: int, hit: Hit) -> Found:
    """Read a weekday with the adjective behind it."""
    partial, stop = Partial(weekday=hit.entry.value), hit.stop
    after = reader.at(stop, "direction", "recent")
    if after and after.definite:
        return Found(index, after.stop, evolve(partial, direction=after.entry.value), "weekday")
    return Found(index, stop, partial, "weekday")


def _extend(reader: Reader, found: Found) -> Found:
    """Join what stands on the right of a day: its weekday, date, part of the day and clock time, brackets included."""
    for _ in range(5):
        longer = _part(reader, found) or _more(reader, found)
        if longer is None:
            break
        found = longer
    return found


def _part(reader: Reader, found: Found) -> Found | None:
    """Join a part of the day behind a day: أمس مساءً, الخميس ليلاً."""
    if found.partial.part or found.partial.clock:
        return None
    hit = reader.at(found.stop, "part")
    if hit is None or (hit.definite and not hit.entry.rest):
        return None
    if reader.at(hit.stop, "day", "weekday") and reader.norm(hit.stop) not in {"اليوم"}:
        return None  # مساء الجمعة صباح أمس are two
    return Found(found.first, hit.stop, evolve(found.partial, part=hit.entry.value), found.rule)


def _more(reader: Reader, found: Found) -> Found | None:
    """Join a weekday, date or clock time behind a day, over a comma, a bracket or الموافق."""
    mark = reader.norm(found.stop)
    begin = found.stop + 1 if mark in _JOINERS and found.stop < reader.size else found.stop
    if reader.norm(begin) in {"علي", "تمام", "في", "عند"}:
        begin += 1
    time = clock(reader, begin) if found.partial.clock is None and mark not in {"("} else None
    if time and (begin == found.stop or mark != "-"):
        merged = with_time(found.partial, time[1])
        return Found(found.first, time[0], merged, found.rule) if merged else None
    if mark in {"عند", "علي", "تمام", "من", "في"}:
        return None
    others = _core(reader, begin, noun=False) or _short(reader, begin)
    if len(others) != 1 or (mark in {"،", ",", "-"} and others[0].partial.day is None):
        return None
    other = others[0]
    merged = merge(found.partial, other.partial)
    if merged is None or merged == found.partial:
        return None
    stop = reader.skip(other.stop, ")", '"', "»") if mark in {"(", '"', "«"} else other.stop
    return Found(found.first, stop, merged, found.rule)


def _short(reader: Reader, index: int) -> list[Found]:
    short = short_numeric(reader, index)
    return [short] if short else []


def parts(reader: Reader, index: int) -> list[Found]:
    """Read a part of a day with its day: مساء الخميس, فجر اليوم, الليلة, الليلة الماضية, ليل الخميس الجمعة."""
    hit = reader.at(index, "part", "midnight")
    if hit is None:
        return []
    midnight = hit.entry.kind == "midnight"
    said = Partial(clock="24:00") if midnight else Partial(part=hit.entry.value)
    begin = reader.skip(hit.stop, "من")
    found = _core(reader, begin, noun=reader.at(begin, "day") is not None)
    if found:
        return _with_day(reader, index, found, said)
    if midnight:
        time = clock(reader, index)
        return [Found(index, time[0], time[1], "clock time")] if time else []
    alone = _part_alone(reader, index, hit)
    if alone is None:
        return []
    return [Found(index, alone[0], evolve(said, offset=alone[1]), "part of a day")]


def _part_alone(reader: Reader, index: int, hit: Hit) -> tuple[int, int] | None:
    """Read a part without its day: (position behind it, days from now) of الليلة, الليلة الماضية, بعد الظهر."""
    if hit.definite and not hit.entry.rest:
        after = reader.at(hit.stop, "direction")
        if after and after.definite and reader.norm(index) not in word_set("times", "parts_ages"):
            return after.stop, after.entry.value
        beside = {reader.norm(index - 1), reader.norm(hit.stop)}
        if reader.norm(index) in word_set("times", "parts_alone") and not beside & word_set("times", "night_blockers"):
            return hit.stop, 0
    return (hit.stop, 0) if reader.whole and (hit.definite or hit.entry.rest) else None


def _with_day(reader: Reader, index: int, found: list[Found], said: Partial) -> list[Found]:
    """Join a part of the day with the day behind it; a night lies between two days (ليل الخميس الجمعة)."""
    if len(found) > 1:
        found = (
            [Found(found[0].first, found[-1].stop, found[0].partial, found[0].rule)] if len(found) == 2 else found[:1]
        )
    merged = merge(found[0].partial, said)
    if merged is None:
        return [Found(index, found[0].stop, found[0].partial, found[0].rule)]
    joined = Found(index, found[0].stop, merged, found[0].rule)
    if merged.weekday and (merged.part == "NI" or merged.clock == "24:00"):
        second = reader.at(reader.skip(joined.stop, "-", "/", "الي", "ـ"), "weekday")
        if second and second.entry.value == merged.weekday % 7 + 1:
            joined = evolve(joined, stop=second.stop)
    return [_extend(reader, joined)]


def timed(reader: Reader, index: int) -> list[Found]:
    """Read a clock time with the day behind it: في الثامنة من مساء اليوم, الساعة 15:30 يوم الأحد."""
    time = clock(reader, index) or opening(reader, index)
    if time is None:
        return []
    found = Found(index, time[0], time[1], "clock time")
    begin = reader.skip(found.stop, "من", "،", "(")
    day = _core(reader, begin, noun=False)
    if len(day) == 1 and (merged := with_time(day[0].partial, found.partial)):
        return [_extend(reader, Found(index, day[0].stop, merged, "clock time"))]
    return [found]


def told_day(reader: Reader, index: int) -> list[Found]:
    """Read نفس اليوم, ذلك اليوم, تلك الليلة, نفس التاريخ من سنة 2018: the day that the story has told of."""
    same = reader.at(index, "same")
    hit = reader.at(same.stop, "day", "part", "date") if same else None
    if hit is None or (hit.entry.value and not (hit.entry.kind == "part" and hit.definite)):
        return []
    if hit.entry.kind == "day" and reader.at(hit.stop, "weekday"):  # جرى ذلك اليوم الاثنين
        return []
    if reader.norm(hit.stop) in {"الذي", "التي"}:
        return [Found(index, hit.stop, Partial(value="PAST_REF"), "vague day")]
    partial = Partial(unit="day", shift=("story", 0), part=hit.entry.value or None)
    year = noun_year(reader, hit.stop + 1) if reader.norm(hit.stop) == "من" else None
    named = _core(reader, hit.stop + 1, noun=False) if reader.norm(hit.stop) == "(" else []
    if len(named) == 1:  # نفس التاريخ (14 فيفري 2019)
        return [evolve(named[0], first=index, stop=reader.skip(named[0].stop, ")"))]
    if year and year[1].calendar == "G":
        return [Found(index, year[0], evolve(partial, year=year[1].year), "day of the story")]
    return [Found(index, hit.stop, partial, "day of the story")]


def this_part(reader: Reader, index: int) -> list[Found]:
    """Read هذا المساء, هذه الليلة."""
    this = reader.at(index, "this")
    hit = reader.at(this.stop, "part") if this else None
    if hit is None or not hit.definite or reader.norm(hit.stop - 1) in word_set("times", "parts_ages"):
        return []
    return [Found(index, hit.stop, Partial(offset=0, part=hit.entry.value), "part of a day")]
