"""Numbers in words: agreement with what is counted, and the limits of spelling."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import ClaimcheckError, parse_number, spell_number
from claimcheck.recognizers.spelling import CountedNoun, spell_ordinal

MAN = CountedNoun("رجل", "رجال")
WOMAN = CountedNoun("امرأة", "نساء", "feminine", dual="امرأتان")
CAR = CountedNoun("سيارة", "سيارات", "feminine")


@given(st.integers(3, 10**9), st.sampled_from((MAN, CAR)), st.sampled_from(("nominative", "accusative", "genitive")))
def test_a_noun_follows_the_number_that_governs_it(value: int, noun: CountedNoun, case: str) -> None:
    """Without its noun, what is written before it is the number, except where one or two nouns are added (101, 102)."""
    words = spell_number(value, noun=noun, case=case)  # type: ignore[arg-type]
    number, _, last = words.rpartition(" ")
    low = value % 100
    if low in (1, 2):
        assert " و" in words
        return
    assert parse_number(number) == value
    if 3 <= low <= 10:
        assert last == noun.plural
    else:
        assert last.removesuffix("اً") == noun.singular
        assert last.endswith("اً") == (low > 10 and noun is MAN)


@pytest.mark.parametrize(
    ("value", "noun", "words"),
    [
        (1, MAN, "رجل واحد"),
        (1, CAR, "سيارة واحدة"),
        (2, MAN, "رجلان"),
        (2, WOMAN, "امرأتان"),
        (2, CAR, "سيارتان"),
        (3, MAN, "ثلاثة رجال"),
        (3, WOMAN, "ثلاث نساء"),
        (8, WOMAN, "ثماني نساء"),
        (10, CAR, "عشر سيارات"),
        (11, MAN, "أحد عشر رجلاً"),
        (11, CAR, "إحدى عشرة سيارة"),
        (12, CAR, "اثنتا عشرة سيارة"),
        (25, MAN, "خمسة وعشرون رجلاً"),
        (100, MAN, "مئة رجل"),
        (101, MAN, "مئة رجل ورجل"),
        (102, CAR, "مئة سيارة وسيارتان"),
        (103, MAN, "مئة وثلاثة رجال"),
        (111, CAR, "مئة وإحدى عشرة سيارة"),
        (200, MAN, "مئتا رجل"),
        (1000, CAR, "ألف سيارة"),
        (2000, MAN, "ألفا رجل"),
        (3000, MAN, "ثلاثة آلاف رجل"),
        (200_000, MAN, "مئتا ألف رجل"),
        (2_000_000, CAR, "مليونا سيارة"),
        (0, MAN, "صفر رجل"),
    ],
)
def test_tamyiz(value: int, noun: CountedNoun, words: str) -> None:
    """The noun is plural from 3 to 10, singular accusative from 11 to 99, singular genitive from a hundred on."""
    assert spell_number(value, noun=noun) == words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"value": 2}, "اثنان"),
        ({"value": 2, "gender": "feminine", "case": "genitive"}, "اثنتين"),
        ({"value": 8, "gender": "feminine"}, "ثمان"),
        ({"value": 25, "case": "accusative"}, "خمسة وعشرين"),
        ({"value": 21, "gender": "feminine"}, "إحدى وعشرون"),
        ({"value": 300, "style": "traditional"}, "ثلاثمائة"),
        ({"value": 300, "style": "split"}, "ثلاث مئة"),
        ({"value": 1335, "style": "classical"}, "خمسة وثلاثون وثلاثمئة وألف"),
        ({"value": 125, "state": "definite"}, "المئة والخمسة والعشرون"),
        ({"value": 2000, "state": "construct", "case": "genitive"}, "ألفي"),
        ({"value": -5}, "ناقص خمسة"),
        ({"value": Decimal("5.07")}, "خمسة فاصلة صفر سبعة"),
        ({"value": Fraction(3, 7)}, "ثلاثة أسباع"),
        ({"value": Fraction(1, 21)}, "واحد على واحد وعشرين"),
    ],
)
def test_forms(arguments: dict[str, object], words: str) -> None:
    """Gender, case, state and style each change what they should."""
    assert spell_number(**arguments) == words  # type: ignore[arg-type]


def test_limits_are_named() -> None:
    """From 10^21 on there are no words; a rank is positive."""
    with pytest.raises(ClaimcheckError, match="too large"):
        spell_number(10**21)
    with pytest.raises(ClaimcheckError, match="no rank"):
        spell_ordinal(0)
    with pytest.raises(ClaimcheckError, match="gender is one of masculine, feminine: 'neuter'"):
        spell_number(3, gender="neuter")  # type: ignore[arg-type]
    for wrong in (2.5, Decimal("NaN"), Decimal("Infinity"), "3"):
        with pytest.raises(ClaimcheckError, match="no exact number"):
            spell_number(wrong)  # type: ignore[arg-type]
    with pytest.raises(ClaimcheckError, match="too large"):
        spell_number(Decimal("1E+999999"))
    with pytest.raises(ClaimcheckError, match="300 decimals"):
        spell_number(Decimal("1E-301"))
