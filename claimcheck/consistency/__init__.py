"""An article against itself: two places of one text that cannot both be right.

A rule a module: dates, totals and parts, shares of one whole, ages, lengths of periods, the title, and figures told
twice. All of them stay silent where a second reading is possible: most articles are consistent.
"""

from claimcheck.model.claims import Extraction
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Finding

__all__ = ["internal_findings"]


def internal_findings(extraction: Extraction) -> list[Finding]:
    """Return the inconsistencies inside one article, in text order.

    ``claim_span`` is the later of the two places and ``other_span`` the earlier one; it is ``None`` where a single
    place is wrong by itself (a weekday and its date), or where the other one is the title.

    >>> from claimcheck import extract
    >>> [(f.code, f.found, f.expected) for f in internal_findings(extract("قتل 12 شخصاً بينهم 15 جندياً."))]
    [('value', '15 جندياً', '12 شخصاً')]
    """
    from claimcheck.consistency.ages import age_findings
    from claimcheck.consistency.article import Article
    from claimcheck.consistency.dates import date_findings
    from claimcheck.consistency.headline import title_findings
    from claimcheck.consistency.parts import part_findings
    from claimcheck.consistency.periods import period_findings
    from claimcheck.consistency.repeats import repeat_findings
    from claimcheck.consistency.shares import share_findings

    article = Article(extraction)
    rules = (
        date_findings,
        part_findings,
        share_findings,
        age_findings,
        period_findings,
        title_findings,
        repeat_findings,
    )
    return sorted((finding for rule in rules for finding in rule(article)), key=_place)


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.claim_span or Span(0, 0), finding.code
