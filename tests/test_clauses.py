"""Clauses: predicate, polarity, direction, mood and roles; laws, a spec, and one article clause by clause."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction import extract
from claimcheck.lexicon import lines, load, words
from claimcheck.recognizers.conjugation import conjugate, lemma
from claimcheck.recognizers.directions import are_opposite, direction_of
from claimcheck.recognizers.paradigms import verbs
from claimcheck.recognizers.predicates import read_verb
from claimcheck.text.orthography import fold

CASES = [json.loads(line) for line in (Path(__file__).parent / "specs/clauses.jsonl").read_text("utf-8").splitlines()]


@cache
def lemmas():
    """Every dictionary form that the verbs of the lexicon have."""
    irregular = {line.split(":")[0] for line in lines(load("verbs")["irregular"]["forms"])}
    return {lemma(v.root, v.form, v.vowels) for v in verbs()} | irregular


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["Input"][:40])
def test_spec(case):
    """Each clause of the spec is found, whole, with its predicate, polarity, direction, mood and figure roles."""
    extraction = extract(case["Input"])
    found = [
        {
            "Text": claim.text,
            "Predicate": claim.predicate,
            "Polarity": claim.polarity,
            "Direction": claim.direction,
            "Mood": claim.mood,
            "Roles": [role for role in claim.quantity_roles if role],
        }
        for claim in extraction.claims
    ]
    defaults = {"Polarity": "affirmed", "Direction": None, "Mood": "assertion", "Roles": []}
    assert found == [{**defaults, **expected} for expected in case["Results"]]


def test_spec_is_large_enough():
    """The spec holds at least 250 clauses, negated and affirmed, and texts without any claim."""
    results = [result for case in CASES for result in case["Results"]]
    assert len(results) >= 250
    assert sum(result.get("Polarity") == "negated" for result in results) >= 30
    assert any(not case["Results"] for case in CASES)


TRANSITIVE = ["نشر", "رفع", "منح", "نقل", "فتح", "طرح", "وزع", "نفذ", "دشن", "استقبل", "احتل", "زار"]


def forms_of(dictionary_form):
    """Return the third person masculine singular of the perfect and of the imperfect."""
    verb = next(v for v in verbs() if lemma(v.root, v.form, v.vowels) == dictionary_form)
    found = {(f.tense, f.voice): f.surface for f in reversed(list(conjugate(*verb[1:]))) if f.person == "3ms"}
    return found["perfect", "active"], found["imperfect", "active"]


@given(st.sampled_from(TRANSITIVE), st.sampled_from(["لم", "لن", "لا"]))
def test_a_particle_negates_its_verb(dictionary_form, particle):
    """A negating particle before the verb turns the polarity of the clause, and nothing else of its predicate."""
    perfect, imperfect = forms_of(dictionary_form)
    plain = extract(f"{perfect} المدير البرنامج الجديد.").claims
    negated = extract(f"{particle} {imperfect} المدير البرنامج الجديد.").claims
    assert plain[0].predicate == negated[0].predicate == dictionary_form
    assert (plain[0].polarity, negated[0].polarity) == ("affirmed", "negated")


@given(st.sampled_from(["أمس", "في ظروف صعبة", "رغم الاعتراضات", "للمرة الثانية"]))
def test_an_adverbial_changes_no_party(adverbial):
    """An adverbial behind the clause changes neither who did what to whom nor the predicate."""
    plain = extract("استقبل الوزير سمير الحداد الرئيس خالد المنصوري.").claims[0]
    longer = extract(f"استقبل الوزير سمير الحداد الرئيس خالد المنصوري {adverbial}.").claims[0]
    assert (plain.predicate, plain.polarity) == (longer.predicate, longer.polarity)
    assert [(n.canonical, n.role) for n in plain.names] == [(n.canonical, n.role) for n in longer.names][:2]


@given(st.permutations(["سمير الحداد", "خالد المنصوري", "كريم الزهراني"]))
def test_swapping_two_parties_swaps_their_parts(people):
    """Who stands behind the verb is the actor, who stands behind على the patient, whoever they are."""
    first, second, _ = people
    claim = extract(f"تغلب اللاعب {first} على اللاعب {second} في النهائي.").claims[0]
    assert claim.names[claim.actor].canonical == first
    assert claim.names[claim.patient].canonical == second


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("توفي الوزير سمير الحداد في الرباط.", [("سمير الحداد", "subject"), ("الرباط", "place")]),
        ("مقتل النائب خالد المنصوري في بغداد.", [("خالد المنصوري", "dead"), ("بغداد", "place")]),
        (
            "سافر الوزير سمير الحداد من تونس إلى باريس.",
            [("سمير الحداد", "subject"), ("تونس", "origin"), ("باريس", "destination")],
        ),
        (
            "اجتمع الوزير سمير الحداد مع الرئيس خالد المنصوري.",
            [("سمير الحداد", "subject"), ("خالد المنصوري", "partner")],
        ),
        ("وقعت الاتفاقية في تونس وباريس.", [("تونس", "place"), ("باريس", "place")]),
    ],
)
def test_roles_of_names(text, roles):
    """A name's role comes from the preposition, noun or verb that governs it."""
    assert [(name.canonical, name.role) for name in extract(text).claims[0].names] == roles


@pytest.mark.parametrize("table", ["directions", "antonyms", "predicates", "roles", "masdars"])
def test_lexicons_know_their_verbs(table):
    """Every dictionary form that a table of the lexicon names is the dictionary form of some verb."""
    data = load(table)
    if table == "directions":
        named = {word for block in data.values() for word in words(block)}
    elif table == "antonyms":
        named = set(words(data["verbs"]))
    elif table == "masdars":
        named = {line.split(":")[0] for line in lines(data["masdars"])}
    elif table == "roles":
        named = {word for section in data.values() for word in words(section.get("verbs", ""))}
    else:
        blocks = [*data["auxiliaries"].values(), data["moods"]["request_cues"], data["moods"]["future_cues"]]
        named = {word for block in blocks for word in words(block)}
    assert named - lemmas() == set()


def test_directions_have_opposites():
    """Opposition is symmetric, holds of no direction and itself, and only between labels that the lexicon has."""
    labels = set(load("directions"))
    pairs = [line.split() for line in lines(load("antonyms")["directions"])]
    for first, second in pairs:
        assert {first, second} <= labels
        assert are_opposite(first, second)
        assert are_opposite(second, first)
        assert not are_opposite(first, first)
    assert all(direction_of(word) in labels for block in load("directions").values() for word in words(block))


def test_every_verb_is_read_by_its_dictionary_form():
    """The dictionary form of a verb is read as a verb, unless a function word or another verb is spelled alike."""
    unread = [form for form in sorted(lemmas()) if read_verb(fold(form)) is None]
    assert unread == []


ARTICLE = (Path(__file__).parent / "specs/clauses-article.txt").read_text("utf-8")
# Text, predicate, polarity, mood, names, figures with their roles, times, and whose words it is.
EXPECTED = json.loads((Path(__file__).parent / "specs/clauses-article.json").read_text("utf-8"))


def test_every_claim_of_an_article():
    """A whole article, clause by clause: predicate, polarity, names, figures, times and attribution."""
    extraction = extract(ARTICLE, published=date(2022, 6, 10))
    found = [
        {
            "text": claim.text,
            "predicate": claim.predicate,
            "polarity": claim.polarity,
            "mood": claim.mood,
            "direction": claim.direction,
            "names": [[name.canonical, name.role] for name in claim.names],
            "figures": [
                [extraction.quantities[index].text, role]
                for index, role in zip(claim.quantities, claim.quantity_roles, strict=True)
            ],
            "times": [extraction.times[index].value for index in claim.times],
            "said_by": None
            if claim.attribution is None
            else list(extraction.attributions[claim.attribution].source.names),
        }
        for claim in extraction.claims
    ]
    assert found == EXPECTED


@pytest.mark.parametrize("word", ["كسوف", "كلم", "كهل"])
def test_no_particle_stands_behind_a_preposition(word):
    """كسوف holds no سوف, كلم no لم, كهل no هل."""
    claims = extract(f"دام {word} الشمس ساعة.").claims
    assert {(claim.mood, claim.polarity) for claim in claims} == {("assertion", "affirmed")}


@pytest.mark.parametrize(
    ("text", "second", "polarity"),
    [
        ("بلغت الأسعار مستوى لم تصل إليه منذ عام.", "لم تصل إليه منذ عام", "negated"),
        ("أعلن الوزير قراراً لن ينفذ غداً.", "لن ينفذ غداً", "negated"),
        ("شارك في اللقاء عدد لا يتجاوز 20 شخصاً.", "لا يتجاوز 20 شخصاً", "affirmed"),
    ],
)
def test_a_negation_stands_in_the_clause_of_its_verb(text, second, polarity):
    """Where no conjunction parts two clauses, the second begins at what negates its verb."""
    claim = extract(text).claims[1]
    assert (claim.text, claim.polarity) == (second, polarity)
