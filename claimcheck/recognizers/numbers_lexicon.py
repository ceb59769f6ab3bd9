"""The number words of a text: what ``lexicon/numbers.toml`` says of each token, as one small value a distinct word."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from unicodedata import decomposition, numeric

from attrs import frozen

from claimcheck.lexicon import forms, lines, load
from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_digits import read_numeral
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Tokens, Word

# Proclitics that a number word may carry: conjunction, preposition, article, each at most once and in this order.
PROCLITICS = frozenset(
    conjunction + rest for conjunction in ("", "و", "ف") for rest in ("", "ب", "ل", "ك", "ال", "بال", "كال", "لل")
)
_ONE = "واحد"
_TANWIN = "\u064b"
_DAMMA = "\u064f"
_HAMZA_ON_YA = "ئ"


@frozen
class NumberWord:
    """What one token contributes: its ``kind``, its value, the proclitics before it, and its grammatical form.

    ``kind``: unit, bound (أحد، اثنا), ten, teen, tens, hundred, hundred_plural, hundreds, scale, zero, digits,
    fraction, fraction_plural, ordinal, bound_ordinal, adverb, multiplier; and the words that only continue a number:
    and, point, dot, minus, except, over, of, each, after, below, part, times, close. ``form`` tells a scale word's
    number (singular, plural, construct, dual), or why a numeral is read as it is. ``readings`` are a numeral's values,
    preferred one first; ``width`` is the number of its tokens (1 500 000 has three).
    """

    kind: str
    value: Number
    prefix: str = ""
    form: str = ""
    readings: tuple[Number, ...] = ()
    width: int = 1

    @property
    def rule(self) -> str:
        """The name of the rule that reads the word by itself."""
        return f"{self.kind} ({self.form})" if self.kind == "digits" and self.form else self.kind

    @property
    def definite(self) -> bool:
        """Tell whether the article stands before the word."""
        return self.prefix.endswith(("ال", "لل"))


_SIMPLE = (
    "zero",
    "units",
    "bound_units",
    "ten",
    "teens",
    "tens",
    "hundred",
    "hundred_plural",
    "hundreds",
    "fraction_plurals",
    "ordinals",
    "bound_ordinals",
    "ordinal_adverbs",
    "multipliers",
)
_MARKS = ("point", "dot", "minus", "except", "over", "of", "each", "after", "below", "part", "times")
_KINDS = {
    "units": "unit",
    "bound_units": "bound",
    "teens": "teen",
    "fraction_plurals": "fraction_plural",
    "ordinals": "ordinal",
    "bound_ordinals": "bound_ordinal",
    "ordinal_adverbs": "adverb",
    "multipliers": "multiplier",
}
_SCALE_FORMS = ("singular", "plural", "construct", "dual")


@cache
def entries() -> dict[str, NumberWord]:
    """Return every number word by its folded form."""
    table = load("numbers")
    found: dict[str, NumberWord] = {}
    for name in _SIMPLE:
        for value, word in _pairs(table[name]):
            found.setdefault(word, NumberWord(_KINDS.get(name, name), int(value)))
    for value, word in _pairs(table["fractions"]):
        found.setdefault(word, NumberWord("fraction", Fraction(value)))
    for name in _MARKS:
        for word in forms(table[name]):
            found.setdefault(word, NumberWord(name, 0))
    for line in table["scales"].values():
        value, _, columns = line.partition(":")
        for form, column in zip(_SCALE_FORMS, columns.split("|"), strict=True):
            for word in forms(column):
                found.setdefault(word, NumberWord("scale", int(value), form=form))
    return found


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    """Yield (value, folded form) for each form of a block of ``value: form form`` lines."""
    for line in lines(block):
        value, _, words = line.partition(":")
        for word in words.split():
            yield value.strip(), fold(word)


@cache
def _with_damma() -> dict[str, Fraction]:
    return {word: Fraction(value) for value, word in _pairs(load("numbers")["damma_fractions"])}


@cache
def _with_hamza() -> frozenset[str]:
    return forms(load("numbers")["hamza_needed"])


class _NumberWords(PerWord["NumberWord | None"]):
    """The number word that a token is, or ``None``; filled on demand, one look-up a distinct word."""

    def read(self, word: Word) -> NumberWord | None:
        return _read(word)


number_words = _NumberWords()


def _read(word: Word) -> NumberWord | None:
    if word.shape == "number":
        readings = read_numeral(word.text)
        return NumberWord("digits", readings[0], readings=readings) if readings else None
    if word.shape == "word":
        return _particle(word) or _first_analysis(word)
    if word.shape == "mark" and len(word.text) == 1 and decomposition(word.text).startswith("<fraction>"):  # ½
        return NumberWord("fraction", Fraction(numeric(word.text)).limit_denominator(100))
    return None


def _particle(word: Word) -> NumberWord | None:
    """و and واحد; the latter is one, or the first part of 11 behind و (وأحد عشر)."""
    if word.norm == "و":
        return NumberWord("and", 0)
    if word.norm == _ONE:
        return NumberWord("bound", 1, "و") if "أ" in word.text else NumberWord("unit", 1, form="and_one")
    return None


def _first_analysis(word: Word) -> NumberWord | None:
    """Look the word up without its proclitics, the undivided form first."""
    for prefix, core in word.analyses:
        if prefix not in PROCLITICS:
            continue
        if core in _with_damma() and _has_damma(word.text, prefix):
            return NumberWord("fraction", _with_damma()[core], prefix)
        entry = entries().get(core)
        if entry is not None and (core not in _with_hamza() or _HAMZA_ON_YA in word.text):
            form = "singular" if entry.form == "construct" and _TANWIN in word.text else entry.form
            return NumberWord(entry.kind, entry.value, prefix, form)
    return None


def _has_damma(text: str, prefix: str) -> bool:
    """Tell whether the first letter behind the proclitics carries a damma (خُمس)."""
    position = text.find(_DAMMA)
    return position > 0 and len(fold(text[:position])) == len(prefix) + 1


def items_of(tokens: Tokens) -> list[NumberWord | None]:
    """Return the number word of every token."""
    return list(map(number_words.__getitem__, tokens.words))
