"""Laws of tokens: nothing but white space and marks between them, offsets exact, numbers and words apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens, analyse

MIXED = st.text(st.sampled_from("ابتونحو60٦٠،.,ر\"'«»()\u200f\u200b \n-/%abcF16ًّـ\ud800é"), max_size=80)


@given(MIXED | st.text(max_size=80))
def test_every_token_stands_where_it_says(text):
    """text[start:end] is the token, tokens are in order and disjoint."""
    tokens = Tokens.of(text)
    end = 0
    for index, word in enumerate(tokens.words):
        assert tokens.starts[index] >= end
        end = tokens.end(index)
        assert text[tokens.starts[index] : end] == word.text


@given(MIXED | st.text(max_size=80))
def test_nothing_is_lost_between_tokens(text):
    """Only white space and format characters stand outside tokens."""
    tokens = Tokens.of(text)
    kept = "".join(word.text for word in tokens.words)
    left = [c for c in text if not c.isspace()]
    assert fold(kept) == fold("".join(left))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نحو60 شخصاً", ["نحو", "60", "شخصاً"]),
        ("في12 يونيو", ["في", "12", "يونيو"]),
        ("60الف", ["60", "الف"]),
        ("بلغ 5ر12 في المئة", ["بلغ", "5ر12", "في", "المئة"]),
        ("(٤,881,000)", ["(", "٤,881,000", ")"]),
        ("31/10/2022.", ["31", "/", "10", "/", "2022", "."]),
        ("المقاتلة F16 و5G", ["المقاتلة", "F16", "و", "5", "G"]),
        ("المـــاء", ["المـــاء"]),
        ('قال:\u200f "نعم"', ["قال", ":", '"', "نعم", '"']),
    ],
)
def test_tokens_of_news_text(text, expected):
    """Numbers glued to words come apart; numerals keep their separators; Latin words keep their digits."""
    assert [word.text for word in Tokens.of(text).words] == expected


@given(st.text(st.sampled_from("ابتولكسفيم"), min_size=1, max_size=10))
def test_an_analysis_is_the_word(norm):
    """Proclitics and core put together are the word again, the undivided word comes first, cores keep two letters."""
    found = analyse(norm)
    assert found[0] == ("", norm)
    for prefix, core in found[1:]:
        assert prefix + core == norm
        assert len(core) >= 2


def test_clitics_of_common_words():
    """و ف ب ل ك س and the article come apart in every combination that Arabic allows."""
    assert ("وبال", "امس") in analyse("وبالامس")
    assert ("ولل", "دولار") in analyse("وللدولار")
    assert ("س", "يعلن") in analyse("سيعلن")
    assert ("فس", "يعلن") in analyse("فسيعلن")
    assert ("كال", "قمه") in analyse("كالقمه")


def test_equal_surfaces_share_one_word():
    """A surface is analysed once, however often and in whatever text it occurs."""
    first, second = Tokens.of("قال قال"), Tokens.of("قال")
    assert first.words[0] is first.words[1] is second.words[0]


def test_index_at_finds_the_token_behind_a_place():
    """index_at inverts starts."""
    tokens = Tokens.of("واحد  اثنان")
    assert [tokens.index_at(p) for p in (0, 3, 4, 6, 11, 99)] == [0, 0, 1, 1, 2, 2]
    assert not tokens.glued(0)
    assert not tokens.glued(1)


def test_no_token_folds_to_nothing():
    """A tatweel or a vowel mark that stands alone is a mark, so that no rule meets an empty word."""
    for text in ("ـ", "ـــ ذلك", "\u064e", "قال \u0651\u064e"):
        assert all(word.norm for word in Tokens.of(text).words)
