"""Two quotations word by word: spelling and synonyms of translation are no difference, a changed content word is.

An ellipsis stands for any words; what one paper left out at either end is no difference.
"""

from attrs import frozen

from claimcheck.comparison.alignment import Level
from claimcheck.comparison.edits import edits
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.terms import is_content
from claimcheck.text.tokens import Tokens

SAME = Level("same words", "agree")
REWORDED = Level("same words in other spelling or translation", "agree")
SHORTENED = Level("one quotation is part of the other", "agree")
CHANGED = Level("a content word is changed", "conflict", "quote")
OTHER = Level("another quotation", "null")


# So many changed words are a change of one quotation; more, beside few that are common, are another quotation.
_CHANGES = 3


@frozen
class QuoteComparison:
    """The level of two quotations, and the words that differ: (of the first, of the second)."""

    level: Level
    changed: tuple[tuple[str, str], ...] = ()


def compare_quotes(first: str, second: str, same_quote: float = 0.6) -> QuoteComparison:
    """Compare two quotations, marks left out; symmetric.

    ``same_quote`` is the share of the shorter one's content words that must be common before a difference counts.

    >>> compare_quotes("أصعب تجربة في مسيرتي", "أسهل تجربة في مسيرتي").changed
    (('أصعب', 'أسهل'),)
    """
    a, b = _content(first), _content(second)
    if not a or not b:
        return QuoteComparison(OTHER)
    if [stem for _, stem in a] == [stem for _, stem in b]:
        return QuoteComparison(SAME)
    changed, common = [], 0
    for tag, i1, i2, j1, j2 in edits([s for _, s in a], [s for _, s in b]):
        if tag == "equal":
            common += i2 - i1
        elif tag == "replace":
            for (word_a, stem_a), (word_b, stem_b) in zip(a[i1:i2], b[j1:j2], strict=True):
                if similarity(stem_a, stem_b) > 0:
                    common += 1
                else:
                    changed.append((word_a, word_b))
    share = common / min(len(a), len(b))
    if share < same_quote:
        return QuoteComparison(OTHER)
    if not changed:
        return QuoteComparison(SHORTENED if len(a) != len(b) else REWORDED)
    if len(changed) > max(_CHANGES, common // 2) or "…" in first + second or "..." in first + second:
        return QuoteComparison(OTHER)
    return QuoteComparison(CHANGED, tuple(changed))


def _content(text: str) -> list[tuple[str, str]]:
    return [(word.text, word.stem) for word in Tokens.of(text).words if is_content(word)]
