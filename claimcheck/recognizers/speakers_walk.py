"""One speaker's phrase, read word by word.

Titles and institutions need a complement while they are bare (رئيس الوزراء، وزارة الصحة), definite words continue a
title, and the first bare word that nobody needs opens a name. Names that were recognised before count as what they are.
"""

from claimcheck.model.mentions import Name
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers_ends import DEMONSTRATIVES, PhraseEnds, Walk
from claimcheck.recognizers.speakers_shapes import CONNECTORS, TANWIN, Shapes
from claimcheck.recognizers.speakers_words import infos

_NISBA = ("ي", "يه", "يين", "يون", "يات")
_CLOSERS = {'"': '"', "«": "»", "“": "”", "(": ")", "'": "'"}
_QUOTES = frozenset('"«“')
_HYPHENS = frozenset("-_'’#")
_MAX_NAME = 7


class PhraseWalker:
    """Walks over the phrases of one text."""

    def __init__(self, scan: Scan, shapes: Shapes) -> None:
        """Read in ``scan``."""
        self.scan, self.shapes = scan, shapes
        self.ends = PhraseEnds(scan, shapes)
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans

    def read(self, start: int, limit: int, stop_at_object: bool) -> Walk:
        """Read one phrase from ``start``, at most up to ``limit``."""
        walk = Walk(start, self.shapes.head(start))
        words = self.words
        while walk.here < limit:
            if words[walk.here].shape == "mark":
                step = self._mark(walk, limit)
                if not step:
                    break
                walk.here, walk.need = step, False
            elif (walk.here > start and self.ends.stop(walk, limit, stop_at_object)) or not (
                self._known(walk, limit, stop_at_object) or self._word(walk, limit, stop_at_object)
            ):
                break
        walk.close_role()
        return walk

    # -- taking words in -------------------------------------------------------------------------------------------

    def _known(self, walk: Walk, limit: int, stop_at_object: bool) -> bool:
        """Take a recognised name in, if one begins here."""
        here = walk.here
        if here not in self.spans or self.ends.on_behalf(walk):
            return False
        stop, name = self.spans[here]
        if name.kind == "person":
            if not self._may_name(walk) or self.shapes.titled(here):
                return False
            end = min(self._known_end(here, stop, limit, stop_at_object), limit)
            cut = (k for k in range(here + 2, end) if stop_at_object and self.norms[k] in self.shapes.objects)
            walk.take_name(next(cut, end))
            return True
        if stop > limit or self._beside(walk, name):
            return False
        walk.known = here == walk.start
        walk.here, walk.need = stop, False
        return True

    def _beside(self, walk: Walk, name: Name) -> bool:
        """Tell whether a place or organisation stands behind a phrase that is complete (حذرت الخارجية تركيا من)."""
        here = walk.here
        if here == walk.start or walk.need or name.kind == "person":
            return False
        if infos[self.words[here]].preposition or self.scan.starts_inside(here) or self.scan.preposition(here - 1):
            return False
        return infos[self.words[here - 1]].definite or walk.known

    def _word(self, walk: Walk, limit: int, stop_at_object: bool) -> bool:
        """Take one word in; false where the phrase ends before it."""
        here, info = walk.here, infos[self.words[walk.here]]
        if here in self.spans and self._beside(walk, self.spans[here][1]) and not self.ends.on_behalf(walk):
            return False
        if here == walk.start and walk.head == "office" and not info.head:
            walk.need = True
        elif self._is_head(walk):
            plural = info.head == "office" and info.number > 1
            walk.need = not info.definite and info.head in {"office", "institution", "document"} and not plural
        elif self.words[here].shape == "number" or self.norms[here] in DEMONSTRATIVES:
            walk.need = True
        elif info.definite or self._adjective(walk):
            walk.need = False
        elif self._prepositional(walk):
            walk.need = here + 1 < limit and not self.shapes.fused(here)
            walk.described = walk.described or walk.head == "unnamed"
        elif walk.need:
            walk.need = here + 1 < limit and infos[self.words[here + 1]].definite and not self.shapes.is_title(here + 1)
        else:
            return self._bare(walk, limit, stop_at_object)
        walk.here += 1
        return True

    def _bare(self, walk: Walk, limit: int, stop_at_object: bool) -> bool:
        """A bare word that nobody needs: it opens the name, goes on with an institution, or ends the phrase."""
        here = walk.here
        if walk.known:
            return False
        if here > walk.start and self.words[here].text.endswith(TANWIN):
            walk.here += 1
            return True
        if self._may_name(walk):
            walk.take_name(self._name_end(here, limit, stop_at_object))
            return True
        before = infos[self.words[here - 1]]
        if here > walk.start and before.definite and before.head != "address":
            return False
        walk.here += 1
        return True

    def _is_head(self, walk: Walk) -> bool:
        """Tell whether the word is a title or an institution; a bare title behind a form of address is a name."""
        info = infos[self.words[walk.here]]
        if not info.head or (walk.name and info.head == "address"):
            return False
        before = infos[self.words[walk.here - 1]] if walk.here > walk.start else None
        addressed = before is not None and before.head == "address" and before.definite
        return not (addressed and self.shapes.is_title(walk.here) and not info.definite)

    def _prepositional(self, walk: Walk) -> bool:
        return self.ends.on_behalf(walk) or self.scan.preposition(walk.here) != "" or self.shapes.fused(walk.here)

    def _adjective(self, walk: Walk) -> bool:
        """Tell whether a bare word is an adjective of an indefinite head (مصدر أمني، مصادر مطلعة)."""
        head, here = infos[self.words[walk.start]], walk.here
        if here == walk.start or head.definite or walk.name or infos[self.words[here]].particle:
            return False
        if head.head in {"", "address"}:
            return False
        return self.norms[here].endswith(_NISBA) or (head.head == "unnamed" and here - walk.start <= 2)

    def _mark(self, walk: Walk, limit: int) -> int:
        """Return the token behind a bracketed or quoted part of a name (صحيفة "س"), 0 where the phrase ends."""
        here = walk.here
        text = self.words[here].text
        naming = walk.need or walk.head in {"institution", "document", "unnamed"}
        if text in _QUOTES and here > walk.start and not naming:
            return 0
        if text in {"_", "#"} or (text in {"-", "/"} and here and self.scan.tokens.glued(here - 1)):
            return here + 1
        for index in range(here + 1, min(limit, here + 7) if text in _CLOSERS else here):
            if self.words[index].text == _CLOSERS[text]:
                return index + 1
        return 0

    # -- names -------------------------------------------------------------------------------------------------------

    def _may_name(self, walk: Walk) -> bool:
        """Tell whether a personal name may open here."""
        if walk.name or walk.need or walk.head not in {"office", "address", "", "unnamed"}:
            return False
        if walk.described and walk.here not in self.spans:
            return False
        return not self.scan.is_mark(walk.start) and not self.shapes.possessed(walk.here)

    def _known_end(self, here: int, stop: int, limit: int, stop_at_object: bool) -> int:
        """Return the end of a recognised name: with بن in it, or of one word, a family name may still follow."""
        if stop > here + 1 and self.norms[here + 1] not in {"بن", "بنت"} and self.norms[here] != "عبد":
            return stop
        walk = Walk(here, "")
        walk.here = stop
        if stop >= limit or self.scan.is_mark(stop) or not self._in_name(walk, limit, stop_at_object):
            return stop
        return stop + 1 if stop > here + 1 else self._name_end(here, limit, stop_at_object)

    def _name_end(self, start: int, limit: int, stop_at_object: bool) -> int:
        """Return the token behind the personal name that opens at ``start``."""
        walk = Walk(start, "")
        here = start + 1
        while here < min(limit, start + _MAX_NAME):
            walk.here = here
            if self.scan.is_mark(here):
                if self.words[here].text not in _HYPHENS or not self.scan.tokens.glued(here - 1):
                    break
            elif not self._in_name(walk, limit, stop_at_object):
                break
            here += 1
        return here

    def _in_name(self, walk: Walk, limit: int, stop_at_object: bool) -> bool:
        """Tell whether the next word belongs to a personal name."""
        here, info = walk.here, infos[self.words[walk.here]]
        if self.norms[here - 1] in CONNECTORS or self.scan.is_mark(here - 1):
            return True
        known = self.spans.get(here)
        if (known and known[1].kind == "organisation") or self.words[here].shape == "number":
            return False
        if self.ends.stop(walk, limit, stop_at_object) or (info.head and not self._family_name(walk)):
            return False
        return not info.preposition and not self.shapes.fused(here)

    def _family_name(self, walk: Walk) -> bool:
        """Tell whether a title with the article is a family name: it stands second, no title goes on behind it."""
        info, following = infos[self.words[walk.here]], walk.here + 1
        if info.head not in {"office", "address"} or not info.definite or info.number > 1:
            return False
        if walk.here != walk.start + 1:
            return False
        if following >= len(self.words) or self.scan.is_mark(following) or infos[self.words[following]].particle:
            return True
        return info.head == "office" and not infos[self.words[following]].definite
