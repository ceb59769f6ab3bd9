"""From a claim, or any text, to the weighted terms that it is looked up by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from attrs import frozen

from claimcheck.corpus.loose import plain
from claimcheck.corpus.terms import claim_terms, next_magnitudes, word_terms
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Claim, Extraction
from claimcheck.text.tokens import Tokens

# What the neighbours of a claim weigh: they name what an elliptic clause is about.
_CONTEXT = 0.3
# What a figure of the next larger or smaller order of magnitude weighs: 98 and 104 million are near.
_NEXT = 0.5
# Neighbouring claims on either side.
_NEAR = 2


# A number that can only be meant as a year where a query has nothing else beside it.
_YEAR = re.compile(r"v:(?:1[89]|20)\d\d", re.ASCII)


@frozen
class Query:
    """What is looked up: terms with their weights, to be multiplied with how rare each is.

    ``free`` are terms of the claim that a passage need not have: values and speakers, since what contradicts a claim
    differs in just these. ``context`` are terms of what stands around it.
    """

    weights: Mapping[str, float]
    free: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()


def make_query(terms: Iterable[str], around: Iterable[str] = ()) -> Query:
    """Return the query for the terms of a claim or text, and those of what stands around it."""
    weights = dict.fromkeys(terms, 1.0)
    free = frozenset(term for term in weights if term.startswith(("v:", "s:")))
    context = dict.fromkeys(term for term in around if term not in weights)
    near = {key: _NEXT for term in weights if term.startswith("u:") for key in next_magnitudes(term)}
    return Query({**near, **weights, **dict.fromkeys(context, _CONTEXT)}, free | near.keys(), frozenset(context))


def claim_query(claim: Claim, extraction: Extraction) -> Query:
    """Return the query for a claim."""
    return make_query(claim_terms(claim, extraction), _around(claim, extraction))


def _around(claim: Claim, extraction: Extraction) -> Iterable[str]:
    """Yield the terms of the claims next to one, and of the title."""
    begin = claim.span.start if claim.span is not None else 0
    near = bisect_left(extraction.claims, begin, key=lambda other: other.span.start if other.span else 0)
    try:  # claims stand in text order, unless somebody made them otherwise
        place = near if extraction.claims[near : near + 1] == (claim,) else extraction.claims.index(claim)
    except ValueError:
        raise ClaimcheckError("the claim is not one of the extraction's", where=str(claim.text)) from None
    for other in extraction.claims[max(0, place - _NEAR) : place + _NEAR + 1]:
        yield from claim_terms(other, extraction)
    if extraction.document.title:
        yield from word_terms(Tokens.of(extraction.document.title).words)


def text_query(text: str) -> Query:
    """Return the terms of any text, however loose: its words and everything that is read in it.

    >>> sorted(text_query("انفجاااار #المرفأ 🔥").weights)
    ['انفجار', 'مرف']
    """
    from claimcheck.extraction import extract

    text = plain(text)
    extraction = extract(text)
    read = (term for claim in extraction.claims for term in claim_terms(claim, extraction))
    words = list(word_terms(Tokens.of(text).words))
    years = (f"d:{term[2:]}" for term in words if _YEAR.fullmatch(term))
    return make_query([*words, *years, *read])
