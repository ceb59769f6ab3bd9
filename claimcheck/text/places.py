"""Where given marks stand in a text: found by search in the text, since most texts have few or none of them."""

from bisect import bisect_right
from collections.abc import Iterable

from claimcheck.text.tokens import Tokens


def places(tokens: Tokens, marks: Iterable[str]) -> list[int]:
    """Return the tokens that are one of ``marks`` (single characters), in text order; those inside numbers are none.

    >>> places(Tokens.of("3.5 م. نعم."), ".")
    [2, 4]
    """
    text, words, starts = tokens.text, tokens.words, tokens.starts
    found: list[int] = []
    for mark in marks:
        position = text.find(mark)
        while position >= 0:
            index = bisect_right(starts, position) - 1
            if words[index].text == mark:
                found.append(index)
            position = text.find(mark, position + 1)
    found.sort()
    return found
