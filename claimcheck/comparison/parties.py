"""Which person, place or organisation answers which.

A name that the other side has anywhere is agreed. Two different ones conflict only where they fill the same role of
clauses that state the same, and neither occurs anywhere on the other side.
"""

from collections.abc import Sequence

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.places import relation
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Party, Side
from claimcheck.model.mentions import Name
from claimcheck.model.verdicts import Row

_SAME = Level("same name", "agree")
_COMPATIBLE = Level("compatible name", "agree")
_WITHIN = Level("one place within the other", "agree")
_MENTIONED = Level("named again", "agree")
_PERSON = Level("another person in the same role", "conflict", "person")
_PLACE = Level("another place in the same role", "conflict", "place")


def align_parties(claim: Side, evidence: Side, settings: Settings) -> list[Row]:
    """Return one row for each name of either side."""
    first, second = list(claim.parties), list(evidence.parties)
    rows: list[Row] = []
    pairs = best_pairs(first, second, lambda a, b: (level := same(a.name, b.name)) and _weight(level, a, b))
    for i, j, _ in pairs:
        rows.append(_pair_row(first[i], second[j], same(first[i].name, second[j].name) or _SAME))
    first = [party for i, party in enumerate(first) if i not in {i for i, _, _ in pairs}]
    second = [party for j, party in enumerate(second) if j not in {j for _, j, _ in pairs}]
    first, again = _repeated(first, evidence.parties)
    second, again_second = _repeated(second, claim.parties)
    rows += [row("name", _MENTIONED, claim=[_part(party)]) for party in again]
    rows += [row("name", _MENTIONED, evidence=[_part(party)]) for party in again_second]
    pairs = best_pairs(first, second, lambda a, b: _conflict_score(a, b, settings))
    for i, j, _ in pairs:
        level = _PLACE if first[i].name.kind == "place" else _PERSON
        rows.append(_pair_row(first[i], second[j], level))
    rows += [row("name", LEFT, claim=[_part(p)]) for i, p in enumerate(first) if i not in {i for i, _, _ in pairs}]
    rows += [row("name", LEFT, evidence=[_part(p)]) for j, p in enumerate(second) if j not in {j for _, j, _ in pairs}]
    return rows


def _part(party: Party) -> Part:
    return party.name.text or party.name.canonical, party.name.span


def _pair_row(a: Party, b: Party, level: Level) -> Row:
    return row("name", level, [_part(a)], [_part(b)], a.name.canonical, b.name.canonical)


def _repeated(left: list[Party], others: Sequence[Party]) -> tuple[list[Party], list[Party]]:
    """Split off the left-over names that the other side has too, taken by an earlier mention."""
    again = [party for party in left if any(same(party.name, other.name) for other in others)]
    return [party for party in left if party not in again], again


def same(a: Name, b: Name) -> Level | None:
    """Tell whether two names can be one person, place or organisation, and how surely."""
    if a.key and a.key == b.key and "person" not in {a.kind, b.kind}:  # keys of persons are coarse
        return _SAME
    if {a.kind, b.kind} <= {"place", "nationality", "other"} and "place" in {a.kind, b.kind}:
        how = relation(a.canonical, b.canonical)
        if how in {"different", "unknown"} and compare_names(a.canonical, b.canonical).level == "same":
            return _SAME
        if how in {"same", "within", "contains"}:
            return _SAME if how == "same" else _WITHIN
        return None
    if "place" in {a.kind, b.kind}:
        return None
    compared = compare_names(a.canonical, b.canonical)
    if compared.level == "different":
        return None
    return _SAME if compared.level == "same" else _COMPATIBLE


def _weight(level: Level, a: Party, b: Party) -> float:
    base = 1.0 if level is _SAME else 0.7
    return base + 0.2 * (a.name.role == b.name.role) + 0.5 * mutual(a.bag, b.bag)


def _conflict_score(a: Party, b: Party, settings: Settings) -> float | None:
    """Return how surely two different names fill one role, or ``None``."""
    kind = a.name.kind
    if kind != b.name.kind or kind not in {"person", "place"}:
        return None
    if a.name.role != b.name.role or (a.name.role is None and kind == "person"):
        return None
    if kind == "place" and relation(a.name.canonical, b.name.canonical) != "different":
        return None
    shared = mutual(a.bag, b.bag)
    return shared if shared >= settings.same_clause else None
