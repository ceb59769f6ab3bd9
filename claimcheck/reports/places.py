"""Where something stands, as other tools want it: lines and columns of a text, and the address of a file."""

from bisect import bisect_right
from pathlib import Path
from urllib.parse import quote

from claimcheck.model.spans import Span


class Lines:
    r"""The lines of a text. Lines and columns count from 1, columns in code points.

    >>> Lines("سطر\nآخر").region(Span(4, 7))
    {'startLine': 2, 'startColumn': 1, 'endLine': 2, 'endColumn': 4}
    """

    def __init__(self, text: str) -> None:
        """Find where the lines of ``text`` begin."""
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def region(self, span: Span) -> dict[str, int]:
        """Return a span as a SARIF region; its end column lies behind the last character."""
        first, last = self.place(span.start), self.place(span.end)
        return {"startLine": first[0], "startColumn": first[1], "endLine": last[0], "endColumn": last[1]}


def address(name: str) -> str:
    """Return the URI of a file by the name that the user gave; ``stdin`` for standard input.

    >>> address("my texts/a.txt")
    'my%20texts/a.txt'
    """
    if name == "-":
        return "stdin"
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
