"""Money nouns in a text: which tokens name a currency.

The names of all currencies come from CLDR (``currencies.toml``), the words of news from ``money.toml``.
"""

import re
from collections.abc import Iterator
from functools import cache

from attrs import define, frozen

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.inflection import adjectives, inflections
from claimcheck.recognizers.units import Form, expand, plurals
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens


@define
class MoneyHit:
    """A currency in the tokens ``first`` up to ``stop``.

    ``code`` is its ISO 4217 code, the name of a subunit, or ``None`` where the family (دينار) has several and no
    country stands with it. ``scale`` multiplies the number (م.د. is a million dinars).
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


def pairs_of(block: str) -> list[tuple[str, list[str]]]:
    """Read lines ``key: words``."""
    found = []
    for line in lexicon.lines(block):
        key, _, rest = line.partition(":")
        found.append((key.strip(), rest.split()))
    return found


@cache
def rows() -> list[tuple[str, str, str, str]]:
    """Return what CLDR has of each currency: code, territories, symbols, names."""
    found = []
    for line in lexicon.lines(lexicon.load("currencies")["currencies"]):
        code, territories, symbols, names = (cell.strip() for cell in line.split("|"))
        found.append((code, territories, symbols, names))
    return found


@cache
def _named() -> list[tuple[str, Form]]:
    """Return every code with each of its full names as folded words."""
    found: list[tuple[str, Form]] = []
    for code, _, _, names in rows():
        found += [(code, tuple(fold(name).split())) for name in names.split("/") if not name.strip().isascii()]
    for code, names_of in pairs_of(lexicon.load("money")["names"]):
        found += [(code, tuple(fold(name).split("_"))) for name in names_of]
    return found


@cache
def _symbols() -> list[tuple[str, list[str]]]:
    """Return every code with its symbols in CLDR."""
    return [(code, symbols.split()) for code, _, symbols, _ in rows()]


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
    for lemma, written in pairs_of(lexicon.load("money")["nouns"]):
        forms = [(words[0], dual) for form in written for words, dual in expand(form) if len(words) == 1]
        found.append((lemma, forms))
    return found


def _hamza(form: str) -> str:
    """Return the alef of an abbreviation that only its hamza tells from another: د.إ are dirhams, د.أ dinars."""
    return next((letter for letter in form if letter in "أإ"), "") if form.startswith("د.") else ""


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Return all that may open a currency, by first word, the longest first."""
    found: dict[str, list[_Entry]] = {}
    for entry in (*_written_entries(), *_symbol_entries(), *_noun_entries()):
        found.setdefault(entry.words[0], []).append(entry)
    return {first: sorted(entries, key=lambda entry: -len(entry.words)) for first, entries in found.items()}


def _written_entries() -> Iterator[_Entry]:
    """Abbreviations, those that multiply, and subunits, as ``money.toml`` writes them."""
    table = lexicon.load("money")
    for code, written in pairs_of(table["abbreviations"]):
        for form in written:
            yield from (_Entry(words, False, code=code, exact=_hamza(form)) for words, _ in expand(form))
    for head, written in pairs_of(table["scaled"]):
        code, scale = head.split()
        for form in written:
            yield from (_Entry(words, False, code=code, scale=int(scale)) for words, _ in expand(form))
    for head, written in pairs_of(table["subunits"]):
        for form in written:
            yield from (_Entry(words, dual, code=head.split()[0], subunit=True) for words, dual in expand(form))


def _symbol_entries() -> Iterator[_Entry]:
    """Codes and symbols of CLDR, a symbol with its last full stop or without."""
    for code, symbols in _symbols():
        yield _Entry((code.lower(),), False, code=code)
        for symbol in symbols:
            for form in {symbol, symbol.rstrip(".")}:
                words = tuple(word.norm for word in Tokens.of(form.replace("_", " ")).words)
                yield _Entry(words, False, code=code, exact=_hamza(form))


def _noun_entries() -> Iterator[_Entry]:
    """Nouns of money with their inflections; those of CLDR alone are inflected regularly."""
    known = set()
    for lemma, forms in _nouns():
        for form, dual in forms:
            known.add(form)
            yield _Entry((form,), dual, family=fold(lemma))
    for lemma in families():
        if lemma not in known:
            forms = inflections(re.sub("ه$", "ة", lemma), plural=True)
            yield from (_Entry((form,), dual, family=lemma) for form, dual in forms)


def money_nouns() -> dict[str, bool]:
    """Return the nouns of money that may say one or two themselves, true for duals.

    Only those of ``money.toml``: the duals of rarer currencies are spelled like other words (ليونان, for Greece).
    """
    found = {form: dual for _, forms in _nouns() for form, dual in forms if len(form) > 2}
    for _, written in pairs_of(lexicon.load("money")["subunits"]):
        found.update({words[0]: dual for form in written for words, dual in expand(form)})
    return found


@cache
def money_plurals() -> frozenset[str]:
    """Return the broken plurals of money nouns (دنانير)."""
    return frozenset(
        form for _, written in pairs_of(lexicon.load("money")["nouns"]) for form in plurals(tuple(written))
    )


@cache
def money_lookup() -> "Lookup[list[_Entry]]":
    """Return the look-up of words that may open a currency."""
    return Lookup(_entries())


@cache
def default_codes() -> dict[str, str]:
    """Return the code that a bare noun has where nothing tells its country."""
    return {fold(lemma): codes[0] for lemma, codes in pairs_of(lexicon.load("money")["defaults"])}


@cache
def english_names() -> dict[str, str]:
    """Return the units of nouns whose country nothing tells and that have no default."""
    return {fold(lemma): names[0] for lemma, names in pairs_of(lexicon.load("money")["names_in_english"])}


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
        if stop > index + 1 and tuple(tokens.norms[index + 1 : stop]) != entry.words[1:]:
            continue
        if entry.exact and not any(entry.exact in word.text for word in tokens.words[index:stop]):
            continue
        if not entry.family:
            return MoneyHit(entry.code, index, stop, "", entry.dual, entry.scale, prefix, entry.subunit)
        code, stop = _country(tokens, stop, entry.family)
        if (
            code is not None
            or entry.family in default_codes()
            or entry.family in english_names()
            or _single(entry.family)
        ):
            return MoneyHit(code or _single(entry.family), index, stop, entry.family, entry.dual, 1, prefix)
    return None


@cache
def _single(family: str) -> str | None:
    """Return the code of a family that has only one."""
    codes = {code for _, code in families()[family].codes} if family in families() else set()
    return codes.pop() if len(codes) == 1 else None


@cache
def _countries(family: str) -> dict[str, list[tuple[Form, str]]]:
    """Return the country words of a family with their codes, the longest first, by every form of the first word."""
    found: dict[str, list[tuple[Form, str]]] = {}
    for words, code in families()[family].codes if family in families() else ():
        for form in _agreeing(words[0]) if words else ():
            found.setdefault(form, []).append((words, code))
    return found


def _country(tokens: Tokens, stop: int, family: str) -> tuple[str | None, int]:
    """Read the country behind the noun (دينار كويتي, دولار هونغ كونغ)."""
    norms = tokens.norms
    for words, code in _countries(family).get(norms[stop], ()) if stop < len(norms) else ():
        seen = norms[stop : stop + len(words)]
        if len(seen) == len(words) and all(map(agrees, seen, words)):
            return code, stop + len(words)
    return None, stop


@cache
def _agreeing(adjective: str) -> frozenset[str]:
    """Return every folded word that agrees with a folded adjective."""
    return frozenset({adjective, *(article + form for article in ("", "ال") for form in adjectives(adjective))})


def agrees(norm: str, adjective: str) -> bool:
    """Tell whether a folded word is a form of a folded adjective, with or without the article.

    >>> agrees("الكويتيه", "كويتي"), agrees("كويت", "كويتي")
    (True, False)
    """
    return norm in _agreeing(adjective)
