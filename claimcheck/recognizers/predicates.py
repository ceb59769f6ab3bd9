"""Verbs as they stand in a text, read back to their dictionary forms.

Of the verbs that a word can be a form of the likeliest is taken: by tense and person, and by its place in the lexicon.
"""

from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import forms, lines, load, words
from claimcheck.recognizers.conjugation import Tense, Voice
from claimcheck.recognizers.paradigms import Match, Verb, dictionary_form, matches
from claimcheck.text.orthography import fold

_OBJECTS = ("ها", "هم", "هما", "هن", "ه", "نا", "ني", "كم", "ك")
_BY_LAST = {last: tuple([end for end in _OBJECTS if end[-1] == last]) for last in "اهمنيك"}


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


# Persons that news hardly uses and whose endings are those of nouns: the dual in ا (شخصا), feminine plurals, address.
_RARE = frozenset({*((t, p) for t in ("perfect", "jussive") for p in ("3md", "3fd")), ("imperfect", "1s")})
_RARE_PERSONS = frozenset({"2fs", "2fp", "2mp", "2md", "3fp"})


def _reading(match: Match, core: str) -> Reading:
    """Say of a folded word that is a form of a verb what it is."""
    verb, form, shared = match
    lemma = dictionary_form(verb)
    voice = None if shared else form.voice
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
    for ending in _BY_LAST.get(core[-1:], ()):
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
    found = matches(core)
    return _choose([(match.verb, _reading(match, core)) for match in found]) if found else None


def _choose(readings: list[tuple[Verb, Reading]]) -> Reading:
    """Take the likeliest reading of several, and note what its surroundings may change it to."""
    if len(readings) > 1:
        readings.sort(
            key=lambda item: (item[1].tense == "jussive", item[1].rare, item[1].person == "1p", item[0].order)
        )
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
