"""Quotation marks, paired: every kind that newspapers use, nested, unclosed, and with spaces on the wrong side."""

from attrs import frozen

from claimcheck.text.tokens import Tokens

_OPENERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’"}
_CLOSERS = set("»”›")
_AMBIGUOUS = '"'


@frozen
class Quotation:
    """A quotation as token indices: its opening mark, its closing mark (``None`` where unclosed), and what lies between.

    ``start`` and ``stop`` bound the quoted tokens, marks left out.
    """

    opener: int
    closer: int | None
    start: int
    stop: int


def quotations(tokens: Tokens) -> list[Quotation]:
    """Pair the quotation marks of a text, in the order of their opening marks; each mark is used once.

    An ASCII mark (or two apostrophes) opens where none is open and closes where one is; a line end closes what is still
    open, since a paragraph that continues a quotation opens it again.

    >>> t = Tokens.of('قال: "نعم" و«لا».')
    >>> [t.span(q.start, q.stop).of(t.text) for q in quotations(t)]
    ['نعم', 'لا']
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    marks = [i for i, word in enumerate(tokens.words) if word.shape == "mark" and _is_mark(word.text)]
    lines = tokens.line_starts
    previous = -1
    for index in marks:
        if stack and any(line in lines for line in range(previous + 1, index + 1)):
            _close_at_line_end(tokens, stack, found)
        previous = index
        mark = tokens.words[index].text
        if stack and mark in stack[-1][1]:
            opener, _ = stack.pop()
            found.append(Quotation(opener, index, opener + 1, index))
        elif mark in _OPENERS:
            stack.append((index, _OPENERS[mark]))
        elif mark == _AMBIGUOUS:
            stack.append((index, mark + "”“"))
        elif mark in _CLOSERS and stack:
            opener, _ = stack.pop()
            found.append(Quotation(opener, index, opener + 1, index))
    _close_at_line_end(tokens, stack, found)
    return sorted(found, key=lambda quotation: quotation.opener)


def _is_mark(text: str) -> bool:
    return text in _OPENERS or text in _CLOSERS or text == _AMBIGUOUS


def _close_at_line_end(tokens: Tokens, stack: list[tuple[int, str]], found: list[Quotation]) -> None:
    """Close what is open at the end of the line in which it was opened."""
    while stack:
        opener, _ = stack.pop()
        stop = opener + 1
        while stop < len(tokens) and stop not in tokens.line_starts:
            stop += 1
        found.append(Quotation(opener, None, opener + 1, stop))
