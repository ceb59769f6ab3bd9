"""Laws of verdicts, by metamorphosis; a table of pairs; several sources; bad input."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import ClaimcheckError, Document
from claimcheck.strategies.articles import claims
from claimcheck.strategies.mutations import mutations
from claimcheck.strategies.respelling import respellings

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "specs/verdicts.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["claim"][:30] for pair in PAIRS])
def test_pairs_get_their_verdict(pair):
    """The label and the codes of what contradicts, for each pair of the table."""
    verdict = claimcheck.verify(pair["claim"], pair["reference"])
    assert verdict.label == pair["label"], verdict.explain()
    assert sorted({finding.code for finding in verdict.findings}) == pair["codes"], verdict.explain()


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_mutation_is_refuted_with_its_code(data):
    """Changing a figure, date, speaker or quoted word of a supported pair refutes it with that code."""
    claim = data.draw(claims())
    changed, code = data.draw(mutations(claim))
    verdict = claimcheck.verify(changed, claim)
    assert verdict.label == "refuted", verdict.explain()
    assert code in {finding.code for finding in verdict.findings}


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_respelling_is_never_refuted(data):
    """Digits, harakat, tatweel, hamza slips and bidi marks change no verdict."""
    claim = data.draw(claims())
    assert claimcheck.verify(data.draw(respellings(claim)), claim).label == "supported"


@given(claims(), claims())
@settings(max_examples=40, deadline=None)
def test_findings_point_into_both_texts(claim, reference):
    """Each finding's spans cut what the rows say from the claim and from its piece of evidence."""
    verdict = claimcheck.verify(claim, reference)
    for finding in verdict.findings:
        assert finding.claim_span is not None
        assert finding.evidence_span is not None
        assert finding.claim_span.of(claim)
        assert finding.evidence_span.of(verdict.evidence[finding.evidence].text)
        assert finding.message
        assert finding.message_ar


def test_strings_are_passages_of_one_report():
    """A second passage completes the first; its evidence span points into that passage."""
    passages = ["التقى الوزير سامي الحداد نقابة المعلمين.", "وقال إن 300 مدرسة ستغلق أبوابها."]
    verdict = claimcheck.verify("قال الوزير سامي الحداد إن 500 مدرسة ستغلق أبوابها.", passages)
    (finding,) = [f for f in verdict.findings if f.code == "value"]
    assert finding.evidence == 1
    assert finding.evidence_span.of(passages[1]) == "300 مدرسة"


def test_documents_are_separate_sources():
    """Sources that disagree are both reported; the label goes by their weight."""
    claim = "قتل 15 شخصاً في انفجار وسط كابول."
    agree = [Document(text="قتل 15 شخصاً في انفجار وسط كابول.", id=str(i)) for i in range(2)]
    other = Document(text="قتل 18 شخصاً في انفجار وسط كابول.", id="other")
    verdict = claimcheck.verify(claim, [*agree, other])
    assert verdict.label == "supported"
    assert [verdict.evidence[f.evidence].document.id for f in verdict.findings] == ["other"]


def test_a_document_brings_its_own_date():
    """Relative dates of either side resolve by its own day of publication."""
    claim = Document(text="افتتح الملك الجسر الجديد أمس.", published=date(2024, 3, 6))
    same = Document(text="افتتح الملك الجسر الجديد اليوم الثلاثاء.", published=date(2024, 3, 5))
    assert claimcheck.verify(claim, same).label == "supported"


@pytest.mark.parametrize("reference", [3, [3], None, [None]])
def test_what_is_no_reference_is_refused(reference):
    """A reference is a text, a Document, an Extraction, or a sequence of these."""
    with pytest.raises(ClaimcheckError):
        claimcheck.verify("قتل 15 شخصاً.", reference)


def test_empty_sides_say_nothing():
    """No claim and no reference is not enough information, without findings."""
    for claim, reference in (("", "قتل 15 شخصاً."), ("قتل 15 شخصاً.", ""), ("", ""), ("قتل 15 شخصاً.", [])):
        verdict = claimcheck.verify(claim, reference)
        assert verdict.label == "not_enough_info"
        assert verdict.findings == ()
