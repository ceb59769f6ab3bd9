"""The persons, institutions and documents of one document, each with its fullest form and the roles it is called by.

Members are kept under their words, so that a short form finds its full one without a walk over all of them.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import define, field

from claimcheck.recognizers.names_titles import title_forms
from claimcheck.text.orthography import fold

_ARTICLES = ("وال", "بال", "لل", "ال")


@define(eq=False)
class Member:
    """Somebody or something that may speak: ``words`` are the folded words of its fullest form, without article.

    ``last`` is the token at which it was last met as a speaker, -1 before that.
    """

    text: str
    words: tuple[str, ...]
    kind: str
    roles: list[tuple[str, ...]] = field(factory=list)
    last: int = -1


def bare(word: str) -> str:
    """Return a word folded and without article.

    >>> bare("الروسي"), bare("للأحوال")
    ('روسي', 'احوال')
    """
    word = fold(word)
    for prefix in _ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


@lru_cache(maxsize=20_000)
def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, articles and marks left out.

    >>> name_words("سيف الدين الحربي")
    ('سيف', 'دين', 'حربي')
    """
    if not text.replace(" ", "").isalnum():
        text = "".join(c if c.isalnum() or fold(c) == "" else " " for c in text)
    return tuple(map(bare, text.split()))


@lru_cache(maxsize=20_000)
def role_words(title: str) -> tuple[str, ...]:
    """Return the folded words of a title, articles and a conjunction before it left out.

    >>> role_words("ووزير الخارجية")
    ('وزير', 'خارجيه')
    """
    words = name_words(title)
    if words and words[0].startswith("و") and words[0][1:] in title_forms():
        words = (words[0][1:], *words[1:])
    return words


def shorter(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether one name is a shorter form of another: all its words, and a single one only first or last.

    >>> shorter(("حربي",), ("سيف", "دين", "حربي")), shorter(("دين",), ("سيف", "دين", "حربي"))
    (True, False)
    """
    if not short or not full:
        return False
    if len(short) == 1:
        return short[0] == full[0] or short[0] == full[-1]
    return short == full or set(short).issubset(full)


_NOBODY: list[Member] = []


class Members:
    """The members of one document."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_word: dict[str, list[Member]] = {}
        self._by_first: dict[str, list[Member]] = {}
        self._by_role: dict[str, list[Member]] = {}
        self._persons: list[Member] = []

    # -- entering --------------------------------------------------------------------------------------------------

    def enter(self, text: str, kind: str, roles: Iterable[tuple[str, ...]] = ()) -> Member:
        """Add a person or organisation, or a further form of one; the fuller form becomes its name."""
        words = name_words(text)
        for member in self.alike(words):
            if member.kind == kind:
                break
        else:
            member = None
        if member is None:
            member = self.add(text, words, kind)
        elif len(words) > len(member.words):
            self._rename(member, text, words)
        for role in roles:
            if role and role not in member.roles:
                member.roles.append(role)
                for word in set(role):
                    self._by_role.setdefault(word, []).append(member)
        return member

    def enter_institution(self, text: str) -> None:
        """Add an institution or document, unless a longer form of it is known."""
        words = name_words(text)
        for member in self.headed(words[0]):
            if set(words) <= set(member.words):
                return
            if set(member.words) < set(words):
                self._rename(member, text, words)
                return
        self.add(text, words, "institution")

    def add(self, text: str, words: tuple[str, ...], kind: str) -> Member:
        """Add somebody new."""
        member = Member(text, words, kind)
        self._index(member)
        if kind == "person":
            self._persons.append(member)
        return member

    def _rename(self, member: Member, text: str, words: tuple[str, ...]) -> None:
        member.text, member.words = text, words
        self._index(member)

    def _index(self, member: Member) -> None:
        for word in set(member.words):
            self._by_word.setdefault(word, []).append(member)
        if member.words:
            self._by_first.setdefault(member.words[0], []).append(member)

    # -- finding -----------------------------------------------------------------------------------------------------

    def alike(self, words: tuple[str, ...]) -> Iterator[Member]:
        """Yield the members of which ``words`` is a shorter or a fuller form: the rarest word tells most of them."""
        rarest: list[Member] | None = None
        candidates: list[Member] = []
        for word in words:
            listed = self._by_word.get(word, _NOBODY)
            if rarest is None or len(listed) < len(rarest):
                rarest = listed
            candidates += self._by_first.get(word, _NOBODY)
        if not rarest and not candidates:
            return
        seen: set[int] = set()
        for member in (*(rarest or ()), *candidates):
            if id(member) not in seen:
                seen.add(id(member))
                if shorter(words, member.words) or shorter(member.words, words):
                    yield member

    def headed(self, word: str) -> Iterator[Member]:
        """Yield the institutions whose name opens with a word."""
        for member in self._by_first.get(word, ()):
            if member.kind in {"institution", "organisation"} and member.words[0] == word:
                yield member

    def called(self, word: str) -> list[Member]:
        """Return those who are called by a title with this word."""
        return self._by_role.get(word, [])

    @property
    def persons(self) -> list[Member]:
        """The persons, in the order in which they were met."""
        return self._persons
