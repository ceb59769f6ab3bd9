"""Figures that are the sum of several: ساعة ونصف, عامان وثلاثة أشهر, دولارا وعشرين سنتا, 3 أمتار و20 سنتيمترا."""

from fractions import Fraction

from claimcheck.model.mentions import Number
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.durations import iso_duration, mixed_value
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.units import units
from claimcheck.text.tokens import Tokens


def join_sums(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Add to each figure the smaller ones that و joins to it."""
    found: list[Draft] = []
    for draft in drafts:
        if found and _joined(tokens, found[-1], draft) and _add(tokens, found[-1], draft):
            continue
        found.append(draft)
    return found


def _joined(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """Tell that و, as a proclitic or a word of its own, is all that stands between the two."""
    between = tokens.norms[first.stop : second.first]
    return between == ["و"] or (not between and second.prefix == "و")


def _add(tokens: Tokens, first: Draft, second: Draft) -> bool:
    if first.value is None or second.value is None or first.bare:
        return False
    if second.fraction and (second.bare or second.unit == first.unit or second.kind == "count"):
        return _add_fraction(tokens, first, second)
    if first.kind == second.kind == "duration":
        return _add_duration(tokens, first, second)
    return False


def _add_fraction(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """A half or a quarter of the unit itself (of the scale word, where money has one: 5 ملايين دولار ونصف)."""
    assert second.value is not None
    if first.kind not in {"duration", "measure", "money"} or second.value >= 1:
        return False
    part = Fraction(second.value)
    stop = second.core[1] if second.bare or second.kind == "count" else second.stop
    first.value = canonical(Fraction(first.value or 0) + part)
    first.stop = stop
    first.note("and a fraction", tokens, second.first, stop, str(first.value))
    return True


def _add_duration(tokens: Tokens, first: Draft, second: Draft) -> bool:
    order = list(units())
    if order.index(second.unit) >= order.index(first.unit):
        return False
    parts = [*(first.parts or [first]), second]
    amounts: list[tuple[Number, str]] = [(part.value, part.unit) for part in parts if part.value is not None]
    whole = Draft(first.first, first.stop, first.value, unit=first.unit)
    first.parts = [*(first.parts or [whole]), second]
    first.iso = iso_duration(amounts)
    first.stop = second.stop
    first.value, first.unit = mixed_value(amounts)
    first.steps += second.steps
    first.note("sum", tokens, first.first, second.stop, first.iso or "")
    return True
