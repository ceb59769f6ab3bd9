"""Nouns that say a number themselves: duals (يومين, رجلين), one (شخص واحد), and a bare unit behind a bound (أقل من دقيقة)."""

from functools import cache

from claimcheck import lexicon
from claimcheck.recognizers.currencies import money_at, money_lookup
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.nouns import noun_of, people_lookup
from claimcheck.recognizers.quantity_bounds import bound_before
from claimcheck.recognizers.quantity_units import set_money, set_unit
from claimcheck.recognizers.units import unit_at, unit_lookup
from claimcheck.text.tokens import Tokens

_ONE = frozenset({"واحد", "واحدا", "واحده"})
_HALF = frozenset({"ونصف", "وربع", "وثلث", "ونصفا", "ونيف"})


@cache
def _cues() -> frozenset[str]:
    return lexicon.forms(lexicon.load("contexts")["one"])


def drafts_of_nouns(tokens: Tokens, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return a draft for every noun outside ``drafts`` and ``taken`` that says one or two itself."""
    covered = set(taken)
    for draft in drafts:
        covered.update(range(draft.first, draft.stop))
    found: list[Draft] = []
    words = tokens.words
    for index, (unit, money, person) in enumerate(
        zip(
            map(unit_lookup().__getitem__, words),
            map(money_lookup().__getitem__, words),
            map(people_lookup().__getitem__, words),
            strict=True,
        )
    ):
        if (unit or money or person) and index not in covered:
            draft = _unit(tokens, index) or _money(tokens, index) or _noun(tokens, index)
            if draft is not None:
                found.append(draft)
                covered.update(range(draft.first, draft.stop))
    return found


def _unit(tokens: Tokens, index: int) -> Draft | None:
    hit = unit_at(tokens, index)
    if hit is None or len(tokens.norms[index]) < 2 or tokens.words[index].shape != "word":
        return None
    if not hit.dual and not (hit.prefix in {"", "ل", "ب", "و"} and _is_one(tokens, index, hit.stop)):
        return None
    draft = Draft(index, hit.stop, 2 if hit.dual else 1, core=(index, hit.stop), prefix=hit.prefix)
    set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
    _cover_one(tokens, draft)
    return draft


def _money(tokens: Tokens, index: int) -> Draft | None:
    hit = money_at(tokens, index)
    if hit is None or not (hit.family or hit.subunit) or tokens.words[index].shape != "word":
        return None
    if not hit.dual and not (hit.prefix in {"", "ب"} and _is_one(tokens, index, hit.stop)):
        return None
    draft = Draft(index, hit.stop, 2 if hit.dual else 1, core=(index, hit.stop), prefix=hit.prefix)
    set_money(tokens, draft, hit)
    _cover_one(tokens, draft)
    return draft


def _noun(tokens: Tokens, index: int) -> Draft | None:
    """A dual of a noun for people, indefinite: رجلين; الجانبين are two that the text knows already."""
    noun = noun_of(tokens.words[index])
    found = people_lookup()[tokens.words[index]]
    if found is None or not found[1].dual or "ال" in found[0] or "لل" in found[0]:
        return None
    draft = Draft(index, index + 1, 2, core=(index, index + 1), prefix=found[0], unit_at=(index, index + 1))
    draft.unit, draft.noun = "person", noun.lemma
    draft.note("dual", tokens, index, index + 1, f"2 {noun.lemma}")
    return draft


def _is_one(tokens: Tokens, index: int, stop: int) -> bool:
    """Tell that a bare unit noun is one: متر واحد, أقل من دقيقة, لمدة شهر, ساعة ونصف."""
    following = tokens.norms[stop] if stop < len(tokens) else ""
    if following in _ONE or following in _HALF:
        return True
    bound = bound_before(tokens, index)
    if bound is not None and bound.modifier != "exact":
        return True
    return index > 0 and tokens.norms[index - 1] in {"لمده", "بمده", "مده"}


def _cover_one(tokens: Tokens, draft: Draft) -> None:
    if draft.value == 1 and draft.stop < len(tokens) and tokens.norms[draft.stop] in _ONE:
        draft.stop += 1
