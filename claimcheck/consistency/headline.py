"""The title against the opening of its text, by the comparison that serves claims and references.

A title shortens: it rounds, adds up, and picks one of several things. So a conflict counts only where nearly all its
words stand in the opening, and nothing in the text says what the title says.
"""

from fractions import Fraction
from itertools import combinations

from attrs import frozen

from claimcheck.comparison.compare import compare
from claimcheck.comparison.judgement import judge
from claimcheck.comparison.links import MAIN, direction_in
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.sides import Figure, Side, whole_side
from claimcheck.comparison.values import compare_quantities
from claimcheck.consistency.article import Article, internal, vocabulary
from claimcheck.extraction import extract
from claimcheck.model.claims import Claim, Document
from claimcheck.model.mentions import Quantity
from claimcheck.model.verdicts import Finding, Row
from claimcheck.reports.messages import spoken
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

# The opening ends with the sentence in which this many tokens are reached, and has no more tokens than the second.
_OPENING, _LONGEST = 60, 200
# The opening has this share of the title's words, and one sentence of it this share of those of the title's clause.
_WORDS, _CLAUSE = 0.65, 0.65
# Where one side is negated, the title's clause has this share of the words of the text's too.
_BACK = 0.5
# Figures of one sentence of which some may add up to the one of the title.
_MOST_ADDED = 6
# As many may be told of without a number (وقتل أحد المارة).
_UNCOUNTED = 3


def title_findings(article: Article) -> list[Finding]:
    """Find figures, dates, directions and negations in which the title contradicts the opening of the text."""
    document = article.extraction.document
    opening = _opening(article)
    if not document.title or not opening or len(Tokens.of(document.title)) > _OPENING:
        return []
    title = whole_side(extract(Document(text=document.title, published=document.published)))
    body = Side(article.extraction, opening, whole=False)
    if not title.claims or body.wide_bag.coverage(title.bag) < _WORDS:
        return []
    comparison = compare(title, body)
    pair = _Pair(article, title, body)
    return [_finding(row) for row in judge(comparison).conflicts if pair.certain(row)]


def _opening(article: Article) -> tuple[Claim, ...]:
    """Return the claims of the first sentences."""
    end = next((stop for _, stop in article.sentences if stop > _OPENING), len(article.tokens))
    end = min(end, _LONGEST)
    limit = article.tokens.end(end - 1) if end else 0
    return tuple(claim for claim in article.extraction.claims if claim.span is not None and claim.span.end <= limit)


def _finding(row: Row) -> Finding:
    """Point into the text; the title is no part of it, so its words are what was expected."""
    expected, found = spoken(row)  # the comparison has the title on trial, the finding has the text
    level = f"title against text: {row.level}"
    return internal(row.code or "other", row.evidence_spans[0], None, expected, found, level, "title")


@frozen(eq=False)
class _Pair:
    """A title and the opening of its text, with the tests that a conflict between them must pass."""

    article: Article
    title: Side
    body: Side

    def certain(self, row: Row) -> bool:
        """Tell whether a conflict is one whatever the title leaves out."""
        test = {"quantity": self._figures, "time": self._times, "predicate": self._predicates}.get(row.part)
        return test is not None and len(row.claim_spans) == 1 == len(row.evidence_spans) and test(row)

    def _figures(self, row: Row) -> bool:
        """Exact figures of one noun or role, one clause, and none like the title's anywhere in the text."""
        ours = next(f for f in self.title.figures if f.quantity.span == row.claim_spans[0])
        theirs = next(f for f in self.body.figures if f.quantity.span == row.evidence_spans[0])
        a, b = ours.quantity, theirs.quantity
        if not a.modifier == b.modifier == "exact" or a.value is None or a.kind in {"score", "ordinal"}:
            return False
        if a.kind != b.kind or not (ours.role == theirs.role is not None or (a.noun and a.noun == b.noun)):
            return False
        if self._partitive(b) or _others(self.title.extraction.text, a) or _others(self.article.extraction.text, b):
            return False
        alike = self._clauses(ours.claim, theirs.claim) and self._alone(theirs)
        return alike and not (self._said(a) or self._added_up(a) or self._more(a, b))

    def _alone(self, figure: Figure) -> bool:
        """Tell whether the opening has no other figure in the role of one, or of its noun."""
        q = figure.quantity
        return not any(
            other is not figure
            and other.quantity.kind == q.kind
            and other.quantity.value != q.value
            and (other.role == figure.role is not None or other.quantity.noun == q.noun is not None)
            for other in self.body.figures
        )

    def _clauses(self, ours: Claim | None, theirs: Claim | None) -> bool:
        """Tell whether the sentence of a clause of the text has nearly all the words of that of the title."""
        if ours is None or theirs is None:
            return False
        return self._sentence_bag(theirs).coverage(self.title.bag_of(ours)) >= _CLAUSE

    def _sentence_bag(self, claim: Claim) -> Bag:
        """Return the content words of all claims in the sentence of one."""
        first, stop = self._sentence_of(claim)
        span = self.article.tokens.span(first, stop)
        inside = [other for other in self.body.claims if other.span is not None and span.covers(other.span)]
        return Bag((*claim.terms, *(term for other in inside for term in other.terms)))

    def _partitive(self, quantity: Quantity) -> bool:
        """Tell whether a figure is of some only: ثلاثة من أفراد العائلة."""
        assert quantity.span is not None
        index = self.article.tokens.index_at(quantity.span.end)
        return self.article.norms[index : index + 1] == ["من"] or " من " in (quantity.text or "")

    def _said(self, quantity: Quantity) -> bool:
        """Tell whether the text has the title's figure too, of anything, exactly or rounded."""
        return any(_recurs(quantity, other) for other in self.article.extraction.quantities)

    def _added_up(self, quantity: Quantity) -> bool:
        """Tell whether some figures of one sentence of the text make the title's."""
        sentences: dict[int, list[Fraction]] = {}
        for figure in self.article.figures:
            if figure.mention.kind == quantity.kind and figure.mention.value is not None:
                sentences.setdefault(figure.sentence, []).append(Fraction(figure.mention.value))
        wanted = Fraction(quantity.value or 0)
        return any(_makes(wanted, values) for values in sentences.values())

    def _more(self, a: Quantity, b: Quantity) -> bool:
        """Tell whether the title may count more than the clause: others of the text, or a few that have no number."""
        beyond = Fraction(a.value or 0) - Fraction(b.value or 0)
        values = {other.value for other in self.article.extraction.quantities}
        return a.kind == "count" and (0 < beyond <= _UNCOUNTED or beyond in values)

    def _times(self, row: Row) -> bool:
        """Days that both name without an anchor, in one clause."""
        ours = next(m for m in self.title.moments if m.time.span == row.claim_spans[0])
        theirs = next(m for m in self.body.moments if m.time.span == row.evidence_spans[0])
        if ours.time.relative or theirs.time.relative or ours.time.type != "date":
            return False
        said = any(time.value.startswith(ours.time.value) for time in self.article.extraction.times)
        return self._clauses(ours.claim, theirs.claim) and not said

    def _predicates(self, row: Row) -> bool:
        ours = next((c for c in self.title.claims if c.span == row.claim_spans[0]), None)
        theirs = next((c for c in self.body.claims if c.span == row.evidence_spans[0]), None)
        if ours is None or theirs is None or not self._clauses(ours, theirs):  # a denied speech is no clause
            return False
        return self._directions(ours, theirs) if row.code == "direction" else self._polarities(ours, theirs)

    def _directions(self, ours: Claim, theirs: Claim) -> bool:
        """Directions of a rise, a match or a trade, of which the text has the title's nowhere."""
        direction = direction_in(ours)
        if direction not in MAIN or direction_in(theirs) not in MAIN:
            return False
        return not any(claim.direction == direction or direction_in(claim) == direction for claim in self.body.claims)

    def _polarities(self, ours: Claim, theirs: Claim) -> bool:
        """One predicate, negated on one side, where the other has no word of negation at all, and nobody denies it."""
        if ours.predicate != theirs.predicate or ours.mood != theirs.mood or self._denied(ours, theirs):
            return False
        if self.title.bag_of(ours).coverage(self.body.bag_of(theirs)) < _BACK:
            return False
        sentence = self.article.between(*self._sentence_of(theirs))
        negated = [
            bool(vocabulary("no").intersection(norms)) for norms in (_norms(self.title.extraction.text), sentence)
        ]
        return negated[0] != negated[1]

    def _denied(self, ours: Claim, theirs: Claim) -> bool:
        """Tell whether one side is what a source denies: two sources may differ."""
        speeches = (self.title.speech_of(ours), self.body.speech_of(theirs))
        return any(speech is not None and speech.cue.polarity == "deny" for speech in speeches)

    def _sentence_of(self, claim: Claim) -> tuple[int, int]:
        assert claim.span is not None
        index = self.article.tokens.index_at(claim.span.start)
        return next((a, b) for a, b in self.article.sentences if a <= index < b)


def _norms(text: str) -> list[str]:
    return Tokens.of(text).norms


def _recurs(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None:
        return compare_quantities(a, b).outcome == "agree"
    if b.high is not None and min(b.value, b.high) <= a.value <= max(b.value, b.high):
        return True
    cut = Fraction(b.value).numerator // Fraction(b.value).denominator
    return a.value in {b.value, cut} or compare_quantities(a, b).outcome == "agree"


def _others(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure is of those beside the ones named: وست دول أخرى."""
    assert quantity.span is not None
    behind = _norms(text[quantity.span.start : quantity.span.end + 20])
    return not vocabulary("others").isdisjoint(behind) or fold(quantity.unit_text or "") in vocabulary("others")


def _makes(wanted: Fraction, values: list[Fraction]) -> bool:
    """Tell whether some of the first values add up."""
    near = values[:_MOST_ADDED]
    sums = {sum(chosen, Fraction(0)) for size in range(1, len(near) + 1) for chosen in combinations(near, size)}
    return wanted in sums
