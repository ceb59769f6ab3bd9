"""Laws of sentences: they partition the tokens, and only real stops end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens

TEXTS = st.text(alphabet='قال دم3 .!؟…"»)\n،', max_size=60)


def split(text: str) -> list[str]:
    tokens = Tokens.of(text)
    return [tokens.span(first, stop).of(text) for first, stop in sentences(tokens)]


@given(TEXTS)
def test_sentences_partition_the_tokens(text):
    """Every token is in exactly one sentence, none is empty, and none reaches over a line end."""
    tokens = Tokens.of(text)
    found = sentences(tokens)
    assert [index for first, stop in found for index in range(first, stop)] == list(range(len(tokens)))
    assert all(first < stop for first, stop in found)
    assert all(line in {first for first, _ in found} for line in tokens.line_starts)


@given(TEXTS)
def test_a_line_more_is_a_sentence_more(text):
    """What is added on a line of its own changes no sentence before it."""
    assert split(text + "\nوصل الوفد.")[: len(split(text))] == split(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. غادر الوزير.", ["وصل الوفد.", "غادر الوزير."]),
        ("وصل د. سمير علي إلى المطار.", ["وصل د. سمير علي إلى المطار."]),
        ("بلغ السعر 3.5 دولار.", ["بلغ السعر 3.5 دولار."]),
        ("قال: «انتهى الأمر.» ثم خرج.", ["قال: «انتهى الأمر.»", "ثم خرج."]),
        ('قال: "انتهى الأمر." ثم خرج.', ['قال: "انتهى الأمر."', "ثم خرج."]),
        ("هل وصل؟ نعم!", ["هل وصل؟", "نعم!"]),
        ("زر موقع أخبار.كوم اليوم.", ["زر موقع أخبار.كوم اليوم."]),
        ("بلغ الفائض 15 م د. كما زاد الدخل.", ["بلغ الفائض 15 م د.", "كما زاد الدخل."]),
        ("عنوان بلا نقطة\nنص الخبر.", ["عنوان بلا نقطة", "نص الخبر."]),
        ("صمت... ثم تكلم.", ["صمت...", "ثم تكلم."]),
        ("", []),
    ],
)
def test_cases(text, expected):
    """Abbreviations, numbers, web addresses and closing marks."""
    assert split(text) == expected
