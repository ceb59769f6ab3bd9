"""From a number to a figure: the unit, currency or counted noun that stands with it."""

from fractions import Fraction

from attrs import evolve

from claimcheck.model.mentions import Number
from claimcheck.recognizers.currencies import MoneyHit, money_at
from claimcheck.recognizers.drafts import CLOSING, OPENING, Draft
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.nouns import people_lookup
from claimcheck.recognizers.numbers_digits import read_numeral
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.quantity_counted import attach_noun, attach_noun_before
from claimcheck.recognizers.units import UnitHit, unit_at
from claimcheck.text.tokens import Tokens

_SHORT = {"second": "s", "minute": "min", "hour": "h"}
_DIVIDED = frozenset({"length", "data"})
_LATIN_UNITS = frozenset({"m", "g"})  # 5 m, 5 g: metres and grams rather than millions and billions
_UNITS_LIKE_NUMBERS = frozenset({"ثانيه", "بالالف"})  # a second and per mille, which are also "second" and "thousand"


def draft_of(tokens: Tokens, number: NumberMention, limit: int) -> Draft:
    """Return the draft of a number with the unit, currency or noun behind or before it.

    ``limit`` is the first token of the next number or time, which is no noun of this one.
    """
    draft = _plain_draft(tokens, number)
    after = _behind_brackets(tokens, draft)
    if draft.value == 0 and number.style == "words":
        _zero(tokens, draft, after)
        return draft
    norms = tokens.norms
    if after < len(norms) and norms[after] in _UNITS_LIKE_NUMBERS:
        limit = len(norms)
    _ = (
        (after < limit and _attach_behind(tokens, draft, after))
        or _attach_sign_before(tokens, draft)
        or _attach_glued_percent(tokens, draft, after)
        or _attach_one(tokens, draft)
        or attach_noun_before(tokens, draft)
        or (after < limit and attach_noun(tokens, draft, after))
    )
    return draft


def _plain_draft(tokens: Tokens, number: NumberMention) -> Draft:
    """Return the draft of a number alone, with the article or the bracket that stands apart before it."""
    first = number.first
    if number.style != "words" and number.stop == first + 2 and tokens.norms[first + 1] in _LATIN_UNITS:
        number = evolve(number, stop=first + 1, value=read_numeral(tokens.words[first].text)[0], scaled=False)
    joined = number.style == "words" or tokens.norms[first].startswith("و")
    draft = Draft(
        first,
        number.stop,
        number.value,
        core=(first, number.stop),
        number=number,
        prefix=number.prefix if joined else "",
        bare=True,
        fraction=number.fraction and not number.scaled,
        alternatives=number.alternatives,
        steps=list(number.steps),
    )
    if first:
        inside = tokens.norms[first : number.stop]
        article = number.prefix.endswith("ال") and tokens.norms[first - 1] == number.prefix
        opened = ")" in inside and "(" not in inside and tokens.norms[first - 1] == "("  # (40) ألف ناخب
        if article or opened:
            draft.grow_left(first - 1, number.prefix if article else "")
    return draft


def _zero(tokens: Tokens, draft: Draft, after: int) -> None:
    """Zero in words is a percentage or a temperature at most (صفر في المئة): 2 - صفر يوم الجمعة is a score."""
    hit = unit_at(tokens, after)
    if hit is not None and hit.unit.dimension in {"percent", "temperature", "angle"}:
        _attach_unit(tokens, draft, after, hit)


def _behind_brackets(tokens: Tokens, draft: Draft) -> int:
    """Return the token behind the number, or behind the bracket or quotation mark that closes around it."""
    stop, first = draft.stop, draft.first
    norms = tokens.norms
    if first and stop < len(norms) and norms[stop] in CLOSING and norms[first - 1] in OPENING:
        return stop + 1
    return stop


def _attach_behind(tokens: Tokens, draft: Draft, after: int) -> bool:
    """The unit or the currency right behind the number, whichever takes more words (م is a metre, م د a million)."""
    if tokens.newline_before(after):
        return False
    unit, money = unit_at(tokens, after), money_at(tokens, after)
    if money is not None and money.stop == after + 1 and _few_people(tokens, draft, after):
        money = None
    if money is not None and (unit is None or money.stop > unit.stop):
        return _attach_money(tokens, draft, after, money) or _attach_unit(tokens, draft, after, unit)
    return _attach_unit(tokens, draft, after, unit) or _attach_money(tokens, draft, after, money)


def _few_people(tokens: Tokens, draft: Draft, after: int) -> bool:
    """Tell a noun that is a currency and a people (أفغاني) behind a number of people."""
    return people_lookup()[tokens.words[after]] is not None and (draft.value or 0) < 1000


def _attach_unit(tokens: Tokens, draft: Draft, after: int, hit: UnitHit | None) -> bool:
    """A unit of measure, percent or time behind the number (with what it is divided by: كم في الساعة)."""
    if hit is None or hit.prefix not in {"", "ال"} or not _plausible(tokens, draft, hit):
        return False
    name, stop = _rate(tokens, hit)
    draft.cover(after, stop)
    set_unit(tokens, draft, hit, name, stop)
    return True


def set_unit(tokens: Tokens, draft: Draft, hit: UnitHit, name: str, stop: int) -> None:
    """Record a unit hit on the draft."""
    dimension = hit.unit.dimension
    draft.unit, draft.bare = name, False
    draft.kind = "percent" if dimension == "percent" else "duration" if dimension == "duration" else "measure"
    draft.noun, draft.unit_at = hit.unit.lemma, (hit.first, stop)
    draft.note("unit", tokens, hit.first, stop, name)


def _plausible(tokens: Tokens, draft: Draft, hit: UnitHit) -> bool:
    """A single letter is a unit only beside digits; م behind a year is the era."""
    surface = tokens.words[hit.first]
    if len(surface.norm) > 1 or surface.shape == "mark" or hit.stop > hit.first + 1:
        return True
    era = surface.norm == "م" and draft.value is not None and 1000 <= draft.value <= 2100
    return not era and draft.number is not None and draft.number.style != "words" and hit.prefix == ""


def _rate(tokens: Tokens, hit: UnitHit) -> tuple[str, int]:
    """Compose a speed: a length or an amount of data, and the time unit that it is divided by."""
    stop = hit.stop
    if hit.unit.dimension not in _DIVIDED or stop >= len(tokens):
        return hit.unit.name, stop
    for first, prefixes in ((stop + 1, {"", "ال"}), (stop, {"بال", "ب", "لل", "ل"})):
        if first > stop and tokens.norms[stop] not in {"/", "في", "ف", "بال"}:
            continue
        per = unit_at(tokens, first)
        if per is not None and per.prefix in prefixes and per.unit.name in _SHORT:
            return f"{hit.unit.name}/{_SHORT[per.unit.name]}", per.stop
    return hit.unit.name, stop


def _attach_money(tokens: Tokens, draft: Draft, after: int, hit: MoneyHit | None) -> bool:
    if hit is None or hit.prefix not in {"", "ال"}:
        return False
    short = len(tokens.words[after].norm) == 1 and tokens.words[after].shape == "word"
    if short and (draft.number is None or draft.number.style == "words"):
        return False
    draft.cover(after, hit.stop)
    set_money(tokens, draft, hit)
    return True


def set_money(tokens: Tokens, draft: Draft, hit: MoneyHit) -> None:
    """Record a currency on the draft; a bare family is settled later, from the whole text."""
    draft.kind, draft.bare, draft.unit_at = "money", False, (hit.first, hit.stop)
    draft.unit, draft.family = hit.code or "", hit.family
    draft.noun = hit.family or hit.code
    if hit.scale > 1 and draft.value is not None:
        draft.value = times(draft.value, hit.scale)
        draft.alternatives = tuple(times(value, hit.scale) for value in draft.alternatives)
    draft.note("money", tokens, hit.first, hit.stop, hit.code or hit.family)


def times(value: Number, factor: Number) -> Number:
    """Multiply exactly, in canonical form."""
    return canonical(Fraction(value) * Fraction(factor))


def _attach_sign_before(tokens: Tokens, draft: Draft) -> bool:
    """A sign before the number: $5, %14, USD 5."""
    index = draft.first - 1
    if index < 0 or (index > 0 and tokens.words[index - 1].shape == "number" and tokens.glued(index - 1)):
        return False
    sign = tokens.words[index]
    if sign.norm == "%" and tokens.glued(index):
        hit = unit_at(tokens, index)
        if hit is not None:
            draft.grow_left(index)
            set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
            return True
    short = sign.shape == "word" and len(sign.norm) <= 2 and index > 0 and tokens.norms[index - 1] == "."
    return (sign.shape in {"mark", "latin"} or short) and _money_before(tokens, draft, index)


def _money_before(tokens: Tokens, draft: Draft, index: int) -> bool:
    for first in range(max(0, index - 5), index + 1):
        money = money_at(tokens, first)
        if money is not None and money.stop == index + 1 and money.code:
            draft.grow_left(first)
            set_money(tokens, draft, money)
            return True
    return False


def _attach_glued_percent(tokens: Tokens, draft: Draft, after: int) -> bool:
    """A percent word to which the next word is glued by mistake (5 بالمئةمن): the span ends with the percent."""
    if after >= len(tokens) or not tokens.norms[after].startswith(("بالميه", "بالمايه")):
        return False
    word = tokens.words[after].text
    end = next((i for i, c in enumerate(word) if c in "ةه"), -1) + 1
    if not 0 < end < len(word):
        return False
    draft.cover(after, after + 1)
    draft.cut = len(word) - end
    draft.unit, draft.kind, draft.bare, draft.unit_at = "percent", "percent", False, (after, after + 1)
    draft.note("unit", tokens, after, after + 1, "percent")
    return True


def _attach_one(tokens: Tokens, draft: Draft) -> bool:
    """One or two behind their noun: متر واحد, جنيها واحدا; the denominator of a rate (الطن الواحد) is none."""
    number, index = draft.number, draft.first - 1
    if number is None or number.style != "words" or draft.value not in (1, 2) or number.prefix or index < 0:
        return False
    for first in (index, index - 1):
        unit, money = (unit_at(tokens, first), money_at(tokens, first)) if first >= 0 else (None, None)
        hit = unit if unit is not None and unit.stop == index + 1 else money
        if hit is None or hit.stop != index + 1 or "ال" in hit.prefix or "لل" in hit.prefix:
            continue
        draft.grow_left(first, hit.prefix)
        if isinstance(hit, UnitHit):
            set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
        else:
            set_money(tokens, draft, hit)
        return True
    return False
