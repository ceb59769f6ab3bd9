"""Numerals over several tokens: 1 500 000, -5, 2 1/4, 2½, 100K."""

from fractions import Fraction

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_digits import DIGIT_LIMIT
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_lexicon import PROCLITICS, NumberWord, items_of
from claimcheck.recognizers.numbers_usage import choose_readings
from claimcheck.text.tokens import Tokens, Word

Items = list[NumberWord | None]

# One space of these kinds may stand between groups of three digits (BIPM, SI Brochure § 5.4.4).
_GROUP_SPACES = frozenset(" \u00a0\u2007\u2008\u2009\u202f")
_MARKS = "".join(
    map(chr, (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
)
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "g": 10**9}
# What 2G to 8K name is a technology or a resolution.
_TECHNOLOGIES = frozenset({"2g", "3g", "4g", "5g", "6g", "4k", "8k", "2k"})


def prepare(tokens: Tokens, whole: bool = False) -> tuple[Items, list[int]]:
    """Return the number word of every token, and where there are any, in order.

    Numerals of several tokens are put together on their first one. ``whole`` tells that the text is one number:
    fractions with a stroke and powers are read then, which in running text are dates and scores.
    """
    items = items_of(tokens)
    places = [i for i, item in enumerate(items) if item is not None]
    numerals = [i for i in places if tokens.words[i].shape == "number"]
    if not numerals:
        return items, places
    choose_readings(tokens, items, numerals)
    for index in numerals:
        if items[index] is not None and (whole or not _between_words(tokens, index)):
            _put_together(tokens, items, index, whole)
    before = {i - 1 for i in numerals if i and items[i - 1] is not None}  # signs and points are words now
    return items, sorted(before.union(places)) if before else places


def _between_words(tokens: Tokens, index: int) -> bool:
    """Tell that plain words, or the ends of the text, stand on both sides: nothing belongs to the numeral then."""
    words = tokens.words
    if index and words[index - 1].shape != "word":
        return False
    return index + 1 == len(words) or words[index + 1].shape == "word"


def _put_together(tokens: Tokens, items: Items, index: int, whole: bool) -> None:
    """Give the numeral at ``index`` what belongs to it, or take it away where it is a part of a name."""
    if not whole and _is_name(tokens, items, index):
        items[index] = None
        return
    _spaced_groups(tokens, items, index)
    _vulgar(tokens, items, index)
    _suffix(tokens, items, index, whole)
    _stroke(tokens, items, index, whole)
    if items[index] is None:
        return
    if whole:
        _power(tokens, items, index)
    _leading_point(tokens, items, index)
    _bracket(tokens, items, index)
    _sign(tokens, items, index, whole)


def _gap(tokens: Tokens, index: int) -> str:
    """Return what stands between token ``index`` and the next one, bidi marks and joiners left out."""
    if index + 1 >= len(tokens):
        return "\n"
    return tokens.text[tokens.end(index) : tokens.starts[index + 1]].strip(_MARKS)


def _is_name(tokens: Tokens, items: Items, index: int) -> bool:
    """Tell whether a numeral belongs to a name: كوفيد-19, إف-16 (but الـ-15, بـ-5 carry only a proclitic)."""
    if index < 2 or tokens.words[index - 1].norm != "-" or _gap(tokens, index - 1) or _gap(tokens, index - 2):
        return False
    before = tokens.words[index - 2]
    if items[index - 2] is not None:
        return False  # صفر-5
    return before.shape == "latin" or (before.shape == "word" and before.norm not in PROCLITICS)


def _spaced_groups(tokens: Tokens, items: Items, index: int) -> None:
    """1 500 000 and 1 500,75: a group of one to three digits, then groups of exactly three, with one space each."""
    first = tokens.norms[index]
    if not (len(first) <= 3 and first.isdecimal() and first[0] != "0") or _follows_group(tokens, index):
        return
    digits, end = [first], index
    while _gap(tokens, end) in _GROUP_SPACES and _is_group(tokens.words[end + 1], len(digits)):
        end += 1
        digits.append(tokens.norms[end])
        if len(digits[-1]) > 3:
            break
    if end > index and 3 * len(digits) <= DIGIT_LIMIT:
        items[index + 1 : end + 1] = [None] * (end - index)
        value = Fraction("".join(digits).replace(",", ".").replace("،", "."))
        _replace(items, index, value, end - index + 1)


def _is_group(word: Word, before: int) -> bool:
    """Tell a group of three digits; the last one may have decimals."""
    norm = word.norm
    if word.shape != "number" or not (norm.isascii() or "،" in norm) or len(norm) < 3 or not norm[:3].isdecimal():
        return False
    return len(norm) == 3 or (before > 0 and norm[3] in ".,،" and norm[4:].isdecimal() and len(norm) <= 6)


def _follows_group(tokens: Tokens, index: int) -> bool:
    """Tell whether the numeral is itself one space behind another."""
    return index > 0 and tokens.norms[index - 1].isdecimal() and _gap(tokens, index - 1) in _GROUP_SPACES


def _vulgar(tokens: Tokens, items: Items, index: int) -> None:
    """2½ and 2 ½."""
    item, end = items[index], _end(items, index)
    part = items[end] if end < len(items) else None
    if item is None or part is None or part.kind != "fraction" or tokens.words[end].shape != "mark":
        return
    items[end] = None
    _replace(items, index, Fraction(item.value) + Fraction(part.value), item.width + 1)


def _end(items: Items, index: int) -> int:
    item = items[index]
    return index + (item.width if item is not None else 1)


def _replace(items: Items, index: int, value: Number, width: int) -> None:
    items[index] = NumberWord("digits", canonical(value), width=width)


def _suffix(tokens: Tokens, items: Items, index: int, whole: bool) -> None:
    """100K, 1.2M."""
    item, end = items[index], _end(items, index)
    if (
        item is None
        or end >= len(tokens)
        or tokens.words[end].shape != "latin"
        or (_gap(tokens, end - 1) and not whole)
    ):
        return
    suffix = tokens.words[end].norm
    if not whole and tokens.words[index].norm + suffix in _TECHNOLOGIES:
        items[index] = None
    elif suffix in _SUFFIXES:
        _replace(items, index, Fraction(item.value) * _SUFFIXES[suffix], item.width + 1)


def _stroke(tokens: Tokens, items: Items, index: int, whole: bool) -> None:
    """2 1/4; 1/4 before a scale word or as a whole string (else it may be a date or a score)."""
    if not _is_stroke(tokens, index, whole):
        return
    numerator, denominator = items[index], items[index + 2] if index + 2 < len(items) else None
    if numerator is None or denominator is None or not _proper(numerator.value, denominator.value, whole):
        return
    before, after = items[index - 1] if index else None, items[index + 3] if index + 3 < len(items) else None
    value = Fraction(numerator.value) / Fraction(denominator.value)
    mixed = before is not None and before.kind == "digits" and type(before.value) is int and value < 1
    if (
        mixed
        and before is not None
        and _gap(tokens, index - 1) in _GROUP_SPACES
        and tokens.words[index - 1].norm.isdecimal()
    ):
        items[index] = items[index + 2] = None
        _replace(items, index - 1, Fraction(before.value) + value, 4)
    elif whole or (after is not None and after.kind == "scale"):
        items[index + 2] = None
        _replace(items, index, value, 3)


def _proper(numerator: Number, denominator: Number, whole: bool) -> bool:
    if type(numerator) is not int or type(denominator) is not int or not denominator:
        return False
    return whole or numerator < denominator <= 100


def _is_stroke(tokens: Tokens, index: int, whole: bool) -> bool:
    """Tell whether a/b starts here and is no part of a longer row (a date)."""
    if index + 2 >= len(tokens) or tokens.words[index + 1].norm not in ("/", "⁄"):
        return False
    apart = _gap(tokens, index) or _gap(tokens, index + 1)
    if (apart and not whole) or tokens.words[index + 2].shape != "number":
        return False
    longer = index + 3 < len(tokens) and tokens.words[index + 3].norm == "/"
    return not longer and not (index and tokens.words[index - 1].norm == "/")


def _power(tokens: Tokens, items: Items, index: int) -> None:
    """1e10, 2^5, 2.5^-1: how spreadsheets write large and small numbers."""
    item = items[index]
    if item is None or index + 1 >= len(tokens):
        return
    following = tokens.norms[index + 1]
    if following.startswith("e") and following[1:].isdecimal():
        if len(following) > 4 or len(tokens.norms[index]) + int(following[1:]) > DIGIT_LIMIT:
            return
        _replace(items, index, Fraction(item.value) * 10 ** int(following[1:]), 2)
    elif following == "^":
        _raised(tokens, items, index, Fraction(item.value))


def _raised(tokens: Tokens, items: Items, index: int, base: Fraction) -> None:
    """Raise ``base`` to the whole exponent behind ^, which may carry a sign."""
    sign = tokens.norms[index + 2] if index + 2 < len(tokens) else ""
    place = index + (3 if sign in ("-", "+") else 2)
    exponent = tokens.norms[place] if place < len(tokens) else ""
    if not exponent.isdecimal() or len(exponent) > 3 or (sign == "-" and not base):
        return
    if len(str(base)) * int(exponent) > DIGIT_LIMIT:
        return
    items[index + 1 : place + 1] = [None] * (place - index)
    power = base ** (-int(exponent) if sign == "-" else int(exponent))
    _replace(items, index, power, place - index + 1)


def _bracket(tokens: Tokens, items: Items, index: int) -> None:
    """(300) مليون: the bracket behind the numeral does not part it from its scale word."""
    end = _end(items, index)
    if index and end < len(tokens) and tokens.norms[index - 1] == "(" and tokens.norms[end] == ")":
        items[end] = NumberWord("close", 0)


def _leading_point(tokens: Tokens, items: Items, index: int) -> None:
    """.77 and .23456 behind a space: few digits without a leading zero may follow a misplaced full stop instead."""
    item, digits = items[index], tokens.norms[index]
    if item is None or not index or tokens.words[index - 1].text not in (".", "٫") or _gap(tokens, index - 1):
        return
    starts = index == 1 or (tokens.norms[index - 2] == "-" and index == 2)
    decimal = (digits[0] == "0" or len(digits) > 4) and _gap(tokens, index - 2).isspace() if index > 1 else False
    if not digits.isdecimal() or not (starts or decimal):
        return
    multiplier = Fraction(item.value) / (int(digits) or 1)  # 1000 of .5K
    items[index] = None
    _replace(items, index - 1, Fraction(int(digits), 10 ** len(digits)) * multiplier, item.width + 1)


def _sign(tokens: Tokens, items: Items, index: int, whole: bool) -> None:
    """-5: a minus sign behind a space; at the start of a line it marks an item of a list."""
    start = index - 1 if index and items[index] is None else index
    if not start or tokens.norms[start - 1] != "-":
        return
    if whole or (not _gap(tokens, start - 1) and _stands_free(tokens, start - 1)):
        items[start - 1] = NumberWord("minus", 0)


def _stands_free(tokens: Tokens, index: int) -> bool:
    """Tell whether a space, and no numeral, stands before the mark at ``index`` (a conjunction may run into it)."""
    before = index - 1
    if before > 0 and tokens.norms[before] == "و" and not _gap(tokens, before):
        before -= 1
    if before < 0 or index in tokens.line_starts or tokens.norms[before][:1].isdecimal():
        return False
    return _gap(tokens, before).isspace()
