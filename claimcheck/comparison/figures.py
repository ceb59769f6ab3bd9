"""Which figure answers which, and whether they agree.

Figures that agree find each other first; only what is then left can conflict, and only where role, counted noun and
clause say that both measure the same. A total may be answered by several parts that add up to it.
"""

from functools import cache
from itertools import combinations

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Figure, Side
from claimcheck.comparison.slots import names_an_instance
from claimcheck.comparison.values import compare_quantities, plain
from claimcheck.lexicon import load, words
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Row
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

# Kinds whose unit says little about what is measured: two of them conflict only in clauses that share more.
_LOOSE_KINDS = frozenset({"percent", "money", "measure", "ordinal", "duration", "score", "age"})
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
    if result.outcome == "conflict" and names_an_instance(a.quantity) and names_an_instance(b.quantity):
        level = Level("another instance by its rank", "slot")
    return row("quantity", level, [_part(a)], [_part(b)], describe(a.quantity), describe(b.quantity))


def _score(a: Figure, b: Figure, wanted: str, settings: Settings) -> float | None:
    """Return how surely both figures measure the same, or ``None`` where they do not or the outcome is another."""
    result = compare_quantities(a.quantity, b.quantity)
    role = role_match(a.role, b.role)
    if result.outcome != wanted or role is None:
        return None
    noun = _noun_similarity(a.quantity, b.quantity)
    shared = mutual(a.bag, b.bag)
    if wanted == "agree":
        return None if noun < 0 and shared < settings.same_clause else shared + noun + role
    loose = a.quantity.kind in _LOOSE_KINDS
    if shared < settings.context + (0.2 if loose else 0.0) or noun < 0:
        return None
    return shared + noun + role if noun > 0 or role > 0 or loose or result.code == "unit" else None


def role_match(a: str | None, b: str | None) -> float | None:
    """Return a bonus for the same role, 0 where nothing can be told, ``None`` where the roles exclude each other.

    The dead are not the injured, and exports are not imports; a rise and a fall are the same measure in two directions,
    and most other roles (total, cost, value) overlap in use.

    >>> role_match("dead", "dead"), role_match("dead", "injured"), role_match("total", "cost")
    (0.6, None, 0.0)
    """
    if a is None or b is None:
        return 0.0
    if a == b:
        return 0.6
    strong, exclusive = _exclusive_roles()
    return None if {a, b} <= strong or frozenset((a, b)) in exclusive else 0.0


@cache
def _exclusive_roles() -> tuple[frozenset[str], frozenset[frozenset[str]]]:
    pairs = frozenset(frozenset(pair.split("/")) for pair in words(load("roles_exclusive")["pairs"]))
    return frozenset(load("roles")["strong"]["roles"].split()), pairs


def _noun_similarity(a: Quantity, b: Quantity) -> float:
    """Compare what is counted: 0 where a noun is elided or a unit says it all, negative where the nouns differ."""
    if a.unit == b.unit != "item":
        return 0.1 if a.unit == "person" and a.noun != b.noun else 0.3
    if not a.noun or not b.noun or a.kind != "count" or b.kind != "count":
        return 0.0
    alike = similarity(light_stem(fold(a.noun)), light_stem(fold(b.noun)))
    return 0.5 * alike if alike > 0 else -0.5


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
    high = f"–{plain(quantity.high)}" if quantity.high is not None else ""
    modifier = "" if quantity.modifier in {"exact", "between"} else f"{quantity.modifier} "
    if quantity.value is None:
        return f"{modifier}{quantity.iso}"
    return f"{modifier}{plain(quantity.value)}{high} {quantity.unit}"
