"""Reporting cues: which words of a text may say that somebody said something, in every inflection.

The table ``lexicon/cues.toml`` has one line a verb. This module inflects it and looks a text's tokens up; whether a hit
is a report is for ``reports`` to decide, by what stands around it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import define, field, frozen

from claimcheck.lexicon import Lookup, forms, lines, load
from claimcheck.model.mentions import CuePolarity
from claimcheck.text.orthography import fold

Shape = Literal["past", "present", "participle", "masdar"]
Gender = Literal["m", "f"]
_FAMILIES: tuple[tuple[str, CuePolarity], ...] = (
    ("saying", "assert"),
    ("requests", "assert"),
    ("evaluation", "assert"),
    ("findings", "assert"),
    ("doubt", "assert"),
    ("denial", "deny"),
)
_POSSESSIVES: tuple[tuple[str, Gender, int], ...] = (
    ("ه", "m", 1),
    ("ها", "f", 1),
    ("هم", "m", 3),
    ("هما", "m", 2),
    ("هن", "f", 3),
)


@frozen
class Verb:
    """One line of the table: ``lemma`` as written there, what it takes for its content, and its polarity.

    ``prepositions`` are those, folded, behind which the content may stand as a noun phrase.
    """

    lemma: str
    frames: frozenset[str]
    family: str
    polarity: CuePolarity = "assert"
    prepositions: frozenset[str] = field(init=False)

    @prepositions.default
    def _prepositions(self) -> frozenset[str]:
        return self.frames & _PREPOSITIONS


@define
class CueForm:
    """One inflected form: ``gender`` is ``m`` or ``f``, ``number`` 1, 2 or 3 (many) of its subject, 0 where unknown.

    ``object`` is true where a pronoun hangs on it (ذكرته): with ``ما`` before it, it names a source.
    """

    verb: Verb
    shape: Shape
    gender: Gender = "m"
    number: int = 1
    object: bool = False
    homograph: bool = False


_PREPOSITIONS = frozenset(map(fold, ("إلى", "على", "عن", "ب", "من", "ل", "في")))


def past_forms(base: str) -> Iterator[tuple[str, Gender, int]]:
    """Yield the third persons of the past of a folded verb: (form, gender, number)."""
    weak = base[-1] in "اي"
    stem = base[:-1] if weak else base
    yield base, "m", 1
    yield stem + "ت", "f", 1
    yield stem + "وا", "m", 3
    yield stem + ("يا" if base[-1] == "ي" else "وا" if weak else "ا"), "m", 2
    yield stem + "تا", "f", 2
    yield (base if not weak else stem + "ي") + "ن", "f", 3


def present_forms(base: str) -> Iterator[tuple[str, Gender, int]]:
    """Yield the third persons of the present of a folded verb, indicative and subjunctive."""
    rest = base[1:]
    stem = rest[:-1] if rest[-1] in "اوي" else rest
    yield "ي" + rest, "m", 1
    yield "ت" + rest, "f", 1
    for plural in ("ون", "وا"):
        yield "ي" + stem + plural, "m", 3
    dual = rest if rest[-1] != "ا" else rest[:-1] + "ي"
    yield "ي" + dual + "ان", "m", 2
    yield "ت" + dual + "ان", "f", 2


def participle_forms(base: str) -> Iterator[tuple[str, Gender, int]]:
    """Yield the accusatives of a folded active participle, as they carry a report on (مضيفاً، مضيفة، مضيفين)."""
    yield base + "ا", "m", 1
    yield base + "ه", "f", 1
    stem = base.removesuffix("ي") if len(base) > 3 else base
    yield stem + "ين", "m", 3


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """Return every folded form of the table with what it may be.

    >>> [(form.verb.lemma, form.gender) for form in cue_forms()[fold("أضافت")]]
    [('أضاف', 'f')]
    """
    table = load("cues")
    homographs, nominal = forms(table["forms"]["homographs"]), forms(table["forms"]["nominal"])
    found: dict[str, list[CueForm]] = {}
    for family, polarity in _FAMILIES:
        for line in lines(table["verbs"][family]):
            for surface, form in _inflect(line, family, polarity):
                if form.number == 2 and surface.removesuffix("ا") in nominal:
                    continue  # ردا، ذكرا: the noun's accusative
                if form.shape in {"past", "present"}:
                    dual = form.shape == "past" and form.number == 2 and form.gender == "m"
                    form.homograph = dual or surface in homographs
                found.setdefault(surface, []).append(form)
    by_lemma = {form.verb.lemma: form.verb for entries in found.values() for form in entries}
    for line in lines(table["forms"]["nouns"]):
        surface, lemma = line.split()
        found.setdefault(fold(surface), []).append(CueForm(by_lemma[lemma], "masdar", number=0))
    return {surface: tuple(entries) for surface, entries in found.items()}


def _inflect(line: str, family: str, polarity: CuePolarity) -> Iterator[tuple[str, CueForm]]:
    """Yield all forms of one line of the table."""
    lemma, _, rest = line.partition(":")
    present, participle, masdar = map(fold, rest.partition("|")[0].split())
    verb = Verb(lemma.strip(), frozenset(map(fold, rest.partition("|")[2].split())), family, polarity)
    past = fold(lemma.strip())
    if "carries" not in verb.frames:
        yield from _finite(verb, past, present)
    if participle != "-":
        for surface, gender, number in participle_forms(participle):
            yield surface, CueForm(verb, "participle", gender, number)
    if masdar != "-":
        stem = masdar[:-1] + "ت" if masdar.endswith("ه") else masdar
        for pronoun, gender, number in _POSSESSIVES:
            yield stem + pronoun, CueForm(verb, "masdar", gender, number)


def _finite(verb: Verb, past: str, present: str) -> Iterator[tuple[str, CueForm]]:
    """Yield the finite forms of a verb, with a pronoun too (ذكرته، تعتبرها)."""
    for surface, gender, number in past_forms(past):
        yield surface, CueForm(verb, "past", gender, number)
    masculine = past[:-1] + "ا" if past[-1] == "ي" else past
    stems: tuple[tuple[str, Gender], ...] = ((masculine, "m"), (past.rstrip("اي") + "ت", "f"))
    if present != "-":
        for surface, gender, number in present_forms(present):
            yield surface, CueForm(verb, "present", gender, number)
        if "judges" in verb.frames:
            stems += (("ي" + present[1:], "m"), ("ت" + present[1:], "f"))
    for stem, gender in stems:
        for pronoun in ("ه", "ها", "هم"):
            yield stem + pronoun, CueForm(verb, "past", gender, 1, object=True)


CUE_PROCLITICS = frozenset({"", "و", "ف", "س", "وس", "فس", "ل", "ول", "ب", "وب"})


@cache
def cue_lookup() -> Lookup[tuple[CueForm, ...]]:
    """Return the look-up of cue forms; conjunctions, the future س and ل may stand before them."""
    return Lookup(cue_forms(), CUE_PROCLITICS)


@cache
def idioms() -> dict[str, frozenset[str]]:
    """Return, by dictionary form, the folded words behind which a verb says something else (لفت النظر)."""
    pairs = (line.partition(":") for line in lines(load("cues")["forms"]["idioms"]))
    return {lemma.strip(): forms(rest) for lemma, _, rest in pairs}
