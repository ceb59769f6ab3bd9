"""The counted noun of a number: behind it (60 مدنيا), before it (الأبراج الخمسة) or behind من (10 من الجنود)."""

from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.nouns import Noun, is_stop, known_noun, noun_of, owned, people_lookup, suits, things
from claimcheck.recognizers.units import unit_at
from claimcheck.text.tokens import Tokens, Word

_SINGULARS = frozenset({"سنه", "عام", "شهر", "يوم", "اسبوع", "ساعه", "دقيقه", "ثانيه", "عقد", "قرن"})


def attach_noun_before(tokens: Tokens, draft: Draft) -> bool:
    """A definite number behind its plural noun: الأبراج الخمسة, السنوات الثماني, الدول الأعضاء الـ188; شخص واحد."""
    number = draft.number
    if number is None or number.ordinal or number.fraction:
        return False
    if draft.value in (1, 2) and number.style == "words" and not number.prefix:
        return _one_noun(tokens, draft)
    return (
        number.definite
        and number.value > 2
        and (_definite_unit(tokens, draft) or _definite_noun(tokens, draft) or _owned_noun(tokens, draft))
    )


def _one_noun(tokens: Tokens, draft: Draft) -> bool:
    """شخص واحد, مرة واحدة, جنديين اثنين."""
    index = draft.first - 1
    if index < 0 or tokens.words[index].shape != "word":
        return False
    two = tokens.norms[index].endswith(("ين", "ان"))
    found = known_noun(tokens.words[index]) or (("", noun_of(tokens.words[index])) if two else None)
    if found is None or "ال" in found[0] or is_stop(tokens.words[index]):
        return False
    if two != (draft.value == 2) or (draft.value == 1 and (found[1].plural or found[1].dual)):
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


def _owned_noun(tokens: Tokens, draft: Draft) -> bool:
    """A plural that a pronoun or the next noun makes definite: مبارياته الأربع, حروب الخليج الثلاث."""
    index = draft.first - 1
    if index < 0 or tokens.words[index].shape != "word":
        return False
    noun = owned(tokens.norms[index])
    if noun is not None and noun.plural:
        draft.grow_left(index)
        _record(tokens, draft, noun, index, index + 1)
        return True
    head = known_noun(tokens.words[index - 1]) if index and _article(tokens.norms[index]) is not None else None
    if head is not None and head[1].plural and head[0] in {"", "و", "ل", "ب", "ف", "ك"}:
        draft.grow_left(index - 1, head[0])
        _record(tokens, draft, head[1], index - 1, index + 1)
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
    _record(tokens, draft, noun_of(tokens.words[first], value), first, stop)


def _record(tokens: Tokens, draft: Draft, noun: Noun, first: int, stop: int) -> None:
    draft.unit = "person" if noun.person and not draft.fraction else "item"
    draft.noun, draft.unit_at, draft.bare = noun.lemma, (first, stop), False
    draft.note("noun", tokens, first, stop, f"{draft.unit} {noun.lemma}")


def attach_noun(tokens: Tokens, draft: Draft, after: int) -> bool:
    """The noun right behind the number, or behind من in the definite plural (اثنان من الحراس)."""
    if after >= len(tokens) or tokens.newline_before(after) or not _takes_noun(draft, tokens.words[after]):
        return False
    if tokens.norms[after] == "من":
        return _partitive(tokens, draft, after)
    word = tokens.words[after]
    if is_stop(word) or (draft.fraction and after > draft.stop):
        return False
    person = people_lookup()[word]
    plausible = not person[0] if person is not None else _countable(word.norm)
    endings = ("هما", "هم") if draft.number is None or draft.number.style == "words" else ("هما", "هم", "ها")
    if word.norm.endswith(endings):
        plausible = plausible and known_noun(word) is not None  # a counted noun carries no pronoun
    if after > draft.stop and known_noun(word) is not None and isinstance(draft.value, int):
        plausible = suits(word, draft.value)  # (39) هدف توتنهام: the noun belongs to what follows
    if plausible or (draft.fraction and word.norm.startswith("ال")):
        draft.cover(after, after + 1)
        set_noun(tokens, draft, after, after + 1)
        return True
    return False


def _takes_noun(draft: Draft, word: Word) -> bool:
    """Tell whether a number may have a noun behind it: ordinals do only in digits, zero and one only in digits."""
    number = draft.number
    if number is None:
        return True
    if number.ordinal:
        return number.style != "words" and known_noun(word) is not None
    return number.style != "words" or draft.value not in (0, 1)


def _countable(norm: str) -> bool:
    """Tell whether an unknown word may be counted: three letters or more, no article, no preposition before one."""
    if norm.startswith("و"):
        return norm in things()
    return len(norm) > 2 and not norm.startswith(("فال", "بال", "لل", "كال", "ال"))


def _plain(word: Word) -> Word:
    """Return the full plural of a construct one: موظفي (الصحيفة) and مرافقيه are موظفين and مرافقين."""
    for ending in ("ي", "يه", "يها", "يهم"):
        core = word.norm.removesuffix(ending)
        if core != word.norm and len(core) > 2 and known_noun(word) is None:
            full = Tokens.of(core + "ين").words[0]
            if known_noun(full) is not None:
                return full
    return word


def _partitive(tokens: Tokens, draft: Draft, after: int) -> bool:
    """10 من الروهينغا, 3 من أفراد العائلة: the definite plural behind من, or a noun for people in a construct."""
    if after + 1 >= len(tokens):
        return False
    word = tokens.words[after + 1]
    if word.shape != "word" or is_stop(word):
        return False
    noun, definite = noun_of(_plain(word)), word.norm.startswith("ال")
    mine = None if definite or noun.person else owned(word.norm)
    noun = mine if mine is not None and mine.person else noun
    if (noun.plural or noun.person) and (definite or noun.person) and not draft.fraction:
        draft.cover(after, after + 2)
        _record(tokens, draft, noun, after + 1, after + 2)
        return True
    following = people_lookup()[tokens.words[after + 2]] if after + 2 < len(tokens) else None
    if following is not None and following[0] == "ال" and following[1].plural and not draft.fraction:
        draft.unit, draft.noun, draft.bare = "person", following[1].lemma, False
        draft.infer("noun", following[1].lemma, tokens.words[after + 2].text)
        return True
    return False
