"""Verdicts: one claim against references, one article against a corpus and against itself.

Comparing is symmetric and lives in ``comparison``; what is not symmetric lives here: which source weighs more, and that
the claim is the side on trial.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from claimcheck.comparison.compare import compare
from claimcheck.comparison.judgement import Judgement, judge
from claimcheck.comparison.overlap import Weight, plain_weight
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.comparison.sides import Side, whole_side
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.extraction import extract
from claimcheck.model.claims import Document, Extraction
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence, Finding, Row, Verdict
from claimcheck.reports.messages import messages, spoken

Reference = str | Document | Extraction


@frozen(eq=False)
class Source:
    """A reference as one text: its side, and the passages that become evidence, each with its place in the text."""

    side: Side
    passages: tuple[tuple[Evidence, Span], ...]

    def locate(self, span: Span) -> tuple[int, Span]:
        """Return which passage a span of the text lies in, and the span inside that passage."""
        for index, (_, place) in enumerate(self.passages):
            if place.start <= span.start < max(place.end, place.start + 1):
                return index, Span(span.start - place.start, min(span.end, place.end) - place.start)
        return 0, span


def verify(
    claim: Reference,
    references: Reference | Sequence[Reference],
    published: date | None = None,
    reference_published: date | None = None,
    settings: Settings = DEFAULT,
) -> Verdict:
    """Compare a claim with references and return the verdict with its alignment.

    Strings in a sequence are consecutive passages of one report; Documents and Extractions are separate sources. A
    Document's own date wins over ``published`` and ``reference_published``.

    >>> verify("قتل 51 شخصاً في الانفجار.", "قتل 15 شخصاً في الانفجار.").label
    'refuted'
    """
    extraction = claim if isinstance(claim, Extraction) else extract(claim, published=published)
    side = whole_side(extraction)
    sources = read_sources(references, reference_published)
    outcomes = [outcome_of(side, source, settings) for source in sources]
    return combine(extraction.text, outcomes)


def read_sources(references: Reference | Sequence[Reference], published: date | None) -> list[Source]:
    """Turn the references of a call into sources, each read once."""
    if isinstance(references, str | Document | Extraction):
        references = [references]
    if not isinstance(references, Iterable):
        raise _no_reference(references)
    passages: list[str] = []
    sources: list[Source] = []
    for reference in references:
        if isinstance(reference, str):
            passages.append(reference)
        elif isinstance(reference, Document | Extraction):
            sources.append(_document_source(reference, published))
        else:
            raise _no_reference(reference)
    if passages:
        sources.insert(0, _report_source(passages, published))
    return sources


def _no_reference(given: object) -> ClaimcheckError:
    return ClaimcheckError("a reference must be a text, a Document or an Extraction", where=excerpt(repr(given)))


def _document_source(reference: Document | Extraction, published: date | None) -> Source:
    extraction = reference if isinstance(reference, Extraction) else extract(reference, published=published)
    whole = Span(0, len(extraction.text))
    known = extraction.document if extraction.document.id is not None or isinstance(reference, Document) else None
    evidence = Evidence(text=extraction.text, score=0.0, span=whole, document=known)
    return Source(whole_side(extraction), ((evidence, whole),))


def _report_source(passages: Sequence[str], published: date | None) -> Source:
    extraction = extract("\n".join(passages), published=published)
    found, start = [], 0
    for passage in passages:
        place = Span(start, start + len(passage))
        found.append((Evidence(text=passage, score=0.0, span=Span(0, len(passage))), place))
        start = place.end + 1
    return Source(whole_side(extraction), tuple(found))


@frozen(eq=False)
class Outcome:
    """What one source says of the claim."""

    source: Source
    rows: tuple[Row, ...]
    judgement: Judgement


def outcome_of(side: Side, source: Source, settings: Settings, weight: Weight = plain_weight) -> Outcome:
    """Compare one side on trial with one source and judge."""
    comparison = compare(side, source.side, settings)
    return Outcome(source, comparison.rows, judge(comparison, settings, weight))


def combine(claim: str | None, outcomes: Sequence[Outcome], claim_span: Span | None = None) -> Verdict:
    """Make one verdict of what several sources say.

    The label is that of the weightier side: each source that supports or refutes weighs by its score. The findings of
    all sources that contradict are reported, also where others support.
    """
    weights = {"supported": 0.0, "refuted": 0.0}
    for outcome in outcomes:
        if outcome.judgement.label in weights:
            weights[outcome.judgement.label] += outcome.judgement.score
    label = max(weights, key=lambda name: weights[name]) if any(weights.values()) else "not_enough_info"
    chosen = [o for o in outcomes if o.judgement.label == label]
    score = max((o.judgement.score for o in chosen), default=1.0)
    evidence: list[Evidence] = []
    findings: list[Finding] = []
    rows: list[Row] = []
    for outcome in outcomes:
        first = len(evidence)
        evidence += [evolve(e, score=round(outcome.judgement.shared, 3)) for e, _ in outcome.source.passages]
        rows += [_placed(row, outcome.source, first) for row in outcome.rows]
        rows.append(_gate_row(outcome.judgement, first))
        findings += [_finding(row, outcome.source, first) for row in outcome.judgement.conflicts]
    return Verdict(
        label=label,  # type: ignore[arg-type]
        score=score,
        findings=tuple(findings),
        rows=tuple(rows),
        evidence=tuple(evidence),
        claim=claim,
        claim_span=claim_span,
    )


def _gate_row(judgement: Judgement, first: int) -> Row:
    """Say in a row of its own whether both sides tell of one event, and what decided that."""
    same_event = judgement.label != "not_enough_info"
    level = f"{judgement.gate}, {judgement.shared:.2f} in common"
    return Row(part="event", outcome="agree" if same_event else "slot", level=level, evidence=first)


def _placed(row: Row, source: Source, first: int) -> Row:
    """Move a row's evidence spans into the passage that they lie in."""
    if not row.evidence_spans:
        return row
    index, _ = source.locate(row.evidence_spans[0])
    spans = tuple(source.locate(span)[1] for span in row.evidence_spans)
    return evolve(row, evidence_spans=spans, evidence=first + index)


def _finding(row: Row, source: Source, first: int) -> Finding:
    code = row.code or "value"
    found, expected = row.found or " ".join(row.claim_texts), row.expected or " ".join(row.evidence_texts)
    english, arabic = messages(code, *spoken(row))
    index, span = source.locate(row.evidence_spans[0]) if row.evidence_spans else (0, None)
    return Finding(
        code=code,
        message=english,
        message_ar=arabic,
        claim_span=row.claim_spans[0] if row.claim_spans else None,
        evidence=first + index,
        evidence_span=span,
        expected=expected,
        found=found,
        level=row.level,
    )
