"""A length against the dates that it runs from and to: لمدة عشرة أيام من 5 إلى 9 مايو."""

from bisect import bisect_left
from datetime import date
from fractions import Fraction

from claimcheck.comparison.intervals import duration_bounds
from claimcheck.consistency.article import Article, Placed, internal, vocabulary
from claimcheck.model.mentions import Quantity, TimeExpression
from claimcheck.model.verdicts import Finding

# Tokens between a length and its period, and between the verb or preposition and the length.
_BESIDE, _TO_LENGTH = 4, 1
_BEFORE = 3  # tokens before a period in which خلال tells that it holds what lasted
# Days by which a length in this unit may miss: longer units are told roundly.
_SLACK = {"day": 1, "week": 3, "month": 16, "year": 200}

Length = Placed[Quantity]
Period = tuple[Placed[TimeExpression], Placed[TimeExpression]]


def period_findings(article: Article) -> list[Finding]:
    """Find lengths that do not fit the period beside them."""
    periods = [pair for pair in zip(article.times, article.times[1:], strict=False) if _is_period(article, *pair)]
    if not periods:
        return []
    lengths = [figure for figure in article.figures if _is_length(article, figure)]
    starts = [length.first for length in lengths]
    found = []
    for period in periods:
        place = bisect_left(starts, period[0].first)
        for length in lengths[max(0, place - 1) : place + 1]:
            if _beside(article, length, period) and not _fits(length.mention, period, _inside(article, period)):
                found.append(_finding(article, length, period))
    return found


def _is_period(article: Article, begin: Placed[TimeExpression], end: Placed[TimeExpression]) -> bool:
    """Tell whether two times are the ends of a period: من ... إلى, or بين ... و."""
    opener = article.norms[begin.first - 1] if begin.first else ""
    between = article.between(begin.stop, end.first)
    if begin.mention.begin is None or end.mention.end is None or begin.mention.begin >= end.mention.end:
        return False
    if begin.mention.type != "date" or end.mention.type != "date":
        return False
    if opener == "بين":
        return between in ([], ["و"]) and article.joined(end)
    return opener == "من" and len(between) == 1 and between[0] in vocabulary("to")


def _is_length(article: Article, figure: Length) -> bool:
    """Tell whether a figure is a stated length of days, weeks, months or years that the text says something lasts."""
    quantity = figure.mention
    cue = article.between(figure.first - 1 - _TO_LENGTH, figure.first)
    exact = quantity.modifier == "exact" and quantity.iso is not None and quantity.value is not None
    return (
        quantity.kind == "duration" and exact and quantity.unit in _SLACK and not vocabulary("lasting").isdisjoint(cue)
    )


def _beside(article: Article, length: Length, period: Period) -> bool:
    """Tell whether nothing but joining words stands between a length and a period of one sentence."""
    first, last = period
    if length.sentence != first.sentence:
        return False
    if length.stop <= first.first - 1:
        between = article.between(length.stop, first.first - 1)
    elif last.stop <= length.first:
        between = article.between(last.stop, length.first)
    else:
        return False
    known = vocabulary("beside") | vocabulary("lasting") | {"،", ",", "(", ")", "-", "و"}
    return len(between) <= _BESIDE and all(norm in known for norm in between)


def _inside(article: Article, period: Period) -> bool:
    """Tell whether something may have lasted for a part of a period: between two years, during it."""
    before = article.between(period[0].first - _BEFORE, period[0].first)
    return before[-1:] == ["بين"] or "خلال" in before


def _fits(quantity: Quantity, period: Period, inside: bool) -> bool:
    """Tell whether a length lies between the shortest and the longest reading of a period, with its unit's slack."""
    begin, end = (placed.mention for placed in period)
    shortest, longest = _days(begin.begin, end.begin), _days(begin.begin, end.end)
    if quantity.unit != "day":
        shortest = _days(begin.end, end.begin)
    low, high = duration_bounds(quantity.iso or "", "day")
    slack = _SLACK[quantity.unit]
    return (inside or Fraction(high) + slack >= shortest) and Fraction(low) - slack <= longest


def _days(first: date | None, second: date | None) -> int:
    return (second - first).days if first is not None and second is not None else 0


def _finding(article: Article, length: Length, period: Period) -> Finding:
    whole, quantity = article.covering(period), length.mention
    assert quantity.span is not None
    places = sorted([(whole, whole.of(article.extraction.text)), (quantity.span, quantity.text)])
    (earlier, expected), (later, found) = places
    level = "the length is not that of the period"
    return internal("duration", later, earlier, found, expected, level, "period")
