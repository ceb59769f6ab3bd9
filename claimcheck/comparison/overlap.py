"""How much of one bag of content words stands in another, weighted by rarity."""

from collections.abc import Callable, Iterable

from claimcheck.comparison.lexical import concepts, similarity

Weight = Callable[[str], float]


def plain_weight(stem: str) -> float:
    """Weigh a stem by its class alone: a number says what the typed comparisons say better, so it weighs nothing."""
    return 0.0 if stem[:1].isdigit() else 1.0


class Bag:
    """Content stems with their concept index, so that a look-up costs the same in a long text as in a short one."""

    __slots__ = ("_index", "stems")

    def __init__(self, stems: Iterable[str]) -> None:
        """Index the distinct ``stems``, in order."""
        self.stems = tuple(dict.fromkeys(stems))
        self._index: dict[str, list[str]] = {}
        for stem in self.stems:
            for key in concepts(stem):
                self._index.setdefault(key, []).append(stem)

    def best(self, stem: str) -> float:
        """Return the similarity of ``stem`` to the nearest stem of the bag."""
        near: set[str] = set()
        for key in concepts(stem):
            near.update(self._index.get(key, ()))
        return max((similarity(stem, other) for other in near), default=0.0)

    def coverage(self, of: "Bag", weight: Weight = plain_weight) -> float:
        """Return the weighted share of ``of`` that stands in this bag; 0 for an empty one.

        >>> Bag(["قتل", "جندي"]).coverage(Bag(["مقتل", "مدني"]))
        0.45
        """
        total = found = 0.0
        for stem in of.stems:
            w = weight(stem)
            total += w
            found += w * self.best(stem)
        return found / total if total else 0.0


def mutual(first: Bag, second: Bag, weight: Weight = plain_weight) -> float:
    """Return how much two bags share, by the smaller one: symmetric."""
    return max(first.coverage(second, weight), second.coverage(first, weight))
