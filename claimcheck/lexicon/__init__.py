"""Linguistic data: commented TOML tables, one loader, one way to look words up. No code per entry.

A table is read on first use. Long word lists stand in multi-line strings, a line an entry, with ``#`` comments;
``words`` and ``lines`` read those. ``Lookup`` answers for a token.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Word

T = TypeVar("T")


@cache
def load(table: str) -> dict[str, Any]:
    """Read ``claimcheck/lexicon/<table>.toml``, once."""
    resource = files(__package__).joinpath(f"{table}.toml")
    try:
        return tomllib.loads(resource.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ClaimcheckError(f"lexicon table {table!r} cannot be read", where=str(error)) from None


def lines(block: str) -> Iterator[str]:
    """Yield the lines of a multi-line word list, comments and blank lines left out."""
    for line in block.splitlines():
        entry = line.split("#", 1)[0].strip()
        if entry:
            yield entry


def words(block: str) -> Iterator[str]:
    """Yield the words of a multi-line word list, as written (not folded)."""
    for line in lines(block):
        yield from line.split()


def forms(block: str | Iterable[str]) -> frozenset[str]:
    """Return the folded words of a word list.

    >>> sorted(forms("إنّ  # with shadda"))
    ['ان']
    """
    return frozenset(fold(word) for word in (words(block) if isinstance(block, str) else block))


class Lookup(PerWord["tuple[str, T] | None"], Generic[T]):
    """What a lexicon says of a token: (proclitics, entry) of the first analysis of the word that it holds, or ``None``.

    Answers are kept per distinct word, so ``list(map(lookup.__getitem__, tokens.words))`` costs next to nothing.
    ``proclitics`` are those that may stand before an entry (``None``: any). Keys of ``entries`` are folded forms.
    """

    def __init__(self, entries: Mapping[str, T], proclitics: frozenset[str] | None = None) -> None:
        """Look up in ``entries``."""
        super().__init__()
        self.entries = entries
        self.proclitics = proclitics

    def read(self, word: Word) -> "tuple[str, T] | None":
        """Return the first analysis that is an entry."""
        for prefix, core in word.analyses:
            if core in self.entries and self.fits(prefix, self.entries[core]):
                return prefix, self.entries[core]
        return None

    def fits(self, prefix: str, entry: T) -> bool:
        """Tell whether an entry may stand behind these proclitics."""
        return self.proclitics is None or prefix in self.proclitics
