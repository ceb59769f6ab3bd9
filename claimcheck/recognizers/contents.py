"""What is said: where the content of a report ends.

A report's content runs to the end of its quotation or of its sentence, and stops before the next cue that opens a report
beside it. Ends are looked up in sorted lists, so bounding all contents is linear.
"""

from bisect import bisect_left, bisect_right

from claimcheck.lexicon import forms, load
from claimcheck.model.spans import Span
from claimcheck.recognizers.reports import Report, conjunction_length
from claimcheck.text.quotes import Quotation
from claimcheck.text.tokens import Tokens

_TRIM = frozenset({"،", ",", "؛", ";", ".", ":", "-", "–", "!", "؟", "?", "…", "/", "("})


class ContentFinder:
    """Bounds the contents of the reports of one text."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: list[tuple[int, int]],
        quotations: list[Quotation],
        reports: list[Report],
    ) -> None:
        """Collect the places at which a content may end."""
        self.tokens = tokens
        self.norms = tokens.norms
        self.sentences = sentences
        self.starts = [first for first, _ in sentences]
        self.quotes = sorted(quotations, key=lambda q: q.opener)
        self.openers = [q.opener for q in self.quotes]
        self.closer_of = {q.closer: q for q in quotations if q.closer is not None}
        self.by_opener = {q.opener: q for q in quotations}
        enders = forms(load("cues")["content"]["enders"])
        stops = {report.begin for report in reports if self._separates(report)}
        stops |= {i for i, norm in enumerate(self.norms) if norm in enders or norm.removeprefix("و") in enders}
        self.stops = sorted(stops)

    def _separates(self, report: Report) -> bool:
        """Tell whether a report ends the content of the one before it."""
        if report.kind in {"participle", "source"}:
            return report.kind == "participle" or report.opens == "around"
        if report.kind == "verb":
            before = self.norms[report.begin - 1] if report.begin else ""
            return report.prefix.startswith(("و", "ف")) or before in {"كما", "فيما", "لكن", "ولكن", "بينما", "وكان", "وكانت"}
        return False

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
                return self._span(quote.start if start <= quote.start else start, quote.stop, keep=True)
            stop = self._end(quote.closer + 1 if quote.closer is not None else quote.stop)
            return self._span(quote.opener, stop)
        return self._span(start, self._end(start))

    def _quote_at(self, start: int) -> Quotation | None:
        """Return the quotation that opens just before ``start``."""
        for opener in (start - 1, start - 2, start):
            quote = self.by_opener.get(opener)
            if quote is not None and quote.start <= start < quote.stop:
                return quote
        return None

    def _ends_with(self, quote: Quotation) -> bool:
        """Tell whether nothing of the same clause follows a quotation."""
        if quote.closer is None:
            return True
        after = quote.closer + 1
        if after >= len(self.norms) or after in self._line_or_sentence(quote.closer):
            return True
        return self.tokens.words[after].shape == "mark" or after in set(self.stops[bisect_left(self.stops, after) :][:1])

    def _line_or_sentence(self, index: int) -> set[int]:
        return {self._sentence(index)[1]}

    def _sentence(self, index: int) -> tuple[int, int]:
        return self.sentences[max(0, bisect_right(self.starts, index) - 1)]

    def _end(self, start: int) -> int:
        """Return the token at which the clause that holds ``start`` ends as a content."""
        here = start
        for _ in range(40):
            stop = self._sentence(here)[1] if here < len(self.norms) else len(self.norms)
            at = bisect_right(self.stops, here)
            if at < len(self.stops) and self.stops[at] < stop:
                stop = self.stops[at]
            inside = self._open_quote(start, stop)
            if inside is None or inside.closer is None:
                return stop
            here = inside.closer
        return stop

    def _open_quote(self, start: int, stop: int) -> Quotation | None:
        """Return a quotation opened at or behind ``start`` that is still open at ``stop``."""
        at = bisect_left(self.openers, stop)
        for quote in reversed(self.quotes[max(0, at - 3) : at]):
            if quote.opener >= start and quote.closer is not None and quote.closer >= stop:
                return quote
        return None

    def _before(self, report: Report) -> Span | None:
        """What stands before its cue: the quotation, or the sentence up to it."""
        if report.content is not None:
            quote = self.by_opener.get(report.content - 1)
            return self._span(quote.start, quote.stop, keep=True) if quote else None
        first, _ = self._sentence(report.begin)
        if first >= report.begin - 1:
            first, _ = self._sentence(max(0, first - 1))
        return self._span(first, report.begin)

    def _around(self, report: Report) -> Span | None:
        """The clause in which a source stands, cue included where the clause goes on behind it."""
        first, end = self._sentence(report.begin)
        after = report.stop
        commas = {"،", ",", "؛"}
        goes_on = after < end and self.tokens.words[after].shape != "mark" and self.norms[after - 1] not in commas
        if goes_on:
            stop = self._end(after)
            return self._span(first, stop)
        return self._span(first, report.begin)

    def _span(self, start: int, stop: int, keep: bool = False) -> Span | None:
        """Trim marks, unpaired quotation marks and a conjunction off both ends."""
        norms, words = self.norms, self.tokens.words
        while start < stop and (norms[start] in _TRIM or self._stray(start, start, stop)):
            start += 1
        while stop > start and not keep and (norms[stop - 1] in _TRIM or self._stray(stop - 1, start, stop)):
            stop -= 1
        while stop > start and norms[stop - 1] in {"و", "كما", "فيما", "بينما", "وقد", "وكان", "وكانت", "لكن", "ولكن"}:
            stop -= 1
            while stop > start and norms[stop - 1] in _TRIM:
                stop -= 1
        if start >= stop:
            return None
        span = self.tokens.span(start, stop)
        word = words[start]
        if word.norm.startswith(("و", "ف")) and any(p in {"و", "ف"} and c in _PLAIN for p, c in word.analyses):
            return Span(span.start + conjunction_length(word, word.norm[0]), span.end)
        return span

    def _stray(self, index: int, start: int, stop: int) -> bool:
        """Tell whether a quotation mark has its partner outside the content."""
        quote = self.by_opener.get(index) or self.closer_of.get(index)
        if quote is not None:
            return not (quote.opener >= start and quote.closer is not None and quote.closer < stop)
        return self.norms[index] in {'"', "»", "«", "”", "“"}


_PLAIN = forms("كان كانت خلال في من قال قالت كشف أعلن")
