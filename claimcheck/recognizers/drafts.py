"""A quantity in the making: token ranges and what is known so far. The stages of ``quantities`` fill it in."""

from attrs import define, field

from claimcheck.model.mentions import Inferred, Kind, Modifier, Number, Quantity, RuleStep
from claimcheck.model.spans import Span
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.text.tokens import Tokens, Word, letters_length

OPENING = frozenset('("«[“')
_SCALES = (1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000)
CLOSING = frozenset(')"»]”')


@define
class Draft:
    """A figure with the tokens ``first`` up to ``stop`` that it covers so far.

    ``core`` is the range of its number; ``unit_at`` that of its unit or noun. ``prefix`` are the proclitics on the
    first token that stay outside the span, ``cut`` the characters at the end that do. ``bare`` is true while neither
    unit nor noun is known.
    """

    first: int
    stop: int
    value: Number | None
    high: Number | None = None
    modifier: Modifier = "exact"
    unit: str = "item"
    kind: Kind = "count"
    core: tuple[int, int] = (0, 0)
    unit_at: tuple[int, int] | None = None
    noun: str | None = None
    number: NumberMention | None = None
    prefix: str = ""
    cut: int = 0
    bare: bool = False
    family: str = ""
    iso: str | None = None
    alternatives: tuple[Number, ...] = ()
    fraction: bool = False
    inferred: list[Inferred] = field(factory=list)
    steps: list[RuleStep] = field(factory=list)
    parts: "list[Draft]" = field(factory=list)

    def note(self, rule: str, tokens: Tokens, first: int, stop: int, result: str) -> None:
        """Record that ``rule`` consumed the tokens ``first`` up to ``stop`` and made ``result`` of them."""
        self.steps.append(RuleStep(rule, tokens.text[tokens.starts[first] : tokens.end(stop - 1)], result))

    def infer(self, what: str, value: str, origin: str) -> None:
        """Record that ``what`` was taken from outside the span, from the words ``origin``."""
        self.inferred.append(Inferred(what, value, origin))

    def grow_left(self, first: int, prefix: str = "") -> None:
        """Let the span begin at token ``first``, behind its proclitics ``prefix``."""
        if first < self.first:
            self.first, self.prefix = first, prefix

    def cover(self, after: int, stop: int) -> None:
        """Let the span reach ``stop``, over the bracket around the number where ``after`` lies behind it."""
        if after > self.stop:
            self.grow_left(self.first - 1)
        self.stop = max(self.stop, stop)

    def span(self, tokens: Tokens) -> Span:
        """Return the span, proclitics left out where the word stays whole without them."""
        start = tokens.starts[self.first] + prefix_length(tokens.words[self.first], self.prefix)
        return Span(start, tokens.end(self.stop - 1) - self.cut)


def prefix_length(word: Word, prefix: str) -> int:
    """Return how many characters of ``word`` its proclitics take; an article stays with its noun (للهدف stays whole).

    >>> from claimcheck.text.tokens import Tokens
    >>> prefix_length(Tokens.of("وبِخمسة").words[0], "وب")
    3
    """
    if not prefix:
        return 0
    outer = prefix.removesuffix("ال") if prefix.endswith("ال") else prefix.removesuffix("لل")
    if not outer or not word.norm.startswith(outer):
        return 0
    return letters_length(word, len(outer))


def scale_of(value: Number) -> int:
    """Return the greatest scale (thousand, million, …) that a value reaches, 1 below a thousand."""
    return next((scale for scale in _SCALES if value >= scale), 1)


def quantity_of(draft: Draft, tokens: Tokens) -> Quantity:
    """Freeze a draft."""
    span = draft.span(tokens)
    unit_text = tokens.span(*draft.unit_at).of(tokens.text) if draft.unit_at else None
    return Quantity(
        value=draft.value,
        high=draft.high,
        modifier=draft.modifier,
        unit=draft.unit,
        unit_text=unit_text,
        kind=draft.kind,
        iso=draft.iso,
        noun=draft.noun,
        alternatives=tuple(
            Quantity(value=value, modifier=draft.modifier, unit=draft.unit, kind=draft.kind, noun=draft.noun)
            for value in draft.alternatives
        ),
        inferred=tuple(draft.inferred),
        steps=tuple(draft.steps),
        span=span,
        text=span.of(tokens.text),
    )
