"""From files into a corpus: streaming, in batches of one transaction each, bad records set aside with their reason.

Ingesting is repeatable: a document replaces the one with its id, and one that is there already is not read again. So a
run that was killed is resumed by running it again.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import define

from claimcheck.corpus.claimreview import is_review, review
from claimcheck.corpus.figures import FIELDS, figure, is_figure
from claimcheck.corpus.files import Record, Refuse, Reject, data_files, raise_reject, read_records
from claimcheck.corpus.records import Item, checked
from claimcheck.corpus.schema import MAX_TEXT
from claimcheck.corpus.store import Corpus
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Document

# Documents of one transaction.
BATCH = 500

# Other names that a field goes by, after its own.
_ALIASES = {
    "text": ("content", "body"),
    "published": ("date", "date_published", "datePublished"),
    "title": ("headline",),
    "url": ("link",),
}


@define
class Ingested:
    """What came of an ingestion."""

    added: int = 0
    rejected: int = 0
    unchanged: int = 0


def read_documents(
    paths: Iterable[str | PathLike[str]], reject: Refuse = raise_reject, max_text: int = MAX_TEXT
) -> Iterator[Item]:
    """Yield the documents and figures of files and folders, in order, one at a time.

    ``reject`` is called for each record that is neither; by default it raises ``ClaimcheckError``.
    """
    for path in data_files(paths):
        for place, record in read_records(path, reject):
            try:
                yield item_of(record, max_text)
            except ClaimcheckError as error:
                reject(Reject(place, str(error)))


def item_of(record: Record, max_text: int = MAX_TEXT) -> Item:
    """Turn a record into a document, a review or the claim of a row of figures; ``ClaimcheckError`` if it is none.

    >>> item_of({"id": 7, "content": "خبر", "date": "2022-10-31T08:00:00Z"})
    Document(text='خبر', id='7', source=None, url=None, title=None, published=datetime.date(2022, 10, 31))
    """
    if is_figure(record):
        row = figure(record)
        checked(row.document, max_text)
        return row
    if is_review(record):
        reviewed = review(record)
        checked(reviewed.document, max_text)
        return reviewed
    text = _field(record, "text")
    if not isinstance(text, str):
        raise ClaimcheckError(f"neither a text nor {', '.join(FIELDS)}")
    identifier = record.get("id")
    return checked(
        Document(
            text=text,
            id=None if identifier in (None, "") else str(identifier),
            source=_field(record, "source"),
            url=_field(record, "url"),
            title=_field(record, "title"),
            published=_day(_field(record, "published")),
        ),
        max_text,
    )


def _field(record: Record, name: str) -> Any:
    """Return a field under its own or another name; an empty one is ``None``."""
    for key in (name, *_ALIASES.get(name, ())):
        if record.get(key) not in (None, ""):
            return record[key]
    return "" if name == "text" and "text" in record else None


def _day(value: Any) -> date | str | None:
    """Return the day of a date, a time stamp, or a string that begins with an ISO day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and len(value) > 10 and value[10] in "T ":
        return value[:10]
    return value  # type: ignore[no-any-return]


def ingest(
    corpus: Corpus,
    paths: Iterable[str | PathLike[str]],
    *,
    workers: int = 1,
    rejects: str | PathLike[str] | None = None,
    progress: Callable[[Ingested], None] | None = None,
    batch: int = BATCH,
) -> Ingested:
    """Add the documents and figures of files and folders to ``corpus``.

    With ``rejects``, the path of a JSON Lines file, bad records are written there with file, line and reason, and the
    rest goes on; without it the first one raises ``ClaimcheckError`` and its batch is not written. ``workers``
    processes extract; the result does not depend on their number. ``progress`` is called after each batch.
    """
    done = Ingested()
    files = [Path(path) for path in paths]
    data_files(files)
    if rejects is None:
        _add(corpus, read_documents(files, max_text=corpus.max_text), done, workers, progress, batch)
        return done
    with Path(rejects).open("w", encoding="utf-8") as stream:

        def put_aside(reject: Reject) -> None:
            done.rejected += 1
            line = {"file": reject.place.path, "line": reject.place.line, "reason": reject.reason}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")

        _add(corpus, read_documents(files, put_aside, corpus.max_text), done, workers, progress, batch)
    return done


def _add(
    corpus: Corpus,
    items: Iterator[Item],
    done: Ingested,
    workers: int,
    progress: Callable[[Ingested], None] | None,
    size: int,
) -> None:
    for added in corpus.add_in_batches(_changed(items, corpus, done), workers, size):
        done.added += added
        if progress:
            progress(done)


def _changed(items: Iterator[Item], corpus: Corpus, done: Ingested) -> Iterator[Item]:
    """Yield what is not stored as it is."""
    for item in items:
        if isinstance(item, Document) and item.id is not None and corpus.holds(item):
            done.unchanged += 1
        else:
            yield item
