"""Reading every stored text again, with the rules and lexicons of today, in one transaction."""

import sqlite3
from collections.abc import Iterator
from functools import partial

from claimcheck.bulk import ordered_map
from claimcheck.corpus.claimreview import Reviewed
from claimcheck.corpus.codec import Unpacker
from claimcheck.corpus.reader import Reader
from claimcheck.corpus.records import Item, prepare
from claimcheck.corpus.writer import Writer, transaction


def reindex(connection: sqlite3.Connection, max_text: int, workers: int = 1) -> int:
    """Make passages, claims and index of every document anew; return how many documents there are.

    Figures that came without a text are kept as they are. A text that was stored under a larger limit stays.
    """
    with transaction(connection):
        reader = Reader(connection)
        unpacker = reader.unpacker
        largest = connection.execute("SELECT coalesce(max(length(text)), 0) FROM documents").fetchone()[0]
        rows = [row for (row,) in connection.execute("SELECT row FROM documents ORDER BY row")]
        writer = Writer(connection)
        writer.clear_index()
        again = partial(prepare, max_text=max(max_text, 8 * largest))
        items = _stored(connection, reader, unpacker, rows)
        for row, record in zip(rows, ordered_map(again, items, workers), strict=True):
            writer.renew(row, record)
        writer.finish()
    return len(rows)


def _stored(connection: sqlite3.Connection, reader: Reader, unpacker: Unpacker, rows: list[int]) -> Iterator[Item]:
    """Yield what is extracted again, and the figures as they were stored."""
    for row in rows:
        origin, packed = connection.execute("SELECT origin, extraction FROM documents WHERE row = ?", (row,)).fetchone()
        document = reader.document(row)
        if origin == "values":
            yield unpacker.unpack(packed, document)
        else:
            yield document if origin == "text" else Reviewed(document, origin)
