"""Writing: records in, each call one transaction, so that a reader or a crash never sees half of it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from claimcheck.corpus.codec import layout
from claimcheck.corpus.fingerprint import extractor_version
from claimcheck.corpus.records import Record

_DOCUMENT = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PASSAGE = "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)"
_INDEXED = "INSERT INTO passages_index (rowid, terms) VALUES (?, ?)"
_UNINDEXED = "INSERT INTO passages_index (passages_index, rowid, terms) VALUES ('delete', ?, ?)"
_CLAIM = "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COUNTED = "INSERT INTO terms VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET df = df + excluded.df"
_REINDEXED = "UPDATE documents SET first_passage = ?, passages = ?, claims = ?, extraction = ? WHERE row = ?"


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock for the block; undo everything if it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Writer:
    """The changes of one transaction. Document frequencies and totals are summed up and written by ``finish``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write inside the transaction that ``connection`` is in."""
        self._connection = connection
        self._counts: Counter[str] = Counter()
        self._totals: Counter[str] = Counter()
        self._next_passage = self._highest("passages") + 1
        self._next_document = self._highest("documents") + 1

    def _highest(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(row), 0) FROM {table}").fetchone()[0])

    def put(self, record: Record) -> None:
        """Store a document in place of one with the same id."""
        document = record.document
        self.drop(str(document.id))
        row = self._next_document
        self._next_document += 1
        first = self._next_passage
        published = document.published.isoformat()[:10] if document.published else None
        known = (document.id, document.source, document.url, document.title, published, document.text)
        extent = (first, len(record.passages), len(record.claims))
        self._connection.execute(_DOCUMENT, (row, *known, record.origin, *extent, record.packed))
        self._put_passages(row, record)

    def _put_passages(self, row: int, record: Record) -> None:
        first = self._next_passage
        self._next_passage += len(record.passages)
        joined = [" ".join(passage.terms) for passage in record.passages]
        rows = [
            (first + i, row, p.start, p.stop, " ".join(map(str, p.claims)), len(p.terms), joined[i])
            for i, p in enumerate(record.passages)
        ]
        self._connection.executemany(_PASSAGE, rows)
        self._connection.executemany(_INDEXED, list(enumerate(joined, first)))
        self._connection.executemany(_CLAIM, [(row, *claim) for claim in record.claims])
        for passage in record.passages:
            self._counts.update(passage.terms)
        size = sum(len(passage.terms) for passage in record.passages)
        self._count(len(record.claims), len(record.passages), size)

    def _count(self, claims: int, passages: int, size: int) -> None:
        self._totals["claims"] += claims
        self._totals["passages"] += passages
        self._totals["size"] += size

    def drop(self, identifier: str) -> bool:
        """Remove the document with this id; tell whether there was one."""
        select = "SELECT row, first_passage, passages, claims FROM documents WHERE id = ?"
        found = self._connection.execute(select, (identifier,)).fetchone()
        if found is None:
            return False
        row, first, passages, claims = found
        extent = (first, first + passages)
        terms = self._connection.execute(
            "SELECT row, terms FROM passages WHERE row >= ? AND row < ?", extent
        ).fetchall()
        self._connection.executemany(_UNINDEXED, terms)
        self._connection.execute("DELETE FROM passages WHERE row >= ? AND row < ?", extent)
        self._connection.execute("DELETE FROM claims WHERE document = ?", (row,))
        self._connection.execute("DELETE FROM documents WHERE row = ?", (row,))
        split = [joined.split(" ") if joined else [] for _, joined in terms]
        for passage in split:
            self._counts.subtract(passage)
        self._count(-claims, -passages, -sum(map(len, split)))
        return True

    def finish(self) -> None:
        """Write what was summed up."""
        changed = [(term, count) for term, count in self._counts.items() if count]
        self._connection.executemany(_COUNTED, changed)
        gone = [(term,) for term, count in changed if count < 0]
        self._connection.executemany("DELETE FROM terms WHERE term = ? AND df <= 0", gone)
        for key, change in self._totals.items():
            self._connection.execute("UPDATE meta SET value = value + ? WHERE key = ?", (change, key))

    def clear_index(self) -> None:
        """Empty everything that ``renew`` makes again, and note with what it is made."""
        for table in ("passages", "claims", "terms"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("INSERT INTO passages_index (passages_index) VALUES ('delete-all')")
        self._connection.execute("UPDATE meta SET value = 0 WHERE key IN ('claims', 'passages', 'size')")
        self._next_passage = 1
        stamp(self._connection)

    def renew(self, row: int, record: Record) -> None:
        """Store what is new of a document that is there: its passages and claims."""
        extent = (self._next_passage, len(record.passages), len(record.claims))
        self._connection.execute(_REINDEXED, (*extent, record.packed, row))
        self._put_passages(row, record)


def stamp(connection: sqlite3.Connection) -> None:
    """Note which extractor made the claims of the file, and how they are packed."""
    known = {"extractor_version": extractor_version(), "layout": json.dumps(layout())}
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", known.items())


def put_all(connection: sqlite3.Connection, records: Iterable[Record]) -> int:
    """Store records in one transaction; return how many there were."""
    stored = 0
    with transaction(connection):
        writer = Writer(connection)
        for record in records:
            writer.put(record)
            stored += 1
        writer.finish()
    return stored


def drop_all(connection: sqlite3.Connection, identifiers: Iterable[str]) -> int:
    """Remove documents by id in one transaction; return how many there were."""
    with transaction(connection):
        writer = Writer(connection)
        removed = sum(writer.drop(identifier) for identifier in identifiers)
        writer.finish()
    return removed
