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
        decimal, why = _decide(tokens, items, index, usage.prefers_decimal(mark), mark)
        form = f"{'decimal' if decimal else 'grouped'}, {why}"
        readings = (item.readings[1], item.readings[0]) if decimal else item.readings
        items[index] = evolve(item, value=readings[0], readings=readings, form=form)


def _decide(tokens: Tokens, items: Items, index: int, preferred: bool | None, mark: str) -> tuple[bool, str]:
    """Decide whether 1.234 is a decimal, and say why: by what follows, then by the document's own ``preferred`` use."""
    digits = tokens.norms[index]
    following = tokens.norms[index + 1] if index + 1 < len(tokens) else ""
    why = _decimal_before(items, index, following, mark) if preferred is not False else ""
    if why and not digits.endswith("000"):
        return True, why
    if preferred is None:
        return False, "as is usual"
    if not preferred:
        return False, "as elsewhere in the text"
    if digits.endswith("0" if mark == "." else "00"):  # only where a currency has three decimals do they end in zeros
        return following in words_of("decimals", "thousandths"), "a zero at the end"
    if mark == "." and following[:1].isalpha() and following not in words_of("decimals", "divisible"):
        return False, "before what is counted"
    return True, "as elsewhere in the text"


def _decimal_before(items: Items, index: int, following: str, mark: str) -> str:
    """Return why what follows makes a decimal of the numeral at ``index``, or an empty string."""
    if following == "%" or following in words_of("decimals", "percents"):
        return "before a percent sign"
    item, scale = items[index], items[index + 1] if index + 1 < len(items) else None
    if item is None or scale is None or scale.kind != "scale":
        return ""
    if scale.form == "plural" and 3 <= item.readings[1] < 11:
        return "before a plural, which counts three to ten"
    return "before a scale word" if mark == "." else ""
