"""The gazetteer: countries, nationalities, cities, regions, waters, seats of government and organisations.

Everything is data: ``countries.toml`` (generated from CLDR), ``places.toml`` and ``organisations.toml``. A place is
found by any of its names, in Arabic or Latin letters; they are compared folded, Latin ones lower case without accents.

>>> place("سوتشي").countries, place("Sochi") is place("سوتشي")
(frozenset({'RU'}), True)
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from claimcheck.lexicon import forms, lines, load
from claimcheck.text.orthography import fold

PlaceKind = Literal["country", "capital", "city", "region", "water", "seat"]


@frozen
class Place:
    """A place. ``id`` is the ISO 3166 code of a country, else the folded first name.

    ``countries`` are the codes of the countries that it lies in (a region: that lie in it); ``within`` the ids of the
    places right around it. ``common``: the name is an everyday word too.
    """

    id: str
    name: str
    kind: PlaceKind
    countries: frozenset[str] = frozenset()
    within: tuple[str, ...] = ()
    common: bool = False


@frozen
class Organisation:
    """An organisation. ``country`` is the code or the name of what it belongs to, ``""`` where it is international."""

    id: str
    name: str
    country: str = ""
    common: bool = False


def name_key(name: str) -> str:
    """Return the form under which a name is looked up: folded, lower case, no accents, single spaces.

    >>> name_key("  Córdoba "), name_key("أبو ظبي")
    ('cordoba', 'ابو ظبي')
    """
    folded = fold(name).lower()
    name = folded if folded.isalpha() else " ".join(folded.replace("-", " ").replace("’", "'").split())
    if name.isascii() or "\u0600" <= name[:1] <= "\u08ff":
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _entries(block: str) -> Iterator[tuple[bool, list[str], str, str]]:
    """Yield (everyday word?, names, container, what stands behind ``|``) of each line of a table."""
    for line in lines(block):
        common = line.startswith("?")
        head, _, tail = line.lstrip("? ").partition("|")
        names, _, container = head.partition(":")
        yield common, [name.strip() for name in names.split("=")], container.strip(), tail.strip()


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Return the names of each country by code, the usual Arabic one first.

    >>> country_names()["SA"][0]
    'السعودية'
    """
    found: dict[str, list[str]] = {}
    for _, (code,), names, _ in _entries(load("countries")["countries"]):
        found[code] = [name.strip() for name in names.split("=")]
    for _, (code,), names, _ in _entries(load("places")["aliases"]):
        aliases = [name.strip() for name in names.split("=")]
        # The short name that newspapers use stands first, unless CLDR's is one word already.
        found[code] = [*aliases, *found[code]] if " " in found[code][0] else [*found[code], *aliases]
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}


def _countries() -> Iterator[tuple[Place, tuple[str, ...]]]:
    for code, names in country_names().items():
        yield Place(code, names[0], "country", frozenset((code,))), names


def _regions() -> Iterator[tuple[Place, tuple[str, ...]]]:
    for _, names, members, _ in _entries(load("places")["regions"]):
        yield Place(fold(names[0]), names[0], "region", frozenset(members.split())), tuple(names)


def _located(table: str, section: str, kind: PlaceKind) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for common, names, container, _ in _entries(load(table)[section]):
        within = tuple(part if len(part) == 2 and part.isascii() else fold(part) for part in container.split("/"))
        yield Place(fold(names[0]), names[0], kind, frozenset(), within if container else (), common), tuple(names)


def _all() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield every place with its names; of two entries with one id the first counts."""
    yield from _countries()
    yield from _located("places", "capitals", "capital")
    yield from _located("places", "cities", "city")
    yield from _regions()
    yield from _located("places", "waters", "water")
    yield from _located("places", "metonyms", "seat")
    yield from _located("countries", "cities", "city")


@cache
def _tables() -> tuple[dict[str, tuple[Place, ...]], dict[str, Place]]:
    """Return places by name and by id, with the countries of each worked out from what it lies in."""
    raw: dict[str, tuple[Place, tuple[str, ...]]] = {}
    for found, names in _all():
        raw.setdefault(found.id, (found, names))

    def codes(entry: Place, depth: int = 4) -> frozenset[str]:
        outer = (raw[w][0] for w in entry.within if w in raw and depth)
        return entry.countries.union(*(codes(place_around, depth - 1) for place_around in outer))

    by_id = {
        identity: evolve(entry, countries=codes(entry)) if entry.within else entry
        for identity, (entry, _) in raw.items()
    }
    by_name: dict[str, tuple[Place, ...]] = {}
    for identity, (_, names) in raw.items():
        for key in {name_key(name) for name in names}:
            by_name[key] = (*by_name.get(key, ()), by_id[identity])
    return by_name, by_id


@cache
def places() -> dict[str, Place]:
    """Return all places by all their names (see ``name_key``); of two of one name the first of the tables."""
    return {name: found[0] for name, found in _tables()[0].items()}


def place(name: str) -> Place | None:
    """Return the place of that name, if the gazetteer has it. The article may be missing or too many.

    >>> place("الرياض").name, place("Riyadh").name, place("أنقره").countries
    ('الرياض', 'الرياض', frozenset({'TR'}))
    """
    found = homonyms(name)
    return found[0] if found else None


def homonyms(name: str) -> tuple[Place, ...]:
    """Return all places of that name, the better known first.

    >>> [place.kind for place in homonyms("عمان")]
    ['country', 'capital']
    """
    key, table = name_key(name), _tables()[0]
    return table.get(key) or table.get("ال" + key) or (table.get(key[2:]) if key.startswith("ال") else None) or ()


def place_by_id(identity: str) -> Place | None:
    """Return the place with that id (a country's code, else the folded first name)."""
    return _tables()[1].get(identity)


def around(entry: Place) -> Iterator[str]:
    """Yield the ids of all that a place lies in, the nearest first; countries end the way."""
    waiting = list(entry.within)
    seen = {entry.id}
    while waiting:
        identity = waiting.pop(0)
        if identity not in seen:
            seen.add(identity)
            yield identity
            outer = place_by_id(identity)
            waiting.extend(outer.within if outer else ())


def inflections(adjective: str) -> Iterator[str]:
    """Yield the forms of a nisba adjective: روسي gives روسية، روسيون، روسيات، روسيان ...

    >>> sorted(inflections("روسي"))[:3]
    ['روسي', 'روسيا', 'روسيات']
    """
    yield from (adjective + end for end in ("", "ة", "ا", "ين", "ون", "ان", "ات", "تان", "تين", "و", "تي"))


@cache
def nationalities() -> dict[str, str]:
    """Return the code of the country by the folded form of its adjective (روسي، روسية، روس).

    Forms that are names of places as well (روسيا) are left out, as are everyday words (مالي).
    """
    found: dict[str, str] = {}
    barred = forms(load("places")["not_nationalities"]) | set(places())
    regular = ((code, tail, "") for _, (code,), _, tail in _entries(load("countries")["countries"]) if tail)
    further = ((code, rest, tail) for _, (code,), rest, tail in _entries(load("places")["nationalities"]))
    endings = [fold(ending) for ending in inflections("")]
    for code, adjectives, plurals in [*further, *regular]:
        for adjective in fold(adjectives).split():
            stem = adjective.replace("-", " ")
            for ending in endings:
                found.setdefault(stem + ending, code)
        for plural in fold(plurals).split():
            found.setdefault(plural, code)
    return {form: code for form, code in found.items() if form not in barred}


def nationality(word: str) -> str | None:
    """Return the country's code of an adjective of nationality, with or without article.

    >>> nationality("الروسية"), nationality("الأتراك"), nationality("مالي")
    ('RU', 'TR', None)
    """
    key = fold(word)
    table = nationalities()
    return table.get(key) or (table.get(key[2:]) if key.startswith("ال") else None)


@cache
def organisations() -> dict[str, Organisation]:
    """Return the organisations by all their names (see ``name_key``)."""
    found: dict[str, Organisation] = {}
    for common, names, owner, _ in _entries(load("organisations")["names"]):
        entry = Organisation(fold(names[0]), names[0], owner, common)
        for name in names:
            found.setdefault(name_key(name), entry)
    return found


def organisation(name: str) -> Organisation | None:
    """Return the organisation of that name or abbreviation.

    >>> organisation("الناتو").name, organisation("FIFA").name
    ('حلف شمال الأطلسي', 'الاتحاد الدولي لكرة القدم')
    """
    key = name_key(name)
    return organisations().get(key) or organisations().get("ال" + key)


@cache
def place_ranks() -> frozenset[str]:
    """Return the folded nouns that stand before a place's name and tell its rank (مدينة، محافظة، جزيرة)."""
    table = load("places")
    return forms(table["heads"]) | forms(table["parts"]) | forms(table["ranks"])
