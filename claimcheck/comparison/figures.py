"""Which figure answers which, and whether they agree.

Figures that agree find each other first; only what is then left can conflict, and only where role, counted noun and
clause say that both measure the same. A total may be answered by several parts that add up to it.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations

from attrs import evolve

from claimcheck.comparison.alignment import LEFT, Level, Part, pair_off, row, turned
from claimcheck.comparison.derivations import derive
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.links import Links
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.parties import same
from claimcheck.comparison.sides import Figure, Side
from claimcheck.comparison.slots import names_an_instance
from claimcheck.comparison.values import QuantityComparison, compare_quantities, plain
from claimcheck.lexicon import load, words
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Row
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

# Kinds whose unit says little about what is measured: two of them conflict only in clauses that share more.
_LOOSE_KINDS = frozenset({"percent", "money", "measure", "ordinal", "duration", "score", "age"})
_MOST_PARTS = 4
_HALF = 45  # minutes


def align_figures(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each figure of either side."""
    field = _Field(claim, evidence, links)
    first, second = list(claim.figures), list(evidence.figures)
    rows: list[Row] = []
    for wanted in (field.agreement, field.conflict):
        pairs, first, second = pair_off(first, second, wanted)
        rows += [_pair_row(a, b) for a, b in pairs]
        if wanted == field.agreement:
            rows += _sums(first, second, turned=False) + _sums(second, first, turned=True)
            rows += _answered(first, evidence.figures, turned=False) + _answered(second, claim.figures, turned=True)
    rows += derive(first, claim, evidence)
    rows += [turned(derived) for derived in derive(second, evidence, claim)]
    rows += [row("quantity", LEFT, claim=[_part(figure)]) for figure in first]
    rows += [row("quantity", LEFT, evidence=[_part(figure)]) for figure in second]
    return rows


def _part(figure: Figure) -> Part:
    return figure.quantity.text, figure.quantity.span


def _pair_row(a: Figure, b: Figure) -> Row:
    result = compared(a.quantity, b.quantity)
    if _same_minute(a.quantity, b.quantity):
        return row("quantity", Level("a minute of the second half", "agree"), [_part(a)], [_part(b)])
    level = Level(result.level, "null" if result.outcome == "incomparable" else result.outcome, result.code)
    if result.outcome == "conflict" and names_an_instance(a.quantity) and names_an_instance(b.quantity):
        level = Level("another instance by its rank", "slot")
    return row("quantity", level, [_part(a)], [_part(b)], describe(a.quantity), describe(b.quantity))


class _Field:
    """All pairs of figures of two sides, with what is needed to tell whether two of them measure the same.

    ``overall`` is what the sides as wholes share: in passages about one event a short clause needs less of its own.
    """

    def __init__(self, claim: Side, evidence: Side, links: Links) -> None:
        self.links, self.settings = links, links.settings
        self.overall = mutual(claim.bag, evidence.bag)
        self.shared: dict[tuple[int, int], float] = {}
        self.noun: dict[tuple[int, int], float] = {}
        self.nearest: dict[int, float] = {}
        self.counted: set[int] = set()
        for a in claim.figures:
            for b in evidence.figures:
                if role_match(a.role, b.role) is not None and _comparable(a.quantity, b.quantity):
                    self._enter(a, b)

    def _enter(self, a: Figure, b: Figure) -> None:
        key = (id(a), id(b))
        self.shared[key] = shared = mutual(a.bag, b.bag)
        self.noun[key] = noun = _noun_similarity(a.quantity, b.quantity)
        for figure in (a, b):
            self.nearest[id(figure)] = max(self.nearest.get(id(figure), 0.0), shared if noun >= 0 else 0.0)
            if noun >= 0.4:
                self.counted.add(id(figure))

    def _enough(self, a: Figure, b: Figure, shared: float, kind: str) -> bool:
        """Tell whether the clauses share enough for a conflict; a number that recurs in another unit says much."""
        if self.links.tells(a.claim, b.claim):
            return True
        needed = self.settings.context + {"unit": -0.15, "loose": 0.2, "counted": 0.0}[kind]
        return max(shared, self.overall - 0.2) >= needed

    def _same_match(self, a: Figure, b: Figure) -> bool:
        """Tell whether two scores are of one match: both sides name two parties in common."""
        claim, evidence = self.links.claim.parties, self.links.evidence.parties
        common = {p.name.key or p.name.canonical for p in claim if any(same(p.name, o.name) for o in evidence)}
        return len(common) >= 2 or self.overall >= self.settings.link_copy

    def agreement(self, a: Figure, b: Figure) -> float | None:
        """Score two figures that agree; ``None`` where another one measures the same more surely."""
        key = (id(a), id(b))
        agrees = compared(a.quantity, b.quantity).outcome == "agree" or _same_minute(a.quantity, b.quantity)
        if key not in self.shared or not agrees:
            return None
        shared, noun = self.shared[key], self.noun[key]
        if noun < 0 and ({id(a), id(b)} & self.counted or shared < self.settings.same_clause):
            return None
        if shared + self.settings.nearer < max(self.nearest[id(a)], self.nearest[id(b)]):
            return None
        return shared + noun + (role_match(a.role, b.role) or 0.0)

    def conflict(self, a: Figure, b: Figure) -> float | None:
        """Score two figures that contradict each other; ``None`` where they may measure different things."""
        key = (id(a), id(b))
        result = compared(a.quantity, b.quantity)
        if key not in self.shared or result.outcome != "conflict" or self.noun[key] < 0:
            return None
        shared, noun, role = self.shared[key], self.noun[key], role_match(a.role, b.role) or 0.0
        loose = a.quantity.kind in _LOOSE_KINDS
        if not self._enough(a, b, shared, "unit" if result.code == "unit" else "loose" if loose else "counted"):
            return None
        if a.quantity.kind == "score" and not self._same_match(a, b):
            return None
        if noun < 0.4 and role == 0 and not loose and not self.links.tells(a.claim, b.claim):
            return None
        if is_bare(a.quantity) or is_bare(b.quantity):
            return None
        elided = role > 0 and not (a.quantity.noun and b.quantity.noun) and _one_magnitude(a.quantity, b.quantity)
        return shared + noun + role if noun > 0 or elided or loose or result.code == "unit" else None


def _same_minute(a: Quantity, b: Quantity) -> bool:
    """Tell whether two minutes of a match are one, counted from the second half and from the start."""
    minutes = all(q.kind == "ordinal" and fold(q.noun or "") == fold("دقيقة") for q in (a, b))
    return minutes and abs(Fraction(a.value or 0) - Fraction(b.value or 0)) == _HALF


def is_bare(quantity: Quantity) -> bool:
    """Tell a noun in the dual, or one (رجلان، شخص واحد), from a stated number: often part of a group."""
    return quantity.kind == "count" and quantity.value in {1, 2} and not any(c.isdigit() for c in quantity.text or "")


def _one_magnitude(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers without a common noun are near enough to count the same."""
    low, high = sorted((abs(Fraction(a.value or 0)), abs(Fraction(b.value or 0))))
    return high <= 20 * low


def compared(a: Quantity, b: Quantity) -> QuantityComparison:
    """Compare two figures; one whose noun is elided (164 مليونا) may agree with the like number of any unit."""
    result = compare_quantities(a, b)
    if result.outcome != "incomparable":
        return result
    for elided, whole in ((a, b), (b, a)):
        if elided.kind == "count" and elided.unit == "item" and not elided.noun and whole.kind in {"money", "measure"}:
            filled = compare_quantities(evolve(elided, kind=whole.kind, unit=whole.unit, noun=whole.noun), whole)
            if filled.outcome == "agree":
                return evolve(filled, level=f"{filled.level}, its noun elided")
    return result


def _comparable(a: Quantity, b: Quantity) -> bool:
    return compared(a, b).outcome != "incomparable"


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


def _answered(totals: list[Figure], figures: Sequence[Figure], turned: bool) -> list[Row]:
    """Find left-over totals whose parts the other side gives, each in a row of its own (seven: four and three)."""
    rows: list[Row] = []
    for total in list(totals):
        if _addends(total, list(figures)):
            totals.remove(total)
            level, one = Level("the total of parts that are answered", "agree"), [_part(total)]
            rows.append(row("quantity", level, evidence=one) if turned else row("quantity", level, claim=one))
    return rows


def _addends(total: Figure, parts: list[Figure]) -> tuple[Figure, ...]:
    value = total.quantity.value
    kind = total.quantity.kind
    if value is None or kind not in {"count", "money", "measure"} or total.quantity.high is not None:
        return ()
    like = [part for part in parts[:8] if _adds_up(part, total)]
    for size in range(2, min(_MOST_PARTS, len(like)) + 1):
        for chosen in combinations(like, size):
            if sum(Fraction(part.quantity.value or 0) for part in chosen) == value:
                return chosen
    return ()


def _adds_up(part: Figure, total: Figure) -> bool:
    """Tell whether a figure may be a part of a total: one unit, no other role, more than a noun in the dual."""
    quantity = part.quantity
    like = quantity.unit == total.quantity.unit and quantity.high is None and quantity.kind == total.quantity.kind
    return like and (quantity.value or 0) > 2 and role_match(part.role, total.role) is not None


def describe(quantity: Quantity) -> str:
    """State a quantity for a finding: modifier, value and unit, exactly."""
    high = f"–{plain(quantity.high)}" if quantity.high is not None else ""
    modifier = "" if quantity.modifier in {"exact", "between"} else f"{quantity.modifier} "
    if quantity.value is None:
        return f"{modifier}{quantity.iso}"
    return f"{modifier}{plain(quantity.value)}{high} {quantity.unit}"
