"""The vocabulary of dates as one look-up a distinct word: what each word can be, phrases among them.

``lexicon/times.toml``, ``months.toml``, ``clock.toml`` and ``tenses.toml`` hold the words; here they become ``Entry``
values, keyed by the folded first word.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.lexicon import lines, load, words
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Word


@frozen
class Entry:
    """One meaning of a word or phrase: its ``kind``, a ``value`` of that kind, the folded words that must follow.

    ``weak`` marks a form that is another word just as often, ``frail`` one that even a preposition does not save.
    """

    kind: str
    value: Any = None
    rest: tuple[str, ...] = ()
    weak: bool = False
    frail: bool = False


# The dual and plural of a unit carry these counts: 2, and 0 for "several".
_COUNTS = (1, 2, 0)
# Kinds at which a time may begin, so that the rules run nowhere else. A weekday without the article begins none.
STARTERS = frozenset(
    "digits,dotted,month,unit,weekday,day,part,midnight,midday,this,same,edge,season,season noun,piece,decade,since,"
    "every,adverb,reference,feast".split(",")
)
# Of these, the ones that begin a time only together with another word of time, or a number, behind them.
_OPENERS = frozenset({"this", "same", "itself", "since", "edge", "every", "piece", "unit"})


@frozen
class Meaning:
    """All that a word can be: its proclitics, its entries, their kinds, whether a time may begin at it.

    ``seconds`` are the words that continue its phrases. ``alone`` tells that a time may begin with the word whatever
    follows, ``opens`` that one may with a word of time or a number next; else only a phrase begins with it. ``digits``
    marks a numeral.
    """

    prefix: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str]
    starts: bool
    alone: bool
    opens: bool
    seconds: frozenset[str]
    digits: bool = False


def _meaning(prefix: str, entries: tuple[Entry, ...]) -> Meaning:
    """Sum up what a word with these proclitics can be."""
    kinds = frozenset(entry.kind for entry in entries)
    definite = prefix.endswith(("ال", "لل"))
    starts = any(kind in STARTERS and (kind != "weekday" or definite) for kind in kinds)
    seconds = frozenset(entry.rest[0] for entry in entries if entry.rest)
    single = {entry.kind for entry in entries if not entry.rest} & STARTERS
    alone, opens = bool(single - _OPENERS), bool(single & _OPENERS)
    return Meaning(prefix, entries, kinds, starts, alone, opens, seconds, "digits" in kinds)


class TimeLookup(PerWord[Meaning | None]):
    """What a token can be; a numeral in digits is a ``digits`` entry, or a ``dotted`` one (31.10.2022).

    Like ``lexicon.Lookup``, but a word's meaning depends on its proclitics too.
    """

    def __init__(self, entries: Mapping[str, tuple[Entry, ...]]) -> None:
        """Look up in ``entries``, whose keys are folded."""
        super().__init__()
        self.entries = entries

    def read(self, word: Word) -> Meaning | None:
        """Return the first analysis that is an entry; numerals are entries of their own."""
        if word.shape == "number":
            entry = _numeral(word.norm)
            return _meaning("", (entry,)) if entry else None
        for prefix, core in word.analyses:
            if core in self.entries:
                return _meaning(prefix, self.entries[core])
        return None


def _numeral(digits: str) -> Entry | None:
    """Return the entry of a numeral: up to four digits, or two or three numbers with points between them."""
    if digits.isdecimal() and len(digits) <= 4:
        return Entry("digits", int(digits))
    if digits.count(".") in {1, 2} and digits.replace(".", "").isdecimal() and len(digits) <= 10:
        return Entry("dotted", tuple(map(int, digits.split("."))))
    return None


def _blocks(
    kind: str, block: str, *, number: bool = False, weak: str = "", frail: str = ""
) -> Iterator[tuple[str, Entry]]:
    """Yield (first word, entry) for every form of a block of "value: form form" lines."""
    weak_forms = {fold(form) for form in words(weak)}
    frail_forms = {fold(form) for form in words(frail)}
    for line in lines(block):
        value, forms = line.split(":", 1)
        for form in forms.split():
            folded = fold(form)
            yield _entry(kind, int(value) if number else value, folded, folded in weak_forms, folded in frail_forms)


def _list(kind: str, block: str, value: Any = None) -> Iterator[tuple[str, Entry]]:
    """Yield (first word, entry) for every form of a plain list of forms."""
    for form in words(block):
        yield _entry(kind, value, fold(form), False, False)


def _entry(kind: str, value: Any, folded: str, weak: bool, frail: bool) -> tuple[str, Entry]:
    first, *rest = folded.split("_")
    return first, Entry(kind, value, tuple(rest), weak, frail)


def _months() -> Iterator[tuple[str, Entry]]:
    table = load("months")
    for calendar in ("gregorian", "hijri"):
        for first, entry in _blocks("month", table[calendar], number=True, weak=table["weak"], frail=table["frail"]):
            value = ("AH" if calendar == "hijri" else "", entry.value)
            yield first, Entry("month", value, entry.rest, entry.weak, entry.frail)


def _units() -> Iterator[tuple[str, Entry]]:
    for unit, forms in load("times")["units"].items():
        for count, group in zip(_COUNTS, forms.split("|"), strict=False):
            for first, entry in _list("unit", group):
                yield first, Entry("unit", (unit, count), entry.rest)


def _all() -> Iterator[tuple[str, Entry]]:
    times, clock = load("times"), load("clock")
    yield from _months()
    yield from _units()
    yield from _blocks("weekday", times["weekdays"], number=True)
    yield from _blocks("day", times["days"], number=True, weak=times["days_weak"])
    yield from _blocks("part", times["parts"])
    yield from _blocks("letter", times["letters"])
    yield from _blocks("direction", times["directions"], number=True)
    yield from _list("recent", times["recent"], -1)
    yield from _blocks("hanging", times["hanging"], number=True)
    yield from _list("same", times["same_before"], 0)
    yield from _list("itself", times["same_after"], 0)
    yield from _list("this", times["this"], 0)
    yield from _list("date", times["date_nouns"], 0)
    yield from _blocks("edge", times["edges"], weak=times["edges_weak"])
    yield from _blocks("season", times["seasons"])
    yield from _blocks("seasonal", times["season_adjectives"])
    yield from _list("season noun", times["season_nouns"])
    for piece, forms in times["pieces"].items():
        yield from _list("piece", forms, piece)
    years, since = times["years"], times["since"]
    yield from _blocks("decade", years["decades"], number=True)
    for name, kind in (("odd", "odd"), ("lunar", "lunar"), ("solar", "solar")):
        yield from _list(kind, years[name])
    for sign, name in ((-1, "past"), (1, "future"), (2, "span")):
        yield from _list("since", since[name], sign)
    yield from _list("approx", since["approx"])
    yield from _list("many", since["many"])
    yield from _list("few", since["many_after"])
    yield from _list("every", clock["sets"]["every"])
    yield from _blocks("adverb", clock["sets"]["adverbs"])
    for when, forms in clock["references"].items():
        yield from _list("reference", forms, f"{when}_REF")
    yield from _blocks("feast", clock["feasts"]["fixed"])
    yield from _list("midnight", clock["midnight"])
    yield from _list("midday", clock["midday"])
    yield from _list("zone", clock["zone_openers"])


@cache
def lookup() -> TimeLookup:
    """Return the look-up of all time words."""
    entries: dict[str, list[Entry]] = {}
    read = list(_all())
    single = {first for first, entry in read if not entry.rest}
    for written, entry in read:
        first = written
        if entry.rest and first.startswith("ال") and first not in single:
            first = first[2:]  # beside the noun (فترة, أسبوع), which is found only where no longer entry hides it
        held = entries.setdefault(first, [])
        if entry not in held:
            held.append(entry)
    return TimeLookup({first: tuple(sorted(held, key=lambda e: -len(e.rest))) for first, held in entries.items()})


@cache
def word_set(table: str, *path: str) -> frozenset[str]:
    """Return the folded words of one list of a table.

    >>> "سوف" in word_set("tenses", "future")
    True
    """
    data: Any = load(table)
    for key in path:
        data = data[key]
    return frozenset(fold(word) for word in words(data))


@cache
def phrases(table: str, *path: str) -> frozenset[tuple[str, ...]]:
    """Return the folded phrases of one list of a table, each as its words."""
    return frozenset(tuple(word.split("_")) for word in word_set(table, *path))


@cache
def event_dates() -> dict[tuple[int, int], tuple[int, frozenset[str]]]:
    """Return the (month, day) that name an event, with its year and the nouns that stand before it."""
    table: dict[tuple[int, int], tuple[int, frozenset[str]]] = {}
    for line in lines(load("clock")["events"]["dates"]):
        value, nouns = line.split(":")
        year, month, day = map(int, value.split("-"))
        table[month, day] = (year, frozenset(fold(noun) for noun in nouns.split()))
    return table
