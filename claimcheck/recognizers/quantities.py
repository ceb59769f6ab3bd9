"""Quantities in a text: counts, money, percent, measures, durations, ages, scores and ranks.

One pass in stages: every number takes the unit or noun beside it (``quantity_units``, ``quantity_counted``), nouns that
say a number themselves join (``quantity_nouns``), sums, ranges and scores are merged, the context settles rank and age,
bounds are read around what there is, and what a figure leaves out is taken from its neighbours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.errors import ClaimcheckError, excerpt, text_of
from claimcheck.model.mentions import Quantity, TimeExpression
from claimcheck.recognizers.drafts import Draft, quantity_of
from claimcheck.recognizers.durations import iso_duration, quantity_of_iso
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.quantity_bounds import apply_bounds
from claimcheck.recognizers.quantity_contexts import age, follow_ranks, has, is_regnal, rank, settle_unit, words_of
from claimcheck.recognizers.quantity_ellipsis import inherit, settle_money
from claimcheck.recognizers.quantity_formats import settle_format
from claimcheck.recognizers.quantity_labels import is_no_figure, without_labels
from claimcheck.recognizers.quantity_nouns import drafts_of_nouns, one_of
from claimcheck.recognizers.quantity_odd import drop_restated, read_odd_numbers
from claimcheck.recognizers.quantity_ranges import join_ranges
from claimcheck.recognizers.quantity_scores import scores_in_words
from claimcheck.recognizers.quantity_sums import join_sums
from claimcheck.recognizers.quantity_units import draft_of
from claimcheck.text.tokens import Tokens

_TEXT_LIMIT = 20_000


def recognize_quantities(
    tokens: Tokens, numbers: Sequence[NumberMention], times: Sequence[TimeExpression] = ()
) -> list[Quantity]:
    """Return the quantities of a text in order, disjoint; numbers inside ``times`` are left to those.

    A time without a value of its own (بعد أربع ساعات من الإقلاع, PAST_REF) leaves its duration to be compared.

    >>> from claimcheck.recognizers.numbers import recognize_numbers
    >>> t = Tokens.of("قتل نحو 60 مدنيا وأصيب 12")
    >>> [(q.text, q.value, q.unit) for q in recognize_quantities(t, recognize_numbers(t))]
    [('نحو 60 مدنيا', 60, 'person'), ('12', 12, 'person')]
    """
    taken = _taken(tokens, times)
    free = [number for number in numbers if not (number.first in taken or number.stop - 1 in taken)]
    ends = sorted({number.first for number in numbers} | taken | {len(tokens)})
    drafts = [
        draft_of(tokens, number, ends[bisect_right(ends, number.first)]) for number in without_labels(tokens, free)
    ]
    drafts = _settled(tokens, drafts, taken)
    drafts = [draft for draft in drafts if not is_no_figure(tokens, draft) and not is_regnal(tokens, draft)]
    return _finished(tokens, drafts)


def _settled(tokens: Tokens, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Merge drafts into whole figures, and read what the words around them say."""
    read_odd_numbers(tokens, drafts)
    drafts = drop_restated(tokens, drafts)
    drafts = _disjoint(sorted(drafts + drafts_of_nouns(tokens, drafts, taken), key=lambda d: (d.first, -d.stop)))
    for draft in drafts:
        settle_unit(tokens, draft)
    drafts = scores_in_words(tokens, join_ranges(tokens, join_sums(tokens, drafts)))
    drafts = [draft for draft in drafts if draft.number or draft.value != 1 or draft.kind != "count"]  # no lone goal
    floor = 0
    for draft in drafts:
        rank(tokens, draft)
        if draft.kind != "ordinal":
            apply_bounds(tokens, draft, floor)
        age(tokens, draft)
        floor = draft.stop
    follow_ranks(tokens, drafts)
    return _uncovered(drafts)


def _uncovered(drafts: list[Draft]) -> list[Draft]:
    """Leave out drafts over whose tokens a later one has grown: الدقيقتين 15 is a rank, no two minutes."""
    kept: list[Draft] = []
    for draft in reversed(drafts):
        if not kept or draft.stop <= kept[-1].first:
            kept.append(draft)
    return kept[::-1]


def _finished(tokens: Tokens, drafts: list[Draft]) -> list[Quantity]:
    inherit(tokens, drafts)
    settle_money(tokens, drafts)
    for draft in drafts:
        settle_format(tokens, draft)
        _settle_iso(draft)
    return [quantity_of(draft, tokens) for draft in drafts]


def _taken(tokens: Tokens, times: Sequence[TimeExpression]) -> set[int]:
    """Return the tokens that the times with a value cover."""
    taken: set[int] = set()
    for time in times:
        if time.span is not None and not time.value.endswith("_REF"):
            taken.update(range(tokens.index_at(time.span.start), bisect_left(tokens.starts, time.span.end)))
    return taken


def _disjoint(drafts: list[Draft]) -> list[Draft]:
    """Drop a draft that begins inside the one before it."""
    found: list[Draft] = []
    for draft in drafts:
        if not found or draft.first >= found[-1].stop:
            found.append(draft)
    return found


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
    from claimcheck.recognizers.times import recognize_times

    tokens = Tokens.of(text_of(text))
    numbers = recognize_numbers(tokens)
    return recognize_quantities(tokens, numbers, recognize_times(tokens, numbers, None))


def parse_quantity(text: str) -> Quantity:
    """Return the quantity that a string is and nothing else; a bare unit (ساعة) is one of it.

    Raises:
        ClaimcheckError: the string is no quantity, or more than one.

    >>> parse_quantity("نحو 3.5 مليون دولار").value
    3500000
    """
    from claimcheck.recognizers.numbers import recognize_numbers

    if len(text_of(text)) > _TEXT_LIMIT:
        raise ClaimcheckError("too long for a quantity", where=excerpt(text))
    tokens = Tokens.of(text)
    numbers = recognize_numbers(tokens)
    ends = [*(number.first for number in numbers[1:]), len(tokens)]
    drafts = [draft_of(tokens, number, end) for number, end in zip(numbers, ends, strict=False)]
    drafts = one_of(tokens) or _settled(tokens, drafts, set()) or _adverb(tokens)
    if not drafts:
        raise ClaimcheckError("no quantity", where=excerpt(text))
    first = _finished(tokens, drafts)[0]
    assert first.span is not None
    rest = f"{text[: first.span.start]} {text[first.span.end :]}".strip()
    if len(drafts) > 1 or not _says_kind(first, rest.strip('()"«»“” \u200f\u200e')):
        raise ClaimcheckError("more than a quantity", where=f"{excerpt(text)}, at {excerpt(rest)}")
    return first


def _adverb(tokens: Tokens) -> list[Draft]:
    """An ordinal adverb by itself (ثالثا), which at the head of a text would be the numbering of a list."""
    from claimcheck.recognizers.numbers import parse_ordinal

    try:
        value = parse_ordinal(tokens.text)
    except ClaimcheckError:
        return []
    return [Draft(0, len(tokens), value, kind="ordinal", core=(0, len(tokens)))]


def _says_kind(quantity: Quantity, rest: str) -> bool:
    """Tell that what stands around a figure only says its kind: عمره 30 عاما, لمدة شهر."""
    cues = words_of("contexts", "age" if quantity.kind == "age" else "for")
    return all(has(word, cues) or (word.norm == "من" and quantity.kind == "age") for word in Tokens.of(rest).words)


def parse_duration(text: str) -> Quantity:
    """Return the duration that a string is and nothing else, in words, digits or ISO 8601 (P6W, PT5M/PT15M).

    Raises:
        ClaimcheckError: the string is no duration.

    >>> parse_duration("ساعتين ونصف الساعة").iso, parse_duration("PT2H30M").value
    ('PT2H30M', Decimal('2.5'))
    """
    if text_of(text).strip().startswith("P"):
        return quantity_of_iso(text.strip())
    found = parse_quantity(text)
    if found.kind != "duration":
        raise ClaimcheckError("no duration", where=excerpt(text))
    return found
