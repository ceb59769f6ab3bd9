"""One side of a comparison: some claims of an extraction, with every part bound to its clause.

Both sides are made by the same function from the same kind of value, so comparing is symmetric.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from attrs import define, field, frozen

from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.terms import content_stems, tokens_of
from claimcheck.model.claims import Claim, Extraction
from claimcheck.model.mentions import Attribution, Name, Quantity, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.text.quotes import quotations


@frozen(eq=False)
class Figure:
    """A quantity in its clause; ``role`` as the clause gives it."""

    quantity: Quantity
    claim: Claim | None
    role: str | None
    bag: Bag


@frozen(eq=False)
class Moment:
    """A time in its clause."""

    time: TimeExpression
    claim: Claim | None
    bag: Bag


@frozen(eq=False)
class Party:
    """A name in its clause."""

    name: Name
    claim: Claim
    bag: Bag


@frozen(eq=False)
class Speech:
    """An attribution with the content words of what was said."""

    attribution: Attribution
    bag: Bag
    side: "Side"

    @property
    def names(self) -> tuple[str, ...]:
        """The speakers."""
        return self.attribution.source.names


@define(slots=False)
class Side:
    """The claims of one text that take part in a comparison, and what they consist of.

    ``context`` are content stems of the surroundings (title, lead, neighbouring sentences): they help to tell whether
    both sides speak of one event, and are never compared themselves. ``context_names`` are the stems of the document's
    names.
    """

    extraction: Extraction
    claims: tuple[Claim, ...]
    context: tuple[str, ...] = ()
    whole: bool = True
    context_names: frozenset[str] = frozenset()
    _bags: dict[int, Bag] = field(factory=dict, repr=False)

    def bag_of(self, claim: Claim | None) -> Bag:
        """Return the content words of one clause, indexed once."""
        if claim is None:
            return self.bag
        key = id(claim)
        if key not in self._bags:
            self._bags[key] = Bag(claim.terms)
        return self._bags[key]

    @cached_property
    def bag(self) -> Bag:
        """The content words of all the claims."""
        return Bag(term for claim in self.claims for term in claim.terms)

    @cached_property
    def wide_bag(self) -> Bag:
        """The content words with those of the surroundings."""
        return Bag((*self.bag.stems, *self.context))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The quantities, in text order; those that no clause took are there too when the side is the whole text."""
        found: dict[int, Figure] = {}
        for claim in self.claims:
            for place, index in enumerate(claim.quantities):
                role = claim.quantity_roles[place] if place < len(claim.quantity_roles) else None
                found.setdefault(index, Figure(self.extraction.quantities[index], claim, role, self.bag_of(claim)))
        for index in self._orphans(len(self.extraction.quantities), found):
            found[index] = Figure(self.extraction.quantities[index], None, None, self.bag)
        return tuple(found[index] for index in sorted(found))

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The times, in text order."""
        found: dict[int, Moment] = {}
        for claim in self.claims:
            for index in claim.times:
                found.setdefault(index, Moment(self.extraction.times[index], claim, self.bag_of(claim)))
        for index in self._orphans(len(self.extraction.times), found):
            found[index] = Moment(self.extraction.times[index], None, self.bag)
        return tuple(found[index] for index in sorted(found))

    def _orphans(self, count: int, taken: Iterable[int]) -> list[int]:
        return [index for index in range(count) if index not in set(taken)] if self.whole else []

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The names, each span once, in the innermost clause."""
        found: dict[Span | tuple[str, int], Party] = {}
        for claim in sorted(self.claims, key=_length):
            for position, name in enumerate(claim.names):
                key = name.span or (name.canonical, position)
                found.setdefault(key, Party(name, claim, self.bag_of(claim)))
        return tuple(sorted(found.values(), key=lambda party: party.name.span or Span(0, 0)))

    @cached_property
    def people(self) -> tuple[Name, ...]:
        """The persons named anywhere in the document, each canonical form once."""
        persons = {n.canonical: n for claim in self.extraction.claims for n in claim.names if n.kind == "person"}
        return tuple(persons.values())

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The attributions that the claims belong to or open, in text order."""
        indices = {claim.attribution for claim in self.claims if claim.attribution is not None}
        spans = [claim.span for claim in self.claims if claim.span is not None]
        low, high = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
        for index, attribution in enumerate(self.extraction.attributions):
            cue = attribution.cue.span
            if self.whole or (low <= cue.start < high and any(span.covers(cue) for span in spans)):
                indices.add(index)
        return tuple(self._speech(self.extraction.attributions[index]) for index in sorted(indices))

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """The literal quotations inside the claims, attributed or not, in text order."""
        found = _quotes(self.extraction.text)
        if self.whole:
            return found
        spans = [claim.span for claim in self.claims if claim.span is not None]
        return tuple(quote for quote in found if any(span.overlaps(quote) for span in spans))

    def _speech(self, attribution: Attribution) -> Speech:
        return Speech(attribution, Bag(content_stems(attribution.content.text)), self)

    def opened_by(self, claim: Claim) -> Speech | None:
        """Return the speech that a clause opens: it holds the cue, and the cue is its predicate."""
        for speech in self.speeches:
            cue = speech.attribution.cue
            if claim.span is not None and claim.span.covers(cue.span) and claim.predicate == cue.lemma:
                return speech
        return None

    def speech_of(self, claim: Claim) -> Attribution | None:
        """Return the attribution whose content the clause belongs to."""
        return None if claim.attribution is None else self.extraction.attributions[claim.attribution]


@lru_cache(maxsize=64)  # the sides of one article are many
def _quotes(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text that have words in them."""
    tokens = tokens_of(text)
    return tuple(tokens.span(q.start, q.stop) for q in quotations(tokens) if q.stop > q.start)


def _length(claim: Claim) -> int:
    return claim.span.end - claim.span.start if claim.span else 0


def whole_side(extraction: Extraction) -> Side:
    """Return the side that takes in every claim of a text."""
    return Side(extraction, extraction.claims)
