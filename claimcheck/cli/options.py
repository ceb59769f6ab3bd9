"""The options that several commands share, with their help."""

from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """Languages of the reports."""

    en = "en"
    ar = "ar"


class ExtractFormat(StrEnum):
    """Formats of ``extract``."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


class CheckFormat(StrEnum):
    """Formats of ``check``."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    sarif = "sarif"
    claimreview = "claimreview"


class PlainFormat(StrEnum):
    """Formats of ``explain`` and ``corpus search``."""

    text = "text"
    json = "json"


Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When the text appeared, YYYY-MM-DD: what its 'yesterday' is counted from."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file instead of standard output.")
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the report.")]
MaxMb = Annotated[
    int,
    typer.Option(min=1, max=1000, envvar="CLAIMCHECK_MAX_MB", help="Refuse a text larger than this many megabytes."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, and only what is inconsistent.")]
MAX_MB = 10
