"""Laws of the comparison of names, and the table of pairs."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import dumps, loads
from claimcheck.comparison.names import NameComparison, compare_names
from claimcheck.comparison.names_sounds import part_level
from claimcheck.recognizers.names import person_key
from claimcheck.recognizers.names_parts import split_name
from claimcheck.strategies.names import changed_names, names, respelled_names

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "specs/names.jsonl").read_text("utf-8").splitlines()]
CLASSES = {
    "orthography",
    "compound",
    "particles",
    "titles",
    "article",
    "transliteration",
    "latin",
    "latin-latin",
    "partial",
    "nickname",
    "homograph",
    "relatives",
}


def mirrored(found: NameComparison) -> NameComparison:
    rows = tuple(type(row)(row.b, row.a, row.level) for row in found.rows)
    return NameComparison(found.level, found.score, rows)


def test_the_table_covers_twelve_classes_of_variation() -> None:
    """The pairs are at least 500 and different, in twelve classes of at least forty each."""
    counts = Counter(pair["Class"] for pair in PAIRS)
    assert set(counts) == CLASSES
    assert min(counts.values()) >= 40
    assert len({tuple(pair["Input"]) for pair in PAIRS}) == len(PAIRS) >= 500


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " | ".join(pair["Input"]))
def test_pair(pair: dict) -> None:
    """Each pair of the table has its level, in both directions."""
    a, b = pair["Input"]
    found = compare_names(a, b)
    assert found.level == pair["Results"]["level"], found.explain()
    assert compare_names(b, a).level == found.level


@given(st.one_of(names(), st.text(max_size=40)), st.one_of(names(), st.text(max_size=40)))
def test_comparison_is_symmetric(a: str, b: str) -> None:
    """Comparing (a, b) and (b, a) gives the same level and score, and mirrored rows."""
    found, back = compare_names(a, b), compare_names(b, a)
    assert (found.level, found.score) == (back.level, back.score)
    assert sorted(map(repr, mirrored(found).rows)) == sorted(map(repr, back.rows))


@given(names())
def test_a_name_is_itself(name: str) -> None:
    """The score of a name with itself is 1."""
    found = compare_names(name, name)
    assert (found.level, found.score) == ("same", 1)


@given(respelled_names())
def test_respelling_never_makes_another_name(case: tuple[str, str, str]) -> None:
    """A name respelled by the variant rules is the same name."""
    name, respelled, how = case
    assert compare_names(name, respelled).level == "same", how


@given(changed_names())
def test_changing_a_distinctive_part_makes_another_name(case: tuple[str, str, str]) -> None:
    """A name of which one distinctive part is another name is a different name."""
    name, changed, how = case
    found = compare_names(name, changed)
    assert found.level == "different", f"{how}\n{found.explain()}"


@given(names(), names())
def test_every_part_has_one_row(a: str, b: str) -> None:
    """Every part of both names stands in exactly one row."""
    rows = compare_names(a, b).rows
    for side, name in (("a", a), ("b", b)):
        expected = Counter(" ".join(part.text for part in split_name(name).parts).split())
        expected.update(word for word in (*split_name(name).titles, *split_name(name).links))
        shown = Counter(word for row in rows for word in (getattr(row, side) or "").split())
        assert shown == expected


@given(names(), names())
def test_scores_follow_levels(a: str, b: str) -> None:
    """Scores lie in [0, 1], and those of a higher level above those of a lower one."""
    found = compare_names(a, b)
    low, high = {"different": (0, 0.5), "compatible": (0.6, 0.9), "same": (0.93, 1)}[found.level]
    assert low <= found.score <= high


@given(names(), names())
def test_parts_compare_alike_both_ways(a: str, b: str) -> None:
    """The level of two parts does not depend on their order."""
    for x in split_name(a).parts:
        for y in split_name(b).parts:
            assert part_level(x, y) == part_level(y, x)


@given(respelled_names())
def test_keys_survive_respelling(case: tuple[str, str, str]) -> None:
    """What is respelled by rule, not by the lexicon, keeps its retrieval key."""
    name, respelled, how = case
    if how not in ("latin", "lexicon"):
        assert person_key(name) == person_key(respelled)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("فلاديمير بوتين", "Vladimir Putin"),
        ("أنطونيو غوتيريش", "انطونيو جوتيريس"),
        ("قاسم سليماني", "Qassim Suleimani"),
    ],
)
def test_keys_survive_scripts(a: str, b: str) -> None:
    """A name has one key in both scripts and in its transliterations."""
    assert person_key(a) == person_key(b)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_can_be_compared(text: str) -> None:
    """No text, however broken, raises; a name with a part is itself."""
    level = compare_names(text, text).level
    assert level == ("same" if split_name(text).parts else "different")


@given(names(), names())
def test_a_comparison_survives_json(a: str, b: str) -> None:
    """A comparison is read back from its JSON form as it was."""
    found = compare_names(a, b)
    assert loads(dumps(found)) == found


def test_long_texts_are_compared_in_linear_time() -> None:
    """A text of thousands of words is no name: itself, and different from another at once."""
    text = "محمد أحمد " * 3000
    started = time.process_time()
    assert compare_names(text, text).level == "same"
    assert compare_names(text, text + "سالم").level == "different"
    assert time.process_time() - started < 2
