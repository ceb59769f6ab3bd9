"""Quantities: the laws first, then the tables of ``specs/``."""

import time
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_specs import TABLES, rows, shown

from claimcheck.errors import ClaimcheckError
from claimcheck.model.mentions import Quantity
from claimcheck.recognizers.quantities import find_quantities, parse_duration, parse_quantity
from claimcheck.strategies.quantities import durations, quantities

CASES = [(table, row) for table in TABLES for row in rows(table)]


def key(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.high, quantity.modifier, quantity.unit, quantity.kind


@pytest.mark.parametrize(("table", "row"), CASES, ids=[f"{table}: {row['Input']}" for table, row in CASES])
def test_spec(table: str, row: dict[str, Any]) -> None:
    """A text holds exactly the quantities of its row; a row that is whole parses to the same."""
    found = find_quantities(row["Input"])
    expected = row["Results"]
    blank: dict[str, Any] = {}
    shape = [*expected, *[blank] * len(found)]
    assert [shown(quantity, wanted) for quantity, wanted in zip(found, shape, strict=False)] == expected
    if row.get("Whole"):
        assert shown(parse_quantity(row["Input"]), expected[0]) == expected[0]


def test_there_are_specs_enough() -> None:
    """At least 800 cases, a good part of them negative, and no input twice in a table."""
    assert len(CASES) >= 800
    assert sum(not row["Results"] for _, row in CASES) >= 50
    assert len({(table, row["Input"]) for table, row in CASES}) == len(CASES)


@given(quantities())
def test_what_is_composed_is_read_back(drawn: tuple[str, Quantity]) -> None:
    """A quantity composed of modifier, number and noun is parsed to its value, high, modifier, unit and kind."""
    text, wanted = drawn
    assert key(parse_quantity(text)) == key(wanted)


@given(durations())
def test_durations_are_read_back(drawn: tuple[str, Quantity]) -> None:
    """A composed duration is parsed to its value, unit, modifier and ISO form."""
    text, wanted = drawn
    found = parse_duration(text)
    assert key(found) == key(wanted)
    assert found.iso == wanted.iso


WORDS = """نحو أكثر من بين و إلى 5 7 12 300 3.5 2,464 مليون آلاف ألف شخصا قتلى دولار ريال دينار ساعة يومين شهر نصف
ونصف % في المئة كم متر مربع الثالث الثالثة المركز الدقيقة عمره عاما - ( ) " ، . / صفر واحد على الأقل لا يقل عن تجاوز
هدف مقابل نظيف بضع ونيف المادة رقم الكويت الـ 188 الدول السنوات الثماني منهم آخرون من × $ درجة تحت الصفر""".split()


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_yields_ordered_disjoint_spans(text: str) -> None:
    """Whatever the text: no error, every span says its text, and the spans are in order and disjoint."""
    found = find_quantities(text)
    for quantity in found:
        assert quantity.span is not None
        assert quantity.span.of(text) == quantity.text
    for first, second in pairwise(found):
        assert first.span is not None
        assert second.span is not None
        assert first.span.end <= second.span.start


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=15).map(" ".join))
@settings(max_examples=300)
def test_a_found_quantity_parses_to_itself(text: str) -> None:
    """The text of a found quantity gives the same again wherever nothing was taken from outside the span."""
    for quantity in find_quantities(text):
        if not quantity.inferred:
            assert quantity.text is not None
            assert key(parse_quantity(quantity.text)) == key(quantity)


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from(["بين {} و{} شخصا", "من {} إلى {} شخصا"]))
def test_a_range_has_both_its_ends(a: int, b: int, pattern: str) -> None:
    """Two figures are one range from the less to the greater; from the greater to the less there is none."""
    found = find_quantities(pattern.format(a, b))
    ranges = [(q.value, q.high) for q in found if q.modifier == "between"]
    assert ranges == ([(min(a, b), max(a, b))] if a <= b or pattern.startswith("بين") else [])


@given(st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join))
def test_values_are_exact(text: str) -> None:
    """No value is a float, and what has two ends is a range unless it is a score."""
    for quantity in find_quantities(text):
        assert not isinstance(quantity.value, float)
        if quantity.high is not None and quantity.kind != "score" and quantity.value is not None:
            assert quantity.modifier == "between"


@given(st.text(max_size=40))
def test_parsing_fails_only_with_the_one_error(text: str) -> None:
    """Whatever the string, parse_quantity returns a quantity or raises ClaimcheckError."""
    with suppress(ClaimcheckError):
        assert isinstance(parse_quantity(text), Quantity)


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("قدمت الكويت 30 مليون دينار", "currency", "KWD"),
        ("قتل 3 جنود وأصيب 12", "noun", "جندي"),
        ("الأولى 5 ملايين دولار والثانية 7", "scale", "1000000"),
        ("كلفته 1.985 دينار تونسي", "format", "1.985"),
        ("توفي محمد علي (75 عاما)", "kind", "age"),
    ],
)
def test_what_comes_from_outside_the_span_is_said(text: str, what: str, value: str) -> None:
    """A currency, noun, scale, format or kind that the words around a figure gave stands in ``inferred``."""
    assert (what, value) in [(item.what, item.value) for found in find_quantities(text) for item in found.inferred]


def test_explain_names_what_each_word_gave() -> None:
    """Every consumed part of a figure is a step of its explanation."""
    explained = find_quantities("قتل نحو 60 مدنيا")[0].explain()
    assert "modifier: نحو -> about" in explained
    assert "noun: مدنيا -> person مدني" in explained


def test_an_ambiguous_format_keeps_its_other_reading() -> None:
    """2,464 things are whole; the decimal stands among the alternatives."""
    found = parse_quantity("2,464 مسكنا")
    assert found.value == 2464
    assert [str(other.value) for other in found.alternatives] == ["2.464"]


@pytest.mark.parametrize("text", ["", "كلام", "5 سيارات و3 منازل ثم", "٣ أمتار من القماش", "قتل 5"])
def test_more_or_less_than_a_quantity_is_an_error(text: str) -> None:
    """A string that is no quantity, or more than one, is refused with its text in the message."""
    with pytest.raises(ClaimcheckError):
        parse_quantity(text)


def seconds(text: str) -> float:
    started = time.process_time()
    find_quantities(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "piece",
    ["5 ", "نحو ", "بين 5 و", "ساعة و5 ", "يومين ", "الكويت 5 دينار ", "3-", "(5 ", "لا يقل ", "بقيمة 5 ملايين "],
)
def test_time_is_linear(piece: str) -> None:
    """Eight times the text takes no more than some sixteen times as long, whatever is repeated."""
    small, large = piece * 1500, piece * 12_000
    find_quantities(small)
    base = min(seconds(small) for _ in range(3))
    assert seconds(large) < 16 * base + 0.2
