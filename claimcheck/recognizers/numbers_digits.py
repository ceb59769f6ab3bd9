"""Numerals in digits: the readings that their form allows, the likelier one first."""

import re
from decimal import Decimal

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.text.orthography import fold

_DECIMAL_ONLY = "٫"
_COMMAS = ",،٬"
MARKS_INSIDE = ".,٫٬،'’ر"
_RIGHT_TO_LEFT = frozenset("\u200f\u061c\u202b\u202e\u2067")
_YEARS = frozenset(map(str, range(1300, 2100)))
DIGIT_LIMIT = 1000


def read_numeral(surface: str) -> tuple[Number, ...]:
    """Return the values that a numeral may have, the preferred one first; none where it is no number (a date).

    >>> read_numeral("1,500"), read_numeral("٢٠٫٥"), read_numeral("31.10.2022")
    ((1500, Decimal('1.5')), (Decimal('20.5'),), ())
    """
    if len(surface) > DIGIT_LIMIT:
        return ()
    return tuple(dict.fromkeys(map(canonical, _readings(surface))))


def _readings(surface: str) -> tuple[Number, ...]:
    marks = [c for c in surface if c in MARKS_INSIDE]
    plain = fold(surface.replace("٫", "D").replace("٬", ","))
    groups = re.split(r"[^0-9]", plain)
    if len(groups) != len(marks) + 1:
        return ()  # digits of a script that folding does not know
    if not marks:
        return (int(plain),)
    if "ر" in marks or (len(marks) == 1 and is_reversed(surface)):
        return _reversed(groups, marks)
    if len(marks) == 1:
        return _one_mark(groups[0], groups[1], marks[0])
    return _several_marks(groups, marks)


def _reversed(groups: list[str], marks: list[str]) -> tuple[Number, ...]:
    """5ر12 is 12.5: agency copy types the digits in the order in which a right-to-left line shows them.

    A right-to-left mark beside the point does the same (Unicode Bidirectional Algorithm, rules W4 and N1).
    """
    if len(marks) > 1:
        return ()
    seen, typed = Decimal(f"{groups[1]}.{groups[0]}"), Decimal(f"{groups[0]}.{groups[1]}")
    if groups[1].startswith("0") and len(groups[1]) > 1:
        return (typed, seen)
    return (seen, typed)


def _one_mark(whole: str, rest: str, mark: str) -> tuple[Number, ...]:
    decimal, grouped = Decimal(f"{whole}.{rest}"), int(whole + rest)
    groupable = len(rest) == 3 and len(whole) <= 3 and whole.lstrip("0") == whole
    if mark == _DECIMAL_ONLY:
        return (decimal, grouped) if groupable else (decimal,)
    if groupable:
        return (grouped, decimal)
    if mark in _COMMAS and len(whole) == 4 == len(rest) and whole in _YEARS and rest in _YEARS:
        return ()  # 2014،2015: two years
    return (decimal,)


def _several_marks(groups: list[str], marks: list[str]) -> tuple[Number, ...]:
    """Groups of three with one mark throughout, or with a decimal mark of another kind or a short group at the end."""
    families = ["," if mark in _COMMAS else mark for mark in marks]
    regular, whole = _grouped(groups), int("".join(groups))
    if regular and len(set(families)) == 1:
        return (whole,)
    ends = families[-1] != families[0] or len(groups[-1]) != 3
    if not (ends and _grouped(groups[:-1]) and len(set(families[:-1])) == 1):
        return ()
    decimal = Decimal("".join(groups[:-1]) + "." + groups[-1])
    if not regular or families[-1] == _DECIMAL_ONLY:
        return (decimal,)
    return (whole, decimal) if groups[-1] == "000" else (decimal, whole)


def _grouped(groups: list[str]) -> bool:
    """Tell whether the digits stand in groups of three (or, in the Indian manner, of two before the last three)."""
    first, *middle = groups
    if not middle:
        return bool(first)
    if not 1 <= len(first) <= 3 or first == "0" * len(first) or len(middle[-1]) != 3:
        return False
    return all(len(group) == 3 for group in middle) or (
        len(first) <= 2 and all(len(group) == 2 for group in middle[:-1])
    )


def is_reversed(surface: str) -> bool:
    """Tell whether a right-to-left mark stands inside a numeral, so that its two halves are shown in reverse."""
    return not _RIGHT_TO_LEFT.isdisjoint(surface)


def mark_of(surface: str) -> str:
    """Return the last separator of a numeral, or an empty string."""
    return next((c for c in reversed(surface) if c in MARKS_INSIDE), "")


def usage_of(surface: str) -> tuple[str, str]:
    """Return (mark, "decimal" | "group") where a numeral's form leaves no doubt about a mark, else ("", "").

    >>> usage_of("3.5"), usage_of("1.500.000"), usage_of("1.500")
    (('.', 'decimal'), ('.', 'group'), ('', ''))
    """
    marks = [c for c in surface if c in MARKS_INSIDE]
    if not marks or is_reversed(surface) or len(read_numeral(surface)) != 1:
        return ("", "")
    if len(marks) == 1:
        return (marks[0], "decimal")
    return (marks[0], "group")
