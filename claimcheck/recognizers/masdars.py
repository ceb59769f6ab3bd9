"""Verbal nouns: of form 1 by the lexicon, of the others by root and form; and the way back to the verb."""

import re
from functools import cache

from claimcheck.lexicon import lines, load
from claimcheck.recognizers.conjugation import STRONG_HOLLOW
from claimcheck.recognizers.paradigms import dictionary_form, verbs
from claimcheck.recognizers.predicates import homographs
from claimcheck.text.orthography import fold

_ENDINGS = ("ها", "هم", "هما", "ه", "ا")
_LAST = frozenset(ending[-1] for ending in _ENDINGS)


@cache
def _masdars() -> dict[str, str]:
    """Folded verbal nouns and the dictionary forms of their verbs: those of form 1 listed, the others generated."""
    found: dict[str, str] = {}
    for line in lines(load("masdars")["masdars"]):
        lemma, _, nouns = line.partition(":")
        for noun in nouns.split():
            found.setdefault(fold(noun), lemma)
    doubtful = homographs()
    for verb in verbs():
        lemma = dictionary_form(verb)
        if verb.form not in (1, 9):
            found.setdefault(masdar(verb.root, verb.form, fold(lemma)), lemma)
        elif fold(verb.root) in doubtful:  # رصد، دعم: what is spelled like the perfect is mostly the verbal noun
            found.setdefault(fold(verb.root), lemma)
    return found


def masdar(root: str, form: int, folded: str) -> str:
    """Return the folded verbal noun of a verb of form 2 to 8, 10, 11 or 12; ``folded`` is its folded dictionary form.

    >>> masdar("وقع", 2, "وقع"), masdar("قول", 4, "اقال"), masdar("جمع", 8, "اجتمع"), masdar("قول", 10, "استقال")
    ('توقيع', 'اقاله', 'اجتماع', 'استقاله')
    """
    first, middle, last = root[0].replace("ء", "ا"), root[1].replace("ء", "ي"), root[-1]
    weak, hollow = root[-1] in "وي", root[1] in "وي" and root[-1] not in "وي" and (form, root) not in STRONG_HOLLOW
    if form == 2:
        found = f"ت{first}{middle}يه" if weak or root[-1] == "ء" else f"ت{first}{middle}ي{last}"
    elif form == 3:
        first, middle = root[0].replace("ء", "و"), root[1]
        found = f"م{first}ا{middle}اه" if weak else f"م{first}ا{middle}{last}ه"
    elif form in (5, 6, 12):
        found = folded[:-1] + "ي" if weak else folded
    elif form == 4 and hollow:
        found = f"ا{first}ا{last}ه"
    elif form == 4:
        found = f"ا{'ي' if root[0] in 'ويء' else first}{middle}ا{'ء' if weak else last}"
    else:
        found = folded + "ه" if form == 11 else _long_masdar(root, form, folded, weak, hollow)
    return found


def _long_masdar(root: str, form: int, folded: str, weak: bool, hollow: bool) -> str:
    """Verbal nouns of forms 7, 8 and 10: انفجار، اجتماع، اختيار، احتلال، اشتراء، استقبال، استقالة، استيراد."""
    if form in (8, 10) and root[0] in "وء":  # استيراد، استئناف، ائتلاف
        folded = folded.replace("و", "ي", 1) if root[0] == "و" else re.sub("(?<=است)ا", "ي", folded)
    if weak:
        return folded[:-1] + "اء"
    if hollow:
        return folded + "ه" if form == 10 else f"{folded[:-2]}يا{folded[-1]}"
    if root[1] == root[2]:
        folded += folded[-1]
    return f"{folded[:-1]}ا{root[-1]}"


def read_masdar(core: str) -> str | None:
    """Return the dictionary form of the verb whose verbal noun a folded word without proclitics is.

    >>> read_masdar("توقيع"), read_masdar("اجتماعهم"), read_masdar("مقتل"), read_masdar("كتاب")
    ('وقع', 'اجتمع', 'قتل', None)
    """
    table = _masdars()
    found = table.get(core)
    if found is None and core[-1:] in _LAST:
        for ending in _ENDINGS:
            if core.endswith(ending):
                base = core[: -len(ending)]
                found = table.get(base) or (table.get(base[:-1] + "ه") if base.endswith("ت") else None)
                if found:
                    break
    return found
