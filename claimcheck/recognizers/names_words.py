"""What each distinct word may be in a name, looked up once: given name, title, place, nationality, institution.

``entries(tokens)`` is one dictionary look-up a token; the rules of ``names_persons`` and ``names_places`` start only
where it is not ``None``.
"""

from functools import cache
from typing import Literal

from attrs import define, frozen

from claimcheck.gazetteer import Organisation, Place, nationalities, organisations, places
from claimcheck.lexicon import forms, load
from claimcheck.recognizers.names_lexicon import Given, fusing, given_names, linking, looks_foreign, stops, surnames
from claimcheck.recognizers.names_parts import without_article
from claimcheck.recognizers.names_titles import Title, is_definite, titles
from claimcheck.text.tokens import PerWord, Tokens, Word

Head = Literal["place", "part", "organisation", "named", "quoted", "definite"]


@frozen
class Phrase:
    """A name of the gazetteer: the folded words behind the first one, and what it names."""

    rest: tuple[str, ...]
    entry: Place | Organisation


@define(eq=False)
class NameWord:
    """What one distinct word may be. ``prefix`` are its proclitics in that reading, ``core`` the rest.

    ``skip`` are the proclitics that a span leaves out: all but the article, and none where ل has swallowed it.
    ``servant`` marks عبد and عبدال...; ``foreign`` a word of another language by its letters. ``opens`` tells that
    a name or a title may begin with the word.
    """

    prefix: str = ""
    core: str = ""
    given: Given | None = None
    surname: str | None = None
    phrases: tuple[Phrase, ...] = ()
    nation: str | None = None
    head: Head | None = None
    title: Title | None = None
    definite_title: bool = False
    foreign: bool = False
    servant: bool = False
    opens: bool = False
    skip: int = 0


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """Return the gazetteer's Arabic names by their first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for table in (places(), organisations()):
        for name, entry in table.items():
            first, *rest = name.split()
            if "\u0600" <= first[0] <= "\u08ff":
                found.setdefault(first, {}).setdefault(tuple(rest), Phrase(tuple(rest), entry))
    return {first: tuple(sorted(group.values(), key=lambda p: -len(p.rest))) for first, group in found.items()}


@cache
def _heads() -> dict[str, Head]:
    """Return the nouns that open the name of a place or an institution."""
    table = load("organisations")
    found: dict[str, Head] = dict.fromkeys(forms(table["named_heads"]), "quoted")
    found.update((head, "named" if head in found else "organisation") for head in forms(table["heads"]))
    found.update(dict.fromkeys(forms(table["definite_heads"]), "definite"))
    found.update(dict.fromkeys(forms(load("places")["parts"]), "part"))
    found.update(dict.fromkeys(forms(load("places")["heads"]), "place"))
    return found


class _Entries(PerWord[NameWord | None]):
    """The answers for every distinct word seen; filled on demand, emptied when they grow too many."""

    def __init__(self) -> None:
        """Gather the tables, once."""
        super().__init__()
        self.given = {form: name for form, name in given_names().items() if form not in stops()}
        self.surnames = {without_article(form): lexeme for form, lexeme in surnames().items()}
        self.bare_surnames = surnames()
        self.nations = nationalities()
        self.phrases = _phrases()
        self.heads = _heads()
        self.titles = titles()
        self.barred = stops() | fusing() | linking()
        self.known = self._cores()

    def _cores(self) -> frozenset[str]:
        """Return all that a listed word can be without its proclitics; the rest is looked up in no table."""
        with_article = [form[2:] for table in (self.phrases, self.heads) for form in table if form.startswith("ال")]
        tables = (self.given, self.surnames, self.bare_surnames, self.nations, self.phrases, self.heads)
        return frozenset(["علي"]).union(with_article, self.titles.entries, *tables)

    def read(self, word: Word) -> NameWord | None:
        found = self._answer(word) if word.shape == "word" else None
        if found:
            prefix = found.prefix
            found.skip = 0 if prefix.endswith("لل") else len(prefix.removesuffix("ال"))
            found.opens = bool(
                found.phrases or found.title or found.given or found.servant or found.head or found.nation
            )
        return found

    def _answer(self, word: Word) -> NameWord | None:
        """Return the first reading of the word that one of the tables holds, and the title that it is."""
        found, known = None, self.known
        listed = [reading for reading in word.analyses if reading[1] in known]
        if len(word.norm) > 1:
            for prefix, core in listed:
                found = self._reading(prefix, core, word.text)
                if found:
                    break
            else:
                found = self._by_letters(word)
        title = self.titles[word] if listed else None
        if title:
            found = found or NameWord(title[0], title[1].lemma)
            found.title, found.definite_title = title[1], is_definite(title[0])
        return found

    def _by_letters(self, word: Word) -> NameWord | None:
        """Return what its letters alone tell of a word: عبد and عبدال..., a word of another language."""
        norm = word.norm
        if norm == "عبد" or (norm.startswith("عبدال") and len(norm) >= 7):
            return NameWord("", norm, servant=True)
        if norm not in self.barred and looks_foreign(norm, word.text):
            return NameWord("", norm, foreign=True)
        return None

    def _reading(self, prefix: str, core: str, text: str) -> NameWord | None:
        definite = is_definite(prefix)
        full = f"ال{core}" if prefix.endswith("لل") else core
        given = None if definite else self.given.get(core)
        if given and prefix and (given.foreign or len(core) < 4):
            given = None  # بيان is no "by Jan"
        if core == "علي" and text.endswith("ى"):  # the preposition: it ends a name
            return NameWord(prefix, core)
        surname = self.surnames.get(core) if definite else self.bare_surnames.get(core)
        phrases = () if definite and not prefix.endswith("لل") else self.phrases.get(full, ())
        if prefix and not definite:  # an everyday word with a proclitic is no place: بنيس is no "in Nice"
            phrases = tuple(phrase for phrase in phrases if not phrase.entry.common)
        nation = self.nations.get(core)
        if nation and len(core) < 4 and not definite and prefix not in ("", "و"):  # كروس is no "like Russians"
            nation = None
        head = self.heads.get(f"ال{core}" if definite else core)
        if head == "part" and text.endswith("ى"):  # وأدى is no وادي
            head = None
        if given or surname or phrases or nation or head:
            return NameWord(prefix, core, given, surname, phrases, nation, head)
        return None


@cache
def _table() -> _Entries:
    return _Entries()


def entries(tokens: Tokens) -> list[NameWord | None]:
    """Return what each token may be in a name."""
    return list(map(_table().__getitem__, tokens.words))
