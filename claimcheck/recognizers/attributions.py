"""Who said what: cues with their speakers and what they say, from one pass over the cue words of a text.

``reports`` finds the cues that really report; ``contents`` bounds what each says; ``cast`` tells whom a speaker's
phrase means in this document. Here the three are put together.
"""

from bisect import bisect_left, bisect_right

from claimcheck.model.mentions import Attribution, Content, Cue, Form, Name, Source
from claimcheck.model.spans import Span
from claimcheck.recognizers.cast import Cast, Spoken
from claimcheck.recognizers.contents import ContentFinder
from claimcheck.recognizers.reports import Report, ReportFinder
from claimcheck.recognizers.scan import Scan, proclitic_length
from claimcheck.text.quotes import Quotation
from claimcheck.text.tokens import Tokens

_MOST_QUOTES = 64
_CONJUNCTIONS = frozenset("وف")


def recognize_attributions(
    tokens: Tokens, sentences: list[tuple[int, int]], quotations: list[Quotation], names: list[Name]
) -> list[Attribution]:
    """Return who said what, in text order.

    ``sentences`` and ``quotations`` are token ranges of the same text (``text.sentences``, ``text.quotes``); ``names``
    are its names, if they are known: without them, titles and the shape of words alone tell persons.
    """
    scan = Scan(tokens, sentences, quotations, names)
    if not scan.triggers.starts:
        return []
    finder = ReportFinder(scan)
    reports = finder.find()
    if not reports:
        return []
    contents = ContentFinder(scan, reports, finder.references)
    bounded = [(report, bounds) for report in reports if (bounds := contents.of(report)) is not None]
    bounded = _within_each_other(bounded)
    reports = [report for report, _ in bounded]
    cast = Cast(scan, reports, _nested(scan, bounded))
    found = [_attribution(scan, report, bounds, cast.speakers(i)) for i, (report, bounds) in enumerate(bounded)]
    found.sort(key=lambda attribution: (attribution.cue.span.start, attribution.content.span.start))
    return found


def _within_each_other(bounded: list[tuple[Report, Span]]) -> list[tuple[Report, Span]]:
    """Cut what reaches out of the content around it, so that of two contents one holds the other or they are apart."""
    order = sorted(range(len(bounded)), key=lambda i: (bounded[i][1].start, -bounded[i][1].end))
    around: list[int] = []
    ends = {}
    for i in order:
        span = bounded[i][1]
        while around and around[-1] <= span.start:
            around.pop()
        ends[i] = min(span.end, around[-1]) if around else span.end
        around.append(ends[i])
    return [
        (report, span if ends[i] == span.end else Span(span.start, ends[i])) for i, (report, span) in enumerate(bounded)
    ]


def _nested(scan: Scan, bounded: list[tuple[Report, Span]]) -> set[int]:
    """Return the positions of the reports whose cue lies inside what an earlier one says."""
    found = set()
    end = 0
    for position, (report, bounds) in enumerate(bounded):
        start = scan.tokens.starts[report.cue_first]
        if start < end:
            found.add(position)
        if report.opens not in {"before", "around"} and bounds.end > end:
            end = bounds.end
    return found


def _attribution(scan: Scan, report: Report, bounds: Span, spoken: Spoken) -> Attribution:
    """Put one record together."""
    text = scan.tokens.text
    source = _source(scan, spoken)
    start, end = scan.tokens.starts[report.cue_first], scan.tokens.end(report.cue_stop - 1)
    if report.prefix[:1] in _CONJUNCTIONS:
        start += proclitic_length(scan.words[report.cue_first])
    cue = Span(start, end)
    quotes = _quotes(scan, bounds)
    start, end = min(start, bounds.start), max(end, bounds.end)
    if source.span is not None:
        start, end = min(start, source.span.start), max(end, source.span.end)
    whole = Span(start, end)
    return Attribution(
        source=source,
        cue=Cue(text=text[cue.start : cue.end], span=cue, polarity=report.polarity, lemma=report.lemma),
        content=Content(text=text[bounds.start : bounds.end], span=bounds),
        form=_form(bounds, quotes),
        span=whole,
        text=text[start:end],
        quotes=quotes,
    )


def _quotes(scan: Scan, bounds: Span) -> tuple[Span, ...]:
    """Return the quotations inside a content, without their marks; the first of very many, to stay linear."""
    found: list[Span] = []
    starts, openers = scan.tokens.starts, scan.openers
    first = bisect_right(starts, bounds.start) - 1
    for at in range(bisect_left(openers, first - 2), len(openers)):
        if len(found) >= _MOST_QUOTES or starts[openers[at]] >= bounds.end:
            break
        quotation = scan.quotations[at]
        if quotation.start < quotation.stop:
            span = scan.tokens.span(quotation.start, quotation.stop)
            if span.covers(bounds):
                span = bounds
            if bounds.covers(span):
                found.append(span)
    return tuple(found)


def _source(scan: Scan, spoken: Spoken) -> Source:
    """Return the source with the phrase nearest to its cue."""
    if not spoken.mentions:
        return Source(names=spoken.names)
    span = scan.tokens.span(spoken.mentions[0].first, spoken.mentions[-1].stop)
    return Source(names=spoken.names, text=span.of(scan.text), span=span)


def _form(content: Span, quotes: tuple[Span, ...]) -> Form:
    """Direct where the content is a quotation, mixed where quotations are only a part of it."""
    if not quotes:
        return "indirect"
    return "direct" if content in quotes else "mixed"
