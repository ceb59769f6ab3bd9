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
# What values and speakers weigh: less than 1, so that they count where they agree and are not missed where they do not.
_FREE = 0.9
# Neighbouring claims on either side.
_NEAR = 2


def claim_query(claim: Claim, extraction: Extraction) -> Query:
    """Return the terms of a claim at full weight, and those around it at a part of it."""
    query = {term: _share(term) for term in claim_terms(claim, extraction)}
    for term in _around(claim, extraction):
        query.setdefault(term, _CONTEXT * _share(term))
    return query


def _share(term: str) -> float:
    """Return what a term weighs. A query need not share its values and speakers with what contradicts it."""
    return _FREE if term.startswith(("v:", "s:")) else 1.0


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
    query = {term: _share(term) for term in word_terms(Tokens.of(text).words)}
    extraction = extract(text)
    for claim in extraction.claims:
        query.update((term, _share(term)) for term in claim_terms(claim, extraction))
    return query
