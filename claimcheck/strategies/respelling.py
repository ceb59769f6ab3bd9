"""Other spellings of one text: what an Arabic reader takes for the same words, and what must never change a result."""

from hypothesis import strategies as st

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_HAMZA = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا"})
_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
# Letters that connect to the left: a tatweel may follow them inside a word.
_CONNECTING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")
_BIDI = "\u200e\u200f\u202b\u202c\u2067\u2069"
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىئؤ")


def _letters(text: str) -> list[int]:
    """Return the places behind an Arabic letter that another one follows."""
    return [i for i in range(1, len(text)) if text[i - 1] in _ARABIC and text[i] in _ARABIC]


@st.composite
def respellings(draw: st.DrawFn, text: str) -> str:
    """Draw another spelling of ``text``: digit set, harakat, tatweel, hamza slips, bidi marks, no-break spaces.

    >>> from hypothesis import find
    >>> find(respellings("سنة 2020"), lambda other: "٢" in other)
    'سنة ٢٠٢٠'
    """
    changed = draw(st.sampled_from([text, text.translate(_EASTERN), text.translate(_PERSIAN)]))
    if draw(st.booleans()):
        changed = changed.translate(_HAMZA)
    changed = _sprinkle(draw, changed, _HARAKAT, _letters(changed))
    stretchable = [i for i in _letters(changed) if changed[i - 1] in _CONNECTING]
    changed = _sprinkle(draw, changed, "ـ", stretchable)
    borders = [i for i, c in enumerate(changed) if c == " "]
    changed = _sprinkle(draw, changed, _BIDI, borders)
    return changed.replace(" ", "\u00a0") if draw(st.integers(0, 9)) == 9 else changed


def _sprinkle(draw: st.DrawFn, text: str, marks: str, places: list[int]) -> str:
    """Insert a few of ``marks`` at some of ``places``."""
    if not places:
        return text
    chosen = draw(st.lists(st.sampled_from(places), max_size=4, unique=True))
    for place in sorted(chosen, reverse=True):
        text = text[:place] + draw(st.sampled_from(marks)) + text[place:]
    return text
