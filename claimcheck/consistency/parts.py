"""Totals against their parts, where the text itself says that these are parts: قتل 12 بينهم 15 جندياً.

A part larger than its total is certain. Parts are added up only where they exclude each other: the text distributes the
total (موزعين بين), or their nouns divide it (نساء beside رجال).
"""

from fractions import Fraction
from functools import cache

from claimcheck.comparison.intervals import interval_of
from claimcheck.consistency.article import Article, Placed, internal, vocabulary
from claimcheck.lexicon import lines, load, words
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Finding
from claimcheck.text.orthography import fold

# Tokens from a total to the word that opens its parts, and from part to part.
_TO_OPENER, _TO_NEXT = 3, 4
# Figures of one sentence that are looked at before and behind a total.
_MOST = 12
# Between an opener and its first part: موزعين بين 20 طالباً.
_JOINTS = frozenset({"بين", "علي", "الي"})
_KINDS = frozenset({"count", "money", "measure"})

Figure = Placed[Quantity]


def part_findings(article: Article) -> list[Finding]:
    """Find totals that are smaller than what the text calls a part of them, or than their parts together."""
    found = []
    for index, total in enumerate(article.figures[:-1]):
        opener = _opener(article, total)
        if opener is None:
            continue
        parts = _parts(article, index, opener)
        finding = _too_large(article, index, parts) or _too_many(article, total, parts, opener)
        if finding is not None:
            found.append(finding)
    return found


def _opener(article: Article, total: Figure) -> int | None:
    """Return where a word stands that makes what follows parts of a total.

    One word of the total's own (12 شخصاً أجنبياً) may stand between; a second could be what really has the parts
    (ثلاثة قضاة سجن المتهمين، بينهم), and so could what و joins (وإصابة العشرات بينهم).
    """
    limit = min(total.stop + _TO_OPENER, article.sentences[total.sentence][1])
    strange = 0
    for index in range(total.stop, limit):
        norm = article.norms[index]
        if norm.removeprefix("و") in _openers():
            return index
        strange += norm not in vocabulary("total_tail")
        if strange > 1 or (norm.startswith("و") and len(norm) > 1):
            return None
    return None


def _parts(article: Article, index: int, opener: int) -> list[Figure]:
    """Return the parts behind an opener: the first close to it, each further one joined by و, all like their total."""
    total = article.figures[index]
    parts: list[Figure] = []
    edge, reach = opener + 1, 0
    if article.norms[edge : edge + 1] and article.norms[edge] in _JOINTS:
        edge += 1
    for figure in article.figures[index + 1 : index + 1 + _MOST]:
        if figure.sentence != total.sentence or figure.first - edge > reach or figure.first < edge:
            break
        if (parts and not article.joined(figure)) or not _like(figure.mention, total.mention):
            break
        parts.append(figure)
        edge, reach = figure.stop, _TO_NEXT
    return parts


def _like(part: Quantity, total: Quantity) -> bool:
    """Tell whether a figure counts what its total counts: persons, one noun, one currency or unit."""
    same = part.kind == total.kind and part.kind in _KINDS and part.unit == total.unit
    if not same or part.value is None or total.value is None or fold(part.unit_text or "") in vocabulary("others"):
        return False
    if part.kind != "count" or part.unit == "person":
        return True
    return part.noun is None or part.noun == total.noun or _class_of(part) is not None


def _too_large(article: Article, index: int, parts: list[Figure]) -> Finding | None:
    """Find a part that exceeds its total, and all that stands before it in the sentence and may belong to the total."""
    if not parts:
        return None
    total, part = article.figures[index], parts[0]
    whole = _highest(article, index)
    low = interval_of(part.mention).low
    if whole is None or low is None or low <= whole:
        return None
    q = part.mention
    level = "a part larger than its total"
    return internal("value", q.span, total.mention.span, q.text, total.mention.text, level, "part")


def _highest(article: Article, index: int) -> Fraction | None:
    """Return the most that a total may be: with the like figures before it in its sentence (7 dead and 5 injured)."""
    total = article.figures[index]
    sum_ = Fraction(0)
    for figure in reversed(article.figures[max(0, index - _MOST) : index + 1]):
        if figure.sentence != total.sentence:
            break
        if not _like(figure.mention, total.mention):
            continue
        high = interval_of(figure.mention).high
        if high is None:
            return None
        sum_ += high
    return sum_


def _too_many(article: Article, total: Figure, parts: list[Figure], opener: int) -> Finding | None:
    """Find parts that exclude each other and together exceed their total."""
    if len(parts) < 2 or not (article.norms[opener] in vocabulary("distribution") or _divide(parts)):
        return None
    high = interval_of(total.mention).high
    lows = [interval_of(part.mention).low for part in parts]
    if high is None or any(low is None for low in lows) or sum(low or 0 for low in lows) <= high:
        return None
    texts = " + ".join(part.mention.text or "" for part in parts)
    place, q = article.covering(parts), total.mention
    return internal("value", place, q.span, texts, q.text, "the parts add up to more than their total", "parts")


def _divide(parts: list[Figure]) -> bool:
    """Tell whether parts are classes of one division, each another one."""
    classes = [_class_of(part.mention) for part in parts]
    if None in classes:
        return False
    divisions = {found[0] for found in classes if found is not None}
    return len(divisions) == 1 and len(set(classes)) == len(classes)


def _class_of(quantity: Quantity) -> tuple[int, int] | None:
    if any(item.what == "noun" for item in quantity.inferred):
        return None
    word = quantity.unit_text or quantity.noun
    return _classes().get(fold(word)) if word else None


@cache
def _classes() -> dict[str, tuple[int, int]]:
    """Map each word of a division to (division, class)."""
    found = {}
    for division, line in enumerate(lines(load("consistency")["divisions"])):
        for place, block in enumerate(line.split("|")):
            found.update({fold(word): (division, place) for word in words(block)})
    return found


@cache
def _openers() -> frozenset[str]:
    return vocabulary("parts") | vocabulary("distribution")
