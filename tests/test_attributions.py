"""Laws of attribution: who says what does not hang on spelling, order or ornament; and the spec table."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.mentions import Attribution
from claimcheck.recognizers.attributions import recognize_attributions
from claimcheck.recognizers.names import recognize_names
from claimcheck.text.quotes import quotations
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens

SPECS = [
    json.loads(line)
    for line in (Path(__file__).parent / "specs" / "attributions.jsonl").read_text("utf-8").splitlines()
]
SPEAKERS = st.sampled_from(
    ["محمد العلي", "سمير حداد", "خالد المنصوري", "أحمد بن سالم", "يوسف القاسم", "مصطفى الراوي", "عمر الخطيب"]
)
TITLES = st.sampled_from(["", "الوزير ", "الدكتور ", "رئيس البلدية ", "مدير عام الشركة ", "المتحدث باسم الوزارة "])
ADVERBIALS = st.sampled_from(["", "، أمس،", "، في بيان صحفي،", " اليوم الأحد", "، خلال مؤتمر صحفي،"])
SAYINGS = st.sampled_from(
    ["الطريق مغلق", "المشروع اكتمل", "الأسعار ارتفعت بنسبة 5%", "المصنع سيغلق أبوابه", "النتائج جيدة"]
)
VERBS = st.sampled_from([("قال", "إن"), ("أكد", "أن"), ("أعلن", "أن"), ("أوضح", "أن"), ("ذكر", "أن"), ("أفاد", "بأن")])
FRAGMENTS = st.sampled_from(
    (
        'قال أكد أن إن إلى على بأن "  « » ، . : \n الوزير وأضاف مضيفا بحسب وفقا للوكالة نقلا عن'
        " محمد العلي الذي قوله نفى"
    ).split(" ")
)


def attributions(text: str) -> list[Attribution]:
    tokens = Tokens.of(text)
    return recognize_attributions(tokens, sentences(tokens), quotations(tokens), recognize_names(tokens))


def facts(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(found.source.names, found.content.text) for found in attributions(text)]


@pytest.mark.parametrize("case", SPECS, ids=lambda case: case["Input"][:40])
def test_specs(case):
    """Speakers, cue, content, form and polarity are those of the table; where nobody says anything there is none."""
    found = [
        {
            "Names": list(record.source.names),
            "Cue": record.cue.text,
            "Content": record.content.text,
            "Form": record.form,
            "Polarity": record.cue.polarity,
        }
        for record in attributions(case["Input"])
    ]
    assert found == case["Results"]


@given(SPEAKERS, SPEAKERS, SAYINGS, SAYINGS, VERBS, VERBS)
def test_swapping_two_speakers_swaps_them_in_the_output(first, second, one, other, verb, further):
    """Who speaks is read from the text, not from its position."""

    def text(a: str, b: str) -> str:
        return f"{verb[0]} {a} {verb[1]} {one}. و{further[0]} {b} {further[1]} {other}."

    assert facts(text(first, second)) == [((first,), one), ((second,), other)]
    assert facts(text(second, first)) == [((second,), one), ((first,), other)]


@given(SPEAKERS, TITLES, ADVERBIALS, SAYINGS, VERBS)
def test_a_title_or_an_adverbial_changes_nothing(speaker, title, adverbial, saying, verb):
    """Titles are no part of a name, and when or where something was said is no part of who said it."""
    assert facts(f"{verb[0]} {title}{speaker}{adverbial} {verb[1]} {saying}.") == [((speaker,), saying)]


@given(SPEAKERS, TITLES, SAYINGS, VERBS)
def test_the_subject_may_stand_before_the_verb(speaker, title, saying, verb):
    """Verb and subject, subject and verb: the same record."""
    assert facts(f"{title}{speaker} {verb[0]} {verb[1]} {saying}.") == [((speaker,), saying)]


@given(SPEAKERS, SAYINGS, VERBS, st.sampled_from(["\u064e", "\u064f", "\u0640", "\u0651"]))
def test_harakat_and_tatweel_change_nothing(speaker, saying, verb, mark):
    """A cue is the same word with marks on it."""
    plain = attributions(f"{verb[0]} {speaker} {verb[1]} {saying}.")
    marked = attributions(f"{verb[0][0]}{mark}{verb[0][1:]} {speaker} {verb[1]}{mark} {saying}.")
    assert [(r.source.names, r.content.text, r.cue.lemma) for r in plain] == [
        (r.source.names, r.content.text, r.cue.lemma) for r in marked
    ]


@given(SPEAKERS, SAYINGS, SAYINGS, st.sampled_from(["مضيفا أن", "مؤكدا أن", "مشيرا إلى أن", "لافتا إلى أن"]))
def test_a_participle_inherits_the_speaker_and_ends_the_content(speaker, one, other, participle):
    """What a participle carries on is said by the same speaker, and is no part of what was said before."""
    assert facts(f"قال {speaker} إن {one}، {participle} {other}.") == [((speaker,), one), ((speaker,), other)]


@given(SPEAKERS, SAYINGS, st.sampled_from([('"', '"'), ("«", "»"), ("“", "”")]), st.booleans())
def test_a_quotation_is_direct_wherever_its_cue_stands(speaker, saying, marks, behind):
    """The quotation alone is the content, without its marks, before or behind the cue."""
    quoted = f"{marks[0]}لا شك أن {saying}{marks[1]}"
    text = f"{quoted}، قال {speaker}." if behind else f"قال {speaker}: {quoted}."
    (record,) = attributions(text)
    assert (record.form, record.content.text) == ("direct", f"لا شك أن {saying}")
    assert record.source.names == (speaker,)
    assert record.quotes == (record.content.span,)


@settings(max_examples=200)
@given(st.lists(FRAGMENTS, max_size=60).map(" ".join))
def test_spans_are_true_and_contents_lie_within_each_other_or_apart(text):
    """Every span gives its text; of two contents one holds the other or they share nothing; cues are in order."""
    found = attributions(text)
    for record in found:
        for part in (record, record.cue, record.content, *([record.source] if record.source.span else [])):
            assert part.span.of(text) == part.text
        assert record.span.covers(record.cue.span)
        assert record.span.covers(record.content.span)
        assert all(record.content.span.covers(quote) for quote in record.quotes)
    assert [record.cue.span.start for record in found] == sorted(record.cue.span.start for record in found)
    spans = [record.content.span for record in found]
    assert all(a.covers(b) or b.covers(a) or not a.overlaps(b) for a in spans for b in spans)


@given(st.text(alphabet='قالأنإوم "«»،.:\n', max_size=80))
def test_no_text_breaks_it(text):
    """However broken a text is, it has attributions or none."""
    assert isinstance(attributions(text), list)


def test_the_full_name_of_the_document_answers_a_surname_and_a_role():
    """A later surname and a later role mean the person who was introduced with both."""
    text = "أعلن وزير المالية كمال السيد أن الموازنة جاهزة. وقال السيد إن العجز انخفض. وأضاف الوزير أن الديون تراجعت."
    assert {record.source.names for record in attributions(text)} == {("كمال السيد",)}


def test_a_short_form_means_the_institution_named_in_full():
    """المنظمة is the organisation that spoke before under its full name."""
    text = "حذرت منظمة أطباء الساحل من الوباء. وقالت المنظمة إن الأدوية نفدت."
    assert {record.source.names for record in attributions(text)} == {("منظمة أطباء الساحل",)}


def test_an_elided_speaker_agrees_in_gender():
    """وأضافت carries on from the woman, although a man spoke last."""
    text = "قالت الوزيرة ليلى حداد إن الخطة نجحت. وأوضح المدير سامي عون أن العمل بدأ. وأضافت أن النتائج جيدة."
    assert [record.source.names for record in attributions(text)] == [("ليلى حداد",), ("سامي عون",), ("ليلى حداد",)]


def test_an_unnamed_source_stays_a_description():
    """المصدر is never resolved to a person."""
    text = "قال الوزير كمال السيد إن الحدود آمنة. وأكد مصدر أمني أن الطريق مغلق. وأضاف المصدر أن الحركة متوقفة."
    assert [record.source.names for record in attributions(text)][1:] == [("مصدر أمني",), ("المصدر",)]


@pytest.mark.parametrize(
    "piece", ["قال أن ", 'قال "', "قال الوزير، ", "بحسب الوكالة ", "أكد محمد العلي و", "قوله إن ", "وأضاف: "]
)
def test_time_is_linear(piece):
    """Four times the text takes about four times as long, on hostile input too (sixteen would be quadratic)."""

    def seconds(times: int) -> float:
        tokens = Tokens.of(piece * times)
        parts, quoted = sentences(tokens), quotations(tokens)
        started = time.process_time()
        recognize_attributions(tokens, parts, quoted, [])
        return time.process_time() - started

    seconds(50)
    assert min(seconds(4000), seconds(4000)) < 9 * max(seconds(1000), 0.01)


def test_the_worked_article_of_the_documentation_is_true():
    """The table in docs/attribution.md is what the article above it gives."""
    page = (Path(__file__).parent.parent / "docs" / "attribution.md").read_text("utf-8")
    article = "\n".join(line.removeprefix("> ") for line in page.splitlines() if line.startswith("> "))
    rows = [
        line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ") and line.count("|") == 6
    ]
    found = [
        [
            "، ".join(record.source.names),
            record.cue.text,
            record.content.text,
            record.form + (", deny" if record.cue.polarity == "deny" else ""),
        ]
        for record in attributions(article)
    ]
    assert found == [row[:4] for row in rows[1:]]
