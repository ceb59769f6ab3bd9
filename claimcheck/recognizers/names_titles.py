"""Titles: what stands beside a person's name, or for a person, without being part of the name.

The words are data (``lexicon/titles.toml``); this module derives the regular inflections and answers for a token::

    lookup = titles()
    hit = lookup[token_word]            # ("ال", Title(lemma="رئيس", kind="office", ...)) or None

The proclitics of the hit tell whether the word is definite (``is_definite``).
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from claimcheck.lexicon import Lookup, forms, lines, load
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Word

TitleKind = Literal["address", "style", "rank", "office", "profession", "people"]
Number = Literal["singular", "dual", "plural"]
Gender = Literal["masculine", "feminine"]

_SECTIONS: tuple[tuple[str, TitleKind], ...] = (
    ("offices", "office"),
    ("address", "address"),
    ("styles", "style"),
    ("ranks", "rank"),
    ("professions", "profession"),
    ("people", "people"),
)
_Inflection = tuple[str, Number, Gender]
_REGULAR: tuple[_Inflection, ...] = (
    ("ه", "singular", "feminine"),
    *((end, "dual", "masculine") for end in ("ان", "ا")),
    *((end, "dual", "feminine") for end in ("تان", "تين", "تا", "تي")),
    ("ات", "plural", "feminine"),
)
# With a broken plural -ين can only be the dual, and -ي is nearly always another word (عالمي، ملكي).
_BROKEN: tuple[_Inflection, ...] = (("ين", "dual", "masculine"),)
_SOUND: tuple[_Inflection, ...] = tuple((end, "plural", "masculine") for end in ("ون", "ين", "و", "ي"))


@frozen
class Title:
    """A title word: its masculine singular ``lemma``, what it is, and how this form is inflected.

    Homographs keep the first section of the table that lists them. The oblique dual and the oblique sound plural are
    written alike (المدربين); they count as plural where no broken plural is known. ``needs_article``: without the
    article the form is another word (أمام).
    """

    lemma: str
    kind: TitleKind
    number: Number = "singular"
    gender: Gender = "masculine"
    needs_article: bool = False


def _read(line: str) -> Iterator[tuple[str, Number, Gender]]:
    """Yield the forms of one line of the table."""
    regular = not line.startswith("!")
    lemma, _, rest = line.lstrip("! ").partition(":")
    plurals, _, singulars = rest.partition("|")
    singulars, _, feminines = singulars.partition("|")
    lemma = fold(lemma.strip())
    yield lemma, "singular", "feminine" if lemma.endswith("ه") else "masculine"
    for block, number, gender in (
        (plurals, "plural", "masculine"),
        (singulars, "singular", "masculine"),
        (feminines, "singular", "feminine"),
    ):
        for form in block.split():
            yield fold(form), number, gender  # type: ignore[misc]
    if regular and len(lemma) > 2:
        stem = lemma[:-1] if lemma.endswith("ه") else lemma
        for ending, number, gender in _REGULAR + (_BROKEN if plurals.strip() else _SOUND):
            yield stem + ending, number, gender


@cache
def inflected_titles() -> dict[str, Title]:
    """Return every folded form of the table with its title, homographs among them.

    In a text use ``title_forms``; this is for the words in front of a name (الإعلامية منى الشاذلي).
    """
    table = load("titles")
    article = forms(table["article"])
    found: dict[str, Title] = {}
    regular: dict[str, Title] = {}
    for section, kind in _SECTIONS:
        for line in lines(table[section]):
            lemma = fold(line.lstrip("! ").partition(":")[0].strip())
            written = set(fold(line).replace(":", " ").replace("|", " ").split())
            for form, number, gender in _read(line):
                # A form that is written in the table wins over one that is merely derived.
                into = found if form in written else regular
                if form not in into:
                    into[form] = Title(lemma, kind, number, gender, form in article)
    return {**regular, **found}


@cache
def title_forms() -> dict[str, Title]:
    """Return every folded form of the table with its title, without those that mostly mean something else.

    >>> title_forms()[fold("رئيسة")]
    Title(lemma='رييس', kind='office', number='singular', gender='feminine', needs_article=False)
    """
    others = forms(load("titles")["homographs"])
    return {form: title for form, title in inflected_titles().items() if form not in others}


class _Titles(Lookup[Title]):
    """The look-up of title words: proclitics do not matter, except where a title needs the article."""

    def fits(self, prefix: str, entry: Title) -> bool:
        """Tell whether a title may stand behind these proclitics."""
        return not entry.needs_article or is_definite(prefix)


@cache
def titles() -> Lookup[Title]:
    """Return the look-up of title words; any proclitics may stand before them."""
    return _Titles(title_forms())


@cache
def qualifiers() -> frozenset[str]:
    """Return the folded adjectives that may continue a title, without article (سابق، تنفيذي، أول)."""
    return forms(load("titles")["qualifiers"])


@cache
def kinship() -> frozenset[str]:
    """Return the folded nouns of kinship, after which a person's name is somebody else's (شقيق الرئيس)."""
    return forms(load("titles")["kinship"])


@cache
def blessings() -> tuple[tuple[str, ...], ...]:
    """Return the folded wishes that may follow a name, each as its words."""
    return tuple(tuple(fold(line).split()) for line in lines(load("titles")["blessings"]))


def is_definite(proclitics: str) -> bool:
    """Tell whether proclitics end in the article.

    >>> is_definite("وال"), is_definite("لل"), is_definite("و")
    (True, True, False)
    """
    return proclitics.endswith(("ال", "لل"))


def title_of(word: Word) -> Title | None:
    """Return the title that a word is, whatever its proclitics, or ``None``."""
    hit = titles()[word]
    return hit[1] if hit else None
