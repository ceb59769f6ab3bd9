"""Two names of persons: the same, compatible, or different, as an alignment of their parts.

Every part of both names stands in exactly one row: beside its counterpart with the level that decided
(``names_sounds``), or alone. From the rows follows the outcome, by the first of these that is true:

- ``different``: nothing matches; or two parts that do not match stand at the same place
  (محمد بن سلمان، محمد بن سليمان); or one is the father of the other (سلمان بن عبد العزيز، محمد بن سلمان بن عبد العزيز);
- ``compatible``: one leaves parts out (the family name alone, no middle name), or has a pet name or an initial;
- ``same``: every part has its counterpart.

Titles, wishes and particles (بن، آل) decide nothing, but have their rows.
"""

from functools import lru_cache
from typing import Literal

from attrs import evolve, frozen

from claimcheck.comparison.names_sounds import WEIGHTS, PartLevel, part_level
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names_lexicon import kunyas, leading_names
from claimcheck.recognizers.names_parts import NamePart, NameParts, split_name

NameLevel = Literal["same", "compatible", "different"]
RowLevel = PartLevel | Literal["only one", "title", "particle"]


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
    first = split_name(a.canonical if isinstance(a, Name) else a)
    second = split_name(b.canonical if isinstance(b, Name) else b)
    if _order(second) < _order(first):
        found = _compare(second, first)
        return NameComparison(found.level, found.score, tuple(NameRow(r.b, r.a, r.level) for r in found.rows))
    return _compare(first, second)


def _order(name: NameParts) -> tuple[str, ...]:
    return tuple(part.text for part in name.parts)


@lru_cache(maxsize=16384)
def _compare(a: NameParts, b: NameParts) -> NameComparison:
    """Compare in one fixed order, so that the outcome is symmetric."""
    a, b = _unveiled(a, b), _unveiled(b, a)
    if len(a.parts) != len(b.parts):
        a, b = _joined(a, b), _joined(b, a)
    pairs = _align(a.parts, b.parts)
    level = _level(a.parts, b.parts, pairs)
    return NameComparison(level, _score(level, a.parts, b.parts, pairs), _rows(a, b, pairs))


def _unveiled(name: NameParts, other: NameParts) -> NameParts:
    """Put the full name for a kunya that the lexicon knows, where the other name is none."""
    if len(name.parts) == 1 and len(other.parts) > 1:
        full = kunyas().get(" ".join(word for word in name.parts[0].text.split()).translate({0x623: "ا"}))
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


def _align(a: tuple[NamePart, ...], b: tuple[NamePart, ...]) -> list[Pair]:
    """Match parts in order so that the sum of weights is greatest."""
    foreign = any(part.foreign for part in (*a, *b))
    if len(a) == len(b):
        level_pairs = [(i, i, part_level(x, y, foreign)) for i, (x, y) in enumerate(zip(a, b, strict=True))]
        if all(level != "other" for _, _, level in level_pairs):
            return level_pairs
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
    if len(pairs) == len(a) == len(b) and not any(level in ("nickname", "initial") for _, _, level in pairs):
        return "same"
    return "compatible"


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


def _score(level: NameLevel, a: tuple[NamePart, ...], b: tuple[NamePart, ...], pairs: list[Pair]) -> float:
    """Return the score inside the range of its level: the share of parts that match, weighted."""
    matched, total = 2 * sum(WEIGHTS[part] for _, _, part in pairs), len(a) + len(b)
    if level == "same":  # from .93, the weight of the weakest level, to 1
        return matched / (100 * total)
    return (60 * 100 * total + 29 * matched if level == "compatible" else 49 * matched) / (10_000 * max(total, 1))


def _rows(a: NameParts, b: NameParts, pairs: list[Pair]) -> tuple[NameRow, ...]:
    """Return the rows in the order of the names; titles and particles come last."""
    rows: list[NameRow] = []
    i = j = 0
    ends: Pair = (len(a.parts), len(b.parts), "other")
    for x, y, level in [*pairs, ends]:
        rows += [NameRow(part.text, None, "only one") for part in a.parts[i:x]]
        rows += [NameRow(None, part.text, "only one") for part in b.parts[j:y]]
        if (x, y, level) != ends:
            rows.append(NameRow(a.parts[x].text, b.parts[y].text, level))
        i, j = x + 1, y + 1
    for words_a, words_b, kind in ((a.titles, b.titles, "title"), (a.links, b.links, "particle")):
        rows += [NameRow(word, None, kind) for word in words_a]  # type: ignore[arg-type]
        rows += [NameRow(None, word, kind) for word in words_b]  # type: ignore[arg-type]
    return tuple(rows)
