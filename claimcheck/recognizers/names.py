"""Names in a text: persons, places, organisations and nationalities, each resolved over the whole document.

>>> from claimcheck.text.tokens import Tokens
>>> found = recognize_names(Tokens.of("قال العقيد ماجد السالم في جدة إن الطريق مفتوح. وأضاف السالم"))
>>> [(name.kind, name.text, name.title) for name in found], found[-1].canonical
([('person', 'ماجد السالم', 'العقيد'), ('place', 'جدة', None), ('person', 'السالم', None)], 'ماجد السالم')
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import compress, count

from attrs import define, field

from claimcheck.gazetteer import place_ranks
from claimcheck.lexicon import Lookup
from claimcheck.model.mentions import Name
from claimcheck.model.spans import Span
from claimcheck.recognizers.names_keys import skeleton
from claimcheck.recognizers.names_lexicon import given_names, stops
from claimcheck.recognizers.names_parts import NamePart, split_name
from claimcheck.recognizers.names_persons import PersonMention, Persons
from claimcheck.recognizers.names_places import PlaceMention, Places
from claimcheck.recognizers.names_titles import titles
from claimcheck.recognizers.names_words import NameWord, entries
from claimcheck.text.orthography import TABLE, fold
from claimcheck.text.tokens import Tokens

Mention = PersonMention | PlaceMention


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """Return the retrieval key of a person: the keys of its parts in order, titles and particles left out.

    >>> person_key("الرئيس فلاديمير بوتين"), person_key("Vladimir Putin")
    ('fldmr btn', 'fldmr btn')
    """
    return " ".join(skeleton(part.norm) for part in split_name(name).parts)


def recognize_names(tokens: Tokens) -> list[Name]:
    """Return the names of a text, in order and disjoint.

    ``canonical`` of a person is the fullest form in the text (of a place, nationality or known organisation its usual
    name), ``title`` what was stripped before the name (of a place, its
    noun of rank, folded: مديريه), ``key`` what to retrieve it by.
    """
    table = entries(tokens)
    mentions = _mentions(tokens, table)
    people = _People()
    for mention in mentions:
        if isinstance(mention, PersonMention):
            people.add(_text(tokens, mention), mention.sure)
    mentions = _with_surnames(tokens, mentions, people)
    return [_name(tokens, mention, people) for mention in mentions]


def _mentions(tokens: Tokens, table: list[NameWord | None]) -> list[Mention]:
    """Find the mentions, rules tried in order at every word that a lexicon knows."""
    persons, places = Persons(tokens, table), Places(tokens, table)
    found: list[Mention] = []
    done = 0
    for index in compress(count(), table):
        entry = table[index]
        if index < done or entry is None or not entry.opens:
            continue
        for mention in _rules(persons, places, index, entry):
            # What is named after a person begins before the title at which it is found.
            while found and found[-1].stop > mention.first:
                found.pop()
            found.append(mention)
            done = mention.stop
    return found


def _rules(persons: Persons, places: Places, index: int, entry: NameWord) -> list[Mention]:
    """Return what begins at one word: for a title also the places and nationalities inside it, then the person."""
    place = places.phrase(index) if entry.phrases else None
    if place and place.stop - place.first > 1:
        return [place]
    if entry.title and (entry.definite_title or not entry.given or persons.definite(index + 1)):
        person = persons.behind(index)
        if person:
            named = places.named_after(index, person.stop)
            return [named] if named else [*_inside(places, index + 1, person.first), person]
    if entry.given or entry.servant:
        person = persons.at(index)
        if person:
            return [person]
    found = place or (places.headed(index) if entry.head else None)
    if not found and entry.nation:
        found = places.nationality(index)
    return [found] if found else []


def _inside(places: Places, first: int, stop: int) -> list[Mention]:
    """Return the places, nationalities and institutions of a title's complement."""
    found: list[Mention] = []
    index = first
    while index < stop:
        mention = None
        if places.entries[index] is not None:
            mention = places.phrase(index) or places.organisation(index) or places.nationality(index)
        if mention and mention.stop <= stop:
            found.append(mention)
            index = mention.stop
        else:
            index += 1
    return found


@define
class _People:
    """The persons of one text, by the parts of their names."""

    names: dict[str, tuple[NamePart, ...]] = field(factory=dict)
    by_part: dict[str, list[str]] = field(factory=dict)
    sure: set[str] = field(factory=set)

    def add(self, name: str, sure: int) -> None:
        """Note a name as it is written, and how sure it is one; twice is sure."""
        if sure > 2 or name in self.names:
            self.sure.add(name)
        if name in self.names:
            return
        parts = self.names[name] = split_name(name).parts
        for part in {part.norm for part in parts}:
            self.by_part.setdefault(part, []).append(name)

    def fullest(self, name: str) -> str:
        """Return the longest form of the text that a name can be short for."""
        parts = self.names.get(name) or split_name(name).parts
        if not parts:
            return name
        best, size = name, len(parts)
        for other in self.by_part.get(parts[-1].norm, ())[:16]:
            longer = self.names[other]
            if len(longer) > size and _short_for(parts, longer):
                best, size = other, len(longer)
        return best

    def surnames(self) -> Iterable[tuple[str, ...]]:
        """Yield the folded words of the last part of every sure name of several parts, everyday words left out."""
        given, barred = given_names(), stops()
        for name in self.sure:
            parts = split_name(name).parts
            usable = len(parts) > 1 and not (parts[-1].patronymic and parts[-1].given)
            words = tuple(fold(parts[-1].text).split()) if usable else ()
            if not words or len(words[0]) < (4 if len(words) == 1 else 2) or words[0] in barred:
                continue
            entry = given.get(words[0])
            if len(words) > 1 or entry is None or (not entry.common and self._owner(parts[-1].norm)):
                yield words

    def _owner(self, part: str) -> bool:
        """Tell whether no other person of the text has this given name, which would make it ambiguous alone."""
        return len(self.by_part.get(part, ())) <= 1


def _short_for(short: tuple[NamePart, ...], full: tuple[NamePart, ...]) -> bool:
    """Tell whether ``short`` leaves out parts of ``full``: the family name alone, or the first name and later ones.

    A father's first name, behind بن, is nobody's family name.
    """
    if len(short) == 1:
        father = full[-1].patronymic and full[-1].given and not short[0].patronymic
        return short[0].norm == full[-1].norm and not father
    rest = iter([part.norm for part in full])
    return short[0].norm == full[0].norm and all(part.norm in rest for part in short)


def _with_surnames(tokens: Tokens, mentions: list[Mention], people: _People) -> list[Mention]:
    """Add the places where a family name of the text stands alone."""
    wanted: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for word, *rest in people.surnames():
        bare = word.removeprefix("ال")
        forms = [(prefix + word, len(prefix)) for prefix in ("", "و", "ف", "ب", "ل", "ك", "ول")]
        if bare != word:
            forms += [("لل" + bare, 0), ("ولل" + bare, 1)]
        for form, skip in forms:
            wanted.setdefault(form, []).append((skip, tuple(rest)))
    norms = tokens.norms
    places = [index for index, norm in enumerate(norms) if norm in wanted] if wanted else []
    if not places:
        return mentions
    taken = bytearray(len(tokens) + 1)
    for mention in mentions:
        taken[mention.first : mention.stop] = b"\1" * (mention.stop - mention.first)
    further: list[Mention] = []
    for index in places:
        if not taken[index]:
            for skip, more in wanted[norms[index]]:
                stop = index + 1 + len(more)
                if tuple(norms[index + 1 : stop]) == more and not any(taken[index:stop]):
                    further.append(PersonMention(index, stop, None, skip))
                    taken[index:stop] = b"\1" * (stop - index)
                    break
    return sorted([*mentions, *further], key=lambda mention: mention.first) if further else mentions


def _span(tokens: Tokens, mention: Mention) -> Span:
    """Return the span of a mention, without the proclitics that are no part of it."""
    start, end, skip = tokens.starts[mention.first], tokens.end(mention.stop - 1), mention.skip
    if not skip:
        return Span(start, end)
    while skip:
        if TABLE.get(ord(tokens.text[start]), "") is not None:
            skip -= 1
        start += 1
    while TABLE.get(ord(tokens.text[start]), "") is None:  # harakat of the proclitic
        start += 1
    return Span(start, end)


def _text(tokens: Tokens, mention: Mention) -> str:
    return " ".join(_span(tokens, mention).of(tokens.text).split())


def _name(tokens: Tokens, mention: Mention, people: _People) -> Name:
    """Make the value of a mention."""
    span = _span(tokens, mention)
    text = span.of(tokens.text)
    if isinstance(mention, PlaceMention):
        head = _head(tokens, mention) if mention.kind == "place" else None
        return Name(canonical=mention.canonical, kind=mention.kind, key=mention.key, title=head, span=span, text=text)
    canonical = people.fullest(" ".join(text.split()))
    title = None if mention.title is None else _title(tokens, mention.title, mention.first)
    return Name(canonical=canonical, kind="person", key=person_key(canonical), title=title, span=span, text=text)


@cache
def _rank_lookup() -> "Lookup[str]":
    return Lookup({rank: rank for rank in place_ranks()})


def _head(tokens: Tokens, mention: PlaceMention) -> str | None:
    """Return the noun of rank right before a place, without proclitics: مديرية، محافظة."""
    if not mention.first or tokens.newline_before(mention.first):
        return None
    rank = _rank_lookup()[tokens.words[mention.first - 1]]
    return rank[1] if rank else None


def _title(tokens: Tokens, first: int, stop: int) -> str:
    """Return the title before a name, without the conjunction or preposition on it."""
    hit = titles()[tokens.words[first]]
    prefix = hit[0] if hit else ""
    skip = 0 if prefix.endswith("لل") else len(prefix.removesuffix("ال"))
    return " ".join(tokens.span(first, stop).of(tokens.text)[skip:].strip(" ،,\n").split())
