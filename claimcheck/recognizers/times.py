"""Dates and times: Gregorian, Hijri, relative and vague, anchored the way a reader anchors them.

Rules start only at words that ``times_words`` knows and at numbers; each reads what an expression says into a
``Partial``, and ``times_resolve`` gives it its TIMEX3 value in the text.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from attrs import evolve

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import RuleStep, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.recognizers.anchors import find_shift
from claimcheck.recognizers.calendars import interval
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.times_dates import month_date
from claimcheck.recognizers.times_days import days, parts, this_part, timed, told_day
from claimcheck.recognizers.times_periods import bare_year, chained, decades, edge, pieces, seasons, years
from claimcheck.recognizers.times_reader import Found, Partial, Reader
from claimcheck.recognizers.times_resolve import Resolver
from claimcheck.recognizers.times_sets import feasts, references, sets
from claimcheck.recognizers.times_units import counted, since, units
from claimcheck.text.tokens import Tokens

Rule = Callable[[Reader, int], list[Found]]


def _months(reader: Reader, index: int) -> list[Found]:
    found = month_date(reader, index)
    return [found] if found else []


# Which rules may begin at a unit, before the rule of all units.
_UNIT_RULES: dict[str, tuple[Rule, ...]] = {
    "day": (days,),
    "hour": (timed,),
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


# Which rules may begin at a word of a kind; of a word of several kinds the first here come first.
_RULES: dict[str, tuple[Rule, ...]] = {
    "reference": (references,),
    "feast": (feasts,),
    "digits": (days, timed, counted, bare_year),
    "dotted": (days, timed),
    "month": (_months,),
    "unit": (_of_unit,),
    "weekday": (days,),
    "day": (days,),
    "part": (parts,),
    "midnight": (parts,),
    "midday": (timed,),
    "this": (this_part, seasons, units),
    "same": (told_day, units),
    "edge": (edge,),
    "season": (seasons,),
    "season noun": (seasons,),
    "piece": (pieces,),
    "decade": (decades,),
    "since": (since,),
    "every": (sets,),
    "adverb": (sets,),
}
_NO_KINDS: frozenset[str] = frozenset()
# What can follow the number of a date or time: these kinds of words, and words and marks that begin so.
_AFTER_NUMBERS = frozenset({"month", "unit", "part", "letter", "direction", "this", "same", "zone"})
_BESIDE = frozenset("/-.:،وماحـأثل(") | {""}
_NUMBER_RULES: tuple[Rule, ...] = (days, timed, counted)


def recognize_times(
    tokens: Tokens, numbers: Sequence[NumberMention], published: date | None = None, *, with_sets: bool = False
) -> list[TimeExpression]:
    """Return the times of a text in order, none overlapping another, resolved against the day of publication.

    Repeated times (كل يوم جمعة, سنوياً) are rates of what happens, not when it happened: only ``with_sets`` gives them.
    """
    reader = Reader(tokens, numbers)
    found = _scan(reader, with_sets=with_sets)
    return _resolve(reader, found, published)


def _scan(reader: Reader, *, with_sets: bool) -> list[Found]:
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
    return _shared(reader, found)


def _starts(reader: Reader) -> list[int]:
    """Return the places at which a time may begin: words that begin one, and numbers beside what can belong to one."""
    norms = reader.norms
    words = {
        index
        for index, held in enumerate(reader.entries)
        if held is not None and held[1].starts and (held[1].seconds is None or norms[index + 1] in held[1].seconds)
    }
    words.update(index for index in reader.numbers if _dates(reader, index))
    return sorted(words)


def _dates(reader: Reader, index: int) -> bool:
    """Tell whether something behind a number can make it a day of a month, a clock time or a length of time."""
    stop = reader.numbers[index].stop
    if stop >= reader.size:
        return False
    held = reader.entries[stop]
    return reader.norms[stop][:1] in _BESIDE or (held is not None and not held[1].kinds.isdisjoint(_AFTER_NUMBERS))


def _at(reader: Reader, index: int) -> list[Found]:
    """Return what the first rule reads that reads something at ``index``."""
    held = reader.entries[index]
    kinds = held[1].kinds if held is not None and held[1].starts else _NO_KINDS
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
        rules += _NUMBER_RULES
    return tuple(dict.fromkeys(rules))


def _shared(reader: Reader, found: list[Found]) -> list[Found]:
    """Give a weekday the adjective of the one that it is joined to: الأحد والاثنين المقبلين."""
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        if (
            second.first - first.stop <= 1
            and first.partial.weekday is not None
            and first.partial.direction is None
            and second.partial.weekday is not None
            and second.partial.direction is not None
            and first.partial.offset is None
        ):
            found[place] = evolve(first, partial=evolve(first.partial, direction=second.partial.direction))
    return found


def _resolve(reader: Reader, found: list[Found], published: date | None) -> list[TimeExpression]:
    """Anchor the expressions and give each its value."""
    shift = find_shift(found, published) if published and found else 0
    anchor = published + timedelta(shift) if published else None
    resolver = Resolver(reader.tokens, anchor)
    return [_expression(reader, item, resolver, shift) for item in found]


def _expression(reader: Reader, item: Found, resolver: Resolver, shift: int) -> TimeExpression:
    """Make the public value of one expression."""
    value, relative = resolver.value(item)
    if not value:
        value = "PRESENT_REF"
    tokens = reader.tokens
    span = Span(tokens.starts[item.first] + reader.cut(item.first), tokens.end(item.stop - 1))
    text = span.of(tokens.text)
    base, _, _ = value.partition("T") if value[0].isdigit() or value.startswith("AH") else (value, "", "")
    days_covered = interval(base)
    begin, end = days_covered or (None, None)
    step = RuleStep(item.rule, text, value)
    return TimeExpression(
        value=value,
        type="set" if item.partial.kind == "set" else "time" if item.partial.clock or item.partial.part else "date",
        begin=begin,
        end=end,
        shift=shift if relative else 0,
        relative=relative,
        steps=(step,),
        span=span,
        text=text,
    )


def _read(text: str) -> tuple[Reader, list[Found]]:
    """Tokenise a text and find what may be a time in it."""
    from claimcheck.recognizers.numbers import recognize_numbers

    tokens = Tokens.of(text)
    reader = Reader(tokens, recognize_numbers(tokens))
    return reader, _scan(reader, with_sets=True)


def find_times(text: str, reference: date | None = None) -> list[TimeExpression]:
    """Return the times of a text in order, repeated ones (كل يوم جمعة) included.

    >>> [(t.text, t.value) for t in find_times("زار باريس أمس وسيعود الخميس المقبل", date(2022, 11, 1))]
    [('أمس', '2022-10-31'), ('الخميس المقبل', '2022-11-03')]
    """
    reader, found = _read(text)
    return _resolve(reader, found, reference)


def parse_time(text: str, reference: date | None = None) -> TimeExpression:
    """Return the one time that a whole string is; ClaimcheckError where it is something else, or more.

    >>> parse_time("الاثنين المقبل", reference=date(2022, 11, 1)).value
    '2022-11-07'
    """
    times = find_times(text, reference)
    if len(times) == 1 and times[0].span is not None:
        rest = (text[: times[0].span.start] + text[times[0].span.end :]).strip(" .،\n\t\u200f\u200e")
        if rest in {"", "في", "يوم", "ب", "و"}:
            return times[0]
    raise ClaimcheckError("no single time", where=excerpt(text))


@lru_cache(maxsize=4096)
def _partial(text: str) -> Partial:
    _, found = _read(text)
    return found[0].partial if len(found) == 1 else Partial()


def partial_of(time: TimeExpression) -> Partial:
    """Return what the words of a time say, before any anchor; nothing for a time without words."""
    return _partial(time.text) if time.text else Partial()


def spans(times: Iterable[TimeExpression]) -> list[Span]:
    """Return the spans of times that have one."""
    return [time.span for time in times if time.span is not None]
