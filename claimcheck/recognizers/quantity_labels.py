"""Numbers that measure nothing: telephones, identity cards, articles of law, models, list numbering, years."""

from functools import cache

from claimcheck import lexicon
from claimcheck.recognizers.drafts import CLOSING, Draft
from claimcheck.recognizers.mentions import NumberMention
from claimcheck.recognizers.nouns import suits
from claimcheck.text.tokens import Tokens

_SKIPPED = frozenset({"(", ":", '"', "«", "[", "ال", "-", "#", "“"})
_JOINTS = frozenset({"و", "،", ",", "-", "/", "الي"})
_CLOSING_MARKS = CLOSING - {")"}
_YEARS = range(1900, 2101)
_LONGEST_COUNT = 8  # more digits in a row than this are an identity or telephone number


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon.forms(lexicon.load("nouns")[name])


def without_labels(tokens: Tokens, numbers: list[NumberMention]) -> list[NumberMention]:
    """Leave out the numbers that are labels, and those that و or a dash joins to one (المادتين 87 و92)."""
    found: list[NumberMention] = []
    end = -1  # behind the last label
    for number in numbers:
        if is_label(tokens, number) or (end >= 0 and _joined(tokens, number, end) and not _counted(tokens, number)):
            end = number.stop
        else:
            found.append(number)
    return found


def _joined(tokens: Tokens, number: NumberMention, end: int) -> bool:
    """Tell whether a numeral stands right behind token ``end``, or one joint word or mark lies between."""
    if number.style != "digits" or not 0 <= number.first - end <= 1:
        return False
    return tokens.norms[end] in _JOINTS if number.first > end else bool(number.prefix)


def is_label(tokens: Tokens, number: NumberMention) -> bool:
    """Tell a number that names a thing and measures nothing: a telephone, an identity card, an article of law, a model.

    >>> from claimcheck.recognizers.numbers import recognize_numbers
    >>> t = Tokens.of("المادة 5 وطريق 60")
    >>> [is_label(t, n) for n in recognize_numbers(t)]
    [True, True]
    """
    before = word_before(tokens, number.first)
    if (
        _behind_label(tokens, number, before)
        or _behind_adjective(tokens, number, before)
        or (number.definite and before in _words("clubs"))  # مجموعة العشرين, مجموعة الـ77
        or _year_behind_noun(tokens, number, before)
        or _law(tokens, number, before)
        or _tagged(tokens, number)
    ):
        return True
    return number.style == "digits" and (
        _identity(tokens, number)
        or _part_of_name(tokens, number)
        or _list_number(tokens, number)
        or _chain(tokens, number)
    )


def _behind_label(tokens: Tokens, number: NumberMention, before: str) -> bool:
    """المادة 5, وطريق 60: the word before says that the number is a name."""
    labels = _words("label")
    return (before in labels or (before[:1] in "وبلف" and before[1:] in labels)) and not _counted(tokens, number)


def _behind_adjective(tokens: Tokens, number: NumberMention, before: str) -> bool:
    """القرار الأممي 2216: an adjective stands between."""
    first = number.first
    if number.style != "digits" or first < 2 or not before.startswith("ال"):
        return False
    index = first - 2 - (tokens.norms[first - 1] in _SKIPPED)
    return index >= 0 and tokens.norms[index] in _words("label") and not _counted(tokens, number)


def _year_behind_noun(tokens: Tokens, number: NumberMention, before: str) -> bool:
    """عام 1135: a year that no calendar of the times holds."""
    surface = tokens.norms[number.first]
    year = surface.isdigit() and 3 <= len(surface) <= 4 and before in _words("years")
    return year and not _counted(tokens, number)


def _law(tokens: Tokens, number: NumberMention, before: str) -> bool:
    """الأمر عدد 717: in the Maghreb the number of a text of law."""
    if before != "عدد":
        return False
    return word_before(tokens, max(0, number.first - 1)) in _words("laws")


def _tagged(tokens: Tokens, number: NumberMention) -> bool:
    """#مجموعة_20: inside a tag."""
    return number.first > 0 and tokens.norms[number.first - 1] in {"_", "#"}


def word_before(tokens: Tokens, index: int) -> str:
    """Return the word before a number, brackets and colons skipped, or an empty string."""
    norms = tokens.norms
    index -= 1
    while index >= 0 and norms[index] in _SKIPPED:
        index -= 1
    return norms[index] if index >= 0 else ""


def _counted(tokens: Tokens, number: NumberMention) -> bool:
    """A label word in front of a figure with a unit of its own is no label: القانون 5 سنوات, رحلة 3 ساعات."""
    from claimcheck.recognizers.currencies import money_at
    from claimcheck.recognizers.units import unit_at

    stop = number.stop
    if number.ordinal or word_before(tokens, number.first) in {"رقم", "الرقم", "برقم"}:
        return False
    whole = isinstance(number.value, int) and number.style == "digits"
    if whole and stop < len(tokens) and suits(tokens.words[stop], int(number.value)):
        return True  # القرار 120 نائبا
    return number.scaled or any(hit is not None for hit in (unit_at(tokens, stop), money_at(tokens, stop)))


def _identity(tokens: Tokens, number: NumberMention) -> bool:
    """Telephone, identity and account numbers: many digits in a row, or a leading zero that is no decimal."""
    surface = tokens.norms[number.first]
    if number.stop != number.first + 1:
        return False
    return (surface.isdigit() and len(surface) > _LONGEST_COUNT) or (surface[0] == "0" and surface[1:2].isdigit())


def _part_of_name(tokens: Tokens, number: NumberMention) -> bool:
    """F16, COVID-19, 5G, @club22: beside Latin letters without a space, or behind # and @."""
    first, stop = number.first, number.stop
    if first and tokens.glued(first - 1):
        before = tokens.words[first - 1]
        if before.shape == "latin" and before.norm not in {"us"}:
            return True
        if before.norm in {"#", "@", "_", "+"}:
            return True
        if before.norm == "-" and first > 1 and tokens.words[first - 2].shape == "latin":
            return True
    return stop < len(tokens) and tokens.norms[stop] in {"+", "_", "@"} and tokens.glued(stop - 1)


def _list_number(tokens: Tokens, number: NumberMention) -> bool:
    """A number that opens a line before a dash, a bracket or a full stop: the numbering of a list."""
    first, stop = number.first, number.stop
    if _inline_number(tokens, number):
        return True
    if stop != first + 1 or stop + 1 >= len(tokens) or tokens.norms[stop] not in {"-", ".", ")", "ـ", "/", ":"}:
        return False
    if tokens.norms[stop + 1] == "صفر" or not _short(number):
        return False
    opened = first and tokens.norms[first - 1] == "(" and tokens.norms[stop] == ")"
    line = first - 1 if opened else first
    return (
        tokens.newline_before(line) and tokens.words[stop + 1].shape == "word" and not _unit_follows(tokens, stop + 1)
    )


def _inline_number(tokens: Tokens, number: NumberMention) -> bool:
    """A rank in a table that was run into lines: 1- النادي ... 2- النجم ..."""
    stop = number.stop
    if stop + 1 >= len(tokens) or tokens.norms[stop] != "-" or not tokens.glued(stop - 1) or tokens.glued(stop):
        return False
    dashed = number.first and tokens.norms[number.first - 1] == "-"
    return not dashed and _short(number) and tokens.words[stop + 1].shape == "word" and tokens.norms[stop + 1] != "صفر"


def _short(number: NumberMention) -> bool:
    return isinstance(number.value, int) and number.value < 100


def _unit_follows(tokens: Tokens, index: int) -> bool:
    from claimcheck.recognizers.units import unit_at

    return unit_at(tokens, index) is not None


def _chain(tokens: Tokens, number: NumberMention) -> bool:
    """Three numbers or more joined by glued dashes: a formation (4-3-3), a telephone, a date."""
    length, index = 1, number.first
    while (
        length < 3 and index > 1 and tokens.norms[index - 1] in {"-", "/"} and _glued_number(tokens, index - 2, index)
    ):
        index -= 2
        length += 1
    index = number.stop - 1
    last = len(tokens) - 2
    while (
        length < 3
        and index < last
        and tokens.norms[index + 1] in {"-", "/"}
        and _glued_number(tokens, index + 2, index)
    ):
        index += 2
        length += 1
    return length > 2


def _glued_number(tokens: Tokens, index: int, other: int) -> bool:
    low = min(index, other)
    return tokens.words[index].shape == "number" and tokens.glued(low) and tokens.glued(low + 1)


def is_no_figure(tokens: Tokens, draft: Draft) -> bool:
    """Tell a number that took neither unit nor noun nor bound and is none: a year, a quoted name, half-time.

    First and second in words are no figures either, nor is "one" without a noun.
    """
    number = draft.number
    if number is None:
        return False
    if number.ordinal:
        small = isinstance(draft.value, int) and draft.value < 3 and number.style == "words"
        return small or _numbers_a_list(tokens, draft)
    if draft.fraction:
        return _no_share(tokens, draft)
    if not draft.bare or number.style == "words":
        return draft.bare and draft.value == 1
    return (
        _day(tokens, draft)
        or _before_christ(tokens, draft)
        or _quoted(tokens, draft)
        or _year(tokens, draft)
        or _stroke(tokens, draft)
        or _model(tokens, draft)
    )


def _day(tokens: Tokens, draft: Draft) -> bool:
    """The day of a month named before: في 23 منه."""
    following = tokens.norms[draft.stop] if draft.stop < len(tokens) else ""
    return following in {"منه", "الجاري", "الماضي"} and draft.value is not None and draft.value <= 31


def _before_christ(tokens: Tokens, draft: Draft) -> bool:
    """1200 قبل الميلاد, 1200 ق.م: a year, or two; 15,00 ت غ is a time of day."""
    following = tokens.norms[draft.stop : draft.stop + 2]
    return following == ["قبل", "الميلاد"] or following[:1] in (["ق"], ["ت"])


def _model(tokens: Tokens, draft: Draft) -> bool:
    """A bare number behind Latin letters is part of a name: iPhone 6."""
    return draft.core[0] > 0 and tokens.words[draft.core[0] - 1].shape == "latin"


def _numbers_a_list(tokens: Tokens, draft: Draft) -> bool:
    """خامسا at the head of a sentence, or before a colon, numbers what follows."""
    first, stop = draft.core
    if not tokens.norms[stop - 1].endswith("ا") or (draft.number is not None and draft.number.definite):
        return False
    head = first == 0 or tokens.newline_before(first) or tokens.norms[first - 1] in {".", "؛", ":", "؟"}
    return head or (stop < len(tokens) and tokens.norms[stop] in {":", "-", "؛"})


def _no_share(tokens: Tokens, draft: Draft) -> bool:
    """نصف نهائي, النصف الأول, and a fraction of nothing."""
    after = tokens.norms[draft.core[1]] if draft.core[1] < len(tokens) else ""
    if after in _words("no_share") or (draft.unit_at and tokens.norms[draft.unit_at[0]] in _words("no_share")):
        return True
    definite = draft.number is not None and draft.number.definite and draft.kind == "count"
    return definite or (draft.bare and draft.kind == "count" and not after.endswith(("هم", "ها", "ه", "هن")))


def _quoted(tokens: Tokens, draft: Draft) -> bool:
    """A bare number that closes a quotation mark is a name: "1", قناة "روسيا 24"."""
    stop = draft.stop
    closed = stop < len(tokens) and tokens.norms[stop] in _CLOSING_MARKS and tokens.glued(stop - 1)
    return closed and draft.modifier == "exact"


def _year(tokens: Tokens, draft: Draft) -> bool:
    value = draft.value
    plain = tokens.norms[draft.core[0]].isdigit() and draft.core[1] == draft.core[0] + 1
    return draft.modifier == "exact" and plain and isinstance(value, int) and value in _YEARS and draft.kind == "count"


def _stroke(tokens: Tokens, draft: Draft) -> bool:
    """A bare number beside a glued stroke: a date, a season, a reference (2017/2018, 24/7)."""
    first, stop = draft.core
    before = first > 0 and tokens.norms[first - 1] == "/" and tokens.glued(first - 1)
    behind = stop < len(tokens) and tokens.norms[stop] == "/" and tokens.glued(stop - 1)
    numbers = (before and first > 1 and tokens.words[first - 2].shape == "number") or (
        behind and stop + 1 < len(tokens) and tokens.words[stop + 1].shape in {"number", "word"}
    )
    return bool(numbers)
