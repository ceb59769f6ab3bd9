"""Bars of the pictures, and the compared rows that they are drawn from.

Geometry only: positions in percent of the width. The values are those that the rows state, so what is drawn is what
was compared.
"""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.verdicts import Report, Row

MOST = 40  # lines of a picture


@frozen(kw_only=True)
class Band:
    """All values that a figure may stand for, from ``start`` on a scale of 0 to 100."""

    start: float
    width: float


@frozen(kw_only=True)
class Bar:
    """A bar on a scale of 0 to 100; ``value`` is what it stands for, ``band`` the interval of an inexact one."""

    start: float
    width: float
    value: str
    text: str
    band: Band | None = None


@frozen(kw_only=True)
class Pair:
    """A line of a picture: the claim's bar and the reference's, and the finding that came of it."""

    label: str
    claim: Bar
    reference: Bar
    agree: bool
    finding: int | None = None


def joined(texts: tuple[str, ...]) -> str:
    """Write the parts of one side; several together answer one of the other."""
    return " + ".join(texts)


def compared(report: Report, part: str) -> Iterator[tuple[Row, int | None]]:
    """Yield the rows of a kind that were compared, each once, with the number of the finding that came of it."""
    numbers = {(f.claim_span, f.code, f.expected): n for n, f in enumerate(report.findings, 1)}
    seen = set()
    for verdict in report.verdicts:
        for row in verdict.rows:
            # Of the references that agree one is enough to see.
            key = (row.claim_spans, row.found, None if row.outcome == "agree" else row.expected)
            if row.part != part or row.outcome not in ("agree", "conflict") or key in seen:
                continue
            seen.add(key)
            number = numbers.get((row.claim_spans[0], row.code or "", row.expected)) if row.claim_spans else None
            yield row, number
