"""Arabic orthography in one character table: what is folded away, and the exact way back to the original.

Two strings that an Arabic reader takes for the same spelling fold to the same string: alef and hamza carriers, ta
marbuta and ha, alef maqsura and ya, harakat, tatweel, presentation forms, Persian letters, digits of three scripts,
bidi marks and odd spaces. Folding is idempotent.
"""

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from attrs import frozen

from claimcheck.model.spans import Span

# Format characters that carry no letter: joiners, bidi marks, embeddings, isolates, the byte order mark.
MARKS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىیۍېےۓ", "ي"),
    "ئ": "ي",
    **dict.fromkeys("ؤۇۆۈۋ", "و"),
    **dict.fromkeys("ةۃہەھۀۂ", "ه"),
    **dict.fromkeys("کڪگ", "ك"),  # Persian and Urdu keheh; gaf is written ك, غ or ج by others: see the name comparison
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڥ": "ف",
    "ڨ": "ق",  # Maghrebi gaf
}
_PUNCTUATION = {
    **dict.fromkeys("٪﹪％", "%"),
    "٫": ".",
    "٬": ",",
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
}


def _table() -> dict[int, str | None]:
    """Build the one character table: code point to its folded string, or None for a character that is dropped."""
    table: dict[int, str | None] = {}
    for code in (
        0xAD,
        0x61C,
        0x640,
        0x670,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        0xFEFF,
    ):
        table[code] = None
    for code in (
        *range(0x610, 0x61B),
        *range(0x64B, 0x660),
        *range(0x6D6, 0x6DD),
        *range(0x6DF, 0x6E9),
        *range(0x6EA, 0x6EE),
    ):
        if unicodedata.category(chr(code)) in {"Mn", "Lm"}:
            table[code] = None
    table.update({ord(k): v for k, v in {**_LETTERS, **_PUNCTUATION}.items()})
    for zero in (0x660, 0x6F0):
        table.update({zero + digit: str(digit) for digit in range(10)})
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):  # presentation forms
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = "".join(table.get(ord(c), c) or "" for c in plain if c != " ")
    return table


TABLE = _table()


def fold(text: str) -> str:
    """Return ``text`` in the one spelling that all lexicons and comparisons use.

    >>> fold("الإثنين ٣١ أُكتوبـر")
    'الاثنين 31 اكتوبر'
    """
    return _fold_word(text) if len(text) <= _WORD else text.translate(TABLE)


# Longer strings are texts, which do not come twice.
_WORD = 32


@lru_cache(maxsize=100_000)
def _fold_word(word: str) -> str:
    return word.translate(TABLE)


@frozen
class Normalised:
    """A folded text with the offset of each of its characters in the original.

    ``offsets`` has one entry more than ``text``: the end of the original. It never decreases.
    """

    original: str
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the original span of ``text[start:end]``, with the marks that were dropped inside it."""
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        last = self.offsets[end - 1]
        stop = last + 1
        if end < len(self.offsets):
            stop = max(stop, self._marks_after(last))
        return Span(self.offsets[start], stop)

    def _marks_after(self, position: int) -> int:
        """Harakat and tatweel behind a letter belong to it."""
        stop = position + 1
        while stop < len(self.original) and TABLE.get(ord(self.original[stop]), "") is None:
            stop += 1
        return stop

    def at(self, position: int) -> int:
        """Return the index in ``text`` of the character at ``position`` of the original (or the one before it)."""
        return max(0, bisect_right(self.offsets, position) - 1)


def normalise(text: str) -> Normalised:
    """Fold ``text`` and keep the way back.

    >>> n = normalise("نِسبة ٪")
    >>> n.text, n.span(0, 4).of(n.original)
    ('نسبه %', 'نِسبة')
    """
    pieces: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        folded = TABLE.get(ord(character), character)
        if folded:
            pieces.append(folded)
            offsets.extend([position] * len(folded))
    offsets.append(len(text))
    return Normalised(text, "".join(pieces), tuple(offsets))
