"""Quantities and durations in words and digits, with what they must be read as."""

from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st

from claimcheck.model.mentions import Kind, Modifier, Number, Quantity
from claimcheck.recognizers.durations import iso_duration, mixed_value
from claimcheck.recognizers.numbers_exact import canonical

# Singular, dual, plural of 3 to 10, accusative of 11 to 99, and what they measure.
_NOUNS: tuple[tuple[str, str, str, str, str, Kind], ...] = (
    ("شخص", "شخصين", "أشخاص", "شخصا", "person", "count"),
    ("قتيل", "قتيلين", "قتلى", "قتيلا", "person", "count"),
    ("جندي", "جنديين", "جنود", "جنديا", "person", "count"),
    ("سيارة", "سيارتين", "سيارات", "سيارة", "item", "count"),
    ("منزل", "منزلين", "منازل", "منزلا", "item", "count"),
    ("دولار", "دولارين", "دولارات", "دولارا", "USD", "money"),
    ("يورو", "", "يورو", "يورو", "EUR", "money"),
    ("دينار كويتي", "", "دنانير كويتية", "دينارا كويتيا", "KWD", "money"),
    ("كيلومتر", "كيلومترين", "كيلومترات", "كيلومترا", "km", "measure"),
    ("طن", "طنين", "أطنان", "طنا", "tonne", "measure"),
    ("متر مربع", "مترين مربعين", "أمتار مربعة", "مترا مربعا", "m2", "measure"),
    ("في المئة", "", "في المئة", "في المئة", "percent", "percent"),
)
_UNITS: tuple[tuple[str, str, str, str, str], ...] = (
    ("سنة", "سنتين", "سنوات", "سنة", "year"),
    ("شهر", "شهرين", "أشهر", "شهرا", "month"),
    ("أسبوع", "أسبوعين", "أسابيع", "أسبوعا", "week"),
    ("يوم", "يومين", "أيام", "يوما", "day"),
    ("ساعة", "ساعتين", "ساعات", "ساعة", "hour"),
    ("دقيقة", "دقيقتين", "دقائق", "دقيقة", "minute"),
)
_MODIFIERS: tuple[tuple[str, str, Modifier], ...] = (
    ("", "", "exact"),
    ("نحو ", "", "about"),
    ("حوالي ", "", "about"),
    ("", " تقريبا", "about"),
    ("أكثر من ", "", "more_than"),
    ("ما يزيد على ", "", "more_than"),
    ("أقل من ", "", "less_than"),
    ("ما لا يقل عن ", "", "at_least"),
    ("", " على الأقل", "at_least"),
    ("لا يتجاوز ", "", "at_most"),
    ("", " كحد أقصى", "at_most"),
)
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _inflected(value: int, forms: tuple[str, str, str, str]) -> str:
    """Return the numeral with its noun as grammar has it: two is a dual, 3 to 10 a plural, 11 to 99 an accusative."""
    singular, dual, plural, accusative = forms
    if value == 2 and dual:
        return dual
    rest = value % 100
    noun = plural if 3 <= rest <= 10 else accusative if rest >= 11 else singular
    return f"{value} {noun}"


def modifiers() -> st.SearchStrategy[tuple[str, str, Modifier]]:
    """Draw (words before, words behind, modifier)."""
    return st.sampled_from(_MODIFIERS)


@st.composite
def quantities(draw: st.DrawFn, limit: int = 1_000_000) -> tuple[str, Quantity]:
    """Draw (text, quantity): a count, an amount of money, a percentage or a measure with any modifier, or a range.

    The quantity has value, high, modifier, unit and kind; a text never names a country that is not in it.

    >>> from hypothesis import find
    >>> find(quantities(), lambda drawn: drawn[1].unit == "person")[0]
    '0 شخص'
    """
    *forms, unit, kind = draw(st.sampled_from(_NOUNS))
    singular, dual, plural, accusative = forms
    value = draw(st.integers(0, limit))
    if draw(st.booleans()) and value > 10:
        high = draw(st.integers(value + 1, value + limit))
        last = _inflected(high, (singular, dual, plural, accusative))
        text = draw(st.sampled_from((f"بين {value} و{last}", f"من {value} إلى {last}", f"{value}-{last}")))
        return text, Quantity(value=value, high=high, modifier="between", unit=unit, kind=kind)
    before, behind, modifier = draw(modifiers())
    text = f"{before}{_inflected(value, (singular, dual, plural, accusative))}{behind}"
    if draw(st.booleans()):
        text = text.translate(_DIGITS)
    return text, Quantity(value=value, modifier=modifier, unit=unit, kind=kind)


@st.composite
def durations(draw: st.DrawFn, limit: int = 500) -> tuple[str, Quantity]:
    """Draw (text, duration) of one unit, of one and a half, or of two that و joins; with ``iso``.

    >>> from hypothesis import find
    >>> find(durations(), lambda drawn: drawn[1].unit == "hour" and drawn[1].value == 3)[1].iso
    'PT3H'
    """
    place = draw(st.integers(0, len(_UNITS) - 1))
    *forms, unit = _UNITS[place]
    value = draw(st.integers(3, limit))
    text = _inflected(value, (forms[0], forms[1], forms[2], forms[3]))
    parts: list[tuple[Number, str]] = [(value, unit)]
    tail = draw(st.sampled_from(("", "half", "more")))
    if tail == "half":
        text += " ونصف"
        parts = [(canonical(Fraction(value) + Fraction(1, 2)), unit)]
    elif tail == "more" and place + 1 < len(_UNITS):
        smaller = _UNITS[draw(st.integers(place + 1, len(_UNITS) - 1))]
        count = draw(st.integers(3, 20))
        text += f" و{_inflected(count, (smaller[0], smaller[1], smaller[2], smaller[3]))}"
        parts.append((count, smaller[4]))
    total, name = mixed_value(parts)
    duration = Quantity(value=total, unit=name, kind="duration", iso=iso_duration(parts))
    before, behind, modifier = draw(modifiers())
    return f"{before}{text}{behind}", evolve(duration, modifier=modifier)
