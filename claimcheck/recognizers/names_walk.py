"""How far a person's name goes in a text: particles, compounds, given names, family names by their shape.

A step is the next part of a name: how many tokens it has, and what it weighs as evidence that this is a name at all.
"""

from claimcheck.recognizers.names_lexicon import (
    complements,
    compounds,
    fusing,
    linking,
    looks_foreign,
    looks_unarabic,
    servants,
    stops,
)
from claimcheck.recognizers.names_titles import qualifiers
from claimcheck.recognizers.names_words import NameWord
from claimcheck.text.tokens import Tokens

KUNYA = frozenset(("ابو", "ابي", "ابا", "ال", "ام", "بو", "ولد"))
_VOWELS = frozenset("اوي")
_ASKED_LIMIT = 40  # of questions that cost a pass over the text

Step = tuple[int, int]
_END: Step = (0, 0)


class Walk:
    """The rules of what may continue a name, over one text."""

    def __init__(self, tokens: Tokens, entries: list[NameWord | None]) -> None:
        """Read ``tokens``, of which ``entries`` says what each may be."""
        self.tokens = tokens
        self.words = tokens.words
        self.norms = tokens.norms
        self.lines = tokens.line_starts
        self.entries = entries
        self.size = len(entries)
        self.stops = stops()
        self.complements = complements()
        self.asked = 0

    def _is_title(self, index: int) -> bool:
        entry = self.entries[index]
        return entry is not None and entry.title is not None and (entry.definite_title or entry.given is None)

    def _is_foreign(self, index: int) -> bool:
        entry = self.entries[index]
        given = entry.given if entry else None
        return entry is not None and (entry.foreign or (given is not None and given.foreign and not given.common))

    def _word(self, index: int) -> bool:
        """Tell whether the token is a word that may be part of a name at all."""
        return index < self.size and self.words[index].shape == "word" and self.words[index].norm not in self.stops

    def _kunya(self, index: int, norm: str) -> bool:
        """Tell whether the token is أبو, آل or the like; آبي is a name."""
        return norm in KUNYA and not self.words[index].text.startswith("آب")

    def _servant(self, index: int) -> bool:
        return index < self.size and self.words[index].norm in servants()

    def _unit(self, index: int) -> int:
        """Return how many tokens the part that begins here has: two for عبد الله، أبو بكر، نور الدين."""
        norm = self.words[index].norm
        following = index + 1
        if norm in ("عبد", "العبد"):
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
        if norm == "عبد" or (norm.startswith("عبدال") and len(norm) >= 7):
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
        if foreign or sure >= 3:
            return 1, int(shaped)
        proclitic = norm.startswith(("لل", "بال", "وال", "فال", "كال")) or "ً" in self.words[index].text
        plausible = sure == 2 and len(norm) >= 4 and not proclitic and self._family_may_follow(index)
        return (1, 1) if plausible and self._recurs(norm) else _END

    def _recurs(self, norm: str) -> bool:
        """Tell whether a word comes again in the text, as the family names of the persons of a story do."""
        self.asked += 1
        return self.asked < _ASKED_LIMIT and self.norms.count(norm) > 1

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
