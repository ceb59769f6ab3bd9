"""Ordinals: الثالث, الحادي والعشرون, الثالث بعد المئة.

    ordinal := unit_ordinal ten | unit_ordinal و tens | unit_ordinal, each with (بعد hundreds or scale)

Source: Wright I, "The Ordinal Numbers".
"""

from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_words import Term, read_cardinal

_HUNDREDS = ("hundred", "hundreds", "scale", "unit", "bound", "tens", "ten")


def read_ordinal(reader: Reader, index: int) -> Term | None:
    """Read the ordinal that starts at ``index``, or return ``None``."""
    item = reader.at(index)
    if item is None:
        return None
    if item.kind == "tens":
        return _after(reader, index, Term(index + 1, item.value, 1)) if item.definite or reader.lenient else None
    low = _low(reader, index)
    return (_after(reader, index, low) or low) if low is not None else None


def _after(reader: Reader, index: int, low: Term) -> Term | None:
    """الثالث بعد المئة: the rest of the rank is a definite cardinal, hundreds or more."""
    rest = reader.at(low.stop + 1)
    if not reader.bare(low.stop, "after") or rest is None or rest.prefix != "ال" or rest.kind not in _HUNDREDS:
        return None
    terms = read_cardinal(reader, low.stop + 1)
    total = sum(int(term.value) for term in terms)
    if not total or total % 100:
        return None
    reader.note("ordinal after hundreds", index, terms[-1].stop, total + int(low.count))
    return Term(terms[-1].stop, total + int(low.count), 1)


def _low(reader: Reader, index: int) -> Term | None:
    """Read an ordinal from 1 to 99."""
    item = reader.at(index)
    if item is None or item.kind not in ("ordinal", "bound_ordinal", "adverb"):
        return None
    value = int(item.value)
    if item.kind != "adverb" and value <= 9:
        compound = _teen(reader, index, value) or _with_tens(reader, index, value)
        if compound is not None:
            return compound
    if item.kind == "bound_ordinal":
        return None
    reader.note("ordinal", index, index + 1, value)
    return Term(index + 1, value, 1)


def _teen(reader: Reader, index: int, value: int) -> Term | None:
    """الثالث عشر."""
    if not reader.bare(index + 1, "ten"):
        return None
    reader.note("ordinal teen", index, index + 2, value + 10)
    return Term(index + 2, value + 10, 1)


def _with_tens(reader: Reader, index: int, value: int) -> Term | None:
    """الثالث والعشرون: both parts carry the article, or neither (الثالثة وعشرون دقيقة is a clock time)."""
    item = reader.items[index]
    definite = item is not None and item.definite
    follower = reader.joined(index + 1, definite)
    tens = reader.at(follower) if follower >= 0 else None
    if tens is None or tens.kind != "tens" or tens.definite != definite:
        return None
    reader.joins.append(index + 1)
    reader.note("ordinal and tens", index, follower + 1, value + int(tens.value))
    return Term(follower + 1, value + int(tens.value), 1)
