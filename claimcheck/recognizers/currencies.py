"""Money nouns in a text: which tokens name a currency, and which country a bare dinar, riyal or pound belongs to.

The names of all currencies come from CLDR (``currencies.toml``), the words of news from ``money.toml``.
"""

import re
from functools import cache

from attrs import frozen

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.inflection import inflections
from claimcheck.recognizers.units import Form, expand, plurals
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_ENDINGS = ("", "ا", "ه", "ين", "ان", "ات", "تين", "تان")


@frozen
class MoneyHit:
    """A currency in the tokens ``first`` up to ``stop``.

    ``code`` is its ISO 4217 code, the name of a subunit, or ``None`` where the family (دينار) has several and no country
    stands with it. ``scale`` multiplies the number (م.د. is a million dinars).
    """

    code: str | None
    first: int
    stop: int
    family: str = ""
    dual: bool = False
    scale: int = 1
    prefix: str = ""
    subunit: bool = False


@frozen
class _Family:
    """A noun for currencies: its lemma, and the country words of each of its codes, the longest first."""

    lemma: str
    codes: tuple[tuple[Form, str], ...]


@frozen
class _Entry:
    words: Form
    dual: bool
    family: str = ""
    code: str | None = None
    scale: int = 1
    subunit: bool = False
    exact: str = ""


def _pairs(block: str) -> list[tuple[str, list[str]]]:
    """Read lines ``key: words``."""
    found = []
    for line in lexicon.lines(block):
        key, _, rest = line.partition(":")
        found.append((key.strip(), rest.split()))
    return found


@cache
def _named() -> list[tuple[str, Form]]:
    """Return every code with each of its full names as folded words."""
    found: list[tuple[str, Form]] = []
    for line in lexicon.lines(lexicon.load("currencies")["currencies"]):
        code, _, _, names = (cell.strip() for cell in line.split("|"))
        found += [(code, tuple(fold(name).split())) for name in names.split("/") if not name.strip().isascii()]
    for code, names_of in _pairs(lexicon.load("money")["names"]):
        found += [(code, tuple(fold(name).split("_"))) for name in names_of]
    return found


@cache
def _symbols() -> list[tuple[str, list[str]]]:
    """Return every code with its symbols in CLDR."""
    rows = [
        [cell.strip() for cell in line.split("|")] for line in lexicon.lines(lexicon.load("currencies")["currencies"])
    ]
    return [(code, symbols.split()) for code, _, symbols, _ in rows]


@cache
def families() -> dict[str, _Family]:
    """Return the families of currencies by the lemma of their noun."""
    nouns = {form: fold(lemma) for lemma, written in _nouns() for form, _ in written}
    codes: dict[str, dict[Form, str]] = {}
    for code, (noun, *rest) in _named():
        codes.setdefault(nouns.get(noun, noun), {}).setdefault(tuple(rest), code)
    return {
        lemma: _Family(lemma, tuple(sorted(found.items(), key=lambda item: -len(item[0]))))
        for lemma, found in codes.items()
    }


def _nouns() -> list[tuple[str, list[tuple[str, bool]]]]:
    """Return the nouns of ``money.toml`` with their forms and whether each says two."""
    found = []
    for lemma, written in _pairs(lexicon.load("money")["nouns"]):
        forms = [(words[0], dual) for form in written for words, dual in expand(form) if len(words) == 1]
        found.append((lemma, forms))
    return found


def _hamza(form: str) -> str:
    """Return the alef of an abbreviation that only its hamza tells from another: د.إ are dirhams, د.أ dinars."""
    return next((letter for letter in form if letter in "أإ"), "") if form.startswith("د.") else ""


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Return all that may open a currency, by first word, the longest first."""
    table = lexicon.load("money")
    found: dict[str, list[_Entry]] = {}

    def add(entry: _Entry) -> None:
        found.setdefault(entry.words[0], []).append(entry)

    for code, written in _pairs(table["abbreviations"]):
        for form in written:
            for words, _ in expand(form):
                add(_Entry(words, False, code=code, exact=_hamza(form)))
    for code, symbols in _symbols():
        for symbol in symbols:
            for form in {symbol, symbol.rstrip(".")}:
                words = tuple(word.norm for word in Tokens.of(form.replace("_", " ")).words)
                add(_Entry(words, False, code=code, exact=_hamza(form)))
    for head, written in _pairs(table["scaled"]):
        code, scale = head.split()
        for form in written:
            for words, _ in expand(form):
                add(_Entry(words, False, code=code, scale=int(scale)))
    for head, written in _pairs(table["subunits"]):
        name = head.split()[0]
        for form in written:
            for words, dual in expand(form):
                add(_Entry(words, dual, code=name, subunit=True))
    known = set()
    for lemma, forms in _nouns():
        for form, dual in forms:
            known.add(form)
            add(_Entry((form,), dual, family=fold(lemma)))
    for lemma in families():
        if lemma not in known:
            for form, dual in inflections(re.sub("ه$", "ة", lemma), plural=True):
                add(_Entry((form,), dual, family=lemma))
    for code, _ in _symbols():
        add(_Entry((code.lower(),), False, code=code))
    return {first: sorted(entries, key=lambda entry: -len(entry.words)) for first, entries in found.items()}


def money_nouns() -> dict[str, bool]:
    """Return the words that open a currency and may say one or two themselves, true for duals."""
    return {
        first: any(entry.dual for entry in entries)
        for first, entries in _entries().items()
        if len(first) > 2 and not first.isascii() and any(entry.family or entry.subunit for entry in entries)
    }


@cache
def money_plurals() -> frozenset[str]:
    """Return the broken plurals of money nouns (دنانير)."""
    return frozenset(form for _, written in _pairs(lexicon.load("money")["nouns"]) for form in plurals(tuple(written)))


@cache
def money_lookup() -> "Lookup[list[_Entry]]":
    """Return the look-up of words that may open a currency."""
    return Lookup(_entries())


@cache
def _defaults() -> dict[str, str]:
    return {fold(lemma): codes[0] for lemma, codes in _pairs(lexicon.load("money")["defaults"])}


@cache
def _english() -> dict[str, str]:
    return {fold(lemma): names[0] for lemma, names in _pairs(lexicon.load("money")["names_in_english"])}


def money_at(tokens: Tokens, index: int) -> MoneyHit | None:
    """Return the currency that opens at token ``index``, or ``None``.

    >>> hit = money_at(Tokens.of("5 دنانير أردنية"), 1)
    >>> hit.code, hit.stop
    ('JOD', 3)
    """
    if index >= len(tokens):
        return None
    found = money_lookup()[tokens.words[index]]
    if found is None:
        return None
    prefix, entries = found
    for entry in entries:
        stop = index + len(entry.words)
        if tuple(tokens.norms[index:stop])[1:] != entry.words[1:]:
            continue
        if entry.exact and not any(entry.exact in word.text for word in tokens.words[index:stop]):
            continue
        if not entry.family:
            return MoneyHit(entry.code, index, stop, "", entry.dual, entry.scale, prefix, entry.subunit)
        code, stop = _country(tokens, stop, entry.family)
        if code is not None or entry.family in _defaults() or entry.family in _english() or _single(entry.family):
            return MoneyHit(code or _single(entry.family), index, stop, entry.family, entry.dual, 1, prefix)
    return None


def _single(family: str) -> str | None:
    """Return the code of a family that has only one."""
    codes = {code for _, code in families()[family].codes} if family in families() else set()
    return codes.pop() if len(codes) == 1 else None


def _country(tokens: Tokens, stop: int, family: str) -> tuple[str | None, int]:
    """Read the country behind the noun (دينار كويتي, دولار هونغ كونغ)."""
    if family not in families():
        return None, stop
    for words, code in families()[family].codes:
        if words and stop + len(words) <= len(tokens):
            seen = tokens.norms[stop : stop + len(words)]
            if all(agrees(norm, word) for norm, word in zip(seen, words, strict=True)):
                return code, stop + len(words)
    return None, stop


def agrees(norm: str, adjective: str) -> bool:
    """Tell whether a folded word is a form of a folded adjective, with or without the article.

    >>> agrees("الكويتيه", "كويتي"), agrees("كويت", "كويتي")
    (True, False)
    """
    if norm == adjective:
        return True
    stem = adjective.removesuffix("ه")
    for core in (norm, norm[2:] if norm.startswith("ال") else norm):
        if core.startswith(stem) and core[len(stem) :] in _ENDINGS:
            return True
    return False


@cache
def _territories() -> dict[str, frozenset[str]]:
    """Return the territories of each code."""
    found = {}
    for line in lexicon.lines(lexicon.load("currencies")["currencies"]):
        code, places, *_ = (cell.strip() for cell in line.split("|"))
        found[code] = frozenset(places.split())
    return found


@cache
def _places() -> "Lookup[list[tuple[Form, str]]]":
    found: dict[str, list[tuple[Form, str]]] = {}
    for territory, written in _pairs(lexicon.load("money")["places"]):
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
        self._seen: list[tuple[int, str, int]] | None = None
        self._full: dict[str, list[tuple[int, str, str]]] = {}

    def saw(self, family: str, index: int, code: str, name: str) -> None:
        """Note that the full ``name`` of a currency (دينار تونسي) stands at token ``index``."""
        self._full.setdefault(family, []).append((index, code, name))

    def _hits(self) -> list[tuple[int, str, int]]:
        if self._seen is None:
            self._seen = []
            norms = self.tokens.norms
            for index, entry in enumerate(map(_places().__getitem__, self.tokens.words)):
                if entry is not None:
                    for words, territory in entry[1]:
                        if tuple(norms[index + 1 : index + len(words)]) == words[1:]:
                            self._seen.append((index, territory, index + len(words)))
        return self._seen

    def resolve(self, family: str, index: int) -> Country | None:
        """Return the currency of a bare ``family`` noun at token ``index``.

        A full name of the family elsewhere in the text decides, the nearest one; else the country words do, each with a
        weight that falls with its distance; else the family's default.
        """
        full = self._full.get(family)
        if full:
            _, code, name = min(full, key=lambda item: (abs(item[0] - index), item[0]))
            return Country(code, name)
        weights: dict[str, int] = {}
        nearest: dict[str, tuple[int, int, int]] = {}
        for code in {code for _, code in families()[family].codes} if family in families() else ():
            for position, territory, stop in self._hits():
                if territory in _territories().get(code, ()):
                    distance = abs(position - index)
                    weights[code] = weights.get(code, 0) + 10_000 // (10 + distance)
                    nearest[code] = min(nearest.get(code, (distance, position, stop)), (distance, position, stop))
        if weights:
            best = max(sorted(weights), key=lambda code: (weights[code], code == _defaults().get(family)))
            _, position, stop = nearest[best]
            return Country(best, self.tokens.span(position, stop).of(self.tokens.text))
        default = _defaults().get(family)
        return Country(default, "the usual currency of that name") if default else None


def english_name(family: str) -> str:
    """Return the unit of a family whose country nothing tells."""
    return _english().get(family, family)
