"""The grammar of cardinals: terms with scale words, and chains of terms joined by و.

    number := term (و term)*          scales falling: مليون وخمسمئة ألف وعشرة
    term   := count scale* | scale    ثلاثة آلاف · مئة ألف مليون · ألفان
    count  := numeral | group (فاصلة decimals)?

A chain multiplies by a scale that is larger than its last one (ألف ومئتا مليون), and may rise as classical prose has it
(سبع وعشرون وثلاثمئة وألف). Sources: Wright I, "The Cardinal Numbers"; Badawi, Carter and Gully, "Numerals".
"""

from fractions import Fraction

from attrs import define

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_groups import GROUP_STARTS, read_decimals, read_group
from claimcheck.recognizers.numbers_lexicon import NumberWord
from claimcheck.recognizers.numbers_reader import Reader

_STARTS = (*GROUP_STARTS, "digits")
_SCALE_LIMIT = 10**300  # مليون مليون ... : longer rows are no numbers


@define
class Term:
    """A part of a chain: ``count`` times ``scale``, read up to ``stop``; ``slots`` counts what was added inside."""

    stop: int
    count: Number
    scale: int
    slots: int = 1

    @property
    def value(self) -> Number:
        """The term's value, exact."""
        return _times(self.count, self.scale)


def _times(count: Number, scale: int) -> Number:
    return count * scale if type(count) is int else Fraction(count) * scale


def read_cardinal(reader: Reader, index: int) -> list[Term]:
    """Read the cardinal that starts at ``index``: its terms in order, none where there is no number."""
    first = read_term(reader, index)
    if first is None:
        return []
    start = reader.at(index)
    definite = start is not None and start.definite
    terms = [first]
    while True:
        follower = reader.joined(terms[-1].stop, definite)
        if follower < 0 and reader.lenient and terms[-1].scale >= 1000 and reader.bare(terms[-1].stop, *_STARTS):
            follower = terms[-1].stop  # ثلاثة آلاف خمسمئة
        term = read_term(reader, follower) if follower >= 0 else None
        if term is None or not _attach(reader, terms, term, follower):
            return terms
        reader.joins.append(terms[-2].stop if len(terms) > 1 else index)


def _attach(reader: Reader, terms: list[Term], term: Term, follower: int) -> bool:
    """Add ``term`` to the chain if the scales allow it; tell whether they did."""
    last = terms[-1]
    if last.scale >= 1000 and term.scale < last.scale and _below(term.value, last.scale):
        terms.append(term)
        return True
    bare_scale = term.count in (1, 2) and term.slots == 0
    if term.scale > last.scale >= 1000 and not bare_scale:
        return _multiply(terms, term)
    rising = len(terms) == 1 and last.scale == 1 and term.scale >= 1000 and type(last.count) is int
    words = reader.at(follower)
    if rising and words is not None and words.kind != "digits" and (reader.lenient or last.slots > 2):
        terms.append(term)
        return True
    return False


def _below(value: Number, limit: int) -> bool:
    return Fraction(value) < limit


def _multiply(terms: list[Term], term: Term) -> bool:
    """ألف ومئتا مليون: the larger scale multiplies all that stands before it with smaller scales."""
    tail = [part for part in terms if part.scale < term.scale]
    count = sum((Fraction(part.value) for part in tail), Fraction(term.count))
    kept = terms[: len(terms) - len(tail)]
    if kept and count * term.scale >= kept[-1].scale:
        return False
    whole: Number = count.numerator if count.denominator == 1 else count
    terms[:] = [*kept, Term(term.stop, whole, term.scale, 3)]
    return True


def read_term(reader: Reader, index: int) -> Term | None:
    """Read one term: a count with its scale words, or a scale word alone (ألف، مليونان)."""
    item = reader.at(index)
    if item is None:
        return None
    if item.kind == "scale":
        term = _scale_alone(reader, index)
    elif item.kind == "digits":
        term = _numeral(reader, index, item)
    else:
        term = _group_term(reader, index) if item.kind in GROUP_STARTS else None
    return _scales(reader, index, term) if term is not None else None


def _numeral(reader: Reader, index: int, item: NumberWord) -> Term:
    """Read a numeral, times a hundred where that follows (3 مئة)."""
    stop = index + item.width
    reader.note(item.rule, index, stop, item.value)
    if type(item.value) is int and item.value < 1000 and reader.bare(stop, "hundred"):
        reader.note("numeral times hundred", index, stop + 1, item.value * 100)
        return Term(stop + 1, item.value * 100, 1)
    return Term(stop, item.value, 1)


def _group_term(reader: Reader, index: int) -> Term | None:
    """Read a group, and the decimals behind it."""
    group = read_group(reader, index)
    if group is None:
        return None
    stop, decimals = read_decimals(reader, group.stop, "point", "dot")
    if not decimals:
        return Term(group.stop, group.value, 1, group.slots)
    reader.note("decimal point", index, stop, group.value + decimals)
    return Term(stop, group.value + decimals, 1, group.slots)


def _scale_alone(reader: Reader, index: int) -> Term | None:
    """ألف, ألفان, and ألفا: a thousand before و (ألفا ومئتين), two thousand before a noun (ألفا جندي)."""
    item = reader.at(index)
    assert item is not None
    if item.form == "plural":
        return None  # آلاف الناس: no number
    two = item.form == "dual" or (item.form == "construct" and reader.joined(index + 1) < 0)
    count = 2 if two else 1
    emphasis = reader.bare(index + 1, "unit")  # مليون واحد, ألفان اثنان
    stop = index + (2 if emphasis is not None and emphasis.value == count else 1)
    if stop > index + 1 and reader.bare(stop, "scale", "hundred", "ten", "fraction_plural"):
        stop = index + 1
    reader.note("scale", index, stop, item.value * count)
    return Term(stop, count, int(item.value), 0)


def _scales(reader: Reader, first: int, term: Term) -> Term:
    """Multiply by the scale words that follow: 5 آلاف, مئة ألف مليون, (300) مليون."""
    start, last = reader.at(first), term.scale
    definite = start is not None and start.definite
    while True:
        closed = 1 if reader.bare(term.stop, "close") else 0
        item = reader.at(term.stop + closed)
        if item is None or item.kind != "scale" or item.form == "dual" or item.prefix not in ("", "ال"):
            return term
        value = int(item.value)
        if item.prefix and not definite:
            if not reader.cldr or value != 1000:
                return term
            value = 1_000_000
        if value < last or term.scale > _SCALE_LIMIT:
            return term
        if start is not None and start.kind == "digits" and last == 1 and _spelled_out(term.count, value):
            return _named_scale(reader, first, term, closed)
        last = value
        term = Term(term.stop + closed + 1, term.count, term.scale * value, term.slots)
        reader.note("times scale", first, term.stop, term.value)


def _spelled_out(count: Number, scale: int) -> bool:
    """Tell whether a numeral already holds the scale that follows it (45,510,420 مليون ريال)."""
    return type(count) is int and 10**6 <= scale <= count


def _named_scale(reader: Reader, first: int, term: Term, closed: int) -> Term:
    """The scale word repeats what the numeral says; it is consumed and recorded, not multiplied."""
    term = Term(term.stop + closed + 1, term.count, 1, term.slots)
    reader.note("scale already in the numeral", first, term.stop, term.value)
    return term
