"""A document made ready for the file: checked, extracted, cut into passages, packed; in any process."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from claimcheck.corpus.claimreview import Rating, Reviewed, extracted
from claimcheck.corpus.codec import pack
from claimcheck.corpus.schema import MAX_TEXT
from claimcheck.corpus.terms import claim_terms, magnitude, word_terms
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.serial import number_text
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens

# What can be stored, and as what it came.
Item = Document | Extraction | Reviewed
Origin = Literal["text", "values"] | Rating

# A sentence of more tokens is cut: running text without full stops would be one passage that answers everything.
_PASSAGE_TOKENS = 80


@frozen
class Passage:
    """What is found: its place in the text (null for a title and for figures), its claims, its terms."""

    start: int | None
    stop: int | None
    claims: tuple[int, ...]
    terms: tuple[str, ...]


@frozen
class Record:
    """The rows of one document."""

    document: Document
    origin: Origin
    passages: tuple[Passage, ...]
    claims: tuple[tuple[object, ...], ...]
    packed: bytes


def prepare(item: Item, max_text: int = MAX_TEXT) -> Record:
    """Make one document, a reviewed one, or an extraction that came without a text, ready to be stored.

    Raises ``ClaimcheckError`` for a text over ``max_text`` bytes and for lone surrogates.
    """
    origin: Origin = "text"
    if isinstance(item, Extraction):
        origin = "values"
        document = checked(item.document, max_text)
        extraction = evolve(item, document=document)
    elif isinstance(item, Reviewed):
        origin = item.rating
        document = checked(item.document, max_text)
        extraction = extracted(evolve(item, document=document))
    else:
        from claimcheck.extraction import extract

        document = checked(item, max_text)
        extraction = extract(document)
    return Record(
        document=document,
        origin=origin,
        passages=tuple(_passages(extraction)),
        claims=tuple(_row(position, claim, extraction) for position, claim in enumerate(extraction.claims)),
        packed=pack(extraction),
    )


def checked(document: Document, max_text: int = MAX_TEXT) -> Document:
    """Return the document with an id; refuse what cannot be stored."""
    if not isinstance(document, Document):
        raise ClaimcheckError("a Document is needed", where=excerpt(repr(document)[:200]))
    name = excerpt(str(document.id or document.title or document.text[:60]))
    size = sum(len(_encoded(document, field, name)) for field in ("id", "source", "url", "title", "text"))
    if size > max_text:
        raise ClaimcheckError(f"the document has {size:,} bytes, at most {max_text:,} are taken", where=name)
    if document.id is not None and not document.id.strip():
        raise ClaimcheckError("the id of the document is empty", where=name)
    return document if document.id is not None else evolve(document, id=_content_id(document))


def _encoded(document: Document, field: str, name: str) -> bytes:
    """Return a field as UTF-8; a lone surrogate has none."""
    value = getattr(document, field)
    if value is None:
        return b""
    if not isinstance(value, str):
        raise ClaimcheckError(f"the {field} of the document is no string", where=name)
    try:
        return value.encode()
    except UnicodeEncodeError as error:
        message = f"lone surrogate at {error.start} in the {field} of the document"
        raise ClaimcheckError(message, where=name.encode("utf-8", "replace").decode()) from None


def _content_id(document: Document) -> str:
    """Return the id of a document that came without one: a hash of what it says, so adding it twice changes nothing."""
    import hashlib

    parts = (document.source, document.url, document.title, document.published, document.text)
    return hashlib.sha256("\0".join(str(part or "") for part in parts).encode()).hexdigest()[:24]


def _passages(extraction: Extraction) -> Iterator[Passage]:
    """Yield the title of a text, its sentences, and claims without a text as passages, in order."""
    document = extraction.document
    if document.title and (document.text or not extraction.claims):
        title = tuple(dict.fromkeys(word_terms(Tokens.of(document.title).words)))
        yield Passage(None, None, (), title)
    tokens = Tokens.of(document.text)
    ranges = list(_cut(sentences(tokens)))
    places = [tokens.starts[first] for first, _ in ranges]
    claims = _claims_by_place(extraction.claims, places)
    for number, (first, stop) in enumerate(ranges):
        terms = dict.fromkeys(word_terms(tokens.words[first:stop]))
        for position in claims[number]:
            terms.update(dict.fromkeys(claim_terms(extraction.claims[position], extraction)))
        span = tokens.span(first, stop)
        yield Passage(span.start, span.end, tuple(claims[number]), tuple(terms))
    for position in claims[-1]:
        terms = dict.fromkeys(claim_terms(extraction.claims[position], extraction))
        yield Passage(None, None, (position,), tuple(terms))


def _cut(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of tokens, long ones in pieces."""
    for first, stop in ranges:
        for start in range(first, stop, _PASSAGE_TOKENS):
            yield start, min(start + _PASSAGE_TOKENS, stop)


def _claims_by_place(claims: tuple[Claim, ...], places: list[int]) -> dict[int, list[int]]:
    """Return the claims that begin in each passage; under -1 those without a text."""
    from bisect import bisect_right

    found: dict[int, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        number = -1 if claim.span is None or not places else max(0, bisect_right(places, claim.span.start) - 1)
        found[number].append(position)
    return found


def _row(position: int, claim: Claim, extraction: Extraction) -> tuple[object, ...]:
    """Return the typed fields of a claim for its row."""
    speaker = None
    if claim.attribution is not None:
        speaker = "، ".join(extraction.attributions[claim.attribution].source.names)
    figure = extraction.quantities[claim.quantities[0]] if claim.quantities else None
    time = extraction.times[claim.times[0]] if claim.times else None
    value = figure.value if figure else None
    return (
        position,
        claim.predicate,
        claim.polarity,
        speaker,
        figure.unit if figure else None,
        None if value is None else number_text(value),
        None if value is None else magnitude(value),
        time.begin.isoformat() if time and time.begin else None,
        time.end.isoformat() if time and time.end else None,
    )
