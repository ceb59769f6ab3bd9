"""Laws of folding and of the way back to the original."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.spans import Span
from claimcheck.strategies.respelling import respellings
from claimcheck.text.orthography import fold, normalise

ARABIC = st.text(st.sampled_from("ابتأإآىيئؤةه ءڤگکی٠١٢٣۴۵،٪ًَُِّْـ\u200f\u200e\u00a0لاﻻﷲﺏ abc123"), max_size=60)


@given(ARABIC | st.text(max_size=60))
def test_folding_is_idempotent(text):
    """fold(fold(x)) == fold(x)."""
    assert fold(fold(text)) == fold(text)


@given(ARABIC | st.text(max_size=60))
def test_normalised_agrees_with_fold(text):
    """The folded text with offsets is the folded text."""
    assert normalise(text).text == fold(text)


@given(ARABIC | st.text(max_size=60))
def test_offsets_never_decrease_and_end_at_the_end(text):
    """The offset map is monotone, one entry a character and one for the end."""
    found = normalise(text)
    assert len(found.offsets) == len(found.text) + 1
    assert list(found.offsets) == sorted(found.offsets)
    assert found.offsets[-1] == len(text)


@given(ARABIC, st.data())
def test_the_way_back_covers_what_folds_to_the_part(text, data):
    """Folding the original span of a part gives that part again, unless a ligature was cut."""
    found = normalise(text)
    start = data.draw(st.integers(0, len(found.text)))
    stop = data.draw(st.integers(start, len(found.text)))
    span = found.span(start, stop)
    assert found.text[start:stop] in fold(span.of(text))
    assert 0 <= span.start <= span.end <= len(text)


@given(st.data())
def test_respelling_folds_to_the_same(data):
    """A respelt text folds to the same string, spaces aside."""
    text = "أعلن الوزير أن 2,500 طالب وصلوا إلى القاهرة في 12 مارس"
    assert fold(data.draw(respellings(text))) == fold(text)


def test_each_family_of_spellings_folds_together():
    """Alef, hamza seats, ta marbuta, alef maqsura, Persian letters, presentation forms, digits, signs, spaces."""
    families = ["أإآٱا", "ىيیئ", "ةه", "ؤو", "کك", "٣۳3", "٪%", "\u00a0\u2009 "]
    for family in families:
        assert len({fold(character) for character in family}) == 1, family
    assert fold("ﻻ") == fold("لا")
    assert fold("مُـــدَرِّسـة") == "مدرسه"


def test_spans_know_their_relations():
    """Overlapping is symmetric and strict; covers is reflexive."""
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(2, 5).overlaps(Span(0, 3))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).covers(Span(0, 3))
    assert not Span(0, 3).covers(Span(0, 4))
