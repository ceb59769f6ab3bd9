"""Speeches with the same content are aligned; their speakers and quotations are compared."""

from claimcheck.comparison.alignment import LEFT, Part, pair_off, row
from claimcheck.comparison.links import Links
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.overlap import mutual
from claimcheck.comparison.quotes import QuoteComparison, compare_quotes
from claimcheck.comparison.sides import Side, Speech
from claimcheck.comparison.speakers import OTHER, UNRESOLVED, is_somebody, speaker_level
from claimcheck.comparison.terms import content_stems
from claimcheck.model.claims import Claim
from claimcheck.model.verdicts import Row


def align_speeches(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each attribution of either side, and one for each quotation of speeches that meet."""
    first, second = list(claim.speeches), list(evidence.speeches)

    def score(a: Speech, b: Speech) -> float | None:
        shared = mutual(a.bag, b.bag)
        return (
            shared + 0.15 * (speaker_level(a, b).outcome == "agree") if shared >= links.settings.same_speech else None
        )

    pairs, silent, unheard = pair_off(first, second, score)
    rows = []
    for a, b in pairs:
        level = speaker_level(a, b)
        if level.outcome != "agree":
            known = _speaks_elsewhere(a, b, second) or _speaks_elsewhere(b, a, first)
            known = known or (level is OTHER and (_is_named(a, evidence) or _is_named(b, claim) or _verbatim(a, b)))
            level = OTHER if known else UNRESOLVED
        rows.append(row("source", level, [_part(a)], [_part(b)], _names(a), _names(b)))
    rows += [row("source", LEFT, claim=[_part(speech)]) for speech in silent]
    rows += [row("source", LEFT, evidence=[_part(speech)]) for speech in unheard]
    return rows


def _speaks_elsewhere(a: Speech, b: Speech, others: list[Speech]) -> bool:
    """Tell whether the speaker of ``a`` is another than that of ``b``: the other side lets both of them speak.

    Only persons and holders of offices: what an institution says, its spokesman says.
    """
    if not (is_somebody(a) and is_somebody(b)):
        return False
    return any(
        speaker_level(a, other).outcome == "agree" and speaker_level(b, other).outcome != "agree" for other in others
    )


def _verbatim(a: Speech, b: Speech) -> bool:
    """Tell whether two speeches are one in nearly the same words, and their speakers no peers who say alike.

    Governors of two provinces condemn an attack in one wording; a minister does not repeat an envoy by chance.
    """
    first, second = _office(a), _office(b)
    peers = bool(first and second) and first != second and first[0] == second[0]
    return not peers and min(a.bag.coverage(b.bag), b.bag.coverage(a.bag)) >= 0.8


def _office(speech: Speech) -> tuple[str, ...]:
    """Return the stems of what a speaker is called, the name left out."""
    names = {stem for name in speech.names for stem in content_stems(name)}
    return tuple(stem for stem in content_stems(speech.attribution.source.text or "") if stem not in names)


def _is_named(speech: Speech, side: Side) -> bool:
    """Tell whether a side names a speaker anywhere: two people whom no text names together may well say the same."""
    return any(
        compare_names(name, party.name.canonical).level != "different"
        for name in speech.attribution.source.names
        for party in side.parties
        if party.name.kind == "person"
    )


def _part(speech: Speech) -> Part:
    source = speech.attribution.source
    return source.text or _names(speech), source.span or speech.attribution.cue.span


def _names(speech: Speech) -> str:
    return "، ".join(speech.attribution.source.names)


def align_quotes(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each quotation of either side."""
    first, second, settings = _quotes(claim), _quotes(evidence), links.settings

    only_ones = len(first) == len(second) == 1 and mutual(claim.bag, evidence.bag) >= settings.same_event

    def comparison(a: Part, b: Part) -> QuoteComparison:
        one_context = only_ones or links.linked(_around(a, claim), _around(b, evidence))
        needed = settings.short_quote if one_context else settings.same_quote
        return compare_quotes(a[0] or "", b[0] or "", needed)

    def score(a: Part, b: Part) -> float | None:
        outcome = comparison(a, b).level.outcome
        return None if outcome == "null" else 1.0 + (outcome == "agree")

    rows = []
    pairs, first, second = pair_off(first, second, score)
    for a, b in pairs:
        compared = comparison(a, b)
        found = "، ".join(word for word, _ in compared.changed) or None
        expected = "، ".join(word for _, word in compared.changed) or None
        rows.append(row("quote", compared.level, [a], [b], found, expected))
    rows += [row("quote", LEFT, claim=[quote]) for quote in first]
    rows += [row("quote", LEFT, evidence=[quote]) for quote in second]
    return rows


def _around(quote: Part, side: Side) -> Claim | None:
    """Return the clause that a quotation stands in: the first that it touches."""
    span = quote[1]
    return next((c for c in side.claims if c.span is not None and span is not None and c.span.overlaps(span)), None)


def _quotes(side: Side) -> list[Part]:
    return [(span.of(side.extraction.text), span) for span in side.quotes]
