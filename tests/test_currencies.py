"""Currencies: the generated table is current, every currency is read, and a bare noun finds its country."""

import pytest

from claimcheck import lexicon
from claimcheck.recognizers.quantities import find_quantities, parse_quantity

ROWS = [[cell.strip() for cell in line.split("|")] for line in lexicon.lines(lexicon.load("currencies")["currencies"])]
NAMES = [(code, name.strip()) for code, _, _, names in ROWS for name in names.split("/") if not name.strip().isascii()]


def test_the_table_is_current() -> None:
    """Generating the table again with the version of Babel that it names gives the same text."""
    babel = pytest.importorskip("babel")
    from importlib.resources import files

    from claimcheck.lexicon._generate_currencies import generate

    if babel.__version__ != lexicon.load("currencies")["version"]:
        pytest.skip("another version of Babel than the table was generated with")
    assert files("claimcheck.lexicon").joinpath("currencies.toml").read_text(encoding="utf-8") == generate()


@pytest.mark.parametrize(("code", "name"), NAMES, ids=[f"{code} {name}" for code, name in NAMES])
def test_every_currency_is_read(code: str, name: str) -> None:
    """A number before any CLDR name of a currency is money of its code, in digits and in words."""
    for text, value in ((f"15 {name}", 15), (f"خمسة {name}", 5), (f"3 ملايين {name}", 3_000_000)):
        found = parse_quantity(text)
        assert (found.value, found.unit, found.kind) == (value, code, "money")


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_codes_and_symbols_are_read(row: list[str]) -> None:
    """A code or a symbol stands behind the number or before it, with a space or without."""
    code, _, symbols, _ = row
    for sign in (code, *(symbol.replace("_", " ") for symbol in symbols.split())):
        for text in (f"5 {sign}", f"{sign} 5"):
            assert parse_quantity(text).unit == code


@pytest.mark.parametrize(
    ("text", "code", "origin"),
    [
        ("خصصت الكويت 5 ملايين دينار", "KWD", "الكويت"),
        ("خصص الأردن 5 ملايين دينار", "JOD", "الأردن"),
        ("في بيروت بلغ السعر 90 ألف ليرة", "LBP", "بيروت"),
        ("في لندن بلغ السعر 90 جنيها", "GBP", "لندن"),
        ("دفع 9 دنانير بحرينية ثم 3 دنانير", "BHD", "دنانير بحرينية"),
        ("في سنغافورة بلغ السعر 90 دولارا", "USD", "the usual currency of that name"),
        ("دفع 90 ريالا", "SAR", "the usual currency of that name"),
    ],
)
def test_a_bare_noun_takes_the_country_that_the_text_tells(text: str, code: str, origin: str) -> None:
    """The code of a bare dinar, lira or pound is inferred, and says from which words."""
    money = [found for found in find_quantities(text) if found.kind == "money"][-1]
    assert money.unit == code
    assert [(item.value, item.origin) for item in money.inferred if item.what == "currency"] == [(code, origin)]


def test_a_bare_noun_that_nothing_settles_is_its_own_unit() -> None:
    """A dinar of no country is a dinar, and nothing is claimed to be inferred."""
    found = parse_quantity("5 دنانير")
    assert (found.unit, found.inferred) == ("dinar", ())
