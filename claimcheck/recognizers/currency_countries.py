"""The country of a bare dinar, riyal or pound: a full name elsewhere, the places around, else the usual one."""

from bisect import bisect_left
from functools import cache

from attrs import frozen

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.currencies import default_codes, families, pairs_of, rows
from claimcheck.recognizers.units import Form
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_AROUND = 40  # places to either side that have a say
_REACH = 10_000  # the weight of a place beside the noun; it falls with the distance in tokens


@cache
def _territories() -> dict[str, frozenset[str]]:
    """Return the territories of each code."""
    return {code: frozenset(territories.split()) for code, territories, _, _ in rows()}


@cache
def _world() -> frozenset[str]:
    return lexicon.forms(lexicon.load("money")["world"])


@cache
def _codes(family: str) -> dict[str, list[str]]:
    """Return the codes of a family by territory."""
    found: dict[str, list[str]] = {}
    for code in sorted({code for _, code in families()[family].codes}) if family in families() else ():
        for territory in _territories().get(code, ()):
            found.setdefault(territory, []).append(code)
    return found


@cache
def _places() -> "Lookup[list[tuple[Form, str]]]":
    found: dict[str, list[tuple[Form, str]]] = {}
    for territory, written in pairs_of(lexicon.load("money")["places"]):
        for form in written:
            words = tuple(fold(form).split("_"))
            if words[0].startswith("ال"):
                words = (words[0][2:], *words[1:])
            found.setdefault(words[0], []).append((words, territory))
    return Lookup(found)


@frozen
class Country:
    """Where a bare noun's currency came from: its code, and the words that told it."""

    code: str
    origin: str


class Countries:
    """The country words of one text, read once and only if a bare noun asks for them."""

    def __init__(self, tokens: Tokens) -> None:
        """Look at ``tokens`` when first asked."""
        self.tokens = tokens
        self._places: list[tuple[int, str, int]] | None = None
        self._full: dict[str, list[tuple[int, str, str]]] = {}

    def saw(self, family: str, index: int, code: str, name: str) -> None:
        """Note the full ``name`` of a currency (دينار تونسي) at token ``index``; to be called in text order."""
        self._full.setdefault(family, []).append((index, code, name))

    def _hits(self) -> list[tuple[int, str, int]]:
        """Return the places of the text as (first token, territory, token behind), in order."""
        if self._places is None:
            self._places = []
            norms = self.tokens.norms
            for index, entry in enumerate(map(_places().__getitem__, self.tokens.words)):
                for words, territory in entry[1] if entry is not None else ():
                    if tuple(norms[index + 1 : index + len(words)]) == words[1:]:
                        self._places.append((index, territory, index + len(words)))
        return self._places

    def resolve(self, family: str, index: int) -> Country | None:
        """Return the currency of a bare ``family`` noun at token ``index``.

        A full name of the family elsewhere in the text decides, the nearest one; else the places around do, each with a
        weight that falls with its distance; else the family's default.
        """
        full = self._full.get(family)
        if full:
            place = bisect_left(full, (index,))
            near = full[max(0, place - 1) : place + 1]
            _, code, name = min(near, key=lambda item: (abs(item[0] - index), item[0]))
            return Country(code, name)
        told = None if family in _world() else self._by_places(family, index)
        if told is not None:
            return told
        default = default_codes().get(family)
        return Country(default, "the usual currency of that name") if default else None

    def _by_places(self, family: str, index: int) -> Country | None:
        hits = self._hits()
        place = bisect_left(hits, (index,))
        weights: dict[str, int] = {}
        nearest: dict[str, tuple[int, int, int]] = {}
        codes = _codes(family)
        for position, territory, stop in hits[max(0, place - _AROUND) : place + _AROUND]:
            for code in codes.get(territory, ()):
                distance = abs(position - index)
                weights[code] = weights.get(code, 0) + _REACH // (10 + distance)
                nearest[code] = min(nearest.get(code, (distance, position, stop)), (distance, position, stop))
        if not weights:
            return None
        best = max(sorted(weights), key=lambda code: (weights[code], code == default_codes().get(family)))
        _, position, stop = nearest[best]
        return Country(best, self.tokens.span(position, stop).of(self.tokens.text))
