"""The group ``corpus``: make, fill, look into and search a reference corpus."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli.inputs import MEGABYTE, read_words
from claimcheck.cli.options import MAX_MB, MaxMb, PlainFormat, Quiet
from claimcheck.cli.outputs import write
from claimcheck.cli.progress import tracked
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.corpus import Corpus
    from claimcheck.corpus.records import Item
    from claimcheck.model.verdicts import Evidence

group = typer.Typer(name="corpus", help="Make, fill, look into and search a reference corpus (one SQLite file).")

Place = Annotated[str, typer.Argument(metavar="PATH", help="The corpus file.")]
Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE_OR_FOLDER...", help="Documents: .jsonl, .csv, .parquet and .txt files, or folders."),
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read documents.")]


@group.command(epilog="Example: claimcheck corpus build reference.ccdb documents.jsonl")
def build(path: Place, sources: Sources, workers: Workers = 1, quiet: Quiet = False, max_mb: MaxMb = MAX_MB) -> None:
    """Make a new corpus of documents. A file that exists already is left alone."""
    from claimcheck.corpus import Corpus

    if Path(path).exists() or Path(path).is_symlink():  # a link that leads nowhere is somebody's too
        raise ClaimcheckError("exists already; use `corpus add`, or remove the file first", where=path)
    documents = _documents(sources, max_mb)
    try:
        with Corpus.open(path, max_text=max_mb * MEGABYTE) as corpus:
            _tell(corpus, path, corpus.add(tracked(documents, "reading", quiet), workers))
    except BaseException:
        for leftover in (path, f"{path}-wal", f"{path}-shm"):
            with suppress(OSError):  # what went wrong is the error to tell
                Path(leftover).unlink()
        raise


@group.command(epilog="Example: claimcheck corpus add reference.ccdb more/")
def add(path: Place, sources: Sources, workers: Workers = 1, quiet: Quiet = False, max_mb: MaxMb = MAX_MB) -> None:
    """Add documents to a corpus; one with the id of a stored document takes its place."""
    documents = _documents(sources, max_mb)
    with _existing(path, "rw", max_mb) as corpus:
        _tell(corpus, path, corpus.add(tracked(documents, "reading", quiet), workers))


@group.command(epilog="Example: claimcheck corpus remove reference.ccdb doc-17 doc-18")
def remove(path: Place, ids: Annotated[list[str], typer.Argument(metavar="ID...")]) -> None:
    """Remove documents by their ids."""
    with _existing(path, "rw") as corpus:
        unknown = [identifier for identifier in ids if corpus.get(identifier) is None]
        if unknown:
            raise ClaimcheckError("no such document in the corpus", where=", ".join(unknown))
        removed = corpus.remove(ids)
        write(f"{removed} removed; {corpus.document_count} documents, {corpus.claim_count} claims\n", None)


@group.command(epilog="Example: claimcheck corpus info reference.ccdb")
def info(path: Place) -> None:
    """Tell what a corpus holds, and whether it is sound and up to date."""
    with _existing(path, "r") as corpus:
        problems = corpus.verify_integrity()
        lines = [
            f"documents: {corpus.document_count}",
            f"claims: {corpus.claim_count}",
            f"bytes: {Path(path).stat().st_size}",
            f"up to date: {'yes' if corpus.current else 'no, run claimcheck corpus reindex'}",
            f"sound: {'yes' if not problems else 'no'}",
            *(f"  {problem}" for problem in problems),
        ]
    write("\n".join(lines) + "\n", None)


@group.command(epilog='Example: claimcheck corpus search reference.ccdb "قوات حفظ السلام" --limit 3')
def search(
    path: Place,
    query: Annotated[str, typer.Argument(help="Any words, a claim or a question.")],
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Passages at most.")] = 10,
    form: Annotated[PlainFormat, typer.Option("--format", "-f")] = PlainFormat.text,
) -> None:
    """Find the passages that answer a text best, best first."""
    words = read_words(query, "QUERY")
    with _existing(path, "r") as corpus:
        found = corpus.search(words, limit=limit)
    if form is PlainFormat.json:
        from claimcheck.model.codec import json_text
        from claimcheck.model.serial import to_dict

        write(json_text(to_dict(found), indent=2) + "\n", None)
        return
    write("".join(map(_evidence_text, found)), None)


@group.command(epilog="Example: claimcheck corpus reindex reference.ccdb")
def reindex(path: Place, workers: Workers = 1) -> None:
    """Read every stored text again with the rules and lexicons of this version."""
    with _existing(path, "rw") as corpus:
        renewed = corpus.reindex(workers)
        write(f"{renewed} documents read again; {corpus.claim_count} claims\n", None)


def _documents(sources: list[str], max_mb: int) -> "Iterable[Item]":
    """Check that every source exists, before the corpus is touched, and read their documents."""
    from claimcheck.corpus.ingest import read_documents

    for source in sources:
        if not Path(source).exists():
            raise ClaimcheckError("no such file or folder", where=source)
    return read_documents(sources, max_text=max_mb * MEGABYTE)


@contextmanager
def _existing(path: str, mode: Literal["r", "rw"], max_mb: int = MAX_MB) -> "Iterator[Corpus]":
    """Open a corpus that is there already: a command that reads or changes one never makes one."""
    from claimcheck.corpus import Corpus

    if not Path(path).exists():
        raise ClaimcheckError("no such corpus", where=path)
    with Corpus.open(path, mode=mode, max_text=max_mb * MEGABYTE) as corpus:
        yield corpus


def _tell(corpus: "Corpus", path: str, added: int) -> None:
    write(f"{path}: {added} added; {corpus.document_count} documents, {corpus.claim_count} claims\n", None)


def _evidence_text(evidence: "Evidence") -> str:
    from claimcheck.reports.bidi import clean
    from claimcheck.reports.layout import listed
    from claimcheck.reports.text import about

    document = evidence.document
    known = listed((document.id, *about(document)), 94) if document else ""
    return f"{evidence.score:.2f}  {known}\n      {clean(evidence.text or '')}\n"
