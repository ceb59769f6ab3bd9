"""What the tests of numbers and of ordinals share: reading a table of cases, and how a value is shown in it."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers import recognize_numbers
from claimcheck.text.tokens import Tokens

FOLDER = Path(__file__).parent / "specs"


def rows(table: str, whole: bool) -> list[dict[str, Any]]:
    """Return the lines of a table for whole strings, or those for sentences."""
    lines = (json.loads(line) for line in (FOLDER / f"{table}.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in lines if ("Whole" in row) == whole]


def name(row: dict[str, Any]) -> str:
    """Return the name of a case."""
    return str(row["Input"]) or "empty"


def shown(value: Number) -> str:
    """Return a value as the tables write it."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def results(text: str) -> list[dict[str, str]]:
    """Return the numbers of a sentence as the tables write them."""
    tokens = Tokens.of(text)
    return [
        {
            "Text": tokens.span(mention.first, mention.stop).of(text),
            "Value": shown(mention.value),
            "Type": "ordinal" if mention.ordinal else "cardinal",
        }
        for mention in recognize_numbers(tokens)
    ]
