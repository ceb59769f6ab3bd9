"""Files into a corpus: every kind of file, rows of figures, rejects, any number of workers."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from claimcheck import ClaimcheckError, Corpus, Document, Extraction, check
from claimcheck.corpus.claimreview import read_rating
from claimcheck.corpus.figures import figure, read_value
from claimcheck.corpus.ingest import Ingested, ingest, item_of, read_documents

FIRST = Document(
    id="1", source="وكالة", url="u", title="عنوان", published=date(2022, 10, 31), text="خبر أول، فيه فاصلة."
)
SECOND = Document(id="2", text="خبر ثان\nفي سطرين.")


def _write_jsonl(path: Path) -> None:
    lines = [
        {
            "id": 1,
            "source": "وكالة",
            "link": "u",
            "title": "عنوان",
            "date": "2022-10-31T10:00:00",
            "content": FIRST.text,
        },
        {"id": "2", "source": "", "text": SECOND.text, "other": [1.5]},
    ]
    path.write_text("\ufeff" + "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")


def _write_csv(path: Path) -> None:
    path.write_text(
        "\ufeffid;source;url;title;published;text\r\n"
        f'1;وكالة;u;عنوان;2022-10-31;{FIRST.text}\r\n2;;;;;"{SECOND.text}"\r\n',
        encoding="utf-8",
        newline="",
    )


def _write_parquet(path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [
        {"id": 1, "source": "وكالة", "url": "u", "title": "عنوان", "published": date(2022, 10, 31), "text": FIRST.text},
        {"id": 2, "source": None, "url": None, "title": None, "published": None, "text": SECOND.text},
    ]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)


@pytest.mark.parametrize(
    ("suffix", "write"), [("jsonl", _write_jsonl), ("csv", _write_csv), ("parquet", _write_parquet)]
)
def test_every_kind_of_file_gives_the_same_documents(tmp_path: Path, suffix, write) -> None:  # type: ignore[no-untyped-def]
    """The same two documents come out of each format, other names of fields and empty fields included."""
    path = tmp_path / f"d.{suffix}"
    write(path)
    assert list(read_documents([path])) == [FIRST, SECOND]


def test_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    """A folder contributes the files of known kinds, by path; other files are passed over."""
    (tmp_path / "b.txt").write_text("نص ب", encoding="utf-8")
    (tmp_path / "a.txt").write_text("نص أ", encoding="utf-8")
    (tmp_path / "c.md").write_text("ليس هذا", encoding="utf-8")
    assert list(read_documents([tmp_path])) == [Document(id="a.txt", text="نص أ"), Document(id="b.txt", text="نص ب")]
    (tmp_path / "empty").mkdir()
    for wrong in (tmp_path / "empty", tmp_path / "c.md", tmp_path / "none.csv"):
        with pytest.raises(ClaimcheckError, match=wrong.name):
            list(read_documents([wrong]))


BAD_LINES = [
    (b"{", "not JSON"),
    (b'"text"', "object"),
    (b'{"text": 5}', "neither"),
    (b'{"title": "x"}', "neither"),
    (b'{"text": "\xff"}', "UTF-8"),
    (rb'{"text": "\ud800"}', "surrogate"),
    (b'{"text": "x", "published": "31.10.2022"}', "date"),
    (b'{"entity": "x", "measure": "y", "value": "many"}', ""),
    (b'{"text": "x", "source": ["y"]}', "source"),
    (b"[" * 100_000, "not JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_bad_line_is_named_with_its_place(tmp_path: Path, line: bytes, reason: str) -> None:
    """Without a rejects file a bad record raises with file, line and reason, and its batch is not written."""
    path = tmp_path / "d.jsonl"
    path.write_bytes(b'{"id": "a", "text": "x"}\n' + line + b"\n")
    with Corpus.open(":memory:") as corpus:
        with pytest.raises(ClaimcheckError, match=r"line 2") as caught:
            ingest(corpus, [path])
        assert reason in str(caught.value)
        assert corpus.document_count == 0


def test_rejects_file_lists_what_was_left_out(tmp_path: Path) -> None:
    """With a rejects file everything good is stored, and every bad record has its line there."""
    path = tmp_path / "d.jsonl"
    good = b'{"id": "a", "text": "x"}\n'
    path.write_bytes(good + b"\n".join(line for line, _ in BAD_LINES) + b'\n{"id": "b", "text": "y"}\n')
    with Corpus.open(":memory:", max_text=200_000) as corpus:
        done = ingest(corpus, [path], rejects=tmp_path / "rejects.jsonl")
        assert done == Ingested(added=2, rejected=len(BAD_LINES))
        assert [d.id for d in corpus.documents()] == ["a", "b"]
    rejects = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [entry["line"] for entry in rejects] == list(range(2, 2 + len(BAD_LINES)))
    assert all(entry["file"] == str(path) and entry["reason"] for entry in rejects)


def test_csv_rejects(tmp_path: Path) -> None:
    """Rows of the wrong width and bytes that are no UTF-8 are rejected by line."""
    path = tmp_path / "d.csv"
    path.write_bytes("id,text\n1,خبر\n2\n3,خبر,زائد\n4,".encode() + b"\xff\xfe\n" + "5,آخر\n".encode())
    seen: list[int | None] = []
    ids = [
        d.id for d in read_documents([path], lambda reject: seen.append(reject.place.line)) if isinstance(d, Document)
    ]
    assert ids == ["1", "5"]
    assert seen == [3, 4, 5]


def test_figures_become_claims_without_a_text(tmp_path: Path) -> None:
    """A row has entity, value, unit and time and null spans; it is found by its words and survives reindexing."""
    path = tmp_path / "f.csv"
    path.write_text(
        "entity,measure,value,unit,date,source\nأطلنطا,عدد السكان,104.3,percent,2022,الجهاز\n", encoding="utf-8"
    )
    (row,) = read_documents([path])
    assert isinstance(row, Extraction)
    claim, quantity, time = row.claims[0], row.quantities[0], row.times[0]
    assert (quantity.value, quantity.span, quantity.text) == (Decimal("104.3"), None, None)
    assert (time.begin, time.end, time.span) == (date(2022, 1, 1), date(2023, 1, 1), None)
    assert (claim.names[0].canonical, claim.span, claim.text) == ("أطلنطا", None, None)
    assert row.document.source == "الجهاز"
    with Corpus.open(":memory:") as corpus:
        ingest(corpus, [path])
        ingest(corpus, [path])
        assert corpus.claim_count == 1
        before = corpus.search("سكان أطلنطا")
        assert any(e.text is None and e.span is None for e in before)
        corpus.reindex()
        assert corpus.get(str(row.document.id)) == row
        assert corpus.search("سكان أطلنطا") == before
        assert corpus.verify_integrity() == []


def test_figure_values_and_dates() -> None:
    """Values are exact and canonical; months and days end where the next begins; impossible dates are refused."""
    assert [read_value(v) for v in ("007", "-2.50", "4/6", Decimal("1E+3"), 5)] == [
        7,
        Decimal("-2.5"),
        Fraction(2, 3),
        1000,
        5,
    ]
    row = {"entity": "e", "measure": "m", "value": 3, "unit": "USD"}
    ends = {"2022-12": date(2023, 1, 1), "2024-02-29": date(2024, 3, 1), "1999": date(2000, 1, 1)}
    for day, end in ends.items():
        assert figure({**row, "date": day}).times[0].end == end
    assert figure(row).quantities[0].kind == "money"
    assert figure(row).times == ()
    for bad in ("2022-13", "2023-02-29", "0000"):
        with pytest.raises(ClaimcheckError):
            figure({**row, "date": bad})
    for value in ("1/0", Decimal("1E+999999999"), Decimal("1E-999999999"), "9" * 5000):
        with pytest.raises(ClaimcheckError):
            item_of({"entity": "e", "measure": "m", "value": value})


def test_workers_do_not_change_the_result(tmp_path: Path) -> None:
    """Two processes and small batches give the same content as one process and one batch; progress is told."""
    path = tmp_path / "d.jsonl"
    texts = [f"قتل {i} شخصاً في انفجار رقم {i}." for i in range(60)]
    lines = [json.dumps({"id": str(i), "text": text}, ensure_ascii=False) for i, text in enumerate(texts)]
    path.write_text("\n".join(lines), encoding="utf-8")
    told: list[int] = []
    with Corpus.open(":memory:") as one, Corpus.open(tmp_path / "two.ccdb") as two:
        assert ingest(one, [path]).added == 60
        ingest(two, [path], workers=2, batch=7, progress=lambda done: told.append(done.added))
        assert told[-1] == 60
        assert told == sorted(told)
        assert [one.get(str(i)) for i in range(60)] == [two.get(str(i)) for i in range(60)]
        assert one.search("انفجار رقم 17") == two.search("انفجار رقم 17")
        assert two.verify_integrity() == []
        assert ingest(two, [path]) == Ingested(added=0, unchanged=60)
        changed = path.read_text(encoding="utf-8").replace("17 شخصاً", "18 شخصاً")
        path.write_text(changed, encoding="utf-8")
        assert ingest(two, [path]) == Ingested(added=1, unchanged=59)


SUMMIT = Path(__file__).parent.parent / "corpora" / "summit" / "documents.jsonl"
TABLE = [
    {"entity": "ماركوفيا", "measure": "عدد السكان", "value": "4.3", "unit": "مليون نسمة", "date": "2022"},
    {"entity": "ماركوفيا", "measure": "معدل البطالة", "value": "12.8", "unit": "%", "date": "2022"},
    {"entity": "خام برنت", "measure": "متوسط سعر البرميل", "value": "100.9", "unit": "دولار", "date": "2022"},
]


@pytest.mark.parametrize(
    ("claim", "label", "codes"),
    [
        ("بلغ معدل البطالة في ماركوفيا 12.8 في المئة في عام 2022.", "supported", set()),
        ("بلغ معدل البطالة في ماركوفيا 21.8 في المئة في عام 2022.", "refuted", {"value"}),
        ("بلغ عدد السكان في ماركوفيا نحو 4.3 ملايين نسمة في عام 2022.", "supported", set()),
        ("بلغ متوسط سعر البرميل من خام برنت 120.9 دولاراً في عام 2022.", "refuted", {"value"}),
    ],
)
def test_claims_are_checked_against_rows_of_figures(claim: str, label: str, codes: set[str]) -> None:
    """A row without a text supports a report that says the same and refutes one that says otherwise."""
    with Corpus.open(":memory:") as corpus:
        corpus.add(read_documents([SUMMIT]))  # in a corpus of nothing but one table every word is common
        corpus.add(map(item_of, TABLE))
        report = check(claim, corpus)
        assert label in {verdict.label for verdict in report.verdicts}
        assert {finding.code for finding in report.findings} == codes
        assert all(finding.evidence_span is None for finding in report.findings)


def test_search_finds_the_row_of_a_year() -> None:
    """A bare year in a query leads to the row of that year."""
    rows = [{**TABLE[2], "date": str(year), "value": year - 1920} for year in range(2015, 2024)]
    with Corpus.open(":memory:") as corpus:
        corpus.add(map(item_of, rows))
        best = corpus.search("سعر برنت 2020", limit=1)[0].document
        assert best is not None
        assert best.title == "خام برنت: متوسط سعر البرميل (2020)"


REVIEWS = [
    ({"alternateName": "خطأ"}, "false"),
    ({"alternateName": "غير صحيح"}, "false"),
    ({"alternateName": "ليس خاطئاً"}, "open"),
    ({"alternateName": "Not true."}, "false"),
    ({"alternateName": "صحيح جزئياً"}, "open"),
    ({"alternateName": "مضلل", "ratingValue": 1, "worstRating": 1, "bestRating": 5}, "open"),
    ({"ratingValue": 5, "worstRating": 1, "bestRating": 5}, "true"),
    ({"ratingValue": "1", "worstRating": "1", "bestRating": "5"}, "false"),
    ({"ratingValue": 3, "worstRating": 1, "bestRating": 5}, "open"),
    ({"ratingValue": 1, "worstRating": 1, "bestRating": 1}, "open"),
    ({}, "open"),
]


@pytest.mark.parametrize(("rating", "expected"), REVIEWS)
def test_ratings_of_reviews(rating: dict[str, object], expected: str) -> None:
    """A rating is true or false where its name, or else its value, says so plainly; anything between is open."""
    assert read_rating(rating) == expected


def test_reviewed_claims_are_evidence_for_what_was_found(tmp_path: Path) -> None:
    """A claim found false is stored reversed, one left open holds no claims but is found; reindexing keeps both."""
    text = "قتل 15 شخصاً في انفجار في المرفأ."
    path = tmp_path / "reviews.jsonl"
    ratings = {"t": "صحيح", "f": "كاذب", "o": "مضلل"}
    records = [
        {
            "@type": "ClaimReview",
            "url": name,
            "claimReviewed": text,
            "datePublished": "2020-08-06T10:00:00Z",
            "author": {"@type": "Organization", "name": "مرصد"},
            "reviewRating": {"alternateName": rating},
        }
        for name, rating in ratings.items()
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    with Corpus.open(":memory:") as corpus:
        ingest(corpus, [path])
        for _ in range(2):
            found = {name: corpus.get(name) for name in ratings}
            polarities = {name: {c.polarity for c in e.claims} for name, e in found.items() if e is not None}
            assert polarities == {"t": {"affirmed"}, "f": {"negated"}, "o": set()}
            assert {e.document.id for e in corpus.search("انفجار المرفأ") if e.document} == set(ratings)
            corpus.reindex()
        assert all(e is not None and e.document.source == "مرصد" for e in found.values())
