"""What holds of the extraction of any text whatever."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction import extract
from claimcheck.strategies.articles import articles
from claimcheck.strategies.respelling import respellings

PUBLISHED = date(2022, 11, 1)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Words that start rules, marks that pair or divide, broken characters: what the recognisers could trip over.
WORDS = """
قال أعلن أكد نفى أن إن لم لن لا ليس عدم غير إلا كان يجب تم جرى بحسب مضيفاً مشيراً دعا الذي التي ما و من إلى في على بين
نحو أكثر ألف مليون نصف مئة خمسة 5 1,500 ٢٠٫٥ 31.10.2022 % دولار شخصاً قتيل أيام أمس الاثنين يناير عام منذ العام الماضي
الرئيس الوزير محمد فلاديمير بوتين القاهرة الأهلي ارتفع انخفض مقتل وإصابة هو كل
« » “ ” " ' : ، . ؟ ! ( ) - / … ؛
""".split()
BROKEN = st.sampled_from(["\ud800", "\u200f", "\u202b", "\u0640", "\u064b", "\ufdfc", "\x00", "\u2028", "ﷲ", "😀", "a"])
SOUP = st.lists(st.sampled_from(WORDS) | BROKEN, max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS) | BROKEN, max_size=40).map("".join)


def spans_of(extraction):
    """Return every (span, text) pair of an extraction."""
    for group in (extraction.quantities, extraction.times, extraction.claims):
        yield from ((item.span, item.text) for item in group)
    for attribution in extraction.attributions:
        yield attribution.span, attribution.text
        yield attribution.cue.span, attribution.cue.text
        yield attribution.content.span, attribution.content.text
        if attribution.source.span is not None:
            yield attribution.source.span, attribution.source.text
    for claim in extraction.claims:
        yield from ((name.span, name.text) for name in claim.names)


def shape(extraction):
    """Return what an extraction says, without where and how it is spelled."""
    return (
        [(q.value, q.high, q.modifier, q.unit, q.kind) for q in extraction.quantities],
        [(t.value, t.type, t.begin, t.end) for t in extraction.times],
        [(a.cue.lemma, a.cue.polarity, a.form, len(a.source.names)) for a in extraction.attributions],
        [
            (c.predicate, c.polarity, c.direction, c.mood, c.attribution, c.quantities, c.times, c.quantity_roles)
            for c in extraction.claims
        ],
    )


@SLOW
@given(SOUP | GLUED | st.text(max_size=80))
def test_any_text_whatever(text):
    """No text raises anything; every span says what its text field says; claims are ordered and disjoint."""
    found = extract(text, published=PUBLISHED)
    for span, said in spans_of(found):
        assert span.of(text) == said
        assert said
    for group in (found.quantities, found.times, found.claims):
        ends = [(item.span.start, item.span.end) for item in group]
        assert ends == sorted(ends)
        assert all(before[1] <= after[0] for before, after in pairwise(ends))


@SLOW
@given(SOUP)
def test_each_figure_and_time_stands_in_one_claim(text):
    """Figures and times are parted among the claims: none is lost, none is in two."""
    found = extract(text, published=PUBLISHED)
    assert sorted(i for claim in found.claims for i in claim.quantities) == list(range(len(found.quantities)))
    assert sorted(i for claim in found.claims for i in claim.times) == list(range(len(found.times)))
    assert all(len(claim.quantities) == len(claim.quantity_roles) for claim in found.claims)


@SLOW
@given(SOUP)
def test_positions_exist(text):
    """What a claim points to exists: its attribution, its actor and patient."""
    found = extract(text)
    for claim in found.claims:
        assert claim.attribution is None or 0 <= claim.attribution < len(found.attributions)
        for party in (claim.actor, claim.patient):
            assert party is None or 0 <= party < len(claim.names)


@SLOW
@given(st.data(), articles(max_sentences=3))
def test_respelling_changes_nothing(data, article):
    """Digit set, harakat, tatweel, hamza slips, bidi marks and odd spaces leave every value as it was."""
    text, _ = article
    other = data.draw(respellings(text))
    assert shape(extract(other, published=PUBLISHED)) == shape(extract(text, published=PUBLISHED))


@SLOW
@given(articles(max_sentences=3))
def test_extraction_is_a_function(article):
    """The same text gives the same extraction, whatever was read in between."""
    text, _ = article
    first = extract(text, published=PUBLISHED)
    extract("نص آخر: قتل 3 أشخاص في بغداد أمس.")
    assert extract(text, published=PUBLISHED) == first


HARD = [
    "قال ",
    "قال إن ",
    "«",
    '"',
    "أن ",
    "الذي ",
    "1,000 ",
    "ألف ",
    "نحو ",
    "و",
    "، ",
    "لم ",
    "عدم ",
    "كان ",
    "محمد ",
    "الاثنين ",
    "بحسب ",
    "مضيفاً أن ",
    "( ",
    "5 من 6 إلى ",
    'قال فلان: "',
    "قتل 5 وأصيب ",
]


@pytest.mark.parametrize("piece", HARD)
def test_time_is_linear(piece):
    """Twice the text takes about twice the time, also where every word starts a rule."""
    size = 4000 // len(piece)

    def seconds(times):
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            extract(piece * (size * times))
            best = min(best, time.process_time() - start)
        return best

    extract(piece * 10)
    one, four = seconds(1), seconds(4)
    assert four < 4 * one * 2 + 0.05


@given(st.one_of(st.none(), st.integers(), st.binary(max_size=5)))
def test_only_the_documented_error(thing):
    """What is no text raises the library's own error and no other."""
    with pytest.raises(ClaimcheckError):
        extract(thing)
