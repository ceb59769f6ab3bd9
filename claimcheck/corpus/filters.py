"""Which documents may answer: not the excluded ones, of a source, of some days, with a speaker."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice

from attrs import evolve, field, frozen

from claimcheck.corpus.query import Query
from claimcheck.corpus.reader import Reader
from claimcheck.corpus.retrieval import Hit
from claimcheck.corpus.terms import speaker_keys
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import a_date

_POOL = 64


def id_set(ids: Collection[str]) -> frozenset[str]:
    """Return ids as a set; one string in their place is a slip that would exclude its letters."""
    if isinstance(ids, str):
        raise ClaimcheckError("exclude takes a list of ids", where=excerpt(ids))
    return frozenset(ids)


@frozen
class Filters:
    """Conditions on documents; ``since`` and ``until`` are days of publication, both inclusive."""

    exclude: frozenset[str] = field(default=frozenset(), converter=id_set)
    source: str | None = None
    since: date | None = field(default=None, converter=a_date)
    until: date | None = field(default=None, converter=a_date)

    def admit(self, hits: Iterator[Hit], reader: Reader) -> Iterator[Hit]:
        """Yield the hits in admitted documents, in order."""
        if not (self.exclude or self.source or self.since or self.until):
            yield from hits
            return
        while pool := list(islice(hits, _POOL)):
            known = reader.attributes(hit.document for hit in pool)
            for hit in pool:
                identifier, source, day = known[hit.document]
                if identifier not in self.exclude and self._admits(source, day):
                    yield hit

    def _admits(self, source: str | None, day: str | None) -> bool:
        if self.source is not None and source != self.source:
            return False
        if self.since is None and self.until is None:
            return True
        if day is None:
            return False
        published = date.fromisoformat(day)
        return (self.since is None or self.since <= published) and (self.until is None or published <= self.until)


def speaker_terms(speaker: str | None) -> frozenset[str]:
    """Return the terms that a passage in which this speaker speaks must hold."""
    return frozenset(speaker_keys([speaker])) if speaker else frozenset()


def with_terms(query: Query, required: Iterable[str]) -> Query:
    """Return the query with terms that must be looked up beside its own."""
    weights = {**query.weights, **{term: query.weights.get(term, 0.0) for term in required}}
    return evolve(query, weights=weights, free=query.free | frozenset(required))
