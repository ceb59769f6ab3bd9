"""The parts of a person's name: titles apart, compounds joined, patronymics marked.

>>> [part.norm for part in split_name("الأمير محمد بن سلمان بن عبد العزيز").parts]
['محمد', 'سلمان', 'عبدالعزيز']
>>> split_name("الدكتور أبو بكر آل ثاني").titles
('الدكتور',)
"""

import re
from functools import lru_cache

from attrs import frozen

from claimcheck.gazetteer import name_key, nationality
from claimcheck.recognizers.names_lexicon import (
    Given,
    complements,
    compounds,
    fusing,
    given_names,
    latin_names,
    linking,
    looks_foreign,
    nicknames,
    servants,
    surnames,
)
from claimcheck.recognizers.names_titles import blessings, inflected_titles, qualifiers

_MARKED = r"(?:[^\W_]|[\u0300-\u036f\u0640\u064b-\u0652\u0670])+"  # letters with their marks
_WORD = re.compile(f"{_MARKED}(?:['’]{_MARKED})*")
_LATIN_ARTICLES = frozenset(("al", "el", "ul", "ad", "as", "ar", "at", "az", "ash", "an", "adh"))
# Particles that are mere grammar: the form of the father's kunya, the article of a house.
_SAME_PARTICLE = {
    "ابي": "ابو",
    "ابا": "ابو",
    "بو": "ابو",
    "abdel": "abd",
    "abdul": "abd",
    "abdal": "abd",
    "aboul": "abu",
    "abul": "abu",
    "abou": "abu",
    "aboel": "abu",
}


@frozen(eq=False)
class NamePart:
    """One part of a name, one object for each way to write it.

    ``text`` is as written, ``norm`` folded, compounds joined, without article. ``lexemes`` are the known names that it
    may be; ``patronymic`` marks a part behind بن; ``latin`` its script; ``given`` a known first name; ``foreign`` of
    another language, by the lexicon or by its letters; ``short_for`` the lexemes that it is a pet name of.
    """

    text: str
    norm: str
    lexemes: frozenset[str] = frozenset()
    patronymic: bool = False
    latin: bool = False
    given: bool = False
    foreign: bool = False
    short_for: frozenset[str] = frozenset()


@frozen(eq=False)
class NameParts:
    """A name taken apart: its parts, the titles and wishes that were stripped, and the particles between parts.

    ``text`` are the parts as written; ``foreign`` tells that one of them is of another language.
    """

    parts: tuple[NamePart, ...]
    titles: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    text: str = ""
    foreign: bool = False


def without_article(norm: str) -> str:
    """Drop the article of a folded word, where a word is left.

    >>> without_article("البلوشي"), without_article("الن")
    ('بلوشي', 'الن')
    """
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def _strip_titles(words: list[str], keys: list[str]) -> tuple[int, int]:
    """Return the range of words that remains when titles are taken off both ends; a name is never stripped away."""
    titles, adjectives, given = inflected_titles(), qualifiers(), given_names()

    def is_title(index: int) -> bool:
        key = keys[index]
        bare = without_article(key)
        definite = bare != key
        title = titles.get(bare) or titles.get(key)
        if title and (definite or not title.needs_article) and not (key in given and not definite):
            return True
        if index and (definite or len(keys) - index > 2) and (bare in adjectives or (definite and nationality(key))):
            return key not in given
        return key in ("د", "م", "dr", "mr", "mrs", "prof", "sir")

    first, stop = 0, len(words)
    while first < stop - 1 and is_title(first):
        first += 1
    if first:
        first = _behind_complement(keys, first)
    for wish in blessings():
        if tuple(keys[stop - len(wish) : stop]) == wish and stop - len(wish) > first:
            stop -= len(wish)
    return first, stop


def _behind_complement(keys: list[str], first: int) -> int:
    """Return where the name begins behind a title and its complement (رئيس مجلس الإدارة خالد ...)."""
    given = given_names()
    for at in range(first, min(len(keys) - 1, first + 8)):
        entry = given.get(keys[at])
        if entry is not None and not entry.rare:
            return at
        if not (keys[at].startswith("ال") and len(keys[at]) > 4) and keys[at] not in complements() | qualifiers():
            break
    return first


def _fused(words: list[str], keys: list[str], at: int) -> int:
    """Return how many words from ``at`` on make one part."""
    key, left = keys[at], len(keys) - at
    if left > 1:
        if without_article(key) == "عبد":
            return 2 if keys[at + 1] in servants() else 1
        if keys[at + 1] in compounds() and key not in linking():
            return 2
        particle = key in fusing() and key not in linking() and not words[at].startswith("آب")  # آبي is no أبي
        if (key in _LATIN_ARTICLES or particle) and key.isascii() == keys[at + 1].isascii():
            return min(left, 1 + _fused(words, keys, at + 1))
    return 1


@lru_cache(maxsize=65536)
def _part(words: tuple[str, ...], written: tuple[str, ...], patronymic: bool) -> NamePart:
    """Make one part of its words and their keys."""
    keys = list(written)
    latin = not ("\u0600" <= keys[0][:1] <= "\u08ff")
    text = " ".join(words)
    if latin and len(keys) > 1 and keys[0] in _LATIN_ARTICLES:
        keys = keys[1:]
    keys = [_SAME_PARTICLE.get(keys[0], keys[0]) if len(keys) > 1 else keys[0], *keys[1:]]
    joined = "".join(keys).removeprefix("ال" if keys[0] == "العبد" else "")
    # أل and إل with a hamza are no article: أليكسيس.
    whole = latin or len(keys) > 1 or words[0].startswith(("أل", "إل"))
    norm = joined if whole else without_article(joined)
    if norm.startswith("ابو") and len(norm) > 6:
        norm = "ابو" + without_article(norm[3:])
    lexemes, is_given = _lexemes(norm, joined, latin)
    known = given_names()
    foreign = latin or looks_foreign(norm, text)
    foreign = foreign or any((entry := known.get(lexeme)) is not None and entry.foreign for lexeme in lexemes)
    short_for = frozenset[str]().union(*(nicknames().get(name, frozenset()) for name in lexemes or (norm,)))
    return NamePart(text, norm, lexemes, patronymic, latin, is_given, foreign, short_for)


def _lexemes(norm: str, joined: str, latin: bool) -> tuple[frozenset[str], bool]:
    """Return the known names that a part may be, and whether one is a first name."""
    given = given_names()
    if latin:
        found = latin_names().get(norm, frozenset())
        return frozenset(map(_bare, found)), any(lexeme in given for lexeme in found)
    entry: Given | None = given.get(joined) or given.get(norm)
    if entry:
        return frozenset((_bare(entry.lexeme),)), True
    known = surnames().get(joined) or surnames().get(norm) or surnames().get("ال" + norm)
    if known:
        return frozenset((_bare(known),)), False
    return (frozenset((norm,)), True) if norm.startswith("عبدال") else (frozenset(), False)


def _bare(lexeme: str) -> str:
    """Return a lexeme without article; the first letters of اليكس are none."""
    entry = given_names().get(lexeme)
    return lexeme if entry is not None and entry.foreign else without_article(lexeme)


@lru_cache(maxsize=65536)
def split_name(name: str) -> NameParts:
    """Take a name apart."""
    words = _WORD.findall(name.replace("-", " "))
    keys = [name_key(word) for word in words]
    first, stop = _strip_titles(words, keys)
    parts: list[NamePart] = []
    links: list[str] = []
    at = first
    while at < stop:
        linked = False
        while at < stop - 1 and keys[at] in linking():
            links.append(words[at])
            linked = True
            at += 1
        size = _fused(words[:stop], keys[:stop], at)
        parts.append(_part(tuple(words[at : at + size]), tuple(keys[at : at + size]), linked))
        at += size
    titles = tuple(words[:first] + words[stop:])
    foreign = any(part.foreign for part in parts)
    return NameParts(tuple(parts), titles, tuple(links), " ".join(part.text for part in parts), foreign)
