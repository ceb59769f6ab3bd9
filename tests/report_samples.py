"""A report made by hand, with every kind of thing that a report shows, and texts that try to break out of it."""

from datetime import date

from claimcheck.model import (
    Attribution,
    Claim,
    Content,
    Cue,
    Document,
    Evidence,
    Extraction,
    Finding,
    Quantity,
    Report,
    Row,
    Source,
    Span,
    TimeExpression,
    Verdict,
)
from claimcheck.reports.messages import messages

TEXT = (
    "قالت الوزيرة ليلى حداد يوم الأحد إن المصنع أنتج نحو خمسة آلاف طن من الأسمنت. "
    "وافتتح المصنع في خريف عام 2021 ويعمل فيه 650 عاملاً.\n"
    "ونفت الإدارة <script>alert(1)</script> إغلاق \x1b[31mالمصنع\x1b[0m، وقالت إن فيه 750 عاملاً."
)
FIRST = "أنتج المصنع 1960 طناً من الأسمنت & الجير في عام واحد."
SECOND = "افتتح المصنع في 27 سبتمبر 2020 بحضور الأهالي، ويعمل فيه 650 عاملاً."


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quantity(words: str, value: int, unit: str) -> Quantity:
    return Quantity(value=value, unit=unit, span=place(words), text=words)


def claim(words: str, **parts: tuple[int, ...]) -> Claim:
    return Claim(span=place(words), text=words, **parts)


OUTPUT = claim("المصنع أنتج نحو خمسة آلاف طن من الأسمنت", quantities=(0,))
OPENING = claim("افتتح المصنع في خريف عام 2021", times=(1,))
WORKERS = claim("يعمل فيه 650 عاملاً", quantities=(1,))
DENIAL = claim("نفت الإدارة <script>alert(1)</script> إغلاق \x1b[31mالمصنع\x1b[0m")
OTHERS = claim("فيه 750 عاملاً", quantities=(2,))

EXTRACTION = Extraction(
    document=Document(text=TEXT, id="a", source="صحيفة الضفة", title="مصنع <b>الوادي</b>", published="2022-11-01"),
    attributions=(
        Attribution(
            source=Source(names=("ليلى حداد",), text="الوزيرة ليلى حداد", span=place("الوزيرة ليلى حداد")),
            cue=Cue(text="قالت", span=place("قالت")),
            content=Content(text=OUTPUT.text or "", span=OUTPUT.span or Span(0, 0)),
            form="indirect",
            span=Span(0, (OUTPUT.span or Span(0, 0)).end),
            text=TEXT[: (OUTPUT.span or Span(0, 0)).end],
        ),
    ),
    quantities=(
        quantity("نحو خمسة آلاف طن", 5000, "t"),
        quantity("650 عاملاً", 650, "person"),
        quantity("750 عاملاً", 750, "person"),
    ),
    times=(
        TimeExpression(value="2022-10-30", begin=date(2022, 10, 30), end=date(2022, 10, 31), text="يوم الأحد"),
        TimeExpression(value="2021-FA", begin=date(2021, 9, 1), end=date(2021, 12, 1), text="خريف عام 2021"),
    ),
    claims=(OUTPUT, OPENING, WORKERS, DENIAL, OTHERS),
)
FIRST_SOURCE = Document(text=FIRST, id="d1", source="وكالة السهل", url="https://example.org/1", published="2022-01-02")
SECOND_SOURCE = Document(text=SECOND, id="d2", source="إذاعة الجبل", url="javascript:alert(1)", published="2020-09-28")


def finding(code: str, expected: str, found: str, claim_index: int, **parts: object) -> Finding:
    english, arabic = messages(code, expected, found, scope=str(parts.get("scope", "corpus")))
    return Finding(
        code=code,
        message=english,
        message_ar=arabic,
        claim_span=place(found),
        expected=expected,
        found=found,
        claim=claim_index,
        **parts,  # type: ignore[arg-type]
    )


VALUE = finding("value", "1960 t", "نحو خمسة آلاف طن", 0, evidence=0, evidence_span=place("1960 طناً", FIRST))
DATE = finding("date", "2020-09-27", "خريف عام 2021", 1, evidence=0, evidence_span=place("27 سبتمبر 2020", SECOND))
INTERNAL = finding("value", "650 عاملاً", "750 عاملاً", 4, scope="internal", other_span=place("650 عاملاً"))


def row(part: str, outcome: str, words: str, reference: str, text: str, **parts: str) -> Row:
    return Row(
        part=part,
        outcome=outcome,  # type: ignore[arg-type]
        level=parts.pop("level"),
        claim_texts=(words,) if words else (),
        claim_spans=(place(words),) if words else (),
        evidence_texts=(reference,) if reference else (),
        evidence_spans=(place(reference, text),) if reference else (),
        evidence=0,
        **parts,  # type: ignore[arg-type]
    )


VALUE_ROW = row(
    "quantity", "conflict", "نحو خمسة آلاف طن", "1960 طناً", FIRST,
    level="values differ", code="value", expected="1960 t", found="about 5000 t",
)  # fmt: skip
DATE_ROW = row(
    "time", "conflict", "خريف عام 2021", "27 سبتمبر 2020", SECOND,
    level="no day in common", code="date", expected="2020-09-27", found="2021-FA",
)  # fmt: skip
LEFT_ROW = row("time", "unmatched", "", "في عام واحد", FIRST, level="no counterpart")


def verdict(
    index: int, label: str, score: float, *rows: Row, source: Document | None = None, **parts: object
) -> Verdict:
    evidence = (
        (Evidence(text=source.text, score=0.9, span=Span(0, len(source.text)), document=source),) if source else ()
    )
    return Verdict(
        label=label,  # type: ignore[arg-type]
        score=score,
        rows=rows,
        evidence=evidence,
        claim=EXTRACTION.claims[index].text,
        claim_span=EXTRACTION.claims[index].span,
        claim_index=index,
        **parts,  # type: ignore[arg-type]
    )


REPORT = Report(
    extraction=EXTRACTION,
    verdicts=(
        verdict(0, "refuted", 0.93, VALUE_ROW, LEFT_ROW, source=FIRST_SOURCE, findings=(VALUE,)),
        verdict(1, "refuted", 0.88, DATE_ROW, source=SECOND_SOURCE, findings=(DATE,)),
        verdict(2, "supported", 0.8, source=SECOND_SOURCE),
        verdict(3, "not_enough_info", 1.0),
        verdict(4, "not_enough_info", 1.0),
    ),
    findings=(VALUE, DATE, INTERNAL),
)
CONSISTENT = Report(extraction=Extraction(document=Document(text="خبر قصير.")))
