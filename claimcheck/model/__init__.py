"""The values that flow through the library: plain frozen attrs classes without logic of their own.

``spans``, ``mentions`` (quantity, time, name, attribution), ``claims`` (document, claim, extraction) and ``verdicts``
(row, finding, evidence, verdict, report). Serialisation to and from plain dictionaries is in ``serial``.
"""

from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.mentions import (
    Attribution,
    Content,
    Cue,
    Inferred,
    Name,
    Number,
    Quantity,
    RuleStep,
    Source,
    TimeExpression,
)
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence, Finding, Report, Row, Verdict

__all__ = [
    "Attribution",
    "Claim",
    "Content",
    "Cue",
    "Document",
    "Evidence",
    "Extraction",
    "Finding",
    "Inferred",
    "Name",
    "Number",
    "Quantity",
    "Report",
    "Row",
    "RuleStep",
    "Source",
    "Span",
    "TimeExpression",
    "Verdict",
]
