"""Checking an article against a corpus: what is of the claim's story may refute it, nothing else does."""

from datetime import date

import pytest

import claimcheck
from claimcheck import Corpus, Document

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
