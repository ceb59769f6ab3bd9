"""The mentions of a text, handed out clause by clause, and the attributed contents that are open at a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.model.spans import Span
from claimcheck.recognizers.clauses_text import Range
from claimcheck.text.tokens import Tokens

_NONE = range(0)


def place(tokens: Tokens, span: Span | None) -> Range:
    """Return the token range of a span; a token whose proclitic the span leaves out belongs to it."""
    if span is None:
        return 0, 0
    starts = tokens.starts
    begin = bisect_right(starts, span.start) or 1
    return begin - 1, bisect_left(starts, span.end, begin - 1)


class Queue:
    """Mentions in text order, given by their first tokens; each is handed out once."""

    def __init__(self, firsts: Sequence[int], size: int) -> None:
        """Take the first tokens, in order; ``size`` is the number of tokens of the text."""
        self.firsts = [*firsts, size + 1]
        self.used = 0
        self.next = self.firsts[0]  # where the next mention begins

    def take(self, stop: int) -> range:
        """Return the positions of the mentions that begin before ``stop`` and were not handed out before.

        >>> queue = Queue([1, 4, 5], size=9)
        >>> [list(queue.take(stop)) for stop in (1, 5, 9)]
        [[], [0, 1], [2]]
        """
        if self.next >= stop:
            return _NONE
        begin, firsts = self.used, self.firsts
        self.used = bisect_left(firsts, stop, begin)
        self.next = firsts[self.used]
        return range(begin, self.used)


class Contents:
    """The attributed contents of a text as token ranges; they are nested, so those open at a place form a stack."""

    def __init__(self, ranges: Sequence[Range], size: int) -> None:
        """Take the ranges by position; ``size`` is the number of tokens of the text."""
        order = sorted(range(len(ranges)), key=lambda k: (ranges[k][0], -ranges[k][1]))
        self.waiting = [(*ranges[k], k) for k in reversed(order)]
        self.cuts = sorted({edge for both in ranges for edge in both})
        self.open: list[tuple[int, int]] = []
        self.next = self.waiting[-1][0] if self.waiting else size + 1
        self.size = size

    def covering(self, first: int, stop: int) -> int | None:
        """Return the innermost content that covers ``[first, stop)``; to be asked in text order.

        >>> contents = Contents([(0, 9), (2, 5)], size=10)
        >>> [contents.covering(*clause) for clause in ((0, 2), (3, 5), (5, 8), (9, 10))]
        [0, 1, 0, None]
        """
        while self.next <= first:
            _, end, k = self.waiting.pop()
            self.open.append((end, k))
            self.next = self.waiting[-1][0] if self.waiting else self.size + 1
        stack = self.open
        while stack and stack[-1][0] <= first:
            stack.pop()
        for end, k in reversed(stack):
            if end >= stop:
                return k
        return None
