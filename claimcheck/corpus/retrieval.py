"""Finding passages: the rarest terms of a query are fetched one by one until a budget of postings is spent.

A row id that comes back collects the terms that brought it, as bits. Only the best few dozen passages are read: there
the common terms count as well, and how long the passage is (BM25 with one occurrence a term). What the rest of the
document holds of the query counts for a part: a sentence seldom repeats what its report is about.

Nothing is ever scanned, so the cost depends on the budget and hardly on the size of the corpus. Weights are floats:
they order candidates and decide nothing.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from math import log

from attrs import frozen

# Passages that are read and scored exactly, at least.
_POOL = 64
# What a term weighs that only the rest of the document holds.
_DOCUMENT_SHARE = 0.35
# BM25: how much length matters, and how soon a term is saturated.
_LENGTH, _SATURATION = 0.6, 1.6
_MOST_TERMS = 400
# Postings that are fetched without asking whether they are needed.
_CHEAP = 1000


@frozen
class Hit:
    """A passage that was found; ``score``, up to 1, is the share of the weight of the query's own terms that it has."""

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
        self._whole = sum(weight for term, weight in weights.items() if query[term] >= 1)
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
        self._collect(required, wanted)
        for pool in self._pools(max(_POOL, 4 * wanted)):
            yield from self._exact(pool)

    def _pools(self, size: int) -> Iterator[list[int]]:
        """Yield the rows found in pools of ``size``, the weightiest first."""
        counts = Counter(self._masks.values())
        chosen: set[int] = set()
        held = 0
        for mask in sorted(counts, key=lambda mask: (-self._weight(mask), mask)):
            chosen.add(mask)
            held += counts[mask]
            if held >= size:
                yield from self._rows(chosen, size)
                chosen, held = set(), 0
        yield from self._rows(chosen, size)

    def _rows(self, chosen: set[int], size: int) -> Iterator[list[int]]:
        """Yield the rows that have one of the sets of terms, weightiest first, in pools."""
        weight, masks = self._weight, self._masks
        rows = [row for row, mask in masks.items() if mask in chosen]
        rows.sort(key=lambda row: (-weight(masks[row]), row))
        yield from (rows[start : start + size] for start in range(0, len(rows), size))

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

    def _collect(self, required: frozenset[str], wanted: int) -> None:
        """Fetch postings, the rarest terms first, until they suffice or the budget is spent; at least one term's."""
        left = self.totals.budget
        remaining = sum(self._weights)
        must = " AND ".join(f'"{term}"' for term in sorted(required))
        for place, term in enumerate(self._terms):
            df = self._df[term]
            if self._masks and (df > left or (df > _CHEAP and self._suffices(remaining, wanted))):
                break
            match = f'{must} AND "{term}"' if must and term not in required else must or f'"{term}"'
            self._mark(match, 1 << place, left)
            left -= df
            remaining -= self._weights[place]
        if len(self._masks) > self.totals.budget // 2 and len(self._terms) > 1 and not must:
            self._add_pairs()

    def _suffices(self, remaining: float, wanted: int) -> bool:
        """Tell whether no term that is left can change which passages are the ``wanted`` best.

        True if the pool that will be read in full holds every passage that could still come among them.
        """
        counts = Counter(self._masks.values())
        held = 0
        worst = 0.0
        for mask in sorted(counts, key=self._weight, reverse=True):
            if held < wanted:
                worst = self._weight(mask)
            elif self._weight(mask) + remaining < worst:
                break
            held += counts[mask]
            if held > _POOL:
                return False
        return wanted <= held and remaining < worst

    def _add_pairs(self) -> None:
        """Where even the rarest term is common, fetch the passages that hold it together with another."""
        part = self.totals.budget // 4
        for place, term in enumerate(self._terms[1:6], 1):
            if self._df[term] > part:
                self._mark(f'"{self._terms[0]}" AND "{term}"', 1 | 1 << place, part)

    def _mark(self, match: str, bits: int, most: int) -> None:
        """Set ``bits`` for the passages that match, at most so many."""
        masks = self._masks
        select = "SELECT rowid FROM passages_index WHERE passages_index MATCH ? LIMIT ?"
        rows = self._connection.execute(select, (match, max(most, 1))).fetchall()
        if not masks:
            masks.update((row, bits) for (row,) in rows)
            return
        known = masks.get
        for (row,) in rows:
            masks[row] = known(row, 0) | bits

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
            hits.append(Hit(row, document, start, stop, positions, round(min(score / self._whole, 1.0), 6)))
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
