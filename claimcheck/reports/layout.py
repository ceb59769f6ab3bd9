"""Lines of styled text: one layout for a terminal with colours and for plain text, two columns side by side included.

A line is a list of ``(text, style)``. Column widths count terminal cells. A passage whose direction is not the page's
is isolated line by line, after wrapping, so that a terminal that orders directions itself cannot swap two columns. The
lines of an Arabic page run from right to left as a whole: columns, numbers and all.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import frozen

from claimcheck.reports.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, clean, fitting, is_rtl, isolate, pad, width, wrap
from claimcheck.reports.messages import Language
from claimcheck.reports.view import Passage

if TYPE_CHECKING:
    from rich.text import Text

Line = list[tuple[str, str]]
Title = tuple[str, Sequence[str | None]]


@frozen
class Page:
    """What lines are laid out for: the language, the width in terminal cells, and whether there are colours."""

    language: Language = "en"
    cells: int = 100
    colours: bool = False

    def isolate(self, text: str) -> str:
        """Keep a text whose direction is not the page's to itself."""
        return isolate(text, self.language)

    def directed(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Make lines of an Arabic page run from right to left, filled up so that their right edges meet."""
        for line in lines:
            if self.language == "ar" and line:
                room = " " * (self.cells - sum(width(text) for text, _ in line))
                yield [(_RIGHT_TO_LEFT_ISOLATE, ""), *line, (room + _RIGHT_TO_LEFT_MARK + POP_ISOLATE, "")]
            else:
                yield line


MARK = "bold reverse"
_COMMA = {"en": ", ", "ar": "، "}
_GUTTER = " │ "
_RIGHT_TO_LEFT_ISOLATE = "\u2067"
_RIGHT_TO_LEFT_MARK = "\u200f"  # after the spaces that fill a line up: trailing ones would go to the other side
_NARROW = 72  # cells; below this, passages stand under each other


def short(text: str, cells: int) -> str:
    """Clean ``text`` and cut it down to ``cells`` terminal cells.

    >>> short("a long text", 7)
    'a long…'
    """
    safe = clean(text)
    if width(safe) <= cells:
        return safe
    return f"{safe[: fitting(safe, cells - 1)].rstrip()}…"


def listed(parts: Sequence[str | None], cells: int, lead: str = "", page: Page | None = None) -> str:
    """Join what is known with commas, each part isolated (a date beside Arabic would turn around), within ``cells``."""
    page = page or Page()
    shown = page.isolate(short(lead, cells))
    for number, part in enumerate(filter(None, parts)):
        comma = (_COMMA[page.language] if number else ": ") if shown else ""
        room = cells - width(shown + comma)
        if room < 2:
            break
        shown += comma + page.isolate(short(part, room))
    return shown


def columns(header: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int], page: Page) -> Iterator[Line]:
    """Lay out a table: cells are cut to ``limits`` and isolated, the header is dim."""
    cut = [[page.isolate(short(cell, limit)) for cell, limit in zip(row, limits, strict=True)] for row in rows]
    titles = [page.isolate(title) for title in header]
    widths = [max(map(width, column)) for column in zip(titles, *cut, strict=True)]
    for number, row in enumerate([titles, *cut]):
        cells = "  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True))
        yield [("  ", ""), (cells.rstrip(), "" if number else "dim")]


def _marked_words(passage: Passage) -> tuple[str, list[bool]]:
    """Return a passage as one cleaned text, and for each character whether it stands in the marked part."""
    text = ""
    flags: list[bool] = []
    for piece in passage:
        safe = clean(piece.text)
        text += safe
        flags += [piece.marked] * len(safe)
    return text, flags


def _runs(line: str, flags: Sequence[bool], colours: bool) -> Line:
    """Split a line at the marks. Without colours, brackets stand for them."""
    runs: Line = []
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or flags[at] != flags[start]:
            word, marked = line[start:at], flags[start]
            runs.append((f"[{word}]" if marked and not colours else word, MARK if marked else ""))
            start = at
    return runs


def _column(passage: Passage, cells: int, page: Page) -> list[Line]:
    """Wrap a passage to ``cells``; each line is filled up, in front where its direction is not the page's."""
    text, flags = _marked_words(passage)
    spare = 0 if page.colours else 2  # room for the brackets
    lines: list[Line] = []
    position = 0
    foreign = is_rtl(text) != (page.language == "ar")
    for line in wrap(text, cells - spare):
        position = text.index(line.split(" ", 1)[0], position)
        place = _places(text, line, position)
        runs = _runs(line, [flags[at] for at in place], page.colours)
        position = place[-1] + 1
        room = " " * (cells - sum(width(run) for run, _ in runs))
        body = [(FIRST_STRONG_ISOLATE, ""), *runs, (POP_ISOLATE, "")]
        lines.append([(room, ""), *body] if foreign else [*body, (room, "")])
    return lines


def _places(text: str, line: str, position: int) -> list[int]:
    """Return for each character of a wrapped line its place in ``text``, where white space may have been longer."""
    places = []
    for char in line:
        if char != " ":
            while text[position] != char:
                position += 1
        places.append(position)
        position += 1
    return places


def side_by_side(first: Passage, second: Passage, titles: tuple[Title, Title], page: Page) -> Iterator[Line]:
    """Set two passages beside each other under their titles; on a narrow terminal, under each other."""
    if page.cells < _NARROW:
        for title, passage in zip(titles, (first, second), strict=True):
            yield [("  ", ""), (listed(title[1], page.cells - 4, title[0], page), "dim")]
            yield from ([("    ", ""), *line] for line in _column(passage, page.cells - 6, page))
        return
    half = (page.cells - 2 - len(_GUTTER)) // 2
    heads = [pad(listed(title[1], half, title[0], page), half) for title in titles]
    yield [("  ", ""), (heads[0], "dim"), (_GUTTER, "dim"), (heads[1].rstrip(), "dim")]
    blank: Line = [(" " * half, "")]
    for one, other in zip_longest(_column(first, half, page), _column(second, half, page), fillvalue=blank):
        yield [("  ", ""), *one, (_GUTTER, "dim"), *other]


def plain(lines: Sequence[Line]) -> str:
    """Write lines as plain text."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def styled(line: Line) -> "Text":
    """Return a line for a rich console. Markup in texts is never interpreted."""
    from rich.text import Text

    return Text.assemble(*line, no_wrap=True, overflow="ignore", end="\n")
