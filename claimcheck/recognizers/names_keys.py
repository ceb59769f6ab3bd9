"""Keys of names: what survives spelling variants and scripts, for retrieval.

A key is coarse on purpose: بوتين, Putin and Poutine have one (``btn``), and so have غوتيريش and جوتيريش. That two
keys are equal makes two names worth comparing, never the same: ``claimcheck.comparison.names`` decides that.
"""

import re
from functools import cache, lru_cache

from claimcheck.gazetteer import name_key, organisation, place
from claimcheck.lexicon import load


@cache
def _classes(script: str) -> tuple[tuple[tuple[str, str], ...], dict[int, str]]:
    """Return the replacements of digraphs and the classes of single letters of a script."""
    table = load("transliteration")[f"classes_{script}"]
    digraphs = []
    letters: dict[int, str] = {}
    for sound, members in table.items():
        for member in members.split():
            if len(member) > 1:
                digraphs.append((member, sound.strip("_")))
            else:
                letters[ord(member)] = sound.strip("_")
    return tuple(sorted(digraphs, key=lambda pair: -len(pair[0]))), letters


@lru_cache(maxsize=65536)
def _analyse(part: str) -> tuple[str, tuple[str, ...]]:
    """Return the consonant classes of a part and the vowels before, between and behind them."""
    key = name_key(part)
    arabic = "\u0600" <= key[:1] <= "\u08ff"
    key = _arabic_stem(key) if arabic else _latin_stem(key)
    digraphs, letters = _classes("arabic" if arabic else "latin")
    for digraph, sound in digraphs:
        if digraph in key:
            key = key.replace(digraph, sound.upper())
    consonants: list[str] = []
    vowels = [""]
    for at, character in enumerate(key):
        sound = character.lower() if character.isupper() else letters.get(ord(character), "")
        if not sound:
            vowels[-1] += character if character in _VOWELS else ""
        elif not consonants or consonants[-1] != sound or vowels[-1]:
            if character in "غجg" and consonants[-1:] == ["n"] and not vowels[-1] and _silent(key, at):
                continue
            if sound == "b" and consonants[-1:] == ["m"] and not vowels[-1]:
                consonants[-1] = "n"  # Jumblatt, جنبلاط
            consonants.append(sound)
            vowels.append("")
    if consonants[-1:] == ["z"] and not vowels[-1]:
        consonants[-1] = "s"  # شولتس، شولتز
    return "".join(consonants) or key[:1], tuple(vowels)


def _silent(key: str, at: int) -> bool:
    """Tell whether the g of -ing, -ung stands here, which some write and others leave out."""
    return at + 1 == len(key) or key[at + 1] not in _VOWELS


# ``~`` is a vowel that the other script may have or not: ع, a final ه, the article inside نور الدين.
_VOWELS = frozenset("اوي~aeiouyw")


def _arabic_stem(key: str) -> str:
    """Drop the article, the one inside عبد ال too; ع and a final ه or ح may be vowels, for Latin letters lack them."""
    if key.startswith("ال") and len(key) > 4:
        key = key[2:]
    if key.startswith("عبدال") and len(key) > 6:
        key = "عبد" + key[5:].removeprefix("ا")
    if key.endswith("الدين"):
        key = key[:-5] + "~دين"
    key = key[:-1] + "~" if key.endswith(("ه", "ح")) and len(key) > 3 else key
    return key.replace("ع", "~")


_HARD_G = re.compile("gu(?=[ei])")
_ABD = re.compile(r"^abd(?:[aeou]l|[ou])?(?=[a-z]{3})")


def _latin_stem(key: str) -> str:
    """Drop what is not heard: the article inside Abdel-, the u of gue, a final h; x is ks but at the beginning."""
    key = _ABD.sub("abd-", key)
    key = _HARD_G.sub("g", key)
    key = key[:1] + key[1:].replace("x", "ks")
    return key[:-1] if key.endswith("h") and len(key) > 3 and key[-2] in "aeiou" else key


def skeleton(part: str) -> str:
    """Return the consonants of one part of a name as classes that both scripts share; vowels are dropped.

    >>> skeleton("بوتين"), skeleton("putin"), skeleton("غوتيريش"), skeleton("guterres")
    ('btn', 'btn', 'ktrs', 'ktrs')
    """
    return _analyse(part)[0]


def sounds(part: str) -> tuple[str, ...]:
    """Return the written vowels before, between and behind the consonants of ``skeleton``.

    >>> sounds("بوتين"), sounds("putin")
    (('', 'و', 'ي', ''), ('', 'u', 'i', ''))
    """
    return _analyse(part)[1]


def place_key(name: str) -> str:
    """Return the key of a place, nationality or organisation: the gazetteer's id, else the folded name.

    >>> place_key("Sochi") == place_key("سوتشي"), place_key("روسيا")
    (True, 'ru')
    """
    found = place(name) or organisation(name)
    return found.id.lower() if found else name_key(name)
