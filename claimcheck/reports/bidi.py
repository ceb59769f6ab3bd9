"""Text of others made safe to show: no control characters, directions isolated, widths in terminal cells.

The texts that are checked come from anywhere. On a terminal an escape sequence in one could rewrite the screen, and an
unclosed direction mark could turn the rest of the line around; ``clean`` takes both out. ``isolate`` puts a text of the
other direction between U+2068 and U+2069 (Unicode Annex 9), so that the words around it keep their order.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_DIRECTION_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char in _SPACES:
        return " "
    if char in _DIRECTION_CONTROLS or char == "\ufeff":
        return ""
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char


def clean(text: str) -> str:
    r"""Return ``text`` on one line, without control characters, surrogates and direction marks.

    >>> clean("سطر\nآخر\x1b[31m")
    'سطر آخر�[31m'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def is_rtl(text: str) -> bool:
    """Tell whether ``text`` holds a letter that is written from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def isolate(text: str, around: Literal["en", "ar"] = "en") -> str:
    """Clean ``text`` and, where its direction is not that of the language ``around`` it, keep it to itself.

    A date or a Latin word inside Arabic needs that as much as Arabic inside English: 2022-10-31 would turn around.
    """
    safe = clean(text)
    foreign = is_rtl(safe) if around == "en" else not is_rtl(safe) and not safe.isdecimal()
    return f"{FIRST_STRONG_ISOLATE}{safe}{POP_ISOLATE}" if foreign and safe else safe


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return the number of terminal cells that ``text`` takes: harakat and direction marks take none.

    >>> width("قتيلاً")
    5
    """
    return sum(map(_cells, text))


def pad(text: str, cells: int) -> str:
    """Fill ``text`` with spaces up to ``cells`` terminal cells."""
    return text + " " * (cells - width(text))


def fitting(text: str, cells: int) -> int:
    """Return how many characters of ``text`` fit into ``cells``, one at least.

    >>> fitting("数数数", 5)
    2
    """
    taken = 0
    for count, char in enumerate(text):
        taken += _cells(char)
        if taken > cells:
            return max(count, 1)
    return len(text)


def wrap(text: str, cells: int) -> Iterator[str]:
    """Break a cleaned text at spaces into lines of at most ``cells``; a longer word is cut.

    >>> list(wrap("one two three", 7))
    ['one two', 'three']
    """
    line = ""
    for word in text.split():
        rest = word
        while width(rest) > cells:
            if line:
                yield line
                line = ""
            cut = fitting(rest, cells)
            yield rest[:cut]
            rest = rest[cut:]
        joined = f"{line} {rest}" if line else rest
        if width(joined) <= cells:
            line = joined
        else:
            yield line
            line = rest
    if line:
        yield line
