"""Persons in a text: where a name begins, how far it goes, and the title before it.

A name begins at a given name or behind a title; it goes on over particles with their word, further given names, family
names by their shape (an article, an ending of another language) and stops at any word of the stop lists. Precision
comes first: an everyday word that is a given name too (جمال، سعيد) opens a name only behind a title or before a part
that is surely one. What gathers as evidence, two make a name: a title or a given name that is no everyday word each
count two, an everyday one or a shape one.
"""

from attrs import define

from claimcheck.recognizers.names_lexicon import Given, particles
from claimcheck.recognizers.names_titles import qualifiers
from claimcheck.recognizers.names_walk import Walk

_TITLE_LIMIT = 14
_NAME_LIMIT = 9


@define
class PersonMention:
    """A name in the tokens ``first`` up to ``stop``; ``title`` is the token at which its title begins, or ``None``.

    ``skip`` is the number of proclitics on the first token; ``sure`` what evidence there is that it is a name.
    """

    first: int
    stop: int
    title: int | None = None
    skip: int = 0
    sure: int = 2


class Persons(Walk):
    """The rules of where a name begins, over one text."""

    def at(self, index: int, title: int | None = None) -> PersonMention | None:
        """Return the name that begins at the token ``index``, if one does."""
        sure = self._opening(index, led=title is not None)
        if sure is None:
            return None
        stop = index + self._unit(index)
        parts, foreign = 1, self._is_foreign(index)
        end = min(self.size, index + _NAME_LIMIT)
        while stop < end and stop not in self.lines:
            hyphen = self.norms[stop] == "-" and self.tokens.glued(stop - 1) and self.tokens.glued(stop)
            if hyphen and stop + 1 < end and self._word(stop + 1):
                stop += 2
                continue
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
        end = min(self.size, title + _TITLE_LIMIT)
        while index < end and index not in self.lines:
            if not comma and self.norms[index] in ("،", ","):
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

    def _opening(self, index: int, led: bool) -> int | None:
        """Return the evidence with which a name begins at the token, ``None`` where it does not."""
        entry, norm = self.entries[index], self.norms[index]
        if entry and entry.given:
            hindered = led and (entry.prefix or self._office(index, entry))
            return None if hindered else self._given(index, entry.given, led)
        if norm == "عبد":
            return 2 if self._servant(index + 1) else None
        if norm.startswith("عبدال") and len(norm) >= 7:
            return 2
        return 2 if led and norm not in self.stops and self._led(index) else None

    def _led(self, index: int) -> bool:
        """Tell whether behind a title a name begins that is no given name of the lexicon."""
        entry, norm = self.entries[index], self.words[index].norm
        if norm == "علي":  # written like the preposition, before a part that only a name has
            following = self.words[index + 1].norm if index + 1 < self.size else ""
            return following in ("عبد", "بن") or following.startswith("عبدال")
        if self._kunya(index, norm) and self._word(index + 1):
            return True
        famous = entry is not None and entry.surname is not None and not entry.nation and entry.prefix in ("", "ال")
        return famous or (entry is not None and entry.foreign)

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
        while stop < min(self.size, index + _NAME_LIMIT) and stop not in self.lines:
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
            if not phrase.rest or tuple(self.norms[index + 1 : stop]) == phrase.rest:
                return stop - index
        if entry and (entry.nation or entry.title or entry.head):
            return 1
        if norm in particles() and norm not in self.complements:
            return 0
        core = norm[1:] if norm[0] in "ولب" and len(norm) > 4 else norm
        definite = norm.startswith(("ال", "وال", "لل", "بال", "ولل"))
        return 1 if definite or not {norm, core}.isdisjoint(self.complements) or core in qualifiers() else 0
