"""Finding passages: the rarest terms of a query are fetched one by one until a budget of postings is spent.

A row id that comes back collects the terms that brought it, as bits. Only the best few dozen passages are read: there
the common terms count as well, and how long the passage is (BM25 with one occurrence a term). What the rest of the
document holds of the query counts for a part: a sentence seldom repeats what its report is about.

Nothing is ever scanned, so the cost depends on the budget and hardly on the size of the corpus. Weights are floats:
they order candidates and decide nothing.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from heapq import nlargest
from math import log

from attrs import frozen

# Passages that are read and scored exactly, at least.
_POOL = 64
# What a term weighs that only the rest of the document holds.
_DOCUMENT_SHARE = 0.35
# BM25: how much length matters, and how soon a term is saturated.
_LENGTH, _SATURATION = 0.35, 1.2
_MOST_TERMS = 400


@frozen
class Hit:
    """A passage that was found; ``score`` from 0 to 1 is the share of the query's weight that it answers."""

    row: int
    document: int
    start: int | None
    stop: int | None
    claims: tuple[int, ...]
    score: float


@frozen
class Totals:
    """The size of a corpus."""

    passages: int
    terms: int

    def idf(self, df: int) -> float:
        """Return the weight of a term that ``df`` passages hold."""
        return log(1 + (self.passages - df + 0.5) / (df + 0.5))

    @property
    def budget(self) -> int:
        """Postings that one query may read: 10,000 up to two million passages, then 1 in 200."""
        return max(10_000, self.passages // 200)


class Finder:
    """One query over one connection. ``query`` maps terms to their share of weight (1 for a word of the claim)."""

    def __init__(self, connection: sqlite3.Connection, query: Mapping[str, float]) -> None:
        """Look up how often the terms occur and what they weigh."""
        self._connection = connection
        self.totals = read_totals(connection)
        terms = list(query)[:_MOST_TERMS]
        self._df = frequencies(connection, terms)
        weights = {term: query[term] * self.totals.idf(self._df.get(term, 0)) for term in terms}
        self._whole = sum(weights.values())
        # Rarest first; a term's bit is its place in this order.
        self._terms = sorted(self._df, key=lambda term: (self._df[term], term))
        self._weights = [weights[term] for term in self._terms]
        self._masks: dict[int, int] = {}
        self._scores: dict[int, float] = {0: 0.0}

    def hits(self, required: frozenset[str] = frozenset(), wanted: int = 10) -> Iterator[Hit]:
        """Yield hits, best first; only passages that hold every ``required`` term.

        They come in pools of at least four times ``wanted``, each pool in the order of its exact scores.
        """
        if not self._whole or not required <= self._df.keys():
            return
        self._collect(required)
        pool = max(_POOL, 4 * wanted)
        masks = self._masks
        first = nlargest(pool, masks, key=self._rough)
        yield from self._exact(first)
        if len(masks) > pool:
            rest = sorted(masks.keys() - set(first), key=self._rough, reverse=True)
            for start in range(0, len(rest), pool):
                yield from self._exact(rest[start : start + pool])

    def _rough(self, row: int) -> tuple[float, int]:
        return self._weight(self._masks[row]), -row

    def _weight(self, mask: int) -> float:
        """Return the summed weight of a set of terms; few different sets occur in one query."""
        known = self._scores.get(mask)
        if known is None:
            weights, rest, known = self._weights, mask, 0.0
            while rest:
                low = rest & -rest
                known += weights[low.bit_length() - 1]
                rest ^= low
            self._scores[mask] = known
        return known

    def _collect(self, required: frozenset[str]) -> None:
        """Fetch postings, the rarest terms first, until the budget is spent; at least those of one term."""
        left = self.totals.budget
        masks = self._masks
        must = " AND ".join(f'"{term}"' for term in sorted(required))
        for place, term in enumerate(self._terms):
            if masks and self._df[term] > left:
                break
            match = f'{must} AND "{term}"' if must and term not in required else must or f'"{term}"'
            bit = 1 << place
            for row in self._postings(match, left):
                masks[row] = masks.get(row, 0) | bit
            left -= self._df[term]
        if len(masks) > self.totals.budget // 2 and len(self._terms) > 1 and not must:
            self._add_pairs()

    def _add_pairs(self) -> None:
        """Where even the rarest term is common, fetch the passages that hold it together with another."""
        rarest = self._terms[0]
        for place, term in enumerate(self._terms[1:6], 1):
            if self._df[term] > self.totals.budget // 4:
                for row in self._postings(f'"{rarest}" AND "{term}"', self.totals.budget // 4):
                    self._masks[row] = self._masks.get(row, 0) | 1 | 1 << place

    def _postings(self, match: str, most: int) -> Iterator[int]:
        select = "SELECT rowid FROM passages_index WHERE passages_index MATCH ? LIMIT ?"
        return (row for (row,) in self._connection.execute(select, (match, max(most, 1))))

    def _exact(self, rows: list[int]) -> list[Hit]:
        """Read passages and score them with all their terms, their length and their document."""
        places = {term: 1 << place for place, term in enumerate(self._terms)}
        average = self.totals.terms / max(self.totals.passages, 1) or 1.0
        hits = []
        for row, document, start, stop, claims, size, terms, first, count in self._read(rows):
            mask = 0
            for term in terms.split(" "):
                mask |= places.get(term, 0)
            around = mask
            for other in range(first, first + count) if count <= len(self._masks) else ():
                around |= self._masks.get(other, 0)
            own = self._weight(mask) * _length_factor(size / average)
            score = own + _DOCUMENT_SHARE * (self._weight(around) - self._weight(mask))
            positions = tuple(map(int, claims.split()))
            hits.append(Hit(row, document, start, stop, positions, round(score / self._whole, 6)))
        hits.sort(key=lambda hit: (-hit.score, hit.row))
        return hits

    def _read(self, rows: list[int]) -> Iterator[tuple[int, int, int, int, str, int, str, int, int]]:
        select = (
            "SELECT p.row, p.document, p.start, p.stop, p.claims, p.size, p.terms, d.first_passage, d.passages"
            f" FROM passages p JOIN documents d ON d.row = p.document WHERE p.row IN ({','.join('?' * len(rows))})"
        )
        yield from self._connection.execute(select, rows)


def _length_factor(relative: float) -> float:
    """Return what a term's weight is multiplied with in a passage of that length, at most 1.

    >>> _length_factor(1.0) > _length_factor(3.0), _length_factor(0.0)
    (True, 1.0)
    """
    shortest = 1 + _SATURATION * (1 - _LENGTH)
    return shortest / (1 + _SATURATION * (1 - _LENGTH + _LENGTH * relative))


def read_totals(connection: sqlite3.Connection) -> Totals:
    """Return the size of the corpus as of this transaction."""
    found = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('passages', 'size')"))
    return Totals(int(found["passages"]), int(found["size"]))


def frequencies(connection: sqlite3.Connection, terms: list[str]) -> dict[str, int]:
    """Return in how many passages each term occurs; those that occur nowhere are left out."""
    select = f"SELECT term, df FROM terms WHERE term IN ({','.join('?' * len(terms))})"
    return dict(connection.execute(select, terms))
