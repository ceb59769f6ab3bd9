"""Texts, dates and words from outside: each is checked here, and refused with its name and the place that is wrong."""

import sys
from datetime import date
from pathlib import Path

from attrs import evolve

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Document

STDIN = "-"
MEGABYTE = 1_000_000


def read_text(name: str, max_mb: int) -> str:
    """Return the text of a UTF-8 file, or of standard input for ``-``; a leading byte order mark is left out.

    A directory, a file that is missing, empty, larger than ``max_mb`` megabytes or no UTF-8 raises ``ClaimcheckError``.
    """
    data = _read_bytes(name, max_mb * MEGABYTE + 1)
    if len(data) > max_mb * MEGABYTE:
        raise ClaimcheckError(f"larger than {max_mb} MB, the limit that --max-mb sets", where=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise ClaimcheckError("not UTF-8", where=f"{name}, {byte}") from None
    if not text.strip():
        raise ClaimcheckError("no text in it, it is empty", where=name)
    return text


def _read_bytes(name: str, limit: int) -> bytes:
    if name == STDIN:
        if sys.stdin is None:
            raise ClaimcheckError("standard input is closed")
        return sys.stdin.buffer.read(limit)
    path = Path(name)
    if path.is_dir():
        raise ClaimcheckError("a directory, not a text", where=name)
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimcheckError("cannot be read", where=f"{name} ({reason})") from None


def read_date(value: str | None, option: str) -> date | None:
    """Return the date that an option gives as YYYY-MM-DD."""
    if value is None:
        return None
    try:
        if len(value) != len("YYYY-MM-DD"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ClaimcheckError(f"{option} is not a date (YYYY-MM-DD)", where=excerpt(value)) from None


def read_words(value: str, argument: str) -> str:
    """Return a text given as an argument; bytes that were no UTF-8 arrive as lone surrogates and are refused."""
    for place, char in enumerate(value):
        if "\ud800" <= char <= "\udfff":
            raise ClaimcheckError(f"{argument} is not UTF-8", where=f"character {place}")
    if not value.strip():
        raise ClaimcheckError(f"{argument} is empty")
    return value


def read_documents(name: str, published: date | None, max_mb: int) -> list[tuple[str, Document]]:
    """Return the document in a file with its name; of a ``.jsonl`` file, each line's document, called ``FILE#ID``.

    A document's own date wins over ``published``.
    """
    if not name.endswith(".jsonl"):
        return [(name, read_document(name, published, max_mb))]
    from claimcheck.corpus.ingest import read_documents as ingested

    _read_bytes(name, 1)
    found = []
    for item in ingested([name], max_text=max_mb * MEGABYTE):
        if not isinstance(item, Document):
            raise ClaimcheckError("only documents with a text can be checked", where=name)
        found.append((f"{name}#{item.id}", evolve(item, published=item.published or published)))
    if not found:
        raise ClaimcheckError("no document in it, it is empty", where=name)
    return found


def read_document(name: str, published: date | None, max_mb: int) -> Document:
    """Return the document in a file."""
    return Document(text=read_text(name, max_mb), published=published)
