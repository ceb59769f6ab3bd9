"""Laws of serialisation: a lossless way there and back, exact numbers, plain types only, strict reading."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.model import (
    Attribution,
    Claim,
    Content,
    Cue,
    Document,
    Evidence,
    Extraction,
    Finding,
    Inferred,
    Name,
    Quantity,
    Report,
    Row,
    RuleStep,
    Source,
    Span,
    TimeExpression,
    Verdict,
)
from claimcheck.model.mentions import Kind, Modifier
from claimcheck.model.serial import dumps, loads, number_text, to_dict

ANY_TEXT = st.text(st.characters(), max_size=12)  # controls, direction marks and lone surrogates included
MAYBE_TEXT = st.none() | ANY_TEXT
SPANS = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(lambda ends: Span(ends[0], ends[0] + ends[1]))
MAYBE_SPAN = st.none() | SPANS
DAYS = st.none() | st.dates()
INDEX = st.none() | st.integers(0, 9)
# Exact numbers in their canonical form: whole ones are int, finite decimals Decimal, others Fraction.
NUMBERS = (
    st.integers(-(10**30), 10**30)
    | st.builds(lambda n, places: Decimal(n).scaleb(-places), st.integers(1, 10**20), st.integers(1, 12))
    | st.builds(Fraction, st.integers(-(10**9), 10**9), st.sampled_from([3, 7, 9, 11])).filter(
        lambda f: f.denominator > 1
    )
)
SCORES = st.floats(0, 1)


def many(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=2).map(tuple)


STEPS = many(st.builds(RuleStep, ANY_TEXT, ANY_TEXT, ANY_TEXT))
PLACE = {"span": MAYBE_SPAN, "text": MAYBE_TEXT}
QUANTITIES = st.builds(
    Quantity,
    value=st.none() | NUMBERS,
    high=st.none() | NUMBERS,
    modifier=st.sampled_from(get_args(Modifier)),
    unit=ANY_TEXT,
    unit_text=MAYBE_TEXT,
    kind=st.sampled_from(get_args(Kind)),
    iso=MAYBE_TEXT,
    noun=MAYBE_TEXT,
    alternatives=many(st.builds(Quantity, value=NUMBERS)),
    inferred=many(st.builds(Inferred, ANY_TEXT, ANY_TEXT, ANY_TEXT)),
    steps=STEPS,
    **PLACE,
)
TIMES = st.builds(
    TimeExpression,
    value=ANY_TEXT,
    type=st.sampled_from(["date", "time", "duration", "set"]),
    begin=DAYS,
    end=DAYS,
    shift=st.integers(-2, 2),
    relative=st.booleans(),
    steps=STEPS,
    **PLACE,
)
NAMES = st.builds(Name, canonical=ANY_TEXT, kind=st.sampled_from(["person", "place"]), role=MAYBE_TEXT, **PLACE)
ATTRIBUTIONS = st.builds(
    Attribution,
    source=st.builds(Source, names=many(ANY_TEXT), **PLACE),
    cue=st.builds(Cue, text=ANY_TEXT, span=SPANS, polarity=st.sampled_from(["assert", "deny"]), lemma=MAYBE_TEXT),
    content=st.builds(Content, text=ANY_TEXT, span=SPANS),
    form=st.sampled_from(["direct", "indirect", "mixed"]),
    span=SPANS,
    text=ANY_TEXT,
    quotes=many(SPANS),
)
CLAIMS = st.builds(
    Claim,
    predicate=MAYBE_TEXT,
    polarity=st.sampled_from(["affirmed", "negated"]),
    attribution=INDEX,
    quantities=many(st.integers(0, 3)),
    quantity_roles=many(MAYBE_TEXT),
    names=many(NAMES),
    actor=INDEX,
    terms=many(ANY_TEXT),
    **PLACE,
)
DOCUMENTS = st.builds(Document, text=ANY_TEXT, id=MAYBE_TEXT, source=MAYBE_TEXT, url=MAYBE_TEXT, published=DAYS)
EXTRACTIONS = st.builds(
    Extraction,
    document=DOCUMENTS,
    attributions=many(ATTRIBUTIONS),
    quantities=many(QUANTITIES),
    times=many(TIMES),
    claims=many(CLAIMS),
)
FINDINGS = st.builds(
    Finding,
    code=ANY_TEXT,
    message=ANY_TEXT,
    message_ar=ANY_TEXT,
    claim_span=MAYBE_SPAN,
    evidence=INDEX,
    expected=MAYBE_TEXT,
    scope=st.sampled_from(["corpus", "internal"]),
    other_span=MAYBE_SPAN,
    claim=INDEX,
)
ROWS = st.builds(
    Row,
    part=ANY_TEXT,
    outcome=st.sampled_from(["agree", "conflict", "unmatched", "slot", "null"]),
    level=ANY_TEXT,
    claim_texts=many(ANY_TEXT),
    claim_spans=many(SPANS),
    code=MAYBE_TEXT,
    evidence=INDEX,
)
EVIDENCE = st.builds(Evidence, text=MAYBE_TEXT, score=SCORES, span=MAYBE_SPAN, document=st.none() | DOCUMENTS)
VERDICTS = st.builds(
    Verdict,
    label=st.sampled_from(["supported", "refuted", "not_enough_info"]),
    score=SCORES,
    findings=many(FINDINGS),
    rows=many(ROWS),
    evidence=many(EVIDENCE),
    claim=MAYBE_TEXT,
    claim_span=MAYBE_SPAN,
)
REPORTS = st.builds(Report, extraction=EXTRACTIONS, verdicts=many(VERDICTS), findings=many(FINDINGS))
RESULTS = st.one_of(
    REPORTS,
    EXTRACTIONS,
    VERDICTS,
    EVIDENCE,
    ROWS,
    FINDINGS,
    QUANTITIES,
    TIMES,
    NAMES,
    ATTRIBUTIONS,
    CLAIMS,
    DOCUMENTS,
    SPANS,
)


def plain_types(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain_types(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain_types, value))
    return value is None or type(value) in (str, int, float, bool)


@settings(max_examples=150)
@given(st.one_of(RESULTS, NUMBERS, st.dates(), ANY_TEXT, st.lists(QUANTITIES, max_size=3), many(TIMES)))
@example("\ud83d\ude00")
@example(Document(text="\x00\x9b\u202e\u2028\ud800"))
def test_dumps_and_loads_are_inverse(value):
    """loads(dumps(x)) == x for every result, number, day, string and list, of the same type."""
    restored = loads(dumps(value))
    assert restored == value
    assert type(restored) is type(value)


@settings(max_examples=80)
@given(RESULTS)
def test_written_json_is_printable(value):
    """No control character, line separator or direction mark stands raw in the JSON."""
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u2028\u2029\u202e\u2066" for c in dumps(value))


@settings(max_examples=80)
@given(RESULTS)
def test_to_dict_gives_plain_types(value):
    """to_dict gives what the json module writes: dictionaries with string keys, lists, strings, numbers, null."""
    plain = to_dict(value)
    assert plain_types(plain)
    assert json.loads(json.dumps(plain)) == plain


@given(NUMBERS)
def test_numbers_are_exact_decimal_strings(value):
    """A number becomes Western digits without an exponent, from which the same number is read."""
    text = number_text(value)
    assert set(text) <= set("0123456789.-/")
    assert Fraction(text) == Fraction(value)
    assert to_dict(value) == text


def test_shape_of_an_extraction():
    """The dictionary of an extraction has exactly the documented fields."""
    extraction = Extraction(
        document=Document(text="أكد زيد وصول نحو ألفي عنصر في خريف عام 2020"),
        attributions=(
            Attribution(
                source=Source(names=("زيد",), text="زيد", span=Span(4, 7)),
                cue=Cue(text="أكد", span=Span(0, 3), lemma="أكد"),
                content=Content(text="وصول نحو ألفي عنصر", span=Span(8, 26)),
                form="indirect",
                span=Span(0, 26),
                text="أكد زيد وصول نحو ألفي عنصر",
            ),
        ),
        quantities=(
            Quantity(
                value=2000, modifier="about", unit="person", unit_text="عنصر", span=Span(13, 26), text="نحو ألفي عنصر"
            ),
        ),
        times=(
            TimeExpression(
                value="2020-FA",
                begin=date(2020, 9, 1),
                end=date(2020, 12, 1),
                span=Span(30, 43),
                text="خريف عام 2020",
            ),
        ),
        claims=(Claim(span=Span(8, 26), text="وصول نحو ألفي عنصر", attribution=0, quantities=(0,), times=(0,)),),
    )
    assert to_dict(extraction) == {
        "attributions": [
            {
                "span": [0, 26],
                "text": "أكد زيد وصول نحو ألفي عنصر",
                "source": {"names": ["زيد"], "text": "زيد", "span": [4, 7]},
                "cue": {"text": "أكد", "span": [0, 3], "polarity": "assert"},
                "content": {"text": "وصول نحو ألفي عنصر", "span": [8, 26]},
                "form": "indirect",
            }
        ],
        "quantities": [
            {
                "span": [13, 26],
                "text": "نحو ألفي عنصر",
                "value": "2000",
                "high": None,
                "modifier": "about",
                "unit": "person",
                "unit_text": "عنصر",
                "kind": "count",
                "iso": None,
                "alternatives": [],
                "inferred": [],
            }
        ],
        "times": [
            {
                "span": [30, 43],
                "text": "خريف عام 2020",
                "value": "2020-FA",
                "type": "date",
                "begin": "2020-09-01",
                "end": "2020-12-01",
                "shift": 0,
            }
        ],
        "claims": [
            {
                "span": [8, 26],
                "text": "وصول نحو ألفي عنصر",
                "predicate": None,
                "polarity": "affirmed",
                "direction": None,
                "mood": "assertion",
                "attribution": 0,
                "quantities": [0],
                "times": [0],
                "names": [],
            }
        ],
    }


def test_shape_of_a_report():
    """Each verdict stands with its claim; internal findings carry the other place, those of the corpus do not."""
    claim = Claim(span=Span(0, 3), text="خبر")
    internal = Finding(code="date", message="m", message_ar="ر", scope="internal", other_span=Span(1, 2), claim=0)
    outer = Finding(code="value", message="m", message_ar="ر", evidence=0, evidence_span=Span(0, 1), claim=0)
    verdict = Verdict(
        label="refuted",
        score=0.5,
        findings=(outer,),
        evidence=(Evidence(text="خبر", score=1.0, document=Document(text="خبر", id="d", published="2022-11-01")),),
        claim="خبر",
        claim_span=Span(0, 3),
        claim_index=0,
    )
    report = Report(
        extraction=Extraction(document=Document(text="خبر"), claims=(claim,)),
        verdicts=(verdict,),
        findings=(outer, internal),
    )
    plain = to_dict(report)
    assert set(plain) == {"extraction", "verdicts", "findings"}
    assert plain["verdicts"][0]["claim"]["text"] == "خبر"
    assert plain["verdicts"][0]["claim"]["span"] == [0, 3]
    assert plain["verdicts"][0]["evidence"][0]["document"] == {
        "id": "d",
        "source": None,
        "url": None,
        "title": None,
        "published": "2022-11-01",
    }
    assert [finding["claim"] for finding in plain["findings"]] == [0, 0]
    assert [finding["scope"] for finding in plain["findings"]] == ["corpus", "internal"]
    assert plain["findings"][1]["other_span"] == [1, 2]
    assert "other_span" not in plain["findings"][0]


@pytest.mark.parametrize(
    ("string", "place"),
    [
        ("", "line 1 column 1"),
        ("{", "line 1 column 2"),
        ("NaN", "NaN"),
        ("[" * 100_000, "nested|recursion"),
        ("{}", "None"),
        ('{"claimcheck": "Nothing"}', "Nothing"),
        ('{"claimcheck": ["Quantity"]}', "Quantity"),
        ('{"claimcheck": "Quantity"}', "value.value"),
        ('{"claimcheck": "Quantity", "value": 5}', "value.value"),
        ('{"claimcheck": "Quantity", "value": "1e5"}', "value.value"),
        ('{"claimcheck": "Quantity", "value": "1/0"}', "value.value"),
        ('{"claimcheck": "Quantity", "value": "1", "modifier": "perhaps"}', "perhaps"),
        ('{"claimcheck": "Quantity", "value": "1", "span": [3, 1]}', "span"),
        ('{"claimcheck": "Quantity", "value": "1", "alternatives": [{"value": "x"}]}', r"alternatives\[0\]"),
        ('{"claimcheck": "Document", "text": 5}', "value.text"),
        ('{"claimcheck": "Document", "text": "", "published": "2020-13-01"}', "published"),
        ('{"claimcheck": "Span", "value": [true, 2]}', "span"),
        ('{"claimcheck": "int", "value": "%s"}' % ("9" * 6000), "int|digit|Exceeds"),
        ('{"claimcheck": "tuple", "value": 5}', "array"),
        (5, "int"),
    ],
)
def test_json_that_is_no_result_is_refused(string, place):
    """Text that dumps never wrote raises ClaimcheckError, and the message names what is wrong or where."""
    with pytest.raises(ClaimcheckError, match=place):
        loads(string)


@settings(max_examples=100)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_any_json_is_read_or_refused(value):
    """Whatever JSON loads is given, it returns a value of the named type or raises ClaimcheckError, nothing else."""
    try:
        read = loads(json.dumps({"claimcheck": "Quantity", "value": value, "span": value}))
    except ClaimcheckError:
        return
    assert read == Quantity(value=None)


def test_what_is_no_result_is_refused():
    """Values that claimcheck does not make are an error of their caller, for to_dict and for dumps."""

    @dataclass
    class Foreign:
        text: str

    for function in (to_dict, dumps):
        with pytest.raises(ClaimcheckError, match="Foreign"):
            function(Foreign("x"))
        with pytest.raises(ClaimcheckError):
            function(object())


def test_unknown_fields_are_passed_over():
    """A later version may add fields: reading passes over those that it does not know."""
    assert loads('{"claimcheck": "Quantity", "value": "3", "later": {"x": 1}}') == Quantity(value=3)
