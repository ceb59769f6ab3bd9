"""Places, nationalities and institutions in a text."""

from functools import cache
from typing import Literal

from attrs import define

from claimcheck.gazetteer import Place, country_names, name_key
from claimcheck.lexicon import Lookup, forms, load
from claimcheck.recognizers.names_keys import place_key
from claimcheck.recognizers.names_lexicon import complements, fusing, stops
from claimcheck.recognizers.names_words import NameWord
from claimcheck.text.tokens import Tokens

_OPENING = "\"«“'(‹„"
_CLOSING = "\"»”')›“"
_ORGANISATION_LIMIT = 7
_EVERYDAY = frozenset(("العرب", "النبي", "الدار", "الفهد"))


PlaceMentionKind = Literal["place", "organisation", "nationality"]


@define
class PlaceMention:
    """A place, nationality or institution in the tokens ``first`` up to ``stop``.

    ``skip`` is the number of proclitics left out of its first token.
    """

    first: int
    stop: int
    kind: PlaceMentionKind
    canonical: str
    key: str
    skip: int = 0


@cache
def _namesakes() -> frozenset[str]:
    return forms(load("names")["namesakes"])


@cache
def _cue_lookup() -> "Lookup[bool]":
    return Lookup(dict.fromkeys(forms(load("places")["cues"]), True))


@cache
def _namesake_lookup() -> "Lookup[bool]":
    return Lookup(dict.fromkeys(_namesakes(), True))


class Places:
    """The rules, over one text."""

    def __init__(self, tokens: Tokens, entries: list[NameWord | None]) -> None:
        """Read ``tokens``, of which ``entries`` says what each may be."""
        self.tokens = tokens
        self.words = tokens.words
        self.norms = tokens.norms
        self.lines = tokens.line_starts
        self.entries = entries
        self.size = len(entries)
        self.stops = stops()

    def phrase(self, index: int) -> PlaceMention | None:
        """Return the longest name of the gazetteer that begins at the token ``index``."""
        entry = self.entries[index]
        if entry is None or not entry.phrases:
            return None
        for phrase in entry.phrases:
            rest, stop = phrase.rest, index + 1
            if rest:
                stop += len(rest)
                if tuple(self.norms[index + 1 : stop]) != rest:
                    continue
            found = phrase.entry
            if found.common and not self._cued(index):
                continue
            if not rest and ((entry.nation and self._follows_noun(index)) or self.words[index].text.endswith("اً")):
                return None
            kind: PlaceMentionKind = "place" if isinstance(found, Place) else "organisation"
            return PlaceMention(index, stop, kind, found.name, found.id.lower(), entry.skip)
        return None

    def nationality(self, index: int) -> PlaceMention | None:
        """Return the adjective of nationality at the token ``index``."""
        entry = self.entries[index]
        if not entry or not entry.nation:
            return None
        name = country_names()[entry.nation][0]
        return PlaceMention(index, index + 1, "nationality", name, entry.nation.lower(), entry.skip)

    def place(self, index: int) -> PlaceMention | None:
        """Return the place that a noun like مدينة announces: its name is the next word, whatever it is."""
        entry = self.entries[index]
        following = index + 1
        if not entry or entry.head not in ("place", "part") or "ال" in entry.prefix or not self._name_word(following):
            return None
        known = self.phrase(following)
        if known and (entry.head == "place" or known.kind != "place"):
            return None  # the gazetteer's name follows by itself
        first = following if entry.head == "place" else index
        skip = 0 if first == following else entry.skip
        stop = known.stop if known else following + 1
        text = self._text(first, stop, skip)
        return PlaceMention(first, stop, "place", text, place_key(text), skip)

    def headed(self, index: int) -> PlaceMention | None:
        """Return what the head noun at the token ``index`` opens: an institution or a place."""
        return self.organisation(index) or self.place(index)

    def organisation(self, index: int) -> PlaceMention | None:
        """Return the institution whose head noun is the token ``index``: وزارة الداخلية، السفارة الأمريكية."""
        entry = self.entries[index]
        if not entry or entry.head not in ("organisation", "named", "quoted", "definite"):
            return None
        stop, owned = self._named(index), False
        if entry.head == "quoted" and stop == index + 1:
            return None
        while stop < min(self.size, index + _ORGANISATION_LIMIT) and stop not in self.lines:
            size, owner = self._owner(stop, index)
            stop, owned = stop + size, owned or owner
            if owner or not size:
                break
        if stop == index + 1 or (entry.head == "definite" and not owned):
            return None
        return self._mention(index, stop, "organisation")

    def _named(self, index: int) -> int:
        """Return the end of the name behind a head noun: quoted, or a word of another language."""
        entry, following = self.entries[index], index + 1
        if entry and entry.head in ("named", "quoted"):
            quoted = self._quoted(following)
            if quoted:
                return quoted
            after = self.entries[following] if following < self.size else None
            if after and after.foreign:
                return following + 1
        return following

    def _mention(self, first: int, stop: int, kind: PlaceMentionKind) -> PlaceMention:
        """Make an institution of its tokens; ل that has swallowed the article gives it back (للمنتخب: المنتخب)."""
        entry = self.entries[first]
        assert entry is not None
        skip = entry.skip
        text = self._text(first, stop, skip)
        if entry.prefix.endswith("لل"):
            text = "ال" + text[len(entry.prefix) :]
        return PlaceMention(first, stop, kind, text, self._key(first, stop), skip)

    def named_after(self, title: int, person_stop: int) -> PlaceMention | None:
        """Return what is named after a person: جامعة الملك سعود، ملعب الأمير فيصل بن فهد، whose title is a token."""
        if title == 0 or title in self.lines:
            return None
        before = title - 1
        if _namesake_lookup()[self.words[before]] is None:
            return None
        for prefix, core in self.words[before].analyses:
            if core in _namesakes() and not prefix.endswith("ال"):
                skip = len(prefix)
                text = self._text(before, person_stop, skip)
                entry = self.entries[before]
                kind: PlaceMentionKind = "place" if entry and entry.head in ("place", "part") else "organisation"
                return PlaceMention(before, person_stop, kind, text, name_key(text), skip)
        return None

    def _owner(self, index: int, head: int) -> tuple[int, bool]:
        """Return (tokens, whether it says whose): a definite complement, a country, a nationality that agrees."""
        word, entry = self.words[index], self.entries[index]
        found = self.phrase(index)
        if found and found.kind == "place" and not found.skip:
            return found.stop - found.first, True
        if entry and entry.nation and entry.prefix == "ال":
            feminine = self.words[head].norm.endswith(("ه", "ات"))
            return (1, True) if feminine == entry.core.endswith("ه") else (0, False)
        members = index == head + 1 and entry is not None and entry.title is not None and entry.title.number == "plural"
        if word.shape != "word" or word.norm in self.stops or (entry and entry.title and not members):
            return 0, False
        return (1, False) if word.norm.startswith(("ال", "وال", "لل")) and len(word.norm) > 4 else (0, False)

    def _quoted(self, index: int) -> int | None:
        """Return the end of a quoted name of up to four words that opens here."""
        if index >= self.size or self.words[index].text not in _OPENING:
            return None
        for stop in range(index + 2, min(self.size, index + 6)):
            if self.words[stop].text in _CLOSING:
                return stop + 1
        return None

    def _name_word(self, index: int) -> bool:
        """Tell whether the token can be the name of something by its shape: no everyday noun, adjective or verb."""
        if index >= self.size or self.words[index].shape != "word" or index in self.lines:
            return False
        norm, entry = self.words[index].norm, self.entries[index]
        if norm in self.stops or norm in complements() or len(norm) < 3 or (entry and (entry.title or entry.head)):
            return False
        if norm.startswith("ال") and len(norm) > 4:
            return norm not in _EVERYDAY and not norm.endswith(("ين", "ات", "ون"))
        if norm in fusing() or norm in ("لوس", "ستاد", "سانت", "لاس", "نيو"):
            return False
        return not (norm.startswith(("ت", "ي", "و", "ب", "ل", "ك", "ف", "ا")) and entry is None) and not norm.endswith(
            ("ه", "ي", "ات", "ين", "ا")
        )

    def _cued(self, index: int) -> bool:
        """Tell whether an everyday word stands where a place does."""
        if index == 0:
            return False
        before = self.words[index - 1]
        return _cue_lookup()[before] is not None

    def _follows_noun(self, index: int) -> bool:
        """Tell whether an adjective here belongs to the definite noun before it (الحكومة السعودية)."""
        if index == 0 or index in self.lines:
            return False
        before = self.words[index - 1]
        return before.shape == "word" and any(prefix.endswith(("ال", "لل")) for prefix, _ in before.analyses)

    def _text(self, first: int, stop: int, skip: int) -> str:
        return " ".join(self.tokens.span(first, stop).of(self.tokens.text)[skip:].split())

    def _key(self, first: int, stop: int) -> str:
        """Return the key of an institution: its words without article, countries and nationalities as codes."""
        found = []
        index = first
        while index < stop:
            named = self.phrase(index) or self.nationality(index)
            if named and named.kind != "organisation" and named.stop <= stop and index > first:
                found.append(named.key)
                index = named.stop
                continue
            norm = self.words[index].norm
            core = self.entries[index].core if index == first and self.entries[index] else norm  # type: ignore[union-attr]
            found.append(core.removeprefix("ال"))
            index += 1
        return " ".join(word for word in found if word != "وزاره" and word[:1].isalnum())
