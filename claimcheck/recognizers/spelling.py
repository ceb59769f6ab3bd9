"""Numbers in words: what the number grammar reads, written. ``parse_number`` gives every one of them back."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

from attrs import frozen

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_spell import Case, Gender, Speller, State, Style, ending, forms_of, with_article

_LIMIT = 10**21
_PLACES = 300  # as many as are read back
_UNINFLECTED = ("ة", "اء", "ى", "ا")


@frozen
class CountedNoun:
    """A noun to count: singular, plural and gender; the dual is regular unless ``dual`` (nominative) is given."""

    singular: str
    plural: str
    gender: Gender = "masculine"
    dual: str | None = None


def spell_number(
    value: Number,
    *,
    gender: Gender = "masculine",
    case: Case = "nominative",
    state: State = "indefinite",
    style: Style = "modern",
    noun: CountedNoun | None = None,
) -> str:
    """Return ``value`` in words.

    ``gender`` is that of what is counted (three men: ثلاثة, three women: ثلاث); a ``noun`` brings its own and is
    written in the form that the number governs. ``state`` is ``construct`` directly before a noun. ``style``:
    ``modern`` (ثلاثمئة), ``traditional`` (ثلاثمائة), ``split`` (ثلاث مئة), ``classical`` (units first, where that is
    unambiguous). Decimals stand behind فاصلة, fractions have their own words or على. Raises ClaimcheckError from 10^21.

    >>> spell_number(1_500_000), spell_number(23, gender="feminine", case="genitive")
    ('مليون وخمسمئة ألف', 'ثلاث وعشرين')
    >>> spell_number(11, noun=CountedNoun("رجل", "رجال")), spell_number(Decimal("3.25"))
    ('أحد عشر رجلاً', 'ثلاثة فاصلة خمسة وعشرون')
    """
    _check(gender=gender, case=case, state=state, style=style)
    exact = _spellable(value)
    if noun is not None:
        return _with_noun(exact, noun, case, style)
    whole_only = style == "classical" and not isinstance(exact, int)
    speller = Speller(gender, case, state, "modern" if whole_only else style)
    sign = f"{forms_of('minus')[0]} " if Fraction(exact) < 0 else ""
    return sign + _unsigned(speller, canonical(abs(Fraction(exact))))


def _spellable(value: Number) -> Number:
    """Return the canonical form of a value that can be spelled; refuse any other."""
    if not isinstance(value, int | Decimal | Fraction) or (isinstance(value, Decimal) and not value.is_finite()):
        raise ClaimcheckError("no exact number", where=excerpt(repr(value)))
    huge = isinstance(value, Decimal) and value.adjusted() > len(str(_LIMIT))
    if isinstance(value, Decimal) and value.as_tuple().exponent < -_PLACES:  # type: ignore[operator]
        raise ClaimcheckError(f"more than {_PLACES} decimals", where=excerpt(f"{value:.0e}"))
    if huge or abs(Fraction(value)) >= _LIMIT:
        raise ClaimcheckError("too large to be spelled", where=excerpt(f"{value:.0e}" if huge else str(value)))
    return canonical(value)


_CHOICES = {"gender": Gender, "case": Case, "state": State, "style": Style}


def _check(**chosen: str) -> None:
    """Refuse a gender, case, state or style that there is none of."""
    for name, choice in chosen.items():
        if choice not in get_args(_CHOICES[name]):
            raise ClaimcheckError(f"{name} is one of {', '.join(get_args(_CHOICES[name]))}", where=excerpt(str(choice)))


def _unsigned(speller: Speller, value: Number) -> str:
    if isinstance(value, int):
        return speller.spell(value)
    return _decimal(speller, value) if isinstance(value, Decimal) else _fraction(speller, value)


def _decimal(speller: Speller, value: Decimal) -> str:
    """A whole part, فاصلة, and the decimals: zeros one by one, the rest as one number up to three digits."""
    whole, _, digits = format(value, "f").partition(".")
    rest = digits.lstrip("0")
    words = [forms_of("zero")[0]] * (len(digits) - len(rest))
    plain = Speller("masculine", speller.case, "indefinite", speller.style)
    words += [plain.spell(int(rest))] if len(rest) <= 3 else [Speller().spell(int(digit)) for digit in rest]
    return " ".join([speller.spell(int(whole)), forms_of("point")[0], *words])


def _fraction(speller: Speller, value: Fraction) -> str:
    whole, numerator = divmod(value.numerator, value.denominator)
    if value.denominator > 10:
        return _over(speller, value)
    part = _parts(numerator, value.denominator, speller.case)
    return f"{speller.spell(whole)} و{part}" if whole else part


def _over(speller: Speller, value: Fraction) -> str:
    """واحد على عشرين: numerator and denominator, the latter in the genitive."""
    above = Speller("masculine", speller.case).spell(value.numerator)
    return f"{above} {forms_of('over')[0]} {Speller('masculine', 'genitive').spell(value.denominator)}"


def _parts(numerator: int, denominator: int, case: Case) -> str:
    """ثلث, ثلثان, ثلاثة أثلاث: one part, two, several."""
    one, many = forms_of("parts")[denominator - 2], forms_of("part_plurals")[denominator - 2]
    if numerator == 1:
        return one
    if numerator == 2:
        return one + ending(case, dual=True)
    return f"{Speller('masculine', case, 'construct').spell(numerator)} {many}"


def spell_ordinal(value: int, *, gender: Gender = "masculine", case: Case = "nominative", definite: bool = True) -> str:
    """Return the ordinal of ``value`` (1 up to 10^21) in words.

    >>> spell_ordinal(23, gender="feminine"), spell_ordinal(11), spell_ordinal(103)
    ('الثالثة والعشرون', 'الحادي عشر', 'الثالث بعد المئة')
    """
    _check(gender=gender, case=case)
    if not 0 < value < _LIMIT:
        raise ClaimcheckError("no rank", where=excerpt(str(value)))
    state: State = "definite" if definite else "indefinite"
    rest, low = value - value % 100, value % 100
    if not low:
        return Speller(gender, case, state).spell(rest)
    words = _low_ordinal(low, gender, case, state)
    return f"{words} بعد {Speller('masculine', 'genitive', 'definite').spell(rest)}" if rest else words


def _low_ordinal(value: int, gender: Gender, case: Case, state: State) -> str:
    units = forms_of(f"ordinals_{gender}")
    define = with_article if state == "definite" else str
    first = {"masculine": "حادي", "feminine": "حادية"}[gender]
    if value <= 10:
        return define(units[value - 1])
    tens, unit = divmod(value, 10)
    word = define(first if unit == 1 else units[unit - 1])
    if tens == 1:
        return f"{word} {forms_of('feminine' if gender == 'masculine' else 'masculine')[9]}"
    decade = define(forms_of("tens")[tens - 2] + ending(case, dual=False))
    return f"{word} و{decade}" if unit else decade


def _with_noun(value: Number, noun: CountedNoun, case: Case, style: Style) -> str:
    """Write the number with its noun in the form that it governs (tamyiz)."""
    if not isinstance(value, int) or value < 0:
        return f"{spell_number(value, gender=noun.gender, case=case, style=style)} {noun.singular}"
    low = value % 100
    if value > 2 and low in (1, 2):
        return f"{_with_noun(value - low, noun, case, style)} و{_few(low, noun, case)}"
    if value in (1, 2):
        single = _few(value, noun, case)
        return f"{single} {Speller(noun.gender, case).spell(value)}" if value == 1 else single
    words = Speller(noun.gender, case, "construct", style).spell(value)
    if 3 <= low <= 10:
        return f"{words} {noun.plural}"
    return f"{words} {_accusative(noun.singular) if low > 10 else noun.singular}"


def _few(value: int, noun: CountedNoun, case: Case) -> str:
    if value == 1:
        return _accusative(noun.singular) if case == "accusative" else noun.singular
    if noun.dual is not None:
        return noun.dual if case == "nominative" else noun.dual[:-2] + "ين"
    stem = noun.singular[:-1] + "ت" if noun.singular.endswith("ة") else noun.singular
    return stem + ending(case, dual=True)


def _accusative(word: str) -> str:
    """Add the tanwin of the indefinite accusative, with its alef where the spelling has one."""
    return word if word.endswith(_UNINFLECTED) else word + "اً"
