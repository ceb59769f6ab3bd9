"""Reports as text: what was read, then each inconsistency with both passages side by side, then the counts.

The same lines serve a terminal (with rich, in colours) and a file or pipe (plain, the differing part in brackets).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.model.claims import Document, Extraction
from claimcheck.model.mentions import Quantity, TimeExpression
from claimcheck.model.serial import number_text
from claimcheck.model.verdicts import Report
from claimcheck.reports.explanation import explain_verdict
from claimcheck.reports.formats import Checked, Detail
from claimcheck.reports.layout import Line, Page, columns, listed, plain, short, side_by_side, styled
from claimcheck.reports.messages import Language, table, worded
from claimcheck.reports.view import Card, cards, counts, title_of

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 140


def labels(language: Language) -> dict[str, str]:
    """Return the words of the reports in a language."""
    words: dict[str, str] = table("interface")[language]
    return words


def code_name(code: str, language: Language) -> str:
    """Return the name of a finding's code; an unknown code is its own name."""
    names: dict[str, str] = table("interface")["codes"][language]
    return names.get(code, code)


def term(label: str, language: Language) -> str:
    """Return one of the library's labels (a modifier, a form, an outcome) in words of a language."""
    terms: dict[str, str] = table("interface")["terms"][language]
    return terms.get(label, label)


def day_of(document: Document) -> str | None:
    """Return a document's day in ISO form."""
    return document.published.isoformat()[:10] if document.published else None


def about(document: Document | None) -> tuple[str | None, ...]:
    """Tell a document's source, date and title, as far as known."""
    return () if document is None else (document.source or document.id, day_of(document), document.title)


def value_text(quantity: Quantity) -> str:
    """Write a quantity's value with its upper end; a duration that no number states shows its ISO form.

    >>> value_text(Quantity(value=3, high=5, modifier="between"))
    '3–5'
    """
    if quantity.value is None:
        return quantity.iso or ""
    high = "" if quantity.high is None else f"–{number_text(quantity.high)}"
    return number_text(quantity.value) + high


def days_text(time: TimeExpression) -> str:
    """Write the days that a time covers, the last one included.

    >>> from datetime import date
    >>> days_text(TimeExpression(value="2020", begin=date(2020, 1, 1), end=date(2021, 1, 1)))
    '2020-01-01 – 2020-12-31'
    """
    if time.begin is None or time.end is None:
        return ""
    last = time.end.fromordinal(time.end.toordinal() - 1)
    return f"{time.begin}" if last == time.begin else f"{time.begin} – {last}"


def _title_line(word: str, document: Document, name: str, page: Page) -> Line:
    parts = (title_of(document, name), document.source, day_of(document))
    return [(listed(parts, page.cells - 4, labels(page.language)[word], page), "bold")]


def _heading(title: str) -> Iterator[Line]:
    yield []
    yield [(title, "bold")]


def extraction_lines(extraction: Extraction, page: Page) -> Iterator[Line]:
    """List who said what, the figures and the times of a text."""
    words = labels(page.language)
    if not (extraction.attributions or extraction.quantities or extraction.times or extraction.claims):
        yield [(words["nothing_read"], "")]
        return
    if extraction.attributions:
        yield from _heading(f"{words['said']} ({len(extraction.attributions)})")
        said = [
            (", ".join(a.source.names), a.cue.text, term(a.form, page.language), a.content.text)
            for a in extraction.attributions
        ]
        header = (words["speaker"], words["cue"], words["form"], words["content"])
        yield from columns(header, said, (28, 12, 10, max(20, page.cells - 60)), page)
    if extraction.quantities:
        yield from _heading(f"{words['figures']} ({len(extraction.quantities)})")
        figures = [
            (q.text or "", value_text(q), q.unit, term(q.kind, page.language), term(q.modifier, page.language))
            for q in extraction.quantities
        ]
        yield from columns((words["text"], words["value"], words["unit"], "", ""), figures, (36, 24, 16, 10, 10), page)
    if extraction.times:
        yield from _heading(f"{words['times']} ({len(extraction.times)})")
        times = [(t.text or "", t.value, days_text(t)) for t in extraction.times]
        yield from columns((words["text"], words["value"], words["days"]), times, (40, 22, 24), page)


def _card_lines(card: Card, page: Page) -> Iterator[Line]:
    words, finding = labels(page.language), card.finding
    where = f" · {words['internal']}" if card.internal else ""
    yield []
    yield [(f"{card.number}. ", "bold"), (code_name(finding.code, page.language), "bold red"), (where, "yellow")]
    yield [("   ", ""), (finding.message_ar if page.language == "ar" else finding.message, "")]
    reference = (words["elsewhere"], ()) if card.internal else (words["reference"], about(card.document))
    yield from side_by_side(card.claim, card.other, ((words["this_text"], ()), reference), page)
    for word, value, style in (("expected", finding.expected, "green"), ("found", finding.found, "red")):
        shown = page.isolate(short(worded(value, page.language), page.cells - 20))
        yield [(f"   {words[word]}: ", "dim"), (shown, style)]


def _summary(report: Report, language: Language) -> Line:
    words, number = labels(language), counts(report)
    line: Line = [(f"{words['claims']}: {number['claims']}", "bold")]
    for label, style in (("supported", "green"), ("refuted", "red"), ("not_enough_info", "yellow")):
        line += [(" · ", "dim"), (f"{words[label]} {number[label]}", style)]
    style = "bold red" if number["findings"] else "bold"
    line += [(" · ", "dim"), (f"{words['inconsistencies']}: {number['findings']}", style)]
    if number["internal"]:
        line.append((f" ({words['internal_many']}: {number['internal']})", ""))
    return line


def _claims_lines(report: Report, page: Page) -> Iterator[Line]:
    """Explain every claim; the tables of explanations are in English and run from left to right."""
    words = labels(page.language)
    yield from page.directed(_heading(f"{words['all_claims']} ({len(report.verdicts)})"))
    for number, verdict in enumerate(report.verdicts, 1):
        claim = page.isolate(short(verdict.claim or words["none"], page.cells - 6))
        yield []
        yield from page.directed([[(f"{number}. ", "bold"), (claim, "")]])
        yield from ([("   ", ""), (line, "")] for line in explain_verdict(verdict).splitlines())


def _upper_lines(checked: Checked, page: Page, detail: Detail) -> Iterator[Line]:
    words, report = labels(page.language), checked.report
    yield _title_line("report", report.extraction.document, checked.name, page)
    if detail != "brief":
        yield from extraction_lines(report.extraction, page)
    found = cards(report)
    if found:
        yield from _heading(f"{words['inconsistencies']} ({len(found)})")
    for card in found:
        yield from _card_lines(card, page)


def report_lines(checked: Checked, page: Page, detail: Detail = "usual") -> Iterator[Line]:
    """Lay out one report; ``brief`` leaves out what was read, ``full`` explains every claim."""
    yield from page.directed(_upper_lines(checked, page, detail))
    if detail == "full":
        yield from _claims_lines(checked.report, page)
    yield []
    if not checked.report.findings:
        yield from page.directed([[(labels(page.language)["no_inconsistencies"], "green")]])
    yield from page.directed([_summary(checked.report, page.language)])


def render(checked: Sequence[Checked], language: Language = "en", *, detail: Detail = "usual") -> str:
    """Write reports as plain text."""
    return "\n".join(plain(list(report_lines(one, Page(language), detail))) for one in checked)


def render_extraction(name: str, extraction: Extraction, language: Language = "en") -> str:
    """Write what was read from a text as plain text."""
    page = Page(language)
    head = _title_line("extraction", extraction.document, name, page)
    return plain(list(page.directed([head, *extraction_lines(extraction, page)])))


def print_report(console: "Console", checked: Checked, language: Language = "en", *, detail: Detail = "usual") -> None:
    """Print a report on a terminal in colours, as wide as it is."""
    page = Page(language, min(console.width, _WIDEST), not console.no_color)
    for line in report_lines(checked, page, detail):
        console.print(styled(line), highlight=False, soft_wrap=True)
