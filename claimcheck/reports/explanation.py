"""The alignment behind a verdict as a text table: every part of both sides once, with the level that decided."""

from collections.abc import Sequence

from claimcheck.model.verdicts import Row, Verdict
from claimcheck.reports.bidi import isolate, pad, width
from claimcheck.reports.view import sides_of

_HEADER = ("part", "claim", "outcome", "evidence", "level")
_EMPTY = "—"
_GAP = "  "


def _side(texts: Sequence[str]) -> str:
    """Join the parts of one side; several together answer one of the other (a sum and its total)."""
    return " + ".join(isolate(text) for text in texts) or _EMPTY


def _cells(row: Row, many: bool) -> tuple[str, ...]:
    claim_texts, evidence_texts = sides_of(row)
    evidence = _side(evidence_texts)
    if many and row.evidence is not None and row.evidence_texts:
        evidence = f"[{row.evidence}] {evidence}"
    level = f"{row.level} ({row.code})" if row.code else row.level
    return (row.part, _side(claim_texts), row.outcome, evidence, level)


def table_text(rows: Sequence[tuple[str, ...]], header: tuple[str, ...]) -> str:
    """Lay rows out in columns as wide as their widest cell.

    >>> print(table_text([("value", "3")], ("part", "claim")))
    part   claim
    -----  -----
    value  3
    """
    lines = [header, *rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(header))]
    ruled = [header, tuple("-" * cells for cells in widths), *rows]
    joined = (_GAP.join(pad(cell, cells) for cell, cells in zip(line, widths, strict=True)) for line in ruled)
    return "\n".join(line.rstrip() for line in joined)


def explain_verdict(verdict: Verdict) -> str:
    """Tell how a verdict came about: its label and score, the references, and the rows in the order of the alignment.

    A part without a counterpart stands beside ``—``. Where there are several references, ``[i]`` names the one.
    """
    many = len(verdict.evidence) > 1
    lines = [f"{verdict.label}, score {verdict.score:.2f}"]
    for index, evidence in enumerate(verdict.evidence):
        document = evidence.document
        known = [document.id, document.source, str(document.published or "")] if document else []
        about = ", ".join(isolate(item) for item in known if item) or "reference without a document"
        lines.append(f"[{index}] {about}, score {evidence.score:.2f}")
    if verdict.rows:
        lines += ["", table_text([_cells(row, many) for row in verdict.rows], _HEADER)]
    return "\n".join(lines)
