"""A text as clauses see it: its words judged once, and where the few that matter stand."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from attrs import define

from claimcheck.recognizers.clauses_signs import Sign, judge, term
from claimcheck.text.tokens import PerWord, Tokens, Word

Range = tuple[int, int]


class Reading(NamedTuple):
    """What clauses need of a word: its sign and its term, and three yes-or-no questions.

    ``bounds`` tells that it can bound a clause, ``turns`` that it can change polarity or mood, ``definite`` that it has
    the article.
    """

    sign: Sign | None
    term: str
    bounds: bool
    turns: bool
    definite: bool


class _Readings(PerWord[Reading]):
    """The words met so far, each judged once."""

    def read(self, word: Word) -> Reading:
        sign = judge(word)
        bounds = sign is not None and (sign.verb is not None or sign.opener is not None or sign.mark is not None)
        turns = sign is not None and (sign.negation is not None or sign.mood is not None)
        turns = turns or word.norm in ("؟", "?")
        definite = word.norm.startswith(("ال", "وال", "بال", "لل"))
        return Reading(sign, term(word), bounds, turns, definite)


readings = _Readings()


@define(eq=False)
class Text:
    """The signs of a text's tokens, the stems of its content words, and where what divides and what negates stands.

    ``bounds`` are positions of words that can bound a clause, ``turns`` of those that can change polarity or mood.
    ``covered`` are the tokens inside names, figures and times, where nothing can begin (but a figure may hold its
    verb: تجاوز عددهم 500); ``heads`` are the first tokens of figures, ``taken`` all of theirs.
    """

    tokens: Tokens
    signs: Sequence[Sign | None]
    terms: Sequence[str]
    bounds: list[int]
    turns: list[int]
    definite: Sequence[bool]
    covered: set[int]
    heads: set[int]
    taken: set[int]

    @classmethod
    def of(cls, tokens: Tokens, figures: Sequence[Range], others: Iterable[Range]) -> "Text":
        """Judge the words of a text; ``figures`` and ``others`` (names, times) are its mentions as token ranges."""
        columns = zip(*map(readings.__getitem__, tokens.words), strict=True)
        signs, terms, bounds, turns, definite = columns if tokens.words else ((),) * 5
        taken = {i for first, stop in figures for i in range(first, stop)}
        heads = {first for first, _ in figures}
        covered = {i for i in taken - heads if (s := signs[i]) is None or s.verb is None or not s.verb.sure}
        covered |= {i for a, b in others for i in range(a, b) if (s := signs[i]) is None or not s.particle}
        every = range(len(signs))
        return cls(
            tokens,
            signs,
            terms,
            list(compress(every, bounds)),
            list(compress(every, turns)),
            definite,
            covered,
            heads,
            taken,
        )

    def lemma(self, i: int) -> str:
        """Return the dictionary form of the verb at ``i`` as its neighbours have it, the empty string where none is."""
        sign = self.signs[i]
        reading = sign.verb if sign is not None else None
        if reading is None:
            return ""
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
