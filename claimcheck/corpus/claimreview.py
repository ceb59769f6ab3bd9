"""Reviews of fact-checkers (schema.org's ClaimReview) as evidence.

A claim that was found true is evidence like any other text. One that was found false is stored with every claim of it
reversed, so that whoever repeats it is refuted. Where the rating is something between, the text is found by ``search``
and is evidence for nothing.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal

from attrs import evolve, frozen

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon import forms, load
from claimcheck.model.claims import Document, Extraction
from claimcheck.text.tokens import Tokens

Rating = Literal["true", "false", "open"]


@frozen
class Reviewed:
    """A text that somebody has checked, and what came of it."""

    document: Document
    rating: Rating


def is_review(record: Mapping[str, Any]) -> bool:
    """Tell whether a record is a ClaimReview."""
    return isinstance(record.get("claimReviewed"), str)


def review(record: Mapping[str, Any]) -> Reviewed:
    """Turn a ClaimReview into its document and rating; the reviewer is the source. An empty claim is refused.

    >>> record = {"claimReviewed": "خبر", "author": {"name": "مرصد"}, "reviewRating": {"alternateName": "غير صحيح"}}
    >>> review(record).rating, review(record).document.source
    ('false', 'مرصد')
    """
    if not record["claimReviewed"].strip():
        raise ClaimcheckError("the reviewed claim is empty")
    rating = record.get("reviewRating")
    rating = rating if isinstance(rating, Mapping) else {}
    author = record.get("author")
    name = author.get("name") if isinstance(author, Mapping) else author
    published = record.get("datePublished")
    url = record.get("url")
    document = Document(
        text=record["claimReviewed"],
        id=str(record.get("@id") or record.get("id") or url or "") or None,
        source=name or None,
        url=url or None,
        title=rating.get("alternateName") or None,
        published=published[:10] if isinstance(published, str) and published else None,
    )
    return Reviewed(document, read_rating(rating))


def read_rating(rating: Mapping[str, Any]) -> Rating:
    """Return what a reviewRating says: by its name, else by its place between the worst and the best value.

    >>> read_rating({"alternateName": "مضلل", "ratingValue": 1, "worstRating": 1, "bestRating": 5})
    'open'
    >>> read_rating({"ratingValue": "1", "worstRating": "1", "bestRating": "5"})
    'false'
    """
    name = rating.get("alternateName")
    if isinstance(name, str) and name.strip():
        return _named(name)
    try:
        value, worst, best = (Decimal(str(rating[key])) for key in ("ratingValue", "worstRating", "bestRating"))
    except (KeyError, InvalidOperation):
        return "open"
    if worst >= best or value not in (worst, best):
        return "open"
    return "true" if value == best else "false"


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = load("ratings")
    return forms(table["true"]), forms(table["false"]), forms(table["negations"])


def _named(name: str) -> Rating:
    """Return the rating that a name consists of; other words beside it leave it open."""
    true, false, negations = _lists()
    words = [word.norm for word in Tokens.of(name).words if word.shape != "mark"]
    reversed_ = bool(words) and words[0] in negations
    words = words[1:] if reversed_ else words
    if len(words) != 1 or words[0] not in true | false:
        return "open"
    return "true" if (words[0] in true) != reversed_ else "false"


def extracted(reviewed: Reviewed) -> Extraction:
    """Return what a reviewed text is evidence for."""
    from claimcheck.extraction import extract

    extraction = extract(reviewed.document)
    if reviewed.rating == "true":
        return extraction
    if reviewed.rating == "open":
        return Extraction(document=extraction.document)
    claims = tuple(
        evolve(claim, polarity="affirmed" if claim.polarity == "negated" else "negated") for claim in extraction.claims
    )
    return evolve(extraction, claims=claims)
