"""The stem of a verb before its endings: the shape of its form, filled with the radicals of its root."""

from typing import NamedTuple

from claimcheck.recognizers.hamza import DAMMA, FATHA, KASRA, SHADDA, SUKUN

_A, _U, _I, _O, _D = FATHA, DAMMA, KASRA, SUKUN, SHADDA
_WEAK = "وي"
_VOWELS = {"a": _A, "u": _U, "i": _I}


class Stem(NamedTuple):
    """A stem before its ending: what stands before the middle radical, its vowel, and the last two radicals.

    ``head`` + ``glide`` + ``middle`` + ``vowel`` + ``last`` is the sound stem; ``glide`` is the head's own vowel.
    """

    head: str
    glide: str
    middle: str
    vowel: str
    last: str


# Form: (head, glide, vowel) of perfect active, perfect passive, imperfect active, imperfect passive; 1 is the first
# radical. The vowel of form 1 is the verb's own. 11 and 12 are the quadriliterals فعلل and تفعلل (0: second radical).
SHAPES: dict[int, tuple[tuple[str, str, str], ...]] = {
    1: (("1", _A, ""), ("1", _U, _I), ("1", _O, ""), ("1", _O, _A)),
    2: (("1", _A, _D + _A), ("1", _U, _D + _I), ("1", _A, _D + _I), ("1", _A, _D + _A)),
    3: ((f"1{_A}ا", "", _A), (f"1{_U}و", "", _I), (f"1{_A}ا", "", _I), (f"1{_A}ا", "", _A)),
    4: ((f"ء{_A}1", _O, _A), (f"ء{_U}1", _O, _I), ("1", _O, _I), ("1", _O, _A)),
    5: ((f"ت{_A}1", _A, _D + _A), (f"ت{_U}1", _U, _D + _I), (f"ت{_A}1", _A, _D + _A), (f"ت{_A}1", _A, _D + _A)),
    6: ((f"ت{_A}1{_A}ا", "", _A), (f"ت{_U}1{_U}و", "", _I), (f"ت{_A}1{_A}ا", "", _A), (f"ت{_A}1{_A}ا", "", _A)),
    7: ((f"ا{_I}ن1", _A, _A), (f"ا{_U}ن1", _U, _I), ("ن1", _A, _I), ("ن1", _A, _A)),
    8: ((f"ا{_I}1{_O}ت", _A, _A), (f"ا{_U}1{_O}ت", _U, _I), (f"1{_O}ت", _A, _I), (f"1{_O}ت", _A, _A)),
    9: ((f"ا{_I}1", _O, _A), (f"ا{_U}1", _O, _I), ("1", _O, _A), ("1", _O, _A)),
    10: ((f"ا{_I}ست{_A}1", _O, _A), (f"ا{_U}ست{_U}1", _O, _I), (f"ست{_A}1", _O, _I), (f"ست{_A}1", _O, _A)),
    11: ((f"1{_A}0", _O, _A), (f"1{_U}0", _O, _I), (f"1{_A}0", _O, _I), (f"1{_A}0", _O, _A)),
    12: ((f"ت{_A}1{_A}0", _O, _A), (f"ت{_U}1{_U}0", _O, _I), (f"ت{_A}1{_A}0", _O, _A), (f"ت{_A}1{_A}0", _O, _A)),
}


def stem_of(root: str, form: int, slot: int, vowels: str) -> Stem:
    """Fill the shape of a form with its radicals, first radical assimilated where the form asks for it."""
    head, glide, vowel = SHAPES[form][slot]
    if form == 1 and slot in (0, 2):
        vowel = _VOWELS[vowels[slot // 2]]
    first = root[0]
    if root == "رءي" and slot > 1 and form in (1, 4):  # رأى loses its hamza: يرى، يُري
        return Stem("ر", "", "", vowel, "ي")
    if form == 8:
        head = _assimilated(head, "ت" if root == "ءخذ" else first)
    elif first in _WEAK and slot == 2 and form == 1 and _drops_first(root, vowels):
        head, glide = "", ""
    elif first == "ي" and form == 4 and slot > 1:
        first = "و"  # أيقن يوقن
    head = head.replace("1", first)
    if form > 10:
        return Stem(head.replace("0", root[1]), glide, root[2], vowel, root[3])
    return Stem(head, glide, root[1], vowel, root[2])


def _drops_first(root: str, vowels: str) -> bool:
    """Tell whether the imperfect loses its first radical: وصل يصل، وضع يضع، ولي يلي, but وجل يوجل."""
    return root[0] == "و" and (vowels[1] == "i" or vowels == "aa" or root == "وسع")


def _assimilated(head: str, first: str) -> str:
    """Form 8 joins its ت to the first radical: اتصل، اصطدم، اطلع، ازدهر، ادعى."""
    if first in "وت":
        return head.replace(f"1{_O}ت", f"ت{_D}")
    if first in "طد":
        return head.replace(f"1{_O}ت", f"{first}{_D}")
    if first in "صض":
        return head.replace("ت", "ط")
    if first == "ز":
        return head.replace("ت", "د")
    return head
