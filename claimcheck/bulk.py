"""Many documents: iterables in, results out in order, in bounded memory, whatever the number of workers.

Work goes to a pool of processes in small batches, a few of which are under way at any time; a result depends on its
document alone, so it does not matter who computes it.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Document, Extraction
from claimcheck.model.verdicts import Report

if TYPE_CHECKING:
    from claimcheck.corpus import Corpus

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 16
_AHEAD = 3  # batches a worker that may wait


def ordered_map(
    function: Callable[[T], R],
    items: Iterable[T],
    workers: int = 1,
    *,
    initializer: Callable[[], None] | None = None,
) -> Iterator[R]:
    """Apply ``function`` to each item, in ``workers`` processes, and yield the results in order.

    At most some dozens of items a worker are held at a time. An exception of the function is raised in its place.
    """
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise ClaimcheckError("workers is a whole number from 1", where=repr(workers))
    if workers == 1:
        if initializer:
            initializer()
        yield from map(function, items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    source = iter(items)
    waiting: deque[Future[list[R]]] = deque()
    with ProcessPoolExecutor(workers, initializer=initializer) as pool:
        try:
            while True:
                while len(waiting) < workers * _AHEAD and (batch := list(islice(source, _BATCH))):
                    waiting.append(pool.submit(_apply, function, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _apply(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(item) for item in batch]


def extract_many(documents: Iterable[Document | str], workers: int = 1) -> Iterator[Extraction]:
    """Extract every document, in order; the same as ``extract`` of each, whatever the number of workers.

    >>> [extraction.text for extraction in extract_many(["", "خبر"])]
    ['', 'خبر']
    """
    from claimcheck.extraction import extract

    return ordered_map(extract, _several(documents), workers)


def check_many(
    documents: Iterable[Document | str],
    corpus: "Corpus | None",
    workers: int = 1,
    published: date | None = None,
    exclude: Collection[str] = (),
) -> Iterator[Report]:
    """Check every document against ``corpus``, in order; a document is never evidence for itself.

    Workers open the file of the corpus for themselves; one that lives in memory is written to a temporary file first.
    ``published`` is the date of documents that have none; ``exclude`` are ids of documents that are no evidence.
    """
    from claimcheck.corpus.filters import id_set

    check = partial(_check, published=published, exclude=tuple(id_set(exclude)))
    if workers == 1 or corpus is None:
        yield from ordered_map(partial(check, corpus=corpus), _several(documents), workers)
        return
    with corpus.shared() as path:
        opened = partial(_open_corpus, path)
        yield from ordered_map(partial(_check_here, check), _several(documents), workers, initializer=opened)


def _several(documents: Iterable[Document | str]) -> Iterable[Document | str]:
    """Refuse one text in place of several: it would be read letter by letter."""
    if isinstance(documents, str):
        raise ClaimcheckError("several documents are needed", where=excerpt(documents))
    return documents


def _check(
    document: Document | str, corpus: "Corpus | None", published: date | None, exclude: tuple[str, ...]
) -> Report:
    from claimcheck.checking import check

    own = (document.id,) if isinstance(document, Document) and document.id is not None else ()
    return check(document, corpus, published=published, exclude=(*exclude, *own))


# The corpus of a worker process, opened once when it starts.
_opened: "list[Corpus]" = []


def _open_corpus(path: str) -> None:
    from claimcheck.corpus import Corpus

    _opened[:] = [Corpus.open(path, mode="r")]


def _check_here(check: Callable[..., Report], document: Document | str) -> Report:
    return check(document, corpus=_opened[0])
