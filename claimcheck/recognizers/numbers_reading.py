"""One number of any kind at one place: which part of the grammar reads it, and what may close a cardinal."""

from fractions import Fraction

from attrs import define, evolve

from claimcheck.model.mentions import Number
from claimcheck.recognizers.fractions import add_fraction, as_ratio, read_fraction
from claimcheck.recognizers.numbers_groups import read_decimals
from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_words import Term, read_cardinal
from claimcheck.recognizers.ordinals import read_ordinal

# Words that are a number by themselves where no other number word follows, with the kind of that number.
LONE = {
    **dict.fromkeys(("digits", "unit", "ten", "teen", "tens", "hundred", "hundreds", "zero"), "cardinal"),
    **dict.fromkeys(("ordinal", "adverb"), "ordinal"),
    "fraction": "fraction",
}


@define
class Reading:
    """A number read from the items ``first`` up to ``stop``: its value, its kind, and its last scale word (1: none).

    ``kind`` is cardinal, ordinal, fraction or multiplier.
    """

    first: int
    stop: int
    value: Number
    kind: str
    scale: int = 1


def read_number(reader: Reader, index: int) -> Reading | None:
    """Read the number of any kind that starts at ``index``."""
    item = reader.at(index)
    if item is None:
        return None
    stop = index + item.width
    if item.kind in LONE and reader.at(stop) is None:
        reader.note(item.rule, index, stop, item.value)
        return Reading(index, stop, item.value, LONE[item.kind])
    if item.kind == "minus":
        return _negative(reader, index)
    if item.kind == "multiplier":
        whole = reader.lenient and not item.prefix
        return Reading(index, stop, item.value, "multiplier") if whole else None
    return _by_grammar(reader, index)


def _by_grammar(reader: Reader, index: int) -> Reading | None:
    """Try fraction, ordinal and cardinal; no two of them begin with the same words."""
    part = read_fraction(reader, index)
    if part is not None:
        return Reading(index, part.stop, part.value * part.scale, "fraction", part.scale)
    ordinal = read_ordinal(reader, index)
    if ordinal is not None:
        return Reading(index, ordinal.stop, ordinal.value, "ordinal")
    end, decimals = read_decimals(reader, index, "point", "dot") if reader.lenient else (index, Fraction(0))
    if decimals:  # فاصلة سبعة
        return Reading(index, end, decimals, "cardinal")
    terms = read_cardinal(reader, index)
    return (_rank(reader, index, terms) or _closed(reader, index, terms)) if terms else None


def _rank(reader: Reader, index: int, terms: list[Term]) -> Reading | None:
    """Read the ordinal that closes a definite cardinal: المئة والخامسة والعشرون."""
    start = reader.at(index)
    follower = reader.joined(terms[-1].stop, definite=True) if start is not None and start.definite else -1
    low = read_ordinal(reader, follower) if follower >= 0 else None
    total = sum((Fraction(term.value) for term in terms), Fraction(0))
    if low is None or total % 100:
        return None
    reader.note("hundreds and ordinal", index, low.stop, total + Fraction(low.value))
    return Reading(index, low.stop, total + Fraction(low.value), "ordinal")


def _negative(reader: Reader, index: int) -> Reading | None:
    inner = read_number(reader, index + 1) if not reader.bare(index + 1, "minus") else None
    if inner is None or inner.kind not in ("cardinal", "fraction") or inner.value < 0:
        return None
    reader.note("minus", index, inner.stop, -inner.value)
    return evolve(inner, first=index, value=-inner.value)


def _closed(reader: Reader, index: int, terms: list[Term]) -> Reading:
    """Add up a cardinal and read what may close it: decimals, a fraction, the base of a ratio, "below zero"."""
    total = sum((Fraction(term.value) for term in terms), Fraction(0))
    stop, scale = terms[-1].stop, terms[-1].scale
    if reader.at(stop) is None:
        return Reading(index, stop, total, "cardinal", scale)
    ratio = as_ratio(reader, index, stop, total)
    if ratio is not None:
        return Reading(index, ratio.stop, ratio.value, "fraction")
    stop, total = _tail(reader, index, stop, total, scale)
    zero = reader.at(stop + 1)
    if reader.bare(stop, "below") and zero is not None and zero.kind == "zero":
        reader.note("below zero", index, stop + 2, -total)
        return Reading(index, stop + 2, -total, "cardinal", scale)
    if reader.lenient and reader.bare(stop, "times"):
        stop += 1
        reader.note("times", index, stop, total)
    return Reading(index, stop, total, "cardinal", scale)


def _tail(reader: Reader, index: int, stop: int, total: Fraction, scale: int) -> tuple[int, Fraction]:
    """Add decimals behind a scale word (ألف فاصلة خمسة) or a fraction (مليون ونصف)."""
    end, decimals = read_decimals(reader, stop, "point")
    if decimals:
        reader.note("decimal point", index, end, total + decimals)
        return end, total + decimals
    start = reader.at(index)
    if start is not None and start.definite and total == 1 and not reader.lenient:
        return stop, total  # الواحدة والنصف is half past one
    return add_fraction(reader, index, stop, total, scale)
