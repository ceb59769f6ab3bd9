"""The shipped JSON Schemas describe what to_dict gives: all of it, and nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings
from report_samples import CONSISTENT, REPORT
from test_serial import EVIDENCE, EXTRACTIONS, QUANTITIES, REPORTS, TIMES, VERDICTS

from claimcheck.errors import ClaimcheckError
from claimcheck.model.serial import to_dict
from claimcheck.reports.schemas import schema

jsonschema = pytest.importorskip("jsonschema")


def closed(node: Any) -> Any:
    """Return a schema that admits no field that it does not describe (users may meet more: fields may be added)."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: closed(item) for key, item in node.items()}
    if "allOf" in node:
        return inner | {"unevaluatedProperties": False}
    return inner


def validator(name: str, *, strict: bool = True) -> Any:
    whole = schema(name)
    jsonschema.Draft202012Validator.check_schema(whole)
    if strict:
        whole = closed(whole)
        for part in whole["$defs"].values():
            if part.get("type") == "object" and part not in (whole["$defs"]["verdict"], whole["$defs"]["finding"]):
                part["additionalProperties"] = False
    return jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker())


@settings(max_examples=60)
@given(REPORTS)
def test_reports_are_valid(report):
    """Every report's dictionary, with all that is in it, fits the schema."""
    validator("report").validate(to_dict(report))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("extraction", EXTRACTIONS),
        ("verdict", VERDICTS),
        ("evidence", EVIDENCE),
        ("quantity", QUANTITIES),
        ("time", TIMES),
    ],
)
def test_results_are_valid(name, values):
    """Every other result fits its schema, its own fields required."""
    checker = validator(name)

    @settings(max_examples=30)
    @given(values)
    def holds(value):
        plain = to_dict(value)
        checker.validate(plain)
        for field in plain:
            assert not checker.is_valid({key: item for key, item in plain.items() if key != field}), field

    holds()


def test_samples_are_valid():
    """Reports made by hand fit, and the schema is not one that lets everything through."""
    for report in (REPORT, CONSISTENT):
        validator("report").validate(to_dict(report))
    broken = to_dict(REPORT)
    broken["verdicts"][0]["label"] = "perhaps"
    assert not validator("report", strict=False).is_valid(broken)
    broken = to_dict(REPORT)
    broken["extraction"]["quantities"][0]["value"] = 5000
    assert not validator("report", strict=False).is_valid(broken)


def test_unknown_schema_is_named():
    """A schema that does not exist is an error that names those that do."""
    with pytest.raises(ClaimcheckError, match=r"nothing.*report"):
        schema("nothing")
