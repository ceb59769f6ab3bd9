"""Is it the same instance? One template is filled anew for every day, company, faculty and batch.

Where two passages are near copies, the words in which they differ tell what the template was filled with. A content
word that stands opposite another one, each unknown to the other side, is a slot with two fillings. In free rewording
nothing stands opposite anything, and no slot is claimed.
"""

from bisect import bisect_left
from functools import cache

from attrs import frozen

from claimcheck.comparison.alignment import Level, row
from claimcheck.comparison.edits import Edit, edits
from claimcheck.comparison.lexical import similarity
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.parties import same
from claimcheck.comparison.sides import Side
from claimcheck.comparison.terms import is_content, tokens_of
from claimcheck.lexicon import forms, load
from claimcheck.model.mentions import Quantity
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Row
from claimcheck.text.orthography import fold
from claimcheck.text.stems import light_stem

_FILLED = Level("the same slot filled otherwise", "slot")
# At least this share of the shorter side's words stands in the same order on the other: a near copy.
_NEAR_COPY = 0.7
# A longer replacement is another wording, not a slot.
_LONGEST = 2


@frozen
class _Word:
    text: str
    stem: str
    content: bool
    span: Span


def align_slots(claim: Side, evidence: Side) -> list[Row]:
    """Return a row for each slot that near copies fill differently: words that are no part of any other row."""
    first, second = _words(claim), _words(evidence)
    if not first or not second:
        return []
    changes = edits([w.stem for w in first], [w.stem for w in second])
    kept = sum(edit.i2 - edit.i1 for edit in changes if edit.tag == "equal")
    if kept < _NEAR_COPY * min(len(first), len(second)):
        return []
    verbs = Bag((*_verbs(claim), *_verbs(evidence)))
    rows = []
    for place, (tag, i1, i2, j1, j2) in enumerate(changes):
        if tag != "replace" or i2 - i1 != j2 - j1 or i2 - i1 > _LONGEST or not _flanked(changes, place):
            continue
        ours = [w for w in first[i1:i2] if verbs.best(w.stem) == 0 and _is_filling(w, claim, evidence)]
        theirs = [w for w in second[j1:j2] if verbs.best(w.stem) == 0 and _is_filling(w, evidence, claim)]
        if len(ours) == len(theirs) > 0 and not any(similarity(a.stem, b.stem) for a in ours for b in theirs):
            rows.append(row("slot", _FILLED, _parts(ours), _parts(theirs), _text(ours), _text(theirs)))
    return rows


def _is_filling(word: _Word, side: Side, other: Side) -> bool:
    """Tell whether a word can be what one side alone put in: unknown to the other, or a rank."""
    if not word.content or _names_the_same(word, side, other):
        return False
    return other.wide_bag.best(word.stem) < 0.5 or word.stem in _ranks()


def _names_the_same(word: _Word, side: Side, other: Side) -> bool:
    """Tell whether a word belongs to a name that the other side has, in whatever form (السعودية beside الرياض)."""
    names = [p.name for p in side.parties if p.name.span is not None and p.name.span.overlaps(word.span)]
    return any(same(name, party.name) for name in names for party in other.parties)


def _flanked(changes: list[Edit], place: int) -> bool:
    """Tell whether the words on both sides of a replacement stand on the other side too (or the text ends there)."""
    return all(changes[near].tag == "equal" for near in (place - 1, place + 1) if 0 <= near < len(changes))


def _verbs(side: Side) -> list[str]:
    """Return the stems of predicates and cues: what happens is compared as such, it is no slot."""
    predicates = [claim.predicate for claim in side.claims if claim.predicate]
    cues = [speech.attribution.cue.text for speech in side.speeches]
    return [light_stem(fold(word)) for text in (*predicates, *cues) for word in text.split()]


def _parts(words: list[_Word]) -> list[tuple[str, Span]]:
    return [(word.text, word.span) for word in words]


def _text(words: list[_Word]) -> str:
    return " ".join(word.text for word in words)


def _words(side: Side) -> list[_Word]:
    """Return the words of a side's claims that are part of no figure, time or source; ranks name instances."""
    figures = [f.quantity for f in side.figures if f.quantity.kind != "ordinal"]
    times, sources = [m.time.span for m in side.moments], [s.attribution.source.span for s in side.speeches]
    taken = [span for span in (*(figure.span for figure in figures), *times, *sources) if span is not None]
    spans = [claim.span for claim in side.claims if claim.span is not None]
    tokens = tokens_of(side.extraction.text)
    low, high = 0, len(tokens)
    if not side.whole:
        low = bisect_left(tokens.starts, min((span.start for span in spans), default=0))
        high = bisect_left(tokens.starts, max((span.end for span in spans), default=0))
    found = []
    for index in range(low, high):
        word, span = tokens.words[index], tokens.span(index, index + 1)
        inside = side.whole or any(place.covers(span) for place in spans)
        if inside and word.shape in {"word", "latin"} and not any(span.overlaps(place) for place in taken):
            found.append(_Word(word.text, word.stem, is_content(word), span))
    return found


def is_rank(word: str) -> bool:
    """Tell whether a word is a rank (الثالثة)."""
    return light_stem(fold(word)) in _ranks()


@cache
def _ranks() -> frozenset[str]:
    return frozenset(light_stem(word) for word in forms(load("slots")["ranks"]))


@cache
def _ranked() -> frozenset[str]:
    return forms(load("slots")["ranked"])


def names_an_instance(quantity: Quantity) -> bool:
    """Tell whether a rank names one of several instances (the third batch): another rank, another instance."""
    return quantity.kind == "ordinal" and quantity.noun is not None and fold(quantity.noun) in _ranked()
