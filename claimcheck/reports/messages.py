"""The sentence of a finding in English and in Arabic, from its code and the two values. The wording is in a table."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from claimcheck.model.verdicts import Row
from claimcheck.reports.bidi import is_rtl, isolate

# How a comparison states a negated predicate.
_NOT = "not "

Language = Literal["en", "ar"]


@cache
def table(name: str) -> dict[str, Any]:
    """Read ``claimcheck/reports/<name>.toml``, once."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def worded(value: str | None, language: Language) -> str:
    """Return the value of a finding for a reader: labels of the library in words, other values as they are."""
    known = table("messages")["values"]
    if value is None or not value.strip():
        return str(known["nothing"][language])
    if value.startswith(_NOT):
        return f"{known['not'][language]} {value.removeprefix(_NOT)}"
    return str(known[value][language]) if value in known else value


def _value(value: str | None, language: Language) -> str:
    if value is not None and value.startswith(_NOT):
        return f"{table('messages')['values']['not'][language]} {_value(value.removeprefix(_NOT), language)}"
    words = worded(value, language)
    if value is None or words != value:
        return words
    quoted = isolate(value, language)
    if language == "ar":
        return f"«{quoted}»"
    return f"“{quoted}”" if is_rtl(value) else quoted


def message(
    code: str,
    expected: str | None,
    found: str | None,
    *,
    scope: str = "corpus",
    language: Language = "en",
) -> str:
    """Return the sentence of a finding. An unknown ``code`` gets the general one; ``scope`` is that of the finding.

    >>> message("value", "1960", "5000")
    'The claim gives 5000, but the reference gives 1960.'
    >>> message("duration", "خمس سنوات", "عشر سنوات", language="ar")
    'المدة في النص «عشر سنوات»، وهي في المرجع «خمس سنوات».'
    """
    sentences = table("messages")[scope]
    template: str = sentences.get(code, sentences["other"])[language]
    return template.format(found=_value(found, language), expected=_value(expected, language))


def spoken(row: Row) -> tuple[str | None, str | None]:
    """Return what a sentence says of a conflict, as (expected, found): for figures and dates the words of both texts.

    A date that its words leave open (أمس) has its value beside them. Other parts are told by their compared values.
    """
    sides = ((row.expected, row.evidence_texts), (row.found, row.claim_texts))
    expected, found = (_in_words(row.part, value, texts) for value, texts in sides)
    return expected, found


def _in_words(part: str, value: str | None, texts: tuple[str, ...]) -> str | None:
    words = " + ".join(filter(None, texts))
    if not words or part not in ("quantity", "time"):
        return value or words or None
    dated = part == "time" and value is not None and value[:4].isdecimal() and value[:4] not in words
    return f"{words} ({value})" if dated else words


def messages(code: str, expected: str | None, found: str | None, *, scope: str = "corpus") -> tuple[str, str]:
    """Return the sentence in English and in Arabic, as ``Finding.message`` and ``Finding.message_ar`` take them."""
    return (
        message(code, expected, found, scope=scope, language="en"),
        message(code, expected, found, scope=scope, language="ar"),
    )
