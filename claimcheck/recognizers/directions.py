"""Which way a predicate points, and whether two predicates point in opposite ways."""

from functools import cache, lru_cache

from claimcheck.lexicon import lines, load, words
from claimcheck.text.orthography import fold


@cache
def _directions() -> dict[str, str]:
    """Map the folded dictionary forms to their direction; the first entry wins."""
    found: dict[str, str] = {}
    for label, block in load("directions").items():
        for lemma in words(block):
            found.setdefault(fold(lemma), label)
    return found


@cache
def _opposites() -> frozenset[frozenset[str]]:
    """Pairs of direction labels and pairs of folded dictionary forms."""
    table = load("antonyms")
    pairs = [line.split() for block in (table["directions"], table["verbs"]) for line in lines(block)]
    return frozenset(frozenset(map(fold, pair)) for pair in pairs)


@lru_cache(maxsize=4096)
def direction_of(lemma: str) -> str | None:
    """Return the direction of a predicate by its dictionary form.

    >>> direction_of("ارتفع"), direction_of("قال")
    ('up', None)
    """
    return _directions().get(fold(lemma))


def are_opposite(first: str, second: str) -> bool:
    """Tell whether two directions, or two predicates given by their dictionary forms, point in opposite ways.

    >>> are_opposite("up", "down"), are_opposite("ارتفع", "هبط"), are_opposite("وافق", "وصل")
    (True, True, False)
    """
    first, second = fold(first), fold(second)
    pairs = _opposites()
    if frozenset((first, second)) in pairs:
        return True
    table = _directions()
    return frozenset((table.get(first, first), table.get(second, second))) in pairs
