"""Reading documents and their extractions back, the most recent ones kept in memory."""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable

from claimcheck.corpus.codec import Unpacker
from claimcheck.corpus.retrieval import Hit, Postings
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Document, Extraction
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence

_COLUMNS = "id, source, url, title, published, text"
# Extractions kept unpacked; a checked article meets the same few documents claim after claim.
_KEPT = 512
# Documents that are listed in one go.
_PAGE = 200


class Reader:
    """Documents of one connection by row. Forgets what it kept as soon as anyone has changed the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from ``connection``."""
        self._connection = connection
        self._kept: OrderedDict[int, Extraction] = OrderedDict()
        self._unpacker: Unpacker | None = None
        self.postings = Postings()
        self._seen: int | None = None

    def refresh(self) -> bool:
        """Notice, at the start of a read, whether others have written; forget what is kept then."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version == self._seen:
            return False
        self.forget()
        self._seen = version
        return True

    def forget(self) -> None:
        """Drop everything that is kept."""
        self._kept.clear()
        self.postings = Postings()
        self._unpacker = None

    def meta(self, key: str) -> str:
        """Return an entry of the file's own description."""
        found = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise ClaimcheckError("the corpus is damaged or incomplete", where=f"no {key}")
        return str(found[0])

    def extraction(self, row: int) -> Extraction:
        """Return what was read from the document in ``row``."""
        kept = self._kept.get(row)
        if kept is not None:
            self._kept.move_to_end(row)
            return kept
        select = f"SELECT {_COLUMNS}, extraction FROM documents WHERE row = ?"
        found = self._connection.execute(select, (row,)).fetchone()
        if found is None:
            raise ClaimcheckError("the document is no longer in the corpus", where=f"row {row}")
        self._kept[row] = extraction = self.unpacker.unpack(found[6], _document(found))
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return extraction

    @property
    def unpacker(self) -> Unpacker:
        """What restores the extractions of this file."""
        if self._unpacker is None:
            try:
                self._unpacker = Unpacker(json.loads(self.meta("layout")))
            except ValueError:
                raise ClaimcheckError("the corpus is damaged", where="layout: no JSON") from None
        return self._unpacker

    def document(self, row: int) -> Document:
        """Return the document in ``row``."""
        kept = self._kept.get(row)
        if kept is not None:
            return kept.document
        found = self._connection.execute(f"SELECT {_COLUMNS} FROM documents WHERE row = ?", (row,)).fetchone()
        if found is None:
            raise ClaimcheckError("the document is no longer in the corpus", where=f"row {row}")
        return _document(found)

    def evidence(self, hit: Hit) -> Evidence:
        """Return what a hit says: its sentence; for a title the first sentence under it; nothing for figures."""
        document = self.document(hit.document)
        place: tuple[int | None, int | None] | None = (hit.start, hit.stop)
        if hit.start is None and not hit.claims:
            select = "SELECT start, stop FROM passages WHERE document = ? AND row = ?"
            place = self._connection.execute(select, (hit.document, hit.row + 1)).fetchone()
        start, stop = place or (None, None)
        span = None if start is None or stop is None else Span(start, stop)
        text = None if span is None else span.of(document.text)
        return Evidence(text=text, score=hit.score, span=span, document=document)

    def documents_after(self, identifier: str) -> list[Document]:
        """Return the next documents in the order of the ids."""
        select = f"SELECT {_COLUMNS} FROM documents WHERE id > ? ORDER BY id LIMIT {_PAGE}"
        return [_document(found) for found in self._connection.execute(select, (identifier,))]

    def attributes(self, rows: Iterable[int]) -> dict[int, tuple[str, str | None, str | None]]:
        """Return id, source and day of documents by row."""
        wanted = list(set(rows))
        select = f"SELECT row, id, source, published FROM documents WHERE row IN ({','.join('?' * len(wanted))})"
        return {row: (name, source, day) for row, name, source, day in self._connection.execute(select, wanted)}


def _document(found: tuple[str | None, ...]) -> Document:
    name, source, url, title, published, text = found[:6]
    return Document(text=text or "", id=name, source=source, url=url, title=title, published=published)
