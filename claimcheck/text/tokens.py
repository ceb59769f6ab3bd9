"""Tokens: one pass over the text, each distinct word analysed once.

News repeats its words, so everything that depends on the surface alone (folded form, clitics, stem) is computed once a
distinct surface and kept in a bounded table of ``Word`` values. A text's ``Tokens`` are two parallel lists, words and
start offsets; recognisers look their own lexicon up by word (``lexicon.Lookup``) and start only at the hits.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Generic, Literal, TypeVar

from attrs import define, field

from claimcheck.model.spans import Span
from claimcheck.text.orthography import MARKS, TABLE, fold
from claimcheck.text.stems import light_stem

Shape = Literal["word", "number", "latin", "mark"]
T = TypeVar("T")

# Arabic letters, harakat and tatweel; digits, Quranic signs and the rial sign (U+FDFC) are no letters.
_LETTER = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u08ff\ufb50-\ufdfb\ufe70-\ufefc"
)
_WORD = f"[{_LETTER}]+(?:[{MARKS}]+[{_LETTER}]+)*"
# A numeral keeps its inner separators: 1,500 · ١٬٥٠٠ · 2،7 · 1'500 · 5ر12 (the decimal mark of agency copy).
_NUMBER = f"\\d+(?:[{MARKS}]*[.,٫٬،'’ر][{MARKS}]*\\d+)*"
# Other scripts, with their digits inside: F16, COVID-19 stays apart at the hyphen.
_LATIN = "[^\\W\\d_]\\w*"
_TOKEN = re.compile(f"({_WORD}|{_NUMBER}|{_LATIN}|[^\\s{MARKS}])")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PROCLITICS = frozenset("وفبلكسا")  # the first letters of proclitics
_TABLE_LIMIT = 300_000


@define(eq=False, slots=True)
class Word:
    """One distinct surface: what can be known of a token without its neighbours.

    ``norm`` is the folded surface. ``analyses`` are the readings with proclitics apart, as (proclitics, core), the
    undivided one first: وبالأمس gives ("", وبالامس), ("و", بالامس), ("وب", الامس), ("وبال", امس).
    """

    text: str
    norm: str
    shape: Shape
    analyses: tuple[tuple[str, str], ...]
    _stem: str | None = field(default=None, repr=False)

    @property
    def stem(self) -> str:
        """The light stem, for retrieval and for the weight of shared words."""
        if self._stem is None:
            self._stem = light_stem(self.norm) if self.shape == "word" else self.norm.lower()
        return self._stem


def letters_length(word: Word, letters: int) -> int:
    """Return how many characters of the original the first ``letters`` take, with the marks around them.

    >>> letters_length(Tokens.of("وَبِخمسة").words[0], 2)
    4
    """
    text, position = word.text, 0
    while position < len(text) and (letters > 0 or TABLE.get(ord(text[position]), "") is None):
        letters -= TABLE.get(ord(text[position]), "") is not None
        position += 1
    return position


class PerWord(dict[Word, T], Generic[T]):
    """What one rule makes of each distinct word: read once, kept, and emptied when it has grown beyond its limit.

    A subclass says how a word is ``read``; ``list(map(table.__getitem__, tokens.words))`` costs next to nothing.
    """

    def __missing__(self, word: Word) -> T:
        if len(self) > _TABLE_LIMIT:
            self.clear()
        found = self[word] = self.read(word)
        return found

    def read(self, word: Word) -> T:
        """Return what the rule makes of a word met for the first time."""
        raise NotImplementedError


def analyse(norm: str) -> tuple[tuple[str, str], ...]:
    """Split the proclitics و ف · ب ل ك س · ال off a folded word in every way that leaves two letters or more.

    >>> analyse("للدولار")
    (('', 'للدولار'), ('ل', 'لدولار'), ('لل', 'دولار'))
    """
    if len(norm) < 3 or norm[0] not in _PROCLITICS:
        return (("", norm),)
    found = [("", norm)]
    heads = [("", norm)]
    if norm[0] in _CONJUNCTIONS:
        heads.append((norm[0], norm[1:]))
        found.append(heads[-1])
    for prefix, rest in heads:
        if len(rest) < 3:
            continue
        first, second = rest[0], rest[1]
        if first == "ا" and second == "ل" and len(rest) > 3:
            found.append((f"{prefix}ال", rest[2:]))
        elif first in _PREPOSITIONS:
            found.append((prefix + first, rest[1:]))
            if rest.startswith(("بال", "كال")) and len(rest) > 4:
                found.append((f"{prefix}{first}ال", rest[3:]))
            elif first == second == "ل" and len(rest) > 3:
                found.append((f"{prefix}لل", rest[2:]))
        elif first == "س" and second in "يتنا":
            found.append((f"{prefix}س", rest[1:]))
    return tuple(found)


class _Words(dict[str, Word]):
    """The table of distinct surfaces; filled on demand, emptied when it grows beyond its limit."""

    def __missing__(self, surface: str) -> Word:
        norm = fold(surface)
        first = surface[0]
        if not norm:  # a tatweel or harakat standing alone: a mark, so that no rule meets an empty word
            word = Word(surface, surface, "mark", (("", surface),))
        elif first.isdecimal():
            word = Word(surface, norm, "number", (("", norm),))
        elif len(surface) == 1 and not first.isalpha():
            word = Word(surface, norm, "mark", (("", norm),))
        elif "\u0600" <= first <= "\u08ff" or first >= "\ufb50":
            word = Word(surface, norm, "word", analyse(norm))
        else:
            word = Word(surface, norm.lower(), "latin", (("", norm.lower()),))
        self[surface] = word
        return word


_words = _Words()


@define(eq=False, slots=False)
class Tokens:
    """The tokens of one text: parallel lists of words and of their start offsets in the original.

    >>> t = Tokens.of("نحو60 قتيلاً.")
    >>> [w.text for w in t.words], t.span(1, 3).of(t.text)
    (['نحو', '60', 'قتيلاً', '.'], '60 قتيلاً')
    """

    text: str
    words: list[Word]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """Tokenise ``text``."""
        if len(_words) > _TABLE_LIMIT:
            _words.clear()
        pieces = _TOKEN.split(text)  # gap, token, gap, token, ... gap: one pass, offsets are running lengths
        ends = list(accumulate(map(len, pieces)))
        return cls(text, list(map(_words.__getitem__, pieces[1::2])), ends[:-1:2])

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def end(self, index: int) -> int:
        """Return the offset behind token ``index``."""
        return self.starts[index] + len(self.words[index].text)

    def span(self, first: int, stop: int) -> Span:
        """Return the span of the tokens ``first`` up to, not including, ``stop``."""
        stop -= 1
        return Span(self.starts[first], self.starts[stop] + len(self.words[stop].text))

    def glued(self, index: int) -> bool:
        """Tell whether no white space stands between token ``index`` and the next one."""
        if index + 1 >= len(self.words):
            return False
        between = self.text[self.end(index) : self.starts[index + 1]]
        return not between or not any(c.isspace() for c in between)

    def newline_before(self, index: int) -> bool:
        """Tell whether a line ends between token ``index - 1`` and token ``index``."""
        return index in self.line_starts

    @cached_property
    def norms(self) -> list[str]:
        """The folded forms, in order."""
        return [word.norm for word in self.words]

    @cached_property
    def line_starts(self) -> frozenset[int]:
        """The indices of the tokens that open a line, the first token among them."""
        found = {0} if self.words else set()
        position = self.text.find("\n")
        while position >= 0:
            index = bisect_left(self.starts, position)
            if index < len(self.words):
                found.add(index)
            position = self.text.find("\n", position + 1)
        return frozenset(found)

    def index_at(self, position: int) -> int:
        """Return the index of the first token that ends behind ``position`` of the text (``len`` if there is none)."""
        index = max(0, bisect_right(self.starts, position) - 1)
        while index < len(self.words) and self.end(index) <= position:
            index += 1
        return index
