"""A text as clauses see it: its words judged once, and where the few that matter stand."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import define

from claimcheck.recognizers.clauses_signs import Sign, bounding, places, signs, terms, turning
from claimcheck.text.tokens import Tokens

Range = tuple[int, int]


@define(eq=False)
class Text:
    """The signs of a text's tokens, the stems of its content words, and where what divides and what negates stands.

    ``bounds`` are positions of words that can bound a clause, ``turns`` of those that can change polarity or mood.
    ``covered`` are the tokens inside names, figures and times, where nothing can begin (but a figure may hold its
    verb: تجاوز عددهم 500); ``heads`` are the first tokens of figures, ``taken`` all of theirs.
    """

    tokens: Tokens
    signs: list[Sign | None]
    terms: list[str]
    bounds: list[int]
    turns: list[int]
    covered: set[int]
    heads: set[int]
    taken: set[int]

    @classmethod
    def of(cls, tokens: Tokens, figures: Sequence[Range], others: Iterable[Range]) -> "Text":
        """Judge the words of a text; ``figures`` and ``others`` (names, times) are its mentions as token ranges."""
        words = tokens.words
        found = list(map(signs.__getitem__, words))
        taken = {i for first, stop in figures for i in range(first, stop)}
        heads = {first for first, _ in figures}
        covered = {i for i in taken - heads if not _is_verb(found[i])}
        covered.update(i for first, stop in others for i in range(first, stop) if not _is_particle(found[i]))
        return cls(
            tokens,
            found,
            list(map(terms.__getitem__, words)),
            places(words, bounding),
            places(words, turning),
            covered,
            heads,
            taken,
        )

    def lemma(self, i: int) -> str:
        """Return the dictionary form of the verb at ``i`` as its neighbours have it, the empty string where none is."""
        sign = self.signs[i]
        if sign is None or sign.verb is None:
            return ""
        reading = sign.verb
        if reading.short and i and self.tokens.norms[i - 1].lstrip("وف") == "لم":
            return reading.short
        if reading.masculine and not self._feminine_subject(i):
            return reading.masculine
        return reading.lemma

    def _feminine_subject(self, i: int) -> bool:
        """Tell whether a word in ت at ``i`` is an imperfect: a feminine noun beside it, or أن and the like before."""
        norms = self.tokens.norms
        before = self.signs[i - 1] if i else None
        if before is not None and before.opener in ("that", "which"):
            return not norms[i - 1].endswith(("نه", "نهم", "نهما", "ذي", "ذين"))  # لكنه، أنهم، الذي
        if before is not None and (before.particle or before.negation is not None):
            return True
        return any(norms[k].endswith(("ه", "ات")) for k in (i - 1, i + 1) if 0 <= k < len(norms))


def _is_verb(sign: Sign | None) -> bool:
    return sign is not None and sign.verb is not None and sign.verb.sure


def _is_particle(sign: Sign | None) -> bool:
    return sign is not None and sign.particle


def within(positions: list[int], first: int, stop: int) -> list[int]:
    """Return the positions in ``[first, stop)`` of an ordered list."""
    begin = bisect_left(positions, first)
    if begin == len(positions) or positions[begin] >= stop:
        return []
    return positions[begin : bisect_left(positions, stop, begin)]
