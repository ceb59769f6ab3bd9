"""A light stem for retrieval: proclitics and common endings off, three letters at least left.

The endings follow the light10 stemmer of Larkey, Ballesteros and Connell (2007), with ات/ون/ين/ان as there. A bare ت
goes only where four letters are left: it closes as many roots (كويت) as verbs.
"""

_SUFFIXES = tuple("اتها اتهم يتها تهم تها هما ها هم ات ون ين ان يه ته وا ه ي ا ت".split())
_PREFIXES = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_HEADS = frozenset("وبفكلا")  # the first letters of all that is taken off
# The endings by their last letter, in order.
_BY_LAST = {last: tuple([s for s in _SUFFIXES if s[-1] == last]) for last in dict.fromkeys(s[-1] for s in _SUFFIXES)}


def light_stem(norm: str) -> str:
    """Return the light stem of a folded word.

    >>> light_stem("والمفاوضات"), light_stem("مفاوضات")
    ('مفاوض', 'مفاوض')
    """
    stem = _headless(norm) if norm[:1] in _HEADS else norm
    for suffix in _BY_LAST.get(stem[-1:], ()):
        if stem.endswith(suffix) and len(stem) - len(suffix) >= (4 if suffix == "ت" else 3):
            return stem[: -len(suffix)]
    return stem


def _headless(norm: str) -> str:
    """Take proclitics off a word that begins like one."""
    if norm.startswith(_PREFIXES):
        for prefix in _PREFIXES:
            if norm.startswith(prefix) and len(norm) - len(prefix) >= 3:
                return norm[len(prefix) :]
    size = len(norm)
    if size <= 4:
        return norm
    begin = 1 if norm[0] in "وف" else 0
    return norm[begin + (norm[begin] in "بل" and size - begin > 4) :]
