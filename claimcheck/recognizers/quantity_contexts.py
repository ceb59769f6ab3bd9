"""What the words around a figure make of it: a label, a rank, an age."""

from functools import cache

from claimcheck import lexicon
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.nouns import noun_of
from claimcheck.text.tokens import Tokens

_AGE_UNITS = frozenset({"year", "month", "day", "week"})


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon.forms(lexicon.load("contexts")[name])


@cache
def _labels() -> frozenset[str]:
    return lexicon.forms(lexicon.load("nouns")["label"])


@cache
def _ranked() -> frozenset[str]:
    return lexicon.forms(lexicon.load("nouns")["ranked"])


def is_label(tokens: Tokens, number: NumberMention) -> bool:
    """Tell a number that names a thing and measures nothing: a telephone, an identity card, an article of law, a model.

    >>> from claimcheck.recognizers.numbers import recognize_numbers
    >>> t = Tokens.of("المادة 5 والرقم 920001234")
    >>> [is_label(t, n) for n in recognize_numbers(t)]
    [True, True]
    """
    digits = number.style == "digits"
    surface = tokens.norms[number.first]
    if digits and number.stop == number.first + 1 and _identity(surface):
        return True
    before = _before(tokens, number.first)
    if before in _labels() or (before[:1] in "وبل" and before[1:] in _labels()):
        return True
    if digits and number.first and tokens.words[number.first - 1].shape == "latin" and tokens.glued(number.first - 1):
        return True
    return digits and _list_number(tokens, number)


def _before(tokens: Tokens, index: int) -> str:
    """Return the word before a number, brackets and colons skipped."""
    index -= 1
    while index >= 0 and (tokens.norms[index] in {"(", ":", '"', "«", "[", "ال", "-"}):
        index -= 1
    return tokens.norms[index] if index >= 0 else ""


def _identity(surface: str) -> bool:
    """Telephone, identity and account numbers: ten digits in a row, or a leading zero that is no decimal."""
    return surface.isdigit() and (len(surface) >= 9 or (surface[0] == "0" and len(surface) > 1))


def _list_number(tokens: Tokens, number: NumberMention) -> bool:
    """A number that opens a line before a dash, a bracket or a full stop: the numbering of a list."""
    if number.stop >= len(tokens) or number.stop != number.first + 1:
        return False
    if tokens.newline_before(number.first) and tokens.norms[number.stop] in {"-", ".", ")", "ـ"}:
        follows = number.stop + 1
        return follows < len(tokens) and tokens.words[follows].shape != "number"
    return False


def rank(tokens: Tokens, draft: Draft) -> bool:
    """Make an ordinal of a draft where it is one; tell whether it is (first and second in words are none).

    An ordinal number with the noun before it (المركز الثالث) or behind it (ثالث أكبر اقتصاد); digits behind a singular
    that is ranked (المرحلة 31, البطولة الـ13).
    """
    number = draft.number
    if number is None:
        return False
    if number.ordinal:
        return _ordinal(tokens, draft)
    if number.style != "digits" or number.scaled or number.fraction or not isinstance(draft.value, int):
        return False
    before = draft.first - 1
    if before < 0 or not draft.bare:
        return False
    norm = _before(tokens, draft.first)
    core = norm[1:] if norm[:1] in "وبف" and norm[1:3] == "ال" else norm
    core = "ال" + core[2:] if core.startswith("لل") else core
    article = number.definite and tokens.words[before].shape == "word" and core.startswith("ال")
    if core in _ranked() or (article and not noun_of(tokens.words[before]).plural and len(core) > 2):
        draft.grow_left(before, "وب"[: norm.find("ال")] if norm.find("ال") > 0 else "")
        _as_rank(tokens, draft, before)
        return True
    return False


def _ordinal(tokens: Tokens, draft: Draft) -> bool:
    before = draft.first - 1
    if before >= 0 and tokens.words[before].shape == "word" and draft.number is not None and draft.number.definite:
        norm = tokens.norms[before]
        if norm.startswith(("ال", "وال", "بال", "لل", "فال")):
            draft.grow_left(before, norm[:3] if norm[1:3] == "ال" else "")
            _as_rank(tokens, draft, before)
            return True
    _as_rank(tokens, draft, None)
    return True


def _as_rank(tokens: Tokens, draft: Draft, noun: int | None) -> None:
    draft.kind, draft.unit, draft.bare = "ordinal", "item", False
    if noun is not None:
        draft.noun, draft.unit_at = noun_of(tokens.words[noun]).lemma, (noun, noun + 1)
    draft.note("rank", tokens, draft.first, draft.stop, str(draft.value))


def age(tokens: Tokens, draft: Draft) -> None:
    """Make an age of a duration that tells how old somebody is."""
    if draft.kind != "duration" or draft.unit not in _AGE_UNITS:
        _bare_age(tokens, draft)
        return
    before = tokens.norms[max(0, draft.first - 4) : draft.first]
    inside = tokens.norms[draft.first : draft.core[0]]
    after = tokens.norms[draft.stop : draft.stop + 2]
    said = any(_age_word(norm) for norm in before[-4:] + inside)
    if said or _of_age(after) or _in_brackets(tokens, draft):
        draft.kind, draft.iso = "age", None
        draft.note("age", tokens, draft.first, draft.stop, draft.unit)


def _age_word(norm: str) -> bool:
    words = _words("age")
    return norm in words or (norm[:1] in "وبلف" and norm[1:] in words)


def _of_age(after: list[str]) -> bool:
    """من العمر, من عمره behind the figure."""
    return len(after) == 2 and after[0] == "من" and _age_word(after[1])


def _in_brackets(tokens: Tokens, draft: Draft) -> bool:
    """A name (33 عاما) or a name, 33 عاما, : years alone between brackets or commas."""
    if draft.unit != "year" or draft.first == 0 or draft.stop >= len(tokens) or draft.value is None:
        return False
    opening, closing = tokens.norms[draft.first - 1], tokens.norms[draft.stop]
    return (opening, closing) in {("(", ")"), ("،", "،"), ("-", "-"), ("،", ".")} and draft.value <= 120


def _bare_age(tokens: Tokens, draft: Draft) -> None:
    """الـ28 من عمره, في سن 28: an age without the word for year."""
    after = tokens.norms[draft.stop : draft.stop + 2]
    before = tokens.norms[draft.first - 1] if draft.first else ""
    if draft.bare and draft.value is not None and (_of_age(after) or before in _words("age_bare")):
        draft.kind, draft.unit, draft.bare = "age", "year", False
        draft.note("age", tokens, draft.first, draft.stop, "year")
