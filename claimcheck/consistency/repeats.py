"""One figure of one event told twice, differently: 12 dead in the opening, 15 of the same accident later.

Articles tell of several things in like words (one firm after another, two phones, two bids), tolls grow, and sources
differ. So only the victims of one happening are compared: both clauses say it in nearly the same words, with a name in
common, by the same source, at the same time, and not in one list.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.values import compare_quantities
from claimcheck.consistency.article import Article, internal
from claimcheck.model.claims import Claim, Extraction
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Finding
from claimcheck.recognizers.roles import strong_roles

# Each clause has this share of the words of the other, and each has so many.
_SHARED, _FEWEST = 0.85, 4
# Later mentions that one figure is compared with: linear in the text.
_NEXT = 8
# Characters between both: nearer ones are items of a list.
_APART = 150


@frozen(eq=False)
class _Told:
    """A figure with its clause, which has no other figure like it."""

    quantity: Quantity
    claim: Claim
    bag: Bag


def repeat_findings(article: Article) -> list[Finding]:
    """Find figures that the text gives twice, in the same words but not of the same value."""
    groups: dict[tuple[object, ...], list[_Told]] = {}
    for key, told in _told(article.extraction):
        groups.setdefault(key, []).append(told)
    found = []
    for group in groups.values():
        for index, first in enumerate(group):
            later = next((t for t in group[index + 1 : index + 1 + _NEXT] if _contradicts(first, t)), None)
            if later is not None:
                found.append(_finding(first.quantity, later.quantity))
                break
    return found


def _told(extraction: Extraction) -> Iterator[tuple[tuple[object, ...], _Told]]:
    """Yield the exact figures that stand alone of their kind in a clause, by all that must be the same."""
    for claim in extraction.claims:
        quantities = [extraction.quantities[index] for index in claim.quantities]
        roles = dict(zip(claim.quantities, claim.quantity_roles, strict=False))
        if claim.mood != "assertion" or claim.span is None:
            continue
        when = tuple(sorted(extraction.times[index].value for index in claim.times))
        source = _source(extraction, claim)
        for index in claim.quantities:
            q = extraction.quantities[index]
            role = roles.get(index)
            if role in strong_roles() and _plain(q) and _alone(q, quantities):
                yield (claim.predicate, claim.polarity, role, q.noun, when, source), _Told(q, claim, Bag(claim.terms))


def _source(extraction: Extraction, claim: Claim) -> tuple[str, ...]:
    return () if claim.attribution is None else extraction.attributions[claim.attribution].source.names


def _plain(quantity: Quantity) -> bool:
    exact = quantity.modifier == "exact" and quantity.value is not None and quantity.high is None
    return exact and quantity.kind == "count" and quantity.unit == "person" and quantity.span is not None


def _alone(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    return sum(other.kind == quantity.kind and other.unit == quantity.unit for other in others) == 1


def _contradicts(first: _Told, later: _Told) -> bool:
    if compare_quantities(first.quantity, later.quantity).outcome != "conflict":
        return False
    names = {name.key for name in first.claim.names if name.key} & {name.key for name in later.claim.names}
    if not names or min(len(first.bag.stems), len(later.bag.stems)) < _FEWEST:
        return False
    assert first.quantity.span is not None
    assert later.quantity.span is not None
    if later.quantity.span.start - first.quantity.span.end < _APART:
        return False
    return min(first.bag.coverage(later.bag), later.bag.coverage(first.bag)) >= _SHARED


def _finding(first: Quantity, later: Quantity) -> Finding:
    code = compare_quantities(first, later).code or "value"
    level = "one figure told twice, differently"
    return internal(code, later.span, first.span, later.text, first.text, level)
