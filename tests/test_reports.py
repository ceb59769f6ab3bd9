"""Laws of the reports: everything found is shown, nothing that a text holds breaks out, each format is well formed."""

import json
import re
import unicodedata
from html.parser import HTMLParser
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import CONSISTENT, FIRST, REPORT, SECOND, TEXT, VALUE_ROW, row

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Claim, Document, Evidence, Extraction, Finding, Report, Row, Span, Verdict
from claimcheck.model.mentions import Form, Kind, Modifier
from claimcheck.model.serial import to_dict
from claimcheck.model.verdicts import Outcome
from claimcheck.reports.bidi import clean, isolate, pad, width, wrap
from claimcheck.reports.explanation import explain_verdict
from claimcheck.reports.figures import figures
from claimcheck.reports.formats import CHECK_FORMATS, EXTRACT_FORMATS, Checked, render, render_extraction
from claimcheck.reports.layout import Page, plain, side_by_side
from claimcheck.reports.messages import message, messages, spoken, table
from claimcheck.reports.places import Lines
from claimcheck.reports.segments import segments
from claimcheck.reports.text import report_lines
from claimcheck.reports.timelines import days, timeline
from claimcheck.reports.view import Piece, cards, counts, failed, passage, title_of

CHECKED = [Checked("article.txt", REPORT)]
ANY_TEXT = st.text(st.characters(), max_size=60)
ARABIC = st.text("ابتثج مندو 0123", min_size=1, max_size=60)


PAGES = st.builds(Page, st.sampled_from(["en", "ar"]), st.integers(30, 120), st.booleans())


def without_marks(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


# Safe text


@given(ANY_TEXT)
def test_clean_text_cannot_steer_a_terminal(text):
    """Cleaned text is one line without controls, surrogates or direction marks; cleaning twice changes nothing."""
    safe = clean(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") or c in "\u202e\u2066\u2028" for c in safe)
    assert clean(safe) == safe


@given(ANY_TEXT, st.sampled_from(["en", "ar"]))
def test_isolates_are_balanced(text, language):
    """An isolated text opens as many isolates as it closes, whatever marks it held."""
    shown = isolate(text, language)
    assert shown.count("\u2068") == shown.count("\u2069") <= 1
    assert without_marks(shown) == clean(text)


def test_width_counts_cells():
    """Harakat and direction marks take no cell, wide characters two."""
    assert width("قَتِيلٌ") == 4
    assert width("\u2068قتيل\u2069") == 4
    assert width("数") == 2
    assert pad("قَتِيلٌ", 6).endswith("  ")


@given(ARABIC | ANY_TEXT.map(clean), st.integers(4, 30))
def test_wrapping_keeps_every_word(text, cells):
    """Wrapped lines are no wider than asked for, and hold all characters but the white space between words."""
    lines = list(wrap(text, cells))
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


# What is shown


@given(ANY_TEXT.filter(bool), st.data())
def test_passage_is_the_text_with_its_mark(text, data):
    """Pieces of a passage joined give the text back, and the marked piece is what the span says."""
    start = data.draw(st.integers(0, len(text) - 1))
    mark = Span(start, data.draw(st.integers(start + 1, len(text))))
    pieces = passage(text, Span(0, len(text)), mark)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == [mark.of(text)]


def test_long_passage_is_cut_around_its_mark():
    """Of a passage too long to read, the part around the mark is shown, cut at spaces, with the mark whole."""
    text = "كلمة " * 400 + "العدد 15 " + "كلمة " * 400
    mark = Span(text.index("15"), text.index("15") + 2)
    pieces = passage(text, Span(0, len(text)), mark)
    shown = "".join(piece.text for piece in pieces)
    assert len(shown) < 520
    assert [piece.text for piece in pieces if piece.marked] == ["15"]
    assert shown.startswith("… كلمة ")
    assert shown.endswith("كلمة …")


def test_cards_show_both_passages():
    """A card has the claim with what was found marked, and the reference, or the other place of the text, likewise."""
    value, day, internal = cards(REPORT)
    assert [piece.text for piece in value.claim if piece.marked] == ["نحو خمسة آلاف طن"]
    assert "".join(piece.text for piece in value.other) == FIRST
    assert [piece.text for piece in day.other if piece.marked] == ["27 سبتمبر 2020"]
    assert day.document is not None
    assert day.document.id == "d2"
    assert internal.internal
    assert "".join(piece.text for piece in internal.other) == "يعمل فيه 650 عاملاً"


def test_card_of_a_table_row_shows_what_was_expected():
    """Evidence without a text (a row of figures) is shown by its value."""
    found = Finding(code="value", message="m", message_ar="ر", evidence=0, expected="1960 t", found="5 t", claim=0)
    judged = Verdict(label="refuted", score=1.0, evidence=(Evidence(text=None, score=1.0),), claim="خمسة أطنان")
    report = Report(extraction=Extraction(document=Document(text="")), verdicts=(judged,), findings=(found,))
    (card,) = cards(report)
    assert card.other == (Piece("1960 t", True),)
    assert card.claim == (Piece("خمسة أطنان"),)


def test_counts_and_failure():
    """Counts are by label and scope; a report fails if it has a finding or a refuted claim."""
    assert counts(REPORT) == {
        "claims": 5,
        "supported": 1,
        "refuted": 2,
        "not_enough_info": 2,
        "findings": 3,
        "internal": 1,
    }
    assert failed(REPORT)
    assert not failed(CONSISTENT)
    refuted = Report(extraction=CONSISTENT.extraction, verdicts=(Verdict(label="refuted", score=1.0),))
    assert failed(refuted)


def test_segments_are_the_text():
    """The segments of an article joined are its text, and the findings' places are segments of their own."""
    paragraphs = segments(REPORT)
    assert "\n".join("".join(part.text for part in paragraph) for paragraph in paragraphs) == TEXT
    marked = {part.text: part.finding for paragraph in paragraphs for part in paragraph if part.finding}
    assert marked == {"نحو خمسة آلاف طن": 1, "خريف عام 2021": 2, "650 عاملاً": 3, "750 عاملاً": 3}
    labels = {part.label for paragraph in paragraphs for part in paragraph}
    assert labels == {None, "refuted", "supported", "not_enough_info"}


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20), st.sampled_from(["refuted", "supported"])), max_size=6)
)
def test_overlapping_claims_colour_by_the_worst(spans):
    """Each character has the worst verdict of all claims over it, however they overlap."""
    text = "اب جد" * 10
    verdicts = tuple(
        Verdict(label=label, score=1.0, claim_span=Span(start, min(start + length, len(text))))
        for start, length, label in spans
    )
    report = Report(extraction=Extraction(document=Document(text=text)), verdicts=verdicts)
    got = [part.label for paragraph in segments(report) for part in paragraph for _ in part.text]
    for place, label in enumerate(got):
        over = {v.label for v in verdicts if v.claim_span and v.claim_span.start <= place < v.claim_span.end}
        assert label == ("refuted" if "refuted" in over else "supported" if over else None)


# Sentences


@pytest.mark.parametrize("scope", ["corpus", "internal"])
@pytest.mark.parametrize("code", ["value", "unit", "duration", "date", "speaker", "person", "quote", "place", "new"])
def test_every_code_has_a_sentence(code, scope):
    """A finding of any code, a new one too, reads as a sentence in both languages that holds both values."""
    english, arabic = messages(code, "خمس سنوات", "10 سنوات", scope=scope)
    for sentence, end in ((english, "."), (arabic, ".")):
        assert "خمس سنوات" in sentence
        assert "10 سنوات" in sentence
        assert sentence.endswith(end)
    assert arabic != english


def test_values_in_sentences():
    """The library's own labels are put in words, a missing value too, braces in a value stay braces."""
    assert "that it is not so" in message("polarity", "affirmed", "negated")
    assert "something else" in message("value", None, "5")
    assert "{found}" in message("value", "{found}", "5")
    assert "«\u20682022-10-31\u2069»" in message("date", "2022-10-31", "5", language="ar")


def test_both_languages_have_the_same_words():
    """Every word and sentence exists in both languages, and every code of a corpus finding inside a text too."""
    interface = table("interface")
    assert set(interface["en"]) == set(interface["ar"])
    assert set(interface["codes"]["en"]) == set(interface["codes"]["ar"])
    shown = {*get_args(Modifier), *get_args(Kind), *get_args(Form), *get_args(Outcome)}
    assert shown <= set(interface["terms"]["ar"])
    sentences = table("messages")
    assert set(sentences["corpus"]) <= set(sentences["internal"])
    for scope in ("corpus", "internal"):
        for code, languages in sentences[scope].items():
            assert set(languages) == {"en", "ar"}, (scope, code)
    assert set(interface["codes"]["en"]) == set(table("messages")["corpus"]) - {"other"}


# Explanation


def test_explanation_has_every_part_once():
    """Every part of both sides stands once in the explanation, with its level; left-overs stand beside a dash."""
    text = explain_verdict(REPORT.verdicts[0])
    for part in ("نحو خمسة آلاف طن", "1960 طناً", "في عام واحد", "values differ (value)", "no counterpart"):
        assert text.count(part) == 1, part
    assert "refuted, score 0.93" in text
    assert "—" in text
    assert text == REPORT.verdicts[0].explain()


def test_explanation_is_aligned():
    """Columns begin at the same terminal cell in every line."""
    rows = (
        Row(part="quantity", outcome="agree", level="equal", claim_texts=("قَتِيلٌ",), evidence_texts=("قتيل",)),
        Row(part="time", outcome="agree", level="equal", claim_texts=("أمس الأحد",), evidence_texts=("الأحد",)),
    )
    lines = explain_verdict(Verdict(label="supported", score=1.0, rows=rows)).splitlines()[2:]
    at = {
        width(line[: line.index(word)])
        for line, word in zip(lines, ["outcome", "---  ", "agree", "agree"], strict=True)
        if word != "---  "
    }
    assert len(at) == 1


def test_explanation_names_the_reference():
    """With several references each row of the evidence says which; a sum stands as its parts."""
    rows = (
        Row(
            part="quantity", outcome="agree", level="sum", claim_texts=("176",), evidence_texts=("87", "89"), evidence=1
        ),
    )
    evidence = (Evidence(text="أ", score=0.5), Evidence(text="ب", score=0.5))
    text = explain_verdict(Verdict(label="supported", score=1.0, rows=rows, evidence=evidence))
    assert "[1] 87 + 89" in text


# Pictures


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2022-10-31", "2022-10-31", "2022-11-01"),
        ("2022-10-31T14:30", "2022-10-31", "2022-11-01"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2022", "2022-01-01", "2023-01-01"),
        ("2020-WI", "2020-12-01", "2021-03-01"),
        ("2020-Q3", "2020-07-01", "2020-10-01"),
    ],
)
def test_days_of_a_time_value(value, begin, end):
    """A TIMEX3 value covers its days."""
    assert tuple(map(str, days(value) or ())) == (begin, end)


@pytest.mark.parametrize("value", [None, "", "PT2H", "XXXX-10", "2022-13", "2022-02-30", "199X", "0000"])
def test_values_without_days(value):
    """What names no days has none, and is no error."""
    assert days(value) is None


def test_timeline_and_figures():
    """Bars stand where their values are: earlier to the left, a value in proportion to the larger one of its pair."""
    line = timeline(REPORT)
    assert line is not None
    (pair,) = line.pairs
    assert pair.reference.start < pair.claim.start
    assert [name for _, name in line.ticks] == ["2020", "2021"]
    (figure,) = figures(REPORT)
    assert figure.reference.width / figure.claim.width == pytest.approx(1960 / 5000)
    assert (figure.finding, pair.finding) == (1, 2)
    assert figure.reference.band is None
    assert figure.claim.band is not None
    assert figure.claim.band.start < figure.claim.width < figure.claim.band.start + figure.claim.band.width <= 100
    assert (figure.claim.value, pair.claim.value) == ("about 5000 t", "2021-FA")
    assert timeline(CONSISTENT) is None
    assert figures(CONSISTENT) == ()


# Formats


def test_text_report_shows_each_inconsistency():
    """Both passages side by side, the code, what was expected and what was found, then the counts."""
    text = without_marks(render(CHECKED, "text"))
    assert re.search(r"\[نحو خمسة آلاف طن\].* │ .*\[1960 طناً\]", text)
    assert text.count("expected: ") == text.count("found: ") == 3
    assert "value · inside the text" in text
    assert "Claims: 5 · supported 1 · refuted 2 · not enough information 2 · Inconsistencies: 3" in text
    assert "ليلى حداد" in text
    assert "ليلى حداد" not in without_marks(render(CHECKED, "text", detail="brief"))
    assert "no counterpart" not in text
    assert "no counterpart" in without_marks(render(CHECKED, "text", detail="full"))
    assert "No inconsistency found." in render([Checked("-", CONSISTENT)], "text")


def test_text_report_in_arabic():
    """The same report with an Arabic interface: sentences and labels."""
    text = without_marks(render(CHECKED, "text", "ar"))
    assert "يذكر النص «نحو خمسة آلاف طن»، بينما يذكر المرجع «1960 t»." in text
    assert "Claims" not in text
    assert "الادعاءات: 5" in text


@settings(max_examples=60)
@given(ANY_TEXT.filter(lambda t: t.strip()), ANY_TEXT, PAGES)
def test_side_by_side_fits(left, right, page):
    """Two passages of any text never make a line wider than the terminal, nor let a control character through."""
    pieces = ((Piece(left), Piece("فرق", True)), (Piece(right, True),))
    lines = list(side_by_side(*pieces, (("This text", ()), ("Reference", ("وكالة السهل", None, "2022-11-01"))), page))
    text = plain(list(page.directed(lines)))
    assert all(width(line) <= page.cells for line in text.splitlines())
    assert not any(unicodedata.category(c) == "Cc" for c in text if c != "\n")


def test_rich_report_is_the_plain_one():
    """With colours the words are the same: style never changes what is said, and markup in texts stays text."""
    pytest.importorskip("rich")
    from io import StringIO

    from rich.console import Console

    from claimcheck.reports.text import print_report

    hostile = Report(extraction=Extraction(document=Document(text="[bold]x[/bold]", title="[red]عنوان[/red]")))
    console = Console(file=StringIO(), force_terminal=True, width=100, color_system="truecolor")
    print_report(console, Checked("a", hostile))
    print_report(console, CHECKED[0])
    shown = re.sub(r"\x1b\[[0-9;]*m", "", console.file.getvalue())  # type: ignore[attr-defined]
    assert "[red]عنوان[/red]" in without_marks(shown)
    expected = plain(list(report_lines(CHECKED[0], Page("en", 100, True))))
    assert [line.rstrip() for line in shown.splitlines()[-5:]] == expected.splitlines()[-5:]
    assert "\x1b[31mالمصنع" not in console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "claimreview"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_json_formats_are_json_without_raw_controls(form, language):
    """Each line (of jsonl) or text is JSON, and no control character of a text stands in it raw."""
    text = render(CHECKED, form, language)
    for part in text.splitlines() if form == "jsonl" else [text]:
        json.loads(part)
    assert not any(unicodedata.category(c) == "Cc" for c in text if c != "\n")


def test_json_is_to_dict():
    """One report is the object of to_dict; several are an array in which each names its file."""
    assert json.loads(render(CHECKED, "json")) == to_dict(REPORT)
    several = json.loads(render([*CHECKED, Checked("b.txt", CONSISTENT)], "json"))
    assert [one["file"] for one in several] == ["article.txt", "b.txt"]
    lines = render([*CHECKED, Checked("b.txt", CONSISTENT)], "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == several
    assert json.loads(render_extraction("a", REPORT.extraction, "json")) == to_dict(REPORT.extraction)


class Parsed(HTMLParser):
    """Collects what a page holds."""

    VOID = frozenset({"meta", "line", "rect", "circle", "br", "link"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" else []
        self.loads += [values[name] for name in ("src", "srcset", "data", "poster") if name in values]
        self.loads += [values["href"]] if tag != "a" and "href" in values else []
        assert not any(name.startswith("on") for name in values), "inline handler"
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag, f"</{tag}>"

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("language", ["en", "ar"])
def test_html_report(language):
    """The page nests right, fetches nothing, has unique ids, links only inside itself and to the web."""
    pytest.importorskip("jinja2")
    source = render([*CHECKED, Checked("b.txt", CONSISTENT)], "html", language)
    page = Parsed(source)
    assert page.open == []
    assert page.loads == []
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if not link.startswith("#")} == {"https://example.org/1"}
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert page.tags.count("script") == 1
    assert page.tags.count("svg") == 2
    assert page.tags.count("mark") == 6
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in source


def test_html_escapes_everything():
    """Markup, control characters and addresses of a text arrive as text or not at all."""
    pytest.importorskip("jinja2")
    source = render(CHECKED, "html")
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "<b>الوادي" not in source
    assert "javascript:" not in source
    assert "\x1b" not in source
    assert SECOND[:13] in source
    assert "&amp; الجير" in source


def test_html_of_an_extraction():
    """An extraction as a page: its claims underlined, its tables open."""
    pytest.importorskip("jinja2")
    page = Parsed(render_extraction("a.txt", REPORT.extraction, "html", "ar"))
    assert page.open == []
    assert page.tags.count("details") == 3
    assert "ليلى حداد" in page.text


def test_claimreview_has_the_required_fields():
    """Each review has what schema.org's users require: url, claimReviewed, reviewRating with its bounds, an author."""
    graph = json.loads(render(CHECKED, "claimreview"))
    assert graph["@context"] == "https://schema.org"
    reviews = graph["@graph"]
    assert [review["reviewRating"]["ratingValue"] for review in reviews] == [1, 1, 5]
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["url"]
        assert review["claimReviewed"]
        assert review["author"]["name"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert {"bestRating", "worstRating", "alternateName"} <= set(review["reviewRating"])
        assert review["citation"]
    assert reviews[0]["itemReviewed"]["author"]["name"] == "صحيفة الضفة"
    assert reviews[0]["citation"][0]["url"] == "https://example.org/1"


def test_claimreview_names_the_speaker():
    """The author of a claim that somebody said is that person."""
    extraction = Extraction(
        document=REPORT.extraction.document,
        attributions=REPORT.extraction.attributions,
        claims=(Claim(text="خبر", attribution=0),),
    )
    judged = Verdict(label="supported", score=1.0, claim="خبر", claim_index=0)
    (review,) = json.loads(render([Checked("a", Report(extraction=extraction, verdicts=(judged,)))], "claimreview"))[
        "@graph"
    ]
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "ليلى حداد"}


def test_sarif_points_at_the_place():
    """Lines and columns of a region lead back to the words that were found; each rule is described."""
    log = json.loads(render([Checked("my texts/a.txt", REPORT)], "sarif"))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    lines = TEXT.split("\n")
    for result, found in zip(run["results"], REPORT.findings, strict=True):
        location = result["locations"][0]["physicalLocation"]
        region = location["region"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == found.found == region["snippet"]["text"]
        assert location["artifactLocation"]["uri"] == "my%20texts/a.txt"
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == found.code
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]


@given(ANY_TEXT, st.data())
def test_places_are_offsets(text, data):
    """Line and column give the offset back."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    assert len("\n".join(text.split("\n")[: line - 1])) + (line > 1) + column - 1 == offset


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_formats_are_deterministic(form):
    """Rendering twice gives the same bytes, and an empty report renders too."""
    assert render(CHECKED, form) == render(CHECKED, form)
    assert render([Checked("-", CONSISTENT)], form)


@pytest.mark.parametrize("form", EXTRACT_FORMATS)
def test_extractions_render_empty_too(form):
    """An extraction without anything in it is written without an error."""
    assert render_extraction("-", Extraction(document=Document(text="")), form)


def test_unknown_format():
    """A format that does not exist is named, with those that do."""
    with pytest.raises(ClaimcheckError, match=r"pdf.*one of text, json"):
        render(CHECKED, "pdf")


def test_sentences_tell_figures_and_dates_in_words():
    """Figures are told in the words of both texts, dates that these leave open with their value."""
    assert spoken(VALUE_ROW) == ("1960 طناً", "نحو خمسة آلاف طن")
    yesterday = Row(
        part="time", outcome="conflict", level="x", claim_texts=("أمس",), evidence_texts=("عام 2022",), code="date",
        found="2022-10-31", expected="2022",
    )  # fmt: skip
    assert spoken(yesterday) == ("عام 2022", "أمس (2022-10-31)")
    assert spoken(Row(part="name", outcome="conflict", level="x", found="زيد", claim_texts=("الزيد",))) == (None, "زيد")
    english, arabic = messages("polarity", "not وقع", "وقع")
    assert "not “\u2068وقع\u2069”" in english
    assert "نفي «وقع»" in arabic


def test_a_text_without_a_title_is_called_by_its_first_line():
    """A short first line above a text is its title; one line alone is not, and then the file's name stands."""
    assert title_of(Document(text="عنوان\n\nخبر طويل."), "a.txt") == "عنوان"
    assert title_of(Document(text="عنوان\nخبر", title="غيره"), "a.txt") == "غيره"
    assert title_of(Document(text="خبر قصير"), "a.txt") == "a.txt"
    assert title_of(Document(text="كلمة " * 40 + "\nخبر"), "a.txt") == "a.txt"


@given(st.sampled_from(["", "about ", "at_least ", "less_than "]), st.integers(0, 10**9), st.integers(0, 10**9))
def test_bars_and_bands_stay_on_their_scale(modifier, found, expected):
    """Whatever is compared, bars and the bands of their intervals stay within the picture."""
    compared = row(
        "quantity", "conflict", "نحو خمسة آلاف طن", "1960 طناً", FIRST, level="x", found=f"{modifier}{found} t"
    )
    compared = evolve(compared, expected=f"{expected}–{expected + found} t")
    judged = Verdict(label="refuted", score=1.0, rows=(compared,))
    (pair,) = figures(Report(extraction=REPORT.extraction, verdicts=(judged,)))
    for bar in (pair.claim, pair.reference):
        assert 0 <= bar.start <= bar.start + bar.width <= 100
        assert bar.band is None or 0 <= bar.band.start <= bar.band.start + bar.band.width <= 100.001
