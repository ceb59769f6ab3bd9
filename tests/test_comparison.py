"""Laws of comparing two texts: symmetric, complete, and silent about a text and itself."""

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.comparison.compare import compare
from claimcheck.comparison.lexical import similarity, skeleton
from claimcheck.comparison.overlap import Bag, mutual
from claimcheck.comparison.quotes import compare_quotes
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.comparison.sides import Side, whole_side
from claimcheck.errors import ClaimcheckError
from claimcheck.strategies.articles import articles, claims

STEMS = st.lists(st.sampled_from("قتل مقتل جريح بنك مصرف ارتفع انخفض وزير حكوم شرك سوق".split()), max_size=8)


def _sides(first: str, second: str) -> tuple[Side, Side]:
    return whole_side(claimcheck.extract(first)), whole_side(claimcheck.extract(second))


@given(articles(3), articles(3))
@settings(max_examples=40)
def test_comparing_is_symmetric(first, second):
    """Turning the sides round finds the same conflicts, with the sides turned round."""
    a, b = _sides(first[0], second[0])
    there = Counter((r.part, r.outcome, r.code, r.claim_spans, r.evidence_spans) for r in compare(a, b).rows)
    back = Counter((r.part, r.outcome, r.code, r.evidence_spans, r.claim_spans) for r in compare(b, a).rows)
    assert there == back


@given(articles(3), articles(3))
@settings(max_examples=40)
def test_every_part_stands_in_exactly_one_row(first, second):
    """Each figure, time, quotation and name of either side is in one row of its kind, once."""
    a, b = _sides(first[0], second[0])
    rows = compare(a, b).rows
    for part, ours, theirs in (
        ("quantity", [f.quantity.span for f in a.figures], [f.quantity.span for f in b.figures]),
        ("time", [m.time.span for m in a.moments], [m.time.span for m in b.moments]),
        ("quote", list(a.quotes), list(b.quotes)),
        ("name", [p.name.span for p in a.parties], [p.name.span for p in b.parties]),
    ):
        mine = [row for row in rows if row.part == part]
        assert Counter(span for row in mine for span in row.claim_spans) == Counter(ours)
        assert Counter(span for row in mine for span in row.evidence_spans) == Counter(theirs)


@given(articles(4))
@settings(max_examples=60)
def test_a_text_never_refutes_itself(drawn):
    """verify(x, x) is never refuted, and has no finding."""
    text, _ = drawn
    verdict = claimcheck.verify(text, text)
    assert verdict.label != "refuted"
    assert verdict.findings == ()


@given(claims())
@settings(max_examples=60)
def test_one_claim_supports_itself(claim):
    """A claim of one fact is supported by its own words."""
    assert claimcheck.verify(claim, claim).label == "supported"


@given(STEMS, STEMS)
def test_overlap_is_symmetric_and_bounded(first, second):
    """Mutual overlap does not depend on which side comes first and lies between 0 and 1."""
    a, b = Bag(first), Bag(second)
    assert mutual(a, b) == mutual(b, a)
    assert 0.0 <= mutual(a, b) <= 1.0
    if first:
        assert a.coverage(a) == 1.0


@given(st.text(st.sampled_from("ابتثجحدرسعفقكلمنهوي"), min_size=2, max_size=8))
def test_a_word_is_like_itself(stem):
    """Similarity is 1 on itself; a skeleton is never empty."""
    assert similarity(stem, stem) == 1.0
    assume(any(c not in "اويء" for c in stem))
    assert skeleton(stem)


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("لن نتراجع عن قرارنا أبداً", "لن نتراجع عن قرارنا", "agree"),
        ("الخطة تشمل جميع المدن", "الخُطّة تشمل جميع المدن", "agree"),
        ("أصعب تجربة في مسيرتي", "أسهل تجربة في مسيرتي", "conflict"),
        ("سنبدأ العمل غداً صباحاً", "لا شأن لي بما قيل", "null"),
        ("سنبني المصنع الجديد … هذا العام", "سنبني المصنع القديم … هذا العام", "null"),
    ],
)
def test_quotations_differ_by_content_words_only(first, second, outcome):
    """Spelling and shortening are no difference, a changed content word is, an ellipsis never, and it is symmetric."""
    assert compare_quotes(first, second).level.outcome == outcome
    assert compare_quotes(second, first).level.outcome == outcome


def test_settings_survive_a_file(tmp_path):
    """What is written is read again; an unknown name and a value out of bounds are refused by name."""
    path = tmp_path / "settings.toml"
    path.write_text(Settings(same_event=0.7).dumps(), encoding="utf-8")
    assert Settings.load(path) == Settings(same_event=0.7)
    assert Settings.loads(DEFAULT.dumps()) == DEFAULT
    with pytest.raises(ClaimcheckError, match="no_such_knob"):
        Settings.loads("no_such_knob = 1")
    with pytest.raises(ClaimcheckError):
        Settings.loads("same_event = 3")
    with pytest.raises(ClaimcheckError):
        Settings.load(tmp_path / "missing.toml")
