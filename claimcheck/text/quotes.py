"""Quotation marks, paired: every kind that newspapers use, nested, unclosed, and with spaces on the wrong side.

Guillemets and curly marks say which side they are; the ASCII mark and two apostrophes do not. Those close what is open,
unless they clearly open: a space before, none behind, and a mark of the same kind further on in the line to close the
outer one. A line end closes what is still open, since a paragraph that goes on with a quotation opens it again.
"""

from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, frozen

from claimcheck.text.places import places
from claimcheck.text.tokens import Tokens

_OPENERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "”": "“"}
_CLOSERS = frozenset("»”›“")
_AMBIGUOUS = '"'
_APOSTROPHES = frozenset("'’‘`´")
_MAX_DEPTH = 3


@frozen
class Quotation:
    """A quotation as token indices: its opening mark, its closing mark (``None`` where unclosed), what lies between.

    ``start`` and ``stop`` bound the quoted tokens, marks left out.
    """

    opener: int
    closer: int | None
    start: int
    stop: int


@define(eq=False)
class _Mark:
    """A quotation mark of one or two tokens (two apostrophes), as it stands: ``free`` sides are those with a space.

    The sides are told only for marks whose direction depends on them.
    """

    first: int
    stop: int
    text: str
    free_before: bool = False
    free_behind: bool = False


def quotations(tokens: Tokens) -> list[Quotation]:
    """Pair the quotation marks of a text, in the order of their opening marks; each mark is used once.

    >>> def texts(text): t = Tokens.of(text); return [t.span(q.start, q.stop).of(text) for q in quotations(t)]
    >>> texts("قال: «نعم» و''ربما''.")
    ['نعم', 'ربما']
    >>> texts('قال "إن حركة "الغد" فازت".')
    ['إن حركة "الغد" فازت', 'الغد']
    """
    found: list[Quotation] = []
    for line, end in _lines(tokens):
        found.extend(_paired(line, end))
    return sorted(found, key=lambda quotation: quotation.opener)


def _lines(tokens: Tokens) -> Iterator[tuple[list[_Mark], int]]:
    """Yield the quotation marks of each line that has any, with the token behind the line."""
    marks = list(_marks(tokens))
    if not marks:
        return
    starts = [*sorted(tokens.line_starts), len(tokens)]
    line: list[_Mark] = []
    end = starts[bisect_right(starts, marks[0].first)]
    for mark in marks:
        if mark.first >= end:
            yield line, end
            line = []
            end = starts[bisect_right(starts, mark.first)]
        line.append(mark)
    yield line, end


def _marks(tokens: Tokens) -> Iterator[_Mark]:
    """Yield the quotation marks of a text; a lone apostrophe is none, two that touch are one."""
    words = tokens.words
    relevant = places(tokens, QUOTATION_MARKS)
    for index, here in enumerate(relevant):
        text = words[here].text
        if text in _APOSTROPHES and text != "‘":
            doubled = index + 1 < len(relevant) and relevant[index + 1] == here + 1 and _touching(tokens, here)
            if doubled and words[here + 1].text in _APOSTROPHES:
                yield _Mark(here, here + 2, _AMBIGUOUS, *_sides(tokens, here, here + 2))
            elif text == "’":
                yield _Mark(here, here + 1, text)
        elif text in _TURNED:
            yield _Mark(here, here + 1, text, *_sides(tokens, here, here + 1))
        elif text in _ALL:
            yield _Mark(here, here + 1, text)


_ALL = frozenset(_OPENERS) | _CLOSERS | {_AMBIGUOUS, "’"}
_TURNED = frozenset({_AMBIGUOUS, "“"})
QUOTATION_MARKS = _ALL | _APOSTROPHES


def _touching(tokens: Tokens, index: int) -> bool:
    return tokens.end(index) == tokens.starts[index + 1]


def _sides(tokens: Tokens, first: int, stop: int) -> tuple[bool, bool]:
    """Tell on which sides of a mark a space or a line end stands."""
    return first == 0 or not tokens.glued(first - 1), stop >= len(tokens) or not tokens.glued(stop - 1)


def _paired(marks: list[_Mark], end: int) -> Iterator[Quotation]:
    """Pair the marks of one line, which ends before the token ``end``."""
    stack: list[_Mark] = []
    ambiguous = sum(mark.text == _AMBIGUOUS for mark in marks)
    used: set[int] = set()
    for mark in marks:
        if mark.first in used:
            continue
        if mark.stop - mark.first == 2:
            used.add(mark.first + 1)
        if mark.text == _AMBIGUOUS:
            ambiguous -= 1
        if stack and _closes(stack, mark, ambiguous):
            yield _quotation(stack.pop(), mark)
        elif mark.text in _OPENERS or mark.text == _AMBIGUOUS:
            stack.append(mark)
        elif mark.text in _CLOSERS and stack:
            yield _quotation(stack.pop(), mark)
    for opener in stack:
        if opener.text != "‘" and opener.stop <= end:
            yield Quotation(opener.first, None, opener.stop, end)


def _quotation(opener: _Mark, closer: _Mark) -> Quotation:
    return Quotation(opener.first, closer.first, opener.stop, closer.first)


def _closes(stack: list[_Mark], mark: _Mark, left: int) -> bool:
    """Tell whether a mark closes the innermost open one; ``left`` ASCII marks are still to come in the line."""
    opener = stack[-1].text
    if mark.text in _OPENERS.get(opener, ""):
        return True
    if opener != _AMBIGUOUS:
        return False
    if mark.text in {"”", "“"}:
        return not (mark.text == "“" and mark.free_before and not mark.free_behind)
    if mark.text != _AMBIGUOUS:
        return False
    nests = mark.free_before and not mark.free_behind and not stack[-1].free_behind
    return not (nests and left > len(stack) and (left - len(stack)) % 2 == 1 and len(stack) < _MAX_DEPTH)
