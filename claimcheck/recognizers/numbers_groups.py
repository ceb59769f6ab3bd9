"""The grammar of whole numbers below a thousand, and of the decimals behind فاصلة.

    group := hundreds (و below)? | below (و hundreds)?     the second only in the classical, rising order
    below := unit و tens | unit ten | tens | unit

Sources: Wright I, "The Cardinal Numbers"; Badawi, Carter and Gully, "Numerals".
"""

from fractions import Fraction

from attrs import define

from claimcheck.recognizers.numbers_reader import Reader

_DECIMALS_LIMIT = 300
GROUP_STARTS = ("unit", "bound", "ten", "teen", "tens", "zero", "hundred", "hundreds")


@define
class Group:
    """A whole number below a thousand read up to ``stop``; ``slots`` counts the parts that were added."""

    stop: int
    value: int
    slots: int = 1


def read_group(reader: Reader, index: int) -> Group | None:
    """Read the group that starts with the number word at ``index``, or return ``None``."""
    start = reader.at(index)
    definite = start is not None and start.definite
    high = _hundreds(reader, index)
    if high is None:
        low = _below_hundred(reader, index)
        return _rising_hundreds(reader, index, low, definite) if low is not None else None
    low = _rest(reader, reader.joined(high.stop, definite))
    if low is None or low.value == 0:
        return high
    reader.joins.append(high.stop)
    reader.note("hundreds and rest", index, low.stop, high.value + low.value)
    return Group(low.stop, high.value + low.value, high.slots + low.slots)


def _rest(reader: Reader, index: int) -> Group | None:
    """Read what و joins to the hundreds: words, or a numeral below a hundred (مئة و20)."""
    item = reader.at(index) if index >= 0 else None
    if item is None:
        return None
    if item.kind == "digits":
        small = type(item.value) is int and item.value < 100
        return Group(index + item.width, int(item.value)) if small else None
    return _below_hundred(reader, index) or _repeated_scale(reader, index)


def _repeated_scale(reader: Reader, index: int) -> Group | None:
    """تسعمائة ومليون مليون: num2words says "one" by naming the scale twice (901 million)."""
    one, scale = reader.at(index), reader.bare(index + 1, "scale")
    twice = one is not None and one.kind == "scale" and scale is not None and one.value == scale.value
    return Group(index + 1, 1) if reader.lenient and twice else None


def _rising_hundreds(reader: Reader, index: int, low: Group, definite: bool) -> Group:
    """سبع وعشرون وثلاثمئة: the classical order, units first."""
    follower = reader.joined(low.stop, definite)
    if follower < 0 or low.value == 0 or not (low.slots > 1 or reader.lenient):
        return low
    high = _hundreds(reader, follower)
    if high is None:
        return low
    reader.joins.append(low.stop)
    reader.note("rest and hundreds", index, high.stop, high.value + low.value)
    return Group(high.stop, high.value + low.value, high.slots + low.slots)


def _hundreds(reader: Reader, index: int) -> Group | None:
    """Read مئة, مئتان, ثلاثمئة, ثلاث مئة, ثلاثة مائة."""
    item = reader.at(index)
    if item is None:
        return None
    value = int(item.value)
    if item.kind in ("hundred", "hundreds"):
        reader.note("hundreds", index, index + 1, value)
        return Group(index + 1, value)
    if item.kind == "unit" and value >= 2 and reader.bare(index + 1, "hundred", "hundred_plural"):
        reader.note("unit times hundred", index, index + 2, value * 100)
        return Group(index + 2, value * 100)
    return None


def _below_hundred(reader: Reader, index: int) -> Group | None:
    """Read 0 to 99; a unit before a plural of parts is a fraction's (ثلاثة أرباع)."""
    item = reader.at(index)
    if item is None or reader.bare(index + 1, "fraction_plural"):
        return None
    if item.kind in ("unit", "bound"):
        return _unit(reader, index)
    if item.kind not in ("tens", "ten", "teen", "zero"):
        return None
    value = int(item.value)
    reader.note(item.kind, index, index + 1, value)
    tens = Group(index + 1, value)
    return _tens_then_unit(reader, index, tens) if reader.lenient and item.kind == "tens" else tens


def _unit(reader: Reader, index: int) -> Group | None:
    """Read a unit with what it may head: a teen (ثلاثة عشر), tens (ثلاثة وعشرون)."""
    item = reader.items[index]
    assert item is not None
    value, day = int(item.value), item.definite and item.value == 2  # الاثنين may be Monday
    if reader.bare(index + 1, "ten") and not (day and item.kind == "unit"):
        reader.note("teen", index, index + 2, value + 10)
        return Group(index + 2, value + 10)
    follower = reader.joined(index + 1, item.definite)
    tens = reader.at(follower) if follower >= 0 else None
    if tens is not None and tens.kind == "tens" and not (day and not tens.definite):
        reader.joins.append(index + 1)
        reader.note("unit and tens", index, follower + 1, value + int(tens.value))
        return Group(follower + 1, value + int(tens.value), 2)
    if item.kind == "bound":
        return None
    reader.note("unit", index, index + 1, value)
    return Group(index + 1, value)


def _tens_then_unit(reader: Reader, index: int, tens: Group) -> Group:
    """عشرون وخمسة: not Arabic, but in a whole string it can mean nothing else."""
    follower = reader.joined(tens.stop)
    unit = reader.at(follower) if follower >= 0 else None
    heads = ("hundred", "ten", "scale", "fraction_plural", "of")
    if unit is None or unit.kind != "unit" or reader.bare(follower + 1, *heads):
        return tens
    reader.note("tens and unit", index, follower + 1, tens.value + int(unit.value))
    return Group(follower + 1, tens.value + int(unit.value), 2)


def read_decimals(reader: Reader, stop: int, *marks: str) -> tuple[int, Fraction]:
    """Read a decimal mark in words (one of the kinds ``marks``) at ``stop`` and what follows it.

    Returns the end and the value below one; ``stop`` and 0 where there is none (ثلاثة فاصلة خمسة has 1/2).
    """
    if not reader.bare(stop, *marks):
        return stop, Fraction(0)
    digits, end = _digits(reader, stop + 1)
    return (end, Fraction(int(digits), 10 ** len(digits))) if digits else (stop, Fraction(0))


def _digits(reader: Reader, index: int) -> tuple[str, int]:
    """Return the digits behind the point and where they end: zeros, then one number below 1,000 or single digits."""
    digits = ""
    while True:
        item = reader.bare(index, *GROUP_STARTS, "digits")
        if item is None or (digits and item.kind == "digits") or len(digits) > _DECIMALS_LIMIT:
            return digits, index
        if item.kind == "digits":
            return (str(item.value), index + 1) if type(item.value) is int else (digits, index)
        group = read_group(reader, index)
        if group is None or (group.value >= 10 and digits.strip("0")):
            return digits, index
        digits, index = digits + str(group.value), group.stop
        if group.value >= 10:
            return digits, index
