"""Ordinals: round trip, then the tables of ``specs/ordinals.jsonl``."""

from typing import Any

import pytest
from hypothesis import given
from number_specs import name, results, rows

from claimcheck import ClaimcheckError, parse_ordinal
from claimcheck.strategies.numbers import spelled_ordinals


@given(spelled_ordinals())
def test_what_is_spelled_is_read_back(drawn: tuple[str, int]) -> None:
    """parse_ordinal(spell_ordinal(n)) == n in both genders, all cases, with and without the article."""
    words, rank = drawn
    assert parse_ordinal(words) == rank


@pytest.mark.parametrize("row", rows("ordinals", whole=True), ids=name)
def test_whole_strings(row: dict[str, Any]) -> None:
    """A string that names a rank has it; any other is refused (null)."""
    try:
        rank: str | None = str(parse_ordinal(row["Input"]))
    except ClaimcheckError:
        rank = None
    assert rank == row["Whole"]


@pytest.mark.parametrize("row", rows("ordinals", whole=False), ids=name)
def test_sentences(row: dict[str, Any]) -> None:
    """Ranks are told from counts by their form and by their place."""
    assert results(row["Input"]) == row["Results"]
