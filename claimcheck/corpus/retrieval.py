"""Finding passages: the rarest terms of a query are fetched one by one until a budget of postings is spent.

A row id that comes back sums the weights of the terms that brought it. Only the best few dozen passages are read: there
the common terms count as well, and how long the passage is (BM25 with one occurrence a term). What the rest of the
document holds of the query counts for a part: a sentence seldom repeats what its report is about.

Nothing is ever scanned, so the cost depends on the budget and hardly on the size of the corpus. Weights are floats:
they order candidates and decide nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from heapq import nlargest
from math import log
from operator import neg

from attrs import frozen

from claimcheck.corpus.query import Query
from claimcheck.errors import ClaimcheckError

# Passages that are read and scored exactly, at least.
_POOL = 48
# What a term weighs that only the rest of the document holds.
_DOCUMENT_SHARE = 0.35
# How much of a score depends on what stands around the claim.
_SURROUNDINGS = 0.4
# BM25: how much length matters, and how soon a term is saturated.
_LENGTH, _SATURATION = 0.6, 1.6
_MOST_TERMS = 400
# Postings that are fetched without asking whether they are needed.
_CHEAP = 1000
# Row ids that are kept from one query to the next (40 bytes each).
_MOST_KEPT = 500_000
# A document of more passages says too much for its other sentences to count.
_MOST_PASSAGES = 2000


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
        """Postings that one query may read: 8,000, from 1.6 million passages on 1 in 200 of them."""
        return max(8_000, self.passages // 200)


class Postings(dict[str, list[int]]):
    """Rows by term, kept from one query to the next: the claims of an article share most of their terms."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._held = 0

    def keep(self, term: str, rows: list[int]) -> None:
        """Keep all the rows of a term; make room by forgetting everything."""
        self._held += len(rows)
        if self._held > _MOST_KEPT:
            self.clear()
            self._held = len(rows)
        self[term] = rows


class Finder:
    """One query over one connection."""

    def __init__(self, connection: sqlite3.Connection, query: Query, kept: Postings | None = None) -> None:
        """Look up how often the terms occur and what they weigh. ``kept`` are postings of this state of the file."""
        self._connection = connection
        self._kept = Postings() if kept is None else kept
        self._context = query.context
        self.totals = read_totals(connection)
        terms = list(query.weights)[:_MOST_TERMS]
        self._df = frequencies(connection, terms)
        self._weights = {term: query.weights[term] * self.totals.idf(self._df.get(term, 1)) for term in terms}
        self._whole = self._sum(term for term in terms if term not in query.context and term not in query.free)
        self._surroundings = self._sum(term for term in terms if term in query.context)
        self._rows: dict[str, list[int]] = {}
        self._found: dict[int, float] = {}

    def _sum(self, terms: Iterable[str]) -> float:
        return sum(self._weights[term] for term in terms)

    def hits(self, required: frozenset[str] = frozenset(), wanted: int = 10) -> Iterator[Hit]:
        """Yield hits, best first; only passages that hold every ``required`` term.

        They come in pools of at least twice ``wanted``, each pool in the order of its exact scores.
        """
        if not self._whole or not required <= self._df.keys():
            return
        self._collect(required, wanted)
        size = max(_POOL, 2 * wanted)
        found = self._found
        first = nlargest(size, zip(found.values(), map(neg, found), strict=True))
        yield from self._exact([-row for _, row in first])
        if len(found) > size:
            rest = sorted(zip(found.values(), map(neg, found), strict=True), reverse=True)[size:]
            for start in range(0, len(rest), size):
                yield from self._exact([-row for _, row in rest[start : start + size]])

    def _collect(self, required: frozenset[str], wanted: int) -> None:
        """Fetch postings, the rarest terms first, until they suffice or the budget is spent; at least one term's."""
        left = self.totals.budget
        rarest_first = sorted(self._df, key=lambda term: (self._df[term], term))
        remaining = sum(self._weights[term] for term in rarest_first)
        must = " AND ".join(f'"{term}"' for term in sorted(required))
        for term in rarest_first:
            df = self._df[term]
            if self._found and (df > left or (df > _CHEAP and self._suffices(remaining, wanted))):
                break
            if df > _CHEAP and term in self._context:
                continue
            match = f'{must} AND "{term}"' if must and term not in required else must or f'"{term}"'
            self._fetch(term, match, left)
            left -= df
            remaining -= self._weights[term]
        if len(self._found) > self.totals.budget // 2 and not must:
            self._add_pairs(rarest_first)

    def _suffices(self, remaining: float, wanted: int) -> bool:
        """Tell whether no term that is left can change which passages are the ``wanted`` best.

        True if the pool that will be read in full holds every passage that could still come among them.
        """
        best = nlargest(_POOL + 1, self._found.values())
        if len(best) <= wanted or remaining >= best[wanted - 1]:
            return False
        return len(best) <= _POOL or best[_POOL] + remaining < best[wanted - 1]

    def _add_pairs(self, rarest_first: list[str]) -> None:
        """Where even the rarest term is common, fetch the passages that hold it together with another."""
        part = self.totals.budget // 4
        for term in rarest_first[1:6]:
            if self._df[term] > part and term not in self._rows:
                self._fetch(term, f'"{rarest_first[0]}" AND "{term}"', part)

    def _fetch(self, term: str, match: str, most: int) -> None:
        """Add the weight of a term to the passages that match, at most so many."""
        plain = match == f'"{term}"' and self._df[term] <= most
        rows = self._kept.get(term) if plain else None
        if rows is None:
            select = "SELECT rowid FROM passages_index WHERE passages_index MATCH ? LIMIT ?"
            rows = [row for (row,) in self._connection.execute(select, (match, max(most, 1)))]
            if plain:
                self._kept.keep(term, rows)
        self._rows[term] = rows
        found, weight = self._found, self._weights[term]
        known = found.get
        for row in rows:
            found[row] = known(row, 0.0) + weight

    def _exact(self, rows: list[int]) -> list[Hit]:
        """Read passages and score them with all their terms, their length and their document."""
        average = self.totals.terms / max(self.totals.passages, 1) or 1.0
        passages = list(self._read(rows))
        near = self._neighbours({(first, count) for *_, first, count in passages})
        hits = []
        for row, document, start, stop, claims, size, terms, first, _ in passages:
            held = [term for term in terms.split(" ") if term in self._weights]
            beside: set[str] = near.get(first, set()).difference(held)
            score = self._score(held, sorted(beside), _length_factor(size / average))
            hits.append(Hit(row, document, start, stop, _positions(claims), score))
        hits.sort(key=lambda hit: (-hit.score, hit.row))
        return hits

    def _score(self, held: list[str], beside: list[str], factor: float) -> float:
        """Return the share of the query that a passage answers with what it holds and what its document holds beside.

        What stands around the claim may lower a score that the claim's own words give, and never makes one.
        """
        context = self._context
        own = factor * self._sum(term for term in held if term not in context)
        own += _DOCUMENT_SHARE * self._sum(term for term in beside if term not in context)
        share = min(own / self._whole, 1.0)
        if self._surroundings:
            near = self._sum(term for term in held if term in context)
            near += _DOCUMENT_SHARE * self._sum(term for term in beside if term in context)
            share *= 1 - _SURROUNDINGS + _SURROUNDINGS * min(near / self._surroundings, 1.0)
        return round(share, 6)

    def _neighbours(self, extents: set[tuple[int, int]]) -> dict[int, set[str]]:
        """Return which of the fetched terms the documents hold anywhere, by their first passage."""
        owner = {
            row: first
            for first, count in extents
            if count <= _MOST_PASSAGES
            for row in range(first, first + count)
            if row in self._found
        }
        near: dict[int, set[str]] = {}
        rows = set(owner)
        for term, fetched in self._rows.items():
            for row in rows.intersection(fetched):
                near.setdefault(owner[row], set()).add(term)
        return near

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


def _positions(claims: str) -> tuple[int, ...]:
    """Return the positions of a passage's claims."""
    return tuple(whole(position, "the claims of a passage") for position in claims.split())


def whole(value: object, name: str) -> int:
    """Return a number that the file keeps as text; ``name`` says what it is where it is none, for then it is damaged.

    >>> whole("17", "size")
    17
    """
    try:
        return int(str(value))
    except ValueError:
        raise ClaimcheckError("the corpus is damaged", where=f"{name}: no number") from None


def read_totals(connection: sqlite3.Connection) -> Totals:
    """Return the size of the corpus as of this transaction."""
    found = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('passages', 'size')"))
    return Totals(whole(found["passages"], "passages"), whole(found["size"], "size"))


def frequencies(connection: sqlite3.Connection, terms: list[str]) -> dict[str, int]:
    """Return in how many passages each term occurs; those that occur nowhere are left out."""
    select = f"SELECT term, df FROM terms WHERE term IN ({','.join('?' * len(terms))})"
    return dict(connection.execute(select, terms))
