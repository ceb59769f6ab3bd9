"""Retrieval: what is found equals a slow exact reference; typed keys; loose writing."""

import random
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import ClaimcheckError, Corpus, Document, Extraction, Quantity, TimeExpression, extract
from claimcheck.corpus.codec import pack
from claimcheck.corpus.connection import connect
from claimcheck.corpus.query import Query
from claimcheck.corpus.records import Passage, Record, prepare
from claimcheck.corpus.retrieval import Finder
from claimcheck.corpus.terms import escape, magnitude, quantity_keys, time_keys
from claimcheck.corpus.writer import put_all
from claimcheck.model.claims import Claim

MIXED = ["قتل 1,500 شخصاً", "في 27-9-2020", "COVID-19", "a_b", "قال فلاديمير بوتين إن", "3.5%", "12:30", "1/3", "20 كم"]
WORDS = [f"و{i:04}" for i in range(4000)]
EMPTY = pack(Extraction(document=Document(text="")))


def _record(number: int, sentences: list[list[str]]) -> Record:
    passages = tuple(Passage(0, 0, (), tuple(dict.fromkeys(terms))) for terms in sentences)
    return Record(Document(id=f"{number:05}", text=""), "text", passages, (), EMPTY)


@pytest.fixture(scope="module")
def stored() -> sqlite3.Connection:
    """A corpus of composed passages whose words are as unevenly frequent as those of news."""
    chance = random.Random(7)
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    connection = connect(":memory:", "rw")
    records = [_record(n, [chance.choices(WORDS, weights, k=9) for _ in range(3)]) for n in range(3000)]
    put_all(connection, records)
    return connection


@pytest.mark.parametrize("seed", range(40))
def test_best_passage_is_that_of_an_exhaustive_search(stored: sqlite3.Connection, seed: int) -> None:
    """A passage with a quarter of its words dropped and two strange ones added: stopping early finds what all would."""
    chance = random.Random(seed)
    (terms,) = stored.execute("SELECT terms FROM passages WHERE row = ?", (chance.randrange(1, 9000),)).fetchone()
    words = [word for word in terms.split(" ") if chance.random() > 0.25] + chance.choices(WORDS, k=2)
    query = Query(dict.fromkeys(words, 1.0))
    found = next(Finder(stored, query).hits())
    exhaustive = Finder(stored, query)
    for term in exhaustive._df:
        exhaustive._fetch(term, f'"{term}"', 1_000_000)
    exact = exhaustive._exact(list(exhaustive._found))
    assert found.row == exact[0].row


def test_nothing_asked_nothing_found(stored: sqlite3.Connection) -> None:
    """An empty query, unknown terms and a required term that occurs nowhere find nothing."""
    assert list(Finder(stored, Query({})).hits()) == []
    assert list(Finder(stored, Query({"غريب": 1.0})).hits()) == []
    assert list(Finder(stored, Query({WORDS[0]: 1.0})).hits(frozenset({"غريب"}))) == []


def test_required_terms_are_held_by_every_hit(stored: sqlite3.Connection) -> None:
    """Only passages with the required term come, all of them if asked for."""
    rare = WORDS[2000]
    hits = list(Finder(stored, Query({WORDS[0]: 1.0, rare: 0.0}, free=frozenset({rare}))).hits(frozenset({rare})))
    holders = stored.execute("SELECT row FROM passages WHERE ' ' || terms || ' ' LIKE ?", (f"% {rare} %",)).fetchall()
    assert {hit.row for hit in hits} == {row for (row,) in holders}


@given(st.text(max_size=8), st.text(max_size=8))
def test_escaping_keeps_terms_apart(first: str, second: str) -> None:
    """Different terms stay different, and only what the index takes for one word is left."""
    assert (escape(first) == escape(second)) == (first == second)
    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789.=" or not c.isascii() for c in escape(first))


def test_typed_keys() -> None:
    """A figure is found by value, unit and magnitude; a time by its months and years; a long span by neither."""
    assert list(quantity_keys(Quantity(value=1960, unit="person"))) == ["v:1960", "u:person=4"]
    assert list(quantity_keys(Quantity(value=None, unit="year"))) == []
    assert [magnitude(value) for value in (0, 9, -10, 999)] == [0, 1, 2, 3]
    autumn = TimeExpression(value="2020-FA", begin=date(2020, 9, 1), end=date(2020, 12, 1))
    assert list(time_keys(autumn)) == ["d:2020.09", "d:2020.10", "d:2020.11", "d:2020"]
    night = TimeExpression(value="2020-12-31", begin=date(2020, 12, 31), end=date(2021, 1, 2))
    assert list(time_keys(night)) == ["d:2020.12", "d:2021.01", "d:2020", "d:2021"]
    for begin, end in [(None, None), (date(1900, 1, 1), date(2000, 1, 1)), (date(2000, 1, 1), date(2000, 1, 1))]:
        assert list(time_keys(TimeExpression(value="x", begin=begin, end=end))) == []


@given(st.text(max_size=40) | st.lists(st.sampled_from(MIXED), max_size=6).map(" ".join))
@settings(deadline=None)  # the first example loads the lexicons
def test_every_term_is_one_word_of_the_index(text: str) -> None:
    """Whatever is read in a text, each of its terms is made of characters that the index does not split at."""
    for passage in prepare(Document(text=text.encode("utf-8", "ignore").decode(), title="عنوان")).passages:
        for term in passage.terms:
            assert term
            assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789.=:" or not c.isascii() for c in term), term
            assert not any(c.isspace() and c.isascii() for c in term), term


REPORTS = [
    Document(id="port", text="قتل 15 شخصاً في انفجار في المرفأ يوم 4 أغسطس 2020. وأصيب 80 آخرون بجروح."),
    Document(id="quake", title="زلزال في الجنوب", text="ضرب زلزال مدينة الجنوب. وأسفر عن مقتل 20 شخصاً."),
    Document(id="match", text="فاز الفريق الأحمر على الفريق الأزرق بثلاثة أهداف."),
]


def test_candidates_hold_claims_and_their_documents(tmp_path: Path) -> None:
    """Candidates come best first with positions of claims, load what is stored, and leave excluded documents out."""
    extraction = extract("أعلن الدفاع المدني مقتل 16 شخصاً في انفجار المرفأ.")
    assert extraction.claims
    with Corpus.open(tmp_path / "c.ccdb") as corpus:
        corpus.add(REPORTS)
        claim = extraction.claims[-1]
        candidates = corpus.candidates(claim, extraction, limit=5)
        assert candidates[0].document.id == "port"
        assert candidates[0].extraction == corpus.get("port")
        assert all(0 <= position < len(c.extraction.claims) for c in candidates for position in c.claims)
        assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
        assert len(corpus.candidates(claim, extraction, limit=1)) == 1
        rest = corpus.candidates(claim, extraction, exclude=["port"])
        assert all(c.document.id != "port" for c in rest)
        with pytest.raises(ClaimcheckError, match="not one of"):
            corpus.candidates(Claim(text="غريب"), extraction)


def test_idf_is_larger_for_rarer_stems() -> None:
    """The rarer a stem, the heavier; an unknown one weighs most; everything weighs 0 in an empty corpus."""
    with Corpus.open(":memory:") as corpus:
        assert corpus.idf("فريق") == 0.0
        corpus.add(REPORTS)
        corpus.add([Document(id="w", text="وصل الفريق إلى الملعب.")])
        assert 0 < corpus.idf("فريق") < corpus.idf("مدين") < corpus.idf("غريب")


LOOSE = {
    "port": "😱😱 انفجاااار المرفااأ كم قتيل؟؟؟ #انفجار_المرفأ @someone https://t.co/x1",
    "quake": "يا جماعه الزلزال اللي ضرب الجنوب 💔 عشرين قتيييل",
    "match": "الفريييق الاحمر فاااز 🔥🔥 ع الازرق",
}


@pytest.mark.parametrize(("expected", "post"), LOOSE.items())
def test_loose_writing_is_found(expected: str, post: str) -> None:
    """Hashtags, mentions, emoji, drawn-out letters and missing hamzas do not hide what a post is about."""
    with Corpus.open(":memory:") as corpus:
        corpus.add(REPORTS)
        best = corpus.search(post, limit=1)[0]
        assert best.document is not None
        assert best.document.id == expected
