"""Names of persons: as newspapers write them, respelled, and changed into somebody else's.

``names()`` gives a name; ``respelled_names()`` gives ``(name, another spelling of it, what was done)``,
``changed_names()`` gives ``(name, the name of somebody else, what was done)``.
"""

from collections.abc import Callable

from attrs import frozen
from hypothesis import strategies as st

from claimcheck.lexicon import lines, load
from claimcheck.recognizers.names_lexicon import nicknames
from claimcheck.text.orthography import fold

_FAMILIES = (
    "الحربي العتيبي الدوسري القحطاني الزهراني الغامدي المطيري الشمري السبيعي البلوي العنزي الجهني الخالدي التميمي "
    "الطرابلسي المصراتي البغدادي الحلبي النابلسي الصفاقسي المراكشي الوهراني الأسواني الخرطومي"
).split()
_TITLES = ("الدكتور", "العقيد", "المهندس", "الشيخ", "السيد", "وزير", "الرئيس", "النائب")


@frozen
class Lexeme:
    """A given name of the lexicon with its spellings in both scripts."""

    arabic: tuple[str, ...]
    latin: tuple[str, ...]

    @property
    def usual(self) -> str:
        """The usual Arabic spelling."""
        return self.arabic[0]


def lexemes(section: str) -> list[Lexeme]:
    """Return the given names of a section of the lexicon (``given``: Arabic, ``foreign``: of other languages)."""
    found = []
    for line in lines(load("names")[section]):
        arabic, _, latin = line.lstrip("? ").partition("=")
        found.append(Lexeme(tuple(arabic.split()), tuple(latin.split())))
    return found


_GIVEN = [lexeme for lexeme in lexemes("given") if lexeme.latin and not lexeme.usual.startswith("ال")]
_FOREIGN = [lexeme for lexeme in lexemes("foreign") if lexeme.latin]
_SURNAMES = [lexeme for lexeme in lexemes("surnames") if lexeme.latin and not lexeme.usual.startswith("ال")]


@frozen
class DrawnName:
    """A name by its parts: given names, and a family name that is a word (Arabic) or a lexeme (foreign)."""

    given: tuple[Lexeme, ...]
    family: str | Lexeme
    linked: bool = False

    def parts(self) -> list[str]:
        """Return the parts in their usual spelling."""
        family = self.family if isinstance(self.family, str) else self.family.usual
        return [*(lexeme.usual for lexeme in self.given), family]

    def text(self) -> str:
        """Return the name as a newspaper writes it."""
        return (" بن " if self.linked else " ").join(self.parts()[:-1]) + " " + self.parts()[-1]


@st.composite
def _drawn(draw: st.DrawFn, foreign: bool | None = None) -> DrawnName:
    if draw(st.booleans()) if foreign is None else foreign:
        return DrawnName((draw(st.sampled_from(_FOREIGN)),), draw(st.sampled_from(_SURNAMES)))
    given = draw(st.lists(st.sampled_from(_GIVEN), min_size=1, max_size=3, unique_by=lambda lexeme: fold(lexeme.usual)))
    return DrawnName(tuple(given), draw(st.sampled_from(_FAMILIES)), draw(st.booleans()))


def names() -> st.SearchStrategy[str]:
    """Return names of persons: Arabic ones of one to three given names and a family name, and foreign ones."""
    return _drawn().map(DrawnName.text)


def _marks(text: str) -> str:
    return text.replace("م", "مُ", 1).replace("س", "سـ", 1)


_SPELLINGS: dict[str, Callable[[str], str]] = {
    "hamza left out": lambda text: text.translate(str.maketrans("أإآؤ", "اااو")),
    "ha for ta marbuta": lambda text: text.replace("ة", "ه"),
    "alef maqsura for ya": lambda text: " ".join(
        w[:-1] + "ى" if w.endswith("ي") and len(w) > 3 else w for w in text.split()
    ),
    "harakat and tatweel": _marks,
    "no article": lambda text: " ".join(w.removeprefix("ال") if len(w) > 4 else w for w in text.split()),
    "no bin": lambda text: text.replace(" بن ", " "),
    "blessing": lambda text: f"{text} رحمه الله",
}


@st.composite
def respelled_names(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return (name, the same name in another spelling, what was done)."""
    name = draw(_drawn())
    how = draw(st.sampled_from([*_SPELLINGS, "title", "lexicon", "latin"]))
    if how in _SPELLINGS:
        return name.text(), _SPELLINGS[how](name.text()), how
    if how == "title":
        return name.text(), f"{draw(st.sampled_from(_TITLES))} {name.text()}", how

    def pick(lexeme: Lexeme) -> str:
        return draw(st.sampled_from(lexeme.latin if how == "latin" else lexeme.arabic))

    if how == "latin" and isinstance(name.family, str):
        return name.given[0].usual, pick(name.given[0]), how
    family = name.family if isinstance(name.family, str) else pick(name.family)
    return name.text(), " ".join([*map(pick, name.given), family]), how


@st.composite
def changed_names(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return (name, the name of somebody else, what was done): one distinctive part is another name's."""
    name = draw(_drawn())
    at = draw(st.integers(0, len(name.given)))
    parts = name.parts()
    if at == len(name.given):
        choices = _FAMILIES if isinstance(name.family, str) else [lexeme.usual for lexeme in _SURNAMES]
    else:
        choices = [lexeme.usual for lexeme in (_FOREIGN if name.given[0] in _FOREIGN else _GIVEN)]
    taken = {fold(part) for part in parts}
    other = draw(st.sampled_from(choices).filter(lambda word: fold(word) not in taken and _apart(word, parts[at])))
    parts[at] = other
    return name.text(), " ".join(parts), "family name" if at == len(name.given) else "given name"


def _apart(word: str, other: str) -> bool:
    """Tell whether neither of two given names is a pet name of the other."""
    first, second = fold(word), fold(other)
    return second not in nicknames().get(first, ()) and first not in nicknames().get(second, ())
