"""Laws of the recogniser of names, and the table of sentences."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicon import lines, load
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names import person_key, recognize_names
from claimcheck.recognizers.names_lexicon import given_names, looks_foreign, stops
from claimcheck.recognizers.names_parts import split_name
from claimcheck.recognizers.names_titles import inflected_titles, is_definite, title_forms, title_of, titles
from claimcheck.strategies.names import names
from claimcheck.strategies.respelling import respellings
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "specs/names_text.jsonl").read_text("utf-8").splitlines()
]
SENTENCES = [case["Input"] for case in CASES]
TITLES = ("العقيد", "الدكتور", "المهندس", "الشيخ", "السيد", "اللواء")


def found(text: str) -> list[Name]:
    return recognize_names(Tokens.of(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["Input"][:50])
def test_sentence(case: dict) -> None:
    """Each sentence of the table has exactly its names, in order, with kind, canonical form and title."""
    fields = ("kind", "text", "canonical", "title")
    assert [{key: getattr(name, key) for key in fields} for name in found(case["Input"])] == case["Results"]


def test_the_table_has_sentences_without_names() -> None:
    """Twenty sentences have no name at all: everyday words that are given names or places too."""
    assert sum(not case["Results"] for case in CASES) >= 20


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join)))
@settings(max_examples=150)
def test_spans_are_exact_ordered_and_disjoint(text: str) -> None:
    """The text of a name is what its span says; names are ordered and do not overlap."""
    end = 0
    for name in found(text):
        assert name.span is not None
        assert name.span.of(text) == name.text
        assert end <= name.span.start < name.span.end
        assert name.key
        end = name.span.end


@given(st.sampled_from(SENTENCES).flatmap(lambda text: st.tuples(st.just(text), respellings(text))))
@settings(max_examples=150)
def test_respelling_keeps_the_names(case: tuple[str, str]) -> None:
    """Harakat, tatweel, hamza, digits and bidi marks change neither kinds nor keys."""
    text, respelled = case
    assert [(n.kind, n.key) for n in found(text)] == [(n.kind, n.key) for n in found(respelled)]


def recognisable(name: str) -> bool:
    """A name that begins with a known one and has no part that is a verb as well (طالب)."""
    return split_name(name).parts[0].given and stops().isdisjoint(fold(name).split())


@given(st.sampled_from(TITLES), names().filter(recognisable))
def test_a_name_behind_a_title_is_found(title: str, name: str) -> None:
    """Whatever name stands behind a rank is found whole, with the title apart."""
    persons = [n for n in found(f"قال {title} {name} إن الطريق مفتوح.") if n.kind == "person"]
    assert [(n.text, n.canonical, n.title) for n in persons] == [(name, name, title)]


@given(
    st.sampled_from(TITLES), st.sampled_from(["ماجد", "فهد", "سليمان"]), st.sampled_from(["العوفي", "السلمي", "الصقري"])
)
def test_a_family_name_alone_is_the_whole_person(title: str, first: str, family: str) -> None:
    """A family name that comes again is the person, whatever proclitics it has; the canonical form is the fullest."""
    text = f"قال {title} {first} بن علي {family} إن العمل مستمر. وأضاف {family} ذلك، وأشاد به و{family} حاضر."
    persons = [n for n in found(text) if n.kind == "person"]
    full = f"{first} بن علي {family}"
    assert [n.text for n in persons] == [full, family, family]
    assert {n.canonical for n in persons} == {full}
    assert {n.key for n in persons} == {person_key(full)}


def test_the_fullest_form_may_come_later() -> None:
    """A short form before the full one resolves to it."""
    text = "التقى بوتين وفداً في سوتشي، وقال الرئيس الروسي فلاديمير بوتين إن الحوار بناء."
    assert [n.canonical for n in found(text) if n.kind == "person"] == ["فلاديمير بوتين", "فلاديمير بوتين"]


def test_fathers_are_nobodys_family_name() -> None:
    """A first name alone does not resolve to the son who bears it behind بن."""
    persons = [n for n in found("زار الأمير محمد بن سلمان جدة، ثم وصل الملك سلمان إليها.") if n.kind == "person"]
    assert [n.canonical for n in persons] == ["محمد بن سلمان", "سلمان"]


@pytest.mark.parametrize(
    "unit",
    ["محمد ", "الرئيس ", "بن ", "وزير ", "مدينة ", "عبد ", "أبو ", "شركة «", "الرئيس الروسي، ", "وزارة الداخلية "],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes at most some twenty times as long, whatever word repeats."""

    def cost(repeats: int) -> float:
        tokens = Tokens.of(unit * repeats)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            recognize_names(tokens)
            best = min(best, time.process_time() - start)
        return best

    cost(500)
    assert cost(8000) < 20 * cost(1000) + 0.05


def test_titles_inflect() -> None:
    """Masculine and feminine, singular, dual and plural forms lead to one title."""
    for word, number, gender in (
        ("المديرة", "singular", "feminine"),
        ("للمدير", "singular", "masculine"),
        ("مديرتان", "dual", "feminine"),
        ("المدراء", "plural", "masculine"),
        ("والمتحدثون", "plural", "masculine"),
        ("متحدثات", "plural", "feminine"),
    ):
        title = title_of(Tokens.of(word).words[0])
        assert title is not None
        assert (title.number, title.gender) == (number, gender)


def test_titles_that_need_the_article() -> None:
    """أمام is "before", الإمام a title; عالم is "world", العالم may be one."""
    lookup = titles()
    for bare, definite in (("أمام", "الإمام"), ("فريق", "الفريق"), ("حكم", "الحكم")):
        assert lookup[Tokens.of(bare).words[0]] is None
        hit = lookup[Tokens.of(definite).words[0]]
        assert hit is not None
        assert is_definite(hit[0])


def test_homographs_are_no_titles_in_a_text() -> None:
    """A form that mostly means something else is known before a name, and is no title of a text."""
    form = fold("محافظة")
    assert form in inflected_titles()
    assert form not in title_forms()


@pytest.mark.parametrize("section", ["given", "foreign", "surnames"])
def test_each_spelling_is_one_name(section: str) -> None:
    """No Arabic spelling stands on two lines of a section."""
    spellings = Counter(
        spelling
        for line in lines(load("names")[section])
        for spelling in {fold(word) for word in line.lstrip("? ").partition("=")[0].split()}
    )
    assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_given_names_are_several_hundred() -> None:
    """The lexicon has hundreds of Arabic and of foreign given names, each with its usual spelling as lexeme."""
    kinds = Counter(entry.foreign for entry in given_names().values())
    assert kinds[False] > 400
    assert kinds[True] > 300


def test_everyday_words_do_not_look_foreign() -> None:
    """No word of the stop lists has the shape of a foreign name."""
    assert [word for word in stops() if looks_foreign(word)] == []


def test_a_title_alone_is_no_name() -> None:
    """Offices by themselves name nobody; a country in them is still found."""
    assert [n.kind for n in found("قال الرئيس الروسي إن الوزير غادر.")] == ["nationality"]
