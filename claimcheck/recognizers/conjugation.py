"""A small Arabic conjugator: root and form in, every inflected surface form out, spelled as newspapers spell it.

Unvocalised Arabic shows a verb's vowels only where a weak letter or a hamza carries them, so what matters is the class
of the root: sound, doubled (مدّ), assimilated (وصل), hollow (قال), defective (دعا) and, across all of them, hamzated
(سأل، بدأ). The rules are those of any reference grammar (Wright, *A Grammar of the Arabic Language*, I, §§ 35-182).

Stems are built vocalised, each form once; the endings are joined to bare letters, except for hamzated roots, where the
seat of the hamza depends on the vowels of the whole word.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.recognizers.conjugation_stems import SHAPES, Stem, stem_of
from claimcheck.recognizers.hamza import DAMMA, FATHA, HARAKAT, KASRA, SHADDA, SUKUN, seat

Tense = Literal["perfect", "imperfect", "jussive"]
Voice = Literal["active", "passive"]

_A, _U, _I, _O, _D = FATHA, DAMMA, KASRA, SUKUN, SHADDA
_WEAK = "وي"


class Form(NamedTuple):
    """One inflected form: its spelling without harakat, and what it is.

    ``person`` reads like 3ms, 3fd, 2mp, 1p. ``tense`` is jussive only where that shows (لم يقل، لن يقولا).
    """

    surface: str
    tense: Tense
    voice: Voice
    person: str


_CONTRACTING = frozenset({1, 3, 4, 6, 7, 8, 10})  # forms in which a doubled root contracts (مدّ، أعدّ، احتلّ، استمرّ)
_HOLLOWING = frozenset({1, 4, 7, 8, 10})  # forms in which a weak middle radical becomes a long vowel
_U_PREFIX = frozenset({2, 3, 4, 11})  # forms whose active imperfect has the prefix yu-

_PERFECT_VOCALIC = (
    ("3ms", "", _A),
    ("3fs", "ت", _A + "ت"),
    ("3md", "ا", _A + "ا"),
    ("3fd", "تا", _A + "تا"),
    ("3mp", "وا", _U + "وا"),
)
_PERFECT_CONSONANTAL = (("3fp", "ن"), ("2ms", "ت"), ("2md", "تما"), ("2mp", "تم"), ("2fp", "تن"), ("1p", "نا"))
_BARE = (("3ms", "ي"), ("3fs", "ت"), ("1s", "أ"), ("1p", "ن"))
_LONG = (
    ("d", "ي", "ان"),
    ("d", "ت", "ان"),
    ("d", "ي", "ا"),
    ("d", "ت", "ا"),
    ("mp", "ي", "ون"),
    ("mp", "ت", "ون"),
    ("mp", "ي", "وا"),
    ("mp", "ت", "وا"),
    ("fs", "ت", "ين"),
    ("fs", "ت", "ي"),
)


def conjugate(
    root: str, form: int, vowels: str = "au", only: Tense | None = None, edges: tuple[str, str] = ("", "")
) -> Iterator[Form]:
    """Yield the inflected forms of a verb: perfect and imperfect (all moods), active and passive, every person.

    ``root`` is three radicals (four for forms 11 and 12), a hamza written ء; ``form`` is 1 to 10, 11 or 12; ``vowels``
    are the perfect and imperfect vowels of form 1. A spelling occurs as often as it has readings. ``edges`` are folded
    letters (empty: any): all forms that begin and end with them are yielded, others may be left out.

    >>> sorted({f.surface for f in conjugate("قول", 1, "au") if f.person == "3ms" and f.voice == "active"})
    ['قال', 'يقل', 'يقول']
    """
    if form not in SHAPES or len(root) != (4 if form > 10 else 3) or vowels[0] not in "aui":
        raise ClaimcheckError("not a root and form that can be conjugated", where=f"{root} {form} {vowels}")
    hamzated = "ء" in root
    tails = _SPOKEN.get(edges[1], (edges[1],))
    for slot, (tense, voice) in enumerate(_SLOTS):
        if only is not None and only != tense:
            continue
        stem = stem_of(root, form, slot, vowels)
        forms = _perfect(stem, form, root, tails) if tense == "perfect" else _imperfect(stem, form, root, voice, edges)
        for person, spelled, shortened in forms:
            mood: Tense = "jussive" if shortened else tense
            if not hamzated and spelled.endswith(tails):
                yield Form(spelled, mood, voice, person)
            elif hamzated and spelled.rstrip(_MARKS).endswith(tails):
                for surface in seat(spelled):
                    yield Form(surface, mood, voice, person)


# What a folded letter can be before it is spelled.
_SPOKEN = {"ا": ("ا", "أ", "ء"), "و": ("و", "ء"), "ي": ("ي", "ى", "ء")}
_MARKS = "".join(map(chr, HARAKAT))

_SLOTS: tuple[tuple[Tense, Voice], ...] = (
    ("perfect", "active"),
    ("perfect", "passive"),
    ("imperfect", "active"),
    ("imperfect", "passive"),
)


def lemma(root: str, form: int, vowels: str = "au") -> str:
    """Return the dictionary form: third person masculine singular of the active perfect, without harakat.

    >>> lemma("وصل", 8), lemma("عطي", 4), lemma("ءكد", 2)
    ('اتصل', 'أعطى', 'أكد')
    """
    return next(conjugate(root, form, vowels)).surface


def _bare(text: str) -> str:
    """Take the harakat off, and give form 4 its seat."""
    text = text.translate(HARAKAT)
    return f"أ{text[1:]}" if text.startswith("ء") else text


def _doubled(stem: Stem, form: int) -> bool:
    return form in _CONTRACTING and stem.middle == stem.last


def _hollow(stem: Stem, form: int, root: str) -> bool:
    return form in _HOLLOWING and stem.middle in _WEAK and stem.last not in _WEAK and (form, root) not in STRONG_HOLLOW


STRONG_HOLLOW = frozenset({(8, "عور"), (8, "زوج"), (10, "حوذ")})  # keep their و: ازدوج، استحوذ


def _bases(stem: Stem, form: int, root: str, tense: Tense) -> tuple[str, str]:
    """Return the vocalised stem before a vowel and before a consonant."""
    if _doubled(stem, form) or (form == 9 and stem.middle == stem.last):
        glide = stem.glide if stem.glide and form != 1 else stem.vowel if tense == "imperfect" else _A
        return stem.head + glide + stem.middle + _D, "".join(stem)
    if _hollow(stem, form, root):
        long = _long(stem, form, tense)
        short = {"ا": _A, "ي": _I, "و": _U}[long]
        if form == 1 and tense == "perfect":  # قال قلت, but باع بعت and خاف خفت
            return stem.head + short + long + stem.last, stem.head + (
                _U if stem.middle == "و" and stem.vowel == _A else _I
            ) + stem.last
        return stem.head + short + long + stem.last, stem.head + short + stem.last
    if form == 9:
        return stem.head + stem.glide + stem.middle + stem.vowel + stem.last + _D, "".join(stem) + stem.last
    whole = "".join(stem)
    return whole, whole


def _long(stem: Stem, form: int, tense: Tense) -> str:
    """The long vowel of a hollow stem: قال قيل، يقول يبيع يخاف، يُقال، أقال يقيل، اختار يختار."""
    if tense == "perfect":
        return "ي" if stem.vowel == _I and stem.glide in (_U, _O) and _passive(stem, form) else "ا"
    if form == 1:
        return {_U: "و", _I: "ي", _A: "ا"}[stem.vowel]
    return "ي" if form in (4, 10) and stem.vowel == _I else "ا"


def _passive(stem: Stem, form: int) -> bool:
    """Tell a passive perfect: its first vowel is u (form 1: its glide)."""
    return stem.glide == _U if form == 1 else _U in stem.head or stem.glide == _U


def _perfect(stem: Stem, form: int, root: str, tails: tuple[str, ...]) -> Iterator[tuple[str, str, bool]]:
    """Join the endings of the perfect, of the longer ones those that end in one of ``tails``."""
    plain = "ء" not in root
    if stem.last in _WEAK:
        yield from _defective_perfect(stem, form, plain)
        return
    vocalic, consonantal = _bases(stem, form, root, "perfect")
    if plain:
        vocalic, consonantal = _bare(vocalic), _bare(consonantal)
    for person, letters, spoken in _PERFECT_VOCALIC:
        if not letters or letters.endswith(tails):
            yield person, vocalic + (letters if plain else spoken), False
    for person, letters in _PERFECT_CONSONANTAL:
        if letters.endswith(tails):
            yield person, _joined(consonantal, letters, plain), False


def _joined(base: str, ending: str, plain: bool) -> str:
    """Join an ending that begins with a consonant; two alike are written once: أعلنّا، ثبتّم."""
    if base[-1] == ending[0]:
        return base + ending[1:]
    return base + ending if plain else f"{base}{_O}{ending}"


def _defective_perfect(stem: Stem, form: int, plain: bool) -> Iterator[tuple[str, str, bool]]:
    """رمى رمت رميا رموا رميت · دعا دعت دعوا · لقي لقيت لقوا · passive دُعي."""
    base = stem.head + stem.glide + stem.middle + stem.vowel
    base = _bare(base) if plain else base
    if stem.vowel.endswith(_A):
        weak = "و" if form == 1 and stem.last == "و" else "ي"
        yield "3ms", base + ("ا" if weak == "و" else "ى"), False
        yield "3fs", base + "ت", False
        yield "3fd", base + "تا", False
        yield "3md", base + weak + "ا", False
    else:
        weak = "ي"
        yield "3ms", base + "ي", False
        yield "3fs", base + "يت", False
        yield "3md", base + "يا", False
    yield "3mp", base + "وا", False
    for person, letters in _PERFECT_CONSONANTAL:
        yield person, base + weak + letters, False


@cache
def _persons(first: str, last: str) -> tuple[list[tuple[str, str]], list[tuple[str, str, str]], list[tuple[str, str]]]:
    """The persons of the imperfect that begin with ``first`` and can end in ``last`` (folded; empty: any).

    Those without ending, those with one, and the feminine plurals: person or number, prefix, and ending.
    """
    heads = {"": "يتأن", "ا": "أ"}.get(first, first)
    bare = [row for row in _BARE if row[1] in heads]
    long = [row for row in _LONG if row[1] in heads and row[2].endswith(last)]
    plurals = [row for row in (("3fp", "ي"), ("2fp", "ت")) if row[1] in heads and last in ("", "ن")]
    return bare, long, plurals


def _imperfect(
    stem: Stem, form: int, root: str, voice: Voice, edges: tuple[str, str]
) -> Iterator[tuple[str, str, bool]]:
    """Join the prefixes and endings of the imperfect: indicative, subjunctive and jussive."""
    plain = "ء" not in root
    mark = "" if plain else _U if voice == "passive" or form in _U_PREFIX else _A
    prefixes = {letter: letter + mark for letter in "يتن"}
    prefixes["أ"] = ("أ" if plain else "ء") + mark
    without, long, plurals = _persons(*edges)
    if stem.last in _WEAK:
        bare, dual, base, feminine, jussive = _defective_imperfect(stem, plain)
    else:
        vocalic, consonantal = _bases(stem, form, root, "imperfect")
        if plain:
            vocalic, consonantal = vocalic.translate(HARAKAT), consonantal.translate(HARAKAT)
        bare, jussive, feminine = vocalic, consonantal, consonantal
        dual, base = vocalic, vocalic
    for person, letter in without:
        yield person, prefixes[letter] + bare, False
        if jussive != bare:
            yield person, prefixes[letter] + jussive, True
    glides = {"d": _A, "mp": _U, "fs": _I}
    for number, letter, ending in long:
        body = dual if number == "d" else base
        person = f"{'3' if letter == 'ي' else '2'}{number}" if number != "d" else "3md" if letter == "ي" else "3fd"
        yield person, prefixes[letter] + body + ("" if plain else glides[number]) + ending, ending == "ا"
    for person, letter in plurals:
        yield person, prefixes[letter] + _joined(feminine, "ن", plain), False


def _defective_imperfect(stem: Stem, plain: bool) -> tuple[str, str, str, str, str]:
    """يدعو يدعوان يدعون · يرمي يرميان يرمون · يلقى يلقيان يلقون; jussive يدع."""
    core = stem.head + stem.glide + stem.middle + stem.vowel
    core = core.translate(HARAKAT) if plain else core
    final, glide = {_U: ("و", "و"), _I: ("ي", "ي"), _A: ("ى", "ي")}[stem.vowel[-1]]
    base = core if plain else core[:-1]
    return core + final, core + glide, base, core + glide, core
