"""Persons in a text: where a name begins, how far it goes, and the title before it.

A name begins at a given name or behind a title; it goes on over particles with their word, further given names, family
names by their shape (an article, an ending of another language) and stops at any word of the stop lists. Precision
comes first: an everyday word that is a given name too (جمال، سعيد) opens a name only behind a title or before a part
that is surely one. What gathers as evidence, two make a name: a title or a given name that is no everyday word each
count two, an everyday one or a shape one.
"""

from attrs import frozen

from claimcheck.recognizers.names_lexicon import (
    Given,
    complements,
    compounds,
    fusing,
    linking,
    looks_foreign,
    looks_unarabic,
    particles,
    servants,
    stops,
)
from claimcheck.recognizers.names_titles import qualifiers
from claimcheck.recognizers.names_words import NameWord
from claimcheck.text.tokens import Tokens

_KUNYA = frozenset(("ابو", "ابي", "ابا", "ال", "ام", "بو", "ولد"))
_TITLE_LIMIT = 14
_NAME_LIMIT = 9
_VOWELS = frozenset("اوي")

Step = tuple[int, int]  # tokens of the next part, and what it weighs as evidence
_END: Step = (0, 0)


@frozen
class PersonMention:
    """A name in the tokens ``first`` up to ``stop``; ``title`` is the token at which its title begins, or ``None``.

    ``skip`` is the number of proclitics on the first token; ``sure`` what evidence there is that it is a name.
    """

    first: int
    stop: int
    title: int | None = None
    skip: int = 0
    sure: int = 2


class Persons:
    """The rules, over one text."""

    def __init__(self, tokens: Tokens, entries: list[NameWord | None]) -> None:
        """Read ``tokens``, of which ``entries`` says what each may be."""
        self.tokens = tokens
        self.words = tokens.words
        self.entries = entries
        self.size = len(entries)
        self.stops = stops()
        self.particles = particles()
        self.complements = complements()

    def at(self, index: int, title: int | None = None) -> PersonMention | None:
        """Return the name that begins at the token ``index``, if one does."""
        sure = self._opening(index, led=title is not None)
        if sure is None:
            return None
        stop = index + self._unit(index)
        parts, foreign = 1, self._is_foreign(index)
        end = min(self.size, index + _NAME_LIMIT)
        while stop < end and not self.tokens.newline_before(stop):
            size, evidence = self._next(stop, parts, foreign, sure + (title is not None))
            if not size:
                break
            foreign = foreign or self._is_foreign(stop)
            stop, parts, sure = stop + size, parts + 1, sure + evidence
        if sure < 2 or (parts == 1 and title is None):
            return None
        entry = self.entries[index]
        skip = len(entry.prefix) if entry and entry.given else 0
        return PersonMention(index, min(stop, self.size), title, skip, sure + (title is not None))

    def behind(self, title: int) -> PersonMention | None:
        """Return the name that the title at token ``title`` leads to, if there is one."""
        entry = self.entries[title]
        index = title + 1
        if len(self.words[title].norm) == 1:  # د. محمد
            if index >= self.size or self.words[index].text not in "./":
                return None
            index += 1
        direct, comma = index, False
        leads = entry is not None and entry.title is not None and entry.definite_title
        leads = leads and entry.title.kind in ("address", "rank")  # type: ignore[union-attr]
        while index < min(self.size, title + _TITLE_LIMIT) and not self.tokens.newline_before(index):
            if self.words[index].norm in ("،", ",") and not comma:
                comma, index = True, index + 1
                continue
            if (index == direct and leads) or not self._is_title(index):
                found = self.at(index, title) or (self._unknown(index, title) if index == direct and leads else None)
                if found:
                    return found
            size = 0 if comma else self._complement(index)
            if not size:
                return None
            index += size
        return None

    def _is_title(self, index: int) -> bool:
        entry = self.entries[index]
        return entry is not None and entry.title is not None and (entry.definite_title or entry.given is None)

    def _is_foreign(self, index: int) -> bool:
        entry = self.entries[index]
        given = entry.given if entry else None
        return entry is not None and (entry.foreign or (given is not None and given.foreign and not given.common))

    def _opening(self, index: int, led: bool) -> int | None:
        """Return the evidence with which a name begins at the token, ``None`` where it does not."""
        entry, word = self.entries[index], self.words[index]
        norm = word.norm
        if entry and entry.given:
            if led and entry.prefix:
                return None
            return self._given(index, entry.given, led)
        if norm == "عبد":
            return 2 if self._servant(index + 1) else None
        if norm.startswith("عبدال") and len(norm) > 7:
            return 2
        if not led or norm in self.stops:
            return None
        kunya = self._kunya(index, norm) and self._word(index + 1)
        famous = entry is not None and entry.surname is not None and not entry.nation and entry.prefix in ("", "ال")
        return 2 if kunya or famous or (entry is not None and entry.foreign) else None

    def _given(self, index: int, given: Given, led: bool) -> int | None:
        """Return the evidence of a given name: an everyday word counts less, and less again without a title."""
        if given.rare:
            if self._unit(index) == 2:
                return 2
            before = self.entries[index - 1] if index else None
            spokesman = before is not None and before.title is not None and before.title.lemma in ("متحدث", "ناطق")
            if given.lexeme == "باسم" and spokesman:
                return None
            entry = self.entries[index]
            return 2 if led else 0 if entry is not None and entry.title is None else None
        return 1 if given.common and not led else 2

    def _word(self, index: int) -> bool:
        """Tell whether the token is a word that may be part of a name at all."""
        return index < self.size and self.words[index].shape == "word" and self.words[index].norm not in self.stops

    def _kunya(self, index: int, norm: str) -> bool:
        """Tell whether the token is أبو, آل or the like; آبي is a name."""
        return norm in _KUNYA and not self.words[index].text.startswith("آب")

    def _servant(self, index: int) -> bool:
        return index < self.size and self.words[index].norm in servants()

    def _unit(self, index: int) -> int:
        """Return how many tokens the part that begins here has: two for عبد الله، أبو بكر، نور الدين."""
        norm = self.words[index].norm
        following = index + 1
        if norm == "عبد":
            return 2 if self._servant(following) else 1
        if self._kunya(index, norm) and self._word(following):
            return 1 + (self._unit(following) if self.words[following].norm == "عبد" else 1)
        if following < self.size and self.words[following].norm in compounds() and norm not in linking():
            return 2
        return 1

    def _next(self, index: int, parts: int, foreign: bool, sure: int) -> Step:
        """Return the next part of a name of so many parts; nothing where the name ends."""
        word = self.words[index]
        if word.shape != "word":
            return _END
        step = self._particle(index, word.norm, foreign)
        if step is None:
            step = self._known(index)
        return self._family(index, parts, foreign, sure) if step is None else step

    def _known(self, index: int) -> Step | None:
        """Return the same of a word that a lexicon knows as a name or as the end of one; ``None`` of any other."""
        word, entry = self.words[index], self.entries[index]
        norm = word.norm
        if norm in self.stops or (entry and entry.title and (entry.definite_title or not entry.given)):
            return _END
        if entry and entry.given:
            return (
                _END
                if entry.prefix or self._office(index, entry)
                else (self._unit(index), 1 if entry.given.common else 2)
            )
        if norm[0] == "و" and norm[1:2] not in _VOWELS:  # and another one
            return _END
        famous = entry is not None and entry.surname is not None and entry.prefix in ("", "ال")
        return (1, 2) if famous or looks_foreign(norm, word.text) else None

    def _particle(self, index: int, norm: str, foreign: bool) -> Step | None:
        """Return the part that a particle opens: بن علي، أبو بكر، عبد الله، دي ماريا."""
        following = index + 1
        if norm in linking() and self._word(following):
            return 1 + self._unit(following), 2
        if self._kunya(index, norm) and self._word(following) and not self._is_title(following):
            return self._unit(index), 2
        if norm == "عبد" or (norm.startswith("عبدال") and len(norm) > 7):
            return self._unit(index), 2
        if foreign and norm in fusing() and self._word(following):
            return 2, 1
        return None

    def _family(self, index: int, parts: int, foreign: bool, sure: int) -> Step:
        """Return the same of a word that no lexicon knows as a name: a family name by its shape and place."""
        norm = self.words[index].norm
        if norm.startswith("ال") and len(norm) > 4:
            return self._definite_family(index, parts, sure)
        if self.entries[index] or len(norm) < 3 or parts > 1 or norm.endswith(("ات", "وا")) or norm in self.complements:
            return _END
        verb_like = (len(norm) <= 5 and norm[0] in "يتن" and not foreign) or norm.startswith(("سي", "لي", "لت", "ست"))
        if verb_like or any(core in self.stops for _, core in self.words[index].analyses):
            return _END
        shaped = foreign and len(norm) >= 5 and looks_unarabic(norm)
        return (1, int(shaped)) if foreign or sure >= 3 else _END

    def _definite_family(self, index: int, parts: int, sure: int) -> Step:
        """Return the same of a word with the article: a nisba, or any noun right behind a given name."""
        word, entry = self.words[index], self.entries[index]
        norm = word.norm
        before = self.entries[index - 1]
        if before is not None and (before.surname or before.foreign):  # the family name stands there already
            return _END
        if entry and entry.nation:
            return (1, 1) if parts == 1 and word.text.endswith("ي") else _END
        if (entry and (entry.head or entry.phrases) and sure < 3) or norm.endswith(("يه", "ات", "ين", "ون")):
            return _END
        if norm.endswith("ي") and (word.text.endswith("ي") or sure >= 3):
            return 1, 1 if norm[2:] in qualifiers() else 2
        return (1, 0) if sure >= 2 and self._family_may_follow(index) else _END

    def _family_may_follow(self, index: int) -> bool:
        """Tell whether the part before is no family name yet: a given one, or the end of عبد الله."""
        before = self.entries[index - 1]
        return before is not None and (before.given is not None or before.servant)

    def _office(self, index: int, entry: NameWord) -> bool:
        """Tell whether a word that is a name too is the office of the man before: فيصل بن خالد أمير المنطقة."""
        if entry.title is None or entry.title.kind not in ("office", "address") or not self.definite(index + 1):
            return False
        return not self.words[index + 1].norm.endswith("ي")

    def definite(self, index: int) -> bool:
        """Tell whether a definite noun or a place stands here, which an office before it governs."""
        if index >= self.size:
            return False
        entry = self.entries[index]
        return self.words[index].norm.startswith("ال") or (entry is not None and bool(entry.phrases))

    def _unknown(self, index: int, title: int) -> PersonMention | None:
        """Return a name whose first word no lexicon knows, right behind a rank or form of address."""
        norm = self.words[index].norm
        if (
            not self._word(index)
            or self.entries[index] is not None
            or len(norm) < 3
            or norm.startswith("ال")
            or norm in qualifiers()
            or norm in self.complements
            or norm.endswith(("ات", "ين", "ون", "يه"))
        ):
            return None
        stop = index + self._unit(index)
        while stop < min(self.size, index + _NAME_LIMIT) and not self.tokens.newline_before(stop):
            size, _ = self._next(stop, 1, False, 2)
            if not size:
                break
            stop = min(stop + size, self.size)
        return PersonMention(index, stop, title, 0, 3) if stop - index > 1 else None

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
        if norm in self.particles and norm not in self.complements:
            return 0
        core = norm[1:] if norm[0] in "ولب" and len(norm) > 4 else norm
        definite = norm.startswith(("ال", "وال", "لل", "بال", "ولل"))
        return 1 if definite or not {norm, core}.isdisjoint(self.complements) or core in qualifiers() else 0
