"""The formats by name, and what is written in each: one function for checks, one for extractions."""

from collections.abc import Sequence
from importlib import import_module
from typing import Literal

from attrs import frozen

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Extraction
from claimcheck.model.verdicts import Report
from claimcheck.reports.messages import Language

Detail = Literal["brief", "usual", "full"]

CHECK_FORMATS = ("text", "json", "jsonl", "html", "sarif", "claimreview")
EXTRACT_FORMATS = ("text", "json", "jsonl", "html")

# Each module has render(checked, language) for the reports of checks, and for extractions render_extraction.
_MODULES = {
    "text": "claimcheck.reports.text",
    "json": "claimcheck.reports.plain_json",
    "jsonl": "claimcheck.reports.json_lines",
    "html": "claimcheck.reports.html",
    "sarif": "claimcheck.reports.sarif",
    "claimreview": "claimcheck.reports.claimreview",
}


@frozen
class Checked:
    """A report with the name of what was checked: a path as the user gave it, or ``-``."""

    name: str
    report: Report


def _module(name: str, known: tuple[str, ...]) -> str:
    if name not in known:
        raise ClaimcheckError(f"unknown format {excerpt(name)}", where=f"one of {', '.join(known)}")
    return _MODULES[name]


def render(
    checked: Sequence[Checked], form: str = "text", language: Language = "en", *, detail: Detail = "usual"
) -> str:
    """Write the reports of one or several texts in the format ``form``, one of ``CHECK_FORMATS``.

    ``detail`` is of the format ``text``: ``brief`` leaves out the list of what was read, ``full`` explains every claim.
    """
    module = import_module(_module(form, CHECK_FORMATS))
    options = {"detail": detail} if form == "text" else {}
    return str(module.render(checked, language, **options))


def render_extraction(name: str, extraction: Extraction, form: str = "text", language: Language = "en") -> str:
    """Write what was read from the text called ``name`` in the format ``form``, one of ``EXTRACT_FORMATS``."""
    module = import_module(_module(form, EXTRACT_FORMATS))
    return str(module.render_extraction(name, extraction, language))
