"""Where clauses begin and end: contiguous token ranges, each around one predicate.

A sentence is divided at what is said (the bounds of attributed content), and inside each piece before every further
verb: at the conjunction, relative pronoun or comma that leads up to it, else at the verb itself. Verbs that only help
another one (كان، بدأ، يجب أن) stay with it. One pass over the words that can bound a clause.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.recognizers.clauses_signs import Sign, lemmas
from claimcheck.recognizers.clauses_text import Text
from claimcheck.recognizers.predicates import Reading, noun_spellings

_HELPING_SPAN = 12  # tokens between an auxiliary and its verb: كان رئيس الوزراء الأرميني نيكول باشينيان أعلن
_BEFORE_PERFECT = frozenset({"بعد", "منذ", "سبق", "رغم", "لولا", "لبث"})  # بعد أن وقع, but never أن وقع alone
_PRONOUNS = frozenset({"هو", "هي", "هم", "هما", "انا", "نحن"})


class Clause(NamedTuple):
    """A clause as token positions: ``[first, stop)``, and its verb, if it has one, with the auxiliary before it.

    ``lemma`` is the dictionary form of the verb, the empty string where there is none.
    """

    first: int
    stop: int
    verb: int | None
    auxiliary: int | None
    lemma: str


def split(text: Text, sentences: Iterable[tuple[int, int]], cuts: list[int]) -> Iterator[Clause]:
    """Yield the clauses of a text in order; together they cover every sentence. ``cuts`` are token positions."""
    hits, splitter = text.bounds, _Splitter(text)
    position, cut = 0, 0
    for first, stop in sentences:
        start = first
        while start < stop:
            while cut < len(cuts) and cuts[cut] <= start:
                cut += 1
            end = min(stop, cuts[cut]) if cut < len(cuts) else stop
            begin = bisect_left(hits, start, position)
            position = bisect_left(hits, end, begin)
            if begin == position:
                yield Clause(start, end, None, None, "")
            else:
                yield from splitter.run(start, end, hits[begin:position])
            start = end


class _Splitter:
    """The pass over one piece of a sentence."""

    def __init__(self, text: Text) -> None:
        self.text, self.signs, self.covered = text, text.signs, text.covered

    def run(self, first: int, stop: int, hits: list[int]) -> list[Clause]:
        """Return the clauses of the piece ``[first, stop)``, whose bounding words stand at ``hits``."""
        self.first, self.stop, self.start = first, stop, first
        self.verb: int | None = None
        self.auxiliary: int | None = None
        self.edge: int | None = None  # where a new clause would begin if a verb came now
        self.opened = False  # the edge is a conjunction or relative pronoun, which a later comma does not move
        self.found: list[Clause] = []
        signs, covered = self.signs, self.covered
        for i in hits:
            sign = signs[i]
            assert sign is not None
            if sign.mark is not None:
                if self.verb is not None and not self.opened and i not in covered:
                    self.edge = i + 1  # what follows may be a new clause
            elif sign.opener is not None and i not in covered:
                if self.verb is not None:
                    self._opener(i, sign)
            elif sign.verb is not None and self._is_verb(i, sign):
                self._verb(i, sign)
        self._close(stop)
        return self.found

    def _close(self, stop: int) -> None:
        """End the clause at ``stop``."""
        lemma = "" if self.verb is None else self.text.lemma(self.verb)
        self.found.append(Clause(self.start, stop, self.verb, self.auxiliary, lemma))

    def _opener(self, i: int, sign: Sign) -> None:
        """A conjunction behind a verb: the next verb belongs to what it opens."""
        if sign.opener == "that" and self._modal(i):
            return
        if not self.opened or sign.opener in ("which", "when", "if"):
            before = self.signs[i - 1] if self.verb is not None and i > self.verb + 1 else None
            self.edge, self.opened = i - (before is not None and before.nominal), True

    def _modal(self, i: int) -> bool:
        """Tell whether the أن at ``i`` only joins a modal verb to its complement: يجب أن."""
        return (
            self.verb is not None
            and i - self.verb <= 3
            and self.text.lemma(self.verb) in lemmas("auxiliaries", "modals")
        )

    def _verb(self, i: int, sign: Sign) -> None:
        """A further verb: it ends the clause before it, unless that has none or its verb only helps."""
        if self.verb is None:
            self.verb = i
        elif self._helped(i, sign):
            self.auxiliary, self.verb = self.verb, i
        else:
            edge = self.edge if self.edge is not None and self.edge > self.verb else self._behind(self.verb, i)
            self._close(edge)
            self.start, self.verb, self.auxiliary = edge, i, None
        self.edge, self.opened = None, False

    def _behind(self, verb: int, i: int) -> int:
        """Return where the clause of the verb at ``i`` begins: what negates the verb belongs to it (مستوى لم يبلغه)."""
        while i - 1 > verb:
            sign = self.signs[i - 1]
            if sign is None or not (sign.particle or sign.negation == "verbal") or sign.verb is not None:
                break
            i -= 1
        return i

    def _helped(self, i: int, sign: Sign) -> bool:
        """Tell whether the verb before only helps the one at ``i``."""
        gap = i - self.verb if self.verb is not None else _HELPING_SPAN + 1
        if self.auxiliary is not None or self.opened or sign.prefix[:1] in ("و", "ف") or gap > _HELPING_SPAN:
            return False
        lemma = self.text.lemma(i - gap)
        if lemma in lemmas("auxiliaries", "modals"):
            return gap <= 4
        imperfect = sign.verb is not None and sign.verb.tense != "perfect"
        return lemma in lemmas("auxiliaries", "verbs") and (lemma == "كان" or imperfect)

    def _is_verb(self, i: int, sign: Sign) -> bool:
        """Tell whether a word that can be a verb is one here, by its neighbours."""
        reading = sign.verb
        before = self.signs[i - 1] if i else None
        if sign.particle and self._verb_follows(i):
            return False
        if reading is None or i in self.covered or (before is not None and before.nominal):
            return False
        if reading.sure:
            return True
        if before is not None and before.opener == "that":
            return self._behind_that(i, reading)
        if before is not None and (before.particle or before.opener is not None or before.negation == "verbal"):
            return True
        return not reading.rare and self._doubtful(i, sign, before)

    def _behind_that(self, i: int, reading: Reading) -> bool:
        """Tell a verb from a noun behind أن: an imperfect (أن تدفع), or a perfect where أن has a pronoun or بعد before.

        Behind a bare أنّ a noun is likelier: أن حادث سيارة.
        """
        norms = self.text.tokens.norms
        if norms[i - 1].endswith(("ه", "ها", "هم", "هما", "ني", "نا")):
            return True
        noun = norms[i] in noun_spellings()
        if reading.tense == "imperfect":
            return not noun
        return not reading.rare and i > 1 and norms[i - 2].lstrip("وف") in _BEFORE_PERFECT

    def _doubtful(self, i: int, sign: Sign, before: Sign | None) -> bool:
        """Tell whether a word that is a noun as well stands where a verb would."""
        norms = self.text.tokens.norms
        if i == self.first:
            joined = i + 1 < self.stop and norms[i + 1].startswith("و") and norms[i + 1] not in noun_spellings()
            return not joined  # شكر وتقدير
        if norms[i - 1] in _PRONOUNS or self._helps(i):
            return True
        if before is not None and before.mark is not None:
            return self._subject_follows(i)
        if self.verb is None and not sign.prefix and (norms[i - 1].startswith(("ال", "وال")) or i - 1 in self.covered):
            return True  # اللص هرب، الوزير رفض المقترح، في 2014 عمل هنري
        return sign.prefix[:1] == "و" and self._subject_follows(i, strict=True)

    def _helps(self, i: int) -> bool:
        """Tell whether the verb before waits for another one: بدأت الشركة تصدر."""
        sign = self.signs[i]
        imperfect = sign is not None and sign.verb is not None and sign.verb.tense == "imperfect"
        near = self.verb is not None and i - self.verb <= 4 and self.auxiliary is None
        return imperfect and near and self.text.lemma(self.verb or 0) in lemmas("auxiliaries", "verbs")

    def _verb_follows(self, i: int) -> bool:
        """Tell whether the next word is a verb: فقد أعلن, but فقد 40 شخصاً."""
        sign = self.signs[i + 1] if i + 1 < self.stop else None
        return sign is not None and sign.verb is not None and not sign.verb.rare

    def _subject_follows(self, i: int, strict: bool = False) -> bool:
        """Tell whether the next word can be a subject: definite, a name, a figure."""
        if i + 1 >= self.stop:
            return False
        word = self.text.tokens.words[i + 1]
        if word.shape == "number" or i + 1 in self.text.heads:
            return True
        if strict:
            return False
        return word.norm.startswith("ال") or i + 1 in self.covered
