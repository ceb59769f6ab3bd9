"""Numerals that two readings fit (1.985, 98.278): what is counted decides, and the result says so."""

from claimcheck.model.mentions import Number
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_digits import read_numeral
from claimcheck.text.tokens import Tokens

# ISO 4217: currencies with a thousandth as their minor unit, whose prices are written with three decimals.
_THREE_DECIMALS = frozenset({"TND", "KWD", "BHD", "OMR", "JOD", "IQD", "LYD", "dinar"})
_PLURAL_SCALES = frozenset({"الاف", "ملايين", "مليارات", "بلايين", "تريليونات"})
_PRICE = 10_000  # a price in one of those is read as a decimal below this
_WHOLE_PERCENT = 1000  # no percentage of a thousand and more is written with a mark for thousands


def settle_format(tokens: Tokens, draft: Draft) -> None:
    """Choose among the readings of a numeral: people and things are whole, prices in dinars and percentages decimal.

    98.278 مسافرا are 98,278 travellers; 1.985 دينار تونسي are not two thousand dinars.
    """
    if not draft.alternatives or draft.value is None:
        return
    number = draft.number
    surface = tokens.words[draft.core[0]]
    own = read_numeral(surface.text) if number is not None and surface.shape == "number" else ()
    if own and number is not None and number.style == "digits" and own[0] != number.value:
        draft.infer("format", str(number.value), "the other numerals of the text")
    digits = draft.number is not None and draft.number.style == "digits"
    whole = next((value for value in draft.alternatives if isinstance(value, int)), None)
    decimal = next((value for value in draft.alternatives if not isinstance(value, int)), None)
    if number is not None and _few(tokens, number, own):
        _swap(draft, min(draft.alternatives))
    elif isinstance(draft.value, int):
        percent = draft.kind == "percent" and draft.value >= _WHOLE_PERCENT
        price = draft.kind == "money" and draft.unit in _THREE_DECIMALS and draft.value < _PRICE and digits
        if decimal is not None and (percent or price):
            _swap(draft, decimal)
    elif whole is not None and digits and draft.kind == "count" and not draft.bare:
        _swap(draft, whole)


def _few(tokens: Tokens, number: NumberMention, own: tuple[Number, ...]) -> bool:
    """3,650 ملايين: a plural scale word counts three to ten, so the mark is a decimal one."""
    scale = tokens.norms[number.first + 1] if number.first + 1 < number.stop else ""
    few = any(not isinstance(value, int) and 3 <= value < 11 for value in own)
    return scale in _PLURAL_SCALES and few and isinstance(number.value, int)


def _swap(draft: Draft, chosen: Number) -> None:
    assert draft.value is not None
    others = tuple(value for value in draft.alternatives if value != chosen)
    draft.alternatives, draft.value = (draft.value, *others), chosen
    draft.infer("format", str(chosen), draft.noun or draft.unit)
