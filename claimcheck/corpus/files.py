"""Files of documents and figures as a stream of records: JSON Lines, CSV, Parquet, plain texts, and folders of these.

A record that cannot be used is handed to ``reject`` with file, line and reason; without one it raises.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from claimcheck.corpus.schema import MAX_TEXT
from claimcheck.errors import ClaimcheckError, excerpt

Record = dict[str, Any]


@frozen
class Place:
    """Where a record stands: the file, and its line or row (from 1; ``None`` for a file that is one record)."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        """Return it as error messages name it.

        >>> str(Place("a.jsonl", 3))
        'a.jsonl, line 3'
        """
        return self.path if self.line is None else f"{self.path}, line {self.line}"


@frozen
class Reject:
    """A record that was left out, and why."""

    place: Place
    reason: str


Refuse = Callable[[Reject], None]


def raise_reject(reject: Reject) -> None:
    """Raise ``ClaimcheckError`` for a record that cannot be used."""
    raise ClaimcheckError(reject.reason, where=str(reject.place))


def read_records(path: Path, reject: Refuse = raise_reject) -> Iterator[tuple[Place, Record]]:
    """Yield the records of one file, by its suffix, in order."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ClaimcheckError(f"files of {', '.join(sorted(_READERS))} are read, not this", where=str(path))
    try:
        yield from reader(path, reject)
    except OSError as error:
        raise ClaimcheckError(f"the file cannot be read ({error.strerror})", where=str(path)) from None


def data_files(paths: Iterable[str | PathLike[str]]) -> list[Path]:
    """Return the files, and of each folder those of the known kinds inside it, in the order of their paths."""
    found: list[Path] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = [file for file in path.rglob("*") if file.suffix.lower() in _READERS and file.is_file()]
            if not inside:
                raise ClaimcheckError("the folder has no file of a kind that is read", where=str(path))
            found += sorted(inside)
        elif path.exists():
            found.append(path)
        else:
            raise ClaimcheckError("there is no such file", where=str(path))
    return found


def _json_lines(path: Path, reject: Refuse) -> Iterator[tuple[Place, Record]]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            place = Place(str(path), number)
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
                if not text:
                    continue
                record = json.loads(text, parse_float=Decimal)
            except UnicodeDecodeError as error:
                reject(Reject(place, f"not UTF-8 (byte {error.start + 1})"))
            except (ValueError, RecursionError) as error:
                reject(Reject(place, f"not JSON ({error})"))
            else:
                if isinstance(record, dict):
                    yield place, record
                else:
                    reject(Reject(place, "not a JSON object"))


def _table(path: Path, reject: Refuse) -> Iterator[tuple[Place, Record]]:
    """Read a CSV with a header; comma, semicolon or tab, whichever the header uses most."""
    # A field may hold a whole text; the limit is the module's own and can be set for all only.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * MAX_TEXT))
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        header = stream.readline()
        stream.seek(0)
        rows = csv.DictReader(stream, delimiter=max(",;\t", key=header.count))
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                reject(Reject(Place(str(path), rows.line_num), f"not CSV ({error})"))
                continue
            place = Place(str(path), rows.line_num)
            problem = _problem(row)
            if problem:
                reject(Reject(place, problem))
            else:
                yield place, {str(key).strip(): value for key, value in row.items()}


def _problem(row: dict[Any, Any]) -> str | None:
    if None in row or None in row.values():
        return "not as many fields as the header has"
    if any("\ud800" <= character <= "\udfff" for value in row.values() for character in value if character > "\ud7ff"):
        return "not UTF-8"
    return None


def _parquet(path: Path, reject: Refuse) -> Iterator[tuple[Place, Record]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ClaimcheckError("Parquet is read with pyarrow: install claimcheck-ar[frames]", where=str(path)) from None
    try:
        number = 0
        for batch in ParquetFile(path).iter_batches(batch_size=1000):
            for record in batch.to_pylist():
                number += 1
                yield Place(str(path), number), record
    except ArrowException as error:
        reject(Reject(Place(str(path)), f"not Parquet ({excerpt(str(error))})"))


def _plain_text(path: Path, reject: Refuse) -> Iterator[tuple[Place, Record]]:
    place = Place(str(path))
    try:
        yield place, {"id": path.name, "text": path.read_bytes().decode("utf-8-sig")}
    except UnicodeDecodeError as error:
        reject(Reject(place, f"not UTF-8 (byte {error.start + 1})"))


_READERS: dict[str, Callable[[Path, Refuse], Iterator[tuple[Place, Record]]]] = {
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _table,
    ".tsv": _table,
    ".parquet": _parquet,
    ".txt": _plain_text,
}
