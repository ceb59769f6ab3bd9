"""The corpus: one SQLite file of documents, what was read from them, and the index by which it is found."""

import sqlite3
import warnings
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from os import PathLike, fspath
from types import TracebackType
from typing import Literal

from attrs import evolve

from claimcheck.corpus import integrity, reindexing
from claimcheck.corpus.candidates import Candidate, at_most, spread
from claimcheck.corpus.connection import MEMORY, Mode, connect, copied, translated
from claimcheck.corpus.filters import Filters, speaker_terms, with_terms
from claimcheck.corpus.fingerprint import extractor_version
from claimcheck.corpus.loose import respelled
from claimcheck.corpus.query import Query, claim_query, text_query
from claimcheck.corpus.reader import Reader
from claimcheck.corpus.records import Item, Record, prepare
from claimcheck.corpus.retrieval import Finder, frequencies, read_totals, whole
from claimcheck.corpus.schema import MAX_TEXT
from claimcheck.corpus.terms import escape
from claimcheck.corpus.writer import drop_all, put_all
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.verdicts import Evidence


class OutdatedCorpusWarning(UserWarning):
    """The claims of a corpus were read by other rules or lexicons than these; ``reindex`` reads them again."""


class Corpus:
    """Reference documents with their claims. Open one with ``Corpus.open``; it closes itself in a ``with`` block.

    >>> with Corpus.open(":memory:") as corpus:
    ...     added = corpus.add([Document(id="a", text="قتل 15 شخصاً في انفجار في المرفأ.")])
    ...     corpus.search("انفجار المرفأ")[0].document.id
    'a'
    """

    def __init__(self, connection: sqlite3.Connection, path: str, mode: Mode, max_text: int) -> None:
        """Wrap an open connection; use ``Corpus.open``."""
        self._connection = connection
        self._path = path
        self._mode: Mode = mode
        self._max_text = max_text
        self._reader = Reader(connection)
        self._idf: dict[str, float] = {}

    @classmethod
    def open(cls, path: str | PathLike[str], mode: Literal["rw", "r"] = "rw", *, max_text: int = MAX_TEXT) -> "Corpus":
        """Open the corpus at ``path``, a file or ``":memory:"``.

        Mode ``rw`` creates the file if there is none; ``r`` never creates or writes. ``max_text`` is the size in bytes
        of UTF-8 over which ``add`` refuses a document. Raises ``ClaimcheckError`` for a file that is no corpus, is
        damaged, or has a newer schema.
        """
        name = fspath(path)
        corpus = cls(connect(name, mode), name, mode, max_text)
        if mode == "r" and not corpus.current:
            message = f"{name}: made with other rules or lexicons; run `claimcheck corpus reindex`"
            warnings.warn(OutdatedCorpusWarning(message), stacklevel=2)
        return corpus

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._reader.forget()
        self._connection.close()

    def __enter__(self) -> "Corpus":
        """Return the corpus itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    @property
    def path(self) -> str:
        """Where the corpus is: a file, or ``":memory:"``."""
        return self._path

    @property
    def max_text(self) -> int:
        """The size in bytes over which a document is refused."""
        return self._max_text

    @property
    def current(self) -> bool:
        """Whether the claims were read by the rules and lexicons that are in use now."""
        with self._reading():
            return self._reader.meta("extractor_version") == extractor_version()

    @property
    def claim_count(self) -> int:
        """The number of claims."""
        with self._reading():
            return whole(self._reader.meta("claims"), "claims")

    @property
    def document_count(self) -> int:
        """The number of documents."""
        with self._reading():
            return int(self._connection.execute("SELECT count(*) FROM documents").fetchone()[0])

    def documents(self) -> Iterator[Document]:
        """Yield every document, in the order of the ids."""
        last = ""
        while True:
            with self._reading():
                page = self._reader.documents_after(last)
            yield from page
            if not page:
                return
            last = str(page[-1].id)

    def get(self, identifier: str) -> Extraction | None:
        """Return what was read from the document with this id, ``None`` if there is none."""
        with self._reading():
            found = self._connection.execute("SELECT row FROM documents WHERE id = ?", (identifier,)).fetchone()
            return self._reader.extraction(found[0]) if found else None

    def holds(self, document: Document) -> bool:
        """Tell whether exactly this document is stored, read by the rules of today."""
        with self._reading():
            found = self._connection.execute(
                "SELECT row FROM documents WHERE id = ? AND origin = 'text'", (document.id,)
            ).fetchone()
            return bool(found) and self._reader.document(found[0]) == document and self.current

    def add(self, documents: Iterable[Item], workers: int = 1) -> int:
        """Store documents, each in place of one with the same id; return how many there were.

        One call is one transaction: if any document is refused, nothing is written. A document without an id gets one
        from its content. An ``Extraction`` is stored as it is (figures without a text), and a ``Reviewed`` text is
        evidence for what its rating says. ``workers`` processes extract.
        """
        with self._writing():
            return put_all(self._connection, self._records(documents, workers))

    def add_in_batches(self, documents: Iterable[Item], workers: int = 1, size: int = 500) -> Iterator[int]:
        """Store a stream of documents, ``size`` of them a transaction; yield after each how many it stored.

        The first document that is refused ends it with ``ClaimcheckError``; the batches before it are kept.
        """
        records = self._records(documents, workers)
        while batch := list(islice(records, size)):
            with self._writing():
                stored = put_all(self._connection, batch)
            yield stored

    def _records(self, documents: Iterable[Item], workers: int) -> Iterator[Record]:
        from claimcheck.bulk import ordered_map

        if isinstance(documents, (Document, Extraction, str)):
            raise ClaimcheckError("a list of documents is needed", where=type(documents).__name__)
        return ordered_map(partial(prepare, max_text=self._max_text), documents, workers)

    def remove(self, identifiers: Iterable[str]) -> int:
        """Remove documents by id; return how many there were. Unknown ids are no error."""
        if isinstance(identifiers, str):
            raise ClaimcheckError("remove takes a list of ids", where=repr(identifiers))
        with self._writing():
            return drop_all(self._connection, identifiers)

    def reindex(self, workers: int = 1) -> int:
        """Extract every stored text again and build the index anew, in one transaction; return how many there were."""
        with self._writing(fresh=False):
            return reindexing.reindex(self._connection, self._max_text, workers)

    def compact(self) -> None:
        """Merge the index and give unused space back to the disk."""
        with self._writing():
            integrity.compact(self._connection)

    def verify_integrity(self) -> list[str]:
        """Return what is wrong with the file, a line a problem; an empty list if nothing is."""
        with translated(self._path):
            return integrity.problems(self._connection, writable=self._mode == "rw")

    def search(
        self,
        query: str,
        limit: int = 10,
        *,
        per_document: int = 1,
        exclude: Collection[str] = (),
        source: str | None = None,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Evidence]:
        """Return the passages that answer ``query`` best, best first, with scores from 0 to 1.

        ``query`` is any text, loose writing included. At most ``per_document`` passages of one document come.
        ``exclude`` are ids of documents; ``source`` and the days ``[since, until]`` of publication are the document's;
        ``speaker`` is a name, or part of one, of somebody who speaks in the passage.
        """
        if not isinstance(query, str):
            raise ClaimcheckError("a query is a text", where=type(query).__name__)
        filters = Filters(exclude, source, since, until)
        required = speaker_terms(speaker)
        asked = text_query(query)
        with self._reading():
            known = evolve(asked, weights=respelled(self._connection, asked.weights))
            finder = self._finder(with_terms(known, required))
            hits = filters.admit(finder.hits(required, limit), self._reader)
            return [self._reader.evidence(hit) for hit in islice(at_most(hits, per_document), max(limit, 0))]

    def candidates(
        self, claim: Claim, extraction: Extraction, limit: int = 10, exclude: Collection[str] = ()
    ) -> list[Candidate]:
        """Return the stored claims that may answer ``claim``, a claim of ``extraction``, best first."""
        query = claim_query(claim, extraction)
        with self._reading():
            hits = Filters(exclude).admit(self._finder(query).hits(wanted=limit), self._reader)
            return [
                Candidate(hit.score, hit.claims, query, partial(self._extraction, hit.document))
                for hit in spread(hits, limit)
            ]

    def _finder(self, query: Query) -> Finder:
        return Finder(self._connection, query, self._reader.postings)

    def _extraction(self, row: int) -> Extraction:
        with self._reading():
            return self._reader.extraction(row)

    def idf(self, term: str) -> float:
        """Return the weight of a stem: the rarer in this corpus, the heavier. 0 in an empty corpus."""
        weight = self._idf.get(term)
        if weight is None:
            with self._reading():
                totals = read_totals(self._connection)
                key = escape(term)
                weight = totals.idf(frequencies(self._connection, [key]).get(key, 0)) if totals.passages else 0.0
            self._idf[term] = weight
        return weight

    @contextmanager
    def shared(self) -> Iterator[str]:
        """Give the path of a file with this content, for other processes to open in mode ``r``."""
        if self._path != MEMORY:
            yield self._path
            return
        with translated(self._path), copied(self._connection) as path:
            yield path

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Let everything in the block see one state of the file."""
        with translated(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                if self._reader.refresh():
                    self._idf.clear()
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self, *, fresh: bool = True) -> Iterator[None]:
        """Allow the block to write; read the stored texts again first where other rules had read them."""
        if self._mode == "r":
            raise ClaimcheckError("the corpus is open for reading only", where=self._path)
        if fresh and not self.current:
            self.reindex()
        try:
            with translated(self._path):
                yield
        finally:
            self._reader.forget()
            self._idf.clear()
