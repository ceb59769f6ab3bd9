"""The text of an article cut where claims and findings begin and end, so that each stretch can be underlined."""

from itertools import pairwise

from attrs import frozen

from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Label, Report

_WORST: tuple[Label, ...] = ("refuted", "supported", "not_enough_info")


@frozen(kw_only=True)
class Segment:
    """A stretch of text: the worst verdict of the claims over it, and the number of the finding whose part it is."""

    text: str
    label: Label | None = None
    claim: int | None = None
    finding: int | None = None


class _Sweep:
    """Spans with a value each, asked from left to right which of them cover a place."""

    def __init__(self, spans: list[tuple[Span, int]]) -> None:
        self._waiting = sorted(spans, reverse=True)
        self._open: list[tuple[Span, int]] = []

    def at(self, place: int) -> list[int]:
        while self._waiting and self._waiting[-1][0].start <= place:
            self._open.append(self._waiting.pop())
        self._open = [(span, value) for span, value in self._open if place < span.end]
        return [value for _, value in self._open]


def _pick(report: Report, claims: list[int]) -> int | None:
    """Return the claim that colours a stretch: the worst verdict, the shorter claim among equals."""
    if not claims:
        return None

    def weight(index: int) -> tuple[int, int]:
        verdict = report.verdicts[index]
        span = verdict.claim_span or Span(0, 0)
        return _WORST.index(verdict.label), span.end - span.start

    return min(claims, key=weight)


def segments(report: Report) -> list[list[Segment]]:
    """Return the article as paragraphs of segments; joined, the segments of all paragraphs are the text's lines."""
    text = report.extraction.text
    claims = [(v.claim_span, i) for i, v in enumerate(report.verdicts) if v.claim_span is not None]
    found = [(f.claim_span, n) for n, f in enumerate(report.findings, 1) if f.claim_span is not None]
    found += [(f.other_span, n) for n, f in enumerate(report.findings, 1) if f.other_span is not None]
    cuts = {0, len(text)}
    for span, _ in (*claims, *found):
        cuts.update((span.start, span.end))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    claims_at, found_at = _Sweep(claims), _Sweep(found)
    paragraphs: list[list[Segment]] = [[]]
    for start, end in pairwise(edges):
        index = _pick(report, claims_at.at(start))
        finding = min(found_at.at(start), default=None)
        label = report.verdicts[index].label if index is not None else None
        for number, line in enumerate(text[start:end].split("\n")):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Segment(text=line, label=label, claim=index, finding=finding))
    return [paragraph for paragraph in paragraphs if any(segment.text.strip() for segment in paragraph)]
