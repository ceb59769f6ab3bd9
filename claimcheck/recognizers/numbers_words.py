"""The grammar of cardinals: groups below a thousand, terms with scale words, and chains of terms joined by و.

    number  := term (و term)*                     scales falling: مليون وخمسمئة ألف وعشرة
    term    := group scale* | scale               ثلاثة آلاف · مئة ألف مليون · ألفان
    group   := numeral | hundreds (و below)? | below
    below   := unit و tens | unit ten | tens | unit

A chain multiplies by a scale that is larger than its last one (ألف ومئتا مليون), and may rise as classical prose has it
(سبع وعشرون وثلاثمئة وألف). Sources: Wright I §§ 318-328; Badawi, Carter and Gully § 2.11.
"""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_reader import Reader

_WORD_STARTS = ("unit", "bound", "ten", "teen", "tens", "zero", "hundred", "hundreds")


@frozen
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
        term = read_term(reader, follower, joined=True) if follower >= 0 else None
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
        return _multiply(reader, terms, term)
    rising = len(terms) == 1 and last.scale == 1 and term.scale >= 1000 and type(last.count) is int
    words = reader.at(follower)
    if rising and words is not None and words.kind != "digits" and (reader.lenient or last.slots > 2):
        terms.append(term)
        return True
    return False


def _below(value: Number, limit: int) -> bool:
    return Fraction(value) < limit


def _multiply(reader: Reader, terms: list[Term], term: Term) -> bool:
    """ألف ومئتا مليون: the larger scale multiplies all that stands before it with smaller scales."""
    tail = [part for part in terms if part.scale < term.scale]
    count = sum((Fraction(part.value) for part in tail), Fraction(term.count))
    kept = terms[: len(terms) - len(tail)]
    if kept and count * term.scale >= kept[-1].scale:
        return False
    whole: Number = count.numerator if count.denominator == 1 else count
    terms[:] = [*kept, Term(term.stop, whole, term.scale, 3)]
    return True


def read_term(reader: Reader, index: int, joined: bool = False) -> Term | None:
    """Read one term: a group with its scale words, or a scale word alone (ألف، مليونان)."""
    item = reader.at(index)
    if item is None:
        return None
    if item.kind == "scale":
        term = _scale_alone(reader, index)
    elif item.kind == "digits":
        term = Term(index + item.width, item.value, 1)
    elif item.kind in _WORD_STARTS:
        term = _group(reader, index)
        term = _point(reader, index, term) if term is not None else None
    else:
        return None
    return _scales(reader, index, term) if term is not None else None


def _scale_alone(reader: Reader, index: int) -> Term | None:
    """ألف, ألفان, and ألفا: a thousand before و (ألفا ومئتين), two thousand before a noun (ألفا جندي)."""
    item = reader.at(index)
    assert item is not None
    if item.form == "plural":
        return None  # آلاف الناس: no number
    two = item.form == "dual" or (item.form == "construct" and reader.joined(index + 1) < 0)
    reader.note("scale", index, index + 1, item.value * (2 if two else 1))
    return Term(index + 1, 2 if two else 1, int(item.value), 0)


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
        if value < last:
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


def _group(reader: Reader, index: int) -> Term | None:
    """Read a group below a thousand that starts with a word."""
    start = reader.at(index)
    definite = start is not None and start.definite
    high = _hundreds(reader, index)
    if high is None:
        low = _below_hundred(reader, index)
        return _rising_hundreds(reader, index, low, definite) if low is not None else None
    follower = reader.joined(high.stop, definite)
    low = _below_hundred(reader, follower) if follower >= 0 else None
    if low is None and follower >= 0:
        digits = reader.at(follower)
        if digits is not None and digits.kind == "digits" and type(digits.value) is int and digits.value < 100:
            low = Term(follower + 1, digits.value, 1)
    if low is None and follower >= 0 and _repeated_scale(reader, follower):
        low = Term(follower + 1, 1, 1)
    if low is None or low.count == 0:
        return high
    reader.joins.append(high.stop)
    total = high.count + low.count  # type: ignore[operator]
    reader.note("hundreds and rest", index, low.stop, total)
    return Term(low.stop, total, 1, high.slots + low.slots)


def _repeated_scale(reader: Reader, index: int) -> bool:
    """تسعمائة ومليون مليون: num2words says "one" by naming the scale twice (901 million)."""
    one, scale = reader.at(index), reader.bare(index + 1, "scale")
    return reader.lenient and one is not None and one.kind == "scale" and scale is not None and one.value == scale.value


def _rising_hundreds(reader: Reader, index: int, low: Term, definite: bool) -> Term:
    """سبع وعشرون وثلاثمئة: the classical order, units first."""
    follower = reader.joined(low.stop, definite)
    if follower < 0 or low.count == 0 or not (low.slots > 1 or reader.lenient):
        return low
    high = _hundreds(reader, follower)
    if high is None:
        return low
    reader.joins.append(low.stop)
    total = high.count + low.count  # type: ignore[operator]
    reader.note("rest and hundreds", index, high.stop, total)
    return Term(high.stop, total, 1, high.slots + low.slots)


def _hundreds(reader: Reader, index: int) -> Term | None:
    """Read مئة, مئتان, ثلاثمئة, ثلاث مئة, ثلاثة مائة."""
    item = reader.at(index)
    if item is None:
        return None
    if item.kind in ("hundred", "hundreds"):
        if item.prefix.endswith("بال"):
            return None  # بالمئة: percent
        reader.note("hundreds", index, index + 1, item.value)
        return Term(index + 1, item.value, 1)
    if item.kind == "unit" and item.value >= 2 and reader.bare(index + 1, "hundred", "hundred_plural"):
        reader.note("unit times hundred", index, index + 2, item.value * 100)
        return Term(index + 2, item.value * 100, 1)
    return None


def _below_hundred(reader: Reader, index: int) -> Term | None:
    """Read 0 to 99: a unit, a teen, tens, a unit and tens."""
    item = reader.at(index)
    if item is None or reader.bare(index + 1, "fraction_plural"):
        return None
    if item.kind in ("tens", "ten", "teen", "zero"):
        reader.note(item.kind, index, index + 1, item.value)
        term = Term(index + 1, item.value, 1)
        return _tens_then_unit(reader, index, term) if reader.lenient and item.kind == "tens" else term
    if item.kind not in ("unit", "bound"):
        return None
    if item.value <= 9 and reader.bare(index + 1, "ten"):
        reader.note("teen", index, index + 2, item.value + 10)
        return Term(index + 2, item.value + 10, 1)
    follower = reader.joined(index + 1, item.definite)
    tens = reader.at(follower) if follower >= 0 else None
    if tens is not None and tens.kind == "tens":
        reader.joins.append(index + 1)
        reader.note("unit and tens", index, follower + 1, item.value + tens.value)  # type: ignore[operator]
        return Term(follower + 1, item.value + tens.value, 1, 2)  # type: ignore[operator]
    if item.kind == "bound":
        return None
    reader.note("unit", index, index + 1, item.value)
    return Term(index + 1, item.value, 1)


def _tens_then_unit(reader: Reader, index: int, tens: Term) -> Term:
    """عشرون وخمسة: not Arabic, but in a whole string it can mean nothing else."""
    follower = reader.joined(tens.stop)
    unit = reader.at(follower) if follower >= 0 else None
    if (
        unit is None
        or unit.kind != "unit"
        or reader.bare(follower + 1, "hundred", "ten", "scale", "fraction_plural", "of")
    ):
        return tens
    reader.note("tens and unit", index, follower + 1, tens.count + unit.value)  # type: ignore[operator]
    return Term(follower + 1, tens.count + unit.value, 1, 2)  # type: ignore[operator]


def _point(reader: Reader, index: int, whole: Term) -> Term:
    """ثلاثة فاصلة خمسة, خمسة فاصلة صفر سبعة: what follows the point is read digit by digit or as one number."""
    mark = reader.bare(whole.stop, "point", "dot")
    if mark is None:
        return whole
    digits, stop = _decimals(reader, whole.stop + 1)
    if not digits:
        return whole
    value = Fraction(Decimal(f"{int(whole.count)}.{digits}"))
    reader.note("decimal point", index, stop, value)
    return Term(stop, value, 1, whole.slots)


def point_behind(reader: Reader, stop: int) -> tuple[int, Fraction]:
    """Read the decimals behind a number that a scale word closes (ألف فاصلة خمسة): their end and their value."""
    if not reader.bare(stop, "point"):
        return stop, Fraction(0)
    digits, end = _decimals(reader, stop + 1)
    return (end, Fraction(int(digits), 10 ** len(digits))) if digits else (stop, Fraction(0))


def _decimals(reader: Reader, index: int) -> tuple[str, int]:
    """Return the digits behind the point and where they end: zeros, then one number below 1,000 or single digits."""
    digits = ""
    while True:
        item = reader.bare(index, *_WORD_STARTS, "digits")
        if item is None or (digits and item.kind == "digits"):
            return digits, index
        if item.kind == "digits":
            return (str(item.value), index + 1) if type(item.value) is int else (digits, index)
        group = _group(reader, index)
        if group is None or (group.count >= 10 and digits.strip("0")):
            return digits, index
        digits, index = digits + str(group.count), group.stop
        if group.count >= 10:
            return digits, index
