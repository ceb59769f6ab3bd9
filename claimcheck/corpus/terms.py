"""What a passage is found by: the stems of its content words, and typed keys of what was read in it.

    u:person=4    a figure of that unit with four digits before the point
    v:1960        a figure of exactly that value
    d:2020.09     a time within that month; d:2020 within that year
    n:بوتين       a name, by its key
    s:بوتين       a word of a speaker's name

Terms are escaped to what the index takes for one word: every ASCII character but lower-case letters, digits and the
point becomes ``=`` and its code, so that no two terms fall together.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from claimcheck.comparison.terms import is_content
from claimcheck.model.claims import Claim, Extraction
from claimcheck.model.mentions import Name, Number, Quantity, TimeExpression
from claimcheck.model.serial import number_text
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens, Word

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.")
_ESCAPES = {code: f"={code:02x}" for code in range(128) if chr(code) not in _PLAIN}

# A time that covers more months than this is found by its years alone, one of more years than this not at all.
_MOST_MONTHS = 3
_MOST_YEARS = 10


def escape(term: str) -> str:
    """Return a term as the index stores it.

    >>> escape("covid_19"), escape("وزير")
    ('covid=5f19', 'وزير')
    """
    return term.translate(_ESCAPES)


def word_terms(words: Iterable[Word]) -> Iterator[str]:
    """Yield the terms of tokens: stems of content words, values of numerals."""
    for word in words:
        if word.shape == "number":
            yield f"v:{escape(word.norm.replace(',', ''))}"
        elif is_content(word):
            yield escape(word.stem)


def claim_terms(claim: Claim, extraction: Extraction) -> Iterator[str]:
    """Yield everything that a claim is found by: its own stems and the keys of its parts."""
    yield from (escape(term) for term in claim.terms if term)
    for index in claim.quantities:
        yield from quantity_keys(extraction.quantities[index])
    for index in claim.times:
        yield from time_keys(extraction.times[index])
    yield from map(name_key, claim.names)
    if claim.attribution is not None:
        yield from speaker_keys(extraction.attributions[claim.attribution].source.names)


def magnitude(value: Number) -> int:
    """Return the number of digits before the point.

    >>> magnitude(1960), magnitude(-6500), magnitude(0)
    (4, 4, 0)
    """
    return len(str(abs(int(value)))) if int(value) else 0


def quantity_keys(quantity: Quantity) -> Iterator[str]:
    """Yield the keys of a figure: its value, and its unit with the order of magnitude."""
    if quantity.value is None:
        return
    yield f"v:{escape(number_text(quantity.value))}"
    yield f"u:{escape(quantity.unit)}={magnitude(quantity.value)}"


def next_magnitudes(key: str) -> Iterator[str]:
    """Yield the keys of the orders of magnitude next to that of a unit key.

    >>> list(next_magnitudes("u:person=4"))
    ['u:person=3', 'u:person=5']
    """
    unit, _, digits = key.rpartition("=")
    yield f"{unit}={int(digits) - 1}"
    yield f"{unit}={int(digits) + 1}"


def time_keys(time: TimeExpression) -> Iterator[str]:
    """Yield the keys of the months, if they are few, and of the years that a time covers."""
    if time.begin is None or time.end is None or time.end <= time.begin:
        return
    last = time.end - timedelta(days=1)
    if last.year - time.begin.year >= _MOST_YEARS:
        return
    months = list(_months(time.begin, last))
    if len(months) <= _MOST_MONTHS:
        yield from (f"d:{year:04}.{month:02}" for year, month in months)
    yield from (f"d:{year:04}" for year in range(time.begin.year, last.year + 1))


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def name_key(name: Name) -> str:
    """Return the key of a name."""
    return f"n:{escape((name.key or fold(name.canonical)).replace(' ', '.'))}"


def speaker_keys(names: Iterable[str]) -> Iterator[str]:
    """Yield the keys of the words of speakers' names.

    >>> list(speaker_keys(["فلاديمير بوتين"]))
    ['s:فلاديمير', 's:بوتين']
    """
    for name in names:
        yield from (f"s:{escape(word.norm)}" for word in Tokens.of(name).words if is_content(word))
