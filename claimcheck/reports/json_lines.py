"""Reports as JSON lines: one object a text, in the shapes of ``to_dict`` with the text's ``file``."""

from collections.abc import Sequence

from claimcheck.model.claims import Extraction
from claimcheck.model.codec import json_text
from claimcheck.model.serial import to_dict
from claimcheck.reports.formats import Checked
from claimcheck.reports.messages import Language


def render(checked: Sequence[Checked], language: Language = "en") -> str:
    """Write a line a report."""
    del language  # both languages stand in every finding
    return "".join(json_text({"file": one.name, **to_dict(one.report)}) + "\n" for one in checked)


def render_extraction(name: str, extraction: Extraction, language: Language = "en") -> str:
    """Write an extraction as one line."""
    del language
    return json_text({"file": name, **to_dict(extraction)}) + "\n"
