"""The corpus file: opening, adding, replacing, removing, reading again."""

import os
import sqlite3
import warnings
from contextlib import nullcontext, suppress
from datetime import date
from pathlib import Path

import pytest

from claimcheck import ClaimcheckError, Corpus, Document, Extraction, check, extract
from claimcheck.corpus import OutdatedCorpusWarning
from claimcheck.corpus.codec import without_steps
from claimcheck.corpus.schema import SCHEMA_VERSION

BLAST = Document(
    id="blast",
    source="وكالة",
    published=date(2020, 8, 5),
    title="انفجار في المرفأ",
    text="قتل 15 شخصاً في انفجار في المرفأ يوم الثلاثاء. وقال الوزير سمير حداد إن الحريق بدأ في مستودع.",
)
MATCH = Document(id="match", source="الصحيفة", published=date(2021, 3, 1), text="فاز الفريق الأحمر بثلاثة أهداف.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reference.ccdb"


def content(corpus: Corpus) -> dict[str, Extraction | None]:
    """Return everything a corpus holds, by id."""
    return {str(document.id): corpus.get(str(document.id)) for document in corpus.documents()}


def test_what_is_added_comes_back_as_extracted(path: Path) -> None:
    """The stored extraction equals a fresh one but for the steps of its explanation, also from another opening."""
    with Corpus.open(path) as corpus:
        assert corpus.add([BLAST, MATCH]) == 2
    with Corpus.open(path, mode="r") as corpus:
        assert content(corpus) == {d.id: without_steps(extract(d)) for d in (BLAST, MATCH)}
        assert corpus.claim_count == sum(len(extract(d).claims) for d in (BLAST, MATCH))
        assert corpus.verify_integrity() == []


def test_same_id_replaces() -> None:
    """Adding a document with a known id leaves nothing of the older one, and adding twice changes nothing."""
    newer = Document(id="blast", text="ارتفع عدد قتلى الزلزال إلى 20 شخصاً.")
    with Corpus.open(":memory:") as corpus, Corpus.open(":memory:") as fresh:
        corpus.add([BLAST, MATCH])
        corpus.add([newer])
        corpus.add([newer, newer])
        fresh.add([MATCH, newer])
        assert content(corpus) == content(fresh)
        assert corpus.search("انفجار المرفأ") == []
        assert corpus.claim_count == fresh.claim_count
        assert corpus.verify_integrity() == []


def test_remove_is_idempotent() -> None:
    """Removing says how many there were; what is removed is not found again; unknown ids are no error."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([BLAST, MATCH])
        assert corpus.remove(["blast", "nobody"]) == 1
        assert corpus.remove(["blast"]) == 0
        assert corpus.search("انفجار المرفأ") == []
        assert [d.id for d in corpus.documents()] == ["match"]
        assert corpus.verify_integrity() == []


def test_document_without_id_gets_one_from_its_content() -> None:
    """Adding the same anonymous document twice keeps one; another text is another document."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([Document(text="خبر أول."), Document(text="خبر ثان.")])
        corpus.add([Document(text="خبر أول.")])
        assert corpus.document_count == 2


def test_search_ranks_points_and_filters() -> None:
    """The best passage comes first, its span gives its text; filters and exclusion hold."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([BLAST, MATCH])
        found = corpus.search("كم قتيلاً في انفجار المرفأ؟")
        assert found[0].document is not None
        assert found[0].document.id == "blast"
        assert [e.score for e in found] == sorted((e.score for e in found), reverse=True)
        for evidence in found:
            assert evidence.document is not None
            assert evidence.span is not None
            assert evidence.span.of(evidence.document.text) == evidence.text
        assert [e.document.id for e in found if e.document] == ["blast"]
        assert len(corpus.search("انفجار الحريق", per_document=3)) > 1
        assert corpus.search("انفجار المرفأ", exclude=["blast"]) == []
        assert corpus.search("انفجار المرفأ", source="الصحيفة") == []
        assert corpus.search("انفجار المرفأ", since=date(2020, 8, 6)) == []
        assert corpus.search("انفجار المرفأ", since=date(2020, 8, 5), until=date(2020, 8, 5)) != []
        assert corpus.search("انفجار المرفأ", until=date(2020, 8, 4)) == []
        assert corpus.search("") == []


def test_search_gives_the_best_up_to_its_limit() -> None:
    """Of five documents on one subject the best two are the first two of all five, in falling order."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([Document(id=f"d{n}", text="انفجار المرفأ " * (n % 3) + f"شهود المرفأ رقم {n}.") for n in range(5)])
        found = corpus.search("انفجار المرفأ", limit=5)
        assert len(found) == 5
        assert corpus.search("انفجار المرفأ", limit=2) == found[:2]
        assert [e.score for e in found] == sorted((e.score for e in found), reverse=True)


def test_search_asks_for_a_speaker() -> None:
    """Only passages in which somebody of that name speaks."""
    text = "قال الوزير سامي الحداد إن الجسر سيفتح غداً."
    with Corpus.open(":memory:") as corpus:
        corpus.add([Document(id="said", text=text), Document(id="told", text="الجسر سيفتح غداً أمام سامي الحداد.")])
        assert [e.document.id for e in corpus.search("الجسر", speaker="سامي الحداد") if e.document] == ["said"]
        assert corpus.search("الجسر", speaker="كريم النجار") == []


def test_refused_documents_leave_nothing(path: Path) -> None:
    """A lone surrogate, too long a text, an empty id, no document at all: nothing of the call is kept."""
    refused = [
        Document(id="s", text="نص \ud800 مكسور"),
        Document(id="t\udfff", text="نص"),
        Document(id="b", text="ن" * 600),
        Document(id=" ", text="نص"),
        "نص",
    ]
    with Corpus.open(path, max_text=1000) as corpus:
        corpus.add([MATCH])
        for bad in refused:
            with pytest.raises(ClaimcheckError) as caught:
                corpus.add([BLAST, bad])  # type: ignore[list-item]
            str(caught.value).encode()
            assert [d.id for d in corpus.documents()] == ["match"]
            assert corpus.verify_integrity() == []


def test_default_size_limit_is_ten_megabytes() -> None:
    """A text of over ten million bytes of UTF-8 is refused, and says so."""
    with Corpus.open(":memory:") as corpus, pytest.raises(ClaimcheckError, match="10,000,000"):
        corpus.add([Document(id="big", text="ن" * 5_000_001)])


def test_reader_never_creates_or_writes(path: Path) -> None:
    """Mode r raises for a missing file and makes none; of an existing one it leaves every byte as it was."""
    with pytest.raises(ClaimcheckError, match="no such corpus"):
        Corpus.open(path, mode="r")
    assert not path.exists()
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
    before = path.read_bytes()
    with Corpus.open(path, mode="r") as corpus:
        assert corpus.search("انفجار المرفأ")
        for change in (lambda: corpus.add([MATCH]), lambda: corpus.remove(["blast"]), corpus.reindex, corpus.compact):
            with pytest.raises(ClaimcheckError, match="reading only"):
                change()
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]


def _foreign(path: Path) -> None:
    path.write_text("هذا ليس ملف قاعدة بيانات، بل نص عادي." * 50, encoding="utf-8")


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def _newer(path: Path) -> None:
    Corpus.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    connection.close()


def _truncated(path: Path) -> None:
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
    path.write_bytes(path.read_bytes()[:8192])


def _garbled(path: Path) -> None:
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(path.stat().st_size - 4096))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_foreign, "not a claimcheck"),
        (_other_database, "not a claimcheck"),
        (_newer, "upgrade"),
        (Path.mkdir, "folder"),
    ],
)
@pytest.mark.parametrize("mode", ["r", "rw"])
def test_what_is_no_corpus_says_so(path: Path, spoil, message: str, mode) -> None:  # type: ignore[no-untyped-def]
    """A foreign file, another database, a newer schema and a folder each get one clear error, and stay untouched."""
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ClaimcheckError, match=message):
        Corpus.open(path, mode=mode)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("spoil", [_truncated, _garbled])
def test_damaged_file_raises_one_kind_of_error(path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    """Opening or reading a damaged file raises ClaimcheckError, nothing else."""
    spoil(path)
    with suppress(ClaimcheckError), Corpus.open(path, mode="r") as corpus:
        assert corpus.verify_integrity() != []
        corpus.search("انفجار المرفأ")
        content(corpus)


@pytest.mark.parametrize("value", ["x", "1 x", b"\xff", ""])
@pytest.mark.parametrize(("table", "column"), [("meta", "value"), ("passages", "claims")])
def test_numbers_that_are_none(path: Path, table: str, column: str, value: object) -> None:
    """Something else where the file keeps a number: reading raises ClaimcheckError or does without it."""
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
        kept = " WHERE key != 'extractor_version' AND key != 'layout'" if table == "meta" else ""
        corpus._connection.execute(f"UPDATE {table} SET {column} = ?{kept}", (value,))
    refused = pytest.raises(ClaimcheckError, match="damaged") if value or table == "meta" else nullcontext()
    with refused, Corpus.open(path, "r") as corpus:
        corpus.search("انفجار المرفأ")
    if table == "meta":
        with pytest.raises(ClaimcheckError, match="damaged"), Corpus.open(path, "r") as corpus:
            assert corpus.claim_count


def test_damaged_layout_and_lone_surrogates(path: Path) -> None:
    """A layout that is no JSON, and an id that cannot be in any file, are errors of the one kind."""
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
        for call in (corpus.get, corpus.search, lambda identifier: corpus.remove([identifier])):
            with suppress(ClaimcheckError):
                assert not call("\ud800")
        corpus._connection.execute("UPDATE meta SET value = 'x' WHERE key = 'layout'")
    with Corpus.open(path) as corpus, pytest.raises(ClaimcheckError, match="damaged: layout"):
        corpus.reindex()
    with Corpus.open(path) as corpus, pytest.raises(ClaimcheckError, match="damaged: layout"):
        corpus.get("blast")


def test_missing_folder_and_wrong_mode(tmp_path: Path) -> None:
    """A path in a folder that does not exist, and an unknown mode, are the caller's errors."""
    with pytest.raises(ClaimcheckError, match="no such folder"):
        Corpus.open(tmp_path / "none" / "x.ccdb")
    with pytest.raises(ClaimcheckError, match="mode"):
        Corpus.open(tmp_path / "x.ccdb", mode="w")  # type: ignore[arg-type]


def test_closed_corpus_says_so() -> None:
    """After close every operation raises ClaimcheckError; closing again does not."""
    corpus = Corpus.open(":memory:")
    corpus.close()
    corpus.close()
    with pytest.raises(ClaimcheckError, match="closed"):
        corpus.add([MATCH])
    with pytest.raises(ClaimcheckError, match="closed"):
        corpus.search("خبر")


def test_other_extractor_warns_readers_and_is_renewed_by_the_next_write(path: Path) -> None:
    """A corpus made with other rules warns a reader; the first write reads every text again, figures stay."""
    figure = without_steps(extract("بلغ السعر 20 دولاراً."))
    with Corpus.open(path) as corpus:
        corpus.add([BLAST, Extraction(document=Document(id="f", text=""), quantities=figure.quantities)])
        expected = content(corpus)
        corpus._connection.execute("UPDATE meta SET value = 'older' WHERE key = 'extractor_version'")
        packed = Extraction(document=BLAST)
        from claimcheck.corpus.codec import pack

        corpus._connection.execute("UPDATE documents SET extraction = ? WHERE id = 'blast'", (pack(packed),))
    with pytest.warns(OutdatedCorpusWarning, match="reindex"), Corpus.open(path, mode="r") as corpus:
        assert corpus.get("blast") == packed
    with Corpus.open(path) as corpus:
        assert not corpus.current
        corpus.remove(["nobody"])
        assert corpus.current
        assert content(corpus) == expected
        assert corpus.verify_integrity() == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Corpus.open(path, mode="r").close()


def test_reindex_changes_nothing_where_nothing_changed() -> None:
    """Reading all texts again by the same rules gives the same content and the same answers."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([BLAST, MATCH])
        before, answers = content(corpus), corpus.search("انفجار المرفأ")
        assert corpus.reindex() == 2
        assert content(corpus) == before
        assert corpus.search("انفجار المرفأ") == answers
        assert corpus.verify_integrity() == []


def test_compact_keeps_everything(path: Path) -> None:
    """Compacting makes the file no larger and changes no answer."""
    with Corpus.open(path) as corpus:
        corpus.add([Document(id=str(i), text=f"قتل {i} شخصاً في انفجار في المرفأ رقم {i}.") for i in range(200)])
        corpus.remove([str(i) for i in range(150)])
        before = content(corpus)
        corpus.compact()
        assert content(corpus) == before
        assert corpus.verify_integrity() == []
        small = path.stat().st_size
    with Corpus.open(path.with_name("fresh.ccdb")) as fresh:
        fresh.add([Document(id=str(i), text=f"قتل {i} شخصاً في انفجار في المرفأ رقم {i}.") for i in range(150, 200)])
        fresh.compact()
    assert small <= path.with_name("fresh.ccdb").stat().st_size + 8192


@pytest.mark.parametrize("positions", ["0 99", "-1 0", "99"])
def test_a_passage_of_claims_that_are_none(positions: str) -> None:
    """Positions beyond a document's claims are damage, named in one error."""
    with Corpus.open(":memory:") as corpus:
        corpus.add([BLAST])
        corpus._connection.execute("UPDATE passages SET claims = ?", [positions])
        with pytest.raises(ClaimcheckError, match="damaged"):
            check(BLAST.text, corpus)


def test_integrity_check_notices(path: Path) -> None:
    """Each kind of disagreement between the tables is found."""
    damage = {
        "frequencies": "UPDATE terms SET df = df + 1 WHERE term = (SELECT min(term) FROM terms)",
        "lack passages": "DELETE FROM passages WHERE row = 1",
        "of no document": "DELETE FROM documents",
        "number of claims": "UPDATE meta SET value = value + 1 WHERE key = 'claims'",
        "index": "UPDATE passages SET terms = terms || ' جديد' WHERE row = 1",
    }
    for problem, statement in damage.items():
        with Corpus.open(":memory:") as corpus:
            corpus.add([BLAST, MATCH])
            corpus._connection.execute(statement)
            assert any(problem in line for line in corpus.verify_integrity()), problem


def test_readers_see_whole_batches_of_a_writer(path: Path) -> None:
    """A reader that is open while another connection writes sees the state before or after, and then the new one."""
    with Corpus.open(path) as writer, Corpus.open(path, mode="r") as reader:
        assert reader.document_count == 0
        writer.add([BLAST])
        assert reader.document_count == 1
        assert reader.search("انفجار المرفأ")
        writer.add([Document(id="blast", text="لا شيء هنا.")])
        assert reader.search("انفجار المرفأ") == []


def test_read_only_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus where nothing can be written is read all the same, and nothing appears beside it."""
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with Corpus.open(path, mode="r") as corpus:
        assert corpus.search("انفجار المرفأ")
        assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_read_only_folder_with_pending_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a writer's log lies beside the file it is read too, so that no batch is missed."""
    with Corpus.open(path) as writer:
        writer.add([BLAST])
        monkeypatch.setattr(os, "access", lambda *_: False)
        with Corpus.open(path, mode="r") as corpus:
            assert corpus.search("انفجار المرفأ")


def test_full_disk_is_one_clear_error_and_nothing_is_lost(path: Path) -> None:
    """When the file cannot grow, add says so and leaves what was there."""
    with Corpus.open(path) as corpus:
        corpus.add([BLAST])
        pages = corpus._connection.execute("PRAGMA page_count").fetchone()[0]
        corpus._connection.execute(f"PRAGMA max_page_count={pages + 2}")
        many = [Document(id=str(i), text=f"قتل {i} شخصاً في انفجار رقم {i} في المرفأ القديم.") for i in range(500)]
        with pytest.raises(ClaimcheckError, match="disk is full"):
            corpus.add(many)
        assert [d.id for d in corpus.documents()] == ["blast"]
        assert corpus.verify_integrity() == []
