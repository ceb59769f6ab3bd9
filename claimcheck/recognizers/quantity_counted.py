"""The counted noun of a number: behind it (60 مدنيا), before it (الأبراج الخمسة, شخص واحد) or behind من (10 من الجنود)."""

from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.nouns import Noun, is_stop, noun_of, people_lookup
from claimcheck.recognizers.units import unit_at
from claimcheck.text.tokens import Tokens

_SINGULARS = frozenset({"سنه", "عام", "شهر", "يوم", "اسبوع", "ساعه", "دقيقه", "ثانيه", "عقد", "قرن"})


def attach_noun_before(tokens: Tokens, draft: Draft) -> bool:
    """A definite number behind its plural noun: الأبراج الخمسة, السنوات الثماني, الدول الأعضاء الـ188; شخص واحد."""
    number = draft.number
    if number is None or number.ordinal or number.fraction:
        return False
    if draft.value == 1 and number.style == "words" and not number.prefix:
        return _one_person(tokens, draft)
    return number.definite and (_definite_unit(tokens, draft) or _definite_noun(tokens, draft))


def _one_person(tokens: Tokens, draft: Draft) -> bool:
    index = draft.first - 1
    found = people_lookup()[tokens.words[index]] if index >= 0 else None
    if found is None or found[1].plural or found[1].dual or "ال" in found[0]:
        return False
    draft.grow_left(index, found[0])
    set_noun(tokens, draft, index, index + 1)
    return True


def _definite_unit(tokens: Tokens, draft: Draft) -> bool:
    """السنوات الثماني; behind a singular (السنة الـ10) a number is a rank."""
    from claimcheck.recognizers.quantity_units import set_unit

    index = draft.first - 1
    hit = unit_at(tokens, index) if index >= 0 else None
    if hit is None or hit.stop != index + 1 or ("ال" not in hit.prefix and "لل" not in hit.prefix):
        return False
    if any(core in _SINGULARS for _, core in tokens.words[index].analyses):
        return False
    draft.grow_left(index, hit.prefix)
    set_unit(tokens, draft, hit, hit.unit.name, hit.stop)
    return True


def _definite_noun(tokens: Tokens, draft: Draft) -> bool:
    """A definite plural, with an adjective between it and the number or without: المباريات الودية السبع."""
    index = draft.first - 1
    for first in (index - 1, index):
        if first < 0 or _article(tokens.norms[first]) is None or _article(tokens.norms[first + 1]) is None:
            continue
        if first < index and _article(tokens.norms[index]) is None:
            continue
        if noun_of(tokens.words[first]).plural and not is_stop(tokens.words[first]):
            draft.grow_left(first, _article(tokens.norms[first]) or "")
            set_noun(tokens, draft, first, index + 1)
            return True
    return False


def _article(norm: str) -> str | None:
    """Return the proclitics of a definite word up to its article, or ``None``."""
    for prefix in ("ال", "وال", "فال", "بال", "كال", "لل", "ولل"):
        if norm.startswith(prefix) and len(norm) > len(prefix) + 1:
            return prefix
    return "ال" if norm == "ال" or norm[:1].isdigit() else None


def set_noun(tokens: Tokens, draft: Draft, first: int, stop: int) -> None:
    """Record the counted noun at token ``first``; ``stop`` is behind its adjectives."""
    value = int(draft.value) if isinstance(draft.value, int) else None
    noun: Noun = noun_of(tokens.words[first], value)
    draft.unit = "person" if noun.person else "item"
    draft.noun, draft.unit_at, draft.bare = noun.lemma, (first, stop), False
    draft.note("noun", tokens, first, stop, f"{draft.unit} {noun.lemma}")


def attach_noun(tokens: Tokens, draft: Draft, after: int) -> bool:
    """The noun right behind the number, or behind من in the definite plural (اثنان من الحراس)."""
    number = draft.number
    if after >= len(tokens) or tokens.newline_before(after) or (number is not None and number.ordinal):
        return False
    if tokens.norms[after] == "من":
        return _partitive(tokens, draft, after)
    word = tokens.words[after]
    if is_stop(word) or (draft.fraction and after > draft.stop):
        return False
    person = people_lookup()[word]
    plausible = person[0] in {"", "ال"} if person is not None else _countable(word.norm)
    if not plausible and not (draft.fraction and word.norm.startswith("ال")):
        return False
    draft.cover(after, after + 1)
    set_noun(tokens, draft, after, after + 1)
    return True


def _countable(norm: str) -> bool:
    """Tell whether an unknown word may be counted: three letters or more, no article, no preposition before one."""
    return len(norm) > 2 and not norm.startswith(("وال", "فال", "بال", "لل", "كال", "ال"))


def _partitive(tokens: Tokens, draft: Draft, after: int) -> bool:
    """10 من الروهينغا, 3 من أفراد العائلة: the definite plural behind من, or a noun for people with what it belongs to."""
    if after + 1 >= len(tokens):
        return False
    word = tokens.words[after + 1]
    if word.shape != "word" or is_stop(word):
        return False
    noun, definite = noun_of(word), word.norm.startswith("ال")
    if (noun.plural or noun.person) and (definite or noun.person) and not draft.fraction:
        draft.cover(after, after + 2)
        set_noun(tokens, draft, after + 1, after + 2)
        return True
    following = people_lookup()[tokens.words[after + 2]] if after + 2 < len(tokens) else None
    if following is not None and following[0] == "ال" and following[1].plural and not draft.fraction:
        draft.unit, draft.noun, draft.bare = "person", following[1].lemma, False
        draft.note("people", tokens, after, after + 3, "person")
        return True
    return False
