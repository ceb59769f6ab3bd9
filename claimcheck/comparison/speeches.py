"""Who said it: speeches with the same content are aligned; their speakers and quotations are compared."""

from functools import lru_cache

from claimcheck.comparison.alignment import LEFT, Level, Part, best_pairs, row
from claimcheck.comparison.links import Links
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.overlap import Bag, mutual
from claimcheck.comparison.quotes import QuoteComparison, compare_quotes
from claimcheck.comparison.sides import Side, Speech
from claimcheck.comparison.terms import content_stems
from claimcheck.model.claims import Claim
from claimcheck.model.mentions import Name
from claimcheck.model.verdicts import Row
from claimcheck.recognizers.names import recognize_names
from claimcheck.text.tokens import Tokens

_SAME = Level("same speaker", "agree")
_COMPATIBLE = Level("compatible speaker", "agree")
_UNRESOLVED = Level("nothing tells the speakers apart", "null")
_OTHER = Level("another speaker of the same words", "conflict", "speaker")


def align_speeches(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each attribution of either side, and one for each quotation of speeches that meet."""
    first, second = list(claim.speeches), list(evidence.speeches)

    def score(a: Speech, b: Speech) -> float | None:
        shared = mutual(a.bag, b.bag)
        return (
            shared + 0.15 * (speaker_level(a, b).outcome == "agree") if shared >= links.settings.same_speech else None
        )

    pairs = best_pairs(first, second, score)
    rows = []
    for i, j, _ in pairs:
        a, b = first[i], second[j]
        level = speaker_level(a, b)
        if level.outcome != "agree":
            known = _speaks_elsewhere(a, b, second) or _speaks_elsewhere(b, a, first)
            known = known or (level is _OTHER and (_is_named(a, evidence) or _is_named(b, claim) or _verbatim(a, b)))
            level = _OTHER if known else _UNRESOLVED
        rows.append(row("source", level, [_part(a)], [_part(b)], _names(a), _names(b)))
    rows += [row("source", LEFT, claim=[_part(s)]) for i, s in enumerate(first) if i not in {i for i, _, _ in pairs}]
    rows += [
        row("source", LEFT, evidence=[_part(s)]) for j, s in enumerate(second) if j not in {j for _, j, _ in pairs}
    ]
    return rows


def _speaks_elsewhere(a: Speech, b: Speech, others: list[Speech]) -> bool:
    """Tell whether the speaker of ``a`` is another than that of ``b``: the other side lets both of them speak."""
    return any(
        speaker_level(a, other).outcome == "agree" and speaker_level(b, other).outcome != "agree" for other in others
    )


def _verbatim(a: Speech, b: Speech) -> bool:
    """Tell whether two speeches are one in nearly the same words, and their speakers no peers who say alike.

    Governors of two provinces condemn an attack in one wording; a minister does not repeat an envoy by chance.
    """
    first, second = content_stems(a.attribution.source.text or ""), content_stems(b.attribution.source.text or "")
    peers = bool(first and second) and first != second and first[0] == second[0]
    return not peers and min(a.bag.coverage(b.bag), b.bag.coverage(a.bag)) >= 0.8


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


def speaker_level(a: Speech, b: Speech) -> Level:
    """Compare the speakers of two speeches: every one of the shorter list must meet one of the longer."""
    small, large = sorted((_resolved(a, b), _resolved(b, a)), key=len)
    if not small:
        return _UNRESOLVED
    levels = [max((_grade(name, other) for other in large), default=0) for name in small]
    if min(levels) == 3:
        return _SAME
    if min(levels) == 2:
        return _COMPATIBLE
    return _UNRESOLVED if min(levels) == 1 else _OTHER


def _resolved(speech: Speech, other: Speech) -> tuple[str, ...]:
    """Return the speakers, an office put to the name that the other side gives its holder."""
    holders = [p.name for p in (*other.side.parties, *speech.side.parties) if p.name.title and p.name.kind == "person"]
    return tuple(_holder(name, holders) or name for name in speech.names)


def _holder(office: str, people: list[Name]) -> str | None:
    if _is_person(office):
        return None
    wanted = Bag(content_stems(office))
    for person in people:
        if len(wanted.stems) > 1 and Bag(content_stems(person.title or "")).coverage(wanted) >= 0.8:
            return person.canonical
    return None


def _grade(name: str, other: str) -> int:
    """3 same, 2 compatible, 1 cannot be told (a role against a name), 0 different."""
    compared = compare_names(name, other)
    if compared.level != "different":
        return 3 if compared.level == "same" else 2
    return 0 if _is_person(name) and _is_person(other) else 1


@lru_cache(maxsize=10_000)
def _is_person(name: str) -> bool:
    """Tell a named person from an office, an institution or an unnamed source."""
    return any(found.kind == "person" for found in recognize_names(Tokens.of(name)))


def align_quotes(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each quotation of either side."""
    first, second, settings = _quotes(claim), _quotes(evidence), links.settings

    def comparison(a: Part, b: Part) -> QuoteComparison:
        one_context = links.linked(_around(a, claim), _around(b, evidence))
        needed = settings.short_quote if one_context else settings.same_quote
        return compare_quotes(a[0] or "", b[0] or "", needed)

    def score(a: Part, b: Part) -> float | None:
        outcome = comparison(a, b).level.outcome
        return None if outcome == "null" else 1.0 + (outcome == "agree")

    rows, pairs = [], best_pairs(first, second, score)
    for i, j, _ in pairs:
        compared = comparison(first[i], second[j])
        found = "، ".join(word for word, _ in compared.changed) or None
        expected = "، ".join(word for _, word in compared.changed) or None
        rows.append(row("quote", compared.level, [first[i]], [second[j]], found, expected))
    rows += [row("quote", LEFT, claim=[q]) for i, q in enumerate(first) if i not in {i for i, _, _ in pairs}]
    rows += [row("quote", LEFT, evidence=[q]) for j, q in enumerate(second) if j not in {j for _, j, _ in pairs}]
    return rows


def _around(quote: Part, side: Side) -> Claim | None:
    """Return the clause that a quotation stands in: the first that it touches."""
    span = quote[1]
    return next((c for c in side.claims if c.span is not None and span is not None and c.span.overlaps(span)), None)


def _quotes(side: Side) -> list[Part]:
    return [(span.of(side.extraction.text), span) for span in side.quotes]
