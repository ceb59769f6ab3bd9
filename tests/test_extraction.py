"""The way through: a text or document in, mentions and claims out."""

from datetime import date

import pytest

import claimcheck
from claimcheck.errors import ClaimcheckError
from claimcheck.extraction import extract
from claimcheck.model.claims import Document

TEXT = 'قال وزير الصحة سمير الحداد أمس: "سجلنا 40 إصابة". ولم تعلق المستشفيات على ذلك.'


def test_extract_is_public():
    """The function of the package is this one."""
    assert claimcheck.extract is extract


def test_the_empty_text_has_nothing():
    """Nothing is found where nothing is."""
    for text in ("", " ", "\n\n", "\u200f", "."):
        found = extract(text)
        assert (found.attributions, found.quantities, found.times, found.claims) == ((), (), (), ())
        assert found.text == text


def test_a_documents_own_date_wins():
    """The date of the document resolves its times; ``published`` only stands in for it."""
    dated = Document(text=TEXT, published="2022-11-01")
    assert extract(dated, published=date(2001, 1, 1)).times[0].value == "2022-10-31"
    undated = Document(text=TEXT, id="a", source="b", url="c", title="d")
    found = extract(undated, published=date(2001, 1, 1))
    assert found.times[0].value == "2000-12-31"
    assert (found.document.id, found.document.source, found.document.url, found.document.title) == ("a", "b", "c", "d")
    assert extract(undated).document is undated


def test_positions_point_into_the_lists():
    """Every position that a claim names exists, and its parts lie inside it."""
    found = extract(TEXT, published=date(2022, 11, 1))
    for claim in found.claims:
        for index in claim.quantities:
            assert claim.span.covers(found.quantities[index].span)
        for index in claim.times:
            assert claim.span.covers(found.times[index].span)
        for name in claim.names:
            assert claim.span.covers(name.span)
        if claim.attribution is not None:
            assert found.attributions[claim.attribution].content.span.covers(claim.span)


def test_what_is_said_and_that_it_is_said_are_claims():
    """The quotation is a claim of its speaker's, the clause that reports it one of the article's own."""
    found = extract(TEXT)
    said = [claim for claim in found.claims if claim.attribution is not None]
    assert [(claim.predicate, claim.quantity_roles) for claim in said] == [("سجل", ("injured",))]
    assert [claim.predicate for claim in found.claims if claim.attribution is None] == ["قال", "علق"]
    assert found.attributions[0].cue.lemma == "قال"


def test_the_innermost_report_owns_a_clause():
    """A clause of a report inside a report belongs to the inner one."""
    found = extract("قال النائب كريم الزهراني إن البنك أعلن أن الأرباح تراجعت 5%.")
    claim = next(claim for claim in found.claims if claim.predicate == "تراجع")
    assert found.attributions[claim.attribution].cue.lemma == "أعلن"


def test_lone_surrogates_are_accepted():
    """A broken character is a mark like any other."""
    found = extract("قتل 5 \ud800 أشخاص")
    assert found.text == "قتل 5 \ud800 أشخاص"
    assert found.quantities[0].value == 5


@pytest.mark.parametrize("thing", [None, 5, b"bytes", ["text"]])
def test_what_is_no_text_is_refused(thing):
    """The error names what was given."""
    with pytest.raises(ClaimcheckError, match="a text or a Document is needed"):
        extract(thing)
