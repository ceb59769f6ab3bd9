"""What a number counts: people, things, and what cannot be counted at all.

People are read from ``people.toml``; everything else that may stand behind a number and is no function word
(``nouns.toml``) is a thing. Lemmas are folded singulars: قتيل for قتلى, سياره for سيارات.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from attrs import frozen

from claimcheck import lexicon
from claimcheck.lexicon import Lookup
from claimcheck.recognizers.inflection import inflections, people_forms
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Word


@frozen
class Noun:
    """What a form says as a counted noun: lemma (folded singular), whether a person, a dual, a plural, for few only."""

    lemma: str
    person: bool = False
    dual: bool = False
    plural: bool = False
    few: bool = False


@cache
def people_nouns() -> dict[str, Noun]:
    """Return every form of the nouns for people."""
    table = lexicon.load("people")
    found: dict[str, Noun] = {}

    def add(form: str, noun: Noun) -> None:
        found.setdefault(form, noun)

    for line in lexicon.lines(table["broken"]):
        _broken(line, add)
    for block, feminine in (("sound", True), ("masculine", False)):
        for word in lexicon.words(table[block]):
            lemma = fold(word)
            for form, dual in people_forms(lemma, feminine, sound=True):
                add(form, Noun(lemma, True, dual, form.endswith(("ون", "ين", "ات"))))
    for line in lexicon.lines(table["feminine"]):
        lemma, *others = line.replace(":", " ").split()
        for form, dual in inflections(lemma, plural=True):
            add(form, Noun(fold(lemma), True, dual, form.endswith("ات")))
        for form in others:
            add(fold(form), Noun(fold(lemma), True, False, True))
    for word in lexicon.words(table["fixed"]):
        add(fold(word), Noun(fold(word), True, False, True))
    for word in table["without"].split():
        for ending in ("", "ا", "ان", "ين"):
            found.pop(fold(word) + ending, None)
    return found


def _broken(line: str, add: "Callable[[str, Noun], None]") -> None:
    """Read ``قتيل: قتلى قتيلا ~ة``: the lemma with its inflections, and the other forms."""
    head, _, rest = line.partition(":")
    lemma, others = fold(head.strip()), rest.split()
    for other in others:
        _written(lemma, other, add)
    for form, dual in people_forms(lemma, "~ة" in others, "~ون" in others):
        add(form, Noun(lemma, True, dual, not dual and form.endswith(("ون", "ين", "ات"))))


def _written(lemma: str, other: str, add: Callable[[str, Noun], None]) -> None:
    """Add a form as the line writes it: a plural unless it is the accusative or marked a dual, ``<10`` for few only."""
    if other.startswith("~"):
        return
    form, _, own = other.partition("=")
    form, few, _ = form.partition("<")
    plural = fold(form) != lemma + "ا"
    add(fold(form), Noun(lemma, True, own == "2", plural and own != "2", bool(few)))


@cache
def things() -> dict[str, Noun]:
    """Return every form of the counted things whose lemma is known."""
    found: dict[str, Noun] = {}
    rows = [line.replace(":", " ").split() for line in lexicon.lines(lexicon.load("nouns")["things"])]
    for lemma, *others in rows:
        found.update({fold(form): Noun(fold(lemma), plural=True) for form in others})
    for lemma, *_ in rows:
        for form, dual in inflections(lemma):
            found.setdefault(form, Noun(fold(lemma), dual=dual))
    return found


@cache
def dual_nouns() -> dict[str, Noun]:
    """Return the duals of all known nouns: رجلين, سيارتان."""
    known, names = {**things(), **people_nouns()}, lexicon.forms(lexicon.load("nouns")["no_duals"])
    return {
        form: noun for form, noun in known.items() if noun.dual and form.endswith(("ان", "ين")) and form not in names
    }


@cache
def people_lookup() -> "Lookup[Noun]":
    """Return the look-up of nouns for people."""
    return Lookup(people_nouns())


@cache
def _nouns() -> "Lookup[Noun]":
    return Lookup({**things(), **people_nouns()}, frozenset({"", "ال", "لل", "بال", "وال", "و"}))


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that are never counted."""
    return lexicon.forms(lexicon.load("nouns")["stop"])


def known_noun(word: Word) -> tuple[str, Noun] | None:
    """Return (proclitics, noun) of a word that a lexicon holds as a noun."""
    return _nouns()[word]


def suits(word: Word, value: int) -> bool:
    """Tell whether a known noun stands as grammar has it behind a number: 3 to 10 take a plural, more a singular."""
    found = _nouns()[word]
    return found is not None and not found[0] and not found[1].dual and found[1].plural == (3 <= value <= 10)


@lru_cache(maxsize=65_536)
def is_stop(word: Word) -> bool:
    """Tell whether a word cannot be a counted noun: a function word, an adverb or a verb, with و or without."""
    if word.shape != "word":
        return True
    norm = word.norm
    if norm in stop_words() or _is_verb(norm):
        return True
    return norm[0] in "وف" and (
        norm[1:] in stop_words() or (len(norm) > 3 and norm not in _nouns().entries and _is_verb(norm[1:]))
    )


@lru_cache(maxsize=65_536)
def _is_verb(norm: str) -> bool:
    """Tell a finite verb that is no known noun too (ينتقل, وصلوا)."""
    from claimcheck.recognizers.predicates import read_verb

    if norm in _nouns().entries:
        return False
    bare = norm[1:] if norm[:1] in "لس" and norm[1:2] in "يتن" and len(norm) > 4 else norm  # ليحبط, سيحبط
    if bare in _nouns().entries:
        return False
    reading = read_verb(bare)
    return (reading is not None and reading.sure and not reading.rare) or (len(norm) > 3 and norm.endswith("وا"))


@lru_cache(maxsize=65_536)
def owned(norm: str) -> Noun | None:
    """Return the noun of a word with a pronoun on it, or ``None``: مبارياته, لقبه, نسخته.

    >>> owned("مبارياته").plural, owned("نسخته").lemma
    (True, 'نسخه')
    """
    for suffix in ("هما", "ها", "هم", "هن", "ه"):
        core = norm.removesuffix(suffix)
        if core == norm or len(core) < 3:
            continue
        for form in (core, core[:-1] + "ه" if core.endswith("ت") else core):
            known = things().get(form) or people_nouns().get(form)
            if known is not None:
                return known
        return _guess(core[:-1] + "ه" if core.endswith("ت") and not core.endswith("ات") else core)
    return None


def noun_of(word: Word, number: "int | None" = None) -> Noun:
    """Return what a word says as a counted noun; an unknown word is a thing with a guessed lemma.

    ``number`` is the counted value where it is known: كتاب are writers after 3 to 10 and a book after more.
    """
    found = _nouns()[word]
    if found is not None and number is not None and 3 <= number <= 10 and not found[1].plural:
        thing = things().get(word.norm)
        if thing is not None and thing.plural:
            return thing  # ثلاثة معارض are exhibitions, a single معارض is an opponent
    if found is not None and not (found[1].few and (number is None or not 3 <= number <= 10)):
        return found[1]
    if found is not None:
        thing = things().get(word.norm.removesuffix("ا"))
        return thing or Noun(word.norm)
    return _guess(word.norm)


@lru_cache(maxsize=65_536)
def _guess(norm: str) -> Noun:
    """Guess the singular of an unknown noun: ات becomes ه, an accusative ا is dropped."""
    article = next((p for p in ("وال", "فال", "بال", "كال", "لل", "ال") if norm.startswith(p)), "")
    core = norm.removeprefix(article) if len(norm) > len(article) + 2 else norm
    if core.endswith("ات") and len(core) > 4:
        return Noun(core[:-2] + ("" if core[0] == "ا" else "ه"), plural=True)
    if core.endswith(("تين", "تان")) and len(core) > 5:
        return Noun(core[:-3] + "ه", dual=True)
    if core.endswith(("ين", "ون")) and len(core) > 4:
        return Noun(core[:-2], plural=True)
    if core.endswith("ا") and len(core) > 3:
        return Noun(core[:-1])
    return Noun(core, plural=_broken_plural(core))


def _broken_plural(core: str) -> bool:
    """Tell the commonest broken plural patterns: أفعال, مفاعل, مفاعيل, فعلاء, أفعلة."""
    if len(core) == 5 and core[0] == "ا" and core[3] == "ا":
        return True
    if len(core) in {5, 6} and core[0] == "م" and core[2] == "ا" and core[-1] != "ه":
        return True
    return core.endswith("اء") and len(core) == 5
