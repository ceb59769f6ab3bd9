"""What the neighbours say of a number: homographs that are none, parts of names, percent words, ends of a range."""

from functools import cache
from typing import Any

from claimcheck.lexicon import forms, load
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.numbers_lexicon import NumberWord
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

Items = list[NumberWord | None]

_TANWIN_ALEF = "ا"
_QUOTES = frozenset('"«“(')
_SHADDA = "\u0651"


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
def words_of(section: str, name: str) -> frozenset[str]:
    """Return the folded words of one line of a section of the lexicon."""
    table: dict[str, Any] = load("numbers")[section]
    return forms(table[name])


def neighbour(tokens: Tokens, index: int) -> str:
    """Return the folded word at ``index`` without a conjunction, a quotation mark skipped; empty outside the text."""
    norms = tokens.norms
    if index > 0 and norms[index] in _QUOTES:
        index -= 1
    if not 0 <= index < len(norms):
        return ""
    norm = norms[index]
    return norm[1:] if norm.startswith("و") and len(norm) > 2 else norm


def is_homograph(tokens: Tokens, items: Items, mention: NumberMention) -> bool:
    """Tell whether what was read as a number is another word, or a part of a name, at this place."""
    if tokens.words[mention.first].shape == "number":
        return _is_designation(tokens, mention)
    norms = tokens.norms
    before = neighbour(tokens, mention.first - 1)
    after = norms[mention.stop] if mention.stop < len(norms) else ""
    core = _core(tokens, mention)
    words = {core, core.removeprefix("ال")} if mention.definite else {core}
    table = _table("not_after")
    if not words.isdisjoint(table) and any(before in table.get(word, ()) for word in words):
        return True
    words = {norms[mention.stop - 1]} if mention.stop - mention.first > 1 else words
    table = _table("not_before")
    if not words.isdisjoint(table) and any(after in table.get(word, ()) for word in words):
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
        return neighbour(tokens, mention.first - 2) in words_of("names", "rounds")
    if neighbour(tokens, mention.first - 1) not in words_of("names", "designations"):
        return False
    return not is_numbered_rank(tokens, mention)


def is_numbered_rank(tokens: Tokens, mention: NumberMention) -> bool:
    """هدفه رقم 40, المباراة رقم 100: what is numbered is counted (unlike القانون رقم 40)."""
    if mention.first < 2 or tokens.norms[mention.first - 1] != "رقم":
        return False
    noun = tokens.norms[mention.first - 2]
    cores = {core for _, core in tokens.words[mention.first - 2].analyses} | {noun.removesuffix("ه"), noun[:-2]}
    return not cores.isdisjoint(words_of("ranks", "numbered"))


def _is_other_word(tokens: Tokens, items: Items, mention: NumberMention, core: str, before: str, after: str) -> bool:
    """Decide the homographs that need a rule of their own."""
    item = items[mention.first]
    kind = item.kind if item is not None else ""
    opens_line = mention.first in tokens.line_starts
    following = items[mention.stop] if mention.stop < len(items) else None
    if kind == "scale":
        era = mention.definite and following is not None and following.kind == "ordinal"  # الألف الثالث قبل الميلاد
        return era or (mention.value == 1000 and _is_verb(tokens, mention, after))
    if kind == "zero":
        return _is_month(items, mention)
    if kind == "unit":
        return _is_no_unit(following, mention, core, before, after)
    if kind == "adverb":
        listed = bool(mention.prefix) or not before[:1].isalpha() or before == fold("أما")
        return listed or opens_line or after in (":", "-", "؛")
    if kind == "ordinal":
        return after == ":" and (opens_line or not before[:1].isalnum())  # الثالثة: of a list
    part = kind == "fraction" and mention.definite and following is not None
    return part and following is not None and following.kind in ("ordinal", "bound_ordinal")  # الربع الأول


def _is_verb(tokens: Tokens, mention: NumberMention, after: str) -> bool:
    """ألف كتابا, ألّف الكاتب: he wrote; a thousand has its noun in the genitive, without the article."""
    if _SHADDA in tokens.words[mention.first].text:
        return True
    if mention.definite:  # من الألف إلى الياء: from A to Z
        return after == fold("إلى")
    return (after.startswith("ال") and len(after) > 4) or (after.endswith(_TANWIN_ALEF) and len(after) > 3)


def _is_month(items: Items, mention: NumberMention) -> bool:
    """15 صفر 1436: the second month of the Hijri year."""
    before = items[mention.first - 1] if mention.first else None
    after = items[mention.stop] if mention.stop < len(items) else None
    if after is not None and after.kind == "digits" and after.value > 1000:
        return True
    return before is not None and before.kind in ("digits", "ordinal", "unit", "ten", "tens")


def _is_no_unit(following: NumberWord | None, mention: NumberMention, core: str, before: str, after: str) -> bool:
    """الاثنين Monday; لست I am not; تسع 500 متفرج it holds 500."""
    if core == "تسع" and following is not None and following.kind == "digits":
        return True
    if core.removeprefix("ال") == "ست" and mention.prefix.endswith("ل"):
        counted = after.endswith("ات") or after in words_of("ranks", "plurals")
        return not counted and not before.startswith("ال")
    return mention.value == 2 and mention.definite


def is_percent(tokens: Tokens, items: Items, index: int) -> bool:
    """Tell whether المئة or الألف at ``index`` is the measure of a share (5 في المئة، بالمئة، 3 في الألف)."""
    item = items[index]
    if item is None or item.kind not in ("hundred", "scale") or not item.definite:
        return False
    if item.prefix.endswith("بال"):
        return item.kind == "hundred" or (index > 0 and items[index - 1] is not None)
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
    return any(norm in words_of("ranges", "verbs") for norm in tokens.norms[max(0, first - 4) : first - 1])
