"""Ordinals: الثالث, الحادي والعشرون, الثالث بعد المئة.

    ordinal := unit_ordinal ten | unit_ordinal و tens | unit_ordinal, each with (بعد hundreds or scale)

Source: Wright I §§ 328-330.
"""

from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_words import Term, read_cardinal


def read_ordinal(reader: Reader, index: int) -> Term | None:
    """Read the ordinal that starts at ``index``, or return ``None``."""
    low = _low(reader, index)
    if low is None or not reader.bare(low.stop, "after"):
        return low
    start = reader.at(index)
    nothing = None if start is not None and start.kind == "tens" else low  # ستون بعد ...: a cardinal
    rest = reader.at(low.stop + 1)
    if (
        rest is None
        or rest.prefix != "ال"
        or rest.kind not in ("hundred", "hundreds", "scale", "unit", "bound", "tens", "ten")
    ):
        return nothing
    terms = read_cardinal(reader, low.stop + 1)
    total = sum(int(term.value) for term in terms)
    if not terms or total % 100:
        return nothing
    reader.note("ordinal after hundreds", index, terms[-1].stop, total + int(low.count))
    return Term(terms[-1].stop, total + int(low.count), 1)


def _low(reader: Reader, index: int) -> Term | None:
    """Read an ordinal from 1 to 99."""
    item = reader.at(index)
    if item is not None and item.kind == "tens" and reader.bare(index + 1, "after"):
        return Term(index + 1, item.value, 1) if item.definite or reader.lenient else None
    if item is None or item.kind not in ("ordinal", "bound_ordinal", "adverb"):
        return None
    value = int(item.value)
    if item.kind == "adverb":
        reader.note("ordinal", index, index + 1, value)
        return Term(index + 1, value, 1)
    if value <= 9 and reader.bare(index + 1, "ten"):
        reader.note("ordinal teen", index, index + 2, value + 10)
        return Term(index + 2, value + 10, 1)
    follower = reader.joined(index + 1, item.definite)
    tens = reader.at(follower) if follower >= 0 else None
    if tens is not None and tens.kind == "tens" and tens.definite == item.definite:
        reader.joins.append(index + 1)
        reader.note("ordinal and tens", index, follower + 1, value + int(tens.value))
        return Term(follower + 1, value + int(tens.value), 1)
    if item.kind == "bound_ordinal":
        return None
    reader.note("ordinal", index, index + 1, value)
    return Term(index + 1, value, 1)
