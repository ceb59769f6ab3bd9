"""Years, parts of years and longer stretches: عام 2015, الربع الأول من 2016, خريف عام 2020, تسعينيات القرن الماضي."""

from attrs import evolve

from claimcheck.recognizers.times_dates import month_date, relative_month, weak_month
from claimcheck.recognizers.times_reader import Found, Hit, Partial, Reader, merge
from claimcheck.recognizers.times_series import counts
from claimcheck.recognizers.times_units import amount, units
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import era, noun_year, plain_year, relative_year


def years(reader: Reader, index: int) -> list[Found]:
    """Read عام 2015, العام الماضي, هذه السنة, and الأعوام or عامي before the first of several years."""
    found = noun_year(reader, index) or relative_year(reader, index)
    if found:
        return [Found(index, found[0], found[1], "year")]
    unit = reader.at(index, "unit")
    if unit and unit.entry.value[0] == "year" and unit.entry.value[1] == 2:
        numeral = reader.number(unit.stop)
        if numeral and numeral.digits and 50 <= numeral.value < 100:  # عامي 88 و91
            return [Found(index, numeral.stop, Partial(calendar="G", year=1900 + numeral.value), "year")]
    return []


def edge(reader: Reader, index: int) -> list[Found]:
    """Read مطلع, منتصف or أواخر with its period, whose value they leave as it is; غرة is the first day."""
    hit = reader.at(index, "edge")
    if hit is None:
        return []
    begin = reader.skip(hit.stop, "من")
    if reader.entries[begin] is None and begin not in reader.numbers:
        return []
    if reader.norm(index) == "اخر" and (length := amount(reader, begin)) and length.count != 1:  # آخر ثلاثة أيام
        return [Found(index, length.stop, Partial(value="PAST_REF"), "vague period")]
    found = _period(reader, begin)
    if not found and not hit.entry.weak:
        found = units(reader, begin) or _unit_of_now(reader, begin)
    if not found:
        return []
    where = hit.entry.value
    partial = evolve(found[0].partial, edge=where) if where != "whole" else found[0].partial
    if where == "first":
        partial = evolve(found[0].partial, day=1) if found[0].partial.month else found[0].partial
    return [evolve(found[0], first=index, partial=partial), *found[1:]]


def _period(reader: Reader, index: int) -> list[Found]:
    """Read any period longer than a day."""
    month = month_date(reader, index) or weak_month(reader, index)
    if month:
        return [month]
    placed = relative_month(reader, index)
    if placed:
        return [Found(index, placed[0], placed[1], "month")]
    return (
        years(reader, index)
        or pieces(reader, index)
        or seasons(reader, index)
        or decades(reader, index)
        or _figure(reader, index)
    )


def _figure(reader: Reader, index: int) -> list[Found]:
    """Read a bare year behind an edge: أواخر 2016."""
    year = plain_year(reader, index)
    if year and reader.norm(index).isdecimal() and not counts(reader, year[0], sure=True):
        return [Found(index, year[0], year[1], "year")]
    return []


def _unit_of_now(reader: Reader, index: int) -> list[Found]:
    """Read نهاية العام, مطلع الشهر: the current one."""
    unit = reader.at(index, "unit")
    if unit is None or not unit.definite or unit.entry.value not in {("week", 1), ("month", 1), ("year", 1)}:
        return []
    if reader.at(unit.stop, "odd"):
        return []
    return [Found(index, unit.stop, Partial(unit=unit.entry.value[0], shift=("anchor", 0)), "unit")]


def _ordinal(reader: Reader, index: int, limit: int) -> tuple[int, int] | None:
    """Read الأول ... or الأخير (the last of ``limit``): (position behind it, rank)."""
    if reader.norm(index) in {"الاخير", "الاخيره"}:
        return index + 1, limit
    numeral = reader.number(index)
    if numeral and numeral.ordinal and 1 <= numeral.value <= limit:
        return numeral.stop, numeral.value
    return None


def pieces(reader: Reader, index: int) -> list[Found]:
    """Read الربع الثاني, النصف الأول من العام, الثلاثي الأول 2016, الأسبوع الأول من مارس."""
    noun = reader.at(index, "piece")
    week = reader.at(index, "unit")
    if noun is None and (week is None or week.entry.value != ("week", 1)):
        return []
    held = noun or week
    assert held is not None
    kind = noun.entry.value if noun else "week"
    rank = _ordinal(reader, held.stop, {"quarter": 4, "half": 2, "week": 5}[kind])
    if rank is None or not held.definite:
        return []
    return _piece(reader, index, kind, *rank)


def _piece(reader: Reader, index: int, kind: str, stop: int, rank: int) -> list[Found]:
    """Make the piece of the year or month that follows it."""
    begin = reader.skip(stop, "من", "ل", "في", "خلال")
    month = month_date(reader, begin) or (weak_month(reader, begin) if begin > stop else None)
    placed = (month.stop, month.partial) if month else relative_month(reader, begin)
    if placed:
        partial = evolve(placed[1], piece=f"W{rank}") if kind == "week" else evolve(placed[1], edge="part")
        return [Found(index, placed[0], partial, "part of a month")]
    if kind == "week":
        return []
    name = f"{kind[0].upper()}{rank}"
    year = noun_year(reader, begin) or relative_year(reader, begin) or plain_year(reader, begin)
    merged = merge(year[1], Partial(piece=name)) if year else None
    found = (year[0], merged) if year and merged else _piece_of_now(reader, begin, stop, name)
    return [Found(index, found[0], found[1], "part of a year")] if found else []


def _piece_of_now(reader: Reader, begin: int, stop: int, name: str) -> tuple[int, Partial] | None:
    """Read a piece of العام, or a quarter with an adjective or alone."""
    unit = reader.at(begin, "unit")
    if unit and unit.definite and unit.entry.value == ("year", 1):
        odd = reader.at(unit.stop, "odd")
        if odd:
            return odd.stop, Partial(value="PRESENT_REF")
        return unit.stop, Partial(piece=name, year_of=("anchor", 0))
    if name[0] == "H" or reader.norm(stop) == "من":  # النصف الأول من المباراة
        return None
    after = reader.at(stop, "direction")
    if after and after.definite:
        return after.stop, Partial(piece=name, direction=after.entry.value)
    return stop, Partial(piece=name)


def seasons(reader: Reader, index: int) -> list[Found]:
    """Read خريف عام 2020, الصيف الماضي, فصل الشتاء, هذا الربيع, الموسم الصيفي القادم."""
    noun = reader.at(index, "season noun", "this")
    begin = noun.stop if noun else index
    hit = reader.at(begin, "season", "seasonal")
    if hit is None or (hit.entry.kind == "seasonal" and noun is None) or reader.at(begin, "month"):
        return []
    partial = Partial(piece=hit.entry.value)
    after = reader.at(hit.stop, "direction")
    if after and after.definite and hit.definite:
        return [Found(index, after.stop, evolve(partial, direction=after.entry.value), "season")]
    of = reader.skip(hit.stop, "من", "ل")
    year = noun_year(reader, of) or relative_year(reader, of) or plain_year(reader, of)
    merged = merge(partial, year[1]) if year else None
    if year and merged:
        return [Found(index, year[0], merged, "season")]
    this = noun is not None and noun.entry.kind == "this"
    if hit.definite if this else noun or (hit.definite and _in_season(reader, begin, hit)):
        return [Found(index, hit.stop, evolve(partial, direction=0) if this else partial, "season")]
    return []


def _in_season(reader: Reader, index: int, hit: Hit) -> bool:
    """Tell whether a bare الصيف is a time: a preposition before it, no noun beside (الربيع العربي)."""
    after = reader.norm(hit.stop)
    return reader.norm(index - 1) in {"في", "خلال", "منذ", "حتي", "وفي", "هذا"} and not after.startswith("ال")


def decades(reader: Reader, index: int) -> list[Found]:
    """Read تسعينيات القرن الماضي, الثمانينات, القرن التاسع عشر."""
    decade = reader.at(index, "decade")
    if decade:
        return _decade(reader, index, decade)
    unit = reader.at(index, "unit")
    if unit is None or unit.entry.value[0] != "century" or not unit.definite:
        return []
    if unit.entry.value[1] == 2:
        return _two_centuries(reader, index, unit.stop)
    found = _century(reader, index)
    return [Found(index, found[0], Partial(value=found[1]), "century")] if found else []


def _decade(reader: Reader, index: int, decade: Hit) -> list[Found]:
    """Read the century behind a decade; without one it is of the last century, and needs the article."""
    if {reader.norm(decade.stop), reader.norm(decade.stop + 1)} & word_set("times", "decades_age"):
        return []
    century = _century(reader, reader.skip(decade.stop, "من"))
    if century is None and not decade.definite:
        return []
    stop, hundreds = century or (decade.stop, "19")
    if not hundreds.isdecimal():  # of another era
        return []
    return [Found(index, stop, Partial(value=f"{hundreds}{decade.entry.value // 10}"), "decade")]


def _two_centuries(reader: Reader, index: int, begin: int) -> list[Found]:
    """Read القرنين السابع عشر والثامن عشر: two times."""
    first = reader.number(begin)
    second = reader.number(reader.skip(first.stop, "و")) if first else None
    if first is None or second is None or not (first.ordinal and second.ordinal):
        return []
    start = reader.skip(first.stop, "و")
    return [
        Found(index, first.stop, Partial(value=f"{first.value - 1:02d}"), "century"),
        Found(start, second.stop, Partial(value=f"{second.value - 1:02d}"), "century"),
    ]


def _century(reader: Reader, index: int) -> tuple[int, str] | None:
    """Read القرن التاسع عشر, القرن الماضي: (position behind it, its first digits)."""
    unit = reader.at(index, "unit")
    if unit is None or unit.entry.value != ("century", 1):
        return None
    place = reader.at(unit.stop, "direction", "hanging")
    if place and place.definite:
        return place.stop, f"{20 + place.entry.value}"
    numeral = reader.number(unit.stop)
    if numeral is None or not 1 <= numeral.value <= 30:
        return None
    stop, mark = era(reader, numeral.stop)
    if reader.at(stop, "lunar"):
        return stop + 1, f"AH{numeral.value - 1:02d}"
    if reader.at(stop, "solar"):
        stop += 1
    return stop, f"{'BC' if mark == 'BC' else 'AH' if mark == 'AH' else ''}{numeral.value - 1:02d}"
