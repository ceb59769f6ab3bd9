"""From a text to its claims: runs every recogniser once, in order, and builds the claims of their mentions."""

from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Document, Extraction
from claimcheck.text.quotes import quotations
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens


@cache
def _recogniser(module: str, function: str) -> Any:
    """Load a recogniser; one that does not exist yet finds nothing."""
    try:
        return getattr(import_module(f"claimcheck.recognizers.{module}"), function)
    except (ImportError, AttributeError):
        return lambda *_: []


def extract(text: str | Document, published: date | None = None) -> Extraction:
    """Read everything that can be checked from one document: who said what, figures, times and claims.

    A ``Document``'s own date wins over ``published``. The empty text gives an empty extraction; lone surrogates are
    accepted. Spans point into the original text.

    >>> [claim.predicate for claim in extract("").claims]
    []
    """
    document = _document(text, published)
    tokens = Tokens.of(document.text)
    numbers = _recogniser("numbers", "recognize_numbers")(tokens)
    times = _recogniser("times", "recognize_times")(tokens, numbers, document.published)
    quantities = _recogniser("quantities", "recognize_quantities")(tokens, numbers, times)
    names = _recogniser("names", "recognize_names")(tokens)
    parts = sentences(tokens)
    attributions = _recogniser("attributions", "recognize_attributions")(tokens, parts, quotations(tokens), names)
    claims = _recogniser("clauses", "build_claims")(tokens, parts, attributions, quantities, times, names)
    return Extraction(
        document=document,
        attributions=tuple(attributions),
        quantities=tuple(quantities),
        times=tuple(times),
        claims=tuple(claims),
    )


def _document(text: str | Document, published: date | None) -> Document:
    """Wrap a text as a document; a document without a date takes ``published``."""
    if isinstance(text, Document):
        if text.published is not None or published is None:
            return text
        from attrs import evolve

        return evolve(text, published=published)
    if not isinstance(text, str):
        raise ClaimcheckError("a text or a Document is needed", where=excerpt(repr(text)))
    return Document(text=text, published=published)
