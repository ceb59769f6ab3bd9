"""Which verbs a word can be a form of: the lexicon of verbs, kept under the letters that no form of them changes.

A thousand verbs have a hundred thousand forms, and a text needs a few hundred of them. So verbs are kept under their
skeleton (the letters that neither inflection nor spelling touches), and a word's possible skeletons give a few
candidates. Most radicals are all alike to spelling: verbs that differ in nothing else share one paradigm, spelled with
placeholders, of which only the forms with the word's first and last letter are conjugated. A candidate is asked by
putting the placeholders into the word at the places of its radicals.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import load, words
from claimcheck.recognizers.conjugation import STRONG_HOLLOW, Form, Tense, conjugate
from claimcheck.text.orthography import fold

_WEAK = frozenset("اويء")  # letters that inflection and spelling change


class Verb(NamedTuple):
    """A verb of the lexicon: its place there (frequent ones first), root, form and vowels."""

    order: int
    root: str
    form: int
    vowels: str


class Match(NamedTuple):
    """A word as a form of a verb; ``shared`` tells that the other voice is spelled alike."""

    verb: Verb
    form: Form
    shared: bool


def verbs() -> Iterator[Verb]:
    """Read the lexicon: roots in order of forms; under form 1 by vowels."""
    order = 0
    for section, table in load("verbs").items():
        if not section.startswith("form_"):
            continue
        form = int(section.split("_")[1])
        for key, block in table.items():
            for root in words(block):
                yield Verb(order, root, form, key if form == 1 else "au")
                order += 1


def skeleton(folded: str) -> str:
    """Return the letters of a folded word that no weak letter and no hamza seat can change.

    >>> skeleton("يقول"), skeleton("استقال")
    ('قل', 'ستقل')
    """
    return folded.replace("ا", "").replace("و", "").replace("ي", "").replace("ء", "")


# Radicals that no rule of spelling tells apart: one paradigm, spelled with placeholders, serves all verbs of a shape.
_ALIKE = frozenset("بجحخرسشعغفقكلمه")
_ALIKE_BUT_FIRST = frozenset("دذزصضطظث")  # in form 8 the first radical and its ت grow alike (ازدهر، اصطدم)
_ALIKE_BUT_LAST = frozenset("تن")  # at the end they meet the endings ت and نا
# Roots whose spelling is like no other's: the conjugator knows them by name.
_ONLY_ONES = frozenset({"رءي", "وسع", "ءخذ", *(root for _, root in STRONG_HOLLOW)})
_PLACES = "\ue000\ue001\ue002\ue003"


@lru_cache(maxsize=8192)
def _shape(root: str, eighth: bool) -> tuple[str, str]:
    """Return a root with placeholders for the radicals that are all alike to spelling, and what they stand for."""
    if root in _ONLY_ONES:
        return root, ""
    last = len(root) - 1
    spelled = {
        letter
        for place, letter in enumerate(root)
        if letter not in _ALIKE and not _is_alike(letter, place == 0 and eighth, place == last)
    }
    radicals = "".join([letter for letter in dict.fromkeys(root) if letter not in spelled])
    shape = root
    for place, letter in zip(_PLACES, radicals, strict=False):
        shape = shape.replace(letter, place)
    return shape, radicals


def _is_alike(letter: str, before_t: bool, last: bool) -> bool:
    """Tell whether spelling treats a radical like others although it has ways of its own in some places."""
    return not before_t and (letter in _ALIKE_BUT_FIRST or (letter in _ALIKE_BUT_LAST and not last))


def _vowels(shape: str, vowels: str, tense: Tense) -> str:
    """Return the vowels of form 1 as far as a tense shows them: never where no radical is weak or a hamza."""
    if _WEAK.isdisjoint(shape):
        return "au"
    if tense == "perfect":
        return vowels[0] + "u"
    return vowels if shape[0] == "و" else "a" + vowels[1]  # both decide whether و is dropped


@cache
def _first_form(shape: str, form: int, vowels: str) -> str:
    return next(conjugate(shape, form, vowels)).surface


@lru_cache(maxsize=8192)
def dictionary_form(verb: Verb) -> str:
    """Return the dictionary form of a verb, spelled in full.

    >>> dictionary_form(Verb(0, "عطي", 4, "au"))
    'أعطى'
    """
    shape, radicals = _shape(verb.root, verb.form == 8)
    return _filled(_first_form(shape, verb.form, _vowels(shape, verb.vowels, "perfect")), radicals)


def _filled(spelled: str, radicals: str) -> str:
    """Put the radicals in the places of their placeholders."""
    for place, letter in zip(_PLACES, radicals, strict=False):
        spelled = spelled.replace(place, letter)
    return spelled


_AFFIXES = {5: "ت", 6: "ت", 7: "ن", 10: "ست", 12: "ت"}
# What begins the perfect of a form; of those not named here it is the first radical.
_HEADS = {4: "ا", 5: "ت", 6: "ت", 7: "ا", 8: "ا", 9: "ا", 10: "ا", 12: "ت"}


@cache
def _patterns(shape: str, form: int) -> list[str]:
    """The skeletons of a shape's forms, endings off: one, or more where a doubled root contracts."""
    first = skeleton(fold(_first_form(shape, 8, "au"))) if form == 8 else _AFFIXES.get(form, "") + skeleton(shape)
    found = [first]
    doubled = shape[-1] == shape[-2]
    if doubled:
        short = first.removesuffix(shape[-1])
        found += [short, short + shape[-1]]
    if form == 9 or (form == 8 and doubled):
        found.append(first + shape[-1])
    return list(dict.fromkeys(found))


def _joints(root: str, form: int) -> tuple[str, ...]:
    """Letters that stand together in every form of a verb, in one of these ways: the first radicals, or the last."""
    first, second, third = root[0], root[1], root[2]
    if form > 10:
        return ("",) if "ء" in root else (root[:3],)
    if form in (3, 6):
        return ("",) if "ء" in (first, second) else (f"{first}ا{second}", f"{first}و{second}")
    firm = form in (2, 5)  # whose shadda keeps weak radicals and like ones
    hollow = second in "وي" and third not in "وي" and not firm
    if hollow and form != 8 and first not in "ويء" and third != "ء":
        return tuple(first + long + third for long in ("", "ا", "و", "ي"))
    head = "ء" not in (first, second) and (firm or not (hollow or first in "وي" or form == 8))
    tail = "ء" not in (second, third) and third not in "وي" and (firm or not (second in "وي" or second == third))
    return ((root if tail else root[:2]) if head else root[1:] if tail else "",)


class _Candidate(NamedTuple):
    """A verb under one of its skeletons, which ``pattern`` spells with placeholders, and what its paradigm is kept by.

    Of ``joints`` one stands in every form.
    """

    verb: Verb
    pattern: str
    shape: str
    vowels: str
    joints: tuple[str, ...]


@cache
def _index() -> tuple[dict[str, list[_Candidate]], dict[str, list[_Candidate]]]:
    """Every verb under its skeletons: for the perfect, with the letter that begins it in front; for the imperfect."""
    perfects: dict[str, list[_Candidate]] = {}
    imperfects: dict[str, list[_Candidate]] = {}
    for verb in verbs():
        _, root, form, vowels = verb
        shape, radicals = _shape(root, form == 8)
        head = _HEADS.get(form) or root[0].replace("ء", "ا")
        past, present = _vowels(shape, vowels, "perfect"), _vowels(shape, vowels, "imperfect")
        joints = _joints(root, form)
        for pattern in _patterns(shape, form):
            key = _filled(pattern, radicals)
            perfects.setdefault(head + key, []).append(_Candidate(verb, pattern, shape, past, joints))
            imperfects.setdefault(key, []).append(_Candidate(verb, pattern, shape, present, joints))
    return perfects, imperfects


@cache
def _template(shape: str, form: int, vowels: str, tense: Tense, first: str, last: str) -> dict[str, tuple[Form, bool]]:
    """Conjugate a shape in one tense, as far as its folded forms begin with ``first`` and end in ``last``.

    Of forms spelled alike the first is kept; each comes with whether the other voice has it too.
    """
    found: dict[str, tuple[Form, bool]] = {}
    for item in conjugate(shape, form, vowels, tense, (first, last)):
        key = fold(item.surface)
        known = found.setdefault(key, (item, False))
        if known[0].voice != item.voice and known[0].tense == item.tense:
            found[key] = known[0], True
    return found


def _endings(head: str) -> tuple[str, ...]:
    """The letters at a skeleton's end that a subject's ending can have put there."""
    last = head[-1:]
    if last == "ت":
        return ("", "ت")
    if last == "ن":
        return ("", "ن", "تن") if head[-2:] == "تن" else ("", "ن")
    return ("", "تم") if head[-2:] == "تم" else ("",)


class _Group(NamedTuple):
    """Verbs whose forms in a tense can have a skeleton, and what stands in that before and behind their own."""

    candidates: list[_Candidate]
    prefix: str
    ending: str
    tense: Tense


@lru_cache(maxsize=65_536)
def _groups(first: str, bare: str) -> list[_Group]:
    """The verbs that words with this first letter and skeleton can be forms of."""
    perfects, imperfects = _index()
    found = []
    for ending in _endings(bare):
        candidates = perfects.get(first + bare[: len(bare) - len(ending)])
        if candidates:
            found.append(_Group(candidates, "", ending, "perfect"))
    if first in "يتنا":
        prefix = first if first in "تن" else ""  # which are no part of an imperfect's skeleton
        head = bare[len(prefix) :]
        for ending in ("", "ن") if head[-1:] == "ن" else ("",):
            candidates = imperfects.get(head[: len(head) - len(ending)])
            if candidates:
                found.append(_Group(candidates, prefix, ending, "imperfect"))
    return found


def matches(core: str) -> list[Match]:
    """Return the verbs of which a folded word is a form, each once: perfects first, then imperfects.

    >>> [(match.verb.root, match.form.person) for match in matches("استقبلت")]
    [('قبل', '3fs')]
    """
    groups = _groups(core[0], skeleton(core))
    if not groups:
        return []
    found: dict[Verb, Match] = {}
    for group in groups:
        _ask(group, core, found)
    return list(found.values())


def _ask(group: _Group, core: str, found: dict[Verb, Match]) -> None:
    """Add the verbs of a group of which a word is a form."""
    candidates, prefix, ending, tense = group
    first = "" if tense == "perfect" else core[0]
    frame = ""
    for verb, pattern, shape, vowels, joints in candidates:
        for joint in joints:
            if joint in core:
                break
        else:
            continue
        frame = frame or "".join([letter if letter in _WEAK else "%s" for letter in core])
        spelled = frame % (*prefix, *pattern, *ending)
        hit = _template(shape, verb.form, vowels, tense, first, spelled[-1]).get(spelled)
        if hit is not None and verb not in found:
            found[verb] = Match(verb, *hit)
