"""Documents, and the claims that are extracted from them."""

from datetime import date
from typing import Literal

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError, excerpt, text_of
from claimcheck.model.mentions import Attribution, Name, Quantity, TimeExpression
from claimcheck.model.spans import Span

Polarity = Literal["affirmed", "negated"]
Mood = Literal["assertion", "question", "conditional", "future", "request"]


def a_date(value: date | str | None) -> date | None:
    """Accept a date or an ISO string; anything else is the caller's error."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ClaimcheckError("not a date (YYYY-MM-DD)", where=excerpt(str(value))) from None


@frozen(kw_only=True)
class Document:
    """A text with what is known about it. ``published`` may be given as an ISO string.

    >>> Document(text="...", id="a", published="2022-11-01").published
    datetime.date(2022, 11, 1)
    """

    text: str = field(converter=text_of)
    id: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = field(default=None, converter=a_date)


@frozen(kw_only=True)
class Claim:
    """One clause and its parts. ``attribution``, ``quantities`` and ``times`` are positions in the extraction's lists.

    ``quantity_roles`` runs parallel to ``quantities``. ``terms`` are the stems of the content words, for the gate and
    for retrieval. ``mood`` tells what is asserted from what is asked, supposed or foretold. ``actor`` and ``patient``
    are positions in ``names`` of who did it and to whom, where the clause shows it.
    """

    span: Span | None = None
    text: str | None = None
    predicate: str | None = None
    polarity: Polarity = "affirmed"
    direction: str | None = None
    mood: Mood = "assertion"
    attribution: int | None = None
    quantities: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    names: tuple[Name, ...] = ()
    quantity_roles: tuple[str | None, ...] = ()
    actor: int | None = None
    patient: int | None = None
    terms: tuple[str, ...] = ()


@frozen(kw_only=True)
class Extraction:
    """Everything read from one document, in text order."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        """The original text, into which every span points."""
        return self.document.text
