"""From a claim, or any text, to the weighted terms that it is looked up by."""

from collections.abc import Iterable

from claimcheck.corpus.loose import plain
from claimcheck.corpus.terms import claim_terms, word_terms
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Claim, Extraction
from claimcheck.text.tokens import Tokens

Query = dict[str, float]

# What the neighbours of a claim weigh: they name what an elliptic clause is about.
_CONTEXT = 0.3
# Neighbouring claims on either side.
_NEAR = 2


def claim_query(claim: Claim, extraction: Extraction) -> Query:
    """Return the terms of a claim at full weight, and those around it at a part of it."""
    query: Query = dict.fromkeys(claim_terms(claim, extraction), 1.0)
    for term in _around(claim, extraction):
        query.setdefault(term, _CONTEXT)
    return query


def _around(claim: Claim, extraction: Extraction) -> Iterable[str]:
    """Yield the terms of the claims next to one, and of the title."""
    try:
        place = extraction.claims.index(claim)
    except ValueError:
        raise ClaimcheckError("the claim is not one of the extraction's", where=str(claim.text)) from None
    for other in extraction.claims[max(0, place - _NEAR) : place + _NEAR + 1]:
        yield from claim_terms(other, extraction)
    if extraction.document.title:
        yield from word_terms(Tokens.of(extraction.document.title).words)


def text_query(text: str) -> Query:
    """Return the terms of any text, however loose: its words and everything that is read in it.

    >>> sorted(text_query("انفجاااار #المرفأ 🔥"))
    ['انفجار', 'مرف']
    """
    from claimcheck.extraction import extract

    text = plain(text)
    query: Query = dict.fromkeys(word_terms(Tokens.of(text).words), 1.0)
    extraction = extract(text)
    for claim in extraction.claims:
        query.update(dict.fromkeys(claim_terms(claim, extraction), 1.0))
    return query
