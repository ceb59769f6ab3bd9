"""Shares of one whole: more than all of it, by one share or by several that the text distributes.

A share above 100 percent is wrong only of what is a part by its nature (turnout, unemployment); prices and profits grow
by more than their whole.
"""

from fractions import Fraction

from claimcheck.comparison.intervals import interval_of
from claimcheck.consistency.article import Article, Placed, internal, vocabulary
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Finding

# Rounded shares may add up to a little more than their whole.
_ROUNDED = 101
_TO_FIRST, _TO_NEXT = 5, 8
# Tokens before the first share in which a word tells that shares are of several wholes.
_BEFORE = 20

Share = Placed[Quantity]


def share_findings(article: Article) -> list[Finding]:
    """Find shares that exceed their whole."""
    shares = [figure for figure in article.figures if figure.mention.unit == "percent"]
    return [*_single(article, shares), *_together(article, shares)]


def _low(share: Share) -> Fraction:
    return interval_of(share.mention).low or Fraction(0)


def _single(article: Article, shares: list[Share]) -> list[Finding]:
    level = "a share of a whole above 100 percent"
    return [
        internal("value", share.mention.span, None, share.mention.text, "100%", level, "share")
        for share in shares
        if share.mention.value is not None and _low(share) > 100 and _of_a_whole(article, share)
    ]


def _of_a_whole(article: Article, share: Share) -> bool:
    """Tell whether a share is told of a measure that is a part of its whole: نسبة البطالة, or 120% من الأصوات."""
    index = share.first - 1
    while index > 0 and article.norms[index] in vocabulary("reaches"):
        index -= 1
    if article.norms[index - 1 : index] == ["في"]:  # نسبة المشاركة في الانتخابات
        index -= 2
    if index > 0 and article.norms[index] in vocabulary("whole"):
        return article.norms[index - 1].endswith(("نسبه", "معدل")) and not article.norms[index - 1].startswith("ب")
    behind = article.norms[share.stop : share.stop + 2]
    return len(behind) == 2 and behind[0] == "من" and behind[1] in vocabulary("voters")


def _together(article: Article, shares: list[Share]) -> list[Finding]:
    """Find runs of shares that the text distributes, or to which it adds the rest, and that exceed their whole."""
    found = []
    for run in _runs(article, shares):
        total = sum(map(_low, run), Fraction(0))
        if len(run) > 1 and total > _ROUNDED and max(map(_low, run)) < 100 and _exhaustive(article, run):
            texts = " + ".join(share.mention.text or "" for share in run)
            level = "shares of one whole add up to more than 100 percent"
            found.append(internal("value", article.covering(run), None, texts, "100%", level, "shares"))
    return found


def _runs(article: Article, shares: list[Share]) -> list[list[Share]]:
    """Return the shares of a sentence in runs, each but the first joined to the one before."""
    runs: list[list[Share]] = []
    for share in shares:
        last = runs[-1][-1] if runs else None
        near = last is not None and last.sentence == share.sentence and share.first - last.stop <= _TO_NEXT
        if near and last is not None and _joins(article, last, share):
            runs[-1].append(share)
        else:
            runs.append([share])
    return runs


def _joins(article: Article, last: Share, share: Share) -> bool:
    """Tell whether و stands somewhere between two shares (60% من النساء و40% من الرجال, 60% لمصر وتونس 40%)."""
    between = article.between(last.stop, share.first)
    return article.joined(share) or any(norm.startswith("و") for norm in between)


def _exhaustive(article: Article, run: list[Share]) -> bool:
    """Tell whether the text says that a run is all: it is distributed, or the rest follows."""
    start, stop = article.sentences[run[0].sentence]
    start = max(start, run[0].first - _BEFORE)
    before = article.between(max(start, run[0].first - _TO_FIRST), run[0].first)
    behind = article.between(run[-1].stop, min(stop, run[-1].stop + _TO_FIRST))
    if any(norm.removeprefix("ال") in vocabulary("changes") for norm in article.between(start, run[-1].stop)):
        return False
    distributed = any(norm.removeprefix("و") in vocabulary("distribution") for norm in before)
    return distributed or not vocabulary("rest").isdisjoint(behind)
