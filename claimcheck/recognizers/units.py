"""Units of measure in a text: which tokens name a unit, and whether they say a number themselves (يومين).

The lexicon is ``units.toml``; forms of several words (متر مكعب) are found through their first word.
"""

from fractions import Fraction
from functools import cache
from itertools import product

from attrs import define, frozen

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.inflection import adjectives, inflections
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

Form = tuple[str, ...]


@frozen
class Unit:
    """A unit: its canonical English name, its dimension, and ``value × factor + offset`` in the base unit.

    ``factor`` is 0 for the calendar units (month, year, decade ...), which have bounds instead of a factor.
    """

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    lemma: str = ""


@define
class UnitHit:
    """A unit in the tokens ``first`` up to ``stop``; ``dual``: the word says two; ``prefix``: its proclitics."""

    unit: Unit
    first: int
    stop: int
    dual: bool = False
    prefix: str = ""


@cache
def units() -> dict[str, Unit]:
    """Return all units by name."""
    return {unit.name: unit for unit, _ in _entries()}


@cache
def base_units() -> dict[str, str]:
    """Return the base unit of every dimension."""
    return {name: table["base"] for name, table in lexicon.load("units").items() if "base" in table}


@cache
def _entries() -> list[tuple[Unit, tuple[str, ...]]]:
    """Return the units with their forms as the lexicon writes them."""
    found = []
    for dimension, table in lexicon.load("units").items():
        if "units" not in table:
            continue
        for line in lexicon.lines(table["units"]):
            head, _, body = line.partition(":")
            name, factors = _head(head.split())
            written = tuple(body.split())
            lemma = _spellings(written[0].split("=")[0])[0].translate({ord(c): None for c in "*+~"}).replace("_", " ")
            offset = factors[1] if len(factors) > 1 else Fraction(0)
            found.append((Unit(name, dimension, factors[0], offset, lemma), written))
    return found


def _head(parts: list[str]) -> tuple[str, list[Fraction]]:
    """Split ``light year 9460730472580800`` into the name and its one or two numbers."""
    names = [part for part in parts if not part[0].isdigit()]
    return " ".join(names), [Fraction(part) for part in parts if part[0].isdigit()]


@cache
def _prefixes() -> dict[str, list[str]]:
    table = lexicon.load("units")["prefixes"]["spellings"]
    return {key.strip(): spellings.split() for key, _, spellings in (x.partition(":") for x in lexicon.lines(table))}


def _spellings(form: str) -> list[str]:
    """Write out a metric prefix: ``كيلو@متر`` joined (كيلومتر) and apart (كيلو متر)."""
    prefix, at, rest = form.partition("@")
    if not at:
        return [form]
    return [spelling + joint + rest for spelling in _prefixes().get(prefix, [prefix]) for joint in ("", "_")]


def expand(form: str) -> list[tuple[Form, bool]]:
    """Write out one form of a lexicon: every inflected sequence of folded words, and whether it says two.

    >>> [words for words, dual in expand("متر*_مربع~") if dual][:1]
    [('متران', 'مربع')]
    """
    form, _, own = form.partition("=")
    found: list[tuple[Form, bool]] = []
    for spelling in _spellings(form):
        columns = []
        for piece in spelling.split("_"):
            bare = fold(piece.rstrip("*+~"))
            if piece[-1] in "*+":
                columns.append(inflections(piece[:-1], plural=piece.endswith("+")))
            elif piece.endswith("~"):
                columns.append([(word, False) for word in adjectives(bare)])
            else:
                columns.append([(bare, own == "2")])
        if len(columns) == 1:
            found += [((word,) if word.isalpha() else tuple(_tokens(word)), dual) for word, dual in columns[0]]
            continue
        for combination in product(*columns):
            words = tuple(part for word, _ in combination for part in _tokens(word))
            found.append((words, any(dual for _, dual in combination)))
    return found


def _tokens(word: str) -> list[str]:
    """Cut a written form as the tokeniser does (م2, كم/س)."""
    if word.isalpha():
        return [word]
    return [token.norm for token in Tokens.of(word).words]


@cache
def unit_forms() -> dict[str, list[tuple[Form, bool, Unit]]]:
    """Return every form of every unit by its first word, the longest first."""
    found: dict[str, dict[Form, tuple[Form, bool, Unit]]] = {}
    for unit, written in _entries():
        for form in written:
            for words, dual in expand(form):
                found.setdefault(words[0], {}).setdefault(words, (words, dual, unit))
    return {first: sorted(forms.values(), key=lambda entry: -len(entry[0])) for first, forms in found.items()}


def plurals(written: tuple[str, ...]) -> set[str]:
    """Return the broken plurals among the forms of a lexicon line: whole words behind the first without a mark."""
    return {fold(form) for form in written[1:] if form.isalpha() and len(form) > 3}


@cache
def unit_plurals() -> frozenset[str]:
    """Return the broken plurals of units (أمتار, أشهر), which never say one by themselves."""
    return frozenset(form for _, written in _entries() for form in plurals(written))


@cache
def unit_lookup() -> "Lookup[list[tuple[Form, bool, Unit]]]":
    """Return the look-up of words that may open a unit."""
    return Lookup(unit_forms())


def unit_at(tokens: Tokens, index: int) -> UnitHit | None:
    """Return the longest unit that opens at token ``index``, or ``None``.

    >>> hit = unit_at(Tokens.of("5 أمتار مكعبة"), 1)
    >>> hit.unit.name, hit.stop
    ('m3', 3)
    """
    if index >= len(tokens):
        return None
    found = unit_lookup()[tokens.words[index]]
    if found is None:
        return None
    prefix, forms = found
    for words, dual, unit in forms:
        if _follows(tokens, index + 1, words[1:]):
            return UnitHit(unit, index, index + len(words), dual, prefix)
    return None


def _follows(tokens: Tokens, index: int, rest: Form) -> bool:
    """Tell whether the words of ``rest`` stand from token ``index`` on, each with or without its article."""
    norms = tokens.norms
    if not rest or index + len(rest) > len(norms):
        return not rest
    for place, word in enumerate(rest, index):
        norm = norms[place]
        if norm != word and norm != "ال" + word:
            return False
    return True
