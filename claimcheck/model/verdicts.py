"""The outcome of a comparison: rows of the alignment, findings, evidence, verdicts and reports."""

from typing import Literal

from attrs import frozen

from claimcheck.model.claims import Document, Extraction
from claimcheck.model.spans import Span

Label = Literal["supported", "refuted", "not_enough_info"]
Outcome = Literal["agree", "conflict", "unmatched", "slot", "null"]


@frozen(kw_only=True)
class Row:
    """One line of an alignment: parts of the claim beside parts of the evidence, and the level that decided.

    ``part`` is the kind of the part (quantity, time, name, source, quote, predicate, polarity, ...); an empty side is
    a left-over of the other. ``level`` is the label of the first comparison level that was true; ``code`` is the code
    of the finding where ``outcome`` is ``conflict``.
    """

    part: str
    outcome: Outcome
    level: str
    claim_texts: tuple[str, ...] = ()
    claim_spans: tuple[Span, ...] = ()
    evidence_texts: tuple[str, ...] = ()
    evidence_spans: tuple[Span, ...] = ()
    code: str | None = None
    expected: str | None = None
    found: str | None = None
    evidence: int | None = None


@frozen(kw_only=True)
class Finding:
    """One inconsistency. ``expected`` is the reference's, ``found`` the claim's; ``evidence`` a position in the list.

    ``scope`` is ``internal`` for two places of one document: ``evidence`` is ``None`` then and ``other_span`` points
    to the second place. In a report ``claim`` is the position of the verdict that the finding belongs to.
    """

    code: str
    message: str
    message_ar: str
    claim_span: Span | None = None
    evidence: int | None = None
    evidence_span: Span | None = None
    expected: str | None = None
    found: str | None = None
    level: str | None = None
    scope: Literal["corpus", "internal"] = "corpus"
    other_span: Span | None = None
    claim: int | None = None


@frozen(kw_only=True)
class Evidence:
    """A passage of a reference: its text, its ``span`` in the document, and how well it answers the claim."""

    text: str | None
    score: float
    span: Span | None = None
    document: Document | None = None


@frozen(kw_only=True)
class Verdict:
    """The label of one claim with the alignment that it follows from. ``claim`` is the claim's text."""

    label: Label
    score: float
    findings: tuple[Finding, ...] = ()
    rows: tuple[Row, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claim: str | None = None
    claim_span: Span | None = None
    claim_index: int | None = None

    def explain(self) -> str:
        """Print the alignment as text: every part of both sides once, with the level that decided."""
        from claimcheck.reports.explanation import explain_verdict

        return explain_verdict(self)


@frozen(kw_only=True)
class Report:
    """All that a document was checked for: its extraction, one verdict a claim, and the findings in text order."""

    extraction: Extraction
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
