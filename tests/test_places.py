"""Laws of the gazetteer and of the comparison of places, and their tables."""

import json
import runpy
from importlib.metadata import version
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparison.places import compare_places, country_of, relation
from claimcheck.gazetteer import (
    around,
    country_names,
    name_key,
    nationalities,
    nationality,
    organisation,
    organisations,
    place,
    place_by_id,
    places,
)
from claimcheck.lexicon import lines, load
from claimcheck.model.mentions import Name
from claimcheck.text.orthography import fold

ROOT = Path(__file__).parent.parent
CASES = [json.loads(line) for line in (ROOT / "tests/specs/places.jsonl").read_text("utf-8").splitlines()]
MIRROR = {"within": "contains", "contains": "within"}
NAMES = sorted(places())


def test_the_table_is_large_enough() -> None:
    """At least 150 different cases, every relation among them."""
    assert len({tuple(case["Input"]) for case in CASES}) == len(CASES) >= 150
    told = {case["Results"].get("relation") for case in CASES}
    assert told == {"same", "within", "contains", "different", "unknown", None}


@pytest.mark.parametrize("case", CASES, ids=lambda case: " | ".join(case["Input"]))
def test_case(case: dict) -> None:
    """Each pair has its relation (mirrored the other way round), each phrase its country."""
    if "country" in case["Results"]:
        assert country_of(case["Input"][0]) == case["Results"]["country"]
        return
    a, b = case["Input"]
    wanted = case["Results"]["relation"]
    assert relation(a, b) == wanted
    assert relation(b, a) == MIRROR.get(wanted, wanted)


def _with_another(name: str) -> st.SearchStrategy[tuple[str, str]]:
    """Draw a second name for the first: of what lies around it, if anything does, or any."""
    outer = [entry.name for entry in map(place_by_id, around(places()[name])) if entry is not None]
    others = st.sampled_from(NAMES)
    return st.tuples(st.just(name), st.sampled_from(outer) | others if outer else others)


@given(st.sampled_from(NAMES).flatmap(_with_another))
def test_relation_mirrors(pair: tuple[str, str]) -> None:
    """Within one way round is contains the other; all else is symmetric."""
    a, b = pair
    told = relation(a, b)
    assert relation(b, a) == MIRROR.get(told, told)


@given(st.sampled_from(NAMES))
def test_a_place_is_itself(name: str) -> None:
    """Every name of the gazetteer is the same place as itself and as its entry's usual name."""
    entry = places()[name]
    assert relation(name, name) == "same"
    assert relation(name, entry.name) == "same"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    """No text raises, and what is the same text is never another place."""
    assert compare_places(a, b).relation in {"same", "within", "contains", "different", "unknown"}
    assert relation(a, a) == "same"


def test_containment_has_no_cycle() -> None:
    """No place lies in itself, and all that a place lies in is in the gazetteer."""
    for entry in set(places().values()):
        outer = list(around(entry))
        assert entry.id not in outer
        assert all(place_by_id(identity) for identity in outer), entry


def test_every_city_has_a_country() -> None:
    """Only waters lie in no country."""
    assert not [entry.name for entry in places().values() if not entry.countries and entry.kind != "water"]


def test_every_country_has_a_capital_or_is_a_territory() -> None:
    """Each capital of the table lies in one country, the contested Jerusalem in two."""
    capitals = {entry for entry in places().values() if entry.kind == "capital"}
    assert len(capitals) > 120
    assert {entry.name for entry in capitals if len(entry.countries) > 1} == {"القدس"}


def test_nationalities_belong_to_countries() -> None:
    """Every adjective leads to a country; none is the name of a place or an everyday word of the table."""
    table = nationalities()
    assert set(table.values()) <= set(country_names())
    assert not set(table) & set(places())
    assert nationality("المالية") is None


@pytest.mark.parametrize(
    ("form", "stem"), list(product(["ي", "ية", "يون", "يين", "يات", "يان"], ["مصر", "فرنس", "صين"]))
)
def test_adjectives_inflect(form: str, stem: str) -> None:
    """The six inflections of a regular adjective are the country's, with and without article."""
    assert nationality(stem + form) == nationality(f"ال{stem}{form}") == nationality(stem + "ي") is not None


def test_organisations_have_one_owner() -> None:
    """What an organisation belongs to is a country's code or nothing; its abbreviations are itself."""
    assert {entry.country for entry in organisations().values()} <= {"", *country_names()}
    assert organisation("الناتو") == organisation("NATO") == organisation("حلف شمال الأطلسي")
    assert organisation("ناتو") is not None


def test_typed_names_compare_as_their_text() -> None:
    """A Name with its noun of rank compares as the phrase that it was taken from."""
    first = Name(canonical="الزهور", kind="place", title="مديرية")
    second = Name(canonical="الرحبة", kind="place", title="مديرية")
    assert relation(first, second) == "different" == relation("مديرية الزهور", "مديرية الرحبة")
    assert relation(Name(canonical="روسيا", kind="nationality", key="ru"), "سوتشي") == "contains"


def test_country_table_is_current() -> None:
    """The generated table is what its generator makes of the CLDR release that it names."""
    written = (ROOT / "claimcheck/lexicon/countries.toml").read_text("utf-8")
    if f"Babel {version('babel')};" not in written.splitlines()[0]:
        pytest.skip("another release of CLDR is installed")
    assert runpy.run_path(str(ROOT / "tools/generate_countries.py"))["table"]() == written


@pytest.mark.parametrize("section", ["capitals", "cities", "waters", "metonyms", "regions", "aliases"])
def test_no_name_is_listed_twice(section: str) -> None:
    """A name leads to one place: no line of a section repeats another's."""
    seen: set[str] = set()
    for line in lines(load("places")[section]):
        head = line.lstrip("? ")
        names = head.partition(":")[2] if section == "aliases" else head.partition(":")[0]
        keys = {name_key(name) for name in names.split("=")}
        assert not keys & seen, keys & seen
        seen |= keys


def test_names_are_found_however_they_are_spelled() -> None:
    """Folding, article and script do not matter to the gazetteer."""
    assert place("الرياض") is place("رياض") is place("Riyadh") is place(fold("الرّيَاض")) is not None
