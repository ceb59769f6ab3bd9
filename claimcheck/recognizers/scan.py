"""One text prepared for attribution: its tokens with their sentence, quotation, cue and class, each looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from claimcheck.lexicon import forms
from claimcheck.model.mentions import Name
from claimcheck.recognizers.predicates import Reading
from claimcheck.recognizers.speakers_words import infos, verbs
from claimcheck.recognizers.triggers import Triggers, words_of
from claimcheck.text.quotes import Quotation
from claimcheck.text.tokens import PerWord, Tokens, Word, letters_length

RELATIVES = forms("الذي التي اللذان اللذين الذين اللتان اللتين اللاتي اللواتي")


def proclitic_length(word: Word) -> int:
    """Return how many characters of the original the first letter takes, with its harakat and tatweel.

    >>> proclitic_length(Tokens.of("وَقال").words[0])
    2
    """
    return letters_length(word, 1)


class _Nameless(PerWord[bool]):
    """Whether a word opens no name although one was recognised: accusatives, particles, and باسم (in the name of)."""

    def read(self, word: Word) -> bool:
        return word.text.endswith(_TANWIN) or word.norm == "باسم" or (infos[word].particle and word.text != "علي")


_TANWIN = ("اً", "ًا")
_nameless = _Nameless()


class Scan:
    """What the attribution rules ask of a text. Sentences and quotations are ranges of tokens."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: list[tuple[int, int]],
        quotations: list[Quotation],
        names: Iterable[Name] = (),
    ) -> None:
        """Prepare the look-ups; ``names`` are those recognised in the text, in any order."""
        self.tokens, self.words, self.norms = tokens, tokens.words, tokens.norms
        self.sentences = sentences
        self._starts = [first for first, _ in sentences]
        self.quotations = sorted(quotations, key=lambda quotation: quotation.opener)
        self.quotes = {quotation.opener: quotation for quotation in quotations}
        self.closers = {quotation.closer: quotation for quotation in quotations if quotation.closer is not None}
        self.triggers = Triggers(self.words)
        self.cues = self.triggers.cues
        self._texts: dict[tuple[int, int, bool], str] = {}
        self._known: dict[int, tuple[int, int]] = {}
        self.openers = [quotation.opener for quotation in self.quotations]
        stops = [0, 0, *(quotation.stop for quotation in self.quotations)]
        self._reaches = list(map(max, stops, stops[1:], stops[2:]))  # the last stop of each and the two before it
        self.names = tuple(names)
        self.members: set[int] = set()
        self.complementizers = words_of("clause", "complementizers")

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the sentence that holds a token; the stops inside a quotation end it only for what is quoted."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._sentence(index)
        return found

    def _sentence(self, index: int) -> tuple[int, int]:
        at = max(0, bisect_right(self._starts, index) - 1)
        if not self.quotations:
            return self.sentences[at]
        quotation = self.quotation_of(index)
        if quotation is None:
            return self._outer[at]
        first, end = self.sentences[at]
        return (max(first, quotation.start), min(end, quotation.stop) if first < quotation.stop else end)

    def quotation_of(self, index: int) -> Quotation | None:
        """Return the quotation that holds a token, the innermost of those that opened last before it."""
        at = bisect_left(self.openers, index)
        if not at or index >= self._reaches[at - 1]:
            return None
        for quotation in reversed(self.quotations[max(0, at - 3) : at]):
            if index < quotation.stop:
                return quotation
        return None

    @cached_property
    def _outer(self) -> list[tuple[int, int]]:
        """The sentences as they are for what stands outside quotations: a quotation keeps its sentences together."""
        joined = [False] * len(self.sentences)
        for quotation in self.quotations:
            if quotation.closer is not None:
                first = bisect_right(self._starts, quotation.opener)
                last = bisect_right(self._starts, quotation.closer)
                joined[first:last] = [True] * (last - first)
        bounds = list(self.sentences)
        for at in range(1, len(bounds)):
            if joined[at]:
                bounds[at] = (bounds[at - 1][0], bounds[at][1])
        for at in range(len(bounds) - 1, 0, -1):
            if joined[at]:
                bounds[at - 1] = (bounds[at - 1][0], bounds[at][1])
        return bounds

    @property
    def text(self) -> str:
        """The original text."""
        return self.tokens.text

    def verb(self, index: int) -> Reading | None:
        """Return the reading of a token as a verb, where it has one."""
        return verbs[self.words[index]]

    def is_mark(self, index: int) -> bool:
        """Tell whether a token is a punctuation mark."""
        return self.words[index].shape == "mark"

    @cached_property
    def spans(self) -> dict[int, tuple[int, Name]]:
        """The recognised names by their first token: (token behind, name)."""
        found = {}
        starts, words, total = self.tokens.starts, self.words, len(self.words)
        for name in self.names:
            span = name.span
            if span is not None and name.kind in _NAMED:
                first = bisect_right(starts, span.start) - 1
                if _nameless[words[first]]:
                    continue
                stop, end = first + 1, span.end
                while stop < total and starts[stop] < end:
                    stop += 1
                found[first] = (stop, name)
        return found

    def starts_inside(self, index: int) -> bool:
        """Tell whether a recognised name begins behind a proclitic of the token (وعلييف)."""
        known = self.spans.get(index)
        return known is not None and known[1].span is not None and known[1].span.start > self.tokens.starts[index]

    def phrase_text(self, first: int, stop: int) -> str:
        """Return tokens as written, without a conjunction or preposition before them, tags spelled out."""
        member = first in self.members
        found = self._texts.get((first, stop, member))
        if found is None:
            found = self._texts[first, stop, member] = self._phrase_text(first, stop, member)
        return found

    def _phrase_text(self, first: int, stop: int, member: bool) -> str:
        text = self.tokens.text[self.tokens.starts[first] : self.tokens.end(stop - 1)]
        prefix = infos[self.words[first]].prefix
        if prefix.endswith("لل"):
            text = "ال" + text[len(prefix) :]
        elif member or prefix:
            text = text[max(len(prefix.removesuffix("ال")), member) :]
        if "#" in text:
            text = text.replace("#", "").replace("_", " ")
        return " ".join(text.split())

    @cached_property
    def ali(self) -> bool:
        """Whether this text writes the preposition على with alef maqsura, so that علي is a man's name in it."""
        return "على" in self.tokens.text and any(word.text == "على" for word in self.words)

    def preposition(self, index: int) -> str:
        """Return the folded preposition that a token is by itself, or an empty string."""
        norm = self.norms[index]
        if norm not in _PREPOSITIONS or (norm == "علي" and self.words[index].text == "علي" and self.ali):
            return ""
        return norm


_NAMED = frozenset({"person", "organisation", "place"})
_PREPOSITIONS = forms("إلى على عن من في ب ل")
