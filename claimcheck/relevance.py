"""Is a passage that retrieval found about what the claim tells? One clause alone says little about its event.

A clause of an article stands in its surroundings (the clauses around it and the title), and so does what was found.
They are of one story if one's surroundings have enough of the other's words, weighted by rarity, the clause itself
brings some rare words of its own, and their documents, if both have names, have some part of a name in common. What is
told days apart is of one story only if it says nothing of "today".
"""

from collections.abc import Sequence
from datetime import date

from claimcheck.comparison.instances import SLOT_CODES
from claimcheck.comparison.overlap import Bag, Weight
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Side
from claimcheck.model.verdicts import Row
from claimcheck.verification import Outcome


def unlike(claim: Side, evidence: Side, weight: Weight, rarest: float, shared: float, settings: Settings) -> str | None:
    """Return why a retrieved passage is not about the claim, or ``None`` where it is.

    ``rarest`` is the weight of a word that the corpus does not have; ``shared`` what claim and passage have in common.
    """
    words = sum(weight(stem) * evidence.bag.best(stem) for stem in claim.bag.stems)
    if words < settings.story_words * rarest:
        return "common words only"
    around = Bag(claim.context)
    common = max(evidence.wide_bag.coverage(around, weight), claim.wide_bag.coverage(evidence.bag, weight))
    if common < settings.story:
        return "another story"
    if claim.context_names and evidence.context_names and claim.context_names.isdisjoint(evidence.context_names):
        return "no name in common"
    if _days_apart(claim, evidence) > settings.story_days and (shared < settings.story_far or _is_of_the_day(claim)):
        return "another day's report"
    return None


def unanchored(rows: Sequence[Row], conflicts: Sequence[Row]) -> str | None:
    """Return why another date, place or person alone contradicts nothing, or ``None`` where something ties the two.

    A corpus of news has every ceremony in every town. It takes a figure or a date that agrees, or two names, to know
    that both tell of one.
    """
    if not conflicts or any(row.code not in SLOT_CODES for row in conflicts):
        return None
    agreed = [row.part for row in rows if row.outcome == "agree" and row.claim_texts and row.evidence_texts]
    anchored = "quantity" in agreed or "time" in agreed or agreed.count("name") >= 2
    return None if anchored else "nothing but words in common with another day, place or person"


def settled(outcomes: Sequence[Outcome], claim: Side, settings: Settings) -> list[Outcome]:
    """Leave out what refutes a claim that a nearer passage supports, or by a measure that changes from day to day.

    Passages that are not of the claim's day and give different values for the same words measure something that varies.
    """
    supporting = max((o.judgement.shared for o in outcomes if o.judgement.label == "supported"), default=-1.0)
    kept = [o for o in outcomes if o.judgement.label == "supported" or o.judgement.shared > supporting]
    far = [o for o in kept if o.judgement.conflicts and _days_apart(claim, o.source.side) > settings.story_days]
    values = {(row.claim_spans, row.expected) for o in far for row in o.judgement.conflicts}
    varying = {spans for spans, _ in values if len([1 for other, _ in values if other == spans]) > 1}
    return [o for o in kept if o not in far or not any(row.claim_spans in varying for row in o.judgement.conflicts)]


def _days_apart(claim: Side, evidence: Side) -> int:
    """Return the days between two publications, 0 where either is unknown."""
    first, second = claim.extraction.document.published, evidence.extraction.document.published
    return abs((first - second).days) if isinstance(first, date) and isinstance(second, date) else 0


def _is_of_the_day(side: Side) -> bool:
    """Tell whether a claim is dated by the day of its report (أمس، الخميس، الساعة العاشرة)."""
    return any(moment.time.relative and len(moment.time.value) >= len("2020-01-01") for moment in side.moments)
