"""One pass over a text: rules start only where a time may begin, the first that reads something wins."""

from collections.abc import Callable
from functools import cache

from claimcheck.recognizers.times_dates import month_date
from claimcheck.recognizers.times_days import days, parts, this_part, timed, told_day
from claimcheck.recognizers.times_joined import share
from claimcheck.recognizers.times_ordinals import ordinals
from claimcheck.recognizers.times_periods import decades, edge, pieces, seasons, years
from claimcheck.recognizers.times_reader import Found, Reader
from claimcheck.recognizers.times_series import bare_year, chained
from claimcheck.recognizers.times_sets import feasts, references, sets
from claimcheck.recognizers.times_units import counted, since, units
from claimcheck.recognizers.times_words import Meaning

Rule = Callable[[Reader, int], list[Found]]


def _months(reader: Reader, index: int) -> list[Found]:
    found = month_date(reader, index)
    return [found] if found else []


# Which rules may begin at a unit, before the rule of all units.
_UNIT_RULES: dict[str, tuple[Rule, ...]] = {
    "day": (days,),
    "hour": (timed,),
    "second": (timed,),
    "week": (pieces,),
    "month": (_months,),
    "year": (years,),
    "century": (decades,),
}


def _of_unit(reader: Reader, index: int) -> list[Found]:
    """Read what may begin at a word such as يوم, ساعة or عام."""
    hit = reader.at(index, "unit")
    if hit is None:
        return []
    for rule in (*_UNIT_RULES.get(hit.entry.value[0], ()), units):
        found = rule(reader, index)
        if found:
            return found
    return []


# What can follow the number of a date or time: these kinds of words, and words and marks that begin so.
_AFTER_NUMBERS = frozenset({"month", "unit", "part", "letter", "direction", "this", "same", "zone", "weekday"})
_BESIDE = frozenset({"/", "-", ".", ":", "،", "و", "من", "الي", "حتي", "او", "ثم", "(", "\\", "ـ", "", "h", "ه", "ق"})


def _dates(reader: Reader, stop: int) -> bool:
    """Tell whether what stands behind a number can make it a day of a month, a clock time or a length of time."""
    held = reader.entries[stop]
    if held is not None and not held.kinds.isdisjoint(_AFTER_NUMBERS):
        return True
    norm = reader.norm(stop)
    return norm in _BESIDE or (norm[:1] == "و" and stop in reader.numbers)


def _of_digits(reader: Reader, index: int) -> list[Found]:
    """Read what may begin at a numeral in digits."""
    if reader.whole or _dates(reader, index + 1):
        for rule in (days, timed, counted):
            found = rule(reader, index)
            if found:
                return found
    return bare_year(reader, index)


# Which rules may begin at a word of a kind; of a word of several kinds the first here come first.
_RULES: dict[str, tuple[Rule, ...]] = {
    "reference": (references,),
    "feast": (feasts,),
    "digits": (_of_digits,),
    "dotted": (days, timed),
    "month": (_months,),
    "unit": (_of_unit,),
    "weekday": (ordinals, days),
    "day": (days,),
    "part": (parts,),
    "midnight": (parts,),
    "midday": (timed,),
    "this": (this_part, seasons, units),
    "same": (told_day, units),
    "edge": (ordinals, edge),
    "season": (seasons,),
    "season noun": (seasons,),
    "piece": (pieces,),
    "decade": (decades,),
    "since": (since,),
    "every": (sets,),
    "adverb": (sets,),
}
# Digits of a year that may stand alone.
_YEAR_DIGITS = 4
# May stand between a word that opens a time and the rest of it.
_BETWEEN = frozenset({"من", "(", "ال", "ما"})
_NO_KINDS: frozenset[str] = frozenset()
_NUMBER_RULES: tuple[Rule, ...] = (ordinals, days, timed, counted)


def scan(reader: Reader, *, with_sets: bool) -> list[Found]:
    """Run the rules from left to right, each at the first token behind the last expression."""
    found: list[Found] = []
    after = 0
    for index in _starts(reader):
        if index < after:
            continue
        items = _at(reader, index)
        if not items:
            continue
        if items[-1].partial.year is not None:
            items[-1:] = chained(reader, items[-1])
        after = items[-1].stop
        if with_sets or items[0].partial.kind != "set":
            found.extend(items)
    return share(reader, found)


def _starts(reader: Reader) -> list[int]:
    """Return the places at which a time may begin: words that begin one, and numbers beside what can belong to one."""
    starts = {
        index
        for index, held in enumerate(reader.entries)
        if held is not None and held.starts and ((held.alone and not held.digits) or _begins(reader, index, held))
    }
    starts.update([index for index, number in reader.numbers.items() if reader.whole or _dates(reader, number.stop)])
    return sorted(starts)


def _begins(reader: Reader, index: int, held: Meaning) -> bool:
    """Tell whether what follows a word, which opens no time alone, lets one begin at it."""
    if held.digits:
        return reader.whole or len(reader.norms[index]) == _YEAR_DIGITS or _dates(reader, index + 1)
    following = index + 1
    norm = reader.norms[following] if following < reader.size else ""
    if norm in held.seconds:
        return True
    return held.opens and (reader.entries[following] is not None or following in reader.numbers or norm in _BETWEEN)


def _at(reader: Reader, index: int) -> list[Found]:
    """Return what the first rule reads that reads something at ``index``."""
    held = reader.entries[index]
    kinds = _NO_KINDS
    if held is not None and held.starts:
        kinds = held.kinds
        if held.seconds:
            norm = reader.norm(index + 1)
            kinds = frozenset(entry.kind for entry in held.entries if not entry.rest or entry.rest[0] == norm)
    for rule in _rules(kinds, index in reader.numbers):
        items = rule(reader, index)
        if items:
            return items
    return []


@cache
def _rules(kinds: frozenset[str], number: bool) -> tuple[Rule, ...]:
    """Return the rules that may begin at a word of these kinds, in the order of ``_RULES``."""
    rules = [rule for kind, held in _RULES.items() if kind in kinds for rule in held]
    if number and "digits" not in kinds:
        rules = [*_NUMBER_RULES, *rules]
    return tuple(dict.fromkeys(rules))
