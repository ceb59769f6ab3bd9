"""Times counted in units: منذ ثلاث سنوات, قبل عام ونصف, الأسبوع الماضي, هذا الشهر, الأيام الثلاثة المقبلة."""

from attrs import define, evolve

from claimcheck.recognizers.times_reader import Found, Hit, Partial, Reader
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import plain_year

REFERENCES = {-2: "PAST_REF", -1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF", 2: "FUTURE_REF"}
# Units that have no calendar place: with an adjective they are vague.
_LOOSE = frozenset({"season", "period", "hour", "minute", "second"})
# The next finer unit, how many of it a unit holds, and how many its half.
_FINER = {
    "century": ("year", 100, 50),
    "decade": ("year", 10, 5),
    "year": ("month", 12, 6),
    "month": ("week", 4, 2),
    "week": ("day", 7, 3),
}


@define
class Amount:
    """A length of time: ``count`` of ``unit`` (``None``: several), and the position behind it."""

    unit: str
    count: int | None
    stop: int


def since(reader: Reader, index: int) -> list[Found]:
    """Read منذ, قبل or بعد with a length of time; one that hangs on an event stays vague."""
    hit = reader.at(index, "since")
    if hit is None:
        return []
    sign: int = hit.entry.value
    if hit.stop == index + 1 and reader.norm(hit.stop) in {"ذلك", "هذا"}:
        return _hanging(reader, index, hit.stop + 1)
    length = amount(reader, _fillers(reader, hit.stop))
    if length is None or (sign == 2 and length.count is not None):
        return []
    length = _tail(reader, finer(reader, length))
    stop, count = length.stop, length.count
    hangs = reader.norm(stop) in {"من", "علي"} and reader.norm(stop + 1) not in {"الان", "اليوم"}
    hangs = hangs or (length.unit == "year" and sign > 0 and reader.norm(stop) == "في")
    if not hangs and reader.norm(stop) == "من":
        stop += 2
    direction = 1 if sign > 0 else -1
    if hangs and reader.norm(index).endswith("قبل"):
        return []  # قبل عشر دقائق من النهاية tells the place of an event, not the day
    if count is None or hangs or length.unit in _LOOSE:
        value = "PAST_REF" if hangs else REFERENCES[direction]
        return [Found(index, stop, Partial(value=value), "vague distance")]
    return [Found(index, stop, _shifted(length.unit, direction * count), "distance")]


def _shifted(unit: str, count: int) -> Partial:
    """Return the partial of a unit that far from the anchor."""
    return Partial(unit=unit, shift=("anchor", count))


def _fillers(reader: Reader, index: int) -> int:
    """Return the position behind words of approximation (منذ نحو, منذ ما يقارب, منذ فترة)."""
    for _ in range(3):
        hit = reader.at(index, "approx")
        if hit is None:
            break
        index = hit.stop
    return index


def amount(reader: Reader, index: int) -> Amount | None:
    """Read a length of time: ثلاث سنوات, 14 عاماً, يومين, شهر, أيام, عدة أسابيع, نصف قرن."""
    numeral = reader.number(index)
    if numeral is not None and not (numeral.ordinal and reader.at(index, "unit")):
        unit = None if numeral.ordinal else reader.at(numeral.stop, "unit")
        return Amount(unit.entry.value[0], numeral.value, unit.stop) if unit else None
    if reader.norm(index) in word_set("times", "since", "many"):
        unit = reader.at(reader.skip(index + 1, "من"), "unit")
        return Amount(unit.entry.value[0], None, unit.stop) if unit else None
    part = {"نصف": 50, "ربع": 25}.get(reader.norm(index))
    if part:
        unit = reader.at(index + 1, "unit")
        return Amount("year", part, unit.stop) if unit and unit.entry.value == ("century", 1) else None
    return _unit_alone(reader, index)


def _unit_alone(reader: Reader, index: int) -> Amount | None:
    """Read a unit without a number: شهر, يومين, أيام; no construct, whose noun follows (يومي الراحة, عام 2007)."""
    unit = reader.at(index, "unit")
    if unit is None or (unit.definite and unit.entry.value[1] != 2):
        return None
    name, count = unit.entry.value
    year = reader.number(unit.stop) if name == "year" else None
    named = year is not None and year.value >= 1000
    construct = (count == 1 and _construct(reader, unit.stop)) or (count == 2 and reader.norm(index).endswith("ي"))
    loose = count == 1 and name in {"period", "weekend", "season", "quarter"}
    return None if named or construct or loose else Amount(name, count or None, unit.stop)


def _construct(reader: Reader, index: int) -> bool:
    """Tell whether a definite noun, a day or a month follows a bare unit: قبل يوم العيد, منذ يوم أمس, قبل شهر رمضان."""
    if reader.at(index, "day", "weekday", "month", "season"):
        return True
    return reader.norm(index).startswith("ال") and reader.at(index, "direction") is None


def _tail(reader: Reader, length: Amount) -> Amount:
    """Read what follows a length: تقريباً, أخرى; it is vague where قليلة or طويلة stands there."""
    if reader.norm(length.stop) in word_set("times", "since", "many_after"):
        return Amount(length.unit, None, length.stop + 1)
    if reader.norm(length.stop) in word_set("times", "since", "fillers_after"):
        return evolve(length, stop=length.stop + 1)
    return length


def finer(reader: Reader, length: Amount) -> Amount:
    """Join ونصف or وثلاثة أشهر to a length: one grain finer."""
    if length.count is None or length.unit not in _FINER:
        return length
    unit, per, half = _FINER[length.unit]
    norm = reader.norm(length.stop)
    begin = reader.skip(length.stop, "و")
    if reader.norm(begin) in word_set("times", "since", "half") and norm.startswith("و"):
        again = reader.at(begin + 1, "unit")  # ونصف السنة
        stop = again.stop if again and again.entry.value[0] == length.unit else begin + 1
        return Amount(unit, length.count * per + half, stop)
    if not norm.startswith("و"):
        return length
    second = amount(reader, begin)
    if second is None or second.count is None or second.unit != unit:
        return length
    return Amount(unit, length.count * per + second.count, second.stop)


def _hanging(reader: Reader, index: int, begin: int) -> list[Found]:
    """Read قبل ذلك بيومين, بعد ذلك بشهر: a distance from something told, which stays vague."""
    if reader.entries[begin - 1] is None and begin >= reader.size:
        return []
    length = amount(reader, begin)
    stop = length.stop if length and reader.norm(begin).startswith("ب") else begin
    return [Found(index, stop, Partial(value="PAST_REF"), "vague distance")]


def units(reader: Reader, index: int) -> list[Found]:
    """Read a unit with what places it: الأسبوع الماضي, هذا العام, نفس اليوم, الأيام القليلة المقبلة."""
    before = reader.at(index, "this", "same")
    unit = reader.at(before.stop if before else index, "unit")
    if unit is None or (before and before.entry.kind == "this" and not unit.definite and not unit.entry.rest):
        return []
    if before and before.entry.kind == "same":
        after = reader.at(unit.stop, "direction")
        if after and after.definite:  # جرى ذلك الأسبوع الماضي: ذلك is the subject
            return []
    if before:
        found = _placed(reader, index, unit.stop, unit, before)
        return [found] if found else []
    if not unit.definite and not unit.entry.rest:
        return []
    found = _unit_behind(reader, index, unit)
    return [found] if found else []


def _unit_behind(reader: Reader, index: int, unit: Hit) -> Found | None:
    """Read what follows a definite unit: an adjective, over a number or an adjective of another kind."""
    stop = unit.stop
    name, count = unit.entry.value
    numeral = reader.number(stop)
    if numeral and not numeral.ordinal and numeral.value < 1000:
        stop, count = numeral.stop, 0
    elif numeral and count == 0 and reader.norm(stop).startswith("ال") and numeral.value < 1000:
        stop = numeral.stop
    elif reader.norm(stop) in {"القليله", "القليلين", "القلائل", "العديده"}:
        stop, count = stop + 1, 0
    odd = reader.at(stop, "odd")
    if odd and odd.definite:
        stop = odd.stop
    place = reader.at(stop, "direction", "itself", "hanging", "recent", "this")
    if place is None or (place.entry.kind in {"direction", "hanging", "recent"} and not place.definite):
        return _alone(reader, index, unit)
    if place.entry.kind == "recent" and (count == 1 and name != "period"):
        return None
    if odd:
        return Found(index, place.stop, Partial(value=REFERENCES[place.entry.value]), "vague year")
    return _placed(reader, index, place.stop, unit, place, count=count)


def _alone(reader: Reader, index: int, unit: Hit) -> Found | None:
    """Read نهاية الأسبوع, which needs nothing behind it."""
    numeral = reader.number(unit.stop)
    if numeral and numeral.ordinal:  # نهاية الأسبوع الثالث
        return None
    if unit.entry.value == ("weekend", 1) and unit.entry.rest[-1].startswith("ال"):
        return Found(index, unit.stop, Partial(unit="weekend"), "weekend")
    return None


def _placed(reader: Reader, index: int, stop: int, unit: Hit, place: Hit, count: int | None = None) -> Found | None:
    """Make the time of a unit and the word that places it."""
    name, held = unit.entry.value
    count = held if count is None else count
    kind, value = place.entry.kind, place.entry.value
    told = kind in {"same", "itself", "hanging"}
    if count != 1 or name in _LOOSE:
        if kind == "itself" or (kind == "hanging" and count != 1 and name not in {"period"}):
            return None if name not in {"period"} else Found(index, stop, Partial(value="PAST_REF"), "vague period")
        reference = "PAST_REF" if told else REFERENCES[value]
        return Found(index, stop, Partial(value=reference), "vague period")
    if name == "day" and not told and kind != "this":
        return None
    partial = Partial(unit=name, shift=("story" if told else "anchor", value))
    year = plain_year(reader, stop) if name == "year" else None
    if year:
        return Found(index, year[0], year[1], "year")
    return Found(index, stop, partial, "unit")


def counted(reader: Reader, index: int) -> list[Found]:
    """Read الـ24 ساعة الماضية, الثلاثة أيام المقبلة: a definite number before the unit."""
    numeral = reader.number(index)
    if numeral is None or numeral.ordinal:
        return []
    unit = reader.at(numeral.stop, "unit")
    place = reader.at(unit.stop, "direction", "recent") if unit else None
    if unit is None or unit.definite or place is None or not place.definite:
        return []
    return [Found(index, place.stop, Partial(value=REFERENCES[place.entry.value]), "vague period")]
