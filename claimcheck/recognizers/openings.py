"""Where what is said opens: behind أن, a colon or a quotation mark, behind a verb's preposition, or as its object."""

from bisect import bisect_left
from functools import cache
from typing import Literal

from attrs import define

from claimcheck.recognizers.cues import CueForm
from claimcheck.recognizers.scan import Scan, proclitic_length
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.speakers_words import infos, tables
from claimcheck.recognizers.subjects import SubjectFinder
from claimcheck.recognizers.triggers import COMMAS, words_of
from claimcheck.text.quotes import Quotation

Opens = Literal["clause", "colon", "quote", "object", "before", "around"]
_NAME_AHEAD = 25


@define(eq=False)
class Opening:
    """How a content opens: the ``marker`` token that tells, the first token of the ``content``, and letters to skip.

    ``gap`` is the number of tokens between the subject and the marker; ``subject`` is what was read behind the verb.
    """

    how: Opens
    marker: int
    content: int
    skip: int = 0
    gap: int = 0
    subject: tuple[Mention, ...] = ()


@cache
def _stepped() -> frozenset[str]:
    """Return the words that may stand between what opens a content and its first word."""
    return words_of("clause", "complementizers") | COMMAS | {":"}


class OpeningFinder:
    """Finds the openings behind the cues of one text."""

    def __init__(self, scan: Scan, subjects: SubjectFinder) -> None:
        """Read in ``scan``."""
        self.scan, self.subjects = scan, subjects
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans
        self.objects = words_of("nouns", "objects")
        self.that = scan.complementizers
        self.stepped = _stepped()
        self.places = sorted([*scan.triggers.openers, *scan.quotes])

    def find(self, index: int, limit: int, form: CueForm, before: list[Mention] | None = None) -> Opening | None:
        """Find what the cue at ``index`` opens before ``limit``.

        ``before`` is its subject where that is known to stand before it; ``None``: it may stand behind.
        """
        return self.read(index, limit, form, self.marker(index + 1, limit, form.verb.frames), before)

    def read(
        self, index: int, limit: int, form: CueForm, marker: Opening | None, before: list[Mention] | None = None
    ) -> Opening | None:
        """Find what the cue at ``index`` opens, where ``marker`` is already known."""
        subject = before is None
        frames = form.verb.frames
        group, end = self._subject(index, marker, limit, frames) if subject else ([], index + 1)
        if marker and marker.how == "quote" and self._names(marker.marker, group, end):
            marker = self.marker((self.scan.quotes[marker.marker].closer or 0) + 1, limit, frames)
            group, end = self._subject(index, marker, limit, frames)
        if marker and marker.how == "quote" and marker.marker - end > 1 and self._scare(marker.marker):
            marker = None
        stop = marker.marker if marker else limit
        noun = self._noun(end, stop, form, group or before or [], subject)
        found = self._stronger(noun, marker, frames, end)
        if found is None or not self._fits(found, frames, end):
            return None
        return Opening(found.how, found.marker, found.content, found.skip, found.marker - end, tuple(group))

    def _subject(
        self, index: int, marker: Opening | None, limit: int, frames: frozenset[str]
    ) -> tuple[list[Mention], int]:
        """Read the subject behind the verb, up to what opens the content."""
        stop = marker.marker if marker else limit
        return self.subjects.behind(index + 1, stop, bool(frames & {"object", "shows"}))

    def _names(self, here: int, group: list[Mention], end: int) -> bool:
        """Tell whether a quotation of a word or three behind an institution is its name (وكالة "سانا")."""
        quote = self.scan.quotes[here]
        if not group or end != here or group[-1].kind not in {"institution", "document"} or quote.closer is None:
            return False
        after, size = quote.closer + 1, quote.stop - quote.start
        if size > 3 or after >= len(self.norms) or self.norms[after] == ".":
            return False
        return size == 1 or not self.scan.is_mark(after)

    def _stronger(
        self, noun: Opening | None, marker: Opening | None, frames: frozenset[str], end: int
    ) -> Opening | None:
        """Choose between a noun phrase and a clause: an object must look like one, a fused ب stand at once."""
        if noun is None or marker is None or marker.how != "clause":
            return noun or marker
        if "object" in frames and noun.content == noun.marker and not noun.skip:
            return noun if self.subjects.reader.shapes.object(noun.content) else marker
        return marker if noun.skip and noun.marker > end and "clause" in frames else noun

    def _fits(self, opening: Opening, frames: frozenset[str], end: int) -> bool:
        """Tell whether a verb takes this kind of content."""
        if opening.how == "clause":
            return "clause" in frames or ("finding" in frames and self.norms[opening.marker].startswith("ب"))
        if opening.how == "object":
            return True
        if "quoted" in frames and "quote" not in frames:
            quote = self.scan.quotes.get(opening.marker)
            return quote is not None and opening.marker - end <= 1 and quote.stop - quote.start > 2
        return "quote" in frames

    # -- marked ----------------------------------------------------------------------------------------------------

    def marker(self, start: int, limit: int, frames: frozenset[str]) -> Opening | None:
        """Find the complementizer, colon or quotation that opens the content."""
        places, behind = self.places, start
        for at in range(bisect_left(places, start), len(places)):
            here = places[at]
            if here >= limit:
                break
            if here < behind:
                continue
            quote = self.scan.quotes.get(here)
            if quote is None:
                colon = self.norms[here] == ":"
                if colon or not self._subordinate(here, frames):
                    how: Opens = "colon" if colon else "clause"
                    return self._told(here, frames) or Opening(how, here, self.content_start(here + 1))
            elif quote.start < quote.stop:
                if not self._phrased(here, start, frames) and not self._is_name(quote, start, limit):
                    return Opening("quote", here, self.content_start(here))
                behind = (quote.closer or here) + 1
        return None

    def _told(self, here: int, frames: frozenset[str]) -> Opening | None:
        """A medium's content begins with its source's own cue: نقلت الوكالة عن فلان [قوله إن …]."""
        before = self.scan.cues.get(here - 1)
        if "told" not in frames or before is None or not any(form.shape == "masdar" for form in before[1]):
            return None
        return Opening("object", here - 1, here - 1)

    def _subordinate(self, here: int, frames: frozenset[str]) -> bool:
        """Tell whether أن belongs to the word before it (قبل أن، يمكن أن), not to the verb of saying."""
        if not self.norms[here].startswith("ا"):
            return False
        before = self.norms[here - 1]
        if before in {"الي", "علي", "من"}:
            return before not in frames
        return before in words_of("clause", "not_complement")

    def content_start(self, here: int) -> int:
        """Step over an opening mark, a complementizer inside it, and a comma."""
        for _ in range(4):
            if here >= len(self.norms) or not (self.norms[here] in self.stepped or here in self.scan.quotes):
                break
            here += 1
        return here

    def _phrased(self, here: int, start: int, frames: frozenset[str]) -> bool:
        """Tell whether a quotation stands behind a preposition, as a part of a phrase (بـ"قضايا احتيال")."""
        before = self.norms[here - 1]
        if "quoted" in frames:
            return False
        if here > start and infos[self.words[here - 1]].particle:
            return True
        return here > start and ((len(before) == 1 and before in "بلو") or self.scan.preposition(here - 1) != "")

    def _scare(self, here: int) -> bool:
        """Tell whether a few quoted words are a part of their clause, which goes on behind them."""
        quote = self.scan.quotes[here]
        if quote.closer is None or quote.stop - quote.start > 6 or quote.closer + 1 >= len(self.norms):
            return False
        after = quote.closer + 1
        return not self.scan.is_mark(after) and after not in self.scan.cues and after < self.scan.sentence(here)[1]

    def _is_name(self, quote: Quotation, start: int, limit: int) -> bool:
        """Tell whether a short quotation is a name in the subject (صحيفة "س" أن), since the content opens later."""
        if quote.closer is None or quote.stop - quote.start > 6:
            return False
        if quote.opener == start:
            after = quote.closer + 1
            if after >= limit or quote.stop - quote.start > 4:
                return False
            return not self.scan.is_mark(after) or self.norms[after] == ":"
        following = range(quote.closer + 1, min(limit, quote.closer + _NAME_AHEAD))
        if any(self.norms[k] in self.that or self.norms[k] == ":" for k in following):
            return True
        return infos[self.words[quote.opener - 1]].head in {"institution", "document"} and quote.closer + 1 < limit

    def nominal(self, index: int, limit: int, form: CueForm) -> bool:
        """Tell whether a noun phrase behind a cue may be its content: as its object, or behind a preposition."""
        if form.verb.frames & {"object", "shows"}:
            return True
        wanted = form.verb.prepositions
        if not wanted:
            return False
        norms = self.norms[index + 1 : limit]
        return not wanted.isdisjoint(norms) or not wanted.isdisjoint([norm[0] for norm in norms])

    # -- noun phrases ------------------------------------------------------------------------------------------------

    def _noun(self, end: int, stop: int, form: CueForm, group: list[Mention], subject: bool) -> Opening | None:
        """Find a content without أن: as the verb's object, or behind one of its prepositions."""
        frames = form.verb.frames
        if frames & {"object", "shows"}:
            found = None if "person" in frames else self._object(end, stop, form, group, subject)
            found = found or ("person" in frames and self._later_object(end - 1, stop)) or None
            if found is not None:
                return found
        wanted = form.verb.prepositions
        for here in range(end, stop if wanted else end):
            norm = self.norms[here]
            if norm[0] not in wanted and norm not in wanted:
                continue
            if self.scan.preposition(here) in wanted and here + 1 < stop and not self._adverbial(here + 1):
                if self.norms[here + 1] in self.that:
                    return None
                return Opening("object", here, self.content_start(here + 1))
            if self._fused(here, wanted, end):
                return Opening("object", here, here, self._letters(here))
        return None

    def _object(self, end: int, stop: int, form: CueForm, group: list[Mention], subject: bool) -> Opening | None:
        """Find the direct object at ``end``, a comma or an adverbial before it stepped over."""
        here = end
        while here < stop and (
            self.norms[here] in COMMAS or self.norms[here] in tables()["single"] or self._occasion(here)
        ):
            here = self.subjects.skip_adverbial(here, stop)
        if here >= stop or here in self.scan.quotes or self.scan.is_mark(here):
            return None
        adverbial = infos[self.words[here]].adverb or self.subjects.reader.shapes.fused(here)
        shaped = self.subjects.reader.shapes.object(here)
        if adverbial or (not shaped and here > end):
            return self._later_object(here, stop)
        shown = "shows" not in form.verb.frames or (group and group[-1].kind == "document")
        single = here + 1 >= stop or infos[self.words[here + 1]].adverb
        if not shown or ("long" in form.verb.frames and single):
            return None
        if shaped or (here == end and (group or not subject) and not self.norms[here].startswith("و")):
            return Opening("object", here, here)
        return None

    def _later_object(self, here: int, stop: int) -> Opening | None:
        """Find a listed object behind an adverbial (أكد الوزير في كلمته أهمية)."""
        for index in range(here + 1, min(stop, here + 12)):
            if infos[self.words[index - 1]].adverb or infos[self.words[index]].joined:
                continue
            free = infos[self.words[index - 1]].definite or self.norms[index - 1] in COMMAS
            shaped = free and self.subjects.reader.shapes.object(index)
            if shaped or self.norms[index] in self.objects:
                return Opening("object", index, index)
        return None

    def _occasion(self, here: int) -> bool:
        return (
            infos[self.words[here]].adverb
            and here + 1 < len(self.norms)
            and infos[self.words[here + 1]].core in tables()["occasions"]
        )

    def _adverbial(self, index: int) -> bool:
        nouns = words_of("clause", "adverbial_nouns")
        return self.norms[index] in nouns or infos[self.words[index]].core in nouns

    def _fused(self, here: int, wanted: frozenset[str], end: int) -> str:
        """Return the fused preposition that opens a content at ``here`` (بالجهود، بوقف), or an empty string."""
        norm = self.norms[here]
        letter = norm[0]
        if letter not in wanted or len(norm) < 4 or norm in self.that or norm in tables()["not_fused"]:
            return ""
        if letter == "ل" and here > end + 1:
            return ""
        if infos[self.words[here]].adverb or norm in tables()["fused_names"] or here in self.spans:
            return ""
        return letter

    def _letters(self, here: int) -> int:
        """The characters of a fused ب or ل, which are no part of the content (the ل of للحذر is)."""
        return 0 if self.norms[here].startswith("لل") else proclitic_length(self.scan.words[here])
