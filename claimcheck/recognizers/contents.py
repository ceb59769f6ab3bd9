"""What is said: where the content of a report ends.

A report's content runs to the end of its quotation or of its sentence, and stops before the next cue that opens a
report beside it, and where the writer speaks again. Ends are looked up in a sorted list, so the work is linear.
"""

from bisect import bisect_left, bisect_right

from claimcheck.lexicon import forms
from claimcheck.model.spans import Span
from claimcheck.recognizers.predicates import read_verb
from claimcheck.recognizers.reports import Report
from claimcheck.recognizers.scan import Scan, proclitic_length
from claimcheck.recognizers.speakers_words import infos, is_object
from claimcheck.recognizers.triggers import COMMAS, words_of
from claimcheck.text.quotes import QUOTATION_MARKS, Quotation

_TRIM = COMMAS | frozenset({".", ":", "-", "–", "!", "؟", "?", "…", "/", "("})
_MARKS = frozenset('"»«”“')
_DANGLING = forms("و كما فيما بينما وقد وكان وكانت لكن ولكن إذ حيث وهو وهي وذلك")
_TRIMMED = _TRIM | _DANGLING
_IMPERFECT = frozenset("يتناس")  # with what an imperfect opens, the future س before it or not
_HOPS = 40
_LONGEST = 600  # tokens of a content that no quotation mark bounds, so that a text without stops stays linear


class ContentFinder:
    """Bounds the contents of the reports of one text."""

    def __init__(self, scan: Scan, reports: list[Report], references: list[int]) -> None:
        """Collect the places at which a content may end; at ``references`` a phrase refers back to the speaker."""
        self.scan = scan
        self.tokens, self.norms = scan.tokens, scan.norms
        self.quotes = scan.quotations
        self.openers = scan.openers
        self.begins = {report.begin for report in reports}
        cuts = set(references) | {self._cut(report) for report in reports if self._separates(report)}
        self.stops = sorted(cuts | self._turns({scan.sentence(report.cue_first) for report in reports}))

    def _separates(self, report: Report) -> bool:
        """Tell whether a report ends the content of the one before it."""
        if report.kind == "participle":
            return True
        if report.kind == "source":
            return report.opens == "around" and not self._goes_on(report)
        if report.kind != "verb" or not report.begin:
            return False
        before = self.norms[report.begin - 1]
        if report.prefix.startswith(("و", "ف")) or before in words_of("clause", "joiners"):
            return True
        own = report.begin == report.cue_first and report.speakers and before in COMMAS
        return bool(own) or self._cut(report) < report.begin

    def _cut(self, report: Report) -> int:
        """Where a report ends the content before it: at its begin, or at the إلا أن that leads to it."""
        begin = report.begin
        excepted = begin > 1 and self.norms[begin - 1] == "ان" and self.norms[begin - 2] in {"الا", "غير", "بيد"}
        return begin - 2 if excepted else begin

    def _turns(self, sentences: set[tuple[int, int]]) -> set[int]:
        """The places where the writer speaks again: علماً بأن, وقد and a verb, a new clause with its own subject."""
        norms, enders, commas = self.norms, self.scan.triggers.enders, self.scan.triggers.commas
        found: set[int] = set()
        for first, stop in sentences:
            found.update(enders[bisect_left(enders, first) : bisect_left(enders, stop)])
            behind = commas[bisect_left(commas, first - 1) : bisect_left(commas, stop - 1)]
            found.update([comma + 1 for comma in behind if norms[comma + 1][0] in "وك" and self._background(comma + 1)])
        return found

    def _background(self, index: int) -> bool:
        """Tell whether a word behind a comma opens a clause of background (…، ويضم المعرض، …، وقد بدأ)."""
        norm = self.norms[index]
        if len(norm) < 3 or index + 1 >= len(self.norms):
            return False
        if norm in {"كما", "وقد"}:
            return self.scan.verb(index + 1) is not None
        if (
            norm[0] != "و"
            or norm[1] not in _IMPERFECT
            or not infos[self.scan.words[index + 1]].definite
            or infos[self.scan.words[index]].head
        ):
            return False
        reading = self.scan.verb(index)
        return reading is not None and reading.tense == "imperfect" and reading.sure

    # -- one content -------------------------------------------------------------------------------------------------

    def of(self, report: Report) -> Span | None:
        """Return the span of what a report says, or ``None`` where nothing is left of it."""
        if report.opens == "before":
            return self._before(report)
        if report.opens == "around":
            return self._around(report)
        start = report.content
        if start is None or start >= len(self.norms):
            return None
        quote = self._quote_at(start)
        if quote is not None and (report.opens != "object" or quote.stop - quote.start > 2):
            if self._ends_with(quote):
                return self._span(max(start, quote.start), quote.stop, whole=True)
            return self._span(quote.opener, self._end(quote.stop if quote.closer is None else quote.closer + 1))
        return self._span(start, self._end(start), report.skip)

    def _quote_at(self, start: int) -> Quotation | None:
        """Return the quotation that opens just before ``start``."""
        for opener in (start - 1, start - 2, start) if self.quotes else ():
            quote = self.scan.quotes.get(opener)
            if quote is not None and quote.start <= start < quote.stop:
                return quote
        return None

    def _ends_with(self, quote: Quotation) -> bool:
        """Tell whether nothing of the same clause follows a quotation."""
        if quote.closer is None:
            return True
        after = quote.closer + 1
        if after >= self.scan.sentence(quote.closer)[1] or self.scan.is_mark(after):
            return True
        at = bisect_left(self.stops, after)
        return at < len(self.stops) and self.stops[at] == after

    def _end(self, start: int) -> int:
        """Return the token at which the clause that holds ``start`` ends as a content."""
        here, stop = start, len(self.norms)
        for _ in range(_HOPS):
            stop = self.scan.sentence(here)[1] if here < len(self.norms) else len(self.norms)
            at = bisect_right(self.stops, here)
            if at < len(self.stops):
                stop = min(stop, self.stops[at])
            inside = self._closed_at(stop, stop, start)
            if inside is None or inside.closer is None:
                break
            here = inside.closer
        return min(stop, start + _LONGEST)

    def _closed_at(self, before: int, until: int, first: int = 0) -> Quotation | None:
        """Return the innermost quotation opened from ``first`` to ``before``, and closed at ``until`` or later."""
        at = bisect_left(self.openers, before)
        for quote in reversed(self.quotes[max(0, at - 3) : at]):
            if quote.opener >= first and quote.closer is not None and quote.closer >= until:
                return quote
        return None

    # -- what stands before its cue ----------------------------------------------------------------------------------

    def _before(self, report: Report) -> Span | None:
        """What stands before its cue: the quotation, or the sentence up to it."""
        if report.content is not None:
            quote = self.scan.quotes.get(report.content - 1)
            return self._span(quote.start, quote.stop, whole=True) if quote else None
        first, _ = self.scan.sentence(report.begin)
        if first >= report.begin - 1:
            first, _ = self.scan.sentence(max(0, first - 1))
        return self._span(first, report.begin)

    def _goes_on(self, report: Report) -> bool:
        """Tell whether a source stands inside its clause: what it says goes on behind it."""
        after, (_, end) = report.stop, self.scan.sentence(report.begin)
        if self.norms[report.begin - 1] in COMMAS:
            after = next((k for k in range(after, min(end, after + 8)) if self.norms[k] in COMMAS), end)
            if after + 1 >= end or (infos[self.scan.words[after + 1]].adverb and not self.scan.preposition(after + 1)):
                return False
            return not self._breaks(after + 1)
        return after < end and not self.scan.is_mark(after) and not self._breaks(after)

    def _breaks(self, index: int) -> bool:
        """Tell whether a token opens something new: a conjunction, or an ender."""
        norm = self.norms[index]
        return (norm[0] == "و" and len(norm) > 2) or index in self.begins or norm in words_of("clause", "joiners")

    def _around(self, report: Report) -> Span | None:
        """The clause in which a source stands, cue included where the clause goes on behind it."""
        first = self._clause_first(report)
        if self._goes_on(report):
            return self._span(first, self._end(report.stop + 1))
        return self._span(first, report.begin)

    def _clause_first(self, report: Report) -> int:
        """The first token of the clause before a source: behind the last و with a finite verb, or the sentence's."""
        first = max(self.scan.sentence(report.begin)[0], report.begin - _LONGEST)
        inside = self._closed_at(report.begin, report.begin + 1)
        if inside is not None:
            return inside.start
        for index in range(report.begin - 3, max(first, report.begin - 80), -1):
            norm = self.norms[index]
            if norm[0] != "و" or len(norm) < 3 or self.norms[index - 1] not in COMMAS:
                continue
            reading = self.scan.verb(index)
            if reading is not None and reading.tense == "perfect" and reading.person != "3ms" and reading.sure:
                return index
        return first

    # -- trimming ------------------------------------------------------------------------------------------------------

    def _span(self, start: int, stop: int, skip: int = 0, whole: bool = False) -> Span | None:
        """Trim marks, dangling conjunctions and unpaired quotation marks off; ``whole`` keeps the last mark."""
        norms = self.norms
        while start < stop and (norms[start] in _TRIM or self._stray(start, start, stop)):
            start += 1
        if not whole:
            stop = self._trimmed(start, stop)
        if start >= stop:
            return None
        norm = norms[start]
        if not skip and not whole and norm[0] in "وف" and len(norm) > 2 and self._conjunction(start):
            skip = proclitic_length(self.scan.words[start])
        return Span(self.tokens.starts[start] + skip, self.tokens.end(stop - 1))

    def _trimmed(self, start: int, stop: int) -> int:
        """Return the end without marks and dangling conjunctions."""
        norms = self.norms
        while stop > start and (norms[stop - 1] in _TRIMMED or self._stray(stop - 1, start, stop)):
            stop -= 1
        return stop

    def _conjunction(self, index: int) -> bool:
        """Tell whether the first letter of a word is a conjunction: a verb, a particle or a head follows it."""
        norm, cue, info = self.norms[index], self.scan.cues.get(index), infos[self.scan.words[index]]
        if info.head and not info.joined:
            return False
        if is_object(norm, words_of("nouns", "objects")) or read_verb(norm) is not None:
            return False
        if info.joined or norm[1:] in _FUNCTION or read_verb(norm[1:]) is not None:
            return True
        return cue is not None and cue[0].startswith(("و", "ف"))

    def _stray(self, index: int, start: int, stop: int) -> bool:
        """Tell whether a quotation mark has its partner outside the content."""
        if self.norms[index] not in QUOTATION_MARKS:
            return False
        quote = self.scan.quotes.get(index) or self.scan.closers.get(index)
        if quote is not None:
            return not (quote.opener >= start and quote.closer is not None and quote.closer < stop)
        return self.norms[index] in _MARKS


_FUNCTION = forms("خلال في من على إلى عن بعد قبل هناك هذا هذه ليس لا ما لم كل")
