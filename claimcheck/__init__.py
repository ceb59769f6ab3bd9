"""claimcheck: the verifiable claims of Arabic news, and what contradicts them.

>>> import claimcheck
>>> claimcheck.parse_number("مليون وخمسمئة ألف")
1500000

Every name below loads on first use, so importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.bulk import check_many, extract_many
    from claimcheck.checking import check
    from claimcheck.comparison.names import NameComparison, compare_names
    from claimcheck.corpus import Corpus
    from claimcheck.extraction import extract
    from claimcheck.model.claims import Claim, Document, Extraction
    from claimcheck.model.mentions import Attribution, Name, Quantity, TimeExpression
    from claimcheck.model.serial import dumps, loads, to_dict
    from claimcheck.model.spans import Span
    from claimcheck.model.verdicts import Evidence, Finding, Report, Row, Verdict
    from claimcheck.recognizers.numbers import parse_number, parse_ordinal, spell_number
    from claimcheck.recognizers.quantities import find_quantities, parse_duration, parse_quantity
    from claimcheck.recognizers.times import find_times, parse_time
    from claimcheck.verification import verify

__version__ = "0.1.0"

_HOMES = {
    "claimcheck.bulk": ("check_many", "extract_many"),
    "claimcheck.checking": ("check",),
    "claimcheck.comparison.names": ("NameComparison", "compare_names"),
    "claimcheck.corpus": ("Corpus",),
    "claimcheck.extraction": ("extract",),
    "claimcheck.model.claims": ("Claim", "Document", "Extraction"),
    "claimcheck.model.mentions": ("Attribution", "Name", "Quantity", "TimeExpression"),
    "claimcheck.model.serial": ("dumps", "loads", "to_dict"),
    "claimcheck.model.spans": ("Span",),
    "claimcheck.model.verdicts": ("Evidence", "Finding", "Report", "Row", "Verdict"),
    "claimcheck.recognizers.numbers": ("parse_number", "parse_ordinal", "spell_number"),
    "claimcheck.recognizers.quantities": ("find_quantities", "parse_duration", "parse_quantity"),
    "claimcheck.recognizers.times": ("find_times", "parse_time"),
    "claimcheck.verification": ("verify",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Attribution",
    "Claim",
    "ClaimcheckError",
    "Corpus",
    "Document",
    "Evidence",
    "Extraction",
    "Finding",
    "Name",
    "NameComparison",
    "Quantity",
    "Report",
    "Row",
    "Span",
    "TimeExpression",
    "Verdict",
    "check",
    "check_many",
    "compare_names",
    "dumps",
    "extract",
    "extract_many",
    "find_quantities",
    "find_times",
    "loads",
    "parse_duration",
    "parse_number",
    "parse_ordinal",
    "parse_quantity",
    "parse_time",
    "spell_number",
    "to_dict",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use (PEP 562)."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted({*globals(), *__all__})
