"""What a word can be inside the phrase that names a speaker, found once a distinct word (``lexicon/speakers.toml``)."""

from functools import cache, lru_cache
from typing import Literal

from attrs import define

from claimcheck.lexicon import forms, load
from claimcheck.recognizers.names_lexicon import given_names, surnames
from claimcheck.recognizers.names_titles import Title, is_definite, title_forms
from claimcheck.recognizers.predicates import Reading, read_verb
from claimcheck.text.tokens import PerWord, Word

Head = Literal["office", "address", "institution", "document", "unnamed", ""]
_VERB_PROCLITICS = ("", "و", "ف", "س", "وس", "فس")


@define(eq=False)
class WordInfo:
    """``core`` is the folded word without its proclitics ``prefix``; ``head`` tells what kind of speaker it opens.

    ``number`` is 1, 2 or 3 (many). ``adverb``: behind a cue it opens an adverbial. ``particle``: it names nobody.
    ``joined``: a conjunction stands before it; ``preposition``: the fused ب, ل or ك before it, or an empty string.
    """

    core: str
    prefix: str
    head: Head = ""
    gender: Literal["m", "f"] = "m"
    number: int = 1
    definite: bool = False
    adverb: bool = False
    particle: bool = False
    joined: bool = False
    preposition: str = ""


@cache
def tables() -> dict[str, frozenset[str]]:
    """Return the word lists of the speakers' lexicon, folded, by name."""
    table = load("speakers")
    found = {key: forms(block) for key, block in table.items() if isinstance(block, str)}
    found.update({key: forms(block) for key, block in table["region"].items()})
    known = (*given_names(), *surnames())
    found["fused_names"] |= {word for word in known if word[0] in "بل"}
    found["waw_names"] |= {word for word in known if word[0] == "و"}
    found["described"] |= {word.removeprefix("ال") for word in found["described"]}
    found["particles"] |= forms(load("function_words")["words"])
    return found


_HAMZATED = frozenset({"أل", "إل", "آل"})  # no article: ألمانيا
_DEMONSTRATIVES = forms("هذا هذه هؤلاء ذلك تلك هذين هاتين")


class _Infos(PerWord[WordInfo]):
    """The classes of words."""

    def read(self, word: Word) -> WordInfo:
        return _classify(word)


class _Verbs(PerWord["Reading | None"]):
    """The verb readings of words."""

    def read(self, word: Word) -> Reading | None:
        if word.shape == "word" and not infos[word].head:
            for prefix, core in word.analyses:
                if prefix in _VERB_PROCLITICS and (reading := read_verb(core)) is not None:
                    return reading
        return None


infos = _Infos()
verbs = _Verbs()


def _classify(word: Word) -> WordInfo:
    """Find the analysis under which a word heads a speaker's phrase; else the one with the article, else the whole."""
    lists, heads = tables(), _heads()
    hamzated = word.text.lstrip("وفبلك")[:2] in _HAMZATED
    adverb, particle, fused = _function(word, lists)
    article: tuple[str, str] | None = None
    for prefix, core in word.analyses:
        definite = is_definite(prefix)
        if definite and hamzated:
            continue
        if core in heads and prefix[-1:] not in {"س", "ك"}:
            head, title = _head(core, prefix)
            if head:
                gender: Literal["m", "f"] = "f" if core.endswith(("ه", "ات")) or core in lists["feminine"] else "m"
                joined, preposition = prefix[:1] in {"و", "ف"}, _preposition(prefix)
                number = _number(core, title)
                return WordInfo(core, prefix, head, gender, number, definite, adverb, False, joined, preposition)
        if definite and article is None:
            article = prefix, core
    prefix, core = article or ("", word.norm)
    return WordInfo(
        core=core,
        prefix=prefix,
        gender="f" if core.endswith("ه") or core in lists["feminine"] or word.norm in lists["feminine"] else "m",
        number=3 if article and core.endswith(("ون", "ين")) else 1,
        definite=article is not None,
        adverb=adverb or fused,
        particle=particle or fused,
        joined=prefix[:1] in {"و", "ف"},
        preposition=_preposition(prefix),
    )


def _function(word: Word, lists: dict[str, frozenset[str]]) -> tuple[bool, bool, bool]:
    """Tell whether a word is an adverb, a particle, or a demonstrative behind a fused preposition."""
    adverb = particle = fused = False
    particles, adverbs = lists["particles"], lists["adverbs"]
    for prefix, core in word.analyses:
        if (core in particles or core in adverbs) and prefix in {"", "و", "ف"}:
            particle = True
            adverb = adverb or core in adverbs
        if prefix and prefix[-1] in "بلك" and core in _DEMONSTRATIVES:
            fused = True
    return adverb, particle, fused


@cache
def _heads() -> frozenset[str]:
    """Return every folded core that may head a speaker's phrase."""
    lists = tables()
    return lists["unnamed"].union(lists["institutions"], lists["documents"], title_forms())


@cache
def _preposition(prefix: str) -> str:
    """Return the fused preposition that proclitics end in, the article left out."""
    if prefix.endswith("لل"):
        return "ل"
    rest = prefix.removesuffix("ال")
    return rest[-1] if rest[-1:] in {"ب", "ل", "ك"} else ""


def _head(core: str, prefix: str) -> tuple[Head, Title | None]:
    """Tell what kind of speaker a folded core opens, and its title."""
    lists = tables()
    if core in lists["unnamed"]:
        return "unnamed", None
    title = title_forms().get(core)
    if title and (not title.needs_article or is_definite(prefix)) and core not in lists["no_titles"]:
        return ("address" if title.kind in {"address", "style", "rank"} else "office"), title
    if core in lists["institutions"]:
        return "institution", None
    return ("document" if core in lists["documents"] else ""), None


def _number(core: str, title: Title | None) -> int:
    if title:
        return {"singular": 1, "dual": 2, "plural": 3}[title.number]
    return 3 if core.endswith(("ون", "ات")) or core in tables()["plurals"] else 1


@lru_cache(maxsize=50_000)
def is_object(norm: str, objects: frozenset[str]) -> bool:
    """Tell whether a folded bare word has the shape of a verbal noun, or stands in ``objects``.

    >>> is_object("استعداد", frozenset()), is_object("الرييس", frozenset())
    (True, False)
    """
    if norm in objects:
        return True
    if norm.startswith("ال") or len(norm) < 4:
        return False
    core = next((norm.removesuffix(end) for end in ("هم", "ها", "ه") if norm.endswith(end)), norm)
    if core in objects or (core.endswith("ت") and core[:-1] + "ه" in objects):
        return True
    return _patterned(core if len(norm) > 6 else norm)


def _patterned(core: str) -> bool:
    """Tell the verbal nouns of forms VII, VIII and X (انخفاض، ارتفاع، استعداد), II (تكريم), VI (تعاون) by letters."""
    lists = tables()
    if len(core) < 5 or core in lists["institutions"] or core in lists["documents"] or core in lists["unnamed"]:
        return False
    if core[0] == "ا" and core[-2] == "ا":
        return True
    core = core.removesuffix("ا")
    return len(core) == 5 and core[0] == "ت" and (core[3] == "ي" or core[2] in "اي")
