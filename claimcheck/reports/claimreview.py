"""Verdicts as schema.org ClaimReview in JSON-LD, the form in which fact checks are published on the web.

Claims that were supported or refuted become reviews; one with too little information is no review. The rating goes from
1 (refuted) to 5 (supported). Vocabulary: https://schema.org/ClaimReview.
"""

from collections.abc import Sequence
from typing import Any

from claimcheck.model.claims import Document
from claimcheck.model.codec import json_text
from claimcheck.model.verdicts import Evidence, Report, Verdict
from claimcheck.reports.formats import Checked
from claimcheck.reports.messages import Language
from claimcheck.reports.places import address
from claimcheck.reports.text import labels

_RATING = {"refuted": 1, "supported": 5}


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _work(document: Document) -> dict[str, Any]:
    return _without_none(
        {
            "@type": "CreativeWork",
            "identifier": document.id,
            "headline": document.title,
            "url": document.url,
            "datePublished": document.published.isoformat()[:10] if document.published else None,
            "publisher": {"@type": "Organization", "name": document.source} if document.source else None,
        }
    )


def _citation(evidence: Evidence) -> dict[str, Any]:
    work = _work(evidence.document) if evidence.document else {"@type": "CreativeWork"}
    return _without_none({**work, "text": evidence.text})


def _speaker(report: Report, verdict: Verdict) -> dict[str, Any] | None:
    """Return who says it: the speaker of the claim, else the paper that it stands in."""
    claim = report.extraction.claims[verdict.claim_index] if verdict.claim_index is not None else None
    if claim is not None and claim.attribution is not None:
        names = report.extraction.attributions[claim.attribution].source.names
        return {"@type": "Person", "name": "، ".join(names)}
    source = report.extraction.document.source
    return {"@type": "Organization", "name": source} if source else None


def _review(checked: Checked, verdict: Verdict, language: Language) -> dict[str, Any]:
    document = checked.report.extraction.document
    sentences = [f.message_ar if language == "ar" else f.message for f in verdict.findings]
    cited = {finding.evidence for finding in verdict.findings} or {0}
    return _without_none(
        {
            "@type": "ClaimReview",
            "url": document.url or address(checked.name),
            "claimReviewed": verdict.claim,
            "inLanguage": language,
            "author": {"@type": "Organization", "name": "claimcheck"},
            "itemReviewed": _without_none(
                {
                    "@type": "Claim",
                    "inLanguage": "ar",
                    "text": verdict.claim,
                    "author": _speaker(checked.report, verdict),
                    "appearance": _work(document),
                }
            ),
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": _RATING[verdict.label],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": labels(language)[verdict.label],
            },
            "reviewBody": " ".join(sentences),
            "citation": [_citation(evidence) for i, evidence in enumerate(verdict.evidence) if i in cited],
        }
    )


def render(checked: Sequence[Checked], language: Language = "en") -> str:
    """Write the verdicts of all texts as one JSON-LD graph."""
    graph = [
        _review(one, verdict, language)
        for one in checked
        for verdict in one.report.verdicts
        if verdict.label in _RATING and verdict.claim
    ]
    return json_text({"@context": "https://schema.org", "@graph": graph}, indent=2) + "\n"
