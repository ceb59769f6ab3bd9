"""Whom a speaker's phrase means: the cast of one document.

Every speaker's phrase, and every name that was recognised, is met once in text order; the fullest form of each is its
canonical name. A role points to the person who was introduced with it, an institution's short form to its full one.
"""

from attrs import define, field

from claimcheck.lexicon import forms
from claimcheck.model.mentions import Name
from claimcheck.recognizers.reports import Report
from claimcheck.recognizers.speakers import Mention
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens


@define(eq=False)
class Entity:
    """Somebody or something that speaks: ``words`` are the folded words of its fullest form, without article."""

    text: str
    words: tuple[str, ...]
    kind: str
    gender: str = "m"
    number: int = 1
    roles: list[frozenset[str]] = field(factory=list)
    last: int = 0


def _bare(word: str) -> str:
    word = fold(word)
    for prefix in ("وال", "بال", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, articles and marks left out.

    >>> name_words("سيف الدين الحربي")
    ('سيف', 'دين', 'حربي')
    """
    return tuple(_bare(word) for word in text.replace("_", " ").split() if any(c.isalnum() for c in word))


def _same(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether one name is a shorter form of another: all its words, and a single one only first or last."""
    if not short or not full or not set(short) <= set(full):
        return False
    return len(short) > 1 or short[0] in {full[0], full[-1]}


class Cast:
    """The speakers of one document."""

    def __init__(self, tokens: Tokens, reports: list[Report], names: list[Name]) -> None:
        """Meet all speakers' phrases, then resolve every report in text order."""
        self.tokens = tokens
        self.entities: list[Entity] = []
        self._resolved: dict[int, tuple[tuple[str, ...], list[Mention]]] = {}
        self._meet_names(names)
        for report in reports:
            for mention in report.speakers:
                self._meet(mention)
        self._resolve(reports)

    def speakers(self, report: Report) -> tuple[tuple[str, ...], list[Mention]]:
        """Return the canonical names of a report's speakers and the phrases they were read from."""
        return self._resolved[id(report)]

    def _meet_names(self, names: list[Name]) -> None:
        for name in names:
            if name.kind in {"person", "organisation"}:
                self._enter(name.canonical, name.kind, name.title)

    def _enter(self, text: str, kind: str, title: str | None = None) -> Entity:
        words = name_words(text)
        for entity in self.entities:
            if entity.kind == kind and (_same(words, entity.words) or _same(entity.words, words)):
                if len(words) > len(entity.words):
                    entity.text, entity.words = text, words
                break
        else:
            entity = Entity(text, words, kind)
            self.entities.append(entity)
        if title:
            entity.roles.append(frozenset(name_words(title)))
        return entity

    def _text(self, mention: Mention) -> str:
        """The phrase as written, without a conjunction or preposition before it."""
        text = self.tokens.span(mention.first, mention.stop).of(self.tokens.text)
        return self._strip(mention.first, text)

    def _strip(self, index: int, text: str) -> str:
        from claimcheck.recognizers.speakers import infos

        word = self.tokens.words[index]
        info = infos[word]
        prefix = info.prefix
        if prefix.endswith("لل"):
            return "ال" + text[len(prefix) :]
        prefix = prefix.removesuffix("ال")
        if prefix and text[: len(prefix)] == prefix:
            return text[len(prefix) :]
        return text

    def _meet(self, mention: Mention) -> None:
        if mention.name is not None:
            text = self.tokens.span(*mention.name).of(self.tokens.text)
            if mention.name[0] == mention.first:
                text = self._strip(mention.first, text)
            entity = self._enter(text, "person")
            for role in mention.roles:
                entity.roles.append(frozenset(name_words(self.tokens.span(*role).of(self.tokens.text))))
            entity.gender = "f" if mention.gender == "f" and mention.name[0] > mention.first else entity.gender
        elif mention.kind in {"institution", "document", ""}:
            text = self._text(mention)
            words = name_words(text)
            if not mention.definite or len(words) > 1:
                entity = self._enter_institution(text, words, mention)
                entity.gender, entity.number = mention.gender, mention.number

    def _enter_institution(self, text: str, words: tuple[str, ...], mention: Mention) -> Entity:
        for entity in self.entities:
            if entity.kind in {"institution", "organisation"} and words and entity.words and words[0] == entity.words[0]:
                if set(words) <= set(entity.words):
                    return entity
                if set(entity.words) <= set(words):
                    entity.text, entity.words = text, words
                    return entity
        entity = Entity(text, words, "institution", last=-1)
        self.entities.append(entity)
        return entity

    def _resolve(self, reports: list[Report]) -> None:
        """Name the speakers of every report; those without a phrase carry on from the last that agrees."""
        history: list[tuple[tuple[str, ...], list[Mention], str, int]] = []
        for report in reports:
            if report.speakers:
                names, seen = [], set()
                for mention in report.speakers:
                    entity = self._find(mention)
                    text = entity.text if entity else self._text(mention)
                    if text not in seen:
                        seen.add(text)
                        names.append(text)
                    if entity:
                        entity.last = mention.first
                gender = report.speakers[0].gender if report.kind != "verb" else report.gender
                number = len(names) if len(names) > 1 else report.speakers[0].number
                result = tuple(names), list(report.speakers)
                if report.kind != "source":
                    history.append((*result, gender, number))
            else:
                result = self._carried(report, history)
            self._resolved[id(report)] = result

    def _carried(
        self, report: Report, history: list[tuple[tuple[str, ...], list[Mention], str, int]]
    ) -> tuple[tuple[str, ...], list[Mention]]:
        if not history:
            return (), []
        if report.kind == "verb" and report.number == 1:
            for names, mentions, gender, _ in reversed(history[-6:]):
                if gender == report.gender:
                    return names, mentions
        return history[-1][0], history[-1][1]

    def _find(self, mention: Mention) -> Entity | None:
        """Return the member of the cast that a phrase means."""
        if mention.name is not None:
            words = name_words(self.tokens.span(*mention.name).of(self.tokens.text))
            if mention.name[0] == mention.first:
                words = name_words(self._strip(mention.first, self.tokens.span(*mention.name).of(self.tokens.text)))
            return self._by_words(words, mention.first)
        words = name_words(self._text(mention))
        if not mention.definite and mention.kind in {"unnamed", "office"}:
            return None
        if mention.kind in {"office", "address"}:
            return self._by_role(frozenset(words), mention)
        if mention.kind in {"institution", "document"}:
            return self._by_head(words, mention) or self._by_words(words, mention.first)
        return self._by_words(words, mention.first) or self._by_head(words, mention)

    def _by_words(self, words: tuple[str, ...], position: int) -> Entity | None:
        matches = [e for e in self.entities if _same(words, e.words) or _same(e.words, words)]
        return max(matches, key=lambda e: (e.kind == "person", len(e.words)), default=None)

    def _by_head(self, words: tuple[str, ...], mention: Mention) -> Entity | None:
        matches = [e for e in self.entities if e.words and words and e.words[0] == words[0] and set(words) <= set(e.words)]
        return max(matches, key=lambda e: (e.last, len(e.words)), default=None)

    def _by_role(self, words: frozenset[str], mention: Mention) -> Entity | None:
        matches = [e for e in self.entities if any(words <= role for role in e.roles)]
        if not matches and words & _ANYONE:
            matches = [e for e in self.entities if e.kind == "person" and e.last]
        return max(matches, key=lambda e: e.last, default=None)


_ANYONE = forms("متحدث ناطق مصدر لاعب مدرب مسؤول")
