"""Two parts of names: one spelling of the other, a pet name, an initial, or another name.

The levels are ordered; the first that is true holds:

1. ``exact``: the same letters (folded; article, hamza, ta marbuta, compounds and accents do not count).
2. ``known variant``: the lexicon of names has both as spellings of one name (غوتيريش، جوتيريش; Qassem, قاسم).
3. ``nickname``: the lexicon has one as a pet name of the other (Jim, James).
4. ``initial``: one is a single letter with which the other begins.
5. ``respelled``: the same consonants, with vowels that one hand may write and another leave out, by the rules below.
6. ``other``: two names. Two names of the lexicon that are no variants are always two, however alike they look.

Arabic spelling is nearly phonetic for Arabic names: a long vowel more makes another name (سالم، سليم). For names of
other languages, and between scripts, vowels are a matter of taste: there ``respelled`` allows one side to leave a vowel
out inside the name, and asks for the same consonants by class (``lexicon/transliteration.toml``).
"""

from functools import lru_cache
from typing import Literal

from attrs import evolve

from claimcheck.recognizers.names_keys import skeleton, sounds
from claimcheck.recognizers.names_parts import NamePart
from claimcheck.text.orthography import fold

PartLevel = Literal["exact", "known variant", "nickname", "initial", "respelled", "other"]
# In hundredths, so that sums are exact.
WEIGHTS: dict[PartLevel, int] = {
    "exact": 100,
    "known variant": 97,
    "respelled": 93,
    "nickname": 80,
    "initial": 70,
    "other": 0,
}
_ARABIC_ONLY = frozenset("حعصضظقثذط")
_SAME_LETTER = str.maketrans({"ظ": "ض", "ه": "ا"})
_LATIN_FOR = {"ا": frozenset("aeou"), "و": frozenset("ouw"), "ي": frozenset("ieya")}


@lru_cache(maxsize=65536)
def part_level(a: NamePart, b: NamePart, foreign: bool = False) -> PartLevel:
    """Return the level of two parts. ``foreign``: one of their names is of another language.

    >>> from claimcheck.recognizers.names_parts import split_name
    >>> part = lambda text: split_name(text).parts[0]
    >>> part_level(part("سلمان"), part("سليمان")), part_level(part("غوتيريش"), part("Guterres"))
    ('other', 'known variant')
    """
    if a.norm == b.norm:
        return "exact"
    if a.lexemes and b.lexemes and not a.lexemes.isdisjoint(b.lexemes):
        return "known variant"
    if (a.short_for or b.short_for) and not (a.short_for.isdisjoint(b.lexemes) and b.short_for.isdisjoint(a.lexemes)):
        return "nickname"
    if a.lexemes and b.lexemes:
        return "other"
    if (len(a.norm) == 1 or len(b.norm) == 1) and _initial(a, b):
        return "initial"
    return "respelled" if _one_sound(a, b, foreign) else "other"


def _one_sound(a: NamePart, b: NamePart, foreign: bool) -> bool:
    """Tell whether two parts that the lexicon does not settle are two spellings of one."""
    if a.latin or b.latin:
        return _respelled_across(a, b) if a.latin != b.latin else _respelled(a, b)
    if a.norm.startswith("ال") != b.norm.startswith("ال"):  # أليكسيس، الكسيس: the first letters are no article
        a, b = _whole(a), _whole(b)
    if foreign or not _native(a, b):
        return _respelled(a, b)
    return _plain(a.norm) == _plain(b.norm)


def _whole(part: NamePart) -> NamePart:
    """Return a part with the article that its spelling begins with, if it does."""
    written = fold(part.text)
    return evolve(part, norm=written) if written == f"ال{part.norm}" else part


def _initial(a: NamePart, b: NamePart) -> bool:
    """Tell whether one part is the first letter of the other, in one script."""
    short, long = sorted((a.norm, b.norm), key=len)
    return a.latin == b.latin and len(long) > 1 and long.startswith(short)


def _native(a: NamePart, b: NamePart) -> bool:
    """Tell whether two parts without context are Arabic names: an article, a letter of Arabic alone, a known name."""
    if a.foreign or b.foreign:
        return False
    if a.given or b.given:
        return True
    return all(
        part.given or part.text.startswith("ال") or not _ARABIC_ONLY.isdisjoint(part.norm) for part in (a, b)
    ) or any(part.text.startswith("ال") for part in (a, b))


def _plain(norm: str) -> str:
    """Return an Arabic name in one of the spellings that are mere habit: داوود, ضياء, نورا."""
    found = ""
    for letter in norm.translate(_SAME_LETTER):
        if letter not in "وي" or not found.endswith(letter):
            found += letter
    return found


def _respelled(a: NamePart, b: NamePart) -> bool:
    """Tell whether two parts of one script have the same consonants and vowels that can stand for each other."""
    if skeleton(a.norm) != skeleton(b.norm):
        return False
    first, second = sounds(a.norm), sounds(b.norm)
    if len(first) != len(second) or _end(first[-1]) != _end(second[-1]):
        return False
    cluster = len(first) > 2 and not first[1] and not second[1]  # أشتية، شتية
    if bool(first[0]) != bool(second[0]) and not cluster:
        return False
    return all(_within(x, y) or _within(y, x) for x, y in zip(first[:-1], second[:-1], strict=True))


def _respelled_across(a: NamePart, b: NamePart) -> bool:
    """Tell the same of an Arabic and a Latin spelling: each long vowel must be heard, each diphthong be written."""
    arabic, latin = (b, a) if a.latin else (a, b)
    if skeleton(arabic.norm) != skeleton(latin.norm):
        return False
    first, second = sounds(arabic.norm), sounds(latin.norm)
    if len(first) != len(second):
        return False
    if len(first) > 2 and first[0] == "ا" and not second[0] and not second[1]:  # an alef before a cluster: Shtayyeh
        first = ("", *first[1:])
    for x, y in zip(first, second, strict=True):
        if any(vowel != "~" and _LATIN_FOR.get(vowel, frozenset(vowel)).isdisjoint(y) for vowel in x):
            return False
    return all(x or len(y) < 2 or y == "ou" for x, y in zip(first[1:-1], second[1:-1], strict=True))


def _end(vowels: str) -> str:
    """Return a final vowel without what papers add and drop there: Merkele, يه for ي."""
    return vowels.replace("e", "").replace("~", "ا")


def _within(short: str, long: str) -> bool:
    """Tell whether the vowels of one spelling are some of the other's, in order."""
    rest = iter(long)
    return all(vowel in rest for vowel in short.replace("~", ""))
