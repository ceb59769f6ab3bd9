"""Verbs as they stand in a text, read back to their dictionary forms.

The conjugator spells every form of a verb, but a thousand verbs have a hundred thousand forms, and a text needs a few
hundred of them. So verbs are kept under their skeleton (the letters that neither inflection nor spelling touches); a
word's possible skeletons give a few candidates, and those are conjugated, once, to see whether the word is theirs.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import forms, lines, load, words
from claimcheck.recognizers.conjugation import STRONG_HOLLOW, Form, Tense, Voice, conjugate
from claimcheck.text.orthography import fold

_WEAK = {ord(letter): None for letter in "اويء"}
_PREFIXES = "يتنا"  # one of them begins every imperfect
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
_RARE = frozenset({*((t, p) for t in ("perfect", "jussive") for p in ("3md", "3fd")), ("imperfect", "1s")})
_RARE_PERSONS = frozenset({"2fs", "2fp", "2mp", "2md", "3fp"})


class Paradigm(NamedTuple):
    """The folded forms of one verb (of those spelled alike the first), and the spellings that both voices share."""

    forms: dict[str, Form]
    shared: frozenset[str]


# Radicals that no rule of spelling tells apart: one paradigm, spelled with placeholders, serves all verbs of a shape.
_ALIKE = frozenset("بجحخرسشعغفقكلمه")
_ALIKE_BUT_FIRST = frozenset("دذزصضطظث")  # in form 8 the first radical and its ت grow alike (ازدهر، اصطدم)
_ALIKE_BUT_LAST = frozenset("تن")  # at the end they meet the endings ت and نا
# Roots whose spelling is like no other's: the conjugator knows them by name.
_ONLY_ONES = frozenset({"رءي", "وسع", "ءخذ", *(root for _, root in STRONG_HOLLOW)})
_PLACES = "\ue000\ue001\ue002\ue003"


@lru_cache(maxsize=8192)
def paradigm(verb: Verb, tense: Tense | None) -> Paradigm:
    """Conjugate a verb in one tense or all, once: its folded forms, and the spellings that both voices share."""
    shape, radicals = (verb.root, {}) if verb.root in _ONLY_ONES else _shape(verb.root, verb.form)
    keys, forms, shared = _template(shape, verb.form, verb.vowels, tense)
    for place, radical in radicals.items():
        keys, shared = keys.replace(place, radical), shared.replace(place, radical)
    return Paradigm(dict(zip(keys.split("\n"), forms, strict=True)), frozenset(shared.split("\n")))


def _shape(root: str, form: int) -> tuple[str, dict[str, str]]:
    """Return a root with placeholders for the radicals that are all alike to spelling, and what they stand for."""
    spelled = {letter for position, letter in enumerate(root) if not _is_alike(letter, position, len(root), form)}
    places: dict[str, str] = {}
    for letter in root:
        if letter not in spelled and letter not in places:
            places[letter] = _PLACES[len(places)]
    return "".join(places.get(letter, letter) for letter in root), {place: letter for letter, place in places.items()}


def _is_alike(letter: str, position: int, size: int, form: int) -> bool:
    if letter in _ALIKE:
        return True
    if form == 8 and position == 0:
        return False
    return letter in _ALIKE_BUT_FIRST or (letter in _ALIKE_BUT_LAST and position < size - 1)


@cache
def _template(shape: str, form: int, vowels: str, tense: Tense | None) -> tuple[str, tuple[Form, ...], str]:
    """Conjugate a shape: the folded spellings, a line each, the forms that they are, and the spellings of both voices.

    The last come first, so that of forms that a verb's radicals make alike the first is kept.
    """
    found: dict[str, Form] = {}
    shared = {}
    for item in conjugate(shape, form, vowels, tense):
        key = fold(item.surface)
        known = found.setdefault(key, item)
        if known.voice != item.voice and known.tense == item.tense:
            shared[key] = True
    keys = list(reversed(found))
    return "\n".join(keys), tuple(found[key] for key in keys), "\n".join(shared)


@lru_cache(maxsize=8192)
def _lemma(verb: Verb) -> str:
    return next(conjugate(verb.root, verb.form, verb.vowels)).surface


def _reading(verb: Verb, core: str) -> Reading | None:
    """Read a folded word as a form of one verb."""
    tense: Tense | None = "imperfect" if core[0] == "ي" and verb.root[0] != "ي" else None
    found, shared = paradigm(verb, tense if core[0] in _PREFIXES else "perfect")
    form = found.get(core)
    if form is None:
        return None
    lemma = _lemma(verb)
    voice = None if core in shared else form.voice
    if lemma == "كان":
        return Reading(lemma, form.tense, voice, form.person)
    rare = (form.tense, form.person) in _RARE or form.person in _RARE_PERSONS or core in noun_spellings()
    sure = not rare and core not in homographs() and not _verbal_noun(verb, form.tense, form.person)
    return Reading(lemma, form.tense, voice, form.person, sure, rare)


@cache
def noun_spellings() -> frozenset[str]:
    """Folded nouns that hardly ever stand for the verb that is spelled alike."""
    return forms(load("verbs")["nouns"]["words"])


@cache
def homographs() -> frozenset[str]:
    """Folded everyday nouns that are verbs too, where their place says so."""
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
            if found:  # سعره، تجربة، قيمتها: perfects with a pronoun, and what ends in a mere ه, look like nouns
                rare = found.rare or found.tense == "perfect" or (core[0] != "ي" and (ending == "ه" or base[-1] == "ت"))
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
    readings = [(verb, reading) for verb in candidates if (reading := _reading(verb, core)) is not None]
    if not readings:
        return None
    return _choose(readings)


def _choose(readings: list[tuple[Verb, Reading]]) -> Reading:
    """Take the likeliest reading of several, and note what its surroundings may change it to."""
    readings.sort(key=lambda item: (item[1].tense == "jussive", item[1].rare, item[1].person == "1p", item[0].order))
    first, chosen = readings[0]
    doubled = first.form == 1 and first.root[1] == first.root[2]  # يقلّ, but behind لم much oftener يقُل
    likely = (r.lemma for verb, r in readings[1:] if r.tense == "jussive" and doubled and verb.form in (1, 4))
    short = next(likely, None)
    noun = next((r for verb, r in readings if _verbal_noun(verb, r.tense, r.person)), None)
    if noun is not None:
        if first.form == 3 and chosen.lemma not in _present():
            chosen = noun
        chosen = chosen._replace(sure=False, masculine=noun.lemma if noun.lemma != chosen.lemma else None)
    return chosen._replace(short=short) if short else chosen


@cache
def _present() -> frozenset[str]:
    """Dictionary forms of the verbs of form 3 that are frequent in the present."""
    return frozenset(words(load("verbs")["present"]["lemmas"]))


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
