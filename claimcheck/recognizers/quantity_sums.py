"""Figures that are the sum of several: ساعة ونصف, عامان وثلاثة أشهر, دولارا وعشرين سنتا, 3 أمتار و20 سنتيمترا."""

from fractions import Fraction
from functools import cache

from claimcheck import lexicon
from claimcheck.model.mentions import Number
from claimcheck.recognizers.drafts import Draft, scale_of
from claimcheck.recognizers.durations import iso_duration, mixed_value
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.units import units
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens


def join_sums(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Add to each figure the smaller ones that و joins to it; إلا takes a fraction off (ساعة إلا ربعا)."""
    found: list[Draft] = []
    for draft in drafts:
        if not (found and _joined(tokens, found[-1], draft) and _add(tokens, found[-1], draft)):
            found.append(draft)
    return found


def _joined(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """Tell that و, as a proclitic or a word of its own, is all that stands between the two (or إلا)."""
    between = tokens.norms[first.stop : second.first]
    if first.value is None or second.value is None or first.bare or first.high is not None:
        return False
    return between in (["و"], ["الا"]) or (not between and second.prefix == "و")


def _add(tokens: Tokens, first: Draft, second: Draft) -> bool:
    minus = tokens.norms[second.first - 1 : second.first] == ["الا"]
    part = second.fraction or (second.number is not None and second.number.fraction)
    if part and (second.bare or second.unit == first.unit or second.kind == "count"):
        return _add_fraction(tokens, first, second, -1 if minus else 1)
    if minus or first.fraction:
        return False
    if first.kind == second.kind == "duration":
        return _add_duration(tokens, first, second)
    if first.kind == second.kind == "measure":
        return _add_measure(tokens, first, second)
    return first.kind == second.kind == "money" and _add_money(tokens, first, second)


def _add_fraction(tokens: Tokens, first: Draft, second: Draft, sign: int) -> bool:
    """A half or a quarter of the unit itself, or of the scale word where there is one (5 ملايين دولار ونصف)."""
    value, part = Fraction(first.value or 0), Fraction(second.value or 0)
    if first.kind not in {"duration", "measure", "money"}:
        return False
    scaled = first.number is not None and first.number.scaled
    if part < 1 and scaled:
        part *= scale_of(value)
    if part >= 1 and not scaled:
        return False
    first.value = canonical(value + sign * part)
    first.stop = second.core[1] if second.bare or second.kind == "count" else second.stop
    first.note("and a fraction", tokens, second.first, first.stop, str(first.value))
    return True


def _merge_steps(tokens: Tokens, first: Draft, second: Draft, result: str) -> None:
    first.stop = second.stop
    first.steps += second.steps
    first.note("sum", tokens, first.first, second.stop, result)


def _add_duration(tokens: Tokens, first: Draft, second: Draft) -> bool:
    order = list(units())
    last = first.parts[-1].unit if first.parts else first.unit
    if order.index(second.unit) >= order.index(last):
        return False
    if not first.parts:
        first.parts = [Draft(first.first, first.stop, first.value, unit=first.unit)]
    first.parts = [*first.parts, second]
    amounts: list[tuple[Number, str]] = [(part.value, part.unit) for part in first.parts if part.value is not None]
    first.iso = iso_duration(amounts)
    first.value, first.unit = mixed_value(amounts)
    _merge_steps(tokens, first, second, first.iso or "")
    return True


def _add_measure(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """Two measures of one dimension, the smaller unit behind: مترين و30 سنتيمترا are 2.3 metres."""
    one, other = units().get(first.unit), units().get(second.unit)
    if one is None or other is None or one.dimension != other.dimension or other.offset or one.offset:
        return False
    added = Fraction(second.value or 0) * other.factor / one.factor
    if other.factor >= one.factor or added >= 1:
        return False
    first.value = canonical(Fraction(first.value or 0) + added)
    _merge_steps(tokens, first, second, str(first.value))
    return True


@cache
def _subunits() -> dict[str, tuple[int, frozenset[str]]]:
    """Return how many of a subunit make one, and the families of its main units."""
    found = {}
    for line in lexicon.lines(lexicon.load("money")["subunits"]):
        head = line.partition(":")[0].split()
        place = next(i for i, part in enumerate(head) if part.isdigit())
        found[" ".join(head[:place])] = (int(head[place]), frozenset(map(fold, head[place + 1 :])))
    return found


def _add_money(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """A subunit behind its main unit: دولارا وعشرين سنتا are 1.20 dollars."""
    many, families = _subunits().get(second.unit, (0, frozenset()))
    if not many or first.family not in families or (second.value or 0) >= many:
        return False
    first.value = canonical(Fraction(first.value or 0) + Fraction(second.value or 0) / many)
    _merge_steps(tokens, first, second, str(first.value))
    return True
