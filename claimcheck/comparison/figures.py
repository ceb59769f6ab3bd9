"""Which figure answers which, and whether they agree.

Figures that agree find each other first; only what is then left can conflict, and only where role, counted noun and
clause say that both measure the same. A total may be answered by several parts that add up to it.
"""

from itertools import combinations

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Figure, Side
from claimcheck.comparison.values import compare_quantities
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Row
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

# Kinds whose unit says little about what is measured: two of them conflict only in clauses that share more.
_LOOSE_KINDS = frozenset({"percent", "money", "ordinal", "duration", "score"})
_MOST_PARTS = 4


def align_figures(claim: Side, evidence: Side, settings: Settings) -> list[Row]:
    """Return one row for each figure of either side."""
    first, second = list(claim.figures), list(evidence.figures)
    rows: list[Row] = []
    for wanted in ("agree", "conflict"):
        pairs = best_pairs(first, second, lambda a, b, wanted=wanted: _score(a, b, wanted, settings))  # type: ignore[misc]
        rows += [_pair_row(first[i], second[j]) for i, j, _ in pairs]
        taken_first, taken_second = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
        first = [figure for i, figure in enumerate(first) if i not in taken_first]
        second = [figure for j, figure in enumerate(second) if j not in taken_second]
        if wanted == "agree":
            rows += _sums(first, second, turned=False) + _sums(second, first, turned=True)
    rows += [row("quantity", LEFT, claim=[_part(figure)]) for figure in first]
    rows += [row("quantity", LEFT, evidence=[_part(figure)]) for figure in second]
    return rows


def _part(figure: Figure) -> Part:
    return figure.quantity.text, figure.quantity.span


def _pair_row(a: Figure, b: Figure) -> Row:
    result = compare_quantities(a.quantity, b.quantity)
    level = Level(result.level, result.outcome, result.code)
    return row("quantity", level, [_part(a)], [_part(b)], describe(a.quantity), describe(b.quantity))


def _score(a: Figure, b: Figure, wanted: str, settings: Settings) -> float | None:
    """Return how surely both figures measure the same, or ``None`` where they do not or the outcome is another."""
    result = compare_quantities(a.quantity, b.quantity)
    if result.outcome != wanted or (a.role and b.role and a.role != b.role):
        return None
    noun = _noun_similarity(a.quantity, b.quantity)
    shared = mutual(a.bag, b.bag)
    score = shared + noun + (0.6 if a.role and a.role == b.role else 0.0)
    if wanted == "conflict":
        needed = settings.context + (0.2 if a.quantity.kind in _LOOSE_KINDS else 0.0)
        same_measure = noun > 0 or (a.role is not None and a.role == b.role) or a.quantity.kind in _LOOSE_KINDS
        if shared < needed or not same_measure or ((a.role is None) != (b.role is None) and noun <= 0):
            return None
    elif noun < 0 and shared < settings.context:
        return None
    return score


def _noun_similarity(a: Quantity, b: Quantity) -> float:
    """Compare what is counted: 0 where a noun is elided or a unit says it all, negative where the nouns differ."""
    if a.unit != "item" and a.unit == b.unit and a.unit != "person":
        return 0.3
    if not a.noun or not b.noun:
        return 0.1 if a.unit == b.unit == "person" else 0.0
    alike = similarity(light_stem(fold(a.noun)), light_stem(fold(b.noun)))
    if alike > 0:
        return 0.5 * alike
    return 0.1 if a.unit == b.unit == "person" else -0.5


def _sums(totals: list[Figure], parts: list[Figure], turned: bool) -> list[Row]:
    """Find totals that parts of the other side add up to; both are taken out of their lists."""
    rows: list[Row] = []
    for total in list(totals):
        terms = _addends(total, parts)
        if not terms:
            continue
        totals.remove(total)
        for term in terms:
            parts.remove(term)
        level = Level("the parts add up to the total", "agree")
        one, several = [_part(total)], [_part(term) for term in terms]
        rows.append(row("quantity", level, several, one) if turned else row("quantity", level, one, several))
    return rows


def _addends(total: Figure, parts: list[Figure]) -> tuple[Figure, ...]:
    value = total.quantity.value
    if value is None or total.quantity.kind not in {"count", "money", "measure"} or total.quantity.high is not None:
        return ()
    like = [part for part in parts[:8] if part.quantity.unit == total.quantity.unit and part.quantity.high is None]
    for size in range(2, min(_MOST_PARTS, len(like)) + 1):
        for chosen in combinations(like, size):
            if sum((part.quantity.value or 0 for part in chosen), 0) == value:  # type: ignore[misc]
                return chosen
    return ()


def describe(quantity: Quantity) -> str:
    """State a quantity for a finding: modifier, value and unit, exactly."""
    from claimcheck.comparison.values import plain

    high = f"–{plain(quantity.high)}" if quantity.high is not None else ""
    modifier = "" if quantity.modifier in {"exact", "between"} else f"{quantity.modifier} "
    if quantity.value is None:
        return f"{modifier}{quantity.iso}"
    return f"{modifier}{plain(quantity.value)}{high} {quantity.unit}"
