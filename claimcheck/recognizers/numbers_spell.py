"""Cardinals in words, for every gender, case, state and style: the inverse of the grammar in ``numbers_words``.

Sources: Wright I, "The Cardinal Numbers", II, "The Numerals"; Badawi, Carter and Gully, "Numerals".
"""

from functools import cache
from typing import Any, Literal

from attrs import define

from claimcheck.lexicon import load

Gender = Literal["masculine", "feminine"]
Case = Literal["nominative", "accusative", "genitive"]
State = Literal["indefinite", "definite", "construct"]
Style = Literal["modern", "traditional", "split", "classical"]

_ARTICLE = "ال"
_TANWIN = "اً"


@cache
def forms_of(name: str) -> list[str]:
    """Return the forms of one line of the lexicon's ``[spell]`` table."""
    table: dict[str, Any] = load("numbers")["spell"]
    return str(table[name]).split()


@cache
def _hundred_table() -> dict[str, str]:
    table: dict[str, str] = load("numbers")["spell"]["hundred"]
    return table


def ending(case: Case, dual: bool, construct: bool = False) -> str:
    """Return the ending of a dual (ان، ين) or of tens (ون، ين) in its case; a construct loses the nun."""
    vowel = ("ا" if dual else "و") if case == "nominative" else "ي"
    return vowel if construct else vowel + "ن"


def with_article(word: str) -> str:
    """Put the article before a word."""
    return _ARTICLE + word


@define
class Speller:
    """Spells integers below 10^21 in one gender, case, state and style.

    ``gender`` is that of what is counted. ``state`` ``construct`` is the form directly before a noun (مئتا، ألفي).
    """

    gender: Gender = "masculine"
    case: Case = "nominative"
    state: State = "indefinite"
    style: Style = "modern"

    def spell(self, value: int) -> str:
        """Return the words of ``value``, which is not negative."""
        if value == 0:
            return self._defined(forms_of("zero")[0])
        parts = self._chain(value)
        last = len(parts) - 1
        words = [part(self.state == "construct" and index == last) for index, part in enumerate(parts)]
        return " و".join(map(self._defined, words))

    def _defined(self, word: str) -> str:
        return with_article(word) if self.state == "definite" else word

    def _chain(self, value: int) -> list[Any]:
        """Return the parts that و joins, in order, each a function from "before a noun" to its words."""
        parts: list[Any] = []
        total = value
        scale = len(forms_of("scales"))
        while scale:
            count, value = divmod(value, 1000**scale)
            if count:
                parts += self._scaled(count, scale)
            scale -= 1
        low = self._group(value, self.gender, self.case)
        if self.style == "classical" and 1000 <= total < 10_000 and value % 100:
            rest = value % 100
            tens = self._below_hundred(rest, self.gender, self.case)
            return [*tens, *self._group(value - rest, self.gender, self.case), *parts]
        if self.style == "classical" and not parts and value > 100 and value % 100:
            return [*low[1:], low[0]]
        return parts + low

    def _scaled(self, count: int, scale: int) -> list[Any]:
        """Return a count with its scale word in the number and case that the count governs."""
        one, _, many = forms_of("scales")[scale - 1].partition(":")
        if count == 1:
            return [lambda before: one + (_TANWIN if self._bare_accusative(before) else "")]
        if count == 2:
            return [lambda before: one + ending(self.case, dual=True, construct=before)]
        low = count % 100
        if 3 <= low <= 10:
            noun = many
        elif low > 10:
            noun = one + _TANWIN
        else:
            noun = one
        parts = self._group(count, "masculine", self.case)
        last = parts[-1]
        direct = low == 0  # the noun of a hundred is in the construct with it: مئتا ألف
        parts[-1] = lambda before: f"{last(direct)} {noun}"
        return parts

    def _bare_accusative(self, before: bool) -> bool:
        return self.case == "accusative" and not before and self.state == "indefinite"

    def _group(self, value: int, gender: Gender, case: Case) -> list[Any]:
        """Return the parts of a number below a thousand."""
        hundreds, low = divmod(value, 100)
        parts: list[Any] = [self._hundreds(hundreds, case)] if hundreds else []
        return parts + self._below_hundred(low, gender, case)

    def _hundreds(self, hundreds: int, case: Case) -> Any:
        table = _hundred_table()
        word = table["traditional" if self.style == "traditional" else "modern"]
        if hundreds == 1:
            return lambda before: word
        if hundreds == 2:
            return lambda before: word[:-1] + "ت" + ending(case, dual=True, construct=before)
        stems = table["split_stems" if self.style == "split" else "stems"].split()
        gap = " " if self.style == "split" else ""
        return lambda before: stems[hundreds - 3] + gap + word

    def _below_hundred(self, value: int, gender: Gender, case: Case) -> list[Any]:
        """Return the parts of a number below a hundred; a unit and its tens are two."""
        if value == 0:
            return []
        if value <= 10:
            return [lambda before: self._unit(value, gender, case, before)]
        if value < 20:
            return [lambda before: self._teen(value - 10, gender, case)]
        tens, unit = divmod(value, 10)
        parts: list[Any] = [lambda before: forms_of("tens")[tens - 2] + ending(case, dual=False)]
        if unit == 1 and gender == "feminine":
            return [lambda before: forms_of("teens_feminine")[0], *parts]
        if unit:
            return [lambda before: self._unit(unit, gender, case, False), *parts]
        return parts

    def _unit(self, value: int, gender: Gender, case: Case, before: bool) -> str:
        word = forms_of(gender)[value - 1]
        if value == 2:
            return word[:-2] + ending(case, dual=True)
        short = gender == "feminine" and 3 <= value <= 9
        if value == 8 and short and (before or self.state == "definite" or case == "accusative"):
            word += "ي"
        bare = case == "accusative" and not before and self.state == "indefinite"
        return word + _TANWIN if bare and (short or word == forms_of("masculine")[0]) else word

    def _teen(self, unit: int, gender: Gender, case: Case) -> str:
        word = forms_of(f"teens_{gender}")[unit - 1]
        if unit == 2 and case != "nominative":
            word = word[:-1] + "ي"
        ten = forms_of("masculine" if gender == "feminine" else "feminine")[9]
        return f"{word} {ten}"
