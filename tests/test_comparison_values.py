"""Comparing figures: intervals, conversion and levels."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparison.intervals import convert, duration_bounds, interval, interval_of, unit_named
from claimcheck.comparison.values import compare_quantities, plain
from claimcheck.errors import ClaimcheckError
from claimcheck.model.mentions import Inferred, Kind, Modifier, Number, Quantity
from claimcheck.recognizers.quantities import parse_quantity
from claimcheck.recognizers.units import units
from claimcheck.strategies.quantities import durations, quantities

MODIFIERS: tuple[Modifier, ...] = ("exact", "about", "at_least", "at_most", "more_than", "less_than")
EXACT = sorted(name for name, unit in units().items() if unit.factor)
LIKE = [(a, b) for a in EXACT for b in EXACT if units()[a].dimension == units()[b].dimension]


def figures() -> st.SearchStrategy[Quantity]:
    """Counts of near sizes, with every modifier."""
    values = st.integers(1, 60) | st.integers(900, 1100) | st.sampled_from((6487, 6500, 6900, 29_176_352, 29_200_000))
    return st.builds(lambda v, m: Quantity(value=v, modifier=m), values, st.sampled_from(MODIFIERS))


def drawn_figures() -> st.SearchStrategy[Quantity]:
    return figures() | quantities().map(lambda drawn: drawn[1]) | durations().map(lambda drawn: drawn[1])


@given(drawn_figures())
def test_a_figure_agrees_with_itself(figure: Quantity) -> None:
    """Comparing is reflexive."""
    assert compare_quantities(figure, figure).outcome == "agree"


@given(drawn_figures(), drawn_figures())
def test_comparing_is_symmetric(a: Quantity, b: Quantity) -> None:
    """Both directions give the same level, outcome and code."""
    assert compare_quantities(a, b) == compare_quantities(b, a)


@given(drawn_figures(), drawn_figures())
def test_only_a_conflict_has_a_code(a: Quantity, b: Quantity) -> None:
    """A code is value, unit or duration, and stands exactly where the outcome is a conflict."""
    result = compare_quantities(a, b)
    assert (result.code is not None) == (result.outcome == "conflict")
    assert result.code in {None, "value", "unit", "duration"}


@given(figures(), figures())
def test_meeting_is_reflexive_and_symmetric(a: Quantity, b: Quantity) -> None:
    """Intervals of modifiers meet themselves, and meet each other both ways or not at all."""
    assert interval_of(a).meets(interval_of(a))
    assert interval_of(a).meets(interval_of(b)) == interval_of(b).meets(interval_of(a))


@given(st.integers(-(10**9), 10**9))
def test_about_contains_exact(value: int) -> None:
    """About a number covers the number, and so do at least and at most; more and less than do not."""
    exact = interval_of(Quantity(value=value))
    holding: tuple[Modifier, ...] = ("about", "at_least", "at_most")
    for modifier in holding:
        assert interval_of(Quantity(value=value, modifier=modifier)).covers(exact)
    strict: tuple[Modifier, ...] = ("more_than", "less_than")
    for modifier in strict:
        assert not interval_of(Quantity(value=value, modifier=modifier)).meets(exact)


@given(st.sampled_from(LIKE), st.fractions(max_denominator=1000))
def test_conversion_goes_there_and_back(pair: tuple[str, str], value: Fraction) -> None:
    """Converting and converting back gives the very same number."""
    unit, other = pair
    assert Fraction(convert(convert(value, unit, other), other, unit)) == value


@pytest.mark.parametrize(
    ("value", "unit", "other", "wanted"),
    [
        (1, "mile", "km", Decimal("1.609344")),
        (100, "celsius", "fahrenheit", 212),
        (6, "week", "day", 42),
        (90, "km/h", "m/s", 25),
        (1, "tonne", "kg", 1000),
        (42, "gallon", "barrel", 1),
        (2, "year", "month", 24),
        (1, "hectare", "m2", 10_000),
        (8, "bit", "byte", 1),
        (1000, "permille", "percent", 100),
    ],
)
def test_conversions(value: int, unit: str, other: str, wanted: Number) -> None:
    """Well-known conversions are exact."""
    assert convert(value, unit, other) == wanted


@pytest.mark.parametrize(("unit", "other"), [("km", "kg"), ("month", "day"), ("parsec", "km"), ("item", "person")])
def test_what_cannot_be_converted_is_refused(unit: str, other: str) -> None:
    """Another dimension, a calendar unit in days and an unknown unit raise the library's error."""
    with pytest.raises(ClaimcheckError):
        convert(1, unit, other)


def test_factors_are_those_of_pint() -> None:
    """Wherever pint knows the unit, its factor agrees with ours to nine digits."""
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    names = {
        "m2": "meter**2", "km2": "kilometer**2", "m3": "meter**3", "km/h": "kilometer/hour", "mile2": "mile**2",
        "foot2": "foot**2", "foot3": "foot**3", "ml": "milliliter", "barrel": "oil_barrel", "tonne": "metric_ton",
        "kWh": "kilowatt_hour", "kilocalorie": "kilocalorie", "mile/h": "mile/hour", "knot": "knot",
        "hPa": "hectopascal",
        "mile": "mile", "foot": "foot", "inch": "inch", "yard": "yard", "acre": "acre", "hectare": "hectare",
        "gallon": "gallon", "ounce": "ounce", "pound": "pound", "carat": "carat", "atmosphere": "atmosphere",
        "nautical mile": "nautical_mile", "light year": "light_year", "cup": "cup", "tablespoon": "tablespoon",
        "teaspoon": "teaspoon", "fluid ounce": "fluid_ounce", "mmHg": "millimeter_Hg", "horsepower": "horsepower",
    }  # fmt: skip
    bases = {"volume": "liter", "area": "meter**2", "speed": "meter/second"}
    for ours, theirs in names.items():
        unit = units()[ours]
        base = bases.get(unit.dimension) or {"length": "meter", "mass": "kilogram", "energy": "joule", "power": "watt",
                                             "pressure": "pascal"}[unit.dimension]  # fmt: skip
        factor = registry.Quantity(1, theirs).to(base).magnitude
        relative = (
            1e-3 if ours in {"acre", "light year", "mmHg"} else 1e-9
        )  # survey foot, Julian year, water or mercury
        assert float(unit.factor) == pytest.approx(factor, rel=relative), ours


def count(value: Number, modifier: Modifier = "exact", **more: object) -> Quantity:
    return Quantity(value=value, modifier=modifier, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("نحو 6500 شخص", "6487 شخصا", "agree"),
        ("نحو 6500 شخص", "6900 شخص", "conflict"),
        ("29.2 مليون نسمة", "29,176,352 نسمة", "agree"),
        ("170 مدنيا", "173 مدنيا", "conflict"),
        ("36 قتيلا", "63 قتيلا", "conflict"),
        ("أكثر من 40 في المئة", "أقل من 40 في المئة", "conflict"),
        ("أكثر من 100 شخص", "100 شخص", "agree"),
        ("أكثر من 100 شخص", "112 شخصا", "agree"),
        ("أكثر من 100 شخص", "500 شخص", "conflict"),
        ("24 قتيلا على الأقل", "40 قتيلا على الأقل", "conflict"),
        ("بين 10 و20 شخصا", "15 شخصا", "agree"),
        ("بين 10 و20 شخصا", "25 شخصا", "conflict"),
        ("1.3 مليار دولار", "1.3 تريليون دولار", "conflict"),
        ("1.5 مليون طن", "1,487,000 طن", "agree"),
        ("58.2 في المئة", "58.22 في المئة", "agree"),
        ("5.2 في المئة", "5.9 في المئة", "conflict"),
        ("85 مليون دولار", "85 مليون يورو", "conflict"),
        ("85 مليون دولار", "70 مليون يورو", "incomparable"),
        ("95 ميلا في الساعة", "95 كيلومترا في الساعة", "conflict"),
        ("100 ميل", "161 كيلومترا", "agree"),
        ("120 ألف هكتار", "120 ألف فدان", "conflict"),
        ("5 أطنان", "5 كيلومترات", "incomparable"),
        ("نصف المقاعد", "50 في المئة", "agree"),
        ("3 نقاط مئوية", "3 في المئة", "incomparable"),
        ("6 أسابيع", "42 يوما", "agree"),
        ("48 ساعة", "يومين", "agree"),
        ("90 يوما", "3 أشهر", "agree"),
        ("90 يوما", "ستة أشهر", "conflict"),
        ("18 شهرا", "عامين", "conflict"),
        ("سنة", "365 يوما", "agree"),
        ("عام ونصف", "18 شهرا", "agree"),
        ("2-1", "1-2", "agree"),
        ("2-1", "3-1", "conflict"),
        ("المركز الثالث", "المركز الرابع", "conflict"),
        ("المركز الثالث", "3 مراكز", "incomparable"),
        ("الـ28 من عمره", "28 عاما", "agree"),
        ("2,464 مسكنا", "2464 مسكنا", "agree"),
    ],
)
def test_levels(a: str, b: str, outcome: str) -> None:
    """What news does to figures agrees, what contradicts conflicts, what measures something else is not compared."""
    assert compare_quantities(parse_quantity(a), parse_quantity(b)).outcome == outcome


def test_two_formats_of_one_number_never_conflict() -> None:
    """A number whose other reading is the other number agrees with it."""
    ambiguous = count(2464, alternatives=(count(Decimal("2.464")),))
    assert compare_quantities(ambiguous, count(Decimal("2.464"))).outcome == "agree"


def test_an_inferred_currency_is_no_conflict() -> None:
    """Where a country was only inferred, another country of the same noun does not contradict."""
    money: Kind = "money"
    one = Quantity(value=5, unit="KWD", kind=money, noun="دينار", inferred=(Inferred("currency", "KWD", "الكويت"),))
    other = Quantity(value=5, unit="JOD", kind=money, noun="دينار")
    assert compare_quantities(one, other).outcome == "agree"
    assert compare_quantities(Quantity(value=5, unit="KWD", kind=money, noun="دينار"), other).code == "unit"


def test_helpers_state_values_plainly() -> None:
    """Ends of intervals are canonical numbers, values print as decimals, rates are composed units."""
    assert interval(count(6500, "about")) == (6175, 6825)
    assert interval(count(3, "less_than")) == (None, 3)
    assert plain(Decimal("2.50")) == "2.50"
    assert plain(Fraction(1, 3)) == "1/3"
    assert unit_named("m/min") is not None
    assert unit_named("person") is None
    assert duration_bounds("P1M", "day") == (28, 31)


def test_a_quantity_without_a_value_has_no_interval() -> None:
    """A mixed duration that only its ISO form states is refused by name."""
    with pytest.raises(ClaimcheckError):
        interval_of(Quantity(value=None, kind="duration", unit="year", iso="P1Y20D"))
