"""Laws of the cue lexicon: inflection, homographs, and the spec table."""

import json
from pathlib import Path

import pytest

from claimcheck.lexicon import lines, load
from claimcheck.recognizers.cues import cue_forms, cue_lookup
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

SPECS = [json.loads(line) for line in (Path(__file__).parent / "specs" / "cues.jsonl").read_text("utf-8").splitlines()]


def _readings(surface: str) -> list[dict[str, object]]:
    hit = cue_lookup()[Tokens.of(surface).words[0]]
    return [
        {"Lemma": form.verb.lemma, "Shape": form.shape, "Gender": form.gender, "Number": form.number}
        for form in (hit[1] if hit else ())
        if not form.object
    ]


@pytest.mark.parametrize("case", SPECS, ids=lambda case: case["Input"])
def test_specs(case):
    """A word is the cue that the table says, its first reading the one expected, or no cue at all."""
    assert _readings(case["Input"])[: len(case["Results"]) or None] == case["Results"]


def test_every_line_inflects():
    """Every verb of the table has its dictionary form among the forms, unless only its participle carries on."""
    known = {form.verb.lemma for entries in cue_forms().values() for form in entries}
    for family in load("cues")["verbs"].values():
        for line in lines(family):
            lemma = line.partition(":")[0].strip()
            assert lemma in known
            if "carries" not in line:
                assert any(form.verb.lemma == lemma and form.shape == "past" for form in cue_forms()[fold(lemma)])


def test_frames_are_known():
    """A frame that no rule reads would be a silent typing error."""
    frames = {frame for entries in cue_forms().values() for form in entries for frame in form.verb.frames}
    known = "clause quote object quoted shows person carries told finding long judges accuses إلى على عن ب من ل في"
    assert frames <= set(map(fold, known.split()))


def test_homographs_are_forms():
    """Every homograph of the table is a form of one of its verbs."""
    for key in ("homographs", "nominal", "prepositions"):
        for line in lines(load("cues")["forms"][key]):
            for word in line.split():
                assert fold(word) in cue_forms(), word
