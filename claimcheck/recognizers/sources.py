"""Prepositional sources (بحسب، وفقاً لـ، نقلاً عن، حسبما ذكرت) and documents that say (جاء في البيان)."""

from typing import Literal

from attrs import define

from claimcheck.recognizers.scan import RELATIVES, Scan
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.speakers_words import infos
from claimcheck.recognizers.subjects import SubjectFinder
from claimcheck.recognizers.triggers import COMMAS, source_phrases, words_of

_OWN = ("ه", "ها", "هم")


@define(eq=False)
class SourcePhrase:
    """A source beside what it says: where the cue ends, the source's phrase, and where the content lies.

    ``opens`` is ``clause`` where the content follows (``content`` is its first token) and ``around`` where it stands
    before or on both sides. Without ``speakers`` the phrase refers back to the speaker (على حد قوله).
    """

    cue_stop: int
    prefix: str
    lemma: str
    kind: Literal["source", "verb"]
    opens: Literal["clause", "around", "colon"]
    speakers: tuple[Mention, ...]
    stop: int
    content: int | None = None


class SourceFinder:
    """Finds the prepositional sources of one text."""

    def __init__(self, scan: Scan, subjects: SubjectFinder) -> None:
        """Read in ``scan``."""
        self.scan, self.subjects, self.reader = scan, subjects, subjects.reader
        self.norms = scan.norms

    def find(self, index: int) -> SourcePhrase | None:
        """Read the source phrase that begins at ``index``, if one does."""
        norms = self.norms
        for parts, prefix, kind, fused in source_phrases().get(norms[index], ()):
            stop = index + len(parts)
            if norms[index:stop] != parts or stop >= (limit := self.scan.sentence(index)[1]) + (kind == "own"):
                continue
            found = self._read(index, stop, kind, prefix, limit, fused)
            if found is not None:
                return found
        return None

    def _read(self, index: int, stop: int, kind: str, prefix: str, limit: int, fused: bool) -> SourcePhrase | None:
        """Read what follows the words of a source phrase."""
        if kind == "own":
            return self._phrase(index, stop, prefix, (), stop)
        if kind == "standing":
            return self._standing(stop, prefix, limit)
        if kind == "noun" and fused and self.norms[stop] == "لما":
            kind, stop = "clause", stop + 1
        if kind in {"clause", "as"}:
            return self._clause(index, stop, prefix, limit, kind == "as")
        return self._noun(index, stop, prefix, limit, fused)

    def _clause(self, index: int, stop: int, prefix: str, limit: int, alone: bool) -> SourcePhrase | None:
        """حسبما ذكرت الصحيفة، وفق ما أفاد به مصدر; ``alone``: nothing else may follow (كما أعلن التحالف)."""
        if alone and self.norms[stop : stop + 2] in (["جاء", "في"], ["ورد", "في"]):
            group, end = self.reader.group(stop + 2, limit)
            return (
                self._phrase(index, stop + 2, prefix, tuple(group), end)
                if group and index > self.scan.sentence(index)[0]
                else None
            )
        cue = self.scan.cues.get(stop) if stop < limit else None
        if not cue or not any(form.shape in {"past", "present"} for form in cue[1]):
            return None
        here = stop + 1
        while here < limit and self.norms[here] in {"به", "بها", "عنه", "اليه", "فيه"}:
            here += 1
        group, end = self.subjects.behind(here, limit, False)
        if not group and here in self.scan.quotes:
            group, end = self._quoted(here)
        main = (
            self.norms[end : end + 1] != []
            and self.norms[end] in COMMAS
            and self.norms[end + 1 : end + 2] in (["فان"], ["فقد"])
        )
        if alone and ((index == self.scan.sentence(index)[0] and not main) or (end < limit and not self._ends(end))):
            return None
        return self._phrase(index, stop + 1, prefix, tuple(group), end) if group else None

    def _ends(self, index: int) -> bool:
        """Tell whether nothing of a content follows: a mark (no colon, no quotation), or a relative clause."""
        if self.norms[index] in RELATIVES:
            return True
        return self.scan.is_mark(index) and index not in self.scan.quotes and self.norms[index] != ":"

    def _quoted(self, opener: int) -> tuple[list[Mention], int]:
        """A source whose name stands in quotation marks: حسبما نقلت "رويترز"."""
        quote = self.scan.quotes[opener]
        if quote.closer is None or quote.stop - quote.start > 6:
            return [], opener
        return [Mention(quote.start, quote.stop, "institution", None, ((quote.start, quote.stop),))], quote.closer + 1

    def _noun(self, index: int, stop: int, prefix: str, limit: int, fused: bool) -> SourcePhrase | None:
        """بحسب المصدر، وفقاً للوكالة، نقلاً عن الصحيفة."""
        if fused and not self.norms[stop].startswith("ل"):
            return None
        if fused and self.norms[stop] in {"ل", "لـ"}:
            stop += 1
        if stop >= limit or self._no_source(stop):
            return None
        if stop in self.scan.quotes:
            group, end = self._quoted(stop)
        else:
            group, end = self.reader.group(stop, limit)
            if group:
                group, end = self.reader.with_appositions(group, end, limit)
        if group and end < limit and self.norms[end] in {"له", "لها", "لهم"}:
            return self._phrase(index, end + 1, prefix, (), end + 1)
        return self._phrase(index, stop, prefix, tuple(group), end) if group else None

    def _no_source(self, index: int) -> bool:
        """Tell whether the noun is a rule or a measure, or belongs to the speaker himself (وفق خطابه)."""
        norm, info = self.norms[index], infos[self.scan.words[index]]
        others = words_of("sources", "not_sources")
        if info.core in others or norm.removeprefix("ل") in others:
            return True
        return (not info.head and norm.endswith(_OWN[1:]) and len(norm) > 5) or norm in words_of("sources", "owned")

    def _standing(self, stop: int, prefix: str, limit: int) -> SourcePhrase | None:
        """جاء في البيان أن: a document, and a complementizer or colon behind it."""
        group, end = self.reader.group(stop, limit)
        if not group:
            return None
        for here in range(end, min(limit, end + 20)):
            norm = self.norms[here]
            if norm in self.scan.complementizers or norm == ":" or here in self.scan.quotes:
                content = here + 1
                while content < limit and (
                    content in self.scan.quotes or self.norms[content] in self.scan.complementizers
                ):
                    content += 1
                return SourcePhrase(stop, prefix, "جاء في", "verb", "clause", tuple(group), end, content)
            if here in self.scan.cues and not group[-1].stop > here:
                return None
        return None

    def _phrase(self, index: int, stop: int, prefix: str, group: tuple[Mention, ...], end: int) -> SourcePhrase:
        """Tell on which side the content lies."""
        first, _ = self.scan.sentence(index)
        initial = index <= first + 1 and (index == first or self.norms[index - 1] not in COMMAS)
        after = end
        while after < len(self.norms) and self.norms[after] in COMMAS:
            after += 1
        if after < len(self.norms) and self.norms[after] in {"فان", "فقد", "ان", "فانه", "فانها"}:
            after += 1
        for here in range(after, min(after + 30, self.scan.sentence(index)[1])):
            if self.norms[here] in {"فقد", "فان"} and self.norms[here - 1] in COMMAS:
                after = here + 1
                break
        lemma = self.norms[index].removeprefix(prefix)
        if initial:
            return SourcePhrase(stop, prefix, lemma, "source", "clause", group, end, after)
        return SourcePhrase(stop, prefix, lemma, "source", "around", group, end)
