"""The day that relative times count from: how far it lies from the day of publication, and times that no day satisfies.

An expression such as أمس الإثنين says on which weekday it was written. Publication dates lag by a day or two, so where
all such expressions of a text agree on a weekday near its date, they move the anchor (``shift``); where two of them can
be true on no single day, the text contradicts itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from claimcheck.model.mentions import TimeExpression
from claimcheck.recognizers.times_reader import Found, Partial
from claimcheck.recognizers.times_words import word_set
from claimcheck.text.tokens import Tokens, Word

# Days by which the day of writing may lie before or behind the date of publication, likeliest first.
SHIFTS = (0, -1, -2, 1, 2)
_LOOK_LEFT, _LOOK_RIGHT = 16, 4


def written_on(partial: Partial) -> int | None:
    """Return the ISO weekday on which an expression that pairs a day word with a weekday was written.

    >>> written_on(Partial(offset=-1, weekday=1))  # أمس الإثنين
    2
    """
    if partial.offset is None or partial.weekday is None or partial.day is not None or abs(partial.offset) > 2:
        return None
    return (partial.weekday - partial.offset - 1) % 7 + 1


def find_shift(found: Iterable[Found], published: date) -> int:
    """Return the days from publication to the day of writing; 0 where nothing, or also its own date, speaks for it."""
    votes = Counter(weekday for item in found if (weekday := written_on(item.partial)))
    if not votes or published.isoweekday() in votes:
        return 0
    for weekday, _ in votes.most_common():
        for shift in SHIFTS:
            try:
                if (published + timedelta(shift)).isoweekday() == weekday:
                    return shift
            except OverflowError:
                continue
    return 0


def anchor_conflicts(times: Sequence[TimeExpression]) -> list[tuple[TimeExpression, TimeExpression]]:
    """Return the pairs of times, in text order, that no single day of writing satisfies.

    Each expression that disagrees with the weekday of writing that most of the text implies is paired with the nearest
    one that implies it.

    >>> from claimcheck.recognizers.times import find_times
    >>> [(a.text, b.text) for a, b in anchor_conflicts(find_times("وصل أمس الإثنين وغادر اليوم الإثنين"))]
    [('أمس الإثنين', 'اليوم الإثنين')]
    """
    from claimcheck.recognizers.times import partial_of

    dated = [(time, day) for time in times if (day := written_on(partial_of(time)))]
    if len({day for _, day in dated}) < 2:
        return []
    main = Counter(day for _, day in dated).most_common(1)[0][0]
    agreed = [place for place, (_, day) in enumerate(dated) if day == main]
    pairs = []
    for place, (_, day) in enumerate(dated):
        if day != main:
            other = min(agreed, key=lambda at: abs(at - place))
            first, second = sorted((place, other))
            pairs.append((dated[first][0], dated[second][0]))
    return pairs


@frozen
class Tense:
    """Which way a clause looks: 1 ahead, -1 back, 0 unknown; ``weak`` where the word only hints.

    A verb of saying looks back, what it says may lie ahead; an imperfect (تعود) looks ahead in announcements alone.
    """

    direction: int = 0
    weak: bool = False


def tense(tokens: Tokens, first: int, stop: int) -> Tense:
    """Return the tense of the verb nearest to a time.

    The verb directly behind a time that opens its clause decides; else the words before it, the nearest first, up to
    the next stop; else the few words behind it.
    """
    words = tokens.words
    if stop < len(words) and (first == 0 or words[first - 1].shape == "mark"):  # وبعد أسبوعين سيصل
        told = _tense_of(words[stop])
        if told.direction:
            return told
    for index in range(first - 1, max(-1, first - _LOOK_LEFT), -1):
        if _ends_sentence(words[index]) or words[index].norm == "؛":
            break
        told = _tense_of(words[index])
        if told.direction:
            return told
    for index in range(stop, min(len(words), stop + _LOOK_RIGHT)):
        if _ends_sentence(words[index]):
            break
        told = _tense_of(words[index])
        if told.direction:
            return told
    return Tense()


def _ends_sentence(word: Word) -> bool:
    """Tell whether a token ends a sentence."""
    return word.shape == "mark" and word.norm in ".!؟?"


@lru_cache(maxsize=20_000)
def _tense_of(word: Word) -> Tense:
    """Return the tense that one word tells."""
    if word.shape != "word":
        return Tense()
    future, past, saying = (word_set("tenses", name) for name in ("future", "past", "saying"))
    for prefix, core in word.analyses:
        if prefix in {"", "و", "ف"}:
            if core in future:
                return Tense(1, core.startswith(("ي", "ت")))
            if core in past or core in saying:
                return Tense(-1, core in saying)
            if core in word_set("tenses", "not_future"):
                return Tense()
        if prefix in {"س", "وس", "فس"} and len(core) >= 3:
            return Tense(1)
    return Tense()
