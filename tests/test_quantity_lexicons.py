"""The lexicons of quantities: every form is read as what its line says, and no line contradicts another."""

import pytest

from claimcheck import lexicon
from claimcheck.errors import ClaimcheckError
from claimcheck.recognizers.nouns import noun_of, people_nouns, stop_words, things
from claimcheck.recognizers.quantities import parse_quantity
from claimcheck.recognizers.units import base_units, unit_forms, units
from claimcheck.text.tokens import Tokens

NAMES = lexicon.forms(lexicon.load("nouns")["no_duals"])  # طالبان, spelled like a dual
FORMS = [
    (words, dual, unit)
    for entries in unit_forms().values()
    for words, dual, unit in entries
    if not NAMES.intersection(words)
]


def test_every_form_of_a_unit_is_read_as_that_unit() -> None:
    """A number before any form of a unit, and a dual by itself, measures in that unit."""
    wrong = []
    for words, dual, unit in FORMS:
        text = " ".join(words) if dual else f"5 {' '.join(words)}"
        try:
            found = parse_quantity(text)
        except ClaimcheckError as error:
            wrong.append((text, unit.name, str(error)))
            continue
        if (found.unit, found.value) != (unit.name, 2 if dual else 5):
            wrong.append((text, unit.name, found.unit))
    assert not wrong


def test_every_noun_for_people_counts_people() -> None:
    """A number before any form of a noun for people counts persons of its lemma."""
    wrong = []
    for form, noun in people_nouns().items():
        if form in stop_words() or form in NAMES:  # مضيفا is a host, but in news "adding"
            continue
        value = 5 if noun.few else 15
        found = parse_quantity(form if noun.dual else f"{value} {form}")
        if (found.unit, found.noun) != ("person", noun.lemma):
            wrong.append((form, found.unit, found.noun))
    assert not wrong


def test_people_and_things_are_apart() -> None:
    """No form is a person and a thing at once, save those that the number tells apart or that people own."""
    shared = {form for form in people_nouns() if form in things()}
    assert {form for form in shared if not people_nouns()[form].few} <= {
        "معارض",
        "قرصان",
        "معلم",
        "معلما",
        "معلمان",
        "معلمين",
    }


def test_bases_and_factors() -> None:
    """The base of every dimension is a unit of factor one, and no factor is negative; the calendar's are nought."""
    for dimension, base in base_units().items():
        assert units()[base].dimension == dimension
        assert (units()[base].factor, units()[base].offset) == (1, 0)
    assert {unit.dimension for unit in units().values() if not unit.factor} == {"duration"}
    assert all(unit.factor >= 0 for unit in units().values())


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("سيارات", "سياره"), ("قتلى", "قتيل"), ("منازل", "منزل"), ("مناوشات", "مناوشه"), ("كتابا", "كتاب")],
)
def test_lemmas_are_singulars(word: str, lemma: str) -> None:
    """The lemma of a counted noun is its folded singular; of an unknown word it is guessed."""
    assert noun_of(Tokens.of(word).words[0]).lemma == lemma
