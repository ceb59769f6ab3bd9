"""The words of names: given names, famous family names, particles, and the words that end a name.

All of it is data (``lexicon/names.toml``). A given name is a *lexeme*: the folded usual spelling stands for all of its
spellings in both scripts, so that سلمان and سليمان are two and داود and داوود are one.
"""

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from claimcheck.gazetteer import name_key
from claimcheck.lexicon import forms, lines, load
from claimcheck.recognizers.names_titles import blessings, kinship
from claimcheck.text.orthography import fold


@frozen
class Given:
    """A given name: its lexeme, whether it is an everyday word too, and whether it is of another language.

    ``rare``: the everyday word is what newspapers nearly always mean.
    """

    lexeme: str
    common: bool = False
    foreign: bool = False
    rare: bool = False


def _lexemes(section: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield (how far an everyday word: 0 to 2, Arabic spellings folded, Latin spellings as written) of each line."""
    for line in lines(load("names")[section]):
        arabic, _, latin = line.lstrip("? ").partition("=")
        yield line.count("?"), fold(arabic).split(), latin


@cache
def given_names() -> dict[str, Given]:
    """Return the given names by each folded Arabic spelling; of two lines with one spelling the first has it."""
    found: dict[str, Given] = {}
    for section in ("given", "foreign"):
        for common, arabic, _ in _lexemes(section):
            if arabic[0] in compounds():
                continue
            entry = Given(arabic[0], common > 0, section == "foreign", common > 1)
            for form in arabic:
                found.setdefault(form, entry)
    return found


@cache
def surnames() -> dict[str, str]:
    """Return famous family names: the lexeme by each folded Arabic spelling."""
    return {form: arabic[0] for _, arabic, _ in _lexemes("surnames") for form in arabic}


@cache
def latin_names() -> dict[str, frozenset[str]]:
    """Return the lexemes that a Latin spelling may stand for (``hassan``: حسن and حسان)."""
    found: dict[str, set[str]] = {}
    for section in ("given", "foreign", "surnames"):
        for _, arabic, latin in _lexemes(section):
            for word in latin.split():
                found.setdefault(name_key(word), set()).add(arabic[0])
    return {word: frozenset(lexemes) for word, lexemes in found.items()}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the lexemes that a pet name may stand for."""
    given, found = given_names(), {}
    for line in lines(load("names")["nicknames"]):
        short, _, full = line.partition(":")
        found[fold(short.strip())] = frozenset(
            given[name].lexeme if name in given else name for name in fold(full).split()
        )
    return found


@cache
def leading_names() -> frozenset[str]:
    """Return the first names that papers leave out in front of another (محمد حسني مبارك)."""
    return forms(load("names")["leading"])


@cache
def kunyas() -> dict[str, str]:
    """Return the folded full name of who is known by a kunya (ابو مازن)."""
    found = {}
    for line in lines(load("names")["kunyas"]):
        kunya, _, full = line.partition(":")
        found[fold(kunya.strip())] = fold(full.strip())
    return found


@cache
def fusing() -> frozenset[str]:
    """Return the particles that make one part with the next word (عبد، أبو، آل، دي، van)."""
    return forms(load("names")["fuse"])


@cache
def linking() -> frozenset[str]:
    """Return the particles between two parts (بن، بنت، bin)."""
    return forms(load("names")["link"])


@cache
def compounds() -> frozenset[str]:
    """Return the second halves of compounds (الدين, الله)."""
    return forms(load("names")["compound"])


@cache
def servants() -> frozenset[str]:
    """Return the words that follow عبد in a name."""
    return forms(load("names")["servants"])


@cache
def particles() -> frozenset[str]:
    """Return the words that end a name and a title alike: verbs, prepositions, pronouns."""
    return forms(load("names")["stop"])


@cache
def stops() -> frozenset[str]:
    """Return the words that end a name, nouns of kinship and the first words of wishes (حفظه الله) among them."""
    return particles() | forms(load("names")["definite_stop"]) | kinship() | {wish[0] for wish in blessings()}


@cache
def complements() -> frozenset[str]:
    """Return the words without article that may stand inside a title (المتحدث *باسم* ...)."""
    return forms(load("names")["complements"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(forms(load("names")["endings"])))


_FOREIGN_LETTERS = frozenset("پڤگچژ")
_ARABIC_ONLY = frozenset("حعصضظقذ")


@cache
def _foreign_sequences() -> tuple[str, ...]:
    return tuple(fold(word) for word in load("names")["sequences"].split())


def looks_foreign(norm: str, text: str = "") -> bool:
    """Tell by its letters that a word is no Arabic one: a foreign ending or a sequence that Arabic does not have.

    >>> looks_foreign("ديوراكوفيتش"), looks_foreign("السياره"), looks_foreign("مورينيو")
    (True, False, True)
    """
    if not _FOREIGN_LETTERS.isdisjoint(text):
        return True
    if len(norm) < 4 or norm.startswith("ال") or norm in stops() or not _ARABIC_ONLY.isdisjoint(norm):
        return False
    if norm.endswith(_endings()) and len(norm) >= 6:
        return True
    for sequence in _foreign_sequences():  # noqa: SIM110 - asked of every new word
        if sequence in norm:
            return True
    return False


def looks_unarabic(norm: str) -> bool:
    """Tell that a word has no letter of Arabic alone and no Arabic ending: it may be of another language.

    >>> looks_unarabic("سوروكين"), looks_unarabic("حسبلاوي"), looks_unarabic("مدينه")
    (True, False, False)
    """
    return _ARABIC_ONLY.isdisjoint(norm) and norm[-1] != "ه" and not norm.startswith(("ال", "ي", "ت"))
