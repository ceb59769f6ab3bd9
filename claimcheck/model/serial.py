"""Results as plain JSON types: ``to_dict`` for readers, ``dumps`` and ``loads`` for a lossless way there and back.

``to_dict`` writes the documented shapes: spans as ``[start, end]``, numbers as decimal strings (``"1/3"`` where no
decimal is exact), dates as ISO 8601. The functions for extractions are written out by hand, because bulk work spends
its time there. ``dumps`` keeps every field, so ``loads(dumps(x)) == x``; its codec (``codec``) loads on first use.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.mentions import Attribution, Inferred, Name, Number, Quantity, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence, Finding, Report, Row, Verdict

Json = dict[str, Any]


def number_text(value: Number) -> str:
    """Write an exact number in Western digits, without an exponent.

    >>> number_text(1500000), number_text(Decimal("2.50E+3")), number_text(Fraction(1, 3))
    ('1500000', '2500', '1/3')
    """
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def _number(value: Number | None) -> str | None:
    return None if value is None else number_text(value)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()[:10]


def _attribution(a: Attribution) -> Json:
    source, cue, content = a.source, a.cue, a.content
    return {
        "span": [a.span.start, a.span.end],
        "text": a.text,
        "source": {"names": list(source.names), "text": source.text, "span": _span(source.span)},
        "cue": {"text": cue.text, "span": [cue.span.start, cue.span.end], "polarity": cue.polarity},
        "content": {"text": content.text, "span": [content.span.start, content.span.end]},
        "form": a.form,
    }


def _inferred(item: Inferred) -> Json:
    return {"what": item.what, "value": item.value, "origin": item.origin}


def _quantity(q: Quantity) -> Json:
    return {
        "span": _span(q.span),
        "text": q.text,
        "value": _number(q.value),
        "high": _number(q.high),
        "modifier": q.modifier,
        "unit": q.unit,
        "unit_text": q.unit_text,
        "kind": q.kind,
        "iso": q.iso,
        "alternatives": [_quantity(other) for other in q.alternatives],
        "inferred": [_inferred(item) for item in q.inferred],
    }


def _time(t: TimeExpression) -> Json:
    return {
        "span": _span(t.span),
        "text": t.text,
        "value": t.value,
        "type": t.type,
        "begin": _day(t.begin),
        "end": _day(t.end),
        "shift": t.shift,
    }


def _name(n: Name) -> Json:
    return {"text": n.text, "span": _span(n.span), "canonical": n.canonical, "role": n.role, "kind": n.kind}


def _claim(c: Claim) -> Json:
    return {
        "span": _span(c.span),
        "text": c.text,
        "predicate": c.predicate,
        "polarity": c.polarity,
        "direction": c.direction,
        "mood": c.mood,
        "attribution": c.attribution,
        "quantities": list(c.quantities),
        "times": list(c.times),
        "names": [_name(name) for name in c.names],
    }


def _extraction(e: Extraction) -> Json:
    return {
        "attributions": [_attribution(a) for a in e.attributions],
        "quantities": [_quantity(q) for q in e.quantities],
        "times": [_time(t) for t in e.times],
        "claims": [_claim(c) for c in e.claims],
    }


def _document(d: Document) -> Json:
    return {"id": d.id, "source": d.source, "url": d.url, "title": d.title, "published": _day(d.published)}


def _full_document(d: Document) -> Json:
    return {"text": d.text, **_document(d)}


def _evidence(e: Evidence) -> Json:
    document = None if e.document is None else _document(e.document)
    return {"text": e.text, "score": e.score, "span": _span(e.span), "document": document}


def _row(r: Row) -> Json:
    return {
        "part": r.part,
        "outcome": r.outcome,
        "level": r.level,
        "claim_texts": list(r.claim_texts),
        "claim_spans": [[s.start, s.end] for s in r.claim_spans],
        "evidence": r.evidence,
        "evidence_texts": list(r.evidence_texts),
        "evidence_spans": [[s.start, s.end] for s in r.evidence_spans],
        "code": r.code,
        "expected": r.expected,
        "found": r.found,
    }


def _finding(f: Finding) -> Json:
    shape: Json = {
        "code": f.code,
        "message": f.message,
        "message_ar": f.message_ar,
        "claim_span": _span(f.claim_span),
        "evidence": f.evidence,
        "evidence_span": _span(f.evidence_span),
        "expected": f.expected,
        "found": f.found,
        "level": f.level,
        "scope": f.scope,
    }
    if f.scope == "internal":
        shape["other_span"] = _span(f.other_span)
    return shape


def _verdict(v: Verdict) -> Json:
    return {
        "label": v.label,
        "score": v.score,
        "findings": [_finding(f) for f in v.findings],
        "rows": [_row(r) for r in v.rows],
        "evidence": [_evidence(e) for e in v.evidence],
    }


def _report(r: Report) -> Json:
    extraction = _extraction(r.extraction)
    claims = extraction["claims"]
    verdicts = []
    for verdict in r.verdicts:
        index = verdict.claim_index
        plain = {"span": _span(verdict.claim_span), "text": verdict.claim}
        verdicts.append({"claim": plain if index is None else {"index": index, **claims[index]}, **_verdict(verdict)})
    findings = [{**_finding(f), "claim": f.claim} for f in r.findings]
    return {"extraction": extraction, "verdicts": verdicts, "findings": findings}


_SHAPES: dict[type, Callable[[Any], Any]] = {
    Extraction: _extraction,
    Attribution: _attribution,
    Quantity: _quantity,
    TimeExpression: _time,
    Name: _name,
    Claim: _claim,
    Document: _full_document,
    Evidence: _evidence,
    Row: _row,
    Finding: _finding,
    Verdict: _verdict,
    Report: _report,
    Span: _span,
    int: number_text,
    Decimal: number_text,
    Fraction: number_text,
    date: _day,
    str: str,
    float: float,
    bool: bool,
    type(None): lambda _: None,
}


def to_dict(value: Any) -> Any:
    """Return a result of the library, or a list of results, as plain JSON types.

    An exact number becomes its decimal string, a date its ISO form. Anything that is no result raises
    ``ClaimcheckError``.

    >>> to_dict(Quantity(value=2000, modifier="about", unit="person"))["value"]
    '2000'
    """
    shape = _SHAPES.get(type(value))
    if shape is not None:
        return shape(value)
    if isinstance(value, (list, tuple)):
        return [to_dict(item) for item in value]
    if attrs.has(type(value)):
        return {f.name: to_dict(getattr(value, f.name)) for f in attrs.fields(type(value)) if f.name[0] != "_"}
    raise ClaimcheckError(f"no result of claimcheck: {type(value).__name__}", where=excerpt(repr(value)[:200]))


def dumps(value: Any) -> str:
    """Write any result as JSON from which ``loads`` restores it, every field kept.

    The text is printable: control characters and lone surrogates are escaped. A number, a date and a list of results
    may be written too.

    >>> loads(dumps(Quantity(value=Fraction(1, 3), unit="year")))
    Quantity(value=Fraction(1, 3), ... unit='year', ...)
    """
    from claimcheck.model.codec import encode

    return encode(value)


def loads(string: str) -> Any:
    """Restore what ``dumps`` wrote. Text that is no such JSON raises ``ClaimcheckError`` with the place in it."""
    from claimcheck.model.codec import decode

    return decode(string)
