"""Reports as indented JSON: the shapes of ``to_dict``. Several texts become an array in which each names its file."""

from collections.abc import Sequence

from claimcheck.model.claims import Extraction
from claimcheck.model.codec import json_text
from claimcheck.model.serial import to_dict
from claimcheck.reports.formats import Checked
from claimcheck.reports.messages import Language


def render(checked: Sequence[Checked], language: Language = "en") -> str:
    """Write one report as an object, several as an array of objects with a ``file``."""
    del language  # both languages stand in every finding
    if len(checked) == 1:
        return json_text(to_dict(checked[0].report), indent=2) + "\n"
    return json_text([{"file": one.name, **to_dict(one.report)} for one in checked], indent=2) + "\n"


def render_extraction(name: str, extraction: Extraction, language: Language = "en") -> str:
    """Write an extraction as an object."""
    del name, language
    return json_text(to_dict(extraction), indent=2) + "\n"
