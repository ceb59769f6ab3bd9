"""A cursor over the tokens for the rules of dates: what stands at a position, and the unresolved times found there.

``Partial`` is what an expression says before it is anchored; ``Found`` is a partial with its tokens. Partials merge
field by field, so that أمس, الاثنين, 31 أكتوبر and مساءً side by side become one.
"""

from collections.abc import Iterable

from attrs import define, evolve, fields

from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.times_words import Entry, lookup
from claimcheck.text.tokens import Tokens, letters_length

Relative = tuple[str, int]  # ("anchor" | "story", units from it)


@define
class Partial:
    """What an expression says of a time. ``None`` is unsaid.

    ``offset`` counts days from the day of writing, ``direction`` is the sense of an adjective (الماضي -1, الجاري 0,
    المقبل 1), ``year_of`` and ``month_of`` place the year or month relative to an anchor, ``unit`` with ``shift`` is a
    whole unit that far from it, ``edge`` the part of a period that is meant, ``value`` a value that needs no anchor.
    """

    calendar: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    direction: int | None = None
    year_of: Relative | None = None
    month_of: Relative | None = None
    unit: str | None = None
    shift: Relative | None = None
    piece: str | None = None
    part: str | None = None
    clock: str | None = None
    edge: str | None = None
    value: str | None = None
    kind: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.day is not None or self.weekday is not None or self.offset is not None or self.unit == "day"


def with_time(day: Partial, time: Partial) -> Partial | None:
    """Join a day and a time of day; the clock time outweighs a part of the day that differs."""
    return merge(day, time) or merge(day, evolve(time, part=None))


_NAMES = tuple(attribute.name for attribute in fields(Partial))


def merge(first: Partial, second: Partial) -> Partial | None:
    """Join two partials; ``None`` where both say something, and not the same, of one field."""
    changes = {}
    for name in _NAMES:
        value = getattr(second, name)
        if value is None:
            continue
        held = getattr(first, name)
        if held is None:
            changes[name] = value
        elif held != value:
            return None
    return evolve(first, **changes) if changes else first


@define
class Found:
    """A partial with the tokens ``[first, stop)`` that it was read from, and the rule that read it."""

    first: int
    stop: int
    partial: Partial
    rule: str


@define
class Numeral:
    """An integer at a position, in digits or in words."""

    value: int
    stop: int
    ordinal: bool
    digits: bool
    width: int


@define
class Hit:
    """An entry of the vocabulary at a position."""

    entry: Entry
    stop: int
    prefix: str

    @property
    def definite(self) -> bool:
        """Whether the article stands before it."""
        return self.prefix.endswith(("ال", "لل")) or (self.entry.kind == "direction" and bool(self.entry.rest))


# Beyond the ends of a text a rule finds nothing.
_PADDING = 32
_NO_ENTRIES: tuple[None, ...] = (None,) * _PADDING


class Reader:
    """The tokens of a text with what the vocabulary and the number recogniser say of each."""

    def __init__(self, tokens: Tokens, numbers: Iterable[NumberMention], *, whole: bool = False) -> None:
        """Look every token up once; ``whole`` tells that the text is nothing but one time, so that doubts are off.

        ``entries`` is padded, so that a rule may look a little beyond either end.
        """
        self.whole = whole
        self.tokens = tokens
        self.entries = list(map(lookup().__getitem__, tokens.words))
        self.entries.extend(_NO_ENTRIES)
        self.norms = tokens.norms
        self.size = len(tokens)
        self.numbers = {number.first: number for number in numbers}

    def norm(self, index: int) -> str:
        """Return the folded token, or the empty string outside the text."""
        return self.norms[index] if 0 <= index < self.size else ""

    def at(self, index: int, *kinds: str) -> Hit | None:
        """Return the longest entry of one of these kinds that stands at ``index``."""
        held = self.entries[index]
        if held is None or held.kinds.isdisjoint(kinds):
            return None
        for entry in held.entries:
            if entry.kind in kinds:
                rest = entry.rest
                if not rest:
                    return Hit(entry, index + 1, held.prefix)
                stop = index + 1 + len(rest)
                if tuple(self.norms[index + 1 : stop]) == rest:
                    return Hit(entry, stop, held.prefix)
        return None

    def number(self, index: int) -> Numeral | None:
        """Return the integer that begins at ``index``."""
        mention = self.numbers.get(index)
        if mention is not None and isinstance(mention.value, int) and not mention.fraction:
            digits = self.norms[index].isdecimal()
            if digits and mention.stop == index + 1:
                return Numeral(mention.value, index + 1, mention.ordinal, True, len(self.norms[index]))
            return Numeral(mention.value, mention.stop, mention.ordinal, False, 0)
        hit = self.at(index, "digits")
        return Numeral(hit.entry.value, index + 1, False, True, len(self.norms[index])) if hit else None

    def skip(self, index: int, *norms: str) -> int:
        """Return the position behind one of these folded tokens, or ``index`` where none stands there."""
        return index + 1 if index < self.size and self.norms[index] in norms else index

    def cut(self, index: int) -> int:
        """Return the letters (in the original) of the proclitics that a span beginning at ``index`` leaves out.

        The article stays, and so does لل, without which the word is not whole.
        """
        held = self.entries[index]
        mention = self.numbers.get(index)
        prefix = held.prefix if held else mention.prefix if mention else ""
        letters = len(prefix) - 2 if prefix.endswith(("ال", "لل")) else len(prefix)
        return letters_length(self.tokens.words[index], letters)
