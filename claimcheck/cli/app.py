"""The commands ``extract``, ``check`` and ``explain``; ``corpus`` is a group of its own."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.corpus import group as corpus_group
from claimcheck.cli.inputs import STDIN, read_date, read_document, read_documents, read_words
from claimcheck.cli.options import (
    MAX_MB,
    CheckFormat,
    ExtractFormat,
    Lang,
    Language,
    MaxMb,
    Output,
    PlainFormat,
    Published,
    Quiet,
)
from claimcheck.cli.outputs import check_output, format_for, write
from claimcheck.errors import ClaimcheckError
from claimcheck.reports.formats import Checked, Detail

if TYPE_CHECKING:
    from claimcheck.corpus import Corpus
    from claimcheck.model.claims import Document

app = typer.Typer(
    name="claimcheck",
    help="Read Arabic news, extract its verifiable claims and flag every inconsistency with a reference corpus.",
    epilog="Example: claimcheck check article.txt --corpus reference.ccdb --published 2022-11-01",
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.add_typer(corpus_group)


def _version(asked: bool) -> None:
    if asked:
        from claimcheck import __version__

        write(f"claimcheck {__version__}\n", None)
        raise typer.Exit


@app.callback()
def _everywhere(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    del version
    _shorten_warnings()


def _shorten_warnings() -> None:
    """Print the library's warnings as one line each, without the place in its sources."""
    import warnings

    from claimcheck.cli import say

    warnings.showwarning = lambda message, *_, **__: say(f"warning: {message}")


@app.command(epilog="Example: claimcheck extract article.txt --published 2022-11-01 --format json")
def extract(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="A UTF-8 text, or - for standard input.")] = STDIN,
    published: Published = None,
    form: Annotated[ExtractFormat | None, typer.Option("--format", "-f", help="Default: text.")] = None,
    output: Output = None,
    lang: Lang = Language.en,
    max_mb: MaxMb = MAX_MB,
) -> None:
    """List who said what, every figure, duration and date of a text."""
    day = read_date(published, "--published")
    check_output(output)
    document = read_document(file, day, max_mb)
    from claimcheck import extract as read
    from claimcheck.reports.formats import render_extraction

    extraction = read(document)
    write(render_extraction(file, extraction, format_for(form, output), lang.value), output)


@app.command(epilog="Example: claimcheck check article.txt --corpus reference.ccdb --format html --output report.html")
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|-]...", help="UTF-8 texts, or .jsonl files of documents; - is stdin."),
    ] = None,
    corpus: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="The reference corpus; without it, the text is checked against itself."),
    ] = None,
    published: Published = None,
    form: Annotated[CheckFormat | None, typer.Option("--format", "-f", help="Default: text.")] = None,
    output: Output = None,
    lang: Lang = Language.en,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A document of the corpus that is no evidence.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that check.")] = 1,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="How the verdict of every claim was reached.")
    ] = False,
    max_mb: MaxMb = MAX_MB,
) -> int:
    """Find what contradicts the corpus, or the text itself. Exit status 1 if something does."""
    day = read_date(published, "--published")
    check_output(output)
    if corpus is not None and not Path(corpus).exists():
        raise ClaimcheckError("no such corpus", where=corpus)
    named = [pair for name in files or [STDIN] for pair in read_documents(name, day, max_mb)]
    checked = _check_all(named, corpus, tuple(exclude or ()), workers, quiet)
    detail: Detail = "brief" if quiet else "full" if verbose else "usual"
    _write_reports(checked, format_for(form, output), output, lang, detail)
    from claimcheck.reports.view import failed

    return int(any(failed(one.report) for one in checked))


def _check_all(
    named: "Sequence[tuple[str, Document]]", corpus: str | None, exclude: tuple[str, ...], workers: int, quiet: bool
) -> list[Checked]:
    from contextlib import nullcontext

    from claimcheck.cli.progress import tracked

    documents = [document for _, document in named]
    with _opened(corpus) if corpus is not None else nullcontext() as opened:
        from claimcheck.bulk import check_many

        reports = check_many(documents, opened, workers, exclude=exclude)
        shown = tracked(reports, "checking", quiet, total=len(named))
        return [Checked(name, report) for (name, _), report in zip(named, shown, strict=True)]


def _opened(path: str) -> "Corpus":
    from claimcheck.corpus import Corpus

    return Corpus.open(path, mode="r")


def _write_reports(checked: Sequence[Checked], form: str, output: str | None, lang: Language, detail: Detail) -> None:
    if form == "text" and output is None and sys.stdout.isatty():
        from rich.console import Console

        from claimcheck.reports.text import print_report

        console = Console()
        for one in checked:
            print_report(console, one, lang.value, detail=detail)
        return
    from claimcheck.reports.formats import render

    write(render(checked, form, lang.value, detail=detail), output)


@app.command(epilog='Example: claimcheck explain "قتل 51 شخصاً في الانفجار" "قتل 15 شخصاً في الانفجار"')
def explain(
    claim: Annotated[str, typer.Argument(help="The claim, as words.")],
    reference: Annotated[str, typer.Argument(help="What it is compared with, as words.")],
    published: Published = None,
    reference_published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the reference appeared, YYYY-MM-DD.")
    ] = None,
    form: Annotated[PlainFormat, typer.Option("--format", "-f")] = PlainFormat.text,
) -> int:
    """Lay a claim beside a reference: every part of both once, and the level that decided. Exit status 1 if refuted."""
    days: tuple[date | None, date | None] = (
        read_date(published, "--published"),
        read_date(reference_published, "--reference-published"),
    )
    texts = (read_words(claim, "CLAIM"), read_words(reference, "REFERENCE"))
    from claimcheck import verify

    verdict = verify(*texts, published=days[0], reference_published=days[1])
    if form is PlainFormat.json:
        from claimcheck.model.codec import json_text
        from claimcheck.model.serial import to_dict

        write(json_text(to_dict(verdict), indent=2) + "\n", None)
    else:
        write(verdict.explain() + "\n", None)
    return int(verdict.label == "refuted")
