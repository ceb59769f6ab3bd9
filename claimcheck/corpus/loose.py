"""Loose writing in queries: what posts carry that no article does is taken off, and typing errors are met half-way.

Only queries are loosened; what is stored stays as it was written.
"""

import re
import sqlite3
from collections.abc import Mapping
from functools import cache

from claimcheck.lexicon import forms, load
from claimcheck.text.orthography import fold

# Links, mentions of users, and letters drawn out for emphasis.
_NOISE = re.compile(r"https?://\S+|www\.\S+|@\w+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

# Unknown terms for which like ones are sought, and how many terms with the same beginning are looked at for each.
_MOST_UNKNOWN = 8
_MOST_ALIKE = 500
_SHORTEST = 4
# From this likeness (of 100) a term stands for another, at this part of its weight.
_ALIKE = 80
_SHARE = 0.6


def plain(text: str) -> str:
    """Return a post without links, mentions, drawn-out letters and dialect particles.

    >>> plain("كبيييييير @user #قره_باغ عالحدود اللي https://t.co/x")
    'كبير #قره_باغ الحدود'
    """
    words = _DRAWN_OUT.sub(r"\1", _NOISE.sub(" ", text)).split()
    return " ".join(_unjoined(word) for word in words if fold(word) not in _particles())


@cache
def _particles() -> frozenset[str]:
    return forms(load("loose")["words"])


@cache
def _joined() -> tuple[str, ...]:
    return tuple(forms(load("loose")["joined"]))


def _unjoined(word: str) -> str:
    """Take a joined particle off, but not its article."""
    for particle in _joined():
        if word.startswith(particle) and len(word) >= len(particle) + 3:
            return word[len(particle) - 2 :]
    return word


def respelled(connection: sqlite3.Connection, weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights with terms of the corpus that are spelled almost like those that it does not know."""
    words = [term for term in weights if len(term) >= _SHORTEST and ":" not in term]
    marks = ",".join("?" * len(words))
    known = {term for (term,) in connection.execute(f"SELECT term FROM terms WHERE term IN ({marks})", words)}
    found = dict(weights)
    for term in [word for word in words if word not in known][:_MOST_UNKNOWN]:
        for other in _alike(connection, term):
            found.setdefault(other, _SHARE * weights[term])
            found.pop(term, None)
    return found


def _alike(connection: sqlite3.Connection, term: str) -> list[str]:
    """Return up to two terms with the same first letters that are most like ``term``."""
    from rapidfuzz import fuzz, process

    start = term[: max(2, len(term) // 2)]
    select = "SELECT term FROM terms WHERE term >= ? AND term < ? ORDER BY term LIMIT ?"
    near = [other for (other,) in connection.execute(select, (start, start + "\U0010ffff", _MOST_ALIKE))]
    return [other for other, *_ in process.extract(term, near, scorer=fuzz.ratio, limit=2, score_cutoff=_ALIKE)]
