"""Quantities in a text: counts, money, percent, measures, durations, ages, scores and ranks.

One pass in stages: every number takes the unit or noun beside it (``quantity_units``), nouns that say a number themselves
join (``quantity_nouns``), sums and ranges are merged, bounds are read around them, then the context settles the kind.
"""

from collections.abc import Sequence

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Inferred, Number, Quantity, TimeExpression
from claimcheck.recognizers.drafts import Draft, quantity_of
from claimcheck.recognizers.durations import iso_duration
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.quantity_bounds import apply_bounds
from claimcheck.recognizers.quantity_contexts import age, follow_ranks, is_regnal, rank, settle_unit
from claimcheck.recognizers.quantity_ellipsis import inherit, settle_money
from claimcheck.recognizers.quantity_labels import is_label, is_no_figure
from claimcheck.recognizers.quantity_nouns import drafts_of_nouns
from claimcheck.recognizers.quantity_ranges import join_ranges
from claimcheck.recognizers.quantity_scores import scores_in_words
from claimcheck.recognizers.quantity_sums import join_sums
from claimcheck.recognizers.quantity_units import draft_of
from claimcheck.text.tokens import Tokens

_THREE_DECIMALS = frozenset({"TND", "KWD", "BHD", "OMR", "JOD", "IQD", "LYD", "dinar"})  # ISO 4217: minor unit 3


def recognize_quantities(
    tokens: Tokens, numbers: Sequence[NumberMention], times: Sequence[TimeExpression] = ()
) -> list[Quantity]:
    """Return the quantities of a text in order, disjoint; numbers inside ``times`` are left to those.

    >>> from claimcheck.recognizers.numbers import recognize_numbers
    >>> t = Tokens.of("قتل نحو 60 مدنيا وأصيب 12")
    >>> [(q.text, q.value, q.unit) for q in recognize_quantities(t, recognize_numbers(t))]
    [('نحو 60 مدنيا', 60, 'person'), ('12', 12, 'person')]
    """
    taken = _taken(tokens, times)
    drafts = [
        draft_of(tokens, number)
        for number in numbers
        if not (number.first in taken or number.stop - 1 in taken) and not is_label(tokens, number)
    ]
    drafts = _disjoint(sorted(drafts + drafts_of_nouns(tokens, drafts, taken), key=lambda d: (d.first, -d.stop)))
    for draft in drafts:
        settle_unit(tokens, draft)
    drafts = scores_in_words(tokens, join_ranges(tokens, join_sums(tokens, drafts)))
    floor = 0
    for draft in drafts:
        rank(tokens, draft)
        apply_bounds(tokens, draft, floor)
        age(tokens, draft)
        floor = draft.stop
    follow_ranks(tokens, drafts)
    drafts = [draft for draft in drafts if not is_no_figure(tokens, draft) and not is_regnal(tokens, draft)]
    inherit(tokens, drafts)
    settle_money(tokens, drafts)
    for draft in drafts:
        settle_format(draft)
        _settle_iso(draft)
    return [quantity_of(draft, tokens) for draft in drafts]


def _taken(tokens: Tokens, times: Sequence[TimeExpression]) -> set[int]:
    """Return the tokens that the times cover."""
    taken: set[int] = set()
    for time in times:
        if time.span is not None:
            index = tokens.index_at(time.span.start)
            while index < len(tokens) and tokens.starts[index] < time.span.end:
                taken.add(index)
                index += 1
    return taken


def _disjoint(drafts: list[Draft]) -> list[Draft]:
    """Drop a draft that begins inside the one before it."""
    found: list[Draft] = []
    for draft in drafts:
        if not found or draft.first >= found[-1].stop:
            found.append(draft)
    return found


def settle_format(draft: Draft) -> None:
    """Choose among the readings of a numeral by what it counts: people and things are whole (98.278 مسافرا).

    A percentage of a thousand and more, or of a currency with three decimals below ten units, is read as a decimal.
    """
    if not draft.alternatives or not isinstance(draft.value, int):
        _prefer_whole(draft)
        return
    decimal = next((value for value in draft.alternatives if not isinstance(value, int)), None)
    if decimal is not None and _prefers_decimal(draft):
        _swap(draft, decimal)


def _prefers_decimal(draft: Draft) -> bool:
    value = draft.value
    assert isinstance(value, int)
    if draft.kind == "percent":
        return value >= 1000
    return draft.kind == "money" and draft.unit in _THREE_DECIMALS and value < 10_000 and _three(draft)


def _three(draft: Draft) -> bool:
    """Tell a numeral with one group behind its mark, no scale word: 1.985."""
    return draft.number is not None and draft.number.style == "digits"


def _prefer_whole(draft: Draft) -> None:
    whole = next((value for value in draft.alternatives if isinstance(value, int)), None)
    counted = draft.kind == "count" and not draft.bare
    if whole is not None and counted and draft.number is not None and draft.number.style == "digits":
        _swap(draft, whole)


def _swap(draft: Draft, chosen: Number) -> None:
    assert draft.value is not None
    others = tuple(value for value in draft.alternatives if value != chosen)
    draft.alternatives, draft.value = (draft.value, *others), chosen
    draft.inferred.append(Inferred("format", str(chosen), draft.noun or draft.unit))


def _settle_iso(draft: Draft) -> None:
    if draft.kind != "duration" or draft.iso or draft.value is None:
        return
    low = iso_duration([(draft.value, draft.unit)])
    high = iso_duration([(draft.high, draft.unit)]) if draft.high is not None else None
    draft.iso = f"{low}/{high}" if high else low


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in order, those that are dates left out; no noun: unit ``item``.

    >>> [(q.text, q.unit) for q in find_quantities("3 أمتار في 2022-11-01 و5")]
    [('3 أمتار', 'm'), ('5', 'item')]
    """
    from claimcheck.recognizers.numbers import recognize_numbers

    tokens = Tokens.of(text)
    numbers = recognize_numbers(tokens)
    return recognize_quantities(tokens, numbers, _times(tokens, numbers))


def _times(tokens: Tokens, numbers: list[NumberMention]) -> list[TimeExpression]:
    from claimcheck.recognizers.times import recognize_times

    return recognize_times(tokens, numbers, None)


def parse_quantity(text: str) -> Quantity:
    """Return the quantity that a string is and nothing else.

    Raises ClaimcheckError where it is none, or where something is left over.

    >>> parse_quantity("نحو 3.5 مليون دولار").value
    3500000
    """
    from claimcheck.recognizers.numbers import recognize_numbers

    tokens = Tokens.of(text)
    found = recognize_quantities(tokens, recognize_numbers(tokens))
    if not found:
        raise ClaimcheckError("no quantity", where=excerpt(text))
    first = found[0]
    assert first.span is not None
    rest = (text[: first.span.start] + text[first.span.end :]).strip()
    if rest.strip('()"«»') or len(found) > 1:
        raise ClaimcheckError("more than a quantity", where=f"{excerpt(text)}, at {excerpt(rest)}")
    return first


def parse_duration(text: str) -> Quantity:
    """Return the duration that a string is and nothing else, in words, digits or ISO 8601.

    >>> parse_duration("ساعتين ونصف الساعة").iso
    'PT2H30M'
    """
    found = parse_quantity(text)
    if found.kind != "duration":
        raise ClaimcheckError("no duration", where=excerpt(text))
    return found
