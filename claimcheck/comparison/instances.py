"""Is it the same instance? What is told of another day, place, opponent, year or batch contradicts nothing.

Each answer is a reason to call what conflicts, or what seems to agree, another instance of the same kind of event. A
place or date that one side alone gives is no reason; one that each side gives differently is.
"""

from collections.abc import Callable, Sequence

from claimcheck.comparison.compare import Comparison
from claimcheck.comparison.parties import is_fine, same
from claimcheck.comparison.places import country_of
from claimcheck.comparison.settings import Settings
from claimcheck.comparison.sides import Figure, Moment, Party
from claimcheck.comparison.slots import is_rank
from claimcheck.model.claims import Claim
from claimcheck.model.mentions import Name
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Row

FIGURE_CODES = frozenset({"value", "unit", "duration"})
SLOT_CODES = frozenset({"date", "place", "person"})
_MONTH = 28


def another_instance(comparison: Comparison, conflicts: Sequence[Row], settings: Settings) -> str | None:
    """Return why the conflicting rows tell of another instance, or ``None`` where nothing says so."""
    codes = [row.code or "" for row in conflicts]
    return next((reason for reason, holds in _REASONS if holds(comparison, codes, settings)), None)


def _is_template(comparison: Comparison, codes: Sequence[str], _: Settings) -> bool:
    filled = [row for row in comparison.rows if row.outcome == "slot"]
    figures = any(code in FIGURE_CODES for code in codes)
    ranked = any(_is_ranked(row) for row in filled) and not set(codes) - FIGURE_CODES - SLOT_CODES
    return bool(filled) and (figures or ranked)


def _differs_throughout(_: Comparison, codes: Sequence[str], settings: Settings) -> bool:
    figures = sum(code in FIGURE_CODES for code in codes)
    return figures >= settings.template or len(SLOT_CODES & set(codes)) >= settings.template_slots


def _differs_beside_a_slot(_: Comparison, codes: Sequence[str], __: Settings) -> bool:
    slots = sum(code in SLOT_CODES for code in codes)
    return 0 < slots < len(codes)


def _is_another_match(comparison: Comparison, codes: Sequence[str], _: Settings) -> bool:
    return "direction" in codes and (_another_score(comparison) or any(code in FIGURE_CODES for code in codes))


def _is_elsewhere(comparison: Comparison, codes: Sequence[str], _: Settings) -> bool:
    telling = not codes or bool(set(codes) & (FIGURE_CODES | {"date", "direction"}))
    return telling and _elsewhere(comparison)


def _is_another_time(comparison: Comparison, codes: Sequence[str], _: Settings) -> bool:
    return any(code in FIGURE_CODES for code in codes) and _another_year(comparison)


# The first that holds is the reason.
_REASONS: tuple[tuple[str, Callable[[Comparison, Sequence[str], Settings], bool]], ...] = (
    ("one template filled for another instance", _is_template),
    ("so much differs that it is another instance", _differs_throughout),
    ("another day, place or person: another event", _differs_beside_a_slot),
    ("another figure or score and another outcome: another match", _is_another_match),
    ("each side tells of a place of its own", _is_elsewhere),
    ("each side tells of a time of its own", _is_another_time),
)


def _is_ranked(row: Row) -> bool:
    """Tell whether a slot was filled with a rank: a mere word may be another wording."""
    return row.part == "quantity" or any(is_rank(text) for text in row.claim_texts)


def _elsewhere(comparison: Comparison) -> bool:
    """Tell whether each side of linked or conflicting clauses names a place or an institution of its own."""
    claim, evidence = comparison.claim.parties, comparison.evidence.parties
    for wanted in (_is_town, _is_institution):
        ours, theirs = [p for p in claim if wanted(p)], [p for p in evidence if wanted(p)]
        apart = [(a, b) for a in _alone(ours, evidence, theirs) for b in _alone(theirs, claim, ours)]
        if any(comparison.links.linked(a.claim, b.claim) or _differ(comparison, a.claim, b.claim) for a, b in apart):
            return True
    return False


def _differ(comparison: Comparison, ours: Claim, theirs: Claim) -> bool:
    """Tell whether what conflicts stands in these two clauses."""
    return any(_holds(ours, row.claim_spans) and _holds(theirs, row.evidence_spans) for row in comparison.conflicts)


def _holds(claim: Claim, spans: Sequence[Span]) -> bool:
    return claim.span is not None and bool(spans) and claim.span.covers(spans[0])


def _is_town(party: Party) -> bool:
    return is_fine(party.name)


def _is_institution(party: Party) -> bool:
    return party.name.kind == "organisation"


def _alone(parties: Sequence[Party], others: Sequence[Party], likes: Sequence[Party]) -> list[Party]:
    """Return the parties that the other side does not have: towns are sought among towns where it names any."""
    return [p for p in parties if not any(_stand_for_one(p.name, o.name) for o in (likes or others))]


def _stand_for_one(a: Name, b: Name) -> bool:
    """Tell whether two names are one, or stand for one country: a town's name may mean its government."""
    if same(a, b) is not None:
        return True
    if is_fine(a) and is_fine(b):
        return False
    country = country_of(a)
    return country is not None and country == country_of(b)


def _another_score(comparison: Comparison) -> bool:
    """Tell whether each side gives a score that the other does not have."""
    scores = {f.quantity.span for f in (*comparison.claim.figures, *comparison.evidence.figures) if _is_score(f)}
    rows = comparison.outcomes("quantity", "unmatched")
    ours = any(span in scores for row in rows for span in row.claim_spans)
    return ours and any(span in scores for row in rows for span in row.evidence_spans)


def _is_score(figure: Figure) -> bool:
    return figure.quantity.kind == "score"


def _another_year(comparison: Comparison) -> bool:
    """Tell whether the claim dates itself to a month or year of which the evidence says nothing."""
    open_times = {row.claim_spans[0] for row in comparison.outcomes("time", "unmatched") if row.claim_spans}
    theirs = [moment for moment in comparison.evidence.moments if _days(moment) >= _MONTH]
    for moment in comparison.claim.moments:
        if moment.time.span in open_times and _days(moment) >= _MONTH and _apart(moment, theirs, comparison):
            return True
    return False


def _apart(moment: Moment, others: Sequence[Moment], comparison: Comparison) -> bool:
    """Tell whether a long period of the claim lies apart from all that the evidence dates, its own day included."""
    begin, end = moment.time.begin, moment.time.end
    if begin is None or end is None:
        return False
    published = comparison.evidence.extraction.document.published
    if published is not None and begin <= published < end:
        return False
    spans = [(other.time.begin, other.time.end) for other in others]
    meets = any(b is not None and e is not None and b < end and begin < e for b, e in spans)
    return not meets and (bool(spans) or published is not None)


def _days(moment: Moment) -> int:
    begin, end = moment.time.begin, moment.time.end
    return (end - begin).days if begin is not None and end is not None else 0
