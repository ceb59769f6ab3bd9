"""Numbers: the laws of the grammar first, then the tables of ``specs/numbers.jsonl``."""

import re
import time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from number_specs import name, results, rows, shown

from claimcheck import ClaimcheckError, parse_number, spell_number
from claimcheck.model.mentions import Number
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers import recognize_numbers
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_plain import read_plain
from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_reading import read_number
from claimcheck.recognizers.numbers_runs import prepare
from claimcheck.strategies.numbers import decimals, integers, spelled_numbers
from claimcheck.text.tokens import Tokens

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
HAMZA = str.maketrans("أإآ", "ااا")


def found(text: str) -> list[NumberMention]:
    return recognize_numbers(Tokens.of(text))


@given(spelled_numbers())
def test_what_is_spelled_is_read_back(drawn: tuple[str, Number]) -> None:
    """parse(spell(n)) == n: integers below 10^18, decimals and fractions, any gender, case, state and style."""
    words, value = drawn
    assert parse_number(words) == value


YEARS = re.compile(r"(1[3-9]|20)\d\d[,،](1[3-9]|20)\d\d")  # two years with a comma, which are no decimal
WORDS = (
    "واحد اثنان ثلاثة خمس أحد إحدى اثنا عشر عشرة عشرون وعشرين مئة مئتان مئتي ثلاثمئة ومئة وخمسة وأحد وواحد و ألف ألفان "
    "ألفا آلاف ألفاً وألف وألفان مليون ملايين مليونا ومليون مليار ومليارين صفر ونصف الخمسة والعشرون فاصلة وثلاثمئة مئات"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
@example("ألفان وألف")
@example("مئة واحد عشر")
def test_the_accelerator_reads_as_the_grammar_does(words: str) -> None:
    """Whatever read_plain reads, the grammar reads with the same value."""
    fast = read_plain(words)
    if fast is not None:
        tokens = Tokens.of(words)
        reading = read_number(Reader(prepare(tokens, whole=True)[0], lenient=True), 0)
        assert reading is not None
        assert (reading.value, reading.stop) == (fast, len(tokens))


@given(integers().filter(lambda value: value > 0))
def test_the_accelerator_reads_plain_cardinals(value: int) -> None:
    """Every positive integer as it is usually written is within the accelerator's reach."""
    assert read_plain(spell_number(value)) == value


@given(spelled_numbers(), st.data())
def test_respelling_changes_no_value(drawn: tuple[str, Number], data: st.DataObject) -> None:
    """Fatha, kasra, sukun, tatweel, missing hamzas, ta marbuta as ha and bidi marks leave the value as it is.

    Damma, shadda and tanwin may tell words apart (خُمس، ألّف، ألفاً), so they are not among these.
    """
    words, value = drawn
    letters = [i for i in range(1, len(words)) if words[i - 1].isalpha() and words[i].isalpha()]
    for place in sorted(data.draw(st.lists(st.sampled_from(letters), max_size=4, unique=True)), reverse=True):
        mark = data.draw(st.sampled_from("\u064e\u0650\u0652\u0640"))
        words = words[:place] + mark + words[place:]
    if data.draw(st.booleans()):
        words = words.translate(HAMZA)
    if data.draw(st.booleans()):
        words = words.replace("ة ", "ه ")
    words = words.replace(" ", data.draw(st.sampled_from((" ", "\u00a0", "  ", " \u200f"))))
    assert parse_number(words) == value


@given(integers(), st.sampled_from(("", ",", "٬", "،", ".", "'", " ", "\u00a0", "\u202f")))
def test_grouped_numerals_are_read_whatever_the_mark(value: int, mark: str) -> None:
    """Digits in groups of three have one value, with any mark, in any digit set."""
    value = abs(value) if abs(value) >= 10**6 else abs(value) + 10**6
    numeral = f"{value:,}".replace(",", mark)
    assert parse_number(numeral) == parse_number(numeral.translate(EASTERN)) == value
    assert parse_number(numeral.translate(PERSIAN)) == value


@given(decimals(), st.sampled_from(".,٫،"))
def test_decimals_are_read_or_kept_as_an_alternative(value: Number, mark: str) -> None:
    """A decimal of any mark is the value, or, where three digits follow the mark, one of the readings."""
    numeral = shown(abs(value)).replace(".", mark)
    assume(not YEARS.fullmatch(numeral))
    (mention,) = found(numeral)
    assert abs(value) in (mention.value, *mention.alternatives)
    assert len(mention.alternatives) <= 1


@given(spelled_numbers(), st.sampled_from(("و", "ب", "ل", "ف")))
def test_one_more_clitic_changes_no_value(drawn: tuple[str, Number], clitic: str) -> None:
    """و، ب، ل، ف before a number are its prefix, not a part of its value (ل before the article is written لل)."""
    words, value = drawn
    if clitic == "ل" and words.startswith("ال"):
        clitic, words = "لل", words[2:]
    elif words.startswith(("ست", "ناقص")):
        return  # لست is another word, the minus takes no clitic
    assert parse_number(clitic + words) == value


@given(st.lists(integers(10**12), min_size=1, max_size=3), st.sampled_from(("masculine", "feminine")))
def test_spans_are_ordered_disjoint_and_nothing_is_dropped(values: list[int], gender: Any) -> None:
    """In a text each number is one mention, in order, and every number word belongs to its mention."""
    words = [spell_number(abs(value), gender=gender) for value in values]
    mentions = found(" ثم ".join(words))
    assert [mention.value for mention in mentions] == list(map(abs, values))
    assert [mention.first for mention in mentions[1:]] == [mention.stop + 1 for mention in mentions[:-1]]


@given(st.text("ثلاةخمسونعشرألفيئـ\u064f\u0651 0123456789²٣.,٬٫،ر-/()٪½^e\u200f\u2009\ud800", max_size=60))
@example("ـ -5")
@example("ناقص " * 3000)
@example("٫٫٫")
@example("999999999999^999")
@example("7e999")
@example("0." + "1" * 5000)
@example("5" * 5000)
@example("مليون " * 2000)
def test_no_text_breaks_the_recogniser(text: str) -> None:
    """Any string gives mentions inside the text, and parse_number a number or a ClaimcheckError."""
    tokens = Tokens.of(text)
    for mention in recognize_numbers(tokens):
        assert 0 <= mention.first < mention.stop <= len(tokens)
        assert mention.value == canonical(mention.value)
    try:
        value = parse_number(text)
    except ClaimcheckError:
        return
    assert type(value) is type(canonical(value))


@pytest.mark.parametrize(
    "unit", ["ناقص ", "100 ", "مليون ", "ألف ومئة ", "خمسة وعشرون و", "واحد على ", "صفر فاصلة ", "1/2/"]
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, on input that provokes long readings too."""

    def seconds(count: int) -> float:
        tokens = Tokens.of(unit * count)
        started = time.process_time()
        recognize_numbers(tokens)
        return time.process_time() - started

    # the best of some: a pause of the garbage collector is no property of the grammar
    short, long = min(seconds(500) for _ in range(3)), min(seconds(4000) for _ in range(3))
    assert long < 40 * max(short, 1e-4)


@pytest.mark.parametrize("row", rows("numbers", whole=True), ids=name)
def test_whole_strings(row: dict[str, Any]) -> None:
    """A string that is a number has its value; any other is refused (null)."""
    try:
        value: str | None = shown(parse_number(row["Input"]))
    except ClaimcheckError:
        value = None
    assert value == row["Whole"]


@pytest.mark.parametrize("row", rows("numbers", whole=False), ids=name)
def test_sentences(row: dict[str, Any]) -> None:
    """Every number of a sentence is found with its words and value, and nothing else is."""
    assert results(row["Input"]) == row["Results"]


@pytest.mark.parametrize(
    ("text", "value", "alternatives"),
    [
        ("بلغ 1,500 طن", 1500, (Decimal("1.5"),)),
        ("بلغ 1.500 مليون", 1500000, (1500000000,)),
        ("بلغ 5ر12 في المئة", Decimal("12.5"), (Decimal("5.12"),)),
        ("بلغ 1,500,000 و2.345 دينار", 1500000, ()),
        ("خمس السكان", Decimal("0.2"), (5,)),
        ("بلغ 1.5 طن", Decimal("1.5"), ()),
    ],
)
def test_other_readings_are_kept(text: str, value: Number, alternatives: tuple[Number, ...]) -> None:
    """An ambiguous form keeps its other readings, times the scale word that follows."""
    mention = found(text)[0]
    assert (mention.value, mention.alternatives) == (value, alternatives)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("السعر 0.745 دينار ثم 1.320 دينار", [Decimal("0.745"), Decimal("1.32")]),
        ("وصل 2.300.000 زائر و1.320 دراجة", [2300000, 1320]),
        ("ارتفع 3,5 في المئة إلى 1,320 ديناراً", [Decimal("3.5"), Decimal("1.32")]),
        ("بلغ 1,200,000 ثم 1.320 دينار", [1200000, Decimal("1.32")]),
        ("بلغ 12.5 في المئة وحضر 1.320 زائراً", [Decimal("12.5"), 1320]),
        ("زاد 1.325% فقط", [Decimal("1.325")]),
    ],
)
def test_the_document_decides_ambiguous_marks(text: str, values: list[Number]) -> None:
    """How a document uses point and comma elsewhere, and what follows, chooses between 1320 and 1.32."""
    assert [mention.value for mention in found(text)] == values


def test_a_mention_tells_its_form() -> None:
    """Prefix, article, style, scale and fraction are told apart."""
    first, second, third = found("والـ15 ألفاً بثلاثة ملايين و500 ألف ونصف الكمية")[:3]
    assert (first.prefix, first.definite, first.style, first.scaled) == ("وال", True, "mixed", True)
    assert (second.prefix, second.definite, second.style, second.value) == ("ب", False, "mixed", 3500000)
    assert (third.prefix, third.fraction, third.value) == ("و", True, Decimal("0.5"))


def test_steps_tell_which_rule_consumed_what() -> None:
    """The steps of a mention name the rules, their words and what they made."""
    (mention,) = found("ثلاثة ملايين ومئتا ألف وخمسون")
    assert [(step.rule, step.text, step.result) for step in mention.steps][-1][1:] == ("وخمسون", "50")
    assert ("times scale", "ثلاثة ملايين", "3000000") in [(s.rule, s.text, s.result) for s in mention.steps]
    (share,) = found("واحد من كل ثلاثة")
    assert share.steps[-1].result == "1/3"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("زاد 1.325% فقط", "digits (decimal, before a percent sign)"),
        ("بلغ 1,325 طناً", "digits (grouped, as is usual)"),
        ("بلغ 1.325 بعد 2.500.000", "digits (grouped, as elsewhere in the text)"),
        ("بلغ 3,650 ملايين", "digits (decimal, before a plural, which counts three to ten)"),
        ("كلف 0.5 دينار ثم 1.325 دينار", "digits"),
    ],
)
def test_steps_tell_why_a_mark_is_read_so(text: str, rule: str) -> None:
    """The step of an ambiguous numeral names the reason for its reading."""
    assert found(text)[0].steps[0].rule == rule


@pytest.mark.parametrize(
    ("text", "message"),
    [("كتاب", "no number"), ("خمسة كتب", "more than one number"), ("9" * 1001, "1,000 digits"), ("", "no number")],
)
def test_errors_name_the_input(text: str, message: str) -> None:
    """What is no number is refused with a message that quotes it."""
    with pytest.raises(ClaimcheckError, match=message) as caught:
        parse_number(text)
    assert text[:20] in str(caught.value)


def test_values_are_exact_and_canonical() -> None:
    """Int where whole, Decimal where finite, Fraction else; the ambient decimal context plays no part."""
    assert type(parse_number("1.5 مليون")) is int
    assert parse_number("0." + "0" * 60 + "1") == Decimal("0." + "0" * 60 + "1")
    assert parse_number("ثلث") == Fraction(1, 3)
    assert str(parse_number("2,50")) == "2.5"
