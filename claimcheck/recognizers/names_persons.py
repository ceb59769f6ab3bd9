"""Persons in a text: where a name begins, how far it goes, and the title before it.

A name begins at a given name or behind a title; it goes on over particles with their word, further given names, family
names by their shape (an article, an ending of another language) and stops at any word of the stop lists. Precision
comes first: an everyday word that is a given name too (جمال، سعيد) opens a name only behind a title or before a part
that is surely one.
"""

from attrs import frozen

from claimcheck.recognizers.names_lexicon import (
    complements,
    compounds,
    fusing,
    linking,
    looks_foreign,
    servants,
    stops,
)
from claimcheck.recognizers.names_titles import qualifiers
from claimcheck.recognizers.names_words import NameWord
from claimcheck.text.tokens import Tokens

_KUNYA = frozenset(("ابو", "ابي", "ابا", "ال", "ام", "بو", "ولد"))
_TITLE_LIMIT = 14
_NAME_LIMIT = 9


@frozen
class PersonMention:
    """A name in the tokens ``first`` up to ``stop``; ``title`` is the token at which its title begins, or ``None``."""

    first: int
    stop: int
    title: int | None = None
    skip: int = 0


class Persons:
    """The rules, over one text."""

    def __init__(self, tokens: Tokens, entries: list[NameWord | None]) -> None:
        """Read ``tokens``, of which ``entries`` says what each may be."""
        self.tokens = tokens
        self.words = tokens.words
        self.entries = entries
        self.size = len(entries)
        self.stops = stops()
        self.fusing = fusing()
        self.linking = linking()
        self.compounds = compounds()

    def at(self, index: int, title: int | None = None) -> PersonMention | None:
        """Return the name that begins at the token ``index``, if one does."""
        strength = self._opening(index, led=title is not None)
        if not strength:
            return None
        stop = index + self._unit(index)
        parts, sure = 1, strength
        foreign = self._is_foreign(index)
        while stop < min(self.size, index + _NAME_LIMIT) and not self.tokens.newline_before(stop):
            size, evidence = self._next(stop, parts, foreign, sure + (title is not None))
            if not size:
                break
            foreign = foreign or self._is_foreign(stop)
            stop, parts, sure = stop + size, parts + 1, sure + evidence
        if parts == 1 and title is None:
            return None
        entry = self.entries[index]
        skip = len(entry.prefix) if entry and entry.given else 0
        return PersonMention(index, stop, title, skip) if sure >= 2 else None

    def behind(self, title: int) -> PersonMention | None:
        """Return the name that the title at token ``title`` leads to, if there is one."""
        entry = self.entries[title]
        index, commas = title + 1, 0
        while index < min(self.size, title + _TITLE_LIMIT) and not self.tokens.newline_before(index):
            norm = self.words[index].norm
            if norm in ("،", ",") and not commas:
                commas, index = 1, index + 1
                continue
            direct = index == title + 1 and entry is not None and self._leads(entry)
            found = self.at(index, title) if not self._is_title(index) or direct else None
            if found:
                return found
            if direct and self._unknown_first(index):
                return PersonMention(index, self._family_end(index), title)
            size = self._complement(index)
            if not size or commas:
                return None
            index += size
        return None

    def _leads(self, entry: NameWord) -> bool:
        """Tell whether a name nearly always follows the title at once: العقيد، الدكتور، السيد."""
        return entry.title is not None and entry.definite_title and entry.title.kind in ("address", "rank")

    def _is_title(self, index: int) -> bool:
        entry = self.entries[index]
        return entry is not None and entry.title is not None and (entry.definite_title or entry.given is None)

    def _is_foreign(self, index: int) -> bool:
        entry = self.entries[index]
        return entry is not None and (entry.foreign or (entry.given is not None and entry.given.foreign))

    def _opening(self, index: int, led: bool) -> int:
        """Return how sure a name begins here: 0 not, 1 if more evidence follows, 2 by itself (behind a title)."""
        entry = self.entries[index]
        word = self.words[index]
        if entry and entry.given:
            if word.text.endswith("ى") and entry.core == "علي":
                return 0
            if led and entry.prefix:
                return 0
            return 2 if led or not entry.given.common else 1
        if word.norm == "عبد" or (entry and entry.surname and led and entry.prefix in ("", "ال")):
            return 2 if led or self._servant(index + 1) else 0
        if led and word.norm in _KUNYA and self._word(index + 1):
            return 2
        if word.shape == "word" and word.norm.startswith("عبدال") and len(word.norm) > 7:
            return 2
        return 2 if led and entry and entry.foreign else 0

    def _word(self, index: int) -> bool:
        """Tell whether the token is a word that may be part of a name at all."""
        return index < self.size and self.words[index].shape == "word" and self.words[index].norm not in self.stops

    def _servant(self, index: int) -> bool:
        return index < self.size and self.words[index].norm in servants()

    def _unit(self, index: int) -> int:
        """Return how many tokens the part that begins here has: two for عبد الله، أبو بكر، نور الدين."""
        norm = self.words[index].norm
        following = index + 1
        if norm == "عبد" and self._servant(following):
            return 2
        if norm in _KUNYA and self._word(following):
            return 1 + (self._unit(following) if self.words[following].norm == "عبد" else 1)
        if following < self.size and self.words[following].norm in self.compounds and norm not in self.linking:
            return 2
        return 1

    def _next(self, index: int, parts: int, foreign: bool, sure: int) -> tuple[int, int]:
        """Return (tokens of the next part, its weight as evidence); no tokens where the name ends."""
        word, entry = self.words[index], self.entries[index]
        norm = word.norm
        following = index + 1
        if word.shape != "word":
            return 0, 0
        if norm in self.linking and self._word(following):
            return 1 + self._unit(following), 2
        if norm in _KUNYA and self._word(following) and not self._is_title(following):
            return self._unit(index), 2
        if norm in self.stops or (entry and entry.title and not (entry.given and not entry.definite_title)):
            return 0, 0
        if norm == "عبد" or (norm.startswith("عبدال") and len(norm) > 7):
            return self._unit(index), 2
        if entry and entry.given and not entry.prefix:
            return self._unit(index), 1 if entry.given.common else 2
        if norm in self.fusing and foreign and self._word(following):
            return 2, 1
        if (entry and entry.surname) or looks_foreign(norm, word.text):
            return 1, 2
        return self._family(index, parts, foreign, sure)

    def _family(self, index: int, parts: int, foreign: bool, sure: int) -> tuple[int, int]:
        """Return the same of a word that no lexicon knows as a name: a family name by its shape and place."""
        word, entry = self.words[index], self.entries[index]
        norm = word.norm
        if norm.startswith("ال") and len(norm) > 4:
            if entry and (entry.head or entry.phrases) and sure < 3:
                return 0, 0
            if entry and entry.nation:
                return (1, 1) if parts == 1 and word.text.endswith("ي") else (0, 0)
            return (1, 1) if (norm.endswith("ي") and word.text[-1] in "يى") or sure >= 2 else (0, 0)
        if entry or len(norm) < 3 or norm.endswith(("ات", "وا")) or norm in complements():
            return 0, 0
        verb_like = len(norm) <= 5 and norm[0] in "يتن" and not foreign
        return (1, 1) if (foreign or sure >= 3) and parts == 1 and not verb_like else (0, 0)

    def _unknown_first(self, index: int) -> bool:
        """Tell whether an unknown word can be a first name right behind a rank or form of address."""
        word = self.words[index]
        return (
            self._word(index)
            and self.entries[index] is None
            and len(word.norm) >= 3
            and not word.norm.startswith("ال")
            and word.norm not in qualifiers()
            and word.norm not in complements()
            and not word.norm.endswith(("ات", "ين", "ون"))
        )

    def _family_end(self, index: int) -> int:
        stop = index + self._unit(index)
        while stop < min(self.size, index + _NAME_LIMIT) and not self.tokens.newline_before(stop):
            size, _ = self._next(stop, 1, False, 2)
            if not size:
                break
            stop += size
        return stop

    def _complement(self, index: int) -> int:
        """Return how many tokens of a title's complement stand here (وزير *الخارجية الروسي* ...)."""
        word, entry = self.words[index], self.entries[index]
        norm = word.norm
        if word.shape != "word":
            return 0
        for phrase in entry.phrases if entry else ():
            stop = index + 1 + len(phrase.rest)
            if tuple(w.norm for w in self.words[index + 1 : stop]) == phrase.rest:
                return stop - index
        if entry and (entry.nation or entry.title or entry.head):
            return 1
        if norm in self.stops and norm not in complements() and not norm.startswith("ال"):
            return 0
        core = norm[1:] if norm[0] in "ولب" and len(norm) > 4 else norm
        definite = norm.startswith(("ال", "وال", "لل", "بال", "ولل"))
        return 1 if definite or norm in complements() or core in complements() or core in qualifiers() else 0
