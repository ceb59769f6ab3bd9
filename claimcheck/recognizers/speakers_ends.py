"""Where a speaker's phrase ends: before a verb, an object, a relative clause, another speaker, an addressee.

What has been read so far is in ``Walk``.
"""

from claimcheck.lexicon import forms
from claimcheck.recognizers.scan import RELATIVES, Scan
from claimcheck.recognizers.speakers_shapes import Shapes
from claimcheck.recognizers.speakers_words import Head, infos, tables

DEMONSTRATIVES = forms("هذا هذه ذلك تلك")
_PROBED = DEMONSTRATIVES | {"باسم", "غير"}


class Walk:
    """The state of reading one phrase.

    ``here`` is the next token, ``need`` whether the last word still wants a complement, ``name`` the tokens of the
    personal name and ``roles`` those of the titles around it. ``described``: a preposition was read, so that bare words
    behind it are no name. ``known``: a recognised place or organisation opened the phrase, which is then complete.
    """

    def __init__(self, start: int, head: Head) -> None:
        """Begin at ``start``."""
        self.start = self.here = self.opened = start
        self.head = head
        self.need = self.described = self.known = False
        self.name: tuple[int, int] | None = None
        self.roles: list[tuple[int, int]] = []

    def close_role(self) -> None:
        """Keep the words since the last name as a title."""
        if self.here > self.opened:
            self.roles.append((self.opened, self.here))

    def take_name(self, stop: int) -> None:
        """Take a personal name that ends before ``stop``; a title behind it may follow."""
        self.close_role()
        self.name = (self.here, stop)
        self.here = self.opened = stop


class PhraseEnds:
    """Tells the ends of the phrases of one text."""

    def __init__(self, scan: Scan, shapes: Shapes) -> None:
        """Look at ``scan``."""
        self.scan, self.shapes = scan, shapes
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans

    def on_behalf(self, walk: Walk) -> bool:
        """Tell whether باسم is "in the name of" (المتحدث باسم الوزارة), not the man's name."""
        here = walk.here
        return self.norms[here] == "باسم" and any(
            infos[self.words[k]].core in tables()["spokesmen"] for k in range(max(walk.start, here - 3), here)
        )

    def stop(self, walk: Walk, limit: int, stop_at_object: bool) -> bool:
        """Tell whether the phrase ends before the next word."""
        here, shapes = walk.here, self.shapes
        info, norm = infos[self.words[here]], self.norms[here]
        if walk.name and here == walk.name[1] and not shapes.role_behind(here):
            return True
        named = here in self.spans and not info.joined and not self.scan.starts_inside(here)
        if named or (norm in _PROBED and (self.on_behalf(walk) or self._qualified(walk, limit))):
            return False
        if info.adverb and not shapes.is_ali(here):
            return not self._described(walk, limit)
        if norm in RELATIVES or (info.particle and not info.head) or self._addressed(walk):
            return True
        if norm[0] == "و":
            headed = info.prefix[:1] == "و" and (info.head != "" or info.definite)
            if headed or shapes.joining(here):
                return self._next_member(walk, headed)
        return self._turns(walk, stop_at_object)

    def _qualified(self, walk: Walk, limit: int) -> bool:
        """Tell whether غير or a demonstrative goes on with the phrase (منظمات غير حكومية، رئيسة هذه الكتلة)."""
        here = walk.here
        if self.norms[here] == "غير" and here + 1 < limit:
            return infos[self.words[here + 1]].definite == infos[self.words[here - 1]].definite
        return walk.need and self.norms[here] in DEMONSTRATIVES

    def _next_member(self, walk: Walk, headed: bool) -> bool:
        """Tell whether و opens another speaker, not a part of this one (وزارة الثقافة والإعلام)."""
        here, info = walk.here, infos[self.words[walk.here]]
        if not headed:
            return not self._place_list(walk) and not walk.need
        if info.head == "office" and info.definite and infos[self.words[here - 1]].head == "office" and not walk.name:
            return False
        if info.definite and not info.head:
            return walk.head in {"", "unnamed"} or (walk.name is not None and here == walk.name[1])
        return not info.definite or info.head in {"office", "unnamed", "address"}

    def _place_list(self, walk: Walk) -> bool:
        """Tell whether و joins a place to one inside the phrase (تقارير في فرنسا وإنجلترا)."""
        spans, here = self.spans, walk.here
        if here not in spans or spans[here][1].kind != "place" or not walk.head:
            return False
        return any(k in spans and spans[k][0] == here for k in range(max(walk.start + 1, here - 4), here))

    def _turns(self, walk: Walk, stop_at_object: bool) -> bool:
        """Tell whether the next word is of something else: a verb, an object, whom the speech is made to, a content."""
        here, shapes = walk.here, self.shapes
        if shapes.fused(here) and not shapes.continues(here) and not (walk.need and self.norms[here][0] == "ب"):
            return True
        cue = self.scan.cues.get(here)
        if cue and any(form.shape == "masdar" or form.object for form in cue[1]):
            return True
        if walk.need:
            return False
        if shapes.possessed(here) or shapes.another(here) or shapes.verbal(here):
            return True
        return stop_at_object and shapes.object(here)

    def _addressed(self, walk: Walk) -> bool:
        """Tell whether ل opens whom the speech is made to (قال الوزير لوكالة الأنباء)."""
        core = self.shapes.addressee(walk.here)
        if not core:
            return False
        return bool(walk.name) or core in tables()["press"] or walk.head not in {"office", "institution"}

    def _described(self, walk: Walk, limit: int) -> bool:
        """Tell whether a preposition continues a description (مصدر في الوزارة، المشرف على المهرجان)."""
        here, lists = walk.here, tables()
        norm = self.norms[here]
        if here + 1 >= limit or walk.name or norm not in {"في", "من", "علي", "عن", "لدي"}:
            return False
        following, known = infos[self.words[here + 1]], self.spans.get(here + 1)
        inside = following.head == "institution" or (known is not None and known[1].kind == "organisation")
        indefinite = not infos[self.words[walk.start]].definite and not infos[self.words[here - 1]].definite
        person = walk.head in {"office", "unnamed"} or (walk.head == "address" and indefinite)
        placed = known is not None and known[1].kind == "place" and self._person_at(known[0])
        if placed or (norm in {"في", "لدي"} and inside and person):
            return True
        if following.core in lists["occasions"] or following.adverb:
            return False
        before = infos[self.words[here - 1]].core
        if norm == "من" or before in lists["governing"]:
            return before in lists["quantities"] or before in lists["governing"]
        noun = person and indefinite and not self._in_span(here - 1, walk.start)
        return norm == "في" and (
            noun or any(infos[self.words[k]].core in lists["described"] for k in range(walk.start, here))
        )

    def _in_span(self, index: int, start: int) -> bool:
        """Tell whether a token belongs to a recognised name that begins in the phrase."""
        spans = self.spans
        return any(k in spans and spans[k][0] > index for k in range(start, index + 1))

    def _person_at(self, index: int) -> bool:
        """Tell whether a recognised person's name begins at a token (مدير المكتب في بيروت سامي عون)."""
        known = self.spans.get(index)
        return known is not None and known[1].kind == "person"
