"""Who said what: cues with their speakers and what they say, from one pass over the cue words of a text.

``reports`` finds the cues that really report; ``contents`` bounds what each says; ``speakers_document`` tells whom a
speaker's phrase means in this document. Here the three are put together.
"""

from claimcheck.model.mentions import Attribution, Content, Cue, Form, Name, Source
from claimcheck.model.spans import Span
from claimcheck.recognizers.contents import ContentFinder
from claimcheck.recognizers.reports import Report, ReportFinder
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.speakers_document import Cast
from claimcheck.text.quotes import Quotation
from claimcheck.text.tokens import Tokens


def recognize_attributions(
    tokens: Tokens, sentences: list[tuple[int, int]], quotations: list[Quotation], names: list[Name]
) -> list[Attribution]:
    """Return who said what, in text order.

    ``sentences`` and ``quotations`` are token ranges of the same text, ``names`` its names, if they are known.
    """
    reports = ReportFinder(tokens, sentences, quotations).find()
    if not reports:
        return []
    contents = ContentFinder(tokens, sentences, quotations, reports)
    cast = Cast(tokens, reports, names)
    found = []
    for report in reports:
        bounds = contents.of(report)
        if bounds is None:
            continue
        found.append(_attribution(tokens, quotations, report, bounds, cast))
    found.sort(key=lambda a: (a.cue.span.start, a.content.span.start))
    return found


def _attribution(
    tokens: Tokens, quotations: list[Quotation], report: Report, bounds: Span, cast: Cast
) -> Attribution:
    """Put one record together."""
    names, mentions = cast.speakers(report)
    source = _source(tokens, names, mentions)
    cue = tokens.span(report.cue_first, report.cue_stop)
    prefix = _proclitics(tokens, report)
    cue = Span(cue.start + prefix, cue.end)
    quotes = tuple(
        tokens.span(q.start, q.stop)
        for q in quotations
        if q.start < q.stop and bounds.covers(tokens.span(q.start, q.stop))
    )
    spans = [cue, bounds, *([source.span] if source.span else [])]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    text = tokens.text
    return Attribution(
        source=source,
        cue=Cue(text=cue.of(text), span=cue, polarity=report.polarity, lemma=report.lemma),
        content=Content(text=bounds.of(text), span=bounds),
        form=_form(bounds, quotes),
        span=whole,
        text=whole.of(text),
        quotes=quotes,
    )


def _source(tokens: Tokens, names: tuple[str, ...], mentions: list[Mention]) -> Source:
    if not mentions:
        return Source(names=names)
    span = tokens.span(mentions[0].first, mentions[-1].stop)
    return Source(names=names, text=span.of(tokens.text), span=span)


def _form(content: Span, quotes: tuple[Span, ...]) -> Form:
    """Direct where the content is a quotation, mixed where a quotation is only a part of it."""
    if any(q.start <= content.start and q.end >= content.end - 1 for q in quotes):
        return "direct"
    return "mixed" if any(len(q.of("")) or q.end - q.start > 0 for q in quotes) else "indirect"


def _proclitics(tokens: Tokens, report: Report) -> int:
    """The number of characters of the conjunction that stands before the cue."""
    from claimcheck.recognizers.reports import conjunction_length

    return conjunction_length(tokens.words[report.cue_first], report.prefix)
