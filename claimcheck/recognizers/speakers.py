"""Who speaks: the noun phrase of a source as it stands in the text, with its coordination and its appositions.

One phrase is read by ``speakers_walk``; whom it means in the document is for ``cast``.
"""

from typing import Literal

from attrs import define, evolve

from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers_shapes import Shapes
from claimcheck.recognizers.speakers_walk import PhraseWalker
from claimcheck.recognizers.speakers_words import Head, infos, tables
from claimcheck.recognizers.triggers import COMMAS

_MAX_GROUP = 40


@define(eq=False)
class Mention:
    """A speaker's phrase: tokens ``first`` to ``stop``, those of the ``name`` in it, and its ``roles`` (titles).

    ``kind`` is a person (with a name), an office without one, an institution, a document or an unnamed source; an
    empty kind is a noun that tells nothing. ``number`` is 1, 2 or 3 (many).
    """

    first: int
    stop: int
    kind: Head | Literal["person"]
    name: tuple[int, int] | None = None
    roles: tuple[tuple[int, int], ...] = ()
    gender: Literal["m", "f"] = "m"
    number: int = 1
    definite: bool = False


class PhraseReader:
    """Reads speakers' phrases of one text."""

    def __init__(self, scan: Scan) -> None:
        """Read in ``scan``."""
        self.scan = scan
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans
        self.shapes = Shapes(scan)
        self.walker = PhraseWalker(scan, self.shapes)

    def phrase(self, start: int, limit: int, stop_at_object: bool = False) -> Mention | None:
        """Read one speaker from ``start``, at most up to ``limit``; ``None`` where nothing can be one."""
        if not self.shapes.may_open(start):
            return None
        walk = self.walker.read(start, limit, stop_at_object)
        if walk.here == start:
            return None
        info = infos[self.words[start]]
        kind: Head | Literal["person"] = walk.head
        if walk.name and kind in {"office", "address", "", "unnamed"}:
            kind = "person"
        elif kind == "address":
            kind = "office"
        elif not kind and start in self.spans and self.spans[start][1].kind == "organisation":
            kind = "institution"
        definite = info.definite or (start + 1 < walk.here and infos[self.words[start + 1]].definite)
        return Mention(start, walk.here, kind, walk.name, tuple(walk.roles), info.gender, info.number, definite)

    # -- groups ----------------------------------------------------------------------------------------------------

    def listed(self, index: int) -> bool:
        """Tell whether كل من opens a list of speakers here."""
        return self.norms[index] in {"كل", "كلا"} and self.norms[index + 1 : index + 2] == ["من"]

    def group(self, start: int, limit: int, stop_at_object: bool = False) -> tuple[list[Mention], int]:
        """Read one or several coordinated speakers from ``start``; return them with the token behind the last."""
        limit = min(limit, start + _MAX_GROUP)
        listed = start < limit and self.listed(start)
        here = start + 2 if listed else start
        found: list[Mention] = []
        while here < limit:
            mention = self.phrase(here, limit, stop_at_object)
            if mention is None:
                break
            if found:
                self.scan.members.add(mention.first)
            found.append(mention)
            here = mention.stop
            if here >= limit or not self._coordinated(here, mention, listed):
                break
        return found, here if found else start

    def _coordinated(self, index: int, before: Mention, listed: bool) -> bool:
        """Tell whether the token at ``index`` opens another member of a group (وعلييف، ومنظمات حقوقية)."""
        norm, info = self.norms[index], infos[self.words[index]]
        if norm[0] != "و" or len(norm) < 3 or info.adverb or (info.particle and not info.head):
            return False
        if listed or self.scan.starts_inside(index):
            return True
        if index in self.spans and not info.joined:
            return False
        if info.head and info.joined:
            offices = before.kind in {"office", "address"} and info.head in {"office", "address"}
            return bool(before.name) or not offices
        if norm in tables()["waw_names"] or index in self.scan.cues or self.scan.verb(index):
            return False
        return bool(before.name) or (before.kind == "" and not info.definite)

    # -- appositions -------------------------------------------------------------------------------------------------

    def with_appositions(self, group: list[Mention], end: int, limit: int) -> tuple[list[Mention], int]:
        """Join what stands behind a comma to the last speaker: الرئيس الروسي، فلاديمير بوتين، · فلان، رئيس البعثة."""
        if end + 1 >= limit or self.norms[end] not in COMMAS:
            return group, end
        last, begin = group[-1], end
        for _ in range(3):
            following = end + 1
            if following >= limit or self.norms[end] not in COMMAS or self.norms[following] in COMMAS:
                break
            joined = self._apposed(last, following, limit)
            if joined is None:
                break
            last = joined
            end = last.stop
        if begin < end < limit and self.norms[end] in COMMAS:
            end += 1
        return [*group[:-1], last], end

    def _apposed(self, last: Mention, following: int, limit: int) -> Mention | None:
        """Return ``last`` with the apposition that begins at ``following``, if one does."""
        info = infos[self.words[following]]
        if info.adverb and not self.shapes.is_ali(following):
            return None
        if info.preposition == "ل":
            return self._continued(last, following, limit)
        stop = self.shapes.name_between_commas(following, limit)
        if stop and last.name is None and last.kind in {"office", "address", "unnamed"}:
            return evolve(last, stop=stop, kind="person", name=(following, stop))
        more = self.phrase(following, limit)
        if more is None or (info.joined and not more.name) or self._doubtful(more):
            return None
        if last.name is None and more.name and last.kind in {"office", "address", "unnamed", ""}:
            return evolve(last, stop=more.stop, kind="person", name=more.name, roles=last.roles + more.roles)
        role = last.name is not None and more.name is None and more.kind in {"office", "unnamed"}
        return evolve(last, stop=more.stop, roles=last.roles + more.roles) if role else None

    def _doubtful(self, mention: Mention) -> bool:
        """Tell whether a name was not recognised and is a single word, or opens with a cue word."""
        name = mention.name
        if name is None or name[0] in self.spans:
            return False
        return name[1] - name[0] < 2 or name[0] in self.scan.cues

    def _continued(self, last: Mention, following: int, limit: int) -> Mention | None:
        """A title that goes on with ل behind a comma (المدير الرياضي، لنادي شالكه); the press behind ل is none."""
        info, lists = infos[self.words[following]], tables()
        if info.adverb or last.name or info.core in lists["addressees"] or info.core in lists["press"]:
            return None
        stop = self.walker.read(following, limit, False).here
        return evolve(last, stop=stop) if stop > following else None
