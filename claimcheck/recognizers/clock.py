"""Clock times: الساعة الثالثة والنصف مساءً بتوقيت غرينتش, 15:30, الثامنة إلا ربعاً, منتصف الليل.

A time of day is kept as ``HH:MM``; ``24:00`` is midnight at the end of its day. The part of the day (مساءً) decides
between the halves of the clock. A time zone is consumed and left out of the value, as TIMEX3 values of news have it.
"""

from functools import cache

from claimcheck.lexicon import lines, load
from claimcheck.recognizers.times_reader import Numeral, Partial, Reader
from claimcheck.recognizers.times_words import phrases, word_set
from claimcheck.text.orthography import fold

END_OF_DAY = "24:00"
# Between the ends of a range of hours.
_TO = ("الي", "حتي", "وحتي", "-", "و")
# Before a bare number with ص or م behind it: من 8 ص إلى 5 م.
_HOUR_CUES = frozenset({"من", "الي", "حتي", "-", "في", "عند", "بعد", "قبل"})


def clock(reader: Reader, index: int) -> tuple[int, Partial] | None:
    """Read a clock time at ``index``: the position behind it, and its time with the part of the day."""
    named = reader.at(index, "midnight", "midday")
    if named:
        value = END_OF_DAY if named.entry.kind == "midnight" else "12:00"
        return zone(reader, named.stop), Partial(clock=value)
    noun = reader.at(index, "unit")
    if noun and noun.entry.value == ("hour", 1):
        if reader.norm(index - 1) in _fractions():  # ربع الساعة الأول
            return None
        begin = reader.skip(noun.stop, ":", "ال", "تمام")
        return _hour(reader, begin, sure=True) if noun.definite else None
    return _hour(reader, index, sure=False)


def _hour(reader: Reader, index: int, *, sure: bool) -> tuple[int, Partial] | None:
    """Read hour, minutes, part of the day and zone; without الساعة before it something else must make it a time."""
    sure_words = sure or reader.whole
    figures = _figures(reader, index)
    if figures is None and sure and reader.norm(index) in word_set("clock", "zero"):
        figures = (index + 1, 0, 0, True)
    figures = figures or _worded(reader, index, sure=sure_words)
    if figures is None:
        return None
    stop, hour, minute, certain = figures
    after, part = part_of_day(reader, stop)
    if (
        part
        and not sure
        and not certain
        and reader.at(after - 1, "letter")
        and reader.norm(index - 1) not in _HOUR_CUES
    ):
        return None
    sure = sure or (reader.whole and not reader.at(index, "digits", "dotted"))
    if not (sure or certain or part):
        return None
    if not sure and not certain and not _adverbial(reader, stop):
        return None
    value = at(hour, minute, part)
    return (zone(reader, after), Partial(clock=value, part=part)) if value else None


def opening(reader: Reader, index: int) -> tuple[int, Partial] | None:
    """Read a bare hour that only the end of its range makes one: من الثالثة إلى السادسة مساءً."""
    figures = _worded(reader, index, sure=False)
    if figures is None:
        return None
    end = clock(reader, reader.skip(figures[0], *_TO))
    if end is None or end[1].part is None or end[1].clock is None or reader.norm(figures[0]) not in _TO:
        return None
    value = at(figures[1], figures[2], end[1].part)
    if value is None or value > end[1].clock:
        value = at(figures[1], figures[2], None)
    return (figures[0], Partial(clock=value)) if value else None


def _adverbial(reader: Reader, index: int) -> bool:
    """Tell whether the part behind a bare number is an adverb (8 مساءً, الثامنة من مساء), no noun (5 ليالي)."""
    return reader.norm(index) == "من" or bool(reader.at(index, "part", "letter"))


def _figures(reader: Reader, index: int) -> tuple[int, int, int, bool] | None:
    """Read 15:30, 15:30:00, 20h30, 9.30 or a bare hour: (behind it, hour, minute, whether it can only be a time)."""
    dotted = reader.at(index, "dotted")
    if dotted and len(dotted.entry.value) == 2:
        hour, minute = dotted.entry.value
        return (index + 1, hour, minute, False) if hour <= 24 and minute < 60 else None
    first = reader.at(index, "digits")
    if first is None or first.entry.value > 24 or len(reader.norm(index)) > 2:
        return None
    hour = first.entry.value
    if reader.norm(index + 1) == ":" and reader.tokens.glued(index) and reader.tokens.glued(index + 1):
        return _colon(reader, index, hour)
    tail = reader.norm(index + 1)
    if reader.tokens.glued(index) and tail[:1] == "h" and (tail[1:].isdecimal() or tail == "h") and len(tail) <= 3:
        return index + 2, hour, int(tail[1:] or 0), True
    stop, minute = _minutes(reader, index + 1)
    return stop, hour + minute // 60, minute % 60, False


def _colon(reader: Reader, index: int, hour: int) -> tuple[int, int, int, bool] | None:
    """Read the minutes behind a colon; with seconds it may be how long a race took."""
    minutes, stop = reader.norm(index + 2), index + 3
    if len(minutes) != 2 or not minutes.isdecimal() or int(minutes) >= 60 or reader.norm(index - 1) == ":":
        return None
    if reader.norm(stop) == ":" and reader.tokens.glued(stop - 1) and reader.norm(stop + 1).isdecimal():
        return stop + 2, hour, int(minutes), False
    return stop, hour, int(minutes), True


def _worded(reader: Reader, index: int, *, sure: bool) -> tuple[int, int, int, bool] | None:
    """Read الثالثة والنصف, الثامنة إلا ربعاً, الخامسة وعشرين دقيقة."""
    numeral = reader.number(index) or _second(reader, index)
    if numeral is None or not 1 <= numeral.value <= 24 or numeral.digits:
        return None
    if numeral.ordinal and numeral.value == 1:  # الساعة الأولى من المعركة: one o'clock is الواحدة
        return None
    if not sure and not (numeral.ordinal and reader.norm(index).endswith(("ه", "ده", "ره"))):
        return None
    stop, minute = _minutes(reader, numeral.stop)
    total = numeral.value * 60 + minute
    return stop, total // 60, total % 60, False


def _second(reader: Reader, index: int) -> Numeral | None:
    """Read الثانية, which is a second of time to others."""
    unit = reader.at(index, "unit")
    if unit is None or not unit.definite or unit.entry.value != ("second", 1):
        return None
    return Numeral(2, unit.stop, True, False, 0)


@cache
def _fractions() -> dict[str, int]:
    """Return the words of parts of an hour with their minutes: نصف 30, ربع 15, ثلث 20, bare and with the article."""
    table = {}
    for line in lines(load("clock")["fractions"]):
        minutes, forms = line.split(":")
        for form in forms.split():
            word = fold(form)
            for variant in (word, f"ال{word}", f"{word}ا"):
                table[variant] = int(minutes)
    return table


def _minutes(reader: Reader, index: int) -> tuple[int, int]:
    """Read the minutes behind an hour, negative behind إلا: (position behind them, minutes)."""
    norm, sign, begin = reader.norm(index), 1, index
    if norm in word_set("clock", "minus"):
        sign, begin = -1, index + 1
    elif norm == "و":
        begin = index + 1
    elif not norm.startswith("و"):
        return index, 0
    word = reader.norm(begin)
    fractions = _fractions()
    minutes = fractions.get(word, fractions.get(word.removeprefix("و")))
    if minutes is not None:
        extra, more = (begin + 1, 0) if sign < 0 else _minutes(reader, begin + 1)
        return extra, sign * minutes + more
    numeral = reader.number(begin)
    if numeral and 0 < numeral.value < 60 and reader.norm(numeral.stop) in word_set("clock", "minutes"):
        return numeral.stop + 1, sign * numeral.value
    return index, 0


def part_of_day(reader: Reader, index: int) -> tuple[int, str | None]:
    """Read مساءً, من مساء, بعد الظهر, ص, م behind a clock time: (position behind it, part)."""
    begin = reader.skip(index, "من", "في")
    hit = reader.at(begin, "part", "letter")
    if hit is None:
        return index, None
    if hit.entry.kind == "letter":
        closed = reader.norm(hit.stop) not in {"/", "د"}  # 5 م د are millions of dinars
        return (hit.stop, hit.entry.value) if begin == index and closed else (index, None)
    return hit.stop, hit.entry.value


def at(hour: int, minute: int, part: str | None) -> str | None:
    """Return the time of an hour and minute in a part of the day as ``HH:MM``.

    >>> at(3, 30, "EV"), at(12, 0, "NI"), at(12, 0, "MO"), at(24, 10, None)
    ('15:30', '24:00', '00:00', None)
    """
    if hour == 12 and part in {"NI", "EV"}:
        return END_OF_DAY if minute == 0 else f"00:{minute:02d}"
    if hour == 12 and part == "MO":
        hour = 0
    afternoon = {"AF": range(1, 8), "EV": range(1, 12), "NI": range(6, 12)}
    if part in afternoon and hour in afternoon[part]:
        hour += 12
    if hour > 24 or (hour == 24 and minute) or hour < 0:
        return None
    return f"{hour:02d}:{minute:02d}"


def zone(reader: Reader, index: int) -> int:
    """Return the position behind a time zone (بتوقيت مكة المكرمة, ت.غ, GMT), or ``index`` where there is none."""
    begin = reader.skip(index, "(", "حسب")
    stop = begin
    hit = reader.at(begin, "zone")
    if hit:
        stop = hit.stop
        names = phrases("clock", "zone_names")
        for width in (2, 1):
            name = tuple(reader.norms[stop : stop + width])
            plain = tuple(part.removeprefix("ال") for part in name)
            if len(name) == width and (name in names or plain in names):
                stop += width
                break
        else:
            return index
    elif reader.norm(begin) in word_set("clock", "zone_short"):
        stop = begin + 1
    elif reader.norm(begin) == "ت" and "غ" in (reader.norm(begin + 1), reader.norm(begin + 2)):
        stop = begin + (2 if reader.norm(begin + 1) == "غ" else 3)
    if stop == begin:
        return index
    return reader.skip(stop, ")") if begin > index else stop
