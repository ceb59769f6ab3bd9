"""Verbs and verbal nouns as they stand in a text, read back to their dictionary forms.

The conjugator spells every form of a verb, but a thousand verbs have a hundred thousand forms, and a text needs a few
hundred of them. So verbs are kept under their skeleton (the letters that neither inflection nor spelling touches); a
word's possible skeletons give a few candidates, and those are conjugated, once, to see whether the word is theirs.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import forms, lines, load, words
from claimcheck.recognizers.conjugation import STRONG_HOLLOW, Tense, Voice, conjugate
from claimcheck.text.orthography import fold

_WEAK = {ord(letter): None for letter in "اويء"}
_SUBJECT_ENDINGS = ("", "ت", "ن", "تم", "تن")
_OBJECTS = ("ها", "هم", "هما", "هن", "ه", "نا", "ني", "كم", "ك")


class Verb(NamedTuple):
    """A verb of the lexicon: its place there (frequent ones first), root, form and vowels."""

    order: int
    root: str
    form: int
    vowels: str


class Reading(NamedTuple):
    """A word read as a verb: dictionary form, tense, voice (``None``: the spelling is both) and person.

    ``sure`` is false for a spelling that is an everyday noun too; ``rare`` marks what is a verb only where a particle
    or conjunction says so (persons that news hardly uses, nouns that some verb spells alike); ``object`` tells a
    suffixed pronoun. ``short`` is the verb whose shortened form this is (behind لم: يعد is عاد there), ``masculine``
    the verb whose perfect it is where no feminine subject follows (تصدر العداء, but تصدر الشركة).
    """

    lemma: str
    tense: Tense
    voice: Voice | None
    person: str
    sure: bool = True
    rare: bool = False
    object: bool = False
    short: str | None = None
    masculine: str | None = None


def verbs() -> Iterator[Verb]:
    """Read the lexicon: roots in order of forms; under form 1 by vowels."""
    order = 0
    for section, table in load("verbs").items():
        if not section.startswith("form_"):
            continue
        form = int(section.split("_")[1])
        for key, block in table.items():
            for root in words(block):
                yield Verb(order, root, form, key if form == 1 else "au")
                order += 1


def skeleton(folded: str) -> str:
    """Return the letters of a folded word that no weak letter and no hamza seat can change.

    >>> skeleton("يقول"), skeleton("استقال")
    ('قل', 'ستقل')
    """
    return folded.translate(_WEAK)


_AFFIXES = {5: "ت{}", 6: "ت{}", 7: "ن{}", 10: "ست{}", 12: "ت{}"}


def _skeletons(verb: Verb) -> set[str]:
    """The skeletons of a verb's forms, endings off: one, or two where a doubled root contracts."""
    if verb.form == 8:
        first = skeleton(fold(next(conjugate(verb.root, 8)).surface))
    else:
        first = _AFFIXES.get(verb.form, "{}").format(skeleton(verb.root))
    found = {first}
    if verb.root[-1] == verb.root[-2]:
        found |= {first.removesuffix(verb.root[-1]), first.removesuffix(verb.root[-1]) + verb.root[-1]}
        found |= {first + verb.root[-1]} if verb.form in (8, 9) else set()
    if verb.form == 9:
        found.add(first + verb.root[-1])
    return found


@cache
def _index() -> dict[str, list[Verb]]:
    """Every verb under its skeletons."""
    found: dict[str, list[Verb]] = {}
    for verb in verbs():
        for key in _skeletons(verb):
            found.setdefault(key, []).append(verb)
    return found


# Persons that news hardly uses and whose endings are those of nouns: the dual in ا (شخصا), feminine plurals, address.
_RARE = frozenset({("perfect", "3md"), ("perfect", "3fd"), ("perfect", "3fp"), ("imperfect", "1s")})
_RARE_PERSONS = frozenset({"2fs", "2fp", "2mp", "2md", "3fp"})


@lru_cache(maxsize=4096)
def _forms(verb: Verb) -> dict[str, Reading]:
    """The folded forms of one verb; the reading that comes first keeps a spelling, but its voice may stay open."""
    found: dict[str, Reading] = {}
    lemma = ""
    nouns, doubtful = noun_spellings(), _homographs()
    for surface, tense, voice, person in conjugate(verb.root, verb.form, verb.vowels):
        lemma = lemma or surface
        key = fold(surface)
        known = found.get(key)
        if known is None:
            rare = (tense, person) in _RARE or person in _RARE_PERSONS or key in nouns
            sure = not rare and key not in doubtful and not _verbal_noun(verb, tense, person)
            found[key] = Reading(lemma, tense, voice, person, sure or lemma == "كان", rare and lemma != "كان")
        elif known.voice and known.voice != voice and known.tense == tense:
            found[key] = known._replace(voice=None)
    return found


@cache
def noun_spellings() -> frozenset[str]:
    """Folded nouns that hardly ever stand for the verb that is spelled alike."""
    return forms(load("verbs")["nouns"]["words"])


@cache
def _homographs() -> frozenset[str]:
    return forms(load("verbs")["homographs"]["words"])


def _verbal_noun(verb: Verb, tense: Tense, person: str) -> bool:
    """Tell whether a form is spelled like the verbal noun: تعاون، تقدم."""
    return verb.form in (5, 6, 12) and tense == "perfect" and person == "3ms"


def read_verb(core: str) -> Reading | None:
    """Read a folded word without proclitics as a verb; of several verbs, the one that stands first in the lexicon.

    >>> read_verb("سيقول") is None, read_verb("يقول").lemma, read_verb("استقبلته").object
    (True, 'قال', True)
    """
    plain = _read(core)
    if plain is not None:
        return plain
    for ending in _OBJECTS:
        if core.endswith(ending) and len(core) - len(ending) >= 2 + (core[0] == "ي"):
            base = core[: -len(ending)]
            found = _read(base) or (_read(base[:-1] + "ي") if base.endswith("ا") else None) or _read(base + "ا")
            if found:  # سعره، فترة، نسمة: only forms in ي look like nothing else with a pronoun
                rare = found.rare or core[0] != "ي" or found.tense == "perfect"
                return found._replace(voice="active", sure=found.sure and not rare, rare=rare, object=True)
    return None


def _read(core: str) -> Reading | None:
    """Read a folded word as a verb without a suffixed pronoun."""
    irregular = _irregular().get(core)
    if irregular is not None:
        return irregular
    if len(core) < 2 or core.startswith("وو"):
        return None
    bare = skeleton(core)
    heads = (bare, bare[1:]) if bare[:1] in ("ت", "ن") and bare else (bare,)
    candidates = {
        verb
        for head in heads
        for ending in _SUBJECT_ENDINGS
        if head.endswith(ending)
        for verb in _index().get(head.removesuffix(ending), ())
    }
    readings = [(verb, reading) for verb in candidates if (reading := _forms(verb).get(core)) is not None]
    if not readings:
        return None
    return _choose(readings)


def _choose(readings: list[tuple[Verb, Reading]]) -> Reading:
    """Take the likeliest reading of several, and note what its surroundings may change it to."""
    readings.sort(key=lambda item: (item[1].tense == "jussive", item[1].rare, item[0].order))
    chosen = readings[0][1]
    doubled = (
        readings[0][0].form == 1 and readings[0][0].root[1] == readings[0][0].root[2]
    )  # يقلّ, but behind لم much oftener يقُل
    likely = (r.lemma for verb, r in readings[1:] if r.tense == "jussive" and doubled and verb.form == 1)
    short = next(likely, None)
    noun = next((r for verb, r in readings if _verbal_noun(verb, r.tense, r.person)), None)
    if noun is not None:
        chosen = chosen._replace(sure=False, masculine=noun.lemma if noun.lemma != chosen.lemma else None)
    return chosen._replace(short=short) if short else chosen


@cache
def _irregular() -> dict[str, Reading]:
    """Verbs whose forms the lexicon lists: perfects before the bar, imperfects behind it."""
    found = {}
    for line in lines(load("verbs")["irregular"]["forms"]):
        lemma, _, spelled = line.partition(":")
        perfect, _, imperfect = spelled.partition("|")
        for form in perfect.split():
            found[fold(form)] = Reading(lemma, "perfect", None, "3ms")
        for form in imperfect.split():
            found[fold(form)] = Reading(lemma, "imperfect", None, "3ms", short="عاد" if lemma == "عد" else None)
    return found


@cache
def _masdars() -> dict[str, str]:
    """Folded verbal nouns and the dictionary forms of their verbs: those of form 1 listed, the others generated."""
    found: dict[str, str] = {}
    for line in lines(load("masdars")["masdars"]):
        lemma, _, nouns = line.partition(":")
        for noun in nouns.split():
            found.setdefault(fold(noun), lemma)
    doubtful = _homographs()
    for verb in verbs():
        lemma = next(conjugate(verb.root, verb.form, verb.vowels)).surface
        if verb.form not in (1, 9):
            found.setdefault(masdar(verb.root, verb.form, fold(lemma)), lemma)
        elif fold(verb.root) in doubtful:  # رصد، دعم: what is spelled like the perfect is mostly the verbal noun
            found.setdefault(fold(verb.root), lemma)
    return found


def masdar(root: str, form: int, folded: str) -> str:
    """Return the folded verbal noun of a verb of form 2 to 8, 10, 11 or 12; ``folded`` is its folded dictionary form.

    >>> masdar("وقع", 2, "وقع"), masdar("قول", 4, "اقال"), masdar("جمع", 8, "اجتمع"), masdar("قول", 10, "استقال")
    ('توقيع', 'اقاله', 'اجتماع', 'استقاله')
    """
    first, middle, last = root[0].replace("ء", "ا"), root[1].replace("ء", "ي"), root[-1]
    weak, hollow = root[-1] in "وي", root[1] in "وي" and root[-1] not in "وي" and (form, root) not in STRONG_HOLLOW
    if form == 2:
        found = f"ت{first}{middle}يه" if weak or root[-1] == "ء" else f"ت{first}{middle}ي{last}"
    elif form == 3:
        first, middle = root[0].replace("ء", "و"), root[1]
        found = f"م{first}ا{middle}اه" if weak else f"م{first}ا{middle}{last}ه"
    elif form in (5, 6, 12):
        found = folded[:-1] + "ي" if weak else folded
    elif form == 4 and hollow:
        found = f"ا{first}ا{last}ه"
    elif form == 4:
        found = f"ا{'ي' if root[0] in 'ويء' else first}{middle}ا{'ء' if weak else last}"
    else:
        found = folded + "ه" if form == 11 else _long_masdar(root, form, folded, weak, hollow)
    return found


def _long_masdar(root: str, form: int, folded: str, weak: bool, hollow: bool) -> str:
    """Verbal nouns of forms 7, 8 and 10: انفجار، اجتماع، اختيار، احتلال، اشتراء، استقبال، استقالة، استيراد."""
    if form in (8, 10) and root[0] in "وء":  # استيراد، استئناف، ائتلاف
        folded = folded.replace("و", "ي", 1) if root[0] == "و" else re.sub("(?<=است)ا", "ي", folded)
    if weak:
        return folded[:-1] + "اء"
    if hollow:
        return folded + "ه" if form == 10 else f"{folded[:-2]}يا{folded[-1]}"
    if root[1] == root[2]:
        folded += folded[-1]
    return f"{folded[:-1]}ا{root[-1]}"


def read_masdar(core: str) -> str | None:
    """Return the dictionary form of the verb whose verbal noun a folded word without proclitics is.

    >>> read_masdar("توقيع"), read_masdar("اجتماعهم"), read_masdar("مقتل"), read_masdar("كتاب")
    ('وقع', 'اجتمع', 'قتل', None)
    """
    table = _masdars()
    found = table.get(core)
    if found is None:
        for ending in ("ها", "هم", "هما", "ه", "ا"):
            if core.endswith(ending):
                base = core[: -len(ending)]
                found = table.get(base) or (table.get(base[:-1] + "ه") if base.endswith("ت") else None)
                if found:
                    break
    return found
