"""Two places: the same, one within the other, different, or unknown; and the country that a phrase stands for.

The levels of ``compare_places``, of which the first that is true holds:

1. ``same name``: one entry of the gazetteer (سوتشي، سوشي، Sochi), or the same name without head noun and article;
2. ``within`` / ``contains``: the gazetteer has one around the other (Sochi in Russia, Russia in Europe); a seat of
   government lies in its country's capital; the longer of two unknown names of one ending is part of the shorter
   (شمال الوادي، الوادي);
3. ``respelled``: one name of another language in two spellings, or in two scripts;
4. ``countries apart``: both are known and lie in no common country;
5. ``same rank``: both are known cities or both regions of one country, or both stand behind the same head noun
   (مديرية، محافظة): two of a rank are never within each other;
6. ``unknown``: nothing is known of one of them that would tell.
"""

from functools import cache
from typing import Literal

from attrs import frozen

from claimcheck.comparison.names_sounds import part_level
from claimcheck.gazetteer import (
    Place,
    around,
    country_names,
    homonyms,
    nationality,
    organisation,
    place,
    place_by_id,
    place_ranks,
)
from claimcheck.lexicon import lines, load
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names_lexicon import looks_foreign
from claimcheck.recognizers.names_parts import NamePart, without_article
from claimcheck.text.orthography import fold

PlaceRelation = Literal["same", "within", "contains", "different", "unknown"]
PlaceLevel = Literal["same name", "gazetteer", "respelled", "countries apart", "same rank", "unknown"]
_RANK: dict[PlaceRelation, int] = {"same": 0, "within": 1, "contains": 1, "unknown": 2, "different": 3}


@frozen
class PlaceComparison:
    """How ``a`` lies to ``b`` (``within``: a in b), and the level that told."""

    relation: PlaceRelation
    level: PlaceLevel


def relation(a: str | Name, b: str | Name) -> PlaceRelation:
    """Return how place ``a`` lies to place ``b``.

    >>> relation("سوتشي", "روسيا"), relation("مصر", "القاهرة"), relation("صنعاء", "صنعا")
    ('within', 'contains', 'unknown')
    """
    return compare_places(a, b).relation


def compare_places(a: str | Name, b: str | Name) -> PlaceComparison:
    """Compare two places, given as names of any script, with or without a head noun (مدينة جدة).

    >>> compare_places("مديرية العبر", "مديرية سيئون")
    PlaceComparison(relation='different', level='same rank')
    """
    first, second = _read(a), _read(b)
    if not first.entries and not second.entries:
        return _by_letters(first, second)
    if not first.entries or not second.entries:
        ranked = first.head is not None and first.head == second.head
        return PlaceComparison("different", "same rank") if ranked else PlaceComparison("unknown", "unknown")
    # Of homonyms (عمان the country, عمان the capital of another) the pair that agrees best is meant.
    told = [_by_gazetteer(x, y) for x in first.entries for y in second.entries]
    best = min(_RANK[found.relation] for found in told)
    agreeing = [found for found in told if _RANK[found.relation] == best]
    undecided = len({found.relation for found in agreeing}) > 1
    return PlaceComparison("unknown", "unknown") if undecided else agreeing[0]


@frozen
class _Reading:
    """A name of a place: its head noun, the rest folded, and what the gazetteer has of that name."""

    head: str | None
    rest: str
    text: str
    entries: tuple[Place, ...]


def _read(name: str | Name) -> _Reading:
    """Take the head noun off a name and look the rest up."""
    text = name.canonical if isinstance(name, Name) else name
    head = fold(name.title) if isinstance(name, Name) and name.title else None
    if isinstance(name, Name) and name.kind == "nationality":
        country = place_by_id(nationality(text) or name.key.upper())
        return _Reading(None, fold(text), text, (country,) if country else homonyms(text))
    words = text.split()
    known = homonyms(text)
    if not known and len(words) > 1 and without_article(fold(words[0])) in place_ranks():
        head = head or without_article(fold(words[0]))
        text = " ".join(words[1:])
        known = homonyms(text)
    return _Reading(head, " ".join(without_article(fold(word).lower()) for word in text.split()), text, known)


def _by_gazetteer(a: Place, b: Place) -> PlaceComparison:
    """Compare two known places."""
    if a.id == b.id:
        return PlaceComparison("same", "same name")
    if _inside(a, b):
        return PlaceComparison("within", "gazetteer")
    if _inside(b, a):
        return PlaceComparison("contains", "gazetteer")
    if "water" in (a.kind, b.kind):
        return PlaceComparison("unknown", "unknown")
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return PlaceComparison("different", "countries apart")
    cities = {a.kind, b.kind} <= {"city", "capital"}
    return PlaceComparison("different", "same rank") if cities else PlaceComparison("unknown", "unknown")


def _inside(a: Place, b: Place) -> bool:
    """Tell whether the gazetteer has ``b`` around ``a``."""
    if b.id in around(a) or (b.kind == "country" and b.id in a.countries and a.kind not in ("region", "country")):
        return True
    if b.kind == "region":
        return bool(a.countries) and a.countries <= b.countries and (a.kind != "region" or a.countries != b.countries)
    return a.kind == "seat" and b.kind == "capital" and bool(a.countries & b.countries)


def _by_letters(a: _Reading, b: _Reading) -> PlaceComparison:
    """Compare two places that the gazetteer does not have."""
    if a.rest == b.rest:
        return PlaceComparison("same", "same name")
    if a.rest.endswith(f" {b.rest}"):
        return PlaceComparison("within", "same name")
    if b.rest.endswith(f" {a.rest}"):
        return PlaceComparison("contains", "same name")
    parts = [
        NamePart(
            r.text, r.rest.replace(" ", ""), latin=r.rest.isascii(), foreign=r.rest.isascii() or looks_foreign(r.rest)
        )
        for r in (a, b)
    ]
    if any(part.foreign for part in parts) and part_level(*parts, foreign=True) in ("exact", "respelled"):
        return PlaceComparison("same", "respelled")
    ranked = a.head is not None and a.head == b.head
    return PlaceComparison("different", "same rank") if ranked else PlaceComparison("unknown", "unknown")


def country_of(phrase: str | Name) -> str | None:
    """Return the ISO 3166 code of the country that a phrase stands for or belongs to, ``None`` if it shows none.

    A country or its adjective, a capital or seat as metonym, an office, an institution; what follows في is where it
    is, not whose.

    >>> country_of("الرئيس الروسي"), country_of("سفارة مصر في باريس"), country_of("موسكو"), country_of("الكرملين")
    ('RU', 'EG', 'RU', 'RU')
    """
    text = phrase.canonical if isinstance(phrase, Name) else phrase
    if isinstance(phrase, Name) and phrase.kind == "nationality":
        return phrase.key.upper()
    whole = place(text)
    if whole is not None:
        return _only(whole)
    words = fold(text).split()
    if "في" in words[1:]:
        words = words[: words.index("في")]
    office = _offices().get(" ".join(words))
    if office:
        return office
    return _named(words) or _owner(" ".join(words))


def _named(words: list[str]) -> str | None:
    """Return the country of the longest place or the first nationality among words, the latest first."""
    for stop in range(len(words), 0, -1):
        for first in range(max(0, stop - 4), stop):
            name = " ".join(words[first:stop])
            entry = place(name) or place(name.removeprefix("ب"))
            if entry is not None and entry.kind in ("country", "capital", "seat"):
                return _only(entry)
        code = nationality(words[stop - 1])
        if code:
            return code
    return None


def _owner(text: str) -> str | None:
    """Return the country of a known organisation."""
    entry = organisation(text)
    return entry.country if entry is not None and entry.country in country_names() else None


def _only(entry: Place) -> str | None:
    return next(iter(entry.countries)) if len(entry.countries) == 1 else None


@cache
def _offices() -> dict[str, str]:
    found = {}
    for line in lines(load("places")["offices"]):
        office, _, code = line.partition(":")
        found[fold(office.strip())] = code.strip()
    return found
