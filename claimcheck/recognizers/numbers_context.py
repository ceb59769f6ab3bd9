"""What the neighbours say of a number: homographs that are none, ordinals by their place, fifths that look like fives."""

from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve

from claimcheck.lexicon import forms, load
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.numbers_lexicon import NumberWord
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

Items = list[NumberWord | None]

_TANWIN_ALEF = "ا"
_SHADDA = "\u0651"
_FIFTHS = frozenset({"خمس", "سبع", "تسع", "عشر"})


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    """Return, for each homograph (folded), the neighbours that show that it is no number."""
    found: dict[str, frozenset[str]] = {}
    for line in load("numbers")[name].values():
        homographs, _, neighbours = line.partition("|")
        for word in forms(homographs):
            found[word] = found.get(word, frozenset()) | forms(neighbours)
    return found


@cache
def _words(section: str, name: str) -> frozenset[str]:
    table: dict[str, Any] = load("numbers")[section]
    return forms(table[name])


def _neighbour(tokens: Tokens, index: int) -> str:
    """Return the folded word at ``index`` without a conjunction before it; an empty string outside the text."""
    if not 0 <= index < len(tokens):
        return ""
    norm = tokens.norms[index]
    return norm[1:] if norm.startswith("و") and len(norm) > 3 else norm


def is_homograph(tokens: Tokens, items: Items, mention: NumberMention) -> bool:
    """Tell whether what was read as a number is another word, or a part of a name, at this place."""
    if tokens.words[mention.first].shape == "number":
        return _is_designation(tokens, mention)
    before = _neighbour(tokens, mention.first - 1)
    after = tokens.norms[mention.stop] if mention.stop < len(tokens) else ""
    core = _core(tokens, mention)
    words = {core, core.removeprefix("ال")} if mention.definite else {core}
    if any(before in _table("not_after").get(word, ()) for word in words):
        return True
    words = {tokens.norms[mention.stop - 1]} if mention.stop - mention.first > 1 else words
    if any(after in _table("not_before").get(word, ()) for word in words):
        return True
    if mention.stop - mention.first > 1:
        return False
    return _is_other_word(tokens, items, mention, core, before, after)


def _core(tokens: Tokens, mention: NumberMention) -> str:
    """Return the first word without its proclitics, the article left on."""
    norm = tokens.norms[mention.first][len(mention.prefix) :]
    return "ال" + norm if mention.definite else norm


def _is_designation(tokens: Tokens, mention: NumberMention) -> bool:
    """إم 16, دور الـ16: a numeral in a name."""
    if mention.definite:
        return _neighbour(tokens, mention.first - 2) in _words("names", "rounds")
    return mention.first > 0 and tokens.norms[mention.first - 1] in _words("names", "designations")


def _is_other_word(tokens: Tokens, items: Items, mention: NumberMention, core: str, before: str, after: str) -> bool:
    """Decide the homographs that need a rule of their own."""
    item = items[mention.first]
    if item is None:
        return False
    if item.kind == "scale" and core == "الف":
        return _is_verb(tokens, mention, after)
    if item.kind == "zero":
        return _is_month(tokens, items, mention)
    if item.kind == "unit":
        return _is_no_unit(items, mention, core, before, after)
    if item.kind == "adverb":
        return mention.first in tokens.line_starts or after in (":", "-")
    if item.kind == "ordinal" and after == ":":
        return mention.first in tokens.line_starts or not before[:1].isalnum()
    if item.kind == "fraction" and mention.definite:
        following = items[mention.stop] if mention.stop < len(items) else None
        return following is not None and following.kind in ("ordinal", "bound_ordinal")
    return False


def _is_verb(tokens: Tokens, mention: NumberMention, after: str) -> bool:
    """ألف كتابا, ألّف الكاتب: he wrote; a thousand has its noun in the genitive, without the article."""
    if _SHADDA in tokens.words[mention.first].text:
        return True
    if mention.definite or not after[:1].isalpha():
        return after == fold("إلى")
    return after.startswith("ال") and len(after) > 4 or (len(after) > 3 and after.endswith(_TANWIN_ALEF))


def _is_month(tokens: Tokens, items: Items, mention: NumberMention) -> bool:
    """15 صفر 1436: the second month of the Hijri year."""
    before = items[mention.first - 1] if mention.first else None
    after = items[mention.stop] if mention.stop < len(items) else None
    if after is not None and after.kind == "digits" and after.value > 1000:
        return True
    return before is not None and before.kind in ("digits", "ordinal", "unit", "ten", "tens")


def _is_no_unit(items: Items, mention: NumberMention, core: str, before: str, after: str) -> bool:
    """الاثنين Monday; لست I am not; تسع 500 متفرج it holds 500."""
    following = items[mention.stop] if mention.stop < len(items) else None
    if core == "تسع" and following is not None and following.kind == "digits":
        return True
    if mention.value == 2 and mention.definite:
        return True
    if core in ("ست", "الست") and mention.prefix.endswith("ل"):
        counted = after.endswith("ات") or after in _words("ranks", "plurals")
        return not counted and not before.startswith("ال")
    return False


def is_percent(tokens: Tokens, items: Items, index: int) -> bool:
    """Tell whether المئة or الألف at ``index`` is the measure of a share (5 في المئة، بالمئة، 3 في الألف)."""
    item = items[index]
    if item is None or item.kind not in ("hundred", "scale") or not item.definite:
        return False
    if item.prefix.endswith("بال"):
        return item.kind == "hundred"
    return index > 1 and tokens.norms[index - 1] == "في" and items[index - 2] is not None


def splits(tokens: Tokens, items: Items, mention: NumberMention, last_join: int) -> bool:
    """Tell whether the number is the two ends of a range: بين مليون وخمسمئة, يتراوح بين خمسة وعشرين.

    A unit and its tens are two numbers only where a verb announces a range; of a few they may be one (بين 25 متسابقا).
    """
    first = mention.first
    if first < 1 or tokens.norms[first - 1] != "بين" or mention.stop - first < 2:
        return False
    if first > 1 and tokens.norms[first - 2] == "من":
        return False
    following = items[mention.stop] if mention.stop < len(items) else None
    if following is not None and (following.kind == "and" or following.prefix.startswith("و")):
        return False
    before = items[last_join - 1]
    if before is not None and before.kind == "scale":
        return True
    return any(norm in _words("ranges", "verbs") for norm in tokens.norms[max(0, first - 4) : first - 1])


def refine(tokens: Tokens, items: Items, mention: NumberMention, last: NumberMention | None) -> NumberMention:
    """Settle what only the neighbours tell: a rank by its place, a fraction before a definite noun."""
    if mention.ordinal or mention.fraction:
        return mention
    before = _neighbour(tokens, mention.first - 1)
    after = tokens.norms[mention.stop] if mention.stop < len(tokens) else ""
    if mention.stop - mention.first == 1 and not mention.definite and _is_fifth(tokens, items, mention, after):
        return evolve(
            mention, value=canonical(Fraction(1, int(mention.value))), fraction=True, alternatives=(mention.value,)
        )
    if last is not None and last.ordinal and _goes_on(tokens, items, mention, last):
        return evolve(mention, ordinal=True)
    if type(mention.value) is int and mention.value > 0 and _is_rank(tokens, items, mention, before, after):
        return evolve(mention, ordinal=True)
    return mention


def _goes_on(tokens: Tokens, items: Items, mention: NumberMention, last: NumberMention) -> bool:
    """الدقائق 4 و43، 77: a numeral that a conjunction or a comma joins to a rank in digits is one too."""
    if last.style != "digits" or mention.style != "digits" or mention.definite or mention.first - last.stop != 1:
        return False
    return tokens.norms[last.stop] in ("و", "،", ",")


def _is_fifth(tokens: Tokens, items: Items, mention: NumberMention, after: str) -> bool:
    """خمس السكان: five takes an indefinite plural, so before the article this is a fifth."""
    core = tokens.norms[mention.first][len(mention.prefix) :]
    following = items[mention.stop] if mention.stop < len(items) else None
    return core in _FIFTHS and after.startswith("ال") and len(after) > 4 and following is None


def _is_rank(tokens: Tokens, items: Items, mention: NumberMention, before: str, after: str) -> bool:
    item = items[mention.first]
    if item is None:
        return False
    if item.kind == "digits" and mention.stop - mention.first == 1:
        place = mention.first - (2 if mention.prefix and mention.definite else 1)
        noun = _neighbour(tokens, place)
        if mention.definite:
            return _is_singular_definite(tokens, place) and after not in _words("ranks", "plurals")
        return noun in _words("ranks", "numeral") or before in _words("ranks", "numeral")
    if not mention.definite or item.kind not in ("tens", "hundred", "hundreds", "scale", "unit"):
        return False
    return mention.value >= 20 and _is_rank_noun(tokens, mention.first - 1)


def _is_rank_noun(tokens: Tokens, index: int) -> bool:
    """Tell whether the word at ``index`` is a singular noun that ranks go with (ذكرى، مرة، قرن)."""
    return index >= 0 and any(core in _words("ranks", "nouns") for _, core in tokens.words[index].analyses)


def _is_singular_definite(tokens: Tokens, index: int) -> bool:
    """Tell whether الـ15 behind this word is a rank (القمة الـ15) and no count (الدول الـ15، خلال الـ24 ساعة)."""
    if index < 0 or tokens.words[index].shape != "word":
        return False
    word = tokens.words[index]
    if word.norm in _words("ranks", "prepositions"):
        return False
    if _is_rank_noun(tokens, index):
        return True
    for prefix, core in word.analyses:
        if prefix.endswith(("ال", "لل")):
            return not _looks_plural(core, word.text)
    return word.norm.endswith(("ه", "ها", "هم")) and not word.norm.endswith(("ات", "ين", "ون"))


def _looks_plural(core: str, text: str) -> bool:
    """Tell a sound or listed broken plural; أفعال with hamza above is one, إفعال is a verbal noun."""
    if core in _words("ranks", "plurals") or core.endswith(("ات", "ين", "ون")):
        return True
    return len(core) == 5 and core[0] == core[3] == "ا" and "أ" in text
