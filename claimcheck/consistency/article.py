"""An article as the rules of consistency read it: its tokens once, and where each mention stands among them."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from attrs import define, frozen

from claimcheck.lexicon import forms, load
from claimcheck.model.claims import Extraction
from claimcheck.model.mentions import Quantity, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Finding
from claimcheck.recognizers.clauses_queue import place
from claimcheck.reports.messages import messages
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens

Mention = TypeVar("Mention", Quantity, TimeExpression)


@frozen(eq=False)
class Placed(Generic[Mention]):
    """A mention with its token range ``[first, stop)`` and the number of its sentence."""

    mention: Mention
    first: int
    stop: int
    sentence: int


@define(slots=False)
class Article:
    """One extraction with its tokens; everything is computed on first use, once."""

    extraction: Extraction

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        return Tokens.of(self.extraction.text)

    @cached_property
    def norms(self) -> list[str]:
        """The folded tokens."""
        return self.tokens.norms

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as token ranges."""
        return sentences(self.tokens)

    @cached_property
    def figures(self) -> list[Placed[Quantity]]:
        """The quantities that have a place, in text order."""
        return self._placed(self.extraction.quantities)

    @cached_property
    def times(self) -> list[Placed[TimeExpression]]:
        """The times that have a place, in text order."""
        return self._placed(self.extraction.times)

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[Placed[TimeExpression]]]:
        found: dict[int, list[Placed[TimeExpression]]] = {}
        for time in self.times:
            found.setdefault(time.sentence, []).append(time)
        return found

    def times_of(self, sentence: int) -> list[Placed[TimeExpression]]:
        """Return the times of one sentence, in text order."""
        return self._times_by_sentence.get(sentence, [])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    def _placed(self, mentions: Sequence[Any]) -> list[Placed[Any]]:
        found = []
        for mention in mentions:
            if mention.span is not None:
                first, stop = place(self.tokens, mention.span)
                found.append(Placed(mention, first, stop, bisect_right(self._sentence_starts, first) - 1))
        return found

    def between(self, first: int, stop: int) -> list[str]:
        """Return the folded tokens of a range; none where the range is turned round."""
        return self.norms[max(0, first) : max(0, stop)]

    def joined(self, placed: Placed[Any]) -> bool:
        """Tell whether و stands before a mention, as its proclitic or as a word of its own."""
        first = placed.first
        own = placed.mention.span.start > self.tokens.starts[first] and self.norms[first].startswith("و")
        return own or self.norms[first - 1 : first] == ["و"]

    def covering(self, placed: Sequence[Placed[Any]]) -> Span:
        """Return the span from the first to the last of some mentions."""
        return Span(placed[0].mention.span.start, placed[-1].mention.span.end)


@cache
def vocabulary(key: str) -> frozenset[str]:
    """Return the folded words of one list of ``lexicon/consistency.toml``."""
    return forms(load("consistency")[key])


def internal(
    code: str,
    place: Span | None,
    other: Span | None,
    found: str | None,
    expected: str | None,
    level: str,
    wording: str | None = None,
) -> Finding:
    """Make a finding about two places of one text; ``wording`` names its sentence where the code's is too general."""
    english, arabic = messages(wording or code, expected, found, scope="internal")
    return Finding(
        code=code,
        message=english,
        message_ar=arabic,
        claim_span=place,
        other_span=other,
        expected=expected,
        found=found,
        level=level,
        scope="internal",
    )
