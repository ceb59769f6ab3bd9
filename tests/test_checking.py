"""Checking an article against a corpus: what is of the claim's story may refute it, nothing else does."""

from datetime import date

import pytest

import claimcheck
from claimcheck import ClaimcheckError, Corpus, Document

STORY = (
    "أعلنت وزارة الأشغال افتتاح جسر الوادي الكبير في مدينة طنجة. "
    "وبلغت كلفة جسر الوادي الكبير 40 مليون دولار، وشارك في بنائه 300 عامل. "
    "وقال الوزير سامي الحداد إن الجسر سيخدم سكان الضواحي الشرقية."
)
OTHERS = [
    "انخفضت أسعار القمح في الأسواق العالمية بعد موسم ممطر في البحر الأسود.",
    "فاز فريق الميناء على ضيفه النصر بهدفين مقابل هدف في ختام الجولة.",
    "أصدرت المحكمة حكماً بسجن مدير سابق للجمارك سبع سنوات.",
    "نظمت الجامعة ندوة عن تاريخ الطباعة في بلاد الشام.",
]


@pytest.fixture
def corpus():
    """A small corpus: one story, and documents about other things."""
    with Corpus.open(":memory:", mode="rw") as opened:
        texts = [STORY, *OTHERS]
        opened.add([Document(text=t, id=f"d{i}", published=date(2024, 5, 6)) for i, t in enumerate(texts)])
        yield opened


def _findings(text, corpus, **more):
    return [(f.code, f.scope) for f in claimcheck.check(text, corpus, **more).findings]


def test_a_changed_figure_of_the_story_is_found(corpus):
    """The article tells the same story with another cost: one finding, with both passages."""
    article = STORY.replace("40 مليون", "70 مليون")
    report = claimcheck.check(article, corpus, published=date(2024, 5, 7))
    (finding,) = report.findings
    verdict = report.verdicts[finding.claim]
    assert finding.code == "value"
    assert finding.claim_span.of(article) == "70 مليون دولار"
    assert finding.evidence_span.of(verdict.evidence[finding.evidence].text) == "40 مليون دولار"
    assert verdict.evidence[finding.evidence].document.id == "d0"


def test_the_story_itself_has_no_findings(corpus):
    """A copy of a reference contradicts nothing, and its figures are supported."""
    report = claimcheck.check(STORY, corpus, published=date(2024, 5, 7))
    assert report.findings == ()
    assert "supported" in {verdict.label for verdict in report.verdicts}


def test_an_excluded_document_is_no_evidence(corpus):
    """What is excluded neither supports nor refutes."""
    article = STORY.replace("40 مليون", "70 مليون")
    report = claimcheck.check(article, corpus, published=date(2024, 5, 7), exclude={"d0"})
    assert report.findings == ()
    assert all(verdict.label != "supported" for verdict in report.verdicts)


def test_another_bridge_is_another_story(corpus):
    """The same measure of another thing in another town contradicts nothing."""
    other = (
        "أعلنت بلدية صفاقس افتتاح جسر الميناء القديم. "
        "وبلغت كلفة جسر الميناء القديم 15 مليون دولار، وشارك في بنائه 90 عاملاً."
    )
    assert _findings(other, corpus, published=date(2024, 5, 7)) == []


def test_daily_figures_of_another_day_contradict_nothing():
    """A measure that other days' reports give differently is one that changes."""
    template = "أغلق مؤشر بورصة الأطلس جلسة اليوم عند {} نقطة بعد تداول أسهم المصارف وشركات العقار في الجلسة."
    with Corpus.open(":memory:", mode="rw") as corpus:
        days = [(1, 4120), (2, 4250), (3, 4310)]
        corpus.add([Document(text=template.format(v), id=str(d), published=date(2024, 3, d)) for d, v in days])
        assert _findings(template.format(4555), corpus, published=date(2024, 3, 20)) == []


def test_without_a_corpus_only_the_article_itself_is_checked():
    """None for a corpus means internal consistency alone."""
    text = "افتتح الملك المعرض أمس الإثنين. وقال الوزير في افتتاح المعرض اليوم الإثنين إن المعرض سيستمر."
    assert {scope for _, scope in _findings(text, None, published=date(2022, 11, 1))} == {"internal"}


def test_verdicts_are_one_a_claim_in_order(corpus):
    """Each claim of the extraction has its verdict, with its own text and position."""
    report = claimcheck.check(STORY, corpus)
    assert [v.claim for v in report.verdicts] == [c.text for c in report.extraction.claims]
    assert [v.claim_index for v in report.verdicts] == list(range(len(report.verdicts)))


@pytest.mark.parametrize(
    ("call", "place"),
    [
        (lambda corpus: claimcheck.check(STORY, corpus, exclude="d0"), "d0"),
        (lambda corpus: list(claimcheck.check_many([STORY], corpus, exclude="d0")), "d0"),
        (lambda corpus: corpus.search(STORY, exclude="d0"), "d0"),
        (lambda corpus: list(claimcheck.check_many(STORY, corpus)), "أعلنت"),
        (lambda corpus: list(claimcheck.extract_many(STORY)), "أعلنت"),
        (lambda _: claimcheck.check(STORY, "reference.ccdb"), "reference.ccdb"),
        (lambda _: claimcheck.find_quantities(15), "15"),
        (lambda _: claimcheck.find_times(None), "None"),
        (lambda _: claimcheck.parse_number(None), "None"),
        (lambda _: claimcheck.parse_ordinal(3), "3"),
        (lambda _: claimcheck.parse_quantity(3), "3"),
        (lambda _: claimcheck.parse_duration(3), "3"),
        (lambda _: claimcheck.parse_time("أمس", reference="yesterday"), "yesterday"),
        (lambda _: claimcheck.compare_names("علي", 3), "3"),
        (lambda _: Document(text=None), "None"),
        (lambda corpus: corpus.search(STORY, since="yesterday"), "yesterday"),
    ],
)
def test_what_is_of_the_wrong_kind_is_named(corpus, call, place):
    """One string for several, no text, no corpus, no day: one error that names what was given."""
    with pytest.raises(ClaimcheckError, match=place):
        call(corpus)


def test_a_day_may_be_given_as_text():
    """An ISO string is a day wherever a day is."""
    assert claimcheck.parse_time("أمس", reference="2022-11-01").value == "2022-10-31"


def test_weights_follow_what_others_write(tmp_path):
    """A reader that is open while another process writes weighs words as one that is opened afterwards."""
    path = tmp_path / "reference.ccdb"
    with Corpus.open(path, mode="rw") as writer, Corpus.open(path, mode="r") as reader:
        writer.add([Document(text=STORY, id="d0", published=date(2024, 5, 6))])
        article = STORY.replace("40 مليون", "70 مليون")
        claimcheck.check(article, reader)
        writer.add([Document(text=text, id=f"e{n}-{i}") for i in range(10) for n, text in enumerate(OTHERS)])
        with Corpus.open(path, mode="r") as fresh:
            assert claimcheck.dumps(claimcheck.check(article, reader)) == claimcheck.dumps(
                claimcheck.check(article, fresh)
            )
