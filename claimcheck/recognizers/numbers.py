"""Arabic numbers in a text, and a number from a whole string."""

from fractions import Fraction

from attrs import evolve, frozen

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Number, RuleStep
from claimcheck.recognizers.fractions import add_fraction, as_ratio, read_fraction
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_context import is_homograph, is_percent, splits
from claimcheck.recognizers.numbers_digits import DIGIT_LIMIT
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_groups import read_decimals
from claimcheck.recognizers.numbers_lexicon import PROCLITICS, NumberWord
from claimcheck.recognizers.numbers_plain import read_plain
from claimcheck.recognizers.numbers_ranks import refine
from claimcheck.recognizers.numbers_reader import Reader
from claimcheck.recognizers.numbers_runs import prepare
from claimcheck.recognizers.numbers_words import read_cardinal
from claimcheck.recognizers.ordinals import read_ordinal
from claimcheck.recognizers.spelling import CountedNoun, spell_number, spell_ordinal
from claimcheck.text.tokens import Tokens

__all__ = [
    "CountedNoun",
    "parse_number",
    "parse_ordinal",
    "recognize_numbers",
    "spell_number",
    "spell_ordinal",
]

# Words that only continue a number.
_SILENT = frozenset(
    {
        "and",
        "point",
        "dot",
        "except",
        "fraction_plural",
        "hundred_plural",
        "over",
        "of",
        "each",
        "part",
        "times",
        "multiplier",
    }
)


@frozen
class Reading:
    """A number read from the items ``first`` up to ``stop``."""

    first: int
    stop: int
    value: Fraction
    kind: str
    scale: int = 1


def recognize_numbers(tokens: Tokens) -> list[NumberMention]:
    """Return the numbers of a text in order: cardinals, ordinals, fractions and decimals, in digits and in words.

    >>> [str(m.value) for m in recognize_numbers(Tokens.of("قتل ألفا جندي و1,5 مليون مدني في العام الثالث"))]
    ['2000', '1500000', '3']
    """
    items = prepare(tokens)
    found: list[NumberMention] = []
    position = 0
    for index, item in enumerate(items):
        if item is None or index < position or item.kind in _SILENT or is_percent(tokens, items, index):
            continue
        mention = _mention_at(tokens, items, index)
        if mention is not None:
            position = mention.stop
            if not is_homograph(tokens, items, mention):
                found.append(refine(tokens, items, mention, found[-1] if found else None))
    return found


def _mention_at(tokens: Tokens, items: list[NumberWord | None], index: int) -> NumberMention | None:
    reader = Reader(items, tokens)
    reading = read_number(reader, index)
    if reading is None:
        return None
    mention = _mention(tokens, items, reader, reading)
    if reader.joins and splits(tokens, items, mention, max(reader.joins)):
        reader = Reader(items, tokens, barrier=max(reader.joins))
        reading = read_number(reader, index)
        return _mention(tokens, items, reader, reading) if reading is not None else None
    return mention


def read_number(reader: Reader, index: int) -> Reading | None:
    """Read the number of any kind that starts at ``index``."""
    item = reader.at(index)
    if item is None:
        return None
    if item.kind == "minus":
        return _negative(reader, index)
    if item.kind == "multiplier":
        whole = reader.lenient and not item.prefix
        return Reading(index, index + 1, Fraction(item.value), "multiplier") if whole else None
    part = read_fraction(reader, index)
    if part is not None:
        return Reading(index, part.stop, part.value * part.scale, "fraction", part.scale)
    ordinal = read_ordinal(reader, index)
    if ordinal is not None:
        return Reading(index, ordinal.stop, Fraction(ordinal.value), "ordinal")
    return _cardinal(reader, index)


def _negative(reader: Reader, index: int) -> Reading | None:
    inner = read_number(reader, index + 1) if not reader.bare(index + 1, "minus") else None
    if inner is None or inner.kind not in ("cardinal", "fraction") or inner.value < 0:
        return None
    reader.note("minus", index, inner.stop, -inner.value)
    return evolve(inner, first=index, value=-inner.value)


def _cardinal(reader: Reader, index: int) -> Reading | None:
    """Read a cardinal and what may close it: decimals, a fraction, a base of a ratio, "below zero"."""
    terms = read_cardinal(reader, index)
    if not terms:
        return None
    total = sum((Fraction(term.value) for term in terms), Fraction(0))
    stop, scale = terms[-1].stop, terms[-1].scale
    ratio = as_ratio(reader, index, stop, total)
    if ratio is not None:
        return Reading(index, ratio.stop, ratio.value, "fraction")
    end, decimals = read_decimals(reader, stop, "point")  # behind a scale word: ألف فاصلة خمسة
    start = reader.at(index)
    if decimals:
        stop, total = end, total + decimals
    elif reader.lenient or start is None or not start.definite or total != 1:  # الواحدة والنصف is half past one
        stop, total = add_fraction(reader, index, stop, total, scale)
    zero = reader.at(stop + 1)
    if reader.bare(stop, "below") and zero is not None and zero.kind == "zero":
        reader.note("below zero", index, stop + 2, -total)
        return Reading(index, stop + 2, -total, "cardinal", scale)
    if reader.lenient and reader.bare(stop, "times"):
        stop += 1
    return Reading(index, stop, total, "cardinal", scale)


def _mention(tokens: Tokens, items: list[NumberWord | None], reader: Reader, reading: Reading) -> NumberMention:
    item = items[reading.first]
    assert item is not None
    prefix, definite = item.prefix, item.definite
    if item.kind == "digits":
        prefix = _glued_prefix(tokens, reading.first)
        definite = prefix.endswith(("ال", "لل"))
    kinds = {part.kind for part in items[reading.first : reading.stop] if part is not None and part.kind != "and"}
    style = "words" if "digits" not in kinds else "digits" if kinds == {"digits"} else "mixed"
    return NumberMention(
        first=reading.first,
        stop=reading.stop,
        value=canonical(reading.value),
        ordinal=reading.kind == "ordinal",
        style=style,
        definite=definite,
        prefix=prefix,
        scaled=reading.scale >= 1000,
        fraction=reading.kind == "fraction",
        alternatives=_alternatives(item, reading),
        steps=tuple(
            RuleStep(step.rule, tokens.span(step.first, step.stop).of(tokens.text), str(canonical(step.value)))
            for step in reader.steps
        ),
    )


def _alternatives(item: NumberWord, reading: Reading) -> tuple[Number, ...]:
    """The other readings of a numeral, times what multiplies it."""
    if len(item.readings) < 2 or reading.stop - reading.first > item.width + 1 or not item.value:
        return ()
    factor = reading.value / Fraction(item.value)
    return tuple(canonical(Fraction(other) * factor) for other in item.readings if other != item.value)


def _glued_prefix(tokens: Tokens, index: int) -> str:
    """Return the proclitics that stand as a token of their own before a numeral (الـ15, بـ20, و50)."""
    if index == 0:
        return ""
    before = tokens.words[index - 1].norm
    if before in PROCLITICS and (tokens.glued(index - 1) or before.endswith(("ال", "لل"))):
        return before
    return ""


def parse_number(text: str) -> Number:
    """Return the value of a string that is a number and nothing else.

    Raises ClaimcheckError where it is none, where something is left over, and over 1,000 digits.

    >>> parse_number("مليون وخمسمئة ألف")
    1500000
    """
    plain = read_plain(text)
    return plain if plain is not None else canonical(_whole(text, "number").value)


def parse_ordinal(text: str) -> int:
    """Return the rank that a string names and nothing else; a cardinal with the article counts (العشرون).

    Raises ClaimcheckError where it is none.

    >>> parse_ordinal("الثالثة والعشرون")
    23
    """
    reading = _whole(text, "ordinal")
    if reading.value.denominator != 1 or reading.value < 0 or reading.kind == "fraction":
        raise ClaimcheckError("no ordinal", where=excerpt(text))
    return reading.value.numerator


_OPENING, _CLOSING = frozenset('([{«"“'), frozenset(')]}»"”')


def _whole(text: str, what: str) -> Reading:
    """Read a string that is one number, brackets or quotation marks around it allowed."""
    if len(text) > DIGIT_LIMIT * 20 or sum(map(str.isdigit, text)) > DIGIT_LIMIT:
        raise ClaimcheckError(f"{what} of more than 1,000 digits", where=excerpt(text))
    tokens = Tokens.of(text)
    start, stop = 0, len(tokens)
    while stop - start > 2 and tokens.words[start].text in _OPENING and tokens.words[stop - 1].text in _CLOSING:
        start, stop = start + 1, stop - 1
    items = prepare(tokens, whole=True)
    if any(item is not None and item.kind == "close" for item in items[start:stop]):  # (300) مليون
        start += 1
    reading = read_number(Reader(items, lenient=True, cldr=what == "ordinal"), start)
    if reading is None:
        raise ClaimcheckError(f"no {what}", where=excerpt(text))
    if reading.stop != stop:
        rest = text[tokens.starts[reading.stop] :]
        raise ClaimcheckError(f"more than one {what}", where=f"{excerpt(text)}, at {excerpt(rest)}")
    return reading
