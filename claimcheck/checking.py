"""Checking a whole article: each of its claims against a corpus, and the article against itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from math import exp, log
from typing import Protocol

from attrs import define, evolve, field, frozen

from claimcheck.comparison.judgement import Judgement
from claimcheck.comparison.settings import DEFAULT, Settings
from claimcheck.comparison.sides import Side
from claimcheck.comparison.terms import content_stems
from claimcheck.consistency import internal_findings
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.extraction import extract
from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.spans import Span
from claimcheck.model.verdicts import Evidence, Finding, Report, Verdict
from claimcheck.relevance import settled, unanchored, unlike
from claimcheck.verification import Outcome, Source, combine, outcome_of

# Claims of a reference that stand this near to the one that was found (in characters) are read with it.
WINDOW = 300
# Candidates that are compared for each claim.
CANDIDATES = 10


class Candidate(Protocol):
    """What retrieval gives: what was read from a document, and which of its claims may answer."""

    @property
    def extraction(self) -> Extraction:
        """Its claims, as stored."""

    @property
    def claims(self) -> tuple[int, ...]:
        """Positions of the claims that were found."""


class Reference(Protocol):
    """A corpus as checking needs it."""

    def candidates(
        self, claim: Claim, extraction: Extraction, limit: int = ..., exclude: Collection[str] = ...
    ) -> Iterable[Candidate]:
        """Find the stored claims that may answer ``claim``, best first."""

    def idf(self, term: str) -> float:
        """Tell how rare a stem is in the corpus."""


def check(
    text: str | Document | Extraction,
    corpus: Reference | None,
    published: date | None = None,
    exclude: Collection[str] = (),
    settings: Settings = DEFAULT,
) -> Report:
    """Check every claim of an article against a corpus, and the article against itself.

    ``corpus`` may be ``None``: internal consistency alone. ``exclude`` are ids of documents that are no evidence (the
    text's own copy).

    >>> check("قتل 15 شخصاً في الانفجار.", None).findings
    ()
    """
    extraction = text if isinstance(text, Extraction) else extract(text, published=published)
    if corpus is not None and not hasattr(corpus, "candidates"):
        raise ClaimcheckError("a Corpus is needed, or None", where=excerpt(repr(corpus)))
    trial = None if corpus is None else _Trial(extraction, corpus, exclude, settings)
    verdicts = tuple(_verdict(extraction, index, trial, settings) for index in range(len(extraction.claims)))
    findings = [evolve(finding, claim=index) for index, verdict in enumerate(verdicts) for finding in verdict.findings]
    findings += internal_findings(extraction)
    return Report(extraction=extraction, verdicts=verdicts, findings=tuple(sorted(findings, key=_place)))


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.claim_span or Span(0, 0)
    return span.start, span.end, finding.code


@define(eq=False, slots=False)
class _Trial:
    """One article before one corpus: what its claims have in common is read once."""

    extraction: Extraction
    corpus: Reference
    exclude: Collection[str]
    settings: Settings
    sources: dict[tuple[int, tuple[int, ...]], Source] = field(factory=dict)
    names: dict[int, frozenset[str]] = field(factory=dict)

    @cached_property
    def weight(self) -> "_Weigher":
        """How rare words are, asked only after retrieval, which notices what others wrote into the corpus."""
        return _Weigher.of(self.corpus)

    def side(self, extraction: Extraction, claims: tuple[Claim, ...], middle: Claim) -> Side:
        """Return claims as a side, in the surroundings of one of them: the claims around it and the title."""
        title = content_stems(extraction.document.title) if extraction.document.title else ()
        terms = (term for claim in _window(extraction, [middle]) for term in claim.terms)
        if id(extraction) not in self.names:
            self.names[id(extraction)] = _names(extraction)
        names = self.names[id(extraction)]
        return Side(extraction, claims, context=(*title, *terms), context_names=names, whole=False)

    def outcomes(self, side: Side, claim: Claim) -> list[Outcome]:
        """Compare a claim with the passages that are about it; with the nearest one alone where none is."""
        found = self.corpus.candidates(claim, self.extraction, limit=CANDIDATES, exclude=self.exclude)
        sources = [self._source(candidate) for candidate in found]
        reasons = [self._unlike(side, source) for source in sources]
        relevant = [source for source, reason in zip(sources, reasons, strict=True) if reason is None]
        if not relevant and sources:
            outcome = outcome_of(side, sources[0], self.settings, self.weight)
            return [_taken_back(outcome, reasons[0] or "")]
        return [self._anchored(outcome_of(side, source, self.settings, self.weight)) for source in relevant]

    def _source(self, candidate: Candidate) -> Source:
        """Make a source of a candidate: the claims that were found and those near them."""
        extraction, positions = candidate.extraction, candidate.claims
        key = (id(extraction), positions)
        if key not in self.sources:
            found = [extraction.claims[position] for position in positions]
            side = self.side(extraction, tuple(_window(extraction, found)), found[0])
            self.sources[key] = Source(side, (_passage(side, extraction.document),))
        return self.sources[key]

    def _unlike(self, side: Side, source: Source) -> str | None:
        shared = source.side.wide_bag.coverage(side.bag, self.weight)
        return unlike(side, source.side, self.weight, self.weight.rarest, shared, self.settings)

    def _anchored(self, outcome: Outcome) -> Outcome:
        reason = unanchored(outcome.rows, outcome.judgement.conflicts)
        return outcome if reason is None else _taken_back(outcome, reason)


def _verdict(extraction: Extraction, index: int, trial: _Trial | None, settings: Settings) -> Verdict:
    """Judge one claim by the references that are about it: those that share almost as much as the nearest one."""
    claim = extraction.claims[index]
    if trial is None:
        return evolve(combine(claim.text, (), claim_span=claim.span), claim_index=index)
    side = trial.side(extraction, (claim,), claim)
    outcomes = trial.outcomes(side, claim)
    best = max((o.judgement.shared for o in outcomes), default=0.0)
    near = [o for o in outcomes if o.judgement.shared >= best - settings.second_best]
    telling = settled([o for o in near if o.judgement.label != "not_enough_info"], side, settings)
    verdict = combine(claim.text, telling or outcomes[:1], claim_span=claim.span)
    return evolve(verdict, claim_index=index)


def _taken_back(outcome: Outcome, reason: str) -> Outcome:
    """Return an outcome that says nothing, since its passage turned out to be about something else."""
    judgement = outcome.judgement
    return evolve(outcome, judgement=Judgement("not_enough_info", judgement.score, judgement.shared, reason))


# In a corpus of a few documents every word is common. Weights are those of a corpus with this many passages more, about
# something else: log((N + 51) / (df + 1/2)) instead of log((N + 1) / (df + 1/2)), a constant that fades as N grows.
_BACKGROUND = 50


@frozen(eq=False)
class _Weigher:
    """Weigh a stem by how rare it is in the corpus; bare numbers weigh nothing."""

    corpus: Reference
    rarest: float  # the weight of what the corpus does not have
    background: float

    @classmethod
    def of(cls, corpus: Reference) -> "_Weigher":
        """Weigh by ``corpus``, a small one against a background."""
        rarest = corpus.idf("؟")
        background = log(1 + 2 * _BACKGROUND * exp(-rarest))
        return cls(corpus, rarest + background, background)

    def __call__(self, stem: str) -> float:
        return 0.0 if stem[:1].isdigit() else self.corpus.idf(stem) + self.background


def _names(extraction: Extraction) -> frozenset[str]:
    """Return the stems of all the names in the claims of a document."""
    names = {name.canonical for claim in extraction.claims for name in claim.names}
    return frozenset(stem for name in names for stem in content_stems(name))


def _window(extraction: Extraction, found: Sequence[Claim]) -> list[Claim]:
    """Return the claims that stand within ``WINDOW`` characters of those found, in text order."""
    spans = [claim.span for claim in found if claim.span is not None]
    if not spans:
        return list(found)
    low, high = min(s.start for s in spans) - WINDOW, max(s.end for s in spans) + WINDOW
    first = bisect_left(extraction.claims, low, key=_start)
    last = bisect_right(extraction.claims, high, key=_start)
    return [claim for claim in extraction.claims[first:last] if claim.span is not None and claim.span.end <= high]


def _start(claim: Claim) -> int:
    """Return where a claim begins; claims stand in this order."""
    return claim.span.start if claim.span is not None else -1


def _passage(side: Side, document: Document) -> tuple[Evidence, Span]:
    """Return the evidence that a side is: the text that its claims cover, with its place."""
    spans = [claim.span for claim in side.claims if claim.span is not None]
    if not spans:
        return Evidence(text=None, score=0.0, document=document), Span(0, 0)
    place = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Evidence(text=place.of(side.extraction.text), score=0.0, span=place, document=document), place
