"""What a word can do in a clause, told by itself: open it, be its verb, negate it, govern a part of it.

Each distinct word is judged once and kept, so a text costs one dictionary look-up a token.
"""

from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import forms, load, words
from claimcheck.recognizers.masdars import read_masdar
from claimcheck.recognizers.predicates import Reading, noun_spellings, read_verb
from claimcheck.text.tokens import Word

_VERB_PREFIXES = frozenset({"", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل"})
_OPENER_KINDS = ("that", "when", "which", "if")


class Sign(NamedTuple):
    """What a word can be. ``prefix`` are its proclitics in that reading.

    ``opener`` is that, when, which or if; ``mark`` is comma, stop or quote; ``negation`` verbal, copula, noun,
    adjective, exceptive or only. ``particle`` stands before verbs, ``nominal`` never does; ``masdar`` is the dictionary
    form of the verb whose verbal noun it is; ``mood`` future, question, request or conditional.
    """

    prefix: str = ""
    verb: Reading | None = None
    opener: str | None = None
    mark: str | None = None
    negation: str | None = None
    particle: bool = False
    nominal: bool = False
    masdar: str | None = None
    mood: str | None = None


@cache
def _function_words() -> dict[str, Sign]:
    """The closed classes, by folded form."""
    table = load("predicates")
    negation = load("negation")
    found: dict[str, dict[str, object]] = {}

    def put(block: str, **features: object) -> None:
        for word in forms(block):
            found.setdefault(word, {}).update(features)

    put(table["nominal"]["words"], nominal=True)
    for kind in _OPENER_KINDS:
        put(table["openers"][kind], opener=kind)
    put(table["openers"]["if"], mood="conditional")
    put(table["particles"]["verbal"], particle=True)
    put(table["particles"]["future"], mood="future", particle=True)
    put(table["particles"]["question"], mood="question", particle=True)
    put(table["moods"]["request"], mood="request")
    put(table["moods"]["future"], mood="future")
    for kind in ("verbal", "copula", "noun", "adjective", "exceptive", "only"):
        put(negation[kind], negation=kind)
    for kind, block in table["marks"].items():
        put(block, mark=kind)
    return {word: Sign(**features) for word, features in found.items()}  # type: ignore[arg-type]


@cache
def _divided() -> frozenset[str]:
    """Words whose first letter is a conjunction although some rare verb begins so."""
    return forms(load("verbs")["divided"]["words"])


def judge(word: Word) -> Sign | None:
    """Judge a word: closed classes first, then verbs, then verbal nouns."""
    closed = _function_words()
    if word.shape == "mark":
        return closed.get(word.norm)
    if word.shape != "word":
        return None
    for prefix, core in word.analyses:
        sign = closed.get(core)
        if sign is not None and sign.particle and prefix[-1:] in ("ب", "ك"):
            continue  # كسوف، كلم، كهل hold no particle: a preposition stands before nouns
        if sign is not None and not prefix.endswith("ال"):
            found = _with_verb(word.norm, prefix, core, sign)
            if found is not None:
                return found
            break
    return _open_class(word)


def _with_verb(norm: str, prefix: str, core: str, sign: Sign) -> Sign | None:
    """Add to a function word the verb that it may be; ``None`` where it is that verb (فتحت is not ف and تحت)."""
    nominal = sign.nominal or prefix[-1:] in ("ب", "ك")
    verb = read_verb(core) if prefix in _VERB_PREFIXES and not sign.nominal and not sign.opener else None
    whole = read_verb(norm) if prefix else None
    if whole is not None and norm in _divided():
        verb = verb if sign.nominal else whole._replace(sure=False)  # فقد is a particle, or "lost"
    elif whole is not None and whole.sure:
        return None
    return sign._replace(prefix=prefix, verb=verb, nominal=nominal)


def _open_class(word: Word) -> Sign | None:
    """Judge a verb or a verbal noun."""
    verb: tuple[str, Reading] | None = None
    masdar: tuple[str, str] | None = None
    noun, divided = word.norm in noun_spellings(), word.norm in _divided()
    for prefix, core in word.analyses:
        if masdar is None and "س" not in prefix:
            lemma = read_masdar(core)
            if lemma:
                masdar = (prefix, lemma)
        if verb is None and prefix in _VERB_PREFIXES and not (noun if prefix else divided):
            reading = read_verb(core)
            if reading is not None and _fits(prefix, core, reading) and not (reading.object and masdar):
                verb = (prefix, reading)
    if verb is None:
        return Sign(prefix=masdar[0], masdar=masdar[1]) if masdar else None
    prefix, reading = verb
    if prefix.endswith("س"):
        return Sign(prefix=prefix, verb=reading._replace(sure=True, rare=False, masculine=None), mood="future")
    return Sign(prefix=prefix, verb=reading, masdar=masdar[1] if masdar else None)


def _fits(prefix: str, core: str, reading: Reading) -> bool:
    """Tell whether a word can be a verb: س and ل stand before the imperfect alone, and few function words are verbs."""
    if prefix[-1:] in ("س", "ل") and reading.tense == "perfect":
        return False
    return core not in _empty_words() or reading.lemma in lemmas("auxiliaries", "function_verbs")


def term(word: Word) -> str:
    """Return the stem of a content word, the empty string for function words, marks and figures."""
    if word.shape not in ("word", "latin") or len(word.norm) < 2:
        return ""
    empty = _empty_words()
    for _, core in word.analyses:
        if core in empty:
            return ""
    return word.stem


@cache
def _empty_words() -> frozenset[str]:
    """Words that say nothing of what a text is about."""
    return forms(load("function_words")["words"])


@cache
def lemmas(section: str, key: str) -> frozenset[str]:
    """Return the dictionary forms of a list of predicates.toml, as written there."""
    return frozenset(words(load("predicates")[section][key]))
