"""An odd number: بضع وعشرون, نيف وثلاثون and عشرون ونيف are the round number and one to nine more.

Source: Lane, Arabic-English Lexicon, بضع (three to nine) and نيف (one to nine); news does not tell them apart.
"""

from claimcheck.recognizers.drafts import Draft
from claimcheck.text.tokens import Tokens

_BEFORE = frozenset({"بضع", "بضعه", "نيف"})
_BEHIND = frozenset({"ونيف", "ونيفا"})


def read_odd_numbers(tokens: Tokens, drafts: list[Draft]) -> None:
    """Make a range of every round number beside بضع or نيف."""
    for draft in drafts:
        if not isinstance(draft.value, int) or draft.number is None or draft.number.style != "words":
            continue
        first, stop = draft.core
        step = _step(draft.value)
        if step == 1:
            continue
        before = tokens.norms[first - 1] if first else ""
        if before in _BEFORE and (draft.prefix == "و" or before.startswith("بضع")):
            draft.first, draft.prefix = first - 1, ""
            _range(tokens, draft, first - 1, stop, step)
        elif stop < len(tokens) and tokens.norms[stop] in _BEHIND:
            draft.stop = max(draft.stop, stop + 1)
            _range(tokens, draft, first, stop + 1, step)


def drop_restated(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """A number in words and again in digits is one: أربعمئة (400) ألف دينار, 12 (اثنا عشر) عضوا."""
    found: list[Draft] = []
    for draft in drafts:
        previous = found[-1] if found else None
        if previous is not None and previous.bare and tokens.norms[previous.core[1] : draft.core[0]] == ["("]:
            again = draft.value == previous.value
            if tokens.norms[draft.core[0]] == str(previous.value) or (again and not draft.bare):
                draft.grow_left(previous.first, previous.prefix)
                found[-1] = draft
                continue
            if again:
                continue
        found.append(draft)
    return found


def _step(value: int) -> int:
    """Return the round unit that a value is a multiple of: ten, a hundred, a thousand; of others one."""
    return next((step for step in (1000, 100, 10) if value and value % step == 0), 1)


def _range(tokens: Tokens, draft: Draft, first: int, stop: int, step: int) -> None:
    assert isinstance(draft.value, int)
    low, high = draft.value + step // 10, draft.value + step - step // 10
    draft.value, draft.high, draft.modifier = low, high, "between"
    draft.note("and some", tokens, first, stop, f"{low} to {high}")
