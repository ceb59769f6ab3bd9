"""Which way a predicate points, and whether two predicates point in opposite ways."""

from functools import cache

from claimcheck.lexicon import lines, load, words


@cache
def _directions() -> dict[str, str]:
    """Map dictionary forms to their direction; the first entry wins."""
    found: dict[str, str] = {}
    for label, block in load("directions").items():
        for lemma in words(block):
            found.setdefault(lemma, label)
    return found


@cache
def _opposites() -> frozenset[frozenset[str]]:
    """Pairs of direction labels and pairs of dictionary forms."""
    table = load("antonyms")
    return frozenset(frozenset(line.split()) for key in ("directions", "verbs") for line in lines(table[key]))


def direction_of(lemma: str) -> str | None:
    """Return the direction of a predicate by its dictionary form.

    >>> direction_of("ارتفع"), direction_of("قال")
    ('up', None)
    """
    return _directions().get(lemma)


def are_opposite(first: str, second: str) -> bool:
    """Tell whether two directions, or two predicates given by their dictionary forms, point in opposite ways.

    >>> are_opposite("up", "down"), are_opposite("ارتفع", "هبط"), are_opposite("وافق", "وصل")
    (True, True, False)
    """
    pairs = _opposites()
    if frozenset((first, second)) in pairs:
        return True
    table = _directions()
    return frozenset((table.get(first, first), table.get(second, second))) in pairs
