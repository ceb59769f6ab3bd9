"""Packed extractions: what comes back equals what went in, also under another order of fields."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import ClaimcheckError, Document, Extraction
from claimcheck.corpus.codec import Unpacker, layout, pack, without_steps
from claimcheck.model.claims import Claim
from claimcheck.model.mentions import (
    Attribution,
    Content,
    Cue,
    Inferred,
    Name,
    Quantity,
    RuleStep,
    Source,
    TimeExpression,
)
from claimcheck.model.spans import Span

TEXT = "قتل 15 شخصاً في انفجار في المرفأ يوم الثلاثاء، وقال الوزير إن الحريق بدأ في مستودع."

strings = st.text(max_size=12)
optional = st.none() | strings
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))
numbers = (
    st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.fractions().map(lambda f: f + Fraction(1, 3))
)
steps = st.lists(st.builds(RuleStep, strings, strings, strings), max_size=2).map(tuple)


@st.composite
def placed(draw: st.DrawFn, build: type, **fields: st.SearchStrategy[object]) -> object:
    """Draw a value whose text is what its span covers, or something else, or nothing."""
    span = draw(st.none() | spans)
    text = draw(st.just(span.of(TEXT)) | optional) if span else draw(optional)
    return build(span=span, text=text, **{name: draw(strategy) for name, strategy in fields.items()})


inferred = st.builds(Inferred, strings, strings, strings)
simple_quantities = placed(
    Quantity,
    value=st.none() | numbers,
    high=st.none() | numbers,
    unit=strings,
    noun=optional,
    modifier=st.sampled_from(["exact", "about", "between"]),
    steps=steps,
    inferred=st.lists(inferred, max_size=2).map(tuple),
)
quantities = (
    st.builds(
        lambda q, others: Quantity(value=q.value, unit=q.unit, span=q.span, text=q.text, alternatives=tuple(others)),
        simple_quantities,
        st.lists(simple_quantities, max_size=2),
    )
    | simple_quantities
)
times = placed(
    TimeExpression,
    value=strings,
    begin=st.none() | st.dates(),
    end=st.none() | st.dates(),
    shift=st.integers(-2, 2),
    relative=st.booleans(),
    steps=steps,
)
names = placed(Name, canonical=strings, key=strings, role=optional, title=optional)
attributions = st.builds(
    lambda span, source, cue, content, quotes: Attribution(
        source=source, cue=cue, content=content, form="mixed", span=span, text=span.of(TEXT), quotes=quotes
    ),
    spans,
    placed(Source, names=st.lists(strings, max_size=2).map(tuple)),
    st.builds(Cue, text=strings, span=spans, polarity=st.sampled_from(["assert", "deny"]), lemma=optional),
    st.builds(Content, text=strings, span=spans),
    st.lists(spans, max_size=2).map(tuple),
)
claims = placed(
    Claim,
    predicate=optional,
    attribution=st.none() | st.integers(0, 3),
    quantities=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    names=st.lists(names, max_size=2).map(tuple),
    quantity_roles=st.lists(optional, max_size=2).map(tuple),
    terms=st.lists(strings, max_size=4).map(tuple),
)


def _many(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


extractions = st.builds(
    Extraction,
    document=st.just(Document(text=TEXT, id="a", published=date(2022, 1, 1))),
    attributions=_many(attributions),
    quantities=_many(quantities),
    times=_many(times),
    claims=_many(claims),
)


@given(extractions)
@settings(max_examples=150)
def test_unpacking_gives_back_what_was_packed(extraction: Extraction) -> None:
    """All but the steps of explanations comes back: exact numbers of their own types, dates, nulls, nested values."""
    back = Unpacker(layout()).unpack(pack(extraction), extraction.document)
    assert back == without_steps(extraction)
    assert [type(q.value) for q in back.quantities] == [type(q.value) for q in extraction.quantities]


def test_other_layouts_are_read() -> None:
    """A corpus written when a class had one field less, or one more, is still read."""
    extraction = Extraction(
        document=Document(text=TEXT), quantities=(Quantity(value=Decimal("1.50"), unit="km", noun="طريق", iso="P1D"),)
    )
    packed = pack(extraction)
    grown = {**layout(), "Quantity": [("gone" if name == "noun" else name) for name in layout()["Quantity"]]}
    back = Unpacker(grown).unpack(packed, extraction.document)
    assert back.quantities[0] == Quantity(value=Decimal("1.50"), unit="km", iso="P1D")
    short = {**layout(), "Extraction": layout()["Extraction"][:-1]}
    assert Unpacker(short).unpack(packed, extraction.document) == extraction


@pytest.mark.parametrize("damage", [b"", b"x", b"\x78\x9c", pack(Extraction(document=Document(text="")))[:-1]])
def test_damage_is_named(damage: bytes) -> None:
    """Bytes that are no packed extraction raise ClaimcheckError with the document's id."""
    with pytest.raises(ClaimcheckError, match="the-id"):
        Unpacker(layout()).unpack(damage, Document(text="", id="the-id"))
