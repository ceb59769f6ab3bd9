"""Is the file sound? Every table against every other, and the index against the passages. And making it small."""

import sqlite3
from collections import Counter

# A line a law: what must hold no row, and what it means if it does.
_LAWS = {
    "passages of no document": (
        "SELECT count(*) FROM passages p LEFT JOIN documents d ON d.row = p.document"
        " WHERE d.row IS NULL OR p.row < d.first_passage OR p.row >= d.first_passage + d.passages"
    ),
    "claims of no document": (
        "SELECT count(*) FROM claims c LEFT JOIN documents d ON d.row = c.document"
        " WHERE d.row IS NULL OR c.position >= d.claims"
    ),
    "documents that lack passages": (
        "SELECT count(*) FROM documents d WHERE d.passages !="
        " (SELECT count(*) FROM passages p WHERE p.row >= d.first_passage AND p.row < d.first_passage + d.passages)"
    ),
    "documents that lack claims": (
        "SELECT count(*) FROM documents d WHERE d.claims != (SELECT count(*) FROM claims c WHERE c.document = d.row)"
    ),
    "a wrong number of claims": (
        "SELECT count(*) FROM meta WHERE key = 'claims' AND value != (SELECT count(*) FROM claims)"
    ),
    "a wrong number of passages": (
        "SELECT count(*) FROM meta WHERE key = 'passages' AND value != (SELECT count(*) FROM passages)"
    ),
    "a wrong number of terms": (
        "SELECT count(*) FROM meta WHERE key = 'size' AND value != (SELECT coalesce(sum(size), 0) FROM passages)"
    ),
}


def problems(connection: sqlite3.Connection, *, writable: bool) -> list[str]:
    """Return what is wrong, a line a problem. The index is compared with its passages if the file is ``writable``."""
    found = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    if found:
        return found
    for meaning, query in _LAWS.items():
        count = connection.execute(query).fetchone()[0]
        if count:
            found.append(f"{meaning}: {count}")
    found += _frequencies(connection)
    if writable:
        found += _index(connection)
    return found


def _frequencies(connection: sqlite3.Connection) -> list[str]:
    """Compare the document frequencies with a fresh count."""
    counted: Counter[str] = Counter()
    for (terms,) in connection.execute("SELECT terms FROM passages WHERE terms != ''"):
        counted.update(terms.split(" "))
    stored = dict(connection.execute("SELECT term, df FROM terms"))
    wrong = sum(1 for term in stored.keys() | counted.keys() if stored.get(term, 0) != counted.get(term, 0))
    return [f"document frequencies that are wrong: {wrong}"] if wrong else []


def _index(connection: sqlite3.Connection) -> list[str]:
    """Let FTS5 compare its index with the passages."""
    try:
        connection.execute("INSERT INTO passages_index (passages_index, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        return [f"the index does not agree with the passages ({error})"]
    return []


def compact(connection: sqlite3.Connection) -> None:
    """Merge the segments of the index, rewrite the file without gaps and empty the log."""
    connection.execute("INSERT INTO passages_index (passages_index) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
