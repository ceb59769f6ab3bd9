"""Putting every part of both sides in exactly one row: best pairs first, then what is left over on either side."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Outcome, Row

A = TypeVar("A")


@frozen
class Level:
    """The first comparison level that was true of a pair: its label, what it means, and the code of a conflict."""

    label: str
    outcome: Outcome
    code: str | None = None


def best_pairs(
    first: Sequence[A], second: Sequence[A], score: Callable[[A, A], float | None]
) -> list[tuple[int, int, float]]:
    """Pair two sequences one to one, highest score first; pairs that score ``None`` never meet.

    Ties go to the pair whose positions differ least, so that the result does not depend on which side comes first.
    """
    scored = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            value = score(a, b)
            if value is not None:
                scored.append((-value, abs(i - j), i + j, i, j))
    scored.sort()
    used_first: set[int] = set()
    used_second: set[int] = set()
    pairs = []
    for negative, _, _, i, j in scored:
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append((i, j, -negative))
    return pairs


def pair_off(
    first: Sequence[A], second: Sequence[A], score: Callable[[A, A], float | None]
) -> tuple[list[tuple[A, A]], list[A], list[A]]:
    """Return the best pairs of two sequences, surest first, and what is left over on either side.

    >>> pair_off("abc", "cax", lambda a, b: 1.0 if a == b else None)
    ([('a', 'a'), ('c', 'c')], ['b'], ['x'])
    """
    pairs = best_pairs(first, second, score)
    taken, answered = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    return (
        [(first[i], second[j]) for i, j, _ in pairs],
        [a for i, a in enumerate(first) if i not in taken],
        [b for j, b in enumerate(second) if j not in answered],
    )


Part = tuple[str | None, Span | None]


def row(
    part: str,
    level: Level,
    claim: Iterable[Part] = (),
    evidence: Iterable[Part] = (),
    found: str | None = None,
    expected: str | None = None,
) -> Row:
    """Make a row of the parts of either side, each a text with its span."""
    claim, evidence = tuple(claim), tuple(evidence)
    return Row(
        part=part,
        outcome=level.outcome,
        level=level.label,
        code=level.code if level.outcome == "conflict" else None,
        claim_texts=tuple(text or "" for text, _ in claim),
        claim_spans=tuple(span for _, span in claim if span is not None),
        evidence_texts=tuple(text or "" for text, _ in evidence),
        evidence_spans=tuple(span for _, span in evidence if span is not None),
        found=found,
        expected=expected,
    )


def turned(one: Row) -> Row:
    """Return a row with its sides turned round."""
    return evolve(
        one,
        claim_texts=one.evidence_texts,
        claim_spans=one.evidence_spans,
        evidence_texts=one.claim_texts,
        evidence_spans=one.claim_spans,
        found=one.expected,
        expected=one.found,
    )


LEFT = Level("no counterpart", "unmatched")
