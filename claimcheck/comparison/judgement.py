"""From rows to a label: is it the same event and the same measure, and if so, does anything contradict?

A conflict counts only where both sides are about the same event. A different day, place or company together with a
different figure is another event filled into the same template, not a contradiction.
"""

from attrs import frozen

from claimcheck.comparison.compare import Comparison
from claimcheck.comparison.figures import is_bare
from claimcheck.comparison.instances import SLOT_CODES, another_instance
from claimcheck.comparison.overlap import Weight, plain_weight
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.model.verdicts import Label, Row


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
    conflicts = tuple(comparison.conflicts)
    reason = another_instance(comparison, conflicts, settings)
    if reason is not None:
        return Judgement("not_enough_info", 0.6, shared, reason)
    if conflicts and shared >= _needed(conflicts, settings):
        return Judgement("refuted", _confidence(shared), shared, "same event, same measure", conflicts)
    if conflicts:
        return Judgement("not_enough_info", 0.5, shared, "too little in common to be the same event")
    if any(row.outcome == "null" for row in comparison.rows if row.part == "predicate"):
        return Judgement("not_enough_info", 0.6, shared, "asked, supposed or requested there, stated here")
    return _without_conflict(comparison, settings, shared)


def _needed(conflicts: tuple[Row, ...], settings: Settings) -> float:
    """Return how much both sides must share for these conflicts to count."""
    if any(row.code == "unit" for row in conflicts):
        return settings.same_event - settings.same_value
    slots = all(row.code in SLOT_CODES for row in conflicts)
    return settings.same_event_slot if slots else settings.same_event


def in_common(comparison: Comparison, settings: Settings, weight: Weight) -> float:
    """Return how much of the claim the evidence has: its words, and a little more for every typed part that agrees."""
    words = comparison.evidence.wide_bag.coverage(comparison.claim.bag, weight)
    kinds = {"quantity", "time", "name", "quote"}
    agreed = sum(row.outcome == "agree" for row in comparison.rows if row.part in kinds)
    return min(1.0, words + min(settings.parts, agreed * settings.part))


def _without_conflict(comparison: Comparison, settings: Settings, shared: float) -> Judgement:
    """Support needs every figure and date of the claim answered, and enough of its words."""
    open_figures = _open_figures(comparison)
    agreed = sum(row.outcome == "agree" for row in comparison.rows if row.part in {"quantity", "time"})
    if open_figures:
        return Judgement("not_enough_info", 0.6, shared, "a figure of the claim has no counterpart")
    needed = settings.supported if agreed else settings.supported_bare
    if not _answered(comparison):
        needed += settings.unanswered
    if shared >= needed:
        return Judgement("supported", _confidence(shared), shared, "every part has its counterpart")
    return Judgement("not_enough_info", 1 - shared, shared, "too little in common")


def _open_figures(comparison: Comparison) -> list[Row]:
    """Return the rows of figures that the claim states and the evidence does not, those said twice left out."""
    stated = {f.quantity.span: f.quantity.value for f in comparison.claim.figures if not is_bare(f.quantity)}
    agreed = comparison.outcomes("quantity", "agree")
    known = {stated[span] for row in agreed for span in row.claim_spans if span in stated}
    rows = comparison.outcomes("quantity", "unmatched")
    return [row for row in rows if any(span in stated and stated[span] not in known for span in row.claim_spans)]


def _answered(comparison: Comparison) -> bool:
    """Tell whether any happening of the claim is told by the evidence (or the claim tells of none)."""
    told = [row for row in comparison.rows if row.part == "predicate" and row.claim_texts]
    return not told or any(row.outcome != "unmatched" for row in told)


def _confidence(shared: float) -> float:
    return round(min(1.0, 0.5 + shared / 2), 3)
