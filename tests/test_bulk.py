"""Many documents: in order, whatever the number of workers, in bounded memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import ClaimcheckError, Corpus, Document, check, check_many, extract, extract_many
from claimcheck.bulk import ordered_map

TEXTS = [f"قتل {number} شخصاً في انفجار في المرفأ، وقال الوزير إن {number} آخرين أصيبوا." for number in range(2, 90)]


@pytest.mark.parametrize("workers", [1, 2])
def test_extract_many_is_extract_of_each(workers: int) -> None:
    """Results come in order and equal those of extract, for strings and Documents."""
    documents = [Document(id=str(i), text=text) if i % 2 else text for i, text in enumerate(TEXTS)]
    assert list(extract_many(documents, workers=workers)) == [extract(d) for d in documents]


def test_empty_and_wrong_number_of_workers() -> None:
    """Nothing in, nothing out; a number of workers below one is the caller's error."""
    assert list(extract_many([], workers=2)) == []
    for wrong in (0, -1, True, 1.5):
        with pytest.raises(ClaimcheckError, match="workers"):
            list(extract_many(["نص"], workers=wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [1, 2])
def test_error_of_a_document_is_raised_in_its_place(workers: int) -> None:
    """The results before a bad document come out first, then its own error."""
    results = extract_many([*TEXTS[:20], 5], workers=workers)  # type: ignore[list-item]
    assert [next(results) for _ in range(16)] == [extract(text) for text in TEXTS[:16]]
    with pytest.raises(ClaimcheckError, match="Document"):
        list(results)


def test_memory_is_bounded() -> None:
    """An endless source is read only a little ahead of what is taken."""
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield TEXTS[read % len(TEXTS)]

    results = extract_many(endless(), workers=2)
    for _ in range(20):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert read <= 20 + 16 * 2 * 4


def test_ordered_map_keeps_order_of_uneven_work() -> None:
    """Slow items do not let fast ones overtake them."""
    assert list(ordered_map(_slow, range(40), workers=2)) == [number * 2 for number in range(40)]


def _slow(number: int) -> int:
    sum(range(200_000 if number % 7 == 0 else 10))
    return number * 2


@pytest.mark.parametrize("place", ["memory", "file"])
def test_check_many_is_check_of_each(tmp_path: Path, place: str) -> None:
    """One and two workers give the reports of check; a document's own copy in the corpus is no evidence."""
    references = [Document(id=str(i), text=text) for i, text in enumerate(TEXTS[:10])]
    with Corpus.open(":memory:" if place == "memory" else tmp_path / "c.ccdb") as corpus:
        corpus.add(references)
        expected = [check(document, corpus, exclude=[str(document.id)]) for document in references]
        assert list(check_many(references, corpus, workers=1)) == expected
        assert list(check_many(references, corpus, workers=2)) == expected
        for report, document in zip(expected, references, strict=True):
            found = {e.document.id for v in report.verdicts for e in v.evidence if e.document is not None}
            assert document.id not in found


def test_check_many_without_a_corpus() -> None:
    """Without a corpus only internal consistency is checked, in any number of processes."""
    assert list(check_many(TEXTS[:20], None, workers=2)) == [check(text, None) for text in TEXTS[:20]]
