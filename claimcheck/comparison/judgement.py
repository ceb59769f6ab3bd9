"""From rows to a label: is it the same event and the same measure, and if so, does anything contradict?

A conflict counts only where both sides are about the same event. A different day, place or company together with a
different figure is another event filled into the same template, not a contradiction.
"""

from attrs import frozen

from claimcheck.comparison.compare import Comparison
from claimcheck.comparison.overlap import Weight, plain_weight
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.model.verdicts import Label, Row

# Codes of parts that tell one event from another: alone they contradict, beside other differences they separate.
SLOT_CODES = frozenset({"date", "place", "person"})
FIGURE_CODES = frozenset({"value", "unit", "duration"})
FACT_CODES = FIGURE_CODES | frozenset({"direction", "polarity", "quote", "speaker"})


@frozen(eq=False)
class Judgement:
    """The label of one claim against one source; ``conflicts`` are the rows that refute it, none otherwise.

    ``shared`` is the weighted share of the claim's words that the source has; ``gate`` says in words what decided.
    """

    label: Label
    score: float
    shared: float
    gate: str
    conflicts: tuple[Row, ...] = ()


def judge(comparison: Comparison, settings: Settings = DEFAULT, weight: Weight = plain_weight) -> Judgement:
    """Return the label that follows from the rows of a comparison."""
    shared = in_common(comparison, settings, weight)
    facts = [row for row in comparison.conflicts if row.code in FACT_CODES]
    slots = [row for row in comparison.conflicts if row.code in SLOT_CODES]
    figures = [row for row in facts if row.code in FIGURE_CODES]
    filled = [row for row in comparison.rows if row.outcome == "slot"]
    if filled and (figures or not (facts or slots)):
        return Judgement("not_enough_info", 0.7, shared, "one template filled for another instance")
    if len(figures) >= settings.template or len(slots) >= settings.template_slots:
        return Judgement("not_enough_info", 0.6, shared, "so much differs that it is another instance")
    if figures and slots:
        return Judgement("not_enough_info", 0.6, shared, "another day, place or person: another event")
    needed = settings.same_event - (settings.same_value if any(row.code == "unit" for row in facts) else 0.0)
    if facts and shared >= needed:
        return Judgement("refuted", _confidence(shared), shared, "same event, same measure", tuple(facts + slots))
    if slots and shared >= settings.same_event_slot:
        return Judgement("refuted", _confidence(shared), shared, "same event, one part differs", tuple(slots))
    if facts or slots:
        return Judgement("not_enough_info", 0.5, shared, "too little in common to be the same event")
    if any(row.outcome == "null" for row in comparison.rows if row.part == "predicate"):
        return Judgement("not_enough_info", 0.6, shared, "asked, supposed or requested there, stated here")
    return _without_conflict(comparison, settings, shared)


def in_common(comparison: Comparison, settings: Settings, weight: Weight) -> float:
    """Return how much of the claim the evidence has: its words, and a little more for every typed part that agrees."""
    words = comparison.evidence.wide_bag.coverage(comparison.claim.bag, weight)
    kinds = {"quantity", "time", "name", "quote"}
    agreed = sum(row.outcome == "agree" for row in comparison.rows if row.part in kinds)
    return min(1.0, words + min(settings.parts, agreed * settings.part))


def _without_conflict(comparison: Comparison, settings: Settings, shared: float) -> Judgement:
    """Support needs every figure and date of the claim answered, and enough of its words."""
    open_figures = [
        row for row in comparison.outcomes("quantity", "unmatched") if row.claim_texts and not row.evidence_texts
    ]
    agreed = sum(row.outcome == "agree" for row in comparison.rows if row.part in {"quantity", "time"})
    if open_figures:
        return Judgement("not_enough_info", 0.6, shared, "a figure of the claim has no counterpart")
    needed = settings.supported if agreed else settings.supported_bare
    if not _answered(comparison):
        needed += settings.unanswered
    if shared >= needed:
        return Judgement("supported", _confidence(shared), shared, "every part has its counterpart")
    return Judgement("not_enough_info", 1 - shared, shared, "too little in common")


def _answered(comparison: Comparison) -> bool:
    """Tell whether any happening of the claim is told by the evidence (or the claim tells of none)."""
    told = [row for row in comparison.rows if row.part == "predicate" and row.claim_texts]
    return not told or any(row.outcome != "unmatched" for row in told)


def _confidence(shared: float) -> float:
    return round(min(1.0, 0.5 + shared / 2), 3)
