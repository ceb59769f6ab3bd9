"""From a text to its claims: runs every recogniser once, in order, and builds the claims of their mentions."""

from datetime import date

from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.claims import Document, Extraction
from claimcheck.recognizers.attributions import recognize_attributions
from claimcheck.recognizers.clauses import build_claims
from claimcheck.recognizers.names import recognize_names
from claimcheck.recognizers.numbers import recognize_numbers
from claimcheck.recognizers.quantities import recognize_quantities
from claimcheck.recognizers.times import recognize_times
from claimcheck.text.quotes import quotations
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import Tokens


def extract(text: str | Document, published: date | None = None) -> Extraction:
    """Read everything that can be checked from one document: who said what, figures, times and claims.

    A ``Document``'s own date wins over ``published``. The empty text gives an empty extraction; lone surrogates are
    accepted. Spans point into the original text. What is no text raises ``ClaimcheckError``.

    >>> extraction = extract("أسفر الحريق عن مقتل 14 شخصاً، ولم تعلق البلدية.")
    >>> [(claim.predicate, claim.polarity, claim.quantity_roles) for claim in extraction.claims]
    [('أسفر', 'affirmed', ('dead',)), ('علق', 'negated', ())]
    """
    document = _document(text, published)
    tokens = Tokens.of(document.text)
    numbers = recognize_numbers(tokens)
    times = recognize_times(tokens, numbers, document.published)
    quantities = recognize_quantities(tokens, numbers, times)
    names = recognize_names(tokens)
    parts = sentences(tokens)
    attributions = recognize_attributions(tokens, parts, quotations(tokens), names)
    return Extraction(
        document=document,
        attributions=tuple(attributions),
        quantities=tuple(quantities),
        times=tuple(times),
        claims=build_claims(tokens, parts, attributions, quantities, times, names),
    )


def _document(text: str | Document, published: date | None) -> Document:
    """Wrap a text as a document; a document without a date takes ``published``."""
    if isinstance(text, str):
        return Document(text=text, published=published)
    if not isinstance(text, Document):
        raise ClaimcheckError("a text or a Document is needed", where=excerpt(repr(text)))
    if text.published is not None or published is None:
        return text
    return Document(text=text.text, id=text.id, source=text.source, url=text.url, title=text.title, published=published)
