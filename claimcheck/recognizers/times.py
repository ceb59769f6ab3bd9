"""Dates and times: Gregorian, Hijri, relative and vague, anchored the way a reader anchors them.

``times_scan`` reads what each expression says into a ``Partial``; ``times_resolve`` gives it its TIMEX3 value in the
text.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from claimcheck.errors import ClaimcheckError, excerpt, text_of
from claimcheck.model.claims import a_date
from claimcheck.model.mentions import RuleStep, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.recognizers.anchors import find_shift
from claimcheck.recognizers.calendars import interval
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.times_reader import Found, Partial, Reader
from claimcheck.recognizers.times_resolve import Resolver
from claimcheck.recognizers.times_scan import scan
from claimcheck.recognizers.times_words import word_set
from claimcheck.text.tokens import Tokens


def recognize_times(
    tokens: Tokens, numbers: Sequence[NumberMention], published: date | None = None
) -> list[TimeExpression]:
    """Return the times of a text in order, none overlapping another, resolved against the day of publication.

    Repeated times (كل يوم جمعة, سنوياً) are rates of what happens, not when it happened: they are left out.
    """
    reader = Reader(tokens, numbers)
    found = scan(reader, with_sets=False)
    return _resolve(reader, found, published)


def _resolve(reader: Reader, found: list[Found], published: date | None) -> list[TimeExpression]:
    """Anchor the expressions and give each its value."""
    if isinstance(published, datetime):
        published = published.date()
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


def _read(text: str, *, whole: bool = False) -> tuple[Reader, list[Found]]:
    """Tokenise a text and find what may be a time in it."""
    from claimcheck.recognizers.numbers import recognize_numbers

    tokens = Tokens.of(text_of(text))
    reader = Reader(tokens, recognize_numbers(tokens), whole=whole)
    return reader, scan(reader, with_sets=True)


def find_times(text: str, reference: date | None = None) -> list[TimeExpression]:
    """Return the times of a text in order, repeated ones (كل يوم جمعة) included.

    >>> [(t.text, t.value) for t in find_times("زار باريس أمس وسيعود الخميس المقبل", date(2022, 11, 1))]
    [('أمس', '2022-10-31'), ('الخميس المقبل', '2022-11-03')]
    """
    reader, found = _read(text)
    return _resolve(reader, found, a_date(reference))


def parse_time(text: str, reference: date | None = None) -> TimeExpression:
    """Return the one time, or range of times, that a whole string is; ClaimcheckError where it is something else.

    What only a text makes doubtful (مارس, 15/3, عيد الفطر) is read as a time here. A range has both values.

    >>> parse_time("الاثنين المقبل", reference=date(2022, 11, 1)).value
    '2022-11-07'
    >>> parse_time("من 5 إلى 9 مايو 2020").value
    '2020-05-05/2020-05-09'
    """
    reader, found = _read(text, whole=True)
    between = word_set("times", "range_words") if len(found) == 2 else frozenset()
    if not 1 <= len(found) <= 2 or not _covered(reader, found, between):
        raise ClaimcheckError("no single time", where=excerpt(text))
    times = _resolve(reader, found, a_date(reference))
    return times[0] if len(times) == 1 else _range(text, *times)


def _covered(reader: Reader, found: list[Found], between: frozenset[str]) -> bool:
    """Tell whether nothing but prepositions before, and words of a range between, is left beside the times."""
    stops = [0, *(item.stop for item in found)]
    starts = [*(item.first for item in found), reader.size]
    gaps = [reader.norms[stop:start] for stop, start in zip(stops, starts, strict=True)]
    before = word_set("times", "openers")
    inner_right = all(norm in between for gap in gaps[1:-1] for norm in gap)
    return inner_right and all(norm in before for norm in gaps[0]) and not any(set(gaps[-1]) - {".", "،", ")"})


def _range(text: str, first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """Join the ends of a range."""
    assert first.span is not None
    assert last.span is not None
    value = f"{first.value}/{last.value}"
    known = first.begin and last.end and first.begin < last.end
    span = Span(first.span.start, last.span.end)
    return TimeExpression(
        value=value,
        type=first.type if first.type == last.type else "date",
        begin=first.begin if known else None,
        end=last.end if known else None,
        shift=first.shift,
        relative=first.relative or last.relative,
        steps=(*first.steps, *last.steps, RuleStep("range", span.of(text), value)),
        span=span,
        text=span.of(text),
    )


@lru_cache(maxsize=4096)
def _partial(text: str) -> Partial:
    _, found = _read(text, whole=True)
    return found[0].partial if len(found) == 1 else Partial()


def partial_of(time: TimeExpression) -> Partial:
    """Return what the words of a time say, before any anchor; nothing for a time without words."""
    return _partial(time.text) if time.text else Partial()
