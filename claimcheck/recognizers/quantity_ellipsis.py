"""What a figure leaves out and its neighbours say: its noun, its currency, its scale, the country of its currency."""

from fractions import Fraction
from functools import cache

from claimcheck import lexicon
from claimcheck.recognizers.currencies import english_names
from claimcheck.recognizers.currency_countries import Countries
from claimcheck.recognizers.drafts import Draft, scale_of
from claimcheck.recognizers.nouns import is_stop, noun_of
from claimcheck.recognizers.numbers_exact import canonical
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
    money: Draft | None = None
    for draft, following in zip(drafts, [*drafts[1:], None], strict=False):
        if following is not None and draft.bare and not draft.fraction:
            _of_whole(tokens, draft, following)
        near = previous is not None and _near(tokens, previous, draft)
        if draft.kind == "count" and draft.unit_at is not None and previous is not None:
            _of_others(tokens, draft, previous)
        elif draft.bare and not draft.fraction:
            _ = (
                (near and previous is not None and _take(tokens, draft, previous))
                or _number_of(tokens, draft)
                or _harmed(tokens, draft)
                or _of_people(tokens, draft)
                or (money is not None and _amount(tokens, draft, money))
            )
        previous = draft if draft.kind != "ordinal" else previous
        money = draft if draft.kind == "money" else money


def _of_whole(tokens: Tokens, draft: Draft, following: Draft) -> None:
    """15 من أصل 60 نائبا, 5.8 مليار مقابل 6.1 مليار ريال: the noun stands with the second figure."""
    between = tokens.norms[draft.stop : following.first]
    part = between[:1] == ["من"] and len(between) == 2 and between[1] in words_of("contexts", "out_of")
    beside = between == ["مقابل"] and _as_large(draft, following)
    if following.unit_at is None or following.kind not in {"count", "money"} or not (part or beside):
        return
    draft.unit, draft.kind, draft.noun, draft.family = following.unit, following.kind, following.noun, following.family
    draft.bare = False
    draft.infer("noun", draft.noun or "", _text(tokens, following))


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
    draft.infer("noun", draft.noun or "", _text(tokens, previous))


def _take(tokens: Tokens, draft: Draft, previous: Draft) -> bool:
    """Take noun and unit (and of money the currency and the scale) of the figure before."""
    before = tokens.norms[draft.first - 1] if draft.first else ""
    if previous.kind == "money" and (_parallel(tokens, previous, draft) or _as_large(previous, draft)):
        draft.unit, draft.kind, draft.noun, draft.family = previous.unit, "money", previous.noun, previous.family
        _take_scale(tokens, draft, previous)
    elif previous.kind == "count" and previous.unit == "person" and before not in _THINGS:
        draft.unit, draft.noun = "person", previous.noun
    elif previous.kind == "count" and previous.unit_at is not None and _parallel(tokens, previous, draft):
        draft.noun = previous.noun
    else:
        return False
    draft.bare = False
    draft.infer("noun", draft.noun or "", _text(tokens, previous))
    return True


def _as_large(previous: Draft, draft: Draft) -> bool:
    """Tell two scaled figures of one sentence: 4.3 مليار ريال مقارنة مع 3.8 مليار."""
    return all(d.number is not None and d.number.scaled and (d.value or 0) >= 1_000_000 for d in (previous, draft))


def _take_scale(tokens: Tokens, draft: Draft, previous: Draft) -> None:
    """الأولى 5 ملايين دولار والثانية 7: millions of both."""
    if previous.number is None or not previous.number.scaled or draft.value is None or draft.number is None:
        return
    scale = scale_of(previous.value or 0)
    if not draft.number.scaled and 0 < draft.value < 1000:
        draft.value = canonical(Fraction(draft.value) * scale)
        draft.infer("scale", str(scale), tokens.span(*previous.core).of(tokens.text))


def _parallel(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Tell two members of one list: the second stands close behind, after و or a comma."""
    gap = tokens.norms[previous.stop : draft.first]
    return len(gap) <= 4 and (draft.prefix[:1] == "و" or any(norm[:1] in "و،," or norm == "مقابل" for norm in gap))


def _number_of(tokens: Tokens, draft: Draft) -> bool:
    """عدد المصابين بلغ 30: what is counted stands behind the word for number."""
    for index in range(draft.first - 2, max(-1, draft.first - _FAR), -1):
        if tokens.norms[index] in _STOPS:
            return False
        if not has(tokens.words[index], words_of("contexts", "number_of")):
            continue
        word = tokens.words[index + 1]
        if word.shape != "word" or is_stop(word):
            return False
        noun = noun_of(word)
        draft.unit, draft.noun, draft.bare = "person" if noun.person else "item", noun.lemma, False
        draft.infer("noun", noun.lemma, word.text)
        return True
    return False


def _harmed(tokens: Tokens, draft: Draft) -> bool:
    """قتل 12, إصابة 30, اعتقال 5: who is killed, hurt or arrested is a person."""
    index = draft.first - 1
    if index < 0 or not isinstance(draft.value, int) or not has(tokens.words[index], words_of("nouns", "casualties")):
        return False
    draft.unit, draft.bare = "person", False
    draft.infer("noun", "person", tokens.words[index].text)
    return True


def _of_people(tokens: Tokens, draft: Draft) -> bool:
    """49 منهم, بينهم 12: the pronoun stands for people mentioned before."""
    wanted = words_of("nouns", "of_people")
    for index in (draft.stop, draft.first - 1, draft.first - 2):
        if 0 <= index < len(tokens) and has(tokens.words[index], wanted) and isinstance(draft.value, int):
            draft.unit, draft.bare = "person", False
            draft.infer("noun", "person", tokens.words[index].text)
            return True
    return False


def _amount(tokens: Tokens, draft: Draft, money: Draft) -> bool:
    """وقدرها 7 ملايين: a scaled number behind a word for an amount takes the currency of the money before it."""
    index = draft.first - 1
    scaled = draft.number is not None and draft.number.scaled
    if index < 0 or not scaled or not has(tokens.words[index], words_of("contexts", "amounts")):
        return False
    draft.unit, draft.kind, draft.noun, draft.family = money.unit, "money", money.noun, money.family
    draft.bare = False
    draft.infer("currency", money.unit or money.family, _text(tokens, money))
    return True


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
            countries.saw(draft.family, draft.first, draft.unit, _text(tokens, draft))
    for draft in money:
        if not draft.unit:
            country = countries.resolve(draft.family, draft.first)
            draft.unit = country.code if country else english_names().get(draft.family, draft.family)
            if country:
                draft.infer("currency", country.code, country.origin)
