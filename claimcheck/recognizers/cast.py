"""Whom a speaker's phrase means: the cast of one document.

Every speaker's phrase, and every name that was recognised, is met once in text order; the fullest form of each is its
canonical name. A role points to the person who was introduced with it, an institution's short form to its full one, and
a cue without a speaker carries on from the last that agrees with it.
"""

from functools import cached_property

from attrs import define, field

from claimcheck.lexicon import forms
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names_titles import title_forms
from claimcheck.recognizers.reports import Report
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers import Mention, PhraseReader
from claimcheck.text.orthography import fold

_ANYONE = forms("متحدث ناطق متكلم لاعب نجم مهاجم حارس شخص رجل شاب فنان مخترع ضيف")
_LEADERS = forms("زعيم رئيس ملك أمير رئيسا زعيما رئيسي زعيمي وزير")
_ARTICLES = ("وال", "بال", "لل", "ال")


@define(eq=False)
class Entity:
    """Somebody or something that speaks: ``words`` are the folded words of its fullest form, without article."""

    text: str
    words: tuple[str, ...]
    kind: str
    gender: str = ""
    number: int = 1
    roles: list[tuple[str, ...]] = field(factory=list)
    last: int = -1


@define(eq=False)
class Spoken:
    """The speakers of one report: canonical names, the phrases they were read from, gender and number."""

    names: tuple[str, ...]
    mentions: list[Mention]
    gender: str
    number: int
    report: Report


def bare(word: str) -> str:
    """Return a folded word without article.

    >>> bare("الروسي"), bare("للأحوال")
    ('روسي', 'احوال')
    """
    word = fold(word)
    for prefix in _ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, articles and marks left out.

    >>> name_words("سيف الدين الحربي")
    ('سيف', 'دين', 'حربي')
    """
    pieces = "".join(c if c.isalnum() or fold(c) == "" else " " for c in text).split()
    return tuple(bare(word) for word in pieces)


def shorter(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether one name is a shorter form of another: all its words, and a single one only first or last.

    >>> shorter(("حربي",), ("سيف", "دين", "حربي")), shorter(("دين",), ("سيف", "دين", "حربي"))
    (True, False)
    """
    if not short or not full or not set(short) <= set(full):
        return False
    return len(short) > 1 or short[0] in {full[0], full[-1]}


class Cast:
    """The speakers of one document."""

    def __init__(self, scan: Scan, reports: list[Report], nested: set[int]) -> None:
        """Meet everybody, then resolve every report in text order.

        ``nested`` are positions of reports inside the content of another: nobody outside carries on from them.
        """
        self.scan = scan
        self.reader = PhraseReader(scan)
        self.entities: list[Entity] = []
        self.nations = {bare(n.text or ""): n.canonical for n in scan.names if n.kind in {"nationality", "place"}}
        self.origins: dict[tuple[str, ...], str] = {}
        before = None
        for name in scan.names:
            if before is not None and name.kind == "person" and _adjacent(before, name):
                self.origins[name_words(name.canonical)] = before.canonical
            before = name if name.kind == "nationality" else None
            if name.kind in {"person", "organisation"} and name.canonical != "باسم":
                self._enter(name.canonical, name.kind, name.title)
        for report in reports:
            for mention in report.speakers + report.nearest:
                self._meet(mention)
        self._spoken = self._resolve(reports, nested)

    def speakers(self, position: int) -> Spoken:
        """Return who speaks in the report at a position."""
        return self._spoken[position]

    # -- meeting ---------------------------------------------------------------------------------------------------

    def _enter(self, text: str, kind: str, title: str | None = None) -> Entity:
        """Add a person or organisation, or a further form of one."""
        words = name_words(text)
        for entity in self.entities:
            if entity.kind == kind and (shorter(words, entity.words) or shorter(entity.words, words)):
                if len(words) > len(entity.words):
                    entity.text, entity.words = text, words
                break
        else:
            entity = Entity(text, words, kind)
            self.entities.append(entity)
        if title:
            entity.roles.append(role_words(title))
        return entity

    def text(self, first: int, stop: int) -> str:
        """Return the tokens as written, without a conjunction or preposition before them, tags spelled out."""
        text = self.scan.tokens.span(first, stop).of(self.scan.text)
        prefix = self.scan.infos[first].prefix
        if prefix.endswith("لل"):
            text = "ال" + text[len(prefix) :]
        elif first in self.scan.members or prefix.removesuffix("ال"):
            text = text[max(len(prefix.removesuffix("ال")), first in self.scan.members) :]
        if "#" in text:
            text = text.replace("#", "").replace("_", " ")
        return " ".join(text.split())

    def _meet(self, mention: Mention) -> None:
        """Enter a speaker's phrase."""
        if mention.name is not None:
            entity = self._enter(self.text(*mention.name), "person")
            entity.roles.extend(role_words(self.text(*role)) for role in mention.roles)
        elif mention.kind in {"institution", "document", ""}:
            text = self.text(mention.first, mention.stop)
            words = name_words(text)
            if words and (not mention.definite or len(words) > 1):
                self._enter_institution(text, words, mention)

    def _enter_institution(self, text: str, words: tuple[str, ...], mention: Mention) -> None:
        for entity in self.entities:
            if entity.kind in {"institution", "organisation"} and entity.words and words[0] == entity.words[0]:
                if set(words) <= set(entity.words):
                    return
                if set(entity.words) < set(words):
                    entity.text, entity.words = text, words
                    return
        self.entities.append(Entity(text, words, "institution", mention.gender, mention.number))

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
            entities = self._find(mention, mentions)
            texts = [entity.text for entity in entities] or [self.text(mention.first, mention.stop)]
            names.extend(text for text in texts if text not in names)
            for entity in entities:
                entity.last = mention.first
        single = len(names) == 1
        gender = report.gender if report.kind == "verb" and single else mentions[0].gender
        return Spoken(tuple(names), list(mentions), gender, mentions[0].number if single else 3, report)

    def _carried(self, report: Report, history: list[Spoken]) -> Spoken:
        """Carry on: from the sentence's last report, from its subject, from the last speaker that agrees."""
        first, _ = self.scan.sentence(report.cue_first)
        agreeing = [spoken for spoken in history[-8:] if self._agrees(report, spoken)]
        here = [spoken for spoken in agreeing if spoken.report.cue_first >= first]
        if here:
            return self._again(here[-1], report)
        if report.nearest and self._fits(report, report.nearest):
            return self._overt(report, report.nearest)
        last = (agreeing or history[-1:] or [Spoken((), [], "m", 1, report)])[-1]
        return self._again(last, report)

    def _again(self, spoken: Spoken, report: Report) -> Spoken:
        return Spoken(spoken.names, spoken.mentions, spoken.gender, spoken.number, report)

    def _agrees(self, report: Report, spoken: Spoken) -> bool:
        """Tell whether a cue without a subject can be this speaker's; participles are written carelessly."""
        if report.kind != "verb" or report.number != 1:
            return True
        return spoken.gender == report.gender

    def _fits(self, report: Report, nearest: tuple[Mention, ...]) -> bool:
        """Tell whether the sentence's subject can speak: it agrees, and is no mere thing."""
        mention = nearest[-1]
        known = self.scan.spans.get(mention.first)
        if mention.kind == "person" and not mention.roles and mention.name and mention.name[0] not in self.scan.spans:
            return False
        if mention.kind == "" and known is None:
            return False
        plural = mention.number > 1 and mention.kind in {"institution", "document", "unnamed"}
        return report.number != 1 or mention.gender == report.gender or plural

    def _find(self, mention: Mention, group: tuple[Mention, ...]) -> list[Entity]:
        """Return the members of the cast that a phrase means; none where it stays a description."""
        if mention.name is not None:
            if mention.name[1] - mention.name[0] == 1:
                self._enlarge(mention.name[0])
            if mention.number == 2 and mention.roles:
                pair = self._leaders(mention)
                if pair:
                    return pair
            return self._by_words(name_words(self.text(*mention.name)))
        words = name_words(self.text(mention.first, mention.stop))
        if mention.number == 2 and mention.kind == "office":
            return self._leaders(mention)
        if not mention.definite and mention.kind in {"unnamed", "office"}:
            return []
        if mention.kind in {"office", "address"}:
            return self._by_role(words)
        if mention.kind == "unnamed":
            return []
        if mention.kind in {"institution", "document"}:
            return self._by_head(words) or self._by_words(words) or self._introduced(words, mention)
        if words and words[0] in _ANYONE and mention.definite:
            return self._by_role(words)
        known = self.scan.spans.get(mention.first)
        if known and known[1].kind == "place":
            return [entity for entity in self.entities if entity.words == words][:1]
        return self._by_words(words) or self._by_head(words)

    def _enlarge(self, index: int) -> None:
        """Enter the full name of a surname, if the text has it nowhere but beside an unknown given name before."""
        words = name_words(self.text(index, index + 1))
        if any(shorter(words, e.words) and len(e.words) > 1 for e in self.entities if e.kind == "person"):
            return
        for place in self._places.get(words[0] if words else "", ()):
            if 0 < place < index and self._given(place - 1):
                self._enter(self.text(place - 1, place + 1), "person")
                return

    def _given(self, index: int) -> bool:
        """Tell whether a bare word can be a given name: no particle, title, verb, number or mark."""
        info = self.scan.infos[index]
        if self.scan.words[index].shape not in {"word", "latin"} or info.head or info.particle or info.definite:
            return False
        return not info.preposition and self.scan.verb(index) is None and self.scan.infos[index - 1].definite

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places of words, folded and without article."""
        found: dict[str, list[int]] = {}
        for index, norm in enumerate(self.scan.norms):
            found.setdefault(bare(norm), []).append(index)
        return found

    def _by_words(self, words: tuple[str, ...]) -> list[Entity]:
        matches = [e for e in self.entities if shorter(words, e.words) or shorter(e.words, words)]
        best = max(matches, key=lambda e: (e.kind == "person", len(e.words)), default=None)
        return [best] if best else []

    def _by_head(self, words: tuple[str, ...]) -> list[Entity]:
        """An institution or document by its first word (الوزارة for وزارة الصحة)."""
        matches = [e for e in self.entities if e.words and words and e.words[0] == words[0] and set(words) <= set(e.words)]
        best = max(matches, key=lambda e: (e.last, len(e.words)), default=None)
        return [best] if best else []

    def _introduced(self, words: tuple[str, ...], mention: Mention) -> list[Entity]:
        """An institution that is named in full before it speaks (معهد الأرصاد … وقال المعهد)."""
        if len(words) > 1 or not mention.definite:
            return []
        for index in reversed(self._heads.get(words[0], ())):
            if index < mention.first:
                phrase = self.reader.phrase(index, min(index + 12, self.scan.sentence(index)[1]))
                if phrase is not None and phrase.stop - index > 1:
                    entity = Entity(self.text(index, phrase.stop), name_words(self.text(index, phrase.stop)), "institution")
                    self.entities.append(entity)
                    return [entity]
        return []

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """The places of bare nouns for institutions and documents, by their folded form."""
        found: dict[str, list[int]] = {}
        for index, info in enumerate(self.scan.infos):
            if info.head in {"institution", "document"} and not info.definite:
                found.setdefault(info.core, []).append(index)
        return found

    def _by_role(self, words: tuple[str, ...]) -> list[Entity]:
        """A person by the role he was introduced with (الرئيس الروسي); by its noun alone if no other nation clashes."""
        wanted = frozenset(words)
        matches = [e for e in self.entities if any(wanted <= set(role) for role in e.roles)]
        if not matches:
            matches = [e for e in self.entities if any(words[0] in role and not self._clash(wanted, role) for role in e.roles)]
        if not matches:
            matches = self._compatriots(words)
        if not matches and words[0] in _ANYONE and len(words) <= 2:
            persons = [e for e in self.entities if e.kind == "person"]
            matches = [e for e in persons if e.last >= 0] or persons
        best = max(matches, key=lambda e: e.last, default=None)
        return [best] if best else []

    def _compatriots(self, words: tuple[str, ...]) -> list[Entity]:
        """The only person whom the text calls by the nation of an office (نظيره الأمريكي دونالد ترامب)."""
        nation = next((word for word in words[1:3] if word in self.nations), None)
        if nation is None or words[0] not in _LEADERS or len(words) > 2:
            return []
        found = [e for e in self.entities if e.kind == "person" and self.origins.get(e.words) == self.nations[nation]]
        return found if len(found) == 1 else []

    def _clash(self, wanted: frozenset[str], role: tuple[str, ...]) -> bool:
        """Tell whether two roles name different nations, or the wanted one something that is no nation."""
        missing = wanted.difference(role)
        first = {word for word in missing if word in self.nations}
        second = {word for word in role[1:3] if word in self.nations and word not in wanted}
        return bool(first and second) or bool(missing - first)

    def _leaders(self, mention: Mention) -> list[Entity]:
        """The persons who lead the countries that a dual names: زعيما أرمينيا وأذربيجان."""
        found = []
        for index in range(mention.first + 1, mention.stop):
            known = self.scan.spans.get(index)
            country = known[1].canonical if known else self.nations.get(bare(self.scan.norms[index].removeprefix("و")))
            for entity in self.entities if country else ():
                if any(_LEADERS.intersection(role) and any(self.nations.get(word) == country for word in role) for role in entity.roles):
                    found.append(entity)
                    break
        return found if len(found) > 1 else []


def _adjacent(first: Name, second: Name) -> bool:
    """Tell whether two names stand beside each other."""
    return first.span is not None and second.span is not None and 0 <= second.span.start - first.span.end <= 2


def role_words(title: str) -> tuple[str, ...]:
    """Return the folded words of a title, articles and a conjunction before it left out.

    >>> role_words("ووزير الخارجية")
    ('وزير', 'خارجيه')
    """
    words = name_words(title)
    if words and words[0].startswith("و") and words[0][1:] in title_forms():
        words = (words[0][1:], *words[1:])
    return words
