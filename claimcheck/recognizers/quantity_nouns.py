"""Nouns that say a number themselves: duals (يومين, رجلين), and a bare unit that is one (أقل من دقيقة, لمدة شهر)."""

from functools import cache
from itertools import compress, count

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.currencies import money_at, money_nouns, money_plurals
from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.nouns import dual_nouns, people_lookup
from claimcheck.recognizers.quantity_bounds import bound_before, last_words
from claimcheck.recognizers.quantity_units import set_money, set_unit
from claimcheck.recognizers.units import UnitHit, unit_at, unit_forms, unit_plurals
from claimcheck.text.tokens import Tokens

_ONE = frozenset({"واحد", "واحدا", "واحده"})
_PARTS = frozenset({"ونصف", "وربع", "وثلث", "ونصفا"})
_LESS = frozenset({"ربع", "ربعا", "ثلث", "ثلثا"})
_NIL = frozenset({"نظيف", "وحيد", "دون", "مقابل", "لهدف", "للاشيء", "بدون", "لمثله"})
_FOR = frozenset({"لمده", "بمده", "مده", "ولمده"})
_BETWEEN = frozenset({"بين", "مابين"})
_DEFINITE = ("ال", "لل")


@cache
def _seeds() -> "Lookup[bool]":
    """Return the look-up of the nouns that may say a number: true for a dual, false for a unit that may be one."""
    seeds = dict.fromkeys(dual_nouns(), True)
    for first, entries in unit_forms().items():
        if len(first) > 1 and first.isalpha() and not first.isascii():
            seeds[first] = any(dual for _, dual, _ in entries)
    seeds.update(money_nouns())
    for name in lexicon.forms(lexicon.load("nouns")["no_duals"]):
        seeds.pop(name, None)
    seeds["هدف"] = False  # one goal to none: هدف نظيف
    return Lookup(seeds)


def drafts_of_nouns(tokens: Tokens, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return a draft for every noun outside ``drafts`` and ``taken`` that says one or two itself."""
    seeds = list(map(_seeds().__getitem__, tokens.words))
    places = compress(count(), seeds)  # a seed is a pair, or None
    candidates = [index for index in places if seeds[index][1] or _may_be_one(tokens, index)]  # type: ignore[index]
    if not candidates:
        return []
    covered = set(taken)
    starts: dict[int, str] = {}
    for draft in drafts:
        covered.update(range(draft.first, draft.stop))
        starts[draft.first] = draft.kind
    found: list[Draft] = []
    for index in candidates:
        adjective = bool(found) and found[-1].stop == index and found[-1].kind == "count"
        if index in covered or adjective:
            continue
        candidate = _unit(tokens, index, starts) or _money(tokens, index, starts) or _dual(tokens, index)
        if candidate is not None and not covered.intersection(range(candidate.first, candidate.stop)):
            found.append(candidate)
            covered.update(range(candidate.first, candidate.stop))
    return found


@cache
def _before_one() -> frozenset[str]:
    return _FOR | last_words()


def _may_be_one(tokens: Tokens, index: int) -> bool:
    """Tell quickly whether the words beside a unit noun allow that it is one of it."""
    norms = tokens.norms
    following = norms[index + 1] if index + 1 < len(norms) else ""
    if following[:1] == "و" or following in _NIL or following == "الا":
        return True
    return index > 0 and norms[index - 1] in _before_one()


def _unit(tokens: Tokens, index: int, starts: dict[int, str]) -> Draft | None:
    hit = unit_at(tokens, index)
    if hit is None:
        return None
    if hit.prefix.endswith(_DEFINITE) and not (hit.dual and hit.unit.dimension == "duration"):
        return None  # القدمين; but the two days of اليومين are a duration
    if not hit.dual and ("ك" in hit.prefix or not _is_one(tokens, index, hit.stop, starts)):
        return None
    draft = Draft(index, hit.stop, 2 if hit.dual else 1, core=(index, hit.stop), prefix=hit.prefix)
    set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
    _cover_one(tokens, draft)
    return draft


def _money(tokens: Tokens, index: int, starts: dict[int, str]) -> Draft | None:
    hit = money_at(tokens, index)
    if hit is None or not (hit.family or hit.subunit) or people_lookup()[tokens.words[index]] is not None:
        return None
    if hit.prefix.endswith(_DEFINITE) or not (hit.dual or _is_one(tokens, index, hit.stop, starts)):
        return None
    draft = Draft(index, hit.stop, 2 if hit.dual else 1, core=(index, hit.stop), prefix=hit.prefix)
    set_money(tokens, draft, hit)
    _cover_one(tokens, draft)
    return draft


def _dual(tokens: Tokens, index: int) -> Draft | None:
    """An indefinite dual: رجلين, سيارتين; الجانبين are two that the text knows already."""
    if tokens.norms[index].endswith("هدف"):
        return _goal(tokens, index)
    for prefix, core in tokens.words[index].analyses:
        noun = dual_nouns().get(core)
        if noun is None or prefix.endswith(_DEFINITE):
            continue
        draft = Draft(index, index + 1, 2, core=(index, index + 1), prefix=prefix, unit_at=(index, index + 1))
        draft.unit, draft.noun = "person" if noun.person else "item", noun.lemma
        draft.note("dual", tokens, index, index + 1, f"2 {noun.lemma}")
        return draft
    return None


def _goal(tokens: Tokens, index: int) -> Draft | None:
    if index + 1 >= len(tokens) or tokens.norms[index + 1] not in _NIL:
        return None
    prefix = tokens.norms[index].removesuffix("هدف")
    draft = Draft(index, index + 1, 1, core=(index, index + 1), prefix=prefix, unit_at=(index, index + 1), noun="هدف")
    draft.note("one", tokens, index, index + 1, "1 هدف")
    return draft


def one_of(tokens: Tokens) -> list[Draft]:
    """Return the draft of a string that is a bare unit and nothing else: ساعة, دولار."""
    for hit in (unit_at(tokens, 0), money_at(tokens, 0)):
        if hit is None or hit.stop != len(tokens) or hit.prefix:
            continue
        if people_lookup()[tokens.words[0]] is not None:
            return []  # أفغانيان are people
        draft = Draft(0, hit.stop, 2 if hit.dual else 1, core=(0, hit.stop))
        if isinstance(hit, UnitHit):
            set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
        else:
            set_money(tokens, draft, hit)
        return [draft]
    return []


def _is_one(tokens: Tokens, index: int, stop: int, starts: dict[int, str]) -> bool:
    """Tell that a bare unit noun is one: متر واحد, أقل من دقيقة, لمدة شهر, ساعة ونصف, عام وثلاثة أشهر."""
    if _plural(tokens, index):
        return False
    following = tokens.norms[stop] if stop < len(tokens) else ""
    if following in _ONE or following in _PARTS:
        return True
    if following == "الا" and stop + 1 < len(tokens) and tokens.norms[stop + 1] in _LESS:
        return True
    if index and (tokens.norms[index - 1] in _FOR or (tokens.norms[index - 1] in _BETWEEN and following[:1] == "و")):
        return True
    if following[:1] == "و" and {starts.get(stop), starts.get(stop + 1)} & {"duration", "money"}:
        return True
    bound = bound_before(tokens, index)
    return bound is not None and bound.modifier != "exact"


@cache
def _plurals() -> frozenset[str]:
    return unit_plurals() | money_plurals()


def _plural(tokens: Tokens, index: int) -> bool:
    """Tell a plural, which says no number: تصل إلى ساعات."""
    known = _plurals()
    return any(core in known or core.endswith("ات") for _, core in tokens.words[index].analyses)


def _cover_one(tokens: Tokens, draft: Draft) -> None:
    """Take واحد behind the noun in, and اثنين behind a dual."""
    words = _ONE if draft.value == 1 else frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
    if draft.stop < len(tokens) and tokens.norms[draft.stop] in words:
        draft.stop += 1
