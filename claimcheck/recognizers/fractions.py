"""Fractions in words: نصف, ثلاثة أرباع, خُمس, مليون ونصف المليون, ثلاثة إلا ربعا.

    fraction := نصف | ثلثان | unit plural_part           1/2, 2/3, 3/4
    mixed    := cardinal و fraction scale? | cardinal إلا fraction | cardinal و cardinal من ten_power
    share    := cardinal على cardinal | cardinal من كل cardinal | cardinal جزء من ten_power

A fraction behind a scale word is a part of that scale (مليون ونصف is 1.5 million).
Source: Wright I, "The Remaining Classes of Numerals".
"""

from fractions import Fraction

from attrs import define

from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_words import read_cardinal


@define
class Part:
    """A fraction read up to ``stop``, times the ``scale`` that follows it (1 where none does)."""

    stop: int
    value: Fraction
    scale: int = 1


def read_fraction(reader: Reader, index: int) -> Part | None:
    """Read the fraction that starts at ``index``, with the scale word it is a part of (نصف المليون)."""
    part = _simple(reader, index)
    if part is None:
        return None
    reader.note("fraction", index, part.stop, part.value)
    scale = reader.at(part.stop)
    if scale is None or scale.kind != "scale" or scale.form in ("plural", "dual") or scale.prefix not in ("", "ال"):
        return part
    whole = Part(part.stop + 1, part.value, int(scale.value))
    reader.note("fraction of a scale", index, whole.stop, whole.value * whole.scale)
    return whole


def _simple(reader: Reader, index: int) -> Part | None:
    item = reader.at(index)
    if item is None:
        return None
    if item.kind == "fraction":
        return Part(index + 1, Fraction(item.value))
    if item.kind in ("unit", "ten", "digits"):
        parts = reader.bare(index + 1, "fraction_plural")
        if parts is not None:
            return Part(index + 2, Fraction(item.value) / Fraction(parts.value))
    return None


def add_fraction(reader: Reader, index: int, stop: int, total: Fraction, scale: int) -> tuple[int, Fraction]:
    """Add a fraction joined to a cardinal that ends at ``stop`` and whose last scale is ``scale``.

    Returns the new end and value; the old ones where no fraction follows.
    """
    follower = reader.joined(stop, definite=True)
    part = (read_fraction(reader, follower) or _tenths(reader, follower)) if follower >= 0 else None
    if part is not None and scale > 1 == part.scale and reader.definite_noun(part.stop):
        part = None  # ألف شجرة ونصف المحصول: a part of something else
    if part is not None and part.scale <= max(scale, 1):
        amount = part.value * (part.scale if part.scale > 1 else scale)
        reader.joins.append(stop)
        reader.note("and a fraction", index, part.stop, total + amount)
        return part.stop, total + amount
    if reader.bare(stop, "except"):
        taken = read_fraction(reader, stop + 1)
        if taken is not None and taken.scale <= max(scale, 1):
            single = Fraction(1, taken.value.denominator) if taken.value.numerator == 2 else taken.value
            amount = single * (taken.scale if taken.scale > 1 else scale)
            reader.note("less a fraction", index, taken.stop, total - amount)
            return taken.stop, total - amount
    return stop, total


def _tenths(reader: Reader, index: int) -> Part | None:
    """ثلاثة من عشرة behind a whole number: decimals as some read them out."""
    terms = read_cardinal(reader, index)
    if not terms or not reader.bare(terms[-1].stop, "of"):
        return None
    whole = _whole(reader, terms[-1].stop + 1)
    count = sum((Fraction(term.value) for term in terms), Fraction(0))
    return Part(whole.stop, count / whole.value) if whole is not None and count < whole.value else None


def _whole(reader: Reader, index: int) -> Part | None:
    """Read what a share is of: ten, a hundred, a thousand, with or without the article."""
    item = reader.at(index)
    if item is None or item.kind not in ("ten", "hundred", "scale") or item.prefix not in ("", "ال"):
        return None
    return Part(index + 1, Fraction(item.value))


def as_ratio(reader: Reader, index: int, stop: int, count: Fraction) -> Part | None:
    """Read a share whose numerator ends at ``stop``: واحد على عشرين, واحد من كل ثلاثة, ثلاثة أجزاء من مئة."""
    base: Part | None = None
    if reader.bare(stop, "over") and (count == 1 or reader.lenient):
        base = _base(reader, stop + 1)
    elif reader.bare(stop, "of") and reader.bare(stop + 1, "each"):
        base = _base(reader, stop + 2)
    elif reader.lenient and reader.bare(stop, "of"):  # خمسة من عشرة
        base = _base(reader, stop + 1)
    elif reader.bare(stop, "part") and reader.bare(stop + 1, "of"):
        base = _whole(reader, stop + 2)
    if base is None or not base.value:
        return None
    reader.note("share", index, base.stop, count / base.value)
    return Part(base.stop, count / base.value)


def _base(reader: Reader, index: int) -> Part | None:
    """Read the cardinal that a ratio divides by."""
    terms = read_cardinal(reader, index)
    value = sum((Fraction(term.value) for term in terms), Fraction(0))
    return Part(terms[-1].stop, value) if terms and value.denominator == 1 else None
