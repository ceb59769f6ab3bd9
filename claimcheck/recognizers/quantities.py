"""Quantities in a text: counts, money, percent, measures, durations, ages, scores and ranks.

One pass in stages: every number takes the unit or noun beside it (``quantity_units``), nouns that say a number themselves
join (``quantity_nouns``), sums and ranges are merged, bounds are read around them, then the context settles the kind.
"""

from collections.abc import Sequence

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Inferred, Quantity, TimeExpression
from claimcheck.recognizers.currencies import Countries, english_name
from claimcheck.recognizers.drafts import Draft, quantity_of
from claimcheck.recognizers.durations import iso_duration
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.quantity_bounds import apply_bounds
from claimcheck.recognizers.quantity_contexts import age, is_label, rank
from claimcheck.recognizers.quantity_nouns import drafts_of_nouns
from claimcheck.recognizers.quantity_ranges import join_ranges
from claimcheck.recognizers.quantity_sums import join_sums
from claimcheck.recognizers.quantity_units import draft_of
from claimcheck.text.tokens import Tokens


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
    drafts = join_ranges(tokens, join_sums(tokens, drafts))
    floor = 0
    for draft in drafts:
        rank(tokens, draft)
        apply_bounds(tokens, draft, floor)
        age(tokens, draft)
        floor = draft.stop
    drafts = [draft for draft in drafts if _counts(draft)]
    _inherit(tokens, drafts)
    _settle_money(tokens, drafts)
    for draft in drafts:
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


def _counts(draft: Draft) -> bool:
    """Tell whether a draft is a quantity at all: first and second in words are none, nor is one without a noun."""
    number = draft.number
    if number is not None and number.ordinal and isinstance(draft.value, int):
        return draft.value >= 3
    if draft.bare and draft.value == 1 and number is not None and number.style == "words":
        return False
    return True


def _inherit(tokens: Tokens, drafts: list[Draft]) -> None:
    """A figure without a noun takes it from the one before in its sentence: بينها 35 امرأة و12."""
    previous: Draft | None = None
    for draft in drafts:
        if previous is not None and draft.bare and previous.kind in {"count", "money"} and not draft.fraction:
            gap = tokens.norms[previous.stop : draft.first]
            if len(gap) <= 12 and "." not in gap and (previous.unit == "person" or previous.kind == "money"):
                draft.unit, draft.kind, draft.noun, draft.family = (
                    previous.unit, previous.kind, previous.noun, previous.family)  # fmt: skip
                draft.bare = False
                draft.inferred.append(Inferred("noun", draft.noun or "", previous_text(tokens, previous)))
        previous = draft


def previous_text(tokens: Tokens, draft: Draft) -> str:
    """Return the text of a draft's unit, for telling where it was taken from."""
    return tokens.span(*(draft.unit_at or (draft.first, draft.stop))).of(tokens.text)


def _settle_money(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give every bare dinar, riyal or pound the country that the text tells, and say where it was read."""
    countries = Countries(tokens)
    money = [draft for draft in drafts if draft.kind == "money" and draft.family]
    for draft in money:
        if draft.unit:
            countries.saw(draft.family, draft.first, draft.unit)
    for draft in money:
        if not draft.unit:
            country = countries.resolve(draft.family, draft.first)
            draft.unit = country.code if country else english_name(draft.family)
            if country:
                draft.inferred.append(Inferred("currency", country.code, country.origin))


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
