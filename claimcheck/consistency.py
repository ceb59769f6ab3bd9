"""An article against itself: two places of one text that cannot both be right."""

from claimcheck.model.claims import Extraction
from claimcheck.model.mentions import TimeExpression
from claimcheck.model.verdicts import Finding
from claimcheck.reports.messages import messages


def internal_findings(extraction: Extraction) -> list[Finding]:
    """Return the inconsistencies inside one article, in text order.

    Dates: two expressions that no single day of writing satisfies (الأمس الإثنين beside اليوم الإثنين).
    """
    from claimcheck.recognizers.anchors import anchor_conflicts

    return [_date_finding(first, second) for first, second in anchor_conflicts(extraction.times)]


def _date_finding(first: TimeExpression, second: TimeExpression) -> Finding:
    english, arabic = messages("date", first.text, second.text, scope="internal")
    return Finding(
        code="date",
        message=english,
        message_ar=arabic,
        claim_span=second.span,
        other_span=first.span,
        expected=first.text,
        found=second.text,
        level="no single day of writing satisfies both",
        scope="internal",
    )
