"""Who speaks: reads the noun phrase of a source as it stands in the text. Whom it names is for ``speakers_document``.

A phrase is read forwards from its first token: titles and institutions need a complement while they are bare
(رئيس الوزراء، وزارة الصحة), definite words continue a title, and the first bare word that nobody needs opens a name.
"""

from functools import cache
from typing import Literal

from attrs import frozen

from claimcheck.lexicon import forms, load
from claimcheck.recognizers.names_titles import is_definite, title_forms
from claimcheck.text.tokens import Tokens, Word

Head = Literal["office", "address", "institution", "document", "unnamed", ""]
_CONNECTORS = forms("بن ابن بنت أبو ابو أبي آل عبد أم ال ذو فان دي دا دو دل فون لو لا بو ولد كيم")
_NISBA = ("ي", "يه", "يين", "يون", "يات")
_MAX_NAME = 7


@frozen
class WordInfo:
    """What a word can be inside a speaker's phrase, found once a distinct word."""

    core: str
    definite: bool
    head: Head
    prefix: str
    gender: Literal["m", "f"]
    number: int
    adverb: bool
    address: bool = False


@frozen
class Mention:
    """A speaker's phrase: tokens ``first`` to ``stop``, those of the ``name`` in it and of the ``role`` before or behind.

    ``kind`` is the head's: a person (with a name, or an office alone), an institution, a document, an unnamed source.
    """

    first: int
    stop: int
    kind: Head | Literal["person"]
    name: tuple[int, int] | None = None
    roles: tuple[tuple[int, int], ...] = ()
    gender: Literal["m", "f"] = "m"
    number: int = 1
    definite: bool = False


@cache
def _tables() -> dict[str, frozenset[str]]:
    table = load("speakers")
    found = {key: forms(table[key]) for key in ("institutions", "documents", "unnamed", "waw_names", "fused_names")}
    found["particles"] = forms(load("function_words")["words"])
    return {**found, **{key: forms(table["region"][key]) for key in table["region"]}}


class _Infos(dict[Word, WordInfo]):
    """The classes of words, found once a distinct word."""

    def __missing__(self, word: Word) -> WordInfo:
        if len(self) > 300_000:
            self.clear()
        info = self[word] = _classify(word)
        return info


infos = _Infos()


def _classify(word: Word) -> WordInfo:
    tables = _tables()
    adverb = word.norm in tables["adverbs"]
    for prefix, core in word.analyses:
        if prefix and prefix[-1] in "سك":
            continue
        title = title_forms().get(core)
        head: Head = ""
        if core in tables["unnamed"]:
            head = "unnamed"
        elif title and (not title.needs_article or is_definite(prefix)):
            head = "address" if title.kind in {"address", "style", "rank"} else "office"
        elif core in tables["institutions"]:
            head = "institution"
        elif core in tables["documents"]:
            head = "document"
        if head:
            gender = "f" if core.endswith(("ه", "ات")) else "m"
            number = 3 if core.endswith(("ون", "ات")) or core in tables["unnamed"] and core.startswith("مصادر") else 1
            if title:
                number = {"singular": 1, "dual": 2, "plural": 3}[title.number]
            return WordInfo(core, is_definite(prefix), head, prefix, gender, number, adverb)  # type: ignore[arg-type]
    prefix, core = next(((p, c) for p, c in word.analyses if is_definite(p)), word.analyses[0])
    gender = "f" if core.endswith("ه") else "m"
    number = 3 if core.endswith(("ون", "ين")) and is_definite(prefix) else 1
    adverb = adverb or any(p in {"و", "ف"} and c in tables["adverbs"] for p, c in word.analyses)
    return WordInfo(core, is_definite(prefix), "", prefix, gender, number, adverb)  # type: ignore[arg-type]


class PhraseReader:
    """Reads speakers' phrases of one text."""

    def __init__(self, tokens: Tokens, objects: frozenset[str]) -> None:
        """``objects``: folded nouns that open an object clause and so end a subject."""
        self.tokens = tokens
        self.infos = list(map(infos.__getitem__, tokens.words))
        self.objects = objects

    def fused_name(self, norm: str) -> bool:
        """Tell whether a word with ب or ل before it is a name of its own (بوتين، لافروف)."""
        return norm in _tables()["fused_names"]

    def group(self, start: int, limit: int, stop_at_object: bool = False) -> tuple[list[Mention], int]:
        """Read one or several coordinated speakers from ``start``; return them with the token behind the last."""
        norms = self.tokens.norms
        if start + 1 < limit and norms[start] in {"كل", "كلا"} and norms[start + 1] == "من":
            start += 2
            listed = True
        else:
            listed = False
        found: list[Mention] = []
        here = start
        while here < limit:
            mention = self.phrase(here, limit, stop_at_object)
            if mention is None:
                break
            found.append(mention)
            here = mention.stop
            if here >= limit or not self._coordinated(here, mention, listed):
                break
        return found, here

    def _coordinated(self, index: int, before: Mention, listed: bool) -> bool:
        """Tell whether the token at ``index`` opens another member of a group (وعلييف، ومنظمات حقوقية)."""
        word, info = self.tokens.words[index], self.infos[index]
        if not word.norm.startswith("و") or len(word.norm) < 3 or info.adverb:
            return False
        if listed:
            return True
        if info.head and info.prefix.startswith("و"):
            return bool(before.name) or before.kind not in {"office", "address"} or info.head != "office"
        if before.name or before.kind == "":
            return not info.definite and word.norm not in _tables()["waw_names"] and self._namelike(index, word.norm[1:])
        return False

    def _namelike(self, index: int, core: str) -> bool:
        from claimcheck.recognizers.cues import cue_forms

        return core not in cue_forms() and core not in _tables()["adverbs"] and not core.startswith(("لكن", "قد", "هو", "هي"))

    def phrase(self, start: int, limit: int, stop_at_object: bool = False) -> Mention | None:
        """Read one speaker from ``start``, at most up to ``limit``; ``None`` where nothing can be one."""
        head = self.infos[start]
        if self.tokens.words[start].shape not in {"word", "latin"} and not self._opens_quote(start):
            return None
        if self.tokens.norms[start] in _tables()["particles"] and not head.head:
            return None
        if head.adverb or (head.prefix.rstrip("ال") or "و")[-1] in "بلك":
            if not head.adverb and head.prefix[-1:] in {"ب", "ل", "ك"} and not head.head:
                pass
            else:
                return None
        stop, name, roles = self._walk(start, limit, stop_at_object)
        if stop == start:
            return None
        kind: Head | Literal["person"] = head.head
        if name and kind in {"office", "address", ""}:
            kind = "person"
        elif kind == "address":
            kind = "office"
        return Mention(start, stop, kind, name, roles, head.gender, head.number, head.definite)

    def _opens_quote(self, index: int) -> bool:
        return self.tokens.words[index].text in {'"', "«", "“", "#", "("}

    def _walk(
        self, start: int, limit: int, stop_at_object: bool
    ) -> tuple[int, tuple[int, int] | None, tuple[tuple[int, int], ...]]:
        """Walk over one phrase: return its end, its name and its roles."""
        need, here, name = False, start, None
        roles: list[tuple[int, int]] = []
        opened = start
        head = self.infos[start].head
        while here < limit:
            info, word = self.infos[here], self.tokens.words[here]
            if word.shape == "mark":
                step = self._mark(here, limit)
                if not step:
                    break
                here, need = step, False
                continue
            if here > start and self._stops(here, need, head, stop_at_object, limit):
                break
            if word.shape == "number":
                here, need = here + 1, False
                continue
            if word.norm == "باسم" and not self._plain_name(here):
                need = True
            elif self._heads(here, start):
                need = not info.definite and info.head not in {"address", "unnamed"}
                if info.head == "unnamed" or (info.head == "office" and info.number > 1 and not info.definite):
                    need = False
            elif info.definite or (here > start and self._adjective(here, start)):
                need = False
            elif self._continues(here, start):
                need = True
            elif need and not (here + 1 < limit and self.infos[here + 1].definite and not name):
                need = False
            elif need:
                need = True
            elif head in {"office", "address", ""} and not name and word.shape in {"word", "latin"}:
                if here > opened:
                    roles.append((opened, here))
                stop = self._name(here, limit, stop_at_object)
                name = (here, stop)
                here = stop
                if here < limit and self.infos[here].head in {"office", "institution"} and not self.infos[here].prefix:
                    opened, head = here, "office"
                    continue
                break
            here += 1
        if name is None and here > opened:
            roles.append((opened, here))
        elif name and here > name[1]:
            roles.append((max(opened, name[1]), here))
        return here, name, tuple(roles)

    def _plain_name(self, here: int) -> bool:
        """Tell whether باسم is the name, not "in the name of" (المتحدث باسم)."""
        return not any(
            self.infos[k].core in {"متحدث", "متحدثه", "ناطق", "ناطقه", "متحدثون"} for k in range(max(0, here - 3), here)
        )

    def _continues(self, here: int, start: int) -> bool:
        """Tell whether a word with a fused ل or ب continues the title before it (مدير الفريق لكرة القدم)."""
        norm = self.tokens.norms[here]
        return here > start and norm[:1] in {"ل", "ب"} and len(norm) > 3 and norm not in _tables()["fused_names"]

    def _heads(self, here: int, start: int) -> bool:
        """Tell whether the word is a title or an institution; a bare title behind a form of address is a name."""
        info = self.infos[here]
        if not info.head:
            return False
        before = self.infos[here - 1] if here > start else None
        return not (before and before.head == "address" and before.definite and info.head == "office" and not info.definite)

    def _mark(self, here: int, limit: int) -> int:
        """Return the token behind a bracketed or quoted part of a name (صحيفة "س")، 0 where the phrase ends."""
        text = self.tokens.words[here].text
        if text in {"_", "#", "/"} or (text == "-" and self.tokens.glued(here - 1)):
            return here + 1
        closers = {'"': '"', "«": "»", "“": "”", "(": ")", "'": "'"}
        if text not in closers:
            return 0
        for index in range(here + 1, min(limit, here + 7)):
            if self.tokens.words[index].text == closers[text]:
                return index + 1
        return 0

    def _stops(self, here: int, need: bool, head: Head, stop_at_object: bool, limit: int) -> bool:
        """Tell whether the phrase ends before the token ``here``."""
        info, word, tables = self.infos[here], self.tokens.words[here], _tables()
        if info.adverb:
            return not self._described(here, limit)
        if word.norm == "باسم" and not self._plain_name(here):
            return False
        if word.norm in {"الذي", "التي", "الذين", "اللذان", "اللذين", "اللاتي", "ان", "انه", "انها", "قد", "لم", "لا", "هو", "هي"}:
            return True
        clitic = info.prefix.rstrip("ال").removesuffix("ل") + ("ل" if info.prefix.endswith(("لل", "ل")) else "")
        if "ل" in clitic and info.core in tables["addressees"] and head != "office":
            return True
        if "ل" in clitic and info.core in {"صحفيين", "صحافيين", "وكاله", "قناه", "صحيفه", "اذاعه", "تلفزيون"}:
            return not need and head != "institution"
        if info.prefix.startswith(("و", "ف")) and not info.definite and not need:
            return True
        if info.definite and info.prefix.startswith("و"):
            return head in {"", "unnamed"} or info.head in {"office", "unnamed"}
        return stop_at_object and not need and is_object(word.norm, self.objects) and here > 0

    def _described(self, here: int, limit: int) -> bool:
        """Tell whether the preposition at ``here`` continues a description (مصدر في الوزارة، المتحدث باسم)."""
        norms, tables = self.tokens.norms, _tables()
        if norms[here] not in {"في", "من", "علي", "عن", "لدي"} or here + 1 >= limit:
            return False
        before = norms[here - 1]
        following = self.infos[here + 1]
        if following.core in tables["occasions"] or following.adverb:
            return False
        if before in {"المشرف", "المسؤول", "القايم", "المطلع", "مطلع", "المكلف", "بعثه", "مقرب", "مقربه"}:
            return True
        return norms[here] == "في" and any(
            norms[index] in tables["described"] for index in range(max(0, here - 3), here)
        )

    def _adjective(self, here: int, start: int) -> bool:
        """Tell whether a bare word is an adjective of an indefinite head (مصدر أمني، مصادر مطلعة)."""
        head = self.infos[start]
        norm = self.tokens.norms[here]
        if head.head not in {"unnamed", "document", "institution", "office"} or head.definite:
            return False
        return norm.endswith(_NISBA) or (head.head == "unnamed" and here - start <= 2)

    def _name(self, start: int, limit: int, stop_at_object: bool) -> int:
        """Return the token behind the personal name that opens at ``start``."""
        here = start + 1
        while here < min(limit, start + _MAX_NAME):
            info, word = self.infos[here], self.tokens.words[here]
            if word.shape == "mark":
                if word.text in {"-", "_", "'", "’"} and self.tokens.glued(here - 1):
                    here += 1
                    continue
                break
            if word.shape == "number" or self._stops(here, False, "", stop_at_object, limit):
                break
            if word.norm[0] == "و" and len(word.norm) > 3 and word.norm not in _tables()["waw_names"]:
                break
            if info.head and not (info.head == "address" and self.tokens.norms[here - 1] in _CONNECTORS):
                break
            if info.prefix in {"ب", "ل", "بال", "لل"} and (info.definite or info.core in _tables()["addressees"]):
                break
            here += 1
        return here


def is_object(norm: str, objects: frozenset[str]) -> bool:
    """Tell whether a folded bare word has the shape of a verbal noun, or stands in ``objects``.

    >>> is_object("استعداد", frozenset()), is_object("الرييس", frozenset())
    (True, False)
    """
    if norm in objects:
        return True
    if norm.startswith("ال") or len(norm) < 5:
        return False
    core = norm
    for suffix in ("هم", "ها", "ه"):
        if core.endswith(suffix) and len(core) - len(suffix) >= 5:
            core = core.removesuffix(suffix)
            break
    if core.startswith("ا") and core[-2] == "ا" and core not in {"اتحاد", "ايتلاف", "اعلان"}:
        return True
    return len(core) == 5 and core[0] == "ت" and core[3] == "ي" and core not in {"تقرير", "تنظيم", "تحقيق"}
