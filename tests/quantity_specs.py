"""The spec tables of quantities: one JSON object a line, Input and Results, negative where the results are empty.

A result leaves out what is usual: modifier exact, no high, no ISO duration asked for. ``Whole`` says that the whole
input is the one quantity, which ``parse_quantity`` must read too.
"""

import json
from pathlib import Path
from typing import Any

from claimcheck.model.mentions import Quantity

TABLES = ("quantities", "money", "measures", "durations")


def rows(table: str) -> list[dict[str, Any]]:
    lines = (Path(__file__).parent / "specs" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def shown(quantity: Quantity, expected: dict[str, Any] | None = None) -> dict[str, Any]:
    """State a quantity as the tables do; the ISO duration only where it is asked for."""
    found = {
        "Text": quantity.text,
        "Value": None if quantity.value is None else str(quantity.value),
        "Unit": quantity.unit,
        "Kind": quantity.kind,
    }
    if quantity.modifier != "exact":
        found["Modifier"] = quantity.modifier
    if quantity.high is not None:
        found["High"] = str(quantity.high)
    if expected is None or "Iso" in expected:
        found["Iso"] = quantity.iso
    return found
