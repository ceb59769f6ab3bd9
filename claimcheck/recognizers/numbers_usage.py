"""Point and comma: which reading of an ambiguous numeral (1.234) the document's own usage and the next word suggest."""

from attrs import evolve, frozen

from claimcheck.recognizers.numbers_context import Items, words_of
from claimcheck.recognizers.numbers_digits import is_reversed, mark_of, usage_of
from claimcheck.text.tokens import Tokens


@frozen
class _Usage:
    """The marks that the document uses as decimal mark and between groups, where the form leaves no doubt."""

    decimal: frozenset[str]
    group: frozenset[str]

    def prefers_decimal(self, mark: str) -> bool | None:
        """Tell what the document says of ``mark``, ``None`` where it says nothing."""
        if mark in self.group:
            return False
        if mark in self.decimal:
            return True
        if mark == ".":
            return True if self.group & {",", "،", "٬"} else False if self.decimal & {",", "،"} else None
        return None


def choose_readings(tokens: Tokens, items: Items, numerals: list[int]) -> None:
    """Put the reading that the document's usage and the next word suggest before the others."""
    ambiguous = [i for i in numerals if (item := items[i]) is not None and len(item.readings) > 1]
    if not ambiguous:
        return
    seen = [usage_of(tokens.words[i].text) for i in numerals]
    usage = _Usage(
        frozenset(mark for mark, role in seen if role == "decimal"),
        frozenset(mark for mark, role in seen if role == "group"),
    )
    for index in ambiguous:
        item = items[index]
        mark = mark_of(tokens.words[index].text)
        if item is None or mark == "ر" or is_reversed(tokens.words[index].text) or type(item.readings[0]) is not int:
            continue
        if _reads_decimal(tokens, items, index, mark, usage):
            items[index] = evolve(item, value=item.readings[1], readings=(item.readings[1], item.readings[0]))


def _reads_decimal(tokens: Tokens, items: Items, index: int, mark: str, usage: _Usage) -> bool:
    """Decide whether 1.234 is a decimal: by what follows, then by the document."""
    digits = tokens.norms[index]
    following = tokens.norms[index + 1] if index + 1 < len(tokens) else ""
    scale = items[index + 1] if index + 1 < len(tokens) else None
    preferred = usage.prefers_decimal(mark)
    if preferred is not False and not digits.endswith("000"):
        if following == "%" or following in words_of("decimals", "percents"):
            return True
        if scale is not None and scale.kind == "scale" and mark == ".":
            return True
    if preferred is not True or mark != ".":
        return preferred is True
    if digits.endswith("0"):  # nobody writes three decimals to end in a zero, but for the currencies that have three
        return following in words_of("decimals", "thousandths")
    return not following[:1].isalpha() or following in words_of("decimals", "divisible")
