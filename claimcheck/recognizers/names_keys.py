"""Keys of names: what survives spelling variants and scripts, for retrieval.

A key is coarse on purpose: بوتين, Putin and Poutine have one (``btn``), and so have غوتيريش and جوتيريش. That two
keys are equal makes two names worth comparing, never the same: ``claimcheck.comparison.names`` decides that.
"""

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
def skeleton(part: str) -> str:
    """Return the consonants of one part of a name as classes that both scripts share; vowels are dropped.

    >>> skeleton("بوتين"), skeleton("putin"), skeleton("غوتيريش"), skeleton("guterres")
    ('btn', 'btn', 'ktrs', 'ktrs')
    """
    key = name_key(part)
    arabic = "\u0600" <= key[:1] <= "\u08ff"
    if arabic and key.startswith("ال") and len(key) > 4:
        key = key[2:]
    digraphs, letters = _classes("arabic" if arabic else "latin")
    first = key[:1]
    for digraph, sound in digraphs:
        if digraph in key:
            key = key.replace(digraph, sound.upper())
    found: list[str] = []
    for character in key:
        sound = character.lower() if character.isupper() else letters.get(ord(character), "")
        if sound and (not found or found[-1] != sound):
            found.append(sound)
    sounds = "".join(found).replace("nk", "n")
    # A name of vowels alone keeps its first letter, so that it has a key at all.
    return sounds or first


def place_key(name: str) -> str:
    """Return the key of a place, nationality or organisation: the gazetteer's id, else the folded name.

    >>> place_key("Sochi") == place_key("سوتشي"), place_key("روسيا")
    (True, 'ru')
    """
    found = place(name) or organisation(name)
    return found.id.lower() if found else name_key(name)
