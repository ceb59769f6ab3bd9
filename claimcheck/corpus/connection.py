"""Opening a corpus file: read or write, read-only folders, and one clear error for everything that can be wrong.

SQLite keeps a reader's view whole while a writer commits (write-ahead log), also across processes. In a folder that
cannot be written no lock files can be made; where no ``-wal`` lies beside the file nothing is pending either, so it is
opened as immutable there.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from claimcheck.corpus.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES
from claimcheck.errors import ClaimcheckError

Mode = Literal["rw", "r"]
MEMORY = ":memory:"

# A writer waits so long (seconds) for another to finish its batch.
_WAIT = 60.0
# Pages kept in memory, in KiB.
_CACHE = 32_768


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn every error of SQLite inside the block into a ``ClaimcheckError`` that names the file."""
    try:
        yield
    except UnicodeEncodeError:
        raise ClaimcheckError("a lone surrogate is in no corpus, so nothing with it is found", where=path) from None
    except sqlite3.Error as error:
        raise ClaimcheckError(_explain(error), where=path) from error


def _explain(error: sqlite3.Error) -> str:
    """Say in the user's words what SQLite reports."""
    reason = str(error)
    known = {
        "not a database": "not a claimcheck corpus",
        "malformed": "the corpus is damaged",
        "disk I/O error": "the corpus cannot be read or written (disk I/O error)",
        "is full": "the disk is full; nothing of this batch was written",
        "locked": "the corpus is being written by another process",
        "readonly": "the corpus is open for reading only",
        "unable to open": "the corpus cannot be opened",
        "no such table": "the corpus is damaged or incomplete",
        "closed database": "the corpus is closed",
    }
    for part, message in known.items():
        if part in reason:
            return message
    return f"the corpus cannot be used ({reason})"


def connect(path: str, mode: Mode) -> sqlite3.Connection:
    """Open ``path``; in mode ``rw`` a missing or empty file becomes an empty corpus. Checks whose file it is."""
    if mode not in ("rw", "r"):
        raise ClaimcheckError("mode is 'rw' or 'r'", where=repr(mode))
    if path == MEMORY:
        uri = MEMORY
    else:
        _check_place(path, mode)
        uri = _uri(path, mode)
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT)
    try:
        with translated(path):
            _prepare(connection, path, mode)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def copied(connection: sqlite3.Connection) -> Iterator[str]:
    """Give the path of a temporary file with the content of a connection."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="claimcheck-") as folder:
        path = str(Path(folder) / "corpus.ccdb")
        copy = sqlite3.connect(path)
        connection.backup(copy)
        copy.close()
        yield path


def _check_place(path: str, mode: Mode) -> None:
    place = Path(path)
    if "\0" in path:
        raise ClaimcheckError("no path of a file", where=repr(path))
    if place.is_dir():
        raise ClaimcheckError("a corpus is one file, this is a folder", where=path)
    if mode == "r" and not place.exists():
        raise ClaimcheckError("there is no such corpus", where=path)
    if mode == "rw" and not place.parent.is_dir():
        raise ClaimcheckError("there is no such folder", where=str(place.parent))


def _uri(path: str, mode: Mode) -> str:
    """Return the SQLite URI of a file for a mode.

    A reader opens a writable file in mode ``rw`` and forbids itself writing, so that SQLite tidies its lock files away.
    """
    place = Path(path)
    uri = f"file:{quote(os.fsencode(place.absolute()))}"
    if mode == "rw":
        return f"{uri}?mode=rwc"
    if os.access(place, os.W_OK) and os.access(place.parent, os.W_OK):
        return f"{uri}?mode=rw"
    pending = Path(f"{path}-wal")
    if pending.exists() and pending.stat().st_size:
        return f"{uri}?mode=ro"
    return f"{uri}?immutable=1"


def _prepare(connection: sqlite3.Connection, path: str, mode: Mode) -> None:
    """Check that the file is a corpus of this schema, or make it one."""
    application, version, tables = _identity(connection)
    if not application and not tables and not version:
        if mode == "r" and path != MEMORY:
            raise ClaimcheckError("not a claimcheck corpus (an empty file)", where=path)
        _create(connection)
    elif application != APPLICATION_ID:
        raise ClaimcheckError("not a claimcheck corpus", where=path)
    elif version > SCHEMA_VERSION:
        raise ClaimcheckError(
            f"the corpus has schema {version}, this claimcheck reads up to {SCHEMA_VERSION}: upgrade claimcheck",
            where=path,
        )
    connection.execute("PRAGMA query_only=1" if mode == "r" else "PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")


def _identity(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Return application id, schema version and, where there is no id, the number of tables."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application:
        return application, version, 1
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application, version, tables


def _create(connection: sqlite3.Connection) -> None:
    """Lay out an empty corpus, unless another process has just done it."""
    from claimcheck.corpus.writer import stamp

    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _identity(connection)[2]:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.executemany("INSERT INTO meta VALUES (?, 0)", [("claims",), ("passages",), ("size",)])
            stamp(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
