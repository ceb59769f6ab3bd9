"""What happens: clauses that state the same are aligned; their polarity and direction are compared.

A clause inside a denied speech counts as negated, so a report meets an official denial as a contradiction; a negated
antonym agrees with the plain word.
"""

from claimcheck.comparison.alignment import LEFT, Level, Part, pair_off, row
from claimcheck.comparison.links import Links, opposite, predicate_link
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Side
from claimcheck.comparison.terms import content_stems
from claimcheck.model.claims import Claim
from claimcheck.model.verdicts import Row

_SAME = Level("same predicate", "agree")
_NEGATED_OPPOSITE = Level("the opposite negated", "agree")
_POLARITY = Level("affirmed against negated", "conflict", "polarity")
_DIRECTION = Level("opposite directions", "conflict", "direction")
_DENIED = Level("stated against denied", "conflict", "polarity")
_REFUSED = Level("accepted against refused", "conflict", "polarity")
_OTHER_SIDE = Level("told from the other side", "agree")
_MOOD = Level("asked, supposed or foretold on one side", "null")


def align_predicates(claim: Side, evidence: Side, links: Links) -> list[Row]:
    """Return one row for each clause with a predicate on either side."""

    def score(a: Claim, b: Claim) -> float | None:
        return predicate_link(a, b) + links.score(a, b) if links.tells(a, b) else None

    pairs, first, second = pair_off(_happenings(claim), _happenings(evidence), score)
    rows = []
    for a, b in pairs:
        level = _level(a, b, negated(claim, a), negated(evidence, b))
        rows.append(row("predicate", level, [_part(a)], [_part(b)], _state(claim, a), _state(evidence, b)))
    rows += _denials(first, claim, evidence, links.settings, turned=False)
    rows += _denials(second, evidence, claim, links.settings, turned=True)
    return rows


def _denials(left: list[Claim], side: Side, other: Side, settings: Settings, turned: bool) -> list[Row]:
    """Give each left-over clause its row: against a speech of the other side that denies it, or without counterpart.

    What is denied is often a noun (نفى وجود محادثات), in which no clause answers the clause that states it.
    """
    denied = [speech for speech in other.speeches if speech.attribution.cue.polarity == "deny"]
    rows = []
    for clause in left:
        speech = next((s for s in denied if s.bag.coverage(side.bag_of(clause)) >= settings.denied), None)
        parts: list[Part] = [] if speech is None else [(speech.attribution.text, speech.attribution.span)]
        level = LEFT if speech is None or negated(side, clause) else _DENIED
        ours: list[Part] = [_part(clause)]
        state = _state(side, clause)
        sides = (parts, ours, None, state) if turned else (ours, parts, state)
        rows.append(row("predicate", level, *sides))
    return rows


def _happenings(side: Side) -> list[Claim]:
    """Return the clauses that say what happened; that somebody said it is compared with the speeches."""
    return [c for c in side.claims if c.predicate and side.opened_by(c) is None]


def _part(claim: Claim) -> Part:
    return claim.text or claim.predicate, claim.span


def negated(side: Side, claim: Claim) -> bool:
    """Tell whether a clause is stated not to hold: by its own negation or by the cue that denies it."""
    speech = side.speech_of(claim)
    denied = speech is not None and speech.cue.polarity == "deny" and speech.cue.lemma != claim.predicate
    return (claim.polarity == "negated") != denied


def _state(side: Side, claim: Claim) -> str:
    return f"{'not ' if negated(side, claim) else ''}{claim.predicate}"


def _level(a: Claim, b: Claim, a_negated: bool, b_negated: bool) -> Level:
    if a.mood != b.mood and {a.mood, b.mood} & {"question", "conditional"}:
        return _MOOD
    opposed = opposite(a, b)
    if opposed and _other_side(a, b):
        return _OTHER_SIDE if a_negated == b_negated else _POLARITY
    if opposed and a_negated == b_negated:
        return _REFUSED if {a.direction, b.direction} <= _ANSWERS else _DIRECTION
    if opposed:
        return _NEGATED_OPPOSITE
    return _SAME if a_negated == b_negated else _POLARITY


# Directions that answer yes or no to something.
_ANSWERS = frozenset({"accept", "reject", "allow", "forbid"})
# Directions of what happens between two: who buys is another than who sells.
_RECIPROCAL = frozenset({"win", "lose", "buy", "sell", "give", "take", "lead"})


def _other_side(a: Claim, b: Claim) -> bool:
    """Tell whether one event between two is told once of either: the subjects differ, each the other's partner."""
    if a.direction not in _RECIPROCAL or b.direction not in _RECIPROCAL:
        return False
    first, second = _subject(a), _subject(b)
    if not first or not second or Bag(first).coverage(Bag(second)) > 0:
        return False
    return Bag(b.terms).coverage(Bag(first)) > 0 and Bag(a.terms).coverage(Bag(second)) > 0


def _subject(claim: Claim) -> tuple[str, ...]:
    """Return the stems of who did it: the actor's name, else the first content word behind the predicate."""
    if claim.actor is not None:
        return content_stems(claim.names[claim.actor].text or claim.names[claim.actor].canonical)
    return claim.terms[1:2]
