"""Who speaks: reads the noun phrase of a source as it stands in the text. Whom it means is for ``cast``.

A phrase is read forwards from its first token: titles and institutions need a complement while they are bare
(رئيس الوزراء، وزارة الصحة), definite words continue a title, and the first bare word that nobody needs opens a name.
Names that were recognised before count as what they are.
"""

from typing import Literal

from attrs import evolve, frozen

from claimcheck.lexicon import forms
from claimcheck.recognizers.names_lexicon import given_names
from claimcheck.recognizers.names_titles import title_forms
from claimcheck.recognizers.scan import COMMAS, RELATIVES, Scan, words_of
from claimcheck.recognizers.speakers_words import Head, is_object, tables

_CONNECTORS = forms("بن ابن بنت أبو ابو أبي آل عبد أم ال ذو فان دي دا دو دل فون لو لا بو ولد ابا ده دوس سان ماك")
_DEMONSTRATIVES = forms("هذا هذه ذلك تلك")
_NISBA = ("ي", "يه", "يين", "يون", "يات")
_CLOSERS = {'"': '"', "«": "»", "“": "”", "(": ")", "'": "'"}
_QUOTES = frozenset('"«“')
_MAX_NAME = 7
_MAX_PHRASE = 40


@frozen
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


class _Walk:
    """The state of reading one phrase."""

    def __init__(self, start: int, head: Head) -> None:
        self.start = self.here = self.opened = start
        self.head = head
        self.need = False
        self.described = False
        self.known = False
        self.name: tuple[int, int] | None = None
        self.roles: list[tuple[int, int]] = []


class PhraseReader:
    """Reads speakers' phrases of one text."""

    def __init__(self, scan: Scan) -> None:
        """Read in ``scan``."""
        self.scan = scan
        self.infos, self.words, self.norms = scan.infos, scan.words, scan.norms
        self.objects = words_of("nouns", "objects")

    # -- groups ----------------------------------------------------------------------------------------------------

    def group(self, start: int, limit: int, stop_at_object: bool = False) -> tuple[list[Mention], int]:
        """Read one or several coordinated speakers from ``start``; return them with the token behind the last."""
        limit = min(limit, start + _MAX_PHRASE)
        listed = start + 1 < limit and self.norms[start] in {"كل", "كلا"} and self.norms[start + 1] == "من"
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
        norm, info = self.norms[index], self.infos[index]
        if norm[0] != "و" or len(norm) < 3 or info.adverb or (info.particle and not info.head):
            return False
        if listed or self.scan.starts_inside(index):
            return True
        if index in self.scan.spans and not info.joined:
            return False
        if info.head and info.joined:
            return bool(before.name) or before.kind not in {"office", "address"} or info.head not in {"office", "address"}
        if norm in tables()["waw_names"] or self.scan.cues[index] or self.scan.verb(index):
            return False
        return bool(before.name) or (before.kind == "" and not info.definite)

    def with_appositions(self, group: list[Mention], end: int, limit: int) -> tuple[list[Mention], int]:
        """Join what stands behind a comma to the last speaker: الرئيس الروسي، فلاديمير بوتين، · فلان، رئيس البعثة."""
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
        info = self.infos[following]
        if info.preposition == "ل" and info.core in tables()["addressees"] | tables()["press"]:
            return None
        if info.preposition == "ل" and last.name is None and not info.adverb:
            stop = self._read(following, limit, False).here
            return evolve(last, stop=stop) if stop > following else None
        stop = self._bare_name(following, limit)
        if stop and last.name is None and last.kind in {"office", "address", "unnamed"}:
            return evolve(last, stop=stop, kind="person", name=(following, stop))
        more = self.phrase(following, limit)
        if more is None or (info.joined and not more.name):
            return None
        if more.name and more.name[1] - more.name[0] < 2 and more.name[0] not in self.scan.spans:
            return None
        if last.name is None and more.name and last.kind in {"office", "address", "unnamed", ""}:
            return evolve(last, stop=more.stop, kind="person", name=more.name, roles=last.roles + more.roles)
        if last.name and more.name is None and more.kind in {"office", "unnamed"}:
            return evolve(last, stop=more.stop, roles=last.roles + more.roles)
        return None

    def _bare_name(self, start: int, limit: int) -> int:
        """Return the end of two to four words between commas that are a name (المسؤولة، تيرانا حسن،), else 0."""
        for here in range(start, min(limit + 1, start + 5, len(self.norms))):
            info = self.infos[here]
            if self.norms[here] in COMMAS or here == limit:
                return here if here - start >= 2 else 0
            if self.words[here].shape not in {"word", "latin"} or (info.particle and not self._is_ali(here)):
                return 0
            if here == start and (info.head or info.definite):
                return 0
        return 0

    # -- one phrase --------------------------------------------------------------------------------------------------

    def phrase(self, start: int, limit: int, stop_at_object: bool = False) -> Mention | None:
        """Read one speaker from ``start``, at most up to ``limit``; ``None`` where nothing can be one."""
        head = self.infos[start]
        if not self._may_open(start):
            return None
        walk = self._read(start, limit, stop_at_object)
        if walk.here == start:
            return None
        kind: Head | Literal["person"] = walk.head
        if start in self.scan.spans and not walk.name and not kind:
            kind = "institution" if self.scan.spans[start][1].kind == "organisation" else ""
        if walk.name and kind in {"office", "address", "", "unnamed"}:
            kind = "person"
        elif kind == "address":
            kind = "office"
        definite = head.definite or (start + 1 < walk.here and self.infos[start + 1].definite)
        return Mention(start, walk.here, kind, walk.name, tuple(walk.roles), head.gender, head.number, definite)

    def _may_open(self, start: int) -> bool:
        """Tell whether a speaker's phrase can open at a token."""
        word, info = self.words[start], self.infos[start]
        if start in self.scan.spans:
            return True
        if word.text.endswith(("اً", "ًا", "ةً")):
            return False
        if word.shape == "mark":
            return word.text in {'"', "«", "“", "#"} and start + 1 < len(self.words)
        if word.shape == "number":
            return False
        if info.head:
            return not info.preposition or not info.definite or info.preposition == "ل"
        if info.particle and not self._is_ali(start):
            return False
        if self._possessed(start):
            return False
        if info.prefix.endswith(("بال", "لل", "كال")) or self._fused(start):
            return False
        return not self._verbal(start)

    def _verbal(self, index: int) -> bool:
        """Tell whether a bare word is surely a verb, which opens no phrase and ends one."""
        reading = None if self._is_ali(index) else self.scan.verb(index)
        return reading is not None and reading.sure and self.infos[index].prefix in {"", "و"} and index not in self.scan.spans

    def _is_ali(self, index: int) -> bool:
        return self.words[index].text == "علي" and self.scan.ali

    def fused(self, index: int) -> bool:
        """Tell whether a word carries ب or ل of its own and so opens no phrase."""
        return self._fused(index)

    def _fused(self, index: int) -> bool:
        """Tell whether a word carries a preposition of its own (بجهود); names like بوتين do not."""
        norm, info = self.norms[index], self.infos[index]
        if norm[0] not in "بل" or len(norm) < 4 or norm in tables()["fused_names"]:
            return False
        return info.preposition != "" or not (info.head or (index in self.scan.spans and not self.scan.starts_inside(index)))

    def _read(self, start: int, limit: int, stop_at_object: bool) -> _Walk:
        """Walk over one phrase."""
        walk = _Walk(start, self._head(start))
        while walk.here < limit:
            if self.words[walk.here].shape == "mark":
                step = self._mark(walk, limit)
                if not step:
                    break
                walk.here, walk.need = step, False
            elif walk.here > start and self._stops(walk, limit, stop_at_object):
                break
            elif not self._step(walk, limit, stop_at_object):
                break
        self._close(walk)
        return walk

    def _head(self, start: int) -> Head:
        """Return what kind of speaker opens here: a title that needs its article is one before a definite noun, too."""
        head = self.infos[start].head
        if not head and start + 1 < len(self.infos) and self.infos[start + 1].definite:
            title = title_forms().get(self.norms[start])
            return "office" if title and title.kind in {"office", "profession"} else ""
        return head

    def _step(self, walk: _Walk, limit: int, stop_at_object: bool) -> bool:
        """Take one word into a phrase; false where it ends before the word."""
        here, info = walk.here, self.infos[walk.here]
        known = None if self._in_the_name(walk) else self.scan.spans.get(here)
        if known and known[1].kind == "person" and self._person_here(walk) and not self._titled(here):
            return self._take_name(walk, min(self._known_end(here, known[0], limit, stop_at_object), limit))
        if known and known[1].kind in {"place", "organisation"} and known[0] <= limit:
            if here > walk.start and not walk.need and (self.infos[here - 1].definite or walk.known):
                if not (info.preposition or self.scan.starts_inside(here) or self.scan.preposition(here - 1)):
                    return False
            walk.known = here == walk.start
            walk.here, walk.need = known[0], False
            return True
        if here == walk.start and walk.head == "office" and not info.head:
            walk.need = True
        elif self._is_head(walk):
            walk.need = not info.definite and info.head in {"office", "institution", "document"} and not (
                info.head == "office" and info.number > 1
            )
        elif self.words[here].shape == "number":
            walk.need = True
        elif self.norms[here] in _DEMONSTRATIVES:
            walk.need = True
        elif info.definite or self._adjective(walk):
            walk.need = False
        elif self._in_the_name(walk) or self.scan.preposition(here) or self._fused(here):
            walk.need = here + 1 < limit and not self._fused(here)
            walk.described = walk.described or walk.head == "unnamed"
        elif walk.need:
            walk.need = here + 1 < limit and self.infos[here + 1].definite and not self._is_title(here + 1)
        elif walk.known:
            return False
        elif self._person_here(walk):
            return self._take_name(walk, self._name_end(here, limit, stop_at_object))
        elif self.infos[here - 1].definite and here > walk.start and self.infos[here - 1].head != "address":
            return False
        walk.here += 1
        return True

    def _titled(self, here: int) -> bool:
        """Tell whether a bare title with its complement stands here, though it is a given name too (أمين العاصمة)."""
        info = self.infos[here]
        return info.head == "office" and not info.definite and self.infos[here + 1 : here + 2] != [] and self.infos[here + 1].definite

    def _known_end(self, here: int, stop: int, limit: int, stop_at_object: bool) -> int:
        """Return the end of a recognised name: with بن in it, or of one word, a family name may still follow."""
        if stop > here + 1 and self.norms[here + 1] not in {"بن", "بنت"}:
            return stop
        walk = _Walk(here, "")
        walk.here = stop
        if stop >= limit or self.scan.is_mark(stop) or not self._in_name(walk, limit, stop_at_object):
            return stop
        return stop + 1 if stop > here + 1 else self._name_end(here, limit, stop_at_object)

    def _in_the_name(self, walk: _Walk) -> bool:
        """Tell whether باسم is "in the name of" (المتحدث باسم الوزارة), not the man's name."""
        here = walk.here
        return self.norms[here] == "باسم" and any(
            self.infos[k].core in tables()["spokesmen"] for k in range(max(walk.start, here - 3), here)
        )

    def _is_title(self, index: int) -> bool:
        return self.infos[index].head in {"office", "address"}

    def _person_here(self, walk: _Walk) -> bool:
        """Tell whether a personal name may open here."""
        if self.words[walk.start].shape == "mark":
            return False
        if self._possessed(walk.here):
            return False
        if walk.described and walk.here not in self.scan.spans:
            return False
        return walk.name is None and walk.head in {"office", "address", "", "unnamed"} and not walk.need

    def _take_name(self, walk: _Walk, stop: int) -> bool:
        """Take a personal name; a title behind it is read on."""
        if walk.here > walk.opened:
            walk.roles.append((walk.opened, walk.here))
        walk.name = (walk.here, stop)
        walk.here = walk.opened = stop
        return True

    def _close(self, walk: _Walk) -> None:
        if walk.here > walk.opened:
            walk.roles.append((walk.opened, walk.here))

    def _is_head(self, walk: _Walk) -> bool:
        """Tell whether the word is a title or an institution; a bare title behind a form of address is a name."""
        info = self.infos[walk.here]
        if not info.head or (walk.name and info.head == "address"):
            return False
        before = self.infos[walk.here - 1] if walk.here > walk.start else None
        return not (before and before.head == "address" and before.definite and self._is_title(walk.here) and not info.definite)

    def _mark(self, walk: _Walk, limit: int) -> int:
        """Return the token behind a bracketed or quoted part of a name (صحيفة "س"), 0 where the phrase ends."""
        here = walk.here
        text = self.words[here].text
        naming = walk.need or walk.head in {"institution", "document", "unnamed"}
        if text in _QUOTES and here > walk.start and not naming:
            return 0
        if text in {"_", "#"} or (text in {"-", "/"} and here and self.scan.tokens.glued(here - 1)):
            return here + 1
        if text not in _CLOSERS:
            return 0
        for index in range(here + 1, min(limit, here + 7)):
            if self.words[index].text == _CLOSERS[text]:
                return index + 1
        return 0

    def _stops(self, walk: _Walk, limit: int, stop_at_object: bool) -> bool:
        """Tell whether the phrase ends before the next word."""
        here, info = walk.here, self.infos[walk.here]
        if walk.name and here == walk.name[1] and not self._role_behind(here):
            return True
        if (here in self.scan.spans and not info.joined and not self.scan.starts_inside(here)) or self._in_the_name(walk):
            return False
        if info.adverb and not self._is_ali(here):
            return not self._described(walk, limit)
        if self.norms[here] == "غير" and here + 1 < limit and self.infos[here + 1].definite == self.infos[here - 1].definite:
            return False
        if walk.need and self.norms[here] in _DEMONSTRATIVES:
            return False
        if self.norms[here] in RELATIVES or (info.particle and not info.head) or self._addressee(walk):
            return True
        if info.prefix[:1] == "و" and (info.head or info.definite):
            return self._new_member(walk)
        if self.scan.starts_inside(here) and self.norms[here][0] == "و" and self._place_list(walk):
            return False
        if not walk.need and (self._possessed(here) or self._another(here)):
            return True
        if self.norms[here][0] == "و" and self._waw(here):
            return not walk.need
        if self._fused(here) and not self._continues(here) and not (walk.need and self.norms[here][0] == "ب"):
            return True
        return self._verbal_here(walk) or (stop_at_object and not walk.need and self._object(here))

    def _object(self, here: int) -> bool:
        norm = self.norms[here]
        if is_object(norm, self.objects) or norm in words_of("nouns", "definite_objects"):
            return True
        definite = norm.startswith("ال") and here > 0 and self.infos[here - 1].definite
        return definite and is_object(norm[2:], frozenset())

    def _another(self, here: int) -> bool:
        """Tell whether a new head stands behind a definite word: whom the speech is made to (دعت الهيئة الدول إلى)."""
        info = self.infos[here]
        if not self.infos[here - 1].definite or info.preposition or info.joined:
            return False
        plural = info.head == "office" and info.number > 1 and info.definite
        return info.head in {"institution", "unnamed", "document"} or plural

    def _possessed(self, here: int) -> bool:
        """Tell whether a noun carries ها or هم: it belongs to the speaker before it, and is none (تصنيفاتها)."""
        text = self.words[here].text
        if here in self.scan.spans or len(text) < 4 or self.norms[here] in given_names():
            return False
        return text.endswith(("ها", "هم")) or (text.endswith("ه") and not text.endswith("الله"))

    def _place_list(self, walk: _Walk) -> bool:
        """Tell whether و joins a place to one inside the phrase (تقارير في فرنسا وإنجلترا), not a speaker to a speaker."""
        known = self.scan.spans.get(walk.here)
        inner = any(known and self.scan.spans[k][0] == walk.here for k in range(walk.start + 1, walk.here) if k in self.scan.spans)
        return known is not None and known[1].kind == "place" and bool(walk.head) and inner

    def _role_behind(self, here: int) -> bool:
        """Tell whether a title follows a name at once (فلان رئيس البعثة)."""
        info = self.infos[here]
        return info.head in {"office", "address", "unnamed"} and not info.preposition and not info.joined

    def _waw(self, here: int) -> bool:
        """Tell whether a word's و is a conjunction, as far as its letters tell."""
        return len(self.norms[here]) > 3 and self.norms[here] not in tables()["waw_names"] and not (
            self.infos[here].head and not self.infos[here].prefix
        )

    def _continues(self, here: int) -> bool:
        """Tell whether a fused ل or ب continues a title (مدير الفريق لكرة القدم بالنادي), not a content (لوقف، بالجهود)."""
        info, norm = self.infos[here], self.norms[here]
        if norm[0] == "ب":
            return info.head == "institution" or self.scan.starts_inside(here)
        return not is_object(norm[1:], self.objects)

    def _verbal_here(self, walk: _Walk) -> bool:
        cue = self.scan.cues[walk.here]
        if cue and any(form.shape == "masdar" or form.object for form in cue[1]):
            return True
        return not walk.need and self._verbal(walk.here)

    def _new_member(self, walk: _Walk) -> bool:
        """Tell whether و with the article or a head opens another speaker (not وزارة الثقافة والإعلام)."""
        here = walk.here
        info = self.infos[here]
        if info.head == "office" and info.definite and self.infos[here - 1].head == "office" and not walk.name:
            return False
        if info.definite and not info.head:
            return walk.head in {"", "unnamed"} or (walk.name is not None and here == walk.name[1])
        return not info.definite or info.head in {"office", "unnamed", "address"}

    def _addressee(self, walk: _Walk) -> bool:
        """Tell whether ل opens whom the speech is made to (قال الوزير لوكالة الأنباء)."""
        info = self.infos[walk.here]
        if info.preposition != "ل" and self.norms[walk.here][0] != "ل":
            return False
        core = info.core if info.preposition else self.norms[walk.here][1:]
        if core not in tables()["addressees"] and self.norms[walk.here] not in {"لـ", "ل"}:
            return False
        return bool(walk.name) or core in tables()["press"] or walk.head not in {"office", "institution"}

    def _described(self, walk: _Walk, limit: int) -> bool:
        """Tell whether a preposition continues a description (مصدر في الوزارة، المشرف على المهرجان)."""
        here, norms, lists = walk.here, self.norms, tables()
        if here + 1 >= limit or walk.name or norms[here] not in {"في", "من", "علي", "عن", "لدي"}:
            return False
        following = self.infos[here + 1]
        known = self.scan.spans.get(here + 1)
        inside = following.head == "institution" or (known is not None and known[1].kind == "organisation")
        if norms[here] in {"في", "لدي"} and inside and walk.head in {"office", "unnamed"}:
            return True
        if following.core in lists["occasions"] or following.adverb:
            return False
        before = self.infos[here - 1].core
        if norms[here] == "من":
            return before in lists["quantities"]
        if before in lists["governing"]:
            return True
        return norms[here] == "في" and any(self.infos[k].core in lists["described"] for k in range(walk.start, here))

    def _adjective(self, walk: _Walk) -> bool:
        """Tell whether a bare word is an adjective of an indefinite head (مصدر أمني، مصادر مطلعة)."""
        head, here = self.infos[walk.start], walk.here
        if here == walk.start or head.definite or self.infos[here].particle or head.head in {"", "address"} or walk.name:
            return False
        return self.norms[here].endswith(_NISBA) or (head.head == "unnamed" and here - walk.start <= 2)

    def _name_end(self, start: int, limit: int, stop_at_object: bool) -> int:
        """Return the token behind the personal name that opens at ``start``."""
        walk = _Walk(start, "")
        here = start + 1
        while here < min(limit, start + _MAX_NAME):
            walk.here = here
            if self.words[here].shape == "mark":
                if self.words[here].text not in {"-", "_", "'", "’", "#"} or not self.scan.tokens.glued(here - 1):
                    break
            elif not self._in_name(walk, limit, stop_at_object):
                break
            here += 1
        return here

    def _surname(self, walk: _Walk) -> bool:
        """Tell whether a profession with the article is a family name: it stands second, and no adjective follows."""
        following = walk.here + 1
        return walk.here == walk.start + 1 and not (following < len(self.infos) and self.infos[following].definite)

    def _in_name(self, walk: _Walk, limit: int, stop_at_object: bool) -> bool:
        """Tell whether the next word belongs to a personal name."""
        here, info = walk.here, self.infos[walk.here]
        if self.norms[here - 1] in _CONNECTORS or self.scan.is_mark(here - 1):
            return True
        known = self.scan.spans.get(here)
        if known and known[1].kind == "organisation":
            return False
        if self.words[here].shape == "number" or self._stops(walk, limit, stop_at_object):
            return False
        if info.head and not (info.head == "office" and info.definite and info.number == 1 and self._surname(walk)):
            return False
        return not info.preposition and not self._fused(here)
