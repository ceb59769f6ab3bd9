"""Which person, place or organisation answers which.

Two different names conflict only where they fill the same role of clauses that tell of one happening, and neither
clause has the other's name. A name that the other side has anywhere else is agreed.
"""

from collections.abc import Callable, Sequence
from functools import partial

from claimcheck.comparison.alignment import LEFT, Level, Part, pair_off, row
from claimcheck.comparison.links import Links, opposite
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.places import relation
from claimcheck.comparison.sides import Party, Side
from claimcheck.gazetteer import place
from claimcheck.model.claims import Claim
from claimcheck.model.mentions import Name
from claimcheck.model.verdicts import Row

_PLACES = frozenset({"place", "nationality", "other"})
_SAME = Level("same name", "agree")
_COMPATIBLE = Level("compatible name", "agree")
_WITHIN = Level("one place within the other", "agree")
_MENTIONED = Level("named again", "agree")
_TURNED = Level("to it on one side, from it on the other", "conflict", "direction")
_TO, _FROM = frozenset({"destination", "recipient"}), frozenset({"origin"})
_PERSON = Level("another person in the same role", "conflict", "person")
_PLACE = Level("another place in the same role", "conflict", "place")


def align_parties(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each name of either side."""
    pairs, first, second = pair_off(claim.parties, evidence.parties, partial(_conflict_score, links=links))
    rows = [_pair_row(a, b, _PLACE if a.name.kind == "place" else _PERSON) for a, b in pairs]
    pairs, first, second = pair_off(first, second, _agreement)
    rows += [_pair_row(a, b, _seat(a, b, links)) for a, b in pairs]
    for left, others, turned in ((first, evidence.parties, False), (second, claim.parties, True)):
        for party in left:
            level = _MENTIONED if any(same(party.name, other.name) for other in others) else LEFT
            rows.append(row("name", level, evidence=[_part(party)]) if turned else row("name", level, [_part(party)]))
    return rows


def _seat(a: Party, b: Party, links: Links) -> Level:
    """Return the level of two names that are one: what goes to somebody here cannot come from him there."""
    ends = {"to" if name.role in _TO else "from" if name.role in _FROM else None for name in (a.name, b.name)}
    copied = links.score(a.claim, b.claim) >= links.settings.link_copy
    if ends == {"to", "from"} and copied and not opposite(a.claim, b.claim):
        return _TURNED
    return same(a.name, b.name) or _SAME


def _part(party: Party) -> Part:
    return party.name.text or party.name.canonical, party.name.span


def _pair_row(a: Party, b: Party, level: Level) -> Row:
    return row("name", level, [_part(a)], [_part(b)], a.name.canonical, b.name.canonical)


def same(a: Name, b: Name) -> Level | None:
    """Tell whether two names can be one person, place or organisation, and how surely."""
    if a.key and a.key == b.key and "person" not in {a.kind, b.kind}:  # keys of persons are coarse
        return _SAME
    if "place" in {a.kind, b.kind}:
        return _same_place(a, b) if {a.kind, b.kind} <= _PLACES else None
    compared = compare_names(a.canonical, b.canonical).level
    return {"same": _SAME, "compatible": _COMPATIBLE}.get(compared)


def _same_place(a: Name, b: Name) -> Level | None:
    how = relation(a, b)
    if how in {"within", "contains"}:
        return _WITHIN
    spelled = how in {"different", "unknown"} and compare_names(a.canonical, b.canonical).level == "same"
    return _SAME if how == "same" or spelled else None


def _agreement(a: Party, b: Party) -> float | None:
    """Return how surely two names are one, ``None`` where they are two."""
    level = same(a.name, b.name)
    if level is None:
        return None
    base = 1.0 if level is _SAME else 0.7
    return base + 0.2 * (a.name.role == b.name.role) + 0.5 * mutual(a.bag, b.bag)


def _conflict_score(a: Party, b: Party, links: Links) -> float | None:
    """Return how surely two different names fill one role of one happening, or ``None``.

    Neither clause may have the other's name, in whatever role: then both are told of.
    """
    kind = a.name.kind
    if kind != b.name.kind or kind not in {"person", "place"} or _role(a.name) != _role(b.name):
        return None
    if not links.tells(a.claim, b.claim) or same(a.name, b.name):
        return None
    if _has(b.claim.names, a.name) or _has(a.claim.names, b.name):
        return None
    score = links.score(a.claim, b.claim)
    if _is_better_answered(a, links.evidence.parties, score, links.score) or _is_better_answered(
        b, links.claim.parties, score, lambda one, other: links.score(other, one)
    ):
        return None
    needed = links.settings.link_other
    if kind == "place" and relation(a.name, b.name) != "different":
        needed = links.settings.link_unknown
    return score if score >= needed else None


def _is_better_answered(
    party: Party, others: Sequence[Party], score: float, link: Callable[[Claim, Claim], float]
) -> bool:
    """Tell whether the other side has the name in a clause that is at least as near as the one that has another."""
    return any(same(party.name, o.name) is not None and link(party.claim, o.claim) >= score for o in others)


def _has(names: Sequence[Name], wanted: Name) -> bool:
    """Tell whether a clause has a name; that a town lies in the country of an adjective there says nothing."""
    return any(same(wanted, other) for other in names if is_fine(other) or not is_fine(wanted))


def is_fine(name: Name) -> bool:
    """Tell a place inside a country from countries and their adjectives."""
    if name.kind != "place":
        return False
    entry = place(name.canonical)
    return entry is None or entry.kind not in {"country", "region"}


# Where something happens, in whatever seat of the clause the name of the place sits (في مدينة القنيطرة, شهدت القنيطرة).
_SCENES = frozenset({"place", "subject", "object", None})


def _role(name: Name) -> str | None:
    """Return what a name does in its clause, as far as two papers agree on it; a person without a role fills none."""
    if name.kind == "place":
        return "scene" if name.role in _SCENES else name.role
    return name.role or f"none of {name.key}"
