"""When two content words stand for the same thing: same stem, same skeleton, or one group of the synonym lexicon.

A skeleton is what is left of a stem without long vowels and without the affixes of verbs and verbal nouns, so that
ارتفع, ارتفاع and يرتفع share one. It links; it never decides a verdict alone.
"""

from functools import cache, lru_cache

from claimcheck.lexicon import lines, load
from claimcheck.recognizers.names_keys import skeleton as sounds
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

SAME, SYNONYM, SKELETON, NEAR, NONE = 1.0, 0.9, 0.8, 0.4, 0.0

# Two spellings of a foreign name share at least this percentage of their letters.
_SPELLINGS = 80

_WEAK = str.maketrans("", "", "اويء")


@lru_cache(maxsize=100_000)
def skeleton(stem: str) -> str:
    """Return the consonants of a stem, without the affixes of verbs and verbal nouns.

    >>> skeleton("ارتفاع") == skeleton("يرتفع") == skeleton("مرتفع")
    True
    """
    bones = stem[0] + stem[1:].translate(_WEAK) if stem[:1] not in "اي" else stem[1:].translate(_WEAK)
    if len(bones) > 3 and bones[0] in "متنيس":
        bones = bones[1:]
    return bones.removesuffix("ت") if len(bones) > 3 else bones


@cache
def _groups() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Map stems and skeletons of the synonym lexicon to their groups: those that mean the same, and near ones."""
    table = load("synonyms")
    return _index(table["same"]), _index(table["near"])


def _index(block: str) -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lines(block)):
        for word in line.split():
            stem = light_stem(fold(word))
            for key in {stem, f"={skeleton(stem)}"}:
                groups.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in groups.items()}


def _variants(stem: str) -> set[str]:
    """Return the stem, and what it would be if its first letter were a proclitic or its last the ت of a verb.

    Without a dictionary nobody can tell the ب of بورصة from the ب of بمدينة; both readings may meet their equals.
    """
    found = {stem}
    if len(stem) > 3 and stem[0] in "بلوفك":
        found.add(stem[1:])
    if len(stem) == 4 and stem[-1] == "ت":
        found.add(stem[:-1])
    return found


@lru_cache(maxsize=100_000)
def concepts(stem: str) -> frozenset[str]:
    """Return the keys under which a stem meets its equals: its variants, its skeleton, its synonym groups."""
    same, _ = _groups()
    bones = skeleton(stem)
    variants = _variants(stem)
    groups = next((same[form] for form in (stem, *sorted(variants)) if form in same), None)
    if groups is None:
        groups = same.get(f"={bones}", frozenset()) if len(bones) >= 3 else frozenset()
    keys = {*variants, *(f"#{group}" for group in groups)}
    if len(bones) >= 3:
        keys.add(f"={bones}")
    if len(stem) >= 5:  # foreign names are spelled as they sound: روهينغا, روهينجا
        keys.add(f"~{sounds(stem)}")
    return frozenset(keys)


@lru_cache(maxsize=200_000)
def similarity(first: str, second: str) -> float:
    """Tell how surely two stems stand for the same thing: one of the levels above. Symmetric.

    >>> similarity("قتيل", "ضحي"), similarity("قتيل", "جريح")
    (0.9, 0.0)
    """
    if first == second:
        return SAME
    shared = concepts(first) & concepts(second)
    if any(key[0] == "#" for key in shared):
        return SYNONYM
    if any(key[0] != "~" for key in shared) or (shared and _alike(first, second)):
        return SKELETON
    _, near = _groups()
    return NEAR if near.get(first, frozenset()) & near.get(second, frozenset()) else NONE


def _alike(first: str, second: str) -> bool:
    """Tell whether two spellings of one sound differ by a letter or two: sounds alone are coarse."""
    from rapidfuzz.fuzz import ratio

    return ratio(first, second) >= _SPELLINGS
