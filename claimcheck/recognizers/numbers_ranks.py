"""Ordinals by their place (القمة الـ15، الدقيقة 88، الذكرى الخمسون), and fifths that look like fives (خمس السكان)."""

from fractions import Fraction

from attrs import evolve

from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_context import Items, is_numbered_rank, neighbour, words_of
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.text.tokens import Tokens

_FIFTHS = frozenset({"خمس", "سبع", "تسع", "عشر"})


def refine(tokens: Tokens, items: Items, mention: NumberMention, last: NumberMention | None) -> NumberMention:
    """Settle what only the neighbours tell: a rank by its place, a fraction before a definite noun."""
    if mention.ordinal or mention.fraction:
        return mention
    after = tokens.norms[mention.stop] if mention.stop < len(tokens) else ""
    if _is_fifth(tokens, items, mention, after):
        fifth = canonical(Fraction(1, int(mention.value)))
        return evolve(mention, value=fifth, fraction=True, alternatives=(mention.value,))
    if type(mention.value) is not int or mention.value <= 0:
        return mention
    goes_on = last is not None and last.ordinal and _goes_on(tokens, mention, last)
    if goes_on or _is_rank(tokens, items, mention, after):
        return evolve(mention, ordinal=True)
    return mention


def _goes_on(tokens: Tokens, mention: NumberMention, last: NumberMention) -> bool:
    """الدقائق 4 و43، 77 and الرابعة عربياً والـ44 عالمياً: what is joined to a rank is one too."""
    if mention.style != "digits":
        return False
    if mention.definite:
        return mention.prefix.startswith("و") and mention.first - last.stop <= 3
    return last.style == "digits" and mention.first - last.stop == 1 and tokens.norms[last.stop] in ("و", "،", ",")


def _is_fifth(tokens: Tokens, items: Items, mention: NumberMention, after: str) -> bool:
    """خمس السكان: five takes an indefinite plural, so before the article this is a fifth."""
    if mention.stop - mention.first > 1 or mention.definite:
        return False
    core = tokens.norms[mention.first][len(mention.prefix) :]
    following = items[mention.stop] if mention.stop < len(items) else None
    return core in _FIFTHS and after.startswith("ال") and len(after) > 4 and following is None


def _is_rank(tokens: Tokens, items: Items, mention: NumberMention, after: str) -> bool:
    """Tell a rank: a numeral behind a noun of ranks, الـ15 behind a singular, definite tens behind such a noun."""
    item = items[mention.first]
    if item is None:
        return False
    if item.kind != "digits":
        return mention.definite and mention.value >= 20 and _is_rank_noun(tokens, mention.first - 1)
    if (
        mention.stop - mention.first > 1
        or after in words_of("ranks", "counted")
        or after in words_of("ranks", "plurals")
    ):
        return False
    if mention.definite:
        return _is_singular(tokens, mention.first - 2)
    if neighbour(tokens, mention.first - 1) in words_of("ranks", "numeral"):
        return neighbour(tokens, mention.first - 2) not in words_of("ranks", "prepositions") - {"في"}
    return is_numbered_rank(tokens, mention)


def _is_rank_noun(tokens: Tokens, index: int) -> bool:
    """Tell whether the word at ``index`` is a noun that ranks go with (ذكرى، مرة، القرنين)."""
    if index < 0:
        return False
    nouns = words_of("ranks", "nouns")
    return any(core in nouns or core.removesuffix("ين") in nouns for _, core in tokens.words[index].analyses)


def _is_singular(tokens: Tokens, index: int) -> bool:
    """Tell whether الـ15 behind this word is a rank (القمة الـ15) and no count (الدول الـ15، خلال الـ24 ساعة)."""
    if index < 0 or tokens.words[index].shape != "word":
        return False
    word = tokens.words[index]
    if any(core in words_of("ranks", "prepositions") for _, core in word.analyses):
        return False
    if _is_rank_noun(tokens, index):
        return True
    if not _is_definite(tokens, index):
        return _possessed(word.norm) in words_of("ranks", "nouns")
    head = _head(tokens, index)
    if head < index and not _is_definite(tokens, head):
        return _is_rank_noun(tokens, head) or not (_looks_plural(tokens, head) or _looks_plural(tokens, index))
    return not _looks_plural(tokens, index)


def _possessed(norm: str) -> str:
    """Return the noun before a pronoun: دورته gives دورة. عددهم counts, whatever its noun."""
    for pronoun in ("ها", "هم", "ه"):
        if norm.endswith(pronoun) and not norm.startswith("عدد"):
            stem = norm.removesuffix(pronoun)
            return stem[:-1] + "ه" if stem.endswith("ت") else stem
    return ""


def _is_definite(tokens: Tokens, index: int) -> bool:
    return any(prefix.endswith(("ال", "لل")) for prefix, _ in tokens.words[index].analyses)


def _head(tokens: Tokens, index: int) -> int:
    """Return the place of the noun on which the definite words up to ``index`` depend (دول الاتحاد الأوروبي الـ28)."""
    for place in range(index - 1, max(index - 4, -1), -1):
        if tokens.words[place].shape != "word":
            return place + 1
        if not _is_definite(tokens, place):
            return place
    return index


def _looks_plural(tokens: Tokens, index: int) -> bool:
    """Tell a sound or listed broken plural; أفعال with hamza above is one, إفعال is a verbal noun."""
    word = tokens.words[index]
    core = next((core for prefix, core in word.analyses if prefix.endswith(("ال", "لل"))), word.norm)
    listed = any(core in words_of("ranks", "plurals") for _, core in word.analyses)
    if listed or core.endswith(("ات", "ين", "ون")):
        return True
    return len(core) == 5 and core[0] == core[3] == "ا" and "أ" in word.text
