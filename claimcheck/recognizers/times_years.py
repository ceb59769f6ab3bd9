"""Years: عام 2015, العام 1432هـ, سنة ألفين واثنتين, عام 67, العام الماضي, and what says the year behind a month."""

from claimcheck.recognizers.calendars import GREGORIAN_YEARS
from claimcheck.recognizers.times_reader import Numeral, Partial, Reader
from claimcheck.recognizers.times_words import word_set

# Years that are taken for Hijri where no calendar is named; outside them a bare year is Gregorian.
HIJRI_YEARS = range(1380, 1461)
# Years that a month name of the Hijri calendar, a mark or a full numeric date makes Hijri.
NUMERIC_HIJRI_YEARS = range(1300, 1501)
# Years of the last century that two digits behind عام name.
SHORT_YEARS = range(30, 100)


def era(reader: Reader, index: int) -> tuple[int, str | None]:
    """Read هـ, م, هجري, ميلادي or ق.م behind a year: (position behind it, "AH", "AD", "BC" or None)."""
    norm = reader.norm(index)
    if norm in word_set("times", "years", "hijri_marks"):
        return index + 1, "AH"
    if norm == "م" and reader.norm(index + 1) == "د":  # the Tunisian millions of dinars
        return index, None
    if norm in word_set("times", "years", "solar_marks"):
        return index + 1, "AD"
    if norm == "ق":
        stop = reader.skip(index + 1, ".")
        if reader.norm(stop) == "م":
            return reader.skip(stop + 1, ".") if reader.norm(stop - 1) == "." else stop + 1, "BC"
    if norm == "قبل" and reader.norm(index + 1) == "الميلاد":
        return index + 2, "BC"
    return index, None


def of_year(year: int, mark: str | None, calendar: str | None = None) -> Partial:
    """Return the partial of a year, its calendar decided by the mark, the month's calendar, or the range."""
    if mark == "BC":
        return Partial(value=f"BC{year:04d}")
    if mark == "AH" or (mark is None and calendar == "AH"):
        return Partial(calendar="AH", year=year)
    if mark is None and calendar is None and year in HIJRI_YEARS:
        return Partial(calendar="AH", year=year)
    return Partial(calendar="G", year=year)


def plain_year(reader: Reader, index: int, calendar: str | None = None) -> tuple[int, Partial] | None:
    """Read a year in four digits (or three with its era) behind a month."""
    numeral = reader.number(index)
    if numeral is None or numeral.ordinal or not 1 <= numeral.value <= 2999:
        return None
    stop, mark = era(reader, numeral.stop)
    if numeral.value < 1000 and (mark is None or numeral.value < 100):
        return None
    if calendar == "AH" and mark is None and numeral.value in GREGORIAN_YEARS:
        return stop, Partial(calendar="AH", year=numeral.value)  # رمضان 2017
    if calendar == "AH" and mark is None and numeral.value not in NUMERIC_HIJRI_YEARS:
        return None
    if not numeral.digits and numeral.value < 1100:
        return None
    return stop, of_year(numeral.value, mark, calendar)


def noun_year(reader: Reader, index: int, calendar: str | None = None) -> tuple[int, Partial] | None:
    """Read عام 2015, العام 1432هـ, سنة ألفين واثنتين, العام الماضي, نفس العام behind a month or by itself.

    A year of two digits is one of the last hundred only behind عام or سنة.
    """
    unit = reader.at(index, "unit")
    if unit is None or unit.entry.value[0] != "year":
        return None
    stop = unit.stop
    while reader.at(stop, "odd", "lunar", "solar") and stop < unit.stop + 2:
        stop += 1
    lunar = calendar or ("AH" if any(reader.at(i, "lunar") for i in range(unit.stop, stop)) else None)
    direction = reader.at(stop, "direction")
    if direction and direction.definite:
        stop = direction.stop
    for opening in ("", "(", "."):
        begin = reader.skip(stop, opening) if opening else stop
        found = _figure(reader, begin, lunar, definite=unit.definite)
        if found:
            return (reader.skip(found[0], ")"), found[1]) if opening == "(" else found
    return None


def _figure(reader: Reader, index: int, calendar: str | None, *, definite: bool) -> tuple[int, Partial] | None:
    """Read the figure of a year behind عام, in full or as the last two digits (عام 67)."""
    numeral = reader.number(index)
    if numeral is None:
        return None
    after, mark = era(reader, numeral.stop)
    short = mark is None and numeral.width == 2 and numeral.value in SHORT_YEARS and not definite
    if short and _closed(reader, after):
        return after, of_year(1900 + numeral.value, "AD", calendar)
    if not _is_year(numeral, mark, definite):
        return None
    return after, of_year(numeral.value, mark, calendar)


def _closed(reader: Reader, index: int) -> bool:
    """Tell whether nothing that could be counted stands at ``index``."""
    return (
        index >= reader.size or reader.tokens.words[index].shape == "mark" or reader.norm(index) in {"في", "من", "حتي"}
    )


def _is_year(numeral: Numeral, mark: str | None, definite: bool) -> bool:
    """Tell whether a number behind عام is its year (not the first of "عام 3 ..." or an ordinal)."""
    if numeral.ordinal or numeral.value > 2999:
        return False
    if mark is not None or numeral.value >= 1000:
        return numeral.value >= 1
    return numeral.digits and numeral.value >= 100 and not definite


def relative_year(reader: Reader, index: int) -> tuple[int, Partial] | None:
    """Read العام الماضي, هذه السنة, نفس العام, العام نفسه, ذلك العام: a year that hangs on an anchor."""
    before = reader.at(index, "this", "same")
    start = before.stop if before else index
    unit = reader.at(start, "unit")
    if unit is None or unit.entry.value != ("year", 1):
        return None
    stop, lunar = unit.stop, None
    while reader.at(stop, "lunar", "solar") and stop < unit.stop + 1:
        lunar = "AH" if reader.at(stop, "lunar") else None
        stop += 1
    if before:
        origin = "anchor" if before.entry.kind == "this" else "story"
        return stop, Partial(calendar=lunar, year_of=(origin, 0))
    if not unit.definite:
        return None
    after = reader.at(stop, "direction", "itself", "hanging", "this")
    if after is None or (after.entry.kind in {"direction", "hanging"} and not after.definite):
        return None
    origin = "anchor" if after.entry.kind in {"direction", "this"} else "story"
    return after.stop, Partial(calendar=lunar, year_of=(origin, after.entry.value))


def year_behind(reader: Reader, index: int, calendar: str) -> tuple[int, Partial]:
    """Read what says the year behind a month: a figure, عام and a figure, an adjective, من العام الماضي, or nothing."""
    comma = reader.skip(index, "،", ",", "/")
    found = plain_year(reader, comma, calendar)
    if found:
        return found
    if comma == index and (hit := reader.at(index, "direction")) and hit.definite:
        partial = Partial(direction=hit.entry.value)
        year = plain_year(reader, hit.stop, calendar)
        return (year[0], year[1]) if year else (hit.stop, partial)
    begin = reader.skip(index, "من", "في", "ل")
    every = reader.at(begin, "every")
    if every and (unit := reader.at(every.stop, "unit")) and unit.entry.value == ("year", 1):
        return unit.stop, Partial(year_of=("every", 0))
    found = noun_year(reader, begin, calendar) or relative_year(reader, begin)
    if found:
        return found
    if begin > index and reader.norm(index) == "من" and (found := plain_year(reader, begin, calendar)):
        return found
    return index, Partial()
