"""What the recognisers find in a text: quantities, times, names and attributions.

Every mention carries the ``span`` and the ``text`` it was read from; both are ``None`` for a value that has no text (a
row of a table of figures). Numbers are exact: ``int``, else ``Decimal``, else ``Fraction``.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import frozen

from claimcheck.model.spans import Span

Number = int | Decimal | Fraction
Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
Kind = Literal["count", "money", "percent", "measure", "duration", "ordinal", "age", "score"]
Form = Literal["direct", "indirect", "mixed"]
CuePolarity = Literal["assert", "deny"]


@frozen
class RuleStep:
    """One line of an explanation: the rule that fired, the words that it consumed, and what it made of them."""

    rule: str
    text: str
    result: str


@frozen
class Inferred:
    """Something taken from outside the span: ``what`` (currency, scale, noun, format), its value, and from where."""

    what: str
    value: str
    origin: str


@frozen(kw_only=True)
class Quantity:
    """A figure with its bound, unit and what it counts.

    ``value`` is exact; ``high`` is the upper end where ``modifier`` is ``between`` (of a score, the other side).
    ``value`` is ``None`` for a mixed duration that no single unit can state exactly; its ``iso`` says it then.
    ``noun`` is the lemma of the counted noun (قتيل for قتلى), by which figures are aligned.
    """

    value: Number | None
    high: Number | None = None
    modifier: Modifier = "exact"
    unit: str = "item"
    unit_text: str | None = None
    kind: Kind = "count"
    iso: str | None = None
    noun: str | None = None
    alternatives: "tuple[Quantity, ...]" = ()
    inferred: tuple[Inferred, ...] = ()
    steps: tuple[RuleStep, ...] = ()
    span: Span | None = None
    text: str | None = None

    def explain(self) -> str:
        """Tell, a line a step, which rule consumed which words and what it made of them."""
        lines = [f"{step.rule}: {step.text} -> {step.result}" for step in self.steps]
        lines += [f"inferred {item.what}: {item.value} (from {item.origin})" for item in self.inferred]
        return "\n".join(lines)


@frozen(kw_only=True)
class TimeExpression:
    """A date or time as a TIMEX3 value, with the days ``[begin, end)`` that it covers, where it has any.

    ``shift`` is the number of days by which the anchor was moved because expressions of the text that agree among
    themselves disagree with its publication date. ``relative`` tells that the value depends on an anchor at all.
    """

    value: str
    type: Literal["date", "time", "duration", "set"] = "date"
    begin: date | None = None
    end: date | None = None
    shift: int = 0
    relative: bool = False
    steps: tuple[RuleStep, ...] = ()
    span: Span | None = None
    text: str | None = None

    def explain(self) -> str:
        """Tell, a line a step, which rule consumed which words and what it made of them."""
        return "\n".join(f"{step.rule}: {step.text} -> {step.result}" for step in self.steps)


@frozen(kw_only=True)
class Name:
    """A person, place or organisation. ``canonical`` is the fullest form in the text, without titles.

    ``key`` survives spelling variants and scripts (for retrieval); ``role`` is what the name does in its claim.
    """

    canonical: str
    kind: Literal["person", "place", "organisation", "nationality", "other"] = "other"
    key: str = ""
    role: str | None = None
    title: str | None = None
    span: Span | None = None
    text: str | None = None


@frozen(kw_only=True)
class Source:
    """Who says it: one canonical name a speaker; ``span`` is ``None`` when the speaker is only implied."""

    names: tuple[str, ...]
    text: str | None = None
    span: Span | None = None


@frozen(kw_only=True)
class Cue:
    """The reporting word; ``lemma`` is its dictionary form."""

    text: str
    span: Span
    polarity: CuePolarity = "assert"
    lemma: str | None = None


@frozen(kw_only=True)
class Content:
    """What was said, without the outer quotation marks and the complementiser."""

    text: str
    span: Span


@frozen(kw_only=True)
class Attribution:
    """Who said what: source, cue and content; ``span`` covers all three.

    ``quotes`` are the spans of the literal quotations inside the content, without their marks.
    """

    source: Source
    cue: Cue
    content: Content
    form: Form
    span: Span
    text: str
    quotes: tuple[Span, ...] = ()
