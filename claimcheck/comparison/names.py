"""Two names of persons: the same, compatible, or different, as an alignment of their parts.

Every part of both names stands in exactly one row: beside its counterpart with the level that decided
(``names_sounds``), or alone. From the rows follows the outcome, by the first of these that is true:

- ``different``: nothing matches; or two parts that do not match stand at the same place
  (محمد بن سلمان، محمد بن سليمان); or one is the father of the other (سلمان بن عبد العزيز، محمد بن سلمان بن عبد العزيز);
- ``compatible``: one leaves parts out (the family name alone, no middle name), or has a pet name or an initial;
- ``same``: every part has its counterpart.

Titles, wishes and particles (بن، آل) decide nothing, but have their rows. What has more than forty parts is no name; it
is the same or different part by part.
"""

from functools import lru_cache
from typing import Literal

from attrs import evolve, frozen

from claimcheck.comparison.names_sounds import WEIGHTS, PartLevel, part_level
from claimcheck.errors import text_of
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names_lexicon import kunyas, leading_names
from claimcheck.recognizers.names_parts import NamePart, NameParts, split_name
from claimcheck.text.orthography import fold

NameLevel = Literal["same", "compatible", "different"]
_PARTS_LIMIT = 40
RowLevel = Literal[
    "exact", "known variant", "nickname", "initial", "respelled", "other", "only one", "title", "particle"
]


@frozen
class NameRow:
    """One row of an alignment: what the first name has, what the second has (or ``None``), and the level."""

    a: str | None
    b: str | None
    level: RowLevel


@frozen
class NameComparison:
    """The outcome of a comparison: ``level``, a ``score`` in [0, 1] that grows with it, and the rows.

    Scores of ``different`` lie below .5, of ``compatible`` from .6 to below .9, of ``same`` from .93; 1 is the same
    spelling.
    """

    level: NameLevel
    score: float
    rows: tuple[NameRow, ...]

    def explain(self) -> str:
        """Print the alignment, a line a row."""
        lines = [f"{self.level} ({self.score:.2f})"]
        lines += [f"{row.a or '-'} | {row.b or '-'} | {row.level}" for row in self.rows]
        return "\n".join(lines)


def compare_names(a: str | Name, b: str | Name) -> NameComparison:
    """Compare two names of persons, in Arabic or Latin letters, with or without titles.

    >>> compare_names("إلهام علييف", "الهام عليف").level, compare_names("الرئيس بوتين", "Vladimir Putin").level
    ('same', 'compatible')
    >>> compare_names("محمد بن سلمان", "محمد بن سليمان").level
    'different'
    """
    first = split_name(a.canonical if isinstance(a, Name) else text_of(a))
    second = split_name(b.canonical if isinstance(b, Name) else text_of(b))
    return _compare(first, second)


@lru_cache(maxsize=16384)
def _compare(a: NameParts, b: NameParts) -> NameComparison:
    """Compare two names; they are aligned in one fixed order, so that the outcome is symmetric."""
    if len(a.parts) != len(b.parts) and len(a.parts) + len(b.parts) <= _PARTS_LIMIT:
        a, b = _unveiled(a, b), _unveiled(b, a)
        a, b = _joined(a, b), _joined(b, a)
    turned = b.text < a.text
    first, second = (b.parts, a.parts) if turned else (a.parts, b.parts)
    pairs = _align(first, second, a.foreign or b.foreign)
    level = _level(first, second, pairs)
    matched = 2 * sum([WEIGHTS[pair[2]] for pair in pairs])
    if turned:
        pairs = [(j, i, part) for i, j, part in pairs]
    return NameComparison(level, _score(level, matched, len(first) + len(second)), _rows(a, b, pairs))


def _unveiled(name: NameParts, other: NameParts) -> NameParts:
    """Put the full name for a kunya that the lexicon knows, where the other name is none."""
    if len(name.parts) == 1 and len(other.parts) > 1:
        full = kunyas().get(fold(name.parts[0].text))
        if full:
            return split_name(full)
    return name


def _joined(name: NameParts, other: NameParts) -> NameParts:
    """Join two neighbouring parts that the other name writes as one (جين بينغ، جينبينغ)."""
    parts = name.parts
    if len(parts) <= len(other.parts):
        return name
    for at in range(len(parts) - 1):
        left, right = parts[at : at + 2]
        if min(len(left.norm), len(right.norm)) < 2:  # an initial is no half of a name
            continue
        both = evolve(left, text=f"{left.text} {right.text}", norm=left.norm + right.norm, lexemes=frozenset())
        if any(part_level(both, part, True) in ("exact", "respelled") for part in other.parts):
            return evolve(name, parts=(*parts[:at], both, *parts[at + 2 :]))
    return name


Pair = tuple[int, int, PartLevel]


def _straight(a: tuple[NamePart, ...], b: tuple[NamePart, ...], foreign: bool) -> list[Pair] | None:
    """Match two names of as many parts one by one, if all match."""
    found: list[Pair] = []
    for i, part in enumerate(a):
        level = part_level(part, b[i], foreign)
        if level == "other":
            return None
        found.append((i, i, level))
    return found


def _align(a: tuple[NamePart, ...], b: tuple[NamePart, ...], foreign: bool) -> list[Pair]:
    """Match parts in order so that the sum of weights is greatest."""
    straight = _straight(a, b, foreign) if len(a) == len(b) else None
    if straight is not None:
        return straight
    if len(a) > _PARTS_LIMIT or len(b) > _PARTS_LIMIT:  # a text, no name: the same only part by part
        return []
    levels = [[part_level(x, y, foreign) for y in b] for x in a]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            weight = WEIGHTS[levels[i][j]]
            both = weight + best[i + 1][j + 1] if weight else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    found: list[Pair] = []
    i = j = 0
    while i < len(a) and j < len(b):
        weight = WEIGHTS[levels[i][j]]
        if weight and best[i][j] == weight + best[i + 1][j + 1]:
            found.append((i, j, levels[i][j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _level(a: tuple[NamePart, ...], b: tuple[NamePart, ...], pairs: list[Pair]) -> NameLevel:
    """Return the outcome; see the module."""
    if not pairs or _clash(len(a), len(b), pairs) or _father(a, b, pairs):
        return "different"
    if len(pairs) < len(a) or len(pairs) < len(b):
        return "compatible"
    return "compatible" if any(level in ("nickname", "initial") for _, _, level in pairs) else "same"


def _clash(size_a: int, size_b: int, pairs: list[Pair]) -> bool:
    """Tell whether both names have a part left over at one place between, before or behind the matches."""
    i = j = 0
    for x, y, _ in [*pairs, (size_a, size_b, "other")]:
        if x > i and y > j:
            return True
        i, j = x + 1, y + 1
    return False


def _father(a: tuple[NamePart, ...], b: tuple[NamePart, ...], pairs: list[Pair]) -> bool:
    """Tell whether the first name of one is a later part of the other: a father, or somebody else altogether."""
    i, j, _ = pairs[0]
    if i == j == 0:
        return False
    first, whole, at = (a[0], b, j) if i == 0 else (b[0], a, i)
    size = len(a) if i == 0 else len(b)
    if (i and j) or len(pairs) < size:
        return True
    if size == 1:
        # A family name alone stands at the end; behind بن it is one only if it is written with بن again.
        return at != len(whole) - 1 or (whole[at].patronymic and not first.patronymic and first.given)
    if whole[at].patronymic and not first.patronymic:
        return True
    leading = whole[0]
    return first.given and not first.foreign and leading.lexemes.isdisjoint(leading_names())


def _score(level: NameLevel, matched: int, total: int) -> float:
    """Return the score inside the range of its level: the share of parts that match, weighted (in hundredths)."""
    if level == "same":  # from .93, the weight of the weakest level, to 1
        return matched / (100 * total)
    return (60 * 100 * total + 29 * matched if level == "compatible" else 49 * matched) / (10_000 * max(total, 1))


def _rows(a: NameParts, b: NameParts, pairs: list[Pair]) -> tuple[NameRow, ...]:
    """Return the rows in the order of the names; titles and particles come last."""
    rows: list[NameRow] = []
    first, second = a.parts, b.parts
    i = j = 0
    for x, y, level in pairs:
        rows += [_row(part, None, "only one") for part in first[i:x]]
        rows += [_row(None, part, "only one") for part in second[j:y]]
        rows.append(_row(first[x], second[y], level))
        i, j = x + 1, y + 1
    rows += [_row(part, None, "only one") for part in first[i:]]
    rows += [_row(None, part, "only one") for part in second[j:]]
    if a.titles or b.titles:
        rows += [NameRow(word, None, "title") for word in a.titles] + [NameRow(None, w, "title") for w in b.titles]
    if a.links or b.links:
        rows += [NameRow(word, None, "particle") for word in a.links] + [NameRow(None, w, "particle") for w in b.links]
    return tuple(rows)


@lru_cache(maxsize=65536)
def _row(a: NamePart | None, b: NamePart | None, level: RowLevel) -> NameRow:
    """Return the one row of two parts, shared between comparisons."""
    return NameRow(a.text if a else None, b.text if b else None, level)
