"""What retrieval hands to verification: stored claims that may answer a claim, with the document that they are in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from attrs import define, field

from claimcheck.corpus.query import Query
from claimcheck.corpus.retrieval import Hit
from claimcheck.corpus.terms import claim_terms
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Document, Extraction

# A candidate answers at least this share of the claim's weight, and this part of what the best one answers: passages
# that share a name or a template with a claim and nothing else are about something else.
FLOOR = 0.12
BEHIND = 0.6

# Passages of one document that may be candidates for one claim, and how far apart (in characters): checking reads a
# passage together with what stands around it.
_A_DOCUMENT = 2
_APART = 700


@define(eq=False)
class Candidate:
    """A passage of a stored document that may answer a claim.

    ``claims`` are positions in ``extraction.claims``, the nearest first; ``score`` is retrieval's, from 0 to 1. The
    extraction is loaded when it is first asked for, and shared by all the candidates of its document.
    """

    score: float
    _positions: tuple[int, ...]
    _query: Query = field(repr=False)
    _load: Callable[[], Extraction] = field(repr=False)

    @property
    def extraction(self) -> Extraction:
        """Everything that was read from the document."""
        return self._load()

    @property
    def document(self) -> Document:
        """The document."""
        return self.extraction.document

    @property
    def claims(self) -> tuple[int, ...]:
        """The positions of the passage's claims, those that share most with the query first."""
        extraction, weights = self.extraction, self._query.weights
        if any(not 0 <= position < len(extraction.claims) for position in self._positions):
            raise ClaimcheckError("the corpus is damaged", where=f"the claims of a passage of {self.document.id}")
        if len(self._positions) < 2:
            return self._positions

        def shared(position: int) -> float:
            terms = set(claim_terms(extraction.claims[position], extraction))
            return sum(weights.get(term, 0.0) for term in sorted(terms))

        return tuple(sorted(self._positions, key=lambda position: (-shared(position), position)))


def at_most(hits: Iterable[Hit], per_document: int) -> Iterator[Hit]:
    """Yield the hits, of each document the first few only."""
    seen: Counter[int] = Counter()
    for hit in hits:
        seen[hit.document] += 1
        if seen[hit.document] <= per_document:
            yield hit


def spread(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """Return the first ``limit`` hits that hold claims and answer enough, few a document and those far apart."""
    kept: list[Hit] = []
    best = 0.0
    for hit in hits:
        best = max(best, hit.score)
        if len(kept) >= limit or hit.score < max(FLOOR, best * BEHIND):
            break
        same = [other for other in kept if other.document == hit.document]
        if hit.claims and len(same) < _A_DOCUMENT and all(_apart(hit, other) for other in same):
            kept.append(hit)
    return kept


def _apart(hit: Hit, other: Hit) -> bool:
    """Tell whether two passages of a document are not read together anyway; rows of figures always are apart."""
    return hit.start is None or other.start is None or abs(hit.start - other.start) > _APART
