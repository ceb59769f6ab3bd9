"""What every report shows of a finding: its two passages, with the part that differs marked. Nothing is judged."""

from attrs import frozen

from claimcheck.model.claims import Document
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence, Finding, Report, Row, Verdict

_LONGEST = 480  # characters of a passage that a reader is shown; longer ones are cut around the marked part
_HEADLINE = 120  # characters of a first line that may be a headline
_AROUND = 140  # characters shown on both sides of a place that no claim covers


@frozen
class Piece:
    """A stretch of a passage; ``marked`` where it is the part that differs."""

    text: str
    marked: bool = False


Passage = tuple[Piece, ...]


@frozen(kw_only=True)
class Card:
    """One finding as a reader sees it: both passages, and the reference's document (``None``: the text itself)."""

    number: int
    finding: Finding
    verdict: Verdict | None
    claim: Passage
    other: Passage
    document: Document | None = None

    @property
    def internal(self) -> bool:
        """Tell whether both passages stand in the checked text."""
        return self.finding.scope == "internal"


def _window(text: str, span: Span, mark: Span | None) -> Span:
    """Cut a long passage down around its marked part."""
    if span.end - span.start <= _LONGEST:
        return span
    centre = mark.start if mark is not None else span.start
    start = max(span.start, centre - _LONGEST // 2)
    if start > span.start:
        start = text.find(" ", start, centre) + 1 or start
    end = min(span.end, start + _LONGEST)
    if end < span.end:
        cut = text.rfind(" ", max(start, mark.end if mark is not None else start), end)
        end = cut if cut > start else end
    return Span(start, max(end, min(mark.end, span.end)) if mark is not None else end)


def passage(text: str, span: Span, mark: Span | None = None) -> Passage:
    """Return the part of ``text`` that ``span`` covers, with ``mark`` in a piece of its own; ``…`` stands for a cut.

    >>> [piece.text for piece in passage("قتل 15 شخصاً", Span(0, 12), Span(4, 6))]
    ['قتل ', '15', ' شخصاً']
    """
    shown = _window(text, span, mark)
    pieces = []
    if shown.start > span.start:
        pieces.append(Piece("… "))
    if mark is not None and mark.overlaps(shown):
        first, last = max(mark.start, shown.start), min(mark.end, shown.end)
        cuts = (Span(shown.start, first), Span(first, last), Span(last, shown.end))
        pieces += [Piece(part.of(text), i == 1) for i, part in enumerate(cuts) if part.end > part.start]
    else:
        pieces.append(Piece(shown.of(text)))
    if shown.end < span.end:
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _context(report: Report, place: Span) -> Span:
    """Return the shortest claim around a place of the text; without one, the words on both sides of it."""
    covering = [c.span for c in report.extraction.claims if c.span is not None and c.span.covers(place)]
    if covering:
        return min(covering, key=lambda span: span.end - span.start)
    text = report.extraction.text
    start, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    start = text.find(" ", start, place.start) + 1 or start if start else 0
    cut = text.rfind(" ", place.end, end) if end < len(text) else end
    return Span(start, cut if cut >= place.end else end)


def _claim_passage(report: Report, finding: Finding, verdict: Verdict | None) -> Passage:
    span, mark = verdict.claim_span if verdict else None, finding.claim_span
    if mark is not None and (span is None or not span.covers(mark)):
        span = _context(report, mark)
    if span is not None:
        return passage(report.extraction.text, span, mark)
    return (Piece((verdict.claim if verdict else None) or ""),)


def _evidence_passage(evidence: Evidence | None, finding: Finding) -> Passage:
    if evidence is None or evidence.text is None:
        return (Piece(finding.expected or "", True),)
    return passage(evidence.text, Span(0, len(evidence.text)), finding.evidence_span)


def cards(report: Report) -> list[Card]:
    """Return the findings of a report in its order, each with its two passages."""
    found = []
    for number, finding in enumerate(report.findings, 1):
        known = finding.claim is not None and finding.claim < len(report.verdicts)
        verdict = report.verdicts[finding.claim] if known and finding.claim is not None else None
        evidence = None
        if verdict is not None and finding.evidence is not None and finding.evidence < len(verdict.evidence):
            evidence = verdict.evidence[finding.evidence]
        if finding.scope == "internal" and finding.other_span is not None:
            other = passage(report.extraction.text, _context(report, finding.other_span), finding.other_span)
        else:
            other = _evidence_passage(evidence, finding)
        found.append(
            Card(
                number=number,
                finding=finding,
                verdict=verdict,
                claim=_claim_passage(report, finding, verdict),
                other=other,
                document=evidence.document if evidence else None,
            )
        )
    return found


def title_of(document: Document, name: str) -> str:
    """Return what a text is called: its title, else its first line where that looks like one, else ``name``."""
    if document.title:
        return document.title
    first, _, rest = document.text.strip().partition("\n")
    return first.strip() if rest.strip() and len(first) <= _HEADLINE else name


def sides_of(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is shown of a row, claim and evidence: of a clause its predicate, for its parts have own rows."""
    if row.part != "predicate":
        return row.claim_texts, row.evidence_texts
    claim = (row.found,) if row.found and row.claim_texts else row.claim_texts
    return claim, (row.expected,) if row.expected and row.evidence_texts else row.evidence_texts


def counts(report: Report) -> dict[str, int]:
    """Count the claims by label, and the findings by scope.

    The keys are ``claims``, the three labels, ``findings`` and ``internal``.
    """
    labels = [verdict.label for verdict in report.verdicts]
    return {
        "claims": len(labels),
        **{label: labels.count(label) for label in ("supported", "refuted", "not_enough_info")},
        "findings": len(report.findings),
        "internal": sum(finding.scope == "internal" for finding in report.findings),
    }


def failed(report: Report) -> bool:
    """Tell whether something is refuted or the text contradicts itself: what exit status 1 stands for."""
    return bool(report.findings) or any(verdict.label == "refuted" for verdict in report.verdicts)
