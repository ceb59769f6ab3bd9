"""Arabic numbers in a text, and a number from a whole string."""

from bisect import bisect_right
from fractions import Fraction

from claimcheck.errors import ClaimcheckError, excerpt, text_of
from claimcheck.model.mentions import Number, RuleStep
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_context import is_homograph, is_percent, splits
from claimcheck.recognizers.numbers_digits import DIGIT_LIMIT
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_lexicon import PROCLITICS, NumberWord, number_words
from claimcheck.recognizers.numbers_plain import read_plain
from claimcheck.recognizers.numbers_ranks import refine
from claimcheck.recognizers.numbers_reader import Reader, Step
from claimcheck.recognizers.numbers_reading import LONE, Reading, read_number
from claimcheck.recognizers.numbers_runs import prepare
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

_SHORT = 30


def recognize_numbers(tokens: Tokens) -> list[NumberMention]:
    """Return the numbers of a text in order: cardinals, ordinals, fractions and decimals, in digits and in words.

    >>> [str(m.value) for m in recognize_numbers(Tokens.of("قتل ألفا جندي و1,5 مليون مدني في العام الثالث"))]
    ['2000', '1500000', '3']
    """
    whole = _one_number(tokens)
    if whole is not None:
        return [whole]
    items, places = prepare(tokens)
    found: list[NumberMention] = []
    lines = [*sorted(tokens.line_starts), len(items)]
    position = 0
    for index in places:
        item = items[index]
        if index < position or item is None or item.kind in _SILENT or is_percent(tokens, items, index):
            continue
        limit = lines[bisect_right(lines, index)]
        mention = _lone(tokens, items, index, limit) or _mention_at(tokens, items, index, limit)
        if mention is not None:
            position = mention.stop
            if not is_homograph(tokens, items, mention):
                found.append(refine(tokens, items, mention, found[-1] if found else None))
    return found


def _one_number(tokens: Tokens) -> NumberMention | None:
    """Read a text that is nothing but one number with the freedom of a whole string (3/4, -5)."""
    if not 1 < len(tokens) <= _SHORT or (number_words[tokens.words[-1]] is None and tokens.words[-1].shape == "word"):
        return None
    items, _ = prepare(tokens, whole=True)
    reader = Reader(items, tokens, lenient=True)
    reading = read_number(reader, 0)
    if reading is None or reading.stop != len(tokens):
        return None
    return _mention(tokens, items, reader, reading)


def _lone(tokens: Tokens, items: list[NumberWord | None], index: int, limit: int) -> NumberMention | None:
    """Read a number word with no other behind it, which needs no grammar; ``None`` where there is more to read."""
    item = items[index]
    if item is None or item.kind not in LONE:
        return None
    stop = index + item.width
    if stop < limit and items[stop] is not None:
        return None
    value, kind, digits = canonical(item.value), LONE[item.kind], item.kind == "digits"
    prefix = _glued_prefix(tokens, index) if digits else item.prefix
    words = tokens.text[tokens.starts[index] : tokens.end(stop - 1)]
    return NumberMention(
        first=index,
        stop=stop,
        value=value,
        ordinal=kind == "ordinal",
        style="digits" if digits else "words",
        definite=prefix.endswith(("ال", "لل")),
        prefix=prefix,
        fraction=kind == "fraction",
        alternatives=_others(item) if len(item.readings) > 1 and item.value else (),
        steps=(RuleStep(item.rule, words, str(value)),),
    )


def _others(item: NumberWord) -> tuple[Number, ...]:
    """Return the readings of a numeral that were not preferred."""
    return tuple(canonical(other) for other in item.readings if other != item.value)


def _mention_at(tokens: Tokens, items: list[NumberWord | None], index: int, limit: int) -> NumberMention | None:
    """Read the number at ``index``, which ends on its line, before ``limit``."""
    reader = Reader(items, tokens, limit=limit)
    reading = read_number(reader, index)
    if reading is None:
        return None
    mention = _mention(tokens, items, reader, reading)
    if reader.joins and splits(tokens, items, mention, max(reader.joins)):
        reader = Reader(items, tokens, barrier=max(reader.joins), limit=limit)
        reading = read_number(reader, index)
        return _mention(tokens, items, reader, reading) if reading is not None else None
    return mention


def _mention(tokens: Tokens, items: list[NumberWord | None], reader: Reader, reading: Reading) -> NumberMention:
    item = items[reading.first]
    assert item is not None
    prefix, definite = item.prefix, item.definite
    if item.kind == "digits":
        prefix = _glued_prefix(tokens, reading.first)
        definite = prefix.endswith(("ال", "لل"))
    return NumberMention(
        first=reading.first,
        stop=reading.stop,
        value=canonical(reading.value),
        ordinal=reading.kind == "ordinal",
        style=_style(items, reading),
        definite=definite,
        prefix=prefix,
        scaled=reading.scale >= 1000,
        fraction=reading.kind == "fraction",
        alternatives=_alternatives(item, reading),
        steps=tuple(_explained(tokens, step) for step in reader.steps),
    )


def _explained(tokens: Tokens, step: Step) -> RuleStep:
    words = tokens.text[tokens.starts[step.first] : tokens.end(step.stop - 1)]
    return RuleStep(step.rule, words, str(canonical(step.value)))


def _style(items: list[NumberWord | None], reading: Reading) -> str:
    """Tell how the number is written: in digits, in words, or in both."""
    kinds = {item.kind for item in items[reading.first : reading.stop] if item is not None}
    if "digits" not in kinds:
        return "words"
    return "digits" if kinds <= {"digits", "and", "minus", "close"} else "mixed"


def _alternatives(item: NumberWord, reading: Reading) -> tuple[Number, ...]:
    """The other readings of a numeral, times what multiplies it."""
    if len(item.readings) < 2 or reading.stop - reading.first > item.width + 1 or not item.value:
        return ()
    factor = Fraction(reading.value) / Fraction(item.value)
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
    plain = read_plain(text_of(text))
    return plain if plain is not None else canonical(_whole(text, "number").value)


def parse_ordinal(text: str) -> int:
    """Return the rank that a string names and nothing else; a cardinal with the article counts (العشرون).

    Raises ClaimcheckError where it is none.

    >>> parse_ordinal("الثالثة والعشرون")
    23
    """
    reading = _whole(text_of(text), "ordinal")
    rank = canonical(reading.value)
    if not isinstance(rank, int) or rank < 0 or reading.kind == "fraction":
        raise ClaimcheckError("no ordinal", where=excerpt(text))
    return rank


_OPENING, _CLOSING = frozenset('([{«"“'), frozenset(')]}»"”')


def _whole(text: str, what: str) -> Reading:
    """Read a string that is one number, brackets or quotation marks around it allowed."""
    if len(text) > DIGIT_LIMIT * 20 or sum(map(str.isdigit, text)) > DIGIT_LIMIT:
        raise ClaimcheckError(f"{what} of more than 1,000 digits", where=excerpt(text))
    tokens = Tokens.of(text)
    start, stop = 0, len(tokens)
    while stop - start > 2 and tokens.words[start].text in _OPENING and tokens.words[stop - 1].text in _CLOSING:
        start, stop = start + 1, stop - 1
    if stop - start == 2 and tokens.norms[stop - 1] == "." and tokens.glued(start):  # 192.
        stop -= 1
    items, _ = prepare(tokens, whole=True)
    if any(item is not None and item.kind == "close" for item in items[start:stop]):  # (300) مليون
        start += 1
    if stop - start > 1 and items[start] is None and tokens.norms[start] in PROCLITICS:  # الـ15
        start += 1
    reading = read_number(Reader(items, lenient=True, cldr=what == "ordinal"), start)
    if reading is None:
        raise ClaimcheckError(f"no {what}", where=excerpt(text))
    if reading.stop != stop:
        rest = text[tokens.starts[reading.stop] :]
        raise ClaimcheckError(f"more than one {what}", where=f"{excerpt(text)}, at {excerpt(rest)}")
    return reading
