"""Generate ``currencies.toml`` from CLDR: ``python -m claimcheck.lexicon._generate_currencies``. Needs babel."""

from pathlib import Path

_HEADER = """\
# Currencies that are legal tender somewhere: ISO 4217 code | territories | symbols | Arabic names.
# Generated from CLDR as packaged in Babel {version}; do not edit: news usage is in money.toml.
# Regenerate with: python -m claimcheck.lexicon._generate_currencies

version = "{version}"
currencies = '''
{body}
'''
"""
_COUNTS = (1, 2, 3, 11, 100)  # one value of each Arabic plural category


def _tenders() -> dict[str, list[str]]:
    """Return the territories in which each currency is legal tender today."""
    from babel.core import get_global
    from babel.numbers import get_territory_currencies

    found: dict[str, list[str]] = {}
    for territory in sorted(get_global("territory_currencies")):
        for code in get_territory_currencies(territory, tender=True):
            found.setdefault(code, []).append(territory)
    return found


def generate() -> str:
    """Return the text of ``currencies.toml`` for the installed Babel."""
    import babel
    from babel.numbers import get_currency_name, get_currency_symbol

    lines = []
    for code, territories in sorted(_tenders().items()):
        names = {get_currency_name(code, count=count, locale="ar") for count in _COUNTS}
        symbols = {get_currency_symbol(code, locale).strip("\u200f") for locale in ("ar", "en")} - {code}
        written = " ".join(sorted("_".join(symbol.split()) for symbol in symbols))  # F CFA is one symbol
        cells = (code, " ".join(territories), written, " / ".join(sorted(names)))
        lines.append(" | ".join(cells))
    return _HEADER.format(version=babel.__version__, body="\n".join(lines))


if __name__ == "__main__":
    Path(__file__).with_name("currencies.toml").write_text(generate(), encoding="utf-8")
