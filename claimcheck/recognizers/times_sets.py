"""Repeated times (كل يوم جمعة, سنوياً), vague references (حالياً, في وقت سابق) and feasts."""

from claimcheck.recognizers.times_reader import Found, Partial, Reader, merge
from claimcheck.recognizers.times_units import amount, since
from claimcheck.recognizers.times_words import word_set
from claimcheck.recognizers.times_years import year_behind

_PERIODS = {
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "second": "PT{}S",
    "decade": "P{}DE",
    "century": "P{}CE",
}


def references(reader: Reader, index: int) -> list[Found]:
    """Read a vague reference: مؤخراً, الآن, قريباً."""
    hit = reader.at(index, "reference")
    longer = since(reader, index) if hit else []
    if hit and longer and longer[0].stop > hit.stop:  # منذ فترة ثماني سنوات
        return longer
    return [Found(index, hit.stop, Partial(value=hit.entry.value), "reference")] if hit else []


def sets(reader: Reader, index: int) -> list[Found]:
    """Read what repeats: كل يوم, كل ثلاثة أشهر, كل يوم جمعة, سنوياً."""
    adverb = reader.at(index, "adverb")
    if adverb:
        return [Found(index, adverb.stop, Partial(value=adverb.entry.value, kind="set"), "adverb of repetition")]
    every = reader.at(index, "every")
    if every is None:
        return []
    noun = reader.at(every.stop, "unit")
    weekday = reader.at(noun.stop if noun and noun.entry.value[0] == "day" else every.stop, "weekday")
    if weekday:
        return [
            Found(index, weekday.stop, Partial(value=f"XXXX-WXX-{weekday.entry.value}", kind="set"), "every weekday")
        ]
    length = amount(reader, every.stop)
    if length is None or length.count is None or length.unit not in _PERIODS:
        return []
    value = _PERIODS[length.unit].format(length.count)
    return [Found(index, length.stop, Partial(value=value, kind="set"), "every unit")]


def feasts(reader: Reader, index: int) -> list[Found]:
    """Read a feast where a preposition of time stands before it or a year behind it: في عيد الفطر, عاشوراء 1436."""
    hit = reader.at(index, "feast")
    if hit is None:
        return []
    calendar, month, day = hit.entry.value.split("-")
    partial = Partial(calendar=calendar, month=int(month), day=int(day))
    stop, year = year_behind(reader, hit.stop, calendar)
    merged = merge(partial, year)
    cued = reader.whole or year.year is not None or reader.norm(index - 1) in word_set("times", "feast_cues")
    if merged is None or not cued:
        return []
    return [Found(index, stop, merged, "feast")]
