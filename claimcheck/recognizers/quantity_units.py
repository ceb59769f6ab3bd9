"""From a number to a figure: the unit, currency or counted noun that stands with it."""

from fractions import Fraction

from claimcheck.model.mentions import Number
from claimcheck.recognizers.currencies import MoneyHit, money_at
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.nouns import is_stop, noun_of, people_lookup
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.units import UnitHit, unit_at, units
from claimcheck.text.tokens import Tokens

OPENING = frozenset('("«[“')
CLOSING = frozenset(')"»]”')
_SHORT = {"second": "s", "minute": "min", "hour": "h"}
_PER = {"/", "في", "بال", "ب"}
_SPEEDS = frozenset({"length", "data"})


def draft_of(tokens: Tokens, number: NumberMention) -> Draft:
    """Return the draft of a number with the unit, currency or noun behind or before it."""
    prefix = number.prefix if number.style == "words" or tokens.words[number.first].norm.startswith("و") else ""
    draft = Draft(
        number.first,
        number.stop,
        number.value,
        core=(number.first, number.stop),
        number=number,
        prefix=prefix,
        bare=True,
        fraction=number.fraction,
        alternatives=number.alternatives,
        steps=list(number.steps),
    )
    if number.first and tokens.words[number.first - 1].norm == number.prefix and number.prefix.endswith("ال"):
        draft.grow_left(number.first - 1, number.prefix)
    after = _behind_brackets(tokens, draft)
    _ = (
        _attach_unit(tokens, draft, after)
        or _attach_money(tokens, draft, after)
        or _attach_sign_before(tokens, draft)
        or _attach_noun_before(tokens, draft)
        or _attach_partitive(tokens, draft, after)
        or _attach_noun(tokens, draft, after)
    )
    return draft


def _behind_brackets(tokens: Tokens, draft: Draft) -> int:
    """Return the token behind the number, or behind the bracket or quotation mark that closes around it."""
    stop, first = draft.stop, draft.first
    if stop < len(tokens) and tokens.norms[stop] in CLOSING and first and tokens.norms[first - 1] in OPENING:
        return stop + 1
    return stop


def _covers(tokens: Tokens, draft: Draft, after: int, stop: int) -> None:
    """Let the draft cover its unit, and the bracket before the number where the unit stands behind it."""
    if after > draft.stop:
        draft.grow_left(draft.first - 1)
    draft.stop = max(draft.stop, stop)


def _attach_unit(tokens: Tokens, draft: Draft, after: int) -> bool:
    """A unit of measure, percent or time behind the number (with what it is divided by: كم في الساعة)."""
    hit = unit_at(tokens, after)
    if hit is None or (hit.prefix not in {"", "ال"}) or not _plausible(tokens, draft, hit):
        return False
    name, stop = _rate(tokens, hit)
    _covers(tokens, draft, after, stop)
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
    if len(surface.norm) > 1 or surface.shape == "mark":
        return True
    era = surface.norm == "م" and draft.value is not None and 1000 <= draft.value <= 2100
    return not era and draft.number is not None and draft.number.style != "words" and hit.prefix == ""


def _rate(tokens: Tokens, hit: UnitHit) -> tuple[str, int]:
    """Compose a speed: a length or an amount of data, and the time unit that it is divided by."""
    stop = hit.stop
    if hit.unit.dimension not in _SPEEDS or stop >= len(tokens):
        return hit.unit.name, stop
    per = unit_at(tokens, stop + 1) if tokens.norms[stop] in {"/", "في"} else unit_at(tokens, stop)
    glued = per is not None and per.first == stop and per.prefix in {"بال", "ب"}
    divided = per is not None and per.first == stop + 1 and per.prefix in {"", "ال"}
    if per is not None and (glued or divided) and per.unit.name in _SHORT:
        return f"{hit.unit.name}/{_SHORT[per.unit.name]}", per.stop
    return hit.unit.name, stop


def _attach_money(tokens: Tokens, draft: Draft, after: int) -> bool:
    hit = money_at(tokens, after)
    if hit is None or hit.prefix not in {"", "ال"}:
        return False
    short = len(tokens.words[after].norm) == 1 and tokens.words[after].shape == "word"
    if short and (draft.number is None or draft.number.style == "words"):
        return False
    _covers(tokens, draft, after, hit.stop)
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
    if sign.shape in {"mark", "latin"}:
        return _money_before(tokens, draft, index)
    return False


def _money_before(tokens: Tokens, draft: Draft, index: int) -> bool:
    for first in (index - 1, index):
        money = money_at(tokens, first) if first >= 0 else None
        if money is not None and money.stop == index + 1 and money.code:
            draft.grow_left(first)
            set_money(tokens, draft, money)
            return True
    return False


def _attach_noun_before(tokens: Tokens, draft: Draft) -> bool:
    """A definite number behind its plural noun: الأبراج الخمسة, السنوات الثماني, الدول الأعضاء الـ188."""
    number = draft.number
    if number is None or not number.definite or number.ordinal or number.fraction:
        return False
    index = draft.first - 1
    for first in (index, index - 1):
        if first < 0 or tokens.words[first].shape != "word" or "ال" not in tokens.norms[first][:4]:
            break
        hit = unit_at(tokens, first)
        if hit is not None and first == index and hit.unit.dimension == "duration" and hit.stop == index + 1:
            if _singular(tokens, first):
                return False
            draft.grow_left(first, hit.prefix)
            set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
            return True
        noun = noun_of(tokens.words[first])
        if noun.plural:
            draft.grow_left(first, _proclitics(tokens.norms[first]))
            _set_noun(tokens, draft, first, index + 1)
            return True
    return False


def _singular(tokens: Tokens, index: int) -> bool:
    """Tell a unit noun in the singular (السنة, اليوم), behind which a number is a rank."""
    return any(
        unit.lemma and core in {unit.lemma} for unit in units().values() for _, core in tokens.words[index].analyses
    )


def _proclitics(norm: str) -> str:
    """Return what stands before the article (وال, بال), article included."""
    for prefix in ("وال", "فال", "بال", "كال"):
        if norm.startswith(prefix):
            return prefix
    return ""


def _set_noun(tokens: Tokens, draft: Draft, first: int, stop: int) -> None:
    value = int(draft.value) if isinstance(draft.value, int) else None
    noun = noun_of(tokens.words[first], value)
    draft.unit = "person" if noun.person else "item"
    draft.noun, draft.unit_at, draft.bare = noun.lemma, (first, stop), False
    draft.note("noun", tokens, first, stop, f"{draft.unit} {noun.lemma}")


def _attach_partitive(tokens: Tokens, draft: Draft, after: int) -> bool:
    """اثنان من الحراس, 10 من الروهينغا: what is counted stands behind من, in the plural and definite."""
    if after + 1 >= len(tokens) or tokens.norms[after] != "من":
        return False
    word = tokens.words[after + 1]
    if word.shape != "word" or not word.norm.startswith("ال") or is_stop(word):
        return False
    noun = noun_of(word)
    if not (noun.plural or noun.person):
        return False
    _covers(tokens, draft, after, after + 2)
    _set_noun(tokens, draft, after + 1, after + 2)
    return True


def _attach_noun(tokens: Tokens, draft: Draft, after: int) -> bool:
    """The counted noun right behind the number."""
    if after >= len(tokens) or draft.fraction and after > draft.stop:
        return False
    word = tokens.words[after]
    if is_stop(word) or tokens.newline_before(after) or (draft.number is not None and draft.number.ordinal):
        return False
    person = people_lookup()[word]
    if person is None and (len(word.norm) < 3 or _clitic(word.norm)):
        return False
    if person is not None and person[0] not in {"", "ال"}:
        return False
    _covers(tokens, draft, after, after + 1)
    _set_noun(tokens, draft, after, after + 1)
    return True


def _clitic(norm: str) -> bool:
    """Tell a word that opens with a preposition or a conjunction before the article."""
    return norm.startswith(("وال", "فال", "بال", "لل", "كال", "ال"))
