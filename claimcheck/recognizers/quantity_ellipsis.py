"""What a figure leaves out and its neighbours say: its noun, its currency, its scale, the country of its currency."""

from functools import cache

from claimcheck import lexicon
from claimcheck.model.mentions import Inferred
from claimcheck.recognizers.currencies import Countries, english_name
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.quantity_contexts import has, words_of
from claimcheck.text.tokens import Tokens

_FAR = 14  # tokens between a figure and the one that it takes its noun from
_STOPS = frozenset({".", "؟", "!", "…"})
_THINGS = frozenset({"بينها", "منها"})


@cache
def _others() -> tuple[frozenset[str], frozenset[str]]:
    table = lexicon.load("nouns")
    return lexicon.forms(table["others_people"]), lexicon.forms(table["others_things"])


def inherit(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each figure without a noun the noun of the one before: بينها 35 امرأة و12, قتل 3 جنود وأصيب 5 آخرون."""
    previous: Draft | None = None
    for draft in drafts:
        near = previous is not None and _near(tokens, previous, draft)
        if draft.kind == "count" and draft.unit_at is not None and previous is not None:
            _of_others(tokens, draft, previous)
        elif draft.bare and not draft.fraction:
            _ = (
                (near and previous is not None and _take(tokens, draft, previous))
                or _harmed(tokens, draft)
                or _of_people(tokens, draft)
            )
        previous = draft if draft.kind != "ordinal" else previous


def _near(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    gap = tokens.norms[previous.stop : draft.first]
    return len(gap) <= _FAR and not any(norm in _STOPS for norm in gap) and not _new_line(tokens, previous, draft)


def _new_line(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    return any(index in tokens.line_starts for index in range(previous.stop, draft.first + 1))


def _of_others(tokens: Tokens, draft: Draft, previous: Draft) -> None:
    """آخرون and أخرى count more of what was counted before."""
    assert draft.unit_at is not None
    norm = tokens.norms[draft.unit_at[0]]
    people, things = _others()
    if norm in people and previous.unit == "person" and previous.noun:
        draft.noun = previous.noun
    elif norm in things and previous.kind == "count":
        draft.unit, draft.noun = previous.unit, previous.noun
    else:
        return
    draft.inferred.append(Inferred("noun", draft.noun or "", _text(tokens, previous)))


def _take(tokens: Tokens, draft: Draft, previous: Draft) -> bool:
    """Take noun and unit (and of money the currency and the scale) of the figure before."""
    before = tokens.norms[draft.first - 1] if draft.first else ""
    if previous.kind == "money" and draft.modifier == "exact" and _parallel(tokens, previous, draft):
        draft.unit, draft.kind, draft.noun, draft.family = previous.unit, "money", previous.noun, previous.family
    elif previous.kind == "count" and previous.unit == "person" and before not in _THINGS:
        draft.unit, draft.noun = "person", previous.noun
    elif previous.kind == "count" and previous.unit_at is not None and _parallel(tokens, previous, draft):
        draft.noun = previous.noun
    else:
        return False
    draft.bare = False
    draft.inferred.append(Inferred("noun", draft.noun or "", _text(tokens, previous)))
    return True


def _parallel(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Tell two members of one list: the second stands close behind, after و or a comma."""
    gap = tokens.norms[previous.stop : draft.first]
    return len(gap) <= 4 and (draft.prefix[:1] == "و" or any(norm[:1] in "و،," or norm == "مقابل" for norm in gap))


def _harmed(tokens: Tokens, draft: Draft) -> bool:
    """قتل 12, إصابة 30, اعتقال 5: who is killed, hurt or arrested is a person."""
    index = draft.first - 1
    if index < 0 or not isinstance(draft.value, int) or not has(tokens.words[index], words_of("nouns", "casualties")):
        return False
    draft.unit, draft.bare = "person", False
    draft.inferred.append(Inferred("noun", "person", tokens.words[index].text))
    return True


def _of_people(tokens: Tokens, draft: Draft) -> bool:
    """49 منهم, بينهم 12: the pronoun stands for people mentioned before."""
    wanted = words_of("nouns", "of_people")
    for index in (draft.stop, draft.first - 1):
        if 0 <= index < len(tokens) and has(tokens.words[index], wanted) and isinstance(draft.value, int):
            draft.unit, draft.bare = "person", False
            draft.inferred.append(Inferred("noun", "person", tokens.words[index].text))
            return True
    return False


def _text(tokens: Tokens, draft: Draft) -> str:
    return tokens.span(*(draft.unit_at or (draft.first, draft.stop))).of(tokens.text)


def settle_money(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give every bare dinar, riyal or pound the country that the text tells, and say where it was read."""
    money = [draft for draft in drafts if draft.kind == "money" and draft.family]
    if all(draft.unit for draft in money):
        return
    countries = Countries(tokens)
    for draft in money:
        if draft.unit:
            countries.saw(draft.family, draft.first, draft.unit)
    for draft in money:
        if not draft.unit:
            country = countries.resolve(draft.family, draft.first)
            draft.unit = country.code if country else english_name(draft.family)
            if country:
                draft.inferred.append(Inferred("currency", country.code, country.origin))
