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
    before = neighbour(tokens, mention.first - 1)
    after = tokens.norms[mention.stop] if mention.stop < len(tokens) else ""
    if _is_fifth(tokens, items, mention, after):
        fifth = canonical(Fraction(1, int(mention.value)))
        return evolve(mention, value=fifth, fraction=True, alternatives=(mention.value,))
    if last is not None and last.ordinal and _goes_on(tokens, mention, last):
        return evolve(mention, ordinal=True)
    if type(mention.value) is int and mention.value > 0 and _is_rank(tokens, items, mention, before, after):
        return evolve(mention, ordinal=True)
    return mention


def _goes_on(tokens: Tokens, mention: NumberMention, last: NumberMention) -> bool:
    """الدقائق 4 و43، 77: a numeral that a conjunction or a comma joins to a rank in digits is one too."""
    if last.style != "digits" or mention.style != "digits" or mention.definite or mention.first - last.stop != 1:
        return False
    return tokens.norms[last.stop] in ("و", "،", ",")


def _is_fifth(tokens: Tokens, items: Items, mention: NumberMention, after: str) -> bool:
    """خمس السكان: five takes an indefinite plural, so before the article this is a fifth."""
    if mention.stop - mention.first > 1 or mention.definite:
        return False
    core = tokens.norms[mention.first][len(mention.prefix) :]
    following = items[mention.stop] if mention.stop < len(items) else None
    return core in _FIFTHS and after.startswith("ال") and len(after) > 4 and following is None


def _is_rank(tokens: Tokens, items: Items, mention: NumberMention, before: str, after: str) -> bool:
    """Tell a rank: a numeral behind a noun of ranks, الـ15 behind a singular, definite tens behind such a noun."""
    item = items[mention.first]
    if item is None:
        return False
    if item.kind != "digits":
        return mention.definite and mention.value >= 20 and _is_rank_noun(tokens, mention.first - 1)
    if mention.stop - mention.first > 1:
        return False
    if not mention.definite:
        return before in words_of("ranks", "numeral") or is_numbered_rank(tokens, mention)
    return _is_singular_definite(tokens, mention.first - 2) and after not in words_of("ranks", "plurals")


def _is_rank_noun(tokens: Tokens, index: int) -> bool:
    """Tell whether the word at ``index`` is a singular noun that ranks go with (ذكرى، مرة، قرن)."""
    return index >= 0 and any(core in words_of("ranks", "nouns") for _, core in tokens.words[index].analyses)


def _is_singular_definite(tokens: Tokens, index: int) -> bool:
    """Tell whether الـ15 behind this word is a rank (القمة الـ15) and no count (الدول الـ15، خلال الـ24 ساعة)."""
    if index < 0 or tokens.words[index].shape != "word":
        return False
    word = tokens.words[index]
    if word.norm in words_of("ranks", "prepositions"):
        return False
    if _is_rank_noun(tokens, index):
        return True
    for prefix, core in word.analyses:
        if prefix.endswith(("ال", "لل")):
            return not _looks_plural(core, word.text)
    return word.norm.endswith(("ه", "ها", "هم")) and not word.norm.endswith(("ات", "ين", "ون"))


def _looks_plural(core: str, text: str) -> bool:
    """Tell a sound or listed broken plural; أفعال with hamza above is one, إفعال is a verbal noun."""
    if core in words_of("ranks", "plurals") or core.endswith(("ات", "ين", "ون")):
        return True
    return len(core) == 5 and core[0] == core[3] == "ا" and "أ" in text
