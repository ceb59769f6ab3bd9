"""Findings as SARIF 2.1.0, the format of static analysis tools: editors and code hosts show them at their place.

Columns count code points (``columnKind``), as claimcheck's spans do. Rules are the codes of findings; a finding against
the corpus is an error, one inside the text a warning. Specification: OASIS SARIF 2.1.0.
"""

from collections.abc import Sequence
from typing import Any

from claimcheck.model.codec import json_text
from claimcheck.reports.formats import Checked
from claimcheck.reports.messages import Language, table
from claimcheck.reports.places import Lines, address
from claimcheck.reports.text import code_name, labels
from claimcheck.reports.view import Card, cards

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _codes(checked: Sequence[Checked]) -> list[str]:
    """Return the codes of the rules: all that are documented, and those that occur."""
    occurring = {finding.code for one in checked for finding in one.report.findings}
    return sorted(occurring | set(table("interface")["codes"]["en"]))


def _rule(code: str, language: Language) -> dict[str, Any]:
    sentences = table("messages")["corpus"]
    sentence = sentences.get(code, sentences["other"])[language].format(found="…", expected="…")
    name = code_name(code, language)
    return {
        "id": code,
        "name": code.title().replace("_", "") + "Differs",  # SARIF wants a Pascal-case name other than the id
        "shortDescription": {"text": f"{labels(language)['inconsistencies']}: {name}"},
        "fullDescription": {"text": sentence},
    }


def _related(card: Card, uri: str, lines: Lines) -> list[dict[str, Any]]:
    """Return the other side: a place of the same text, or the reference by its address or its id."""
    finding, document = card.finding, card.document
    passage = "".join(piece.text for piece in card.other)
    if finding.other_span is not None:
        physical = {"artifactLocation": {"uri": uri}, "region": lines.region(finding.other_span)}
        return [{"id": 1, "physicalLocation": physical, "message": {"text": passage}}]
    if finding.evidence is None:
        return []
    related: dict[str, Any] = {"id": 1, "message": {"text": passage}}
    if document is not None and document.url:
        related["physicalLocation"] = {"artifactLocation": {"uri": document.url}}
    if document is not None and document.id:
        related["logicalLocations"] = [{"name": document.id, "fullyQualifiedName": document.source or document.id}]
    return [related]


def _results(checked: Checked, artifact: int, codes: list[str], language: Language) -> list[dict[str, Any]]:
    uri, text = address(checked.name), checked.report.extraction.text
    lines = Lines(text)
    results = []
    for card in cards(checked.report):
        finding = card.finding
        location: dict[str, Any] = {"artifactLocation": {"uri": uri, "index": artifact}}
        if finding.claim_span is not None:
            snippet = {"snippet": {"text": finding.claim_span.of(text)}}
            location["region"] = {**lines.region(finding.claim_span), **snippet}
        results.append(
            {
                "ruleId": finding.code,
                "ruleIndex": codes.index(finding.code),
                "level": "warning" if card.internal else "error",
                "message": {"text": finding.message_ar if language == "ar" else finding.message},
                "locations": [{"physicalLocation": location}],
                "relatedLocations": _related(card, uri, lines),
                "properties": {"expected": finding.expected, "found": finding.found, "scope": finding.scope},
            }
        )
    return results


def render(checked: Sequence[Checked], language: Language = "en") -> str:
    """Write the findings of all texts as one run."""
    from claimcheck import __version__

    codes = _codes(checked)
    driver = {"name": "claimcheck", "version": __version__, "rules": [_rule(code, language) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": address(one.name)}, "encoding": "UTF-8"} for one in checked],
        "results": [result for i, one in enumerate(checked) for result in _results(one, i, codes, language)],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"
