"""Years in a row and years without a noun: 2018 و2022, 1436/1437هـ, (1954-1962), كأس العالم 2018.

A bare number of four digits is weighed by what stands beside it: what counts things, what introduces years, events.
"""

from attrs import evolve

from claimcheck.recognizers.times_reader import Found, Numeral, Partial, Reader
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import era, of_year

# Bare numbers that may be years, where a word beside them says so.
BARE_YEARS = range(1900, 2051)
_JOINERS = frozenset({"و", "-", "/", "ـ", "", "الي", "حتي", "ثم", "،", "او", "\\", "و."})
_NO_YEAR_AFTER = frozenset({"%", "×", "$", "€", "*", "#", "@"})
_NO_YEAR_BEFORE = frozenset({":", "#", "$", "€", "×", "+", "*", "@", "№"})
# Years in one row.
_LONGEST = 50


def chained(reader: Reader, found: Found) -> list[Found]:
    """Read the years that are joined to a year: 2018 و2022, 2002 ـ 2003, 1436/1437هـ, عامي 88 و91."""
    chain: list[Found] = []
    last = found
    while len(chain) < _LONGEST and (following := _next_year(reader, last)):
        last = following
        chain.append(last)
    if chain and chain[-1].partial.calendar == "AH" and found.partial.month is None and chain[-1].rule == "year":
        found = evolve(found, partial=evolve(found.partial, calendar="AH"))  # 1436/1437هـ: the mark serves both
    return [found, *chain]


def _next_year(reader: Reader, last: Found) -> Found | None:
    """Read the year that is joined to the last one."""
    mark = reader.norm(last.stop)
    if last.stop >= reader.size or (mark not in _JOINERS and mark != "("):
        return None
    index = reader.skip(last.stop + 1, ".", "-", "ـ", "")
    numeral = reader.number(index)
    if numeral is None or not numeral.digits or numeral.ordinal or reader.at(numeral.stop, "month"):
        return None
    stop, named = era(reader, numeral.stop)
    if named is not None and mark in {"(", "/", "-"} and _other_calendar(last.partial, named):  # 92 هـ / 711 م
        return Found(index, stop, of_year(numeral.value, named), "year of both calendars")
    if mark == "(" or not _continues(reader, last, numeral, listed=mark not in {"-", "/", "ـ", "\\"}):
        return None
    year = _joined(last.partial.year or 0, numeral.value, numeral.width)
    if year is None:
        return None
    return Found(index, stop, of_year(year, named, last.partial.calendar if named is None else None), "year")


def _other_calendar(partial: Partial, mark: str) -> bool:
    """Tell whether a marked year is that of the other calendar."""
    return mark == ("AD" if partial.calendar == "AH" else "AH")


def _continues(reader: Reader, last: Found, numeral: Numeral, *, listed: bool) -> bool:
    """Tell whether a number behind a joining word can be one more year."""
    if numeral.width == 2 and listed and len(reader.norm(last.stop - 1)) != 2:
        return False
    if reader.norm(numeral.stop) in {"/", "%"}:
        return False
    return not (listed and counts(reader, numeral.stop, sure=True))


def _joined(before: int, value: int, width: int) -> int | None:
    """Return the year that a number joined to a year means: four digits, or the last two of its century."""
    if (width == 4 or (width == 3 and before < 1000)) and abs(value - before) <= 150:
        return value
    if width == 2 and before >= 1000:
        year = before // 100 * 100 + value
        return year if 0 < abs(year - before) <= 30 else None
    return None


def bare_year(reader: Reader, index: int) -> list[Found]:
    """Read a number of four digits that something beside it makes a year."""
    digits = reader.at(index, "digits")
    if digits is None or _longer(reader, index):
        return []
    stop, mark = era(reader, index + 1)
    value, width = digits.entry.value, len(reader.norm(index))
    short = width in {2, 3} and mark == "AH" and stop > index + 1
    if mark == "BC" or (short and reader.norm(index - 1) in {"(", "سنه", "عام", "في"}):
        return [Found(index, stop, of_year(value, mark), "year")]
    if width != 4:
        return []
    if mark and 1 <= value <= 2999 and not (mark == "AD" and value not in BARE_YEARS):
        return [Found(index, stop, of_year(value, mark), "year")]
    if value not in BARE_YEARS or not _is_year(reader, index, value):
        return []
    return [Found(index, index + 1, Partial(calendar="G", year=value), "year")]


def _longer(reader: Reader, index: int) -> bool:
    """Tell whether a number recogniser reads more than these digits (2000 مليون)."""
    mention = reader.numbers.get(index)
    return mention is not None and mention.stop > index + 1 and isinstance(mention.value, int)


def _is_year(reader: Reader, index: int, value: int) -> bool:
    """Weigh the words beside a bare number: what counts or numbers things, what introduces years, names of events."""
    before, after = reader.norm(index - 1), reader.norm(index + 1)
    if after in _NO_YEAR_AFTER or before in _NO_YEAR_BEFORE or before in word_set("times", "years", "blockers"):
        return False
    if after in {"-", "/", "."} and reader.norm(index + 2).isdecimal() and reader.tokens.glued(index):
        return after != "." and _range_follows(reader, index, value)
    if after == "-" and (before in {"", "."} or index in reader.tokens.line_starts):  # the lines of a chronicle
        return True
    numbered = before in {"-", "/", "."} and reader.norm(index - 2).isdecimal()
    return not numbered and _stands_alone(reader, index, value)


def _stands_alone(reader: Reader, index: int, value: int) -> bool:
    """Weigh a number that is no part of a row of numbers."""
    before, after = reader.norm(index - 1), reader.norm(index + 1)
    strong = _opens(reader, index) or _event(reader, index) or (before == "و" and _listed(reader, index))
    if counts(reader, index + 1, sure=strong):
        return False
    if before in {"(", "»", '"', "”"}:
        return after in {")", "-", "،", "و", "مع"} or strong
    return strong or (value % 100 != 0 and _plain_word(reader, index - 1))


def _range_follows(reader: Reader, index: int, value: int) -> bool:
    """Tell whether a number opens a range of years: 2013-2015, 1989/1945, 2014/15."""
    after = reader.norm(index + 2)
    if reader.norm(index + 3) in {"-", "/"} and reader.norm(index + 4).isdecimal() and reader.tokens.glued(index + 2):
        return False
    if len(after) == 4:
        return int(after) in BARE_YEARS and abs(int(after) - value) <= 60
    return len(after) == 2 and 0 < int(after) - value % 100 <= 10


def _listed(reader: Reader, index: int) -> bool:
    """Tell whether another year stands a few words before: مونديالي 2018 في روسيا و2022 في قطر."""
    near = (reader.at(place, "digits") for place in range(max(0, index - 7), index))
    return any(hit is not None and hit.entry.value in BARE_YEARS for hit in near)


def _plain_word(reader: Reader, index: int) -> bool:
    """Tell whether a definite noun, an adjective or a Latin word stands at ``index``: مؤتمر IFA 2014, الرئاسية 2012."""
    if index < 0:
        return False
    word = reader.tokens.words[index]
    return word.shape == "latin" or (word.shape == "word" and word.norm.startswith(("ال", "لل", "بال", "وال")))


def _event(reader: Reader, index: int) -> bool:
    """Tell whether one of the three words before a bare number is a noun that is held or made by the year."""
    nouns = word_set("times", "years", "events")
    for place in range(max(0, index - 3), index):
        if any(core in nouns for _, core in reader.tokens.words[place].analyses):
            return True
    return False


def _opens(reader: Reader, index: int) -> bool:
    """Tell whether the word before a bare number introduces years."""
    return reader.norm(index - 1) in word_set("times", "years", "cues")


def counts(reader: Reader, index: int, *, sure: bool) -> bool:
    """Tell whether the word behind a number looks like what it counts.

    Where the number is a year for other reasons (``sure``), only a noun that is often counted; else any bare noun that
    is no function word.
    """
    if index >= reader.size:
        return False
    word = reader.tokens.words[index]
    if word.shape != "word":
        return word.norm == "%" or word.shape == "latin"
    norm = word.norm
    if norm in word_set("times", "years", "counted"):
        return True
    if sure or norm in word_set("times", "years", "function_words"):
        return False
    return not norm.startswith(("ال", "و", "ب", "ل", "ف", "ي", "ت", "س", "ك"))
