"""How one sequence of words becomes another: stretches that are kept, replaced word by word, dropped or added."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein


class Edit(NamedTuple):
    """One stretch: ``equal``, ``replace`` (of one length), ``delete`` or ``insert``, as ranges of both sequences."""

    tag: str
    i1: int
    i2: int
    j1: int
    j2: int


def edits(first: Sequence[str], second: Sequence[str]) -> list[Edit]:
    """Return the fewest edits that turn ``first`` into ``second``, in order.

    >>> [edit.tag for edit in edits(["a", "b", "c"], ["a", "x", "c", "d"])]
    ['equal', 'replace', 'equal', 'insert']
    """
    found = Levenshtein.opcodes(first, second)
    return [Edit(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in found]
