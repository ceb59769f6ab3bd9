"""A cursor over the number words of a text: what stands where, and what the conjunction و joins."""

from collections.abc import Sequence

from attrs import Factory, define, field

from claimcheck.model.mentions import Number
from claimcheck.recognizers.numbers_lexicon import NumberWord
from claimcheck.text.tokens import Tokens


@define
class Step:
    """A rule that fired: its name, the tokens ``first`` up to ``stop`` that it consumed, and the value it made."""

    rule: str
    first: int
    stop: int
    value: Number


@define
class Reader:
    """The number words of one text (``None`` for every other token).

    ``lenient`` admits orders that only a whole string that is a number makes plausible (عشرون وخمسة). At ``barrier`` no
    conjunction joins, so that "between five and twenty" can be read as two numbers. ``cldr`` reads ordinals as CLDR's
    rules spell them: الألف behind an indefinite count is a million there. Nothing is read from ``limit`` on.
    ``tokens`` are looked at where a noun behind the number decides. ``steps`` collects the rules that fired, ``joins``
    the places where و joined.
    """

    items: Sequence[NumberWord | None]
    tokens: Tokens | None = None
    lenient: bool = False
    barrier: int = -1
    cldr: bool = False
    limit: int = field(default=Factory(lambda self: len(self.items), takes_self=True))
    steps: list[Step] = field(factory=list)
    joins: list[int] = field(factory=list)

    def at(self, index: int) -> NumberWord | None:
        """Return the number word at ``index``, whatever its proclitics."""
        return self.items[index] if index < self.limit else None

    def bare(self, index: int, *kinds: str) -> NumberWord | None:
        """Return the number word at ``index`` if it is one of ``kinds`` and carries no proclitic."""
        item = self.at(index)
        return item if item is not None and not item.prefix and item.kind in kinds else None

    def joined(self, index: int, definite: bool = False) -> int:
        """Return the index of the word that و joins to what ends at ``index``, or -1.

        The conjunction is a proclitic of that word or a token of its own; behind a definite number the article may
        follow it (الثالثة والعشرون).
        """
        item = self.at(index)
        if item is None or index == self.barrier:
            return -1
        article = ("", "ال") if definite else ("",)
        if item.kind == "and":
            following = self.at(index + 1)
            return index + 1 if following is not None and following.prefix in article else -1
        if item.form == "and_one" and self.bare(index + 1, "ten"):
            return index  # واحد عشر for وأحد عشر
        return index if item.prefix[:1] == "و" and item.prefix[1:] in article else -1

    def definite_noun(self, index: int) -> bool:
        """Tell whether a word with the article, and no number word, stands at ``index``."""
        if self.tokens is None or index >= self.limit or self.items[index] is not None:
            return False
        return self.tokens.norms[index].startswith("ال")

    def note(self, rule: str, first: int, stop: int, value: Number) -> None:
        """Record that ``rule`` made ``value`` of the tokens ``first`` up to ``stop``."""
        self.steps.append(Step(rule, first, stop, value))
