"""Laws of quotation marks: each is used once, pairs nest, and every kind that newspapers use is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.quotes import quotations
from claimcheck.text.tokens import Tokens

MARKED = st.text(alphabet="قال \"«»“”„''‹›‘’.،\n", max_size=60)
PAIRS = st.sampled_from([("«", "»"), ("“", "”"), ('"', '"'), ("''", "''"), ("„", "“"), ("‹", "›")])
WORDS = st.sampled_from(["نعم", "لن نقبل أي شرط", "القمة ناجحة"])


def quoted(text: str) -> list[str]:
    tokens = Tokens.of(text)
    return [tokens.span(q.start, q.stop).of(text) if q.start < q.stop else "" for q in quotations(tokens)]


@given(MARKED)
def test_each_mark_is_used_once(text):
    """No token opens or closes two quotations, or opens one and closes another."""
    found = quotations(Tokens.of(text))
    used = [q.opener for q in found] + [q.closer for q in found if q.closer is not None]
    assert len(used) == len(set(used))


@given(MARKED)
def test_quotations_nest_and_stay_in_their_line(text):
    """Of two quotations one holds the other or they are apart; none reaches into another line; order is of openers."""
    tokens = Tokens.of(text)
    found = quotations(tokens)
    assert [q.opener for q in found] == sorted(q.opener for q in found)
    for q in found:
        assert q.opener < q.start <= q.stop <= len(tokens)
        assert not any(q.opener < line < q.stop for line in tokens.line_starts)
        for other in found:
            if other.closer is not None and q.opener < other.opener < q.stop:
                assert other.closer < q.stop


@given(PAIRS, WORDS, WORDS)
def test_two_quotations_in_a_line(marks, one, other):
    """Two quotations beside each other are two, whatever their marks."""
    left, right = marks
    assert quoted(f"قال {left}{one}{right} ثم قال {left}{other}{right}.") == [one, other]


@given(PAIRS, WORDS, WORDS)
def test_a_quotation_inside_another(marks, one, other):
    """Marks of another kind nest."""
    inner = ("«", "»") if marks[0] != "«" else ('"', '"')
    text = f"{one} {inner[0]}{other}{inner[1]} {one}"
    assert quoted(f"قال {marks[0]}{text}{marks[1]}.") == [text, other]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'قال "سنعود قريبا من "المدينة القديمة" كلها" أمس',
            ['سنعود قريبا من "المدينة القديمة" كلها', "المدينة القديمة"],
        ),
        ('"أ" و"ب" و"ج"', ["أ", "ب", "ج"]),
        ('قال " نعم " و " لا "', ["نعم", "لا"]),
        ('قال "لم يغلق\nوقال "آخر"', ["لم يغلق", "آخر"]),
        ("مدينة سان'آن الصغيرة", []),
        ("وقال “نعم” و”لا“", ["نعم", "لا"]),
        ("بلا علامات", []),
        ("", []),
    ],
)
def test_cases(text, expected):
    """Nested ASCII marks, spaces on the wrong side, unclosed quotations, apostrophes that are letters."""
    assert quoted(text) == expected
