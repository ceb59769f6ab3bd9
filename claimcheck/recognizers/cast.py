"""Whom a speaker's phrase means: the cast of one document.

Every speaker's phrase, and every name that was recognised, is met once in text order; the fullest form of each is its
canonical name. A role points to the person who was introduced with it, an institution's short form to its full one, and
a cue without a speaker carries on from the last that agrees with it.
"""

from collections.abc import Callable
from functools import cached_property

from attrs import define

from claimcheck.lexicon import forms
from claimcheck.model.mentions import Name
from claimcheck.recognizers.cast_members import Member, Members, bare, name_words, role_words, shorter
from claimcheck.recognizers.reports import Report
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers import Mention, PhraseReader
from claimcheck.recognizers.speakers_words import infos

_ANYONE = forms("متحدث ناطق متكلم لاعب نجم مهاجم حارس شخص رجل شاب فنان مخترع ضيف")
_HONOURS = forms("سموه معاليه فخامته سعادته جلالته سموها معاليها")
_LEADERS = forms("زعيم رئيس ملك أمير رئيسا زعيما رئيسي زعيمي وزير")
_SPEAKING = frozenset({"person", "organisation"})
_RECENT = 8
_BACK = 5000


@define(eq=False)
class Spoken:
    """The speakers of one report: canonical names, the phrases they were read from, gender and number."""

    names: tuple[str, ...]
    mentions: list[Mention]
    gender: str
    number: int
    cue: int


class Cast:
    """The speakers of one document."""

    def __init__(self, scan: Scan, reports: list[Report], nested: set[int]) -> None:
        """Meet everybody, then resolve every report in text order.

        ``nested`` are positions of reports inside the content of another: nobody outside carries on from them.
        """
        self.scan = scan
        self.spans = scan.spans
        self.members = Members()
        self.origins: dict[tuple[str, ...], str] = {}
        self._meet_names()
        for report in reports:
            for mention in report.speakers + report.nearest:
                self._meet(mention)
        self._spoken = self._resolve(reports, nested)

    def speakers(self, position: int) -> Spoken:
        """Return who speaks in the report at a position."""
        return self._spoken[position]

    @cached_property
    def nations(self) -> dict[str, str]:
        """The nationalities and places of the text: canonical names by the folded word."""
        return {bare(n.text or ""): n.canonical for n in self.scan.names if n.kind in {"nationality", "place"}}

    # -- meeting ---------------------------------------------------------------------------------------------------

    def _meet_names(self) -> None:
        """Enter the recognised names; a nationality beside a person tells where the person is from."""
        seen: set[tuple[str, str, str | None]] = set()
        before: Name | None = None
        for name in self.scan.names:
            if before is not None and name.kind == "person" and _adjacent(before, name):
                self.origins[name_words(name.canonical)] = before.canonical
            before = name if name.kind == "nationality" else None
            if name.kind not in _SPEAKING or (key := (name.canonical, name.kind, name.title)) in seen:
                continue
            seen.add(key)
            if name.canonical != "باسم":
                self.members.enter(name.canonical, name.kind, [role_words(name.title)] if name.title else ())

    def _meet(self, mention: Mention) -> None:
        """Enter a speaker's phrase."""
        text = self.scan.phrase_text
        if mention.name is not None:
            self.members.enter(text(*mention.name), "person", [role_words(text(*role)) for role in mention.roles])
        elif mention.kind in {"institution", "document", ""}:
            words = name_words(text(mention.first, mention.stop))
            if words and (not mention.definite or len(words) > 1):
                self.members.enter_institution(text(mention.first, mention.stop))

    # -- resolving -------------------------------------------------------------------------------------------------

    def _resolve(self, reports: list[Report], nested: set[int]) -> list[Spoken]:
        """Name the speakers of every report."""
        found: list[Spoken] = []
        history: list[Spoken] = []
        for position, report in enumerate(reports):
            spoken = self._overt(report, report.speakers) if report.speakers else self._carried(report, history)
            found.append(spoken)
            if spoken.names and report.kind != "source" and position not in nested:
                history.append(spoken)
        return found

    def _overt(self, report: Report, mentions: tuple[Mention, ...]) -> Spoken:
        """Resolve speakers that stand in the text."""
        names: list[str] = []
        for mention in mentions:
            members = self._find(mention)
            texts = [member.text for member in members] or [self.scan.phrase_text(mention.first, mention.stop)]
            names.extend(text for text in texts if text not in names)
            for member in members:
                member.last = mention.first
        single = len(names) == 1
        gender = report.gender if report.kind == "verb" and single else mentions[0].gender
        return Spoken(tuple(names), list(mentions), gender, mentions[0].number if single else 3, report.cue_first)

    def _carried(self, report: Report, history: list[Spoken]) -> Spoken:
        """Carry on: from the sentence's last report, from its subject, from the last speaker that agrees.

        A phrase outside the sentence is not told: the speaker is implied there.
        """
        first, _ = self.scan.sentence(report.cue_first)
        agreeing = [spoken for spoken in history[-_RECENT:] if _agrees(report, spoken)]
        here = [spoken for spoken in agreeing if spoken.cue >= first]
        if not here and report.nearest and self._fits(report, report.nearest[-1]):
            return self._overt(report, report.nearest)
        last = (here or agreeing or history[-1:] or [Spoken((), [], "m", 1, 0)])[-1]
        beside = last.mentions if here and last.mentions and last.mentions[0].first >= first else []
        return Spoken(last.names, beside, last.gender, last.number, report.cue_first)

    def _fits(self, report: Report, subject: Mention) -> bool:
        """Tell whether the sentence's subject can speak: it agrees, and is no mere thing."""
        if subject.name and not subject.roles and subject.name[0] not in self.spans:
            return False
        if subject.kind == "" and subject.first not in self.spans:
            return False
        plural = subject.number > 1 and subject.kind in {"institution", "document", "unnamed"}
        return report.number != 1 or subject.gender == report.gender or plural

    # -- one phrase ----------------------------------------------------------------------------------------------------

    def _find(self, mention: Mention) -> list[Member]:
        """Return the members of the cast that a phrase means; none where it stays a description."""
        if mention.name is not None:
            if mention.name[1] - mention.name[0] == 1:
                self._enlarge(mention.name[0])
            leaders = self._leaders(mention) if mention.number == 2 and mention.roles else []
            return leaders or self._by_words(name_words(self.scan.phrase_text(*mention.name)))
        words = name_words(self.scan.phrase_text(mention.first, mention.stop))
        if not words or mention.kind == "unnamed":
            return []
        if mention.kind == "office":
            return self._of_office(words, mention)
        if mention.kind in {"institution", "document"}:
            return self._by_head(words) or self._by_words(words) or self._introduced(words, mention)
        return self._of_no_kind(words, mention)

    def _of_office(self, words: tuple[str, ...], mention: Mention) -> list[Member]:
        """A title without a name; a single one may be a family name too (السيد), سموه is the last person met."""
        if mention.number == 2:
            return self._leaders(mention)
        if words[0] in _HONOURS:
            met = [member for member in self.members.persons if member.last >= 0]
            return _best(met, lambda m: (m.last, 0))
        if not mention.definite:
            return []
        return self._by_role(words) or (self._by_words(words) if len(words) == 1 else [])

    def _of_no_kind(self, words: tuple[str, ...], mention: Mention) -> list[Member]:
        """A noun that tells nothing by itself: somebody just spoken of, a place, or part of a known name."""
        if words[0] in _ANYONE and mention.definite:
            return self._by_role(words)
        known = self.spans.get(mention.first)
        if known and known[1].kind == "place":
            return [member for member in self.members.alike(words) if member.words == words][:1]
        return self._by_words(words) or self._by_head(words)

    def _by_words(self, words: tuple[str, ...]) -> list[Member]:
        found = list(self.members.alike(words))
        return _best(found, lambda m: (m.kind == "person", len(m.words)))

    def _by_head(self, words: tuple[str, ...]) -> list[Member]:
        """An institution or document by its first word (الوزارة for وزارة الصحة)."""
        found = [m for m in self.members.headed(words[0]) if set(words) <= set(m.words)]
        return _best(found, lambda m: (m.last, len(m.words)))

    def _by_role(self, words: tuple[str, ...]) -> list[Member]:
        """A person by the role he was introduced with (الرئيس الروسي); by its noun alone if no other nation clashes."""
        called = self.members.called(words[0])
        wanted = frozenset(words)
        found = [m for m in called if any(wanted <= set(role) for role in m.roles)]
        found = found or [m for m in called if any(words[0] in r and not self._clash(wanted, r) for r in m.roles)]
        found = found or self._compatriots(words)
        if not found and words[0] in _ANYONE and len(words) <= 2:
            found = [m for m in self.members.persons if m.last >= 0] or self.members.persons
        return _best(found, lambda m: (m.last, 0))

    def _clash(self, wanted: frozenset[str], role: tuple[str, ...]) -> bool:
        """Tell whether two roles name different nations, or the wanted one something that is no nation."""
        missing = wanted.difference(role)
        first = {word for word in missing if word in self.nations}
        second = {word for word in role[1:3] if word in self.nations and word not in wanted}
        return bool(first and second) or bool(missing - first)

    def _compatriots(self, words: tuple[str, ...]) -> list[Member]:
        """The only person whom the text calls by the nation of an office (نظيره الأمريكي دونالد ترامب)."""
        nation = next((word for word in words[1:3] if word in self.nations), None)
        if nation is None or words[0] not in _LEADERS or len(words) > 2:
            return []
        found = [m for m in self.members.persons if self.origins.get(m.words) == self.nations[nation]]
        return found if len(found) == 1 else []

    def _leaders(self, mention: Mention) -> list[Member]:
        """The persons who lead the countries that a dual names: زعيما أرمينيا وأذربيجان."""
        found = []
        for index in range(mention.first + 1, mention.stop):
            known = self.spans.get(index)
            country = known[1].canonical if known else self.nations.get(bare(self.scan.norms[index].removeprefix("و")))
            for member in self.members.persons if country else ():
                if any(
                    _LEADERS.intersection(r) and any(self.nations.get(w) == country for w in r) for r in member.roles
                ):
                    found.append(member)
                    break
        return found if len(found) > 1 else []

    # -- the text before -----------------------------------------------------------------------------------------------

    def _introduced(self, words: tuple[str, ...], mention: Mention) -> list[Member]:
        """An institution that is named in full before it speaks (معهد الأرصاد … وقال المعهد)."""
        if len(words) > 1 or not mention.definite:
            return []
        reader = PhraseReader(self.scan)
        for index in self._heads.get(words[0], ())[-_RECENT:]:
            if index < mention.first:
                phrase = reader.phrase(index, min(index + 12, self.scan.sentence(index)[1]))
                if phrase is not None and phrase.stop - index > 1:
                    text = self.scan.phrase_text(index, phrase.stop)
                    return [self.members.add(text, name_words(text), "institution")]
        return []

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """The places of bare nouns for institutions and documents, by their folded form."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.scan.words):
            info = infos[word]
            if info.head in {"institution", "document"} and not info.definite:
                found.setdefault(info.core, []).append(index)
        return found

    def _enlarge(self, index: int) -> None:
        """Enter the full name of a surname that the text has nowhere but beside an unknown given name before."""
        words = name_words(self.scan.phrase_text(index, index + 1))
        if not words or any(len(m.words) > 1 and shorter(words, m.words) for m in self.members.alike(words)):
            return
        norm = self.scan.norms[index]
        place = self.scan.norms.index(norm, max(0, index - _BACK))
        if 0 < place < index and self._given(place - 1):
            self.members.enter(self.scan.phrase_text(place - 1, place + 1), "person")

    def _given(self, index: int) -> bool:
        """Tell whether a bare word can be a given name: no particle, title, verb, number or mark."""
        info = infos[self.scan.words[index]]
        if self.scan.words[index].shape not in {"word", "latin"} or info.head or info.particle or info.definite:
            return False
        return not info.preposition and self.scan.verb(index) is None and infos[self.scan.words[index - 1]].definite


def _best(members: list[Member], key: Callable[[Member], tuple[int, int]]) -> list[Member]:
    return [max(members, key=key)] if members else []


def _agrees(report: Report, spoken: Spoken) -> bool:
    """Tell whether a cue without a subject can be this speaker's; participles are written carelessly."""
    return report.kind != "verb" or report.number != 1 or spoken.gender == report.gender


def _adjacent(first: Name, second: Name) -> bool:
    """Tell whether two names stand beside each other."""
    return first.span is not None and second.span is not None and 0 <= second.span.start - first.span.end <= 2
