"""Claims: every clause with its parts.

A clause is a finite verb with what belongs to it, or a verbal noun in its place (تم توقيع; the head of a headline), or
a nominal clause with a figure. It is a claim if it has a figure, a time, a quotation, an attribution or a negation, or
a predicate with a named or definite party; a text of one sentence gives every clause with a predicate. What a source
says is a claim whose ``attribution`` is the innermost record that covers it; the clause that reports it is a claim too,
its predicate the cue's lemma. Each figure, time and name stands in exactly one claim.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.model.claims import Claim, Mood
from claimcheck.model.mentions import Attribution, Name, Quantity, TimeExpression
from claimcheck.model.spans import Span
from claimcheck.recognizers.clauses_signs import definite, lemmas
from claimcheck.recognizers.clauses_split import Clause, cut_points, split
from claimcheck.recognizers.clauses_text import Text, within
from claimcheck.recognizers.directions import direction_of
from claimcheck.recognizers.polarity import mood_of, polarity_of
from claimcheck.recognizers.predicates import read_verb
from claimcheck.recognizers.roles import name_roles, quantity_role
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_DOING_SPAN = 10  # tokens from قام to the verbal noun with ب that tells what was done
_TRIMMED = frozenset('،,;؛.:-"«»“”„‹›…()[]')


def build_claims(
    tokens: Tokens,
    sentences: Sequence[tuple[int, int]],
    attributions: Sequence[Attribution],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
    names: Sequence[Name],
) -> tuple[Claim, ...]:
    """Return the claims of a text in text order; positions in them count from the lists given here."""
    return tuple(_Builder(tokens, attributions, quantities, times, names).run(sentences))


class _Builder:
    """One text on its way to claims: its mentions as token ranges, and how far each list has been used up."""

    def __init__(
        self,
        tokens: Tokens,
        attributions: Sequence[Attribution],
        quantities: Sequence[Quantity],
        times: Sequence[TimeExpression],
        names: Sequence[Name],
    ) -> None:
        self.tokens, self.attributions, self.quantities, self.times = tokens, attributions, quantities, times
        self.figures = [self._place(quantity.span) for quantity in quantities]
        moments = [self._place(time.span) for time in times]
        parties = [self._place(name.span) for name in names]
        self.names = [(first, name) for (first, _), name in zip(parties, names, strict=True)]
        self.text = Text.of(tokens, self.figures, [*moments, *parties])
        self.quantity_starts = [tokens.starts[first] for first, _ in self.figures]
        self.time_starts = [tokens.starts[first] for first, _ in moments]
        self.used_quantities = self.used_times = self.used_names = 0
        self.spans = [self._whole_tokens(attribution.content.span) for attribution in attributions]
        self.contents = sorted(range(len(attributions)), key=lambda k: (self.spans[k].start, -self.spans[k].end))
        self.cues = {self._place(a.cue.span)[0]: k for k, a in reversed(list(enumerate(attributions)))}
        self.cue_tokens = sorted(self.cues)
        self.next_content = 0
        self.supposed = -1  # where the last condition ends
        self.open: list[int] = []

    def _place(self, span: Span | None) -> tuple[int, int]:
        """Return the token range of a span."""
        if span is None:
            return 0, 0
        starts = self.tokens.starts
        return max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)

    def _whole_tokens(self, span: Span) -> Span:
        """Return a span with the proclitics that it leaves out (بإقالة)."""
        return Span(self.tokens.starts[self._place(span)[0]], span.end)

    def run(self, sentences: Sequence[tuple[int, int]]) -> list[Claim]:
        """Build every claim."""
        cuts = cut_points(self.tokens, self.spans)
        lenient = len(sentences) < 2
        found = []
        for clause in split(self.text, sentences, cuts):
            claim = self._claim(clause, lenient)
            if claim is not None:
                found.append(claim)
        return found

    def _trim(self, clause: Clause) -> tuple[int, int]:
        """Leave out the marks at both ends."""
        first, stop = clause.first, clause.stop
        words = self.tokens.words
        while first < stop and words[first].text in _TRIMMED:
            first += 1
        while stop > first and words[stop - 1].text in _TRIMMED:
            stop -= 1
        return first, stop

    def _claim(self, clause: Clause, lenient: bool) -> Claim | None:
        """Build the claim of one clause, or nothing where it states nothing that can be checked."""
        first, stop = self._trim(clause)
        if first >= stop:
            return None
        span = self.tokens.span(first, stop)
        quantities, times, names = self._quantities(span.end), self._times(span.end), self._names(stop)
        attribution = self._attribution(span)
        cue = self._cue(first, stop)
        predicate, passive = self._predicate(clause, cue, first, stop)
        turns = within(self.text.turns, clause.first, clause.stop)
        turned = turns or clause.auxiliary is not None
        polarity = polarity_of(self.text, clause, turns) if turned else "affirmed"
        content = tuple(filter(None, self.text.terms[first:stop]))
        told = bool(content) and (attribution is not None or polarity == "negated")
        named = bool(names) or cue is not None or (lenient and clause.verb is not None)
        if not (quantities or times or told or (predicate is not None and (named or self._definite(first, stop)))):
            return None
        given = self._given(attribution)
        mood = mood_of(self.text, clause, turns, given) if turns else given
        if self._answers(clause):
            mood = "conditional"
        self.supposed = clause.stop if mood == "conditional" else -1
        roles = name_roles(self.text, clause, names, passive) if names else []
        actor, patient = _parties(roles) if names else (None, None)
        return Claim(
            span=span,
            text=self.tokens.text[span.start : span.end],
            predicate=predicate,
            polarity=polarity,
            direction=direction_of(predicate) if predicate else None,
            mood=mood,
            attribution=attribution,
            quantities=quantities,
            times=times,
            names=tuple([_with_role(name, role) for (_, name), role in zip(names, roles, strict=True)]),
            quantity_roles=tuple([self._role(clause, k) for k in quantities]),
            actor=actor,
            patient=patient,
            terms=content,
        )

    def _answers(self, clause: Clause) -> bool:
        """Tell whether the clause follows from the condition before it: إذا وافق المجلس فسترتفع الغرامة."""
        return clause.first == self.supposed and self.tokens.norms[clause.first].startswith("ف")

    def _definite(self, first: int, stop: int) -> bool:
        """Tell whether a clause has a word with the article."""
        return True in map(definite.__getitem__, self.tokens.words[first:stop])

    def _role(self, clause: Clause, k: int) -> str | None:
        return quantity_role(self.text, clause, self.quantities[k], self.figures[k])

    def _quantities(self, end: int) -> tuple[int, ...]:
        """The figures that begin before ``end`` and in no clause before."""
        begin, stop = self.used_quantities, bisect_left(self.quantity_starts, end, self.used_quantities)
        self.used_quantities = stop
        return tuple(range(begin, stop))

    def _times(self, end: int) -> tuple[int, ...]:
        """The times that begin before ``end`` and in no clause before."""
        begin, stop = self.used_times, bisect_left(self.time_starts, end, self.used_times)
        self.used_times = stop
        return tuple(range(begin, stop))

    def _names(self, stop: int) -> list[tuple[int, Name]]:
        """The names that begin before the token ``stop`` and in no clause before, with their first tokens."""
        begin, names = self.used_names, self.names
        while self.used_names < len(names) and names[self.used_names][0] < stop:
            self.used_names += 1
        return names[begin : self.used_names]

    def _attribution(self, span: Span) -> int | None:
        """The innermost record whose content covers the clause. Contents are nested, so those open form a stack."""
        contents, spans = self.contents, self.spans
        while self.next_content < len(contents) and spans[contents[self.next_content]].start <= span.start:
            self.open.append(contents[self.next_content])
            self.next_content += 1
        while self.open and spans[self.open[-1]].end <= span.start:
            self.open.pop()
        return next((k for k in reversed(self.open) if spans[k].end >= span.end), None)

    def _cue(self, first: int, stop: int) -> int | None:
        """The record whose cue stands in the clause."""
        at = bisect_left(self.cue_tokens, first)
        if at < len(self.cue_tokens) and self.cue_tokens[at] < stop:
            return self.cues[self.cue_tokens[at]]
        return None

    def _predicate(self, clause: Clause, cue: int | None, first: int, stop: int) -> tuple[str | None, bool]:
        """Return the dictionary form of what happens, and whether the verb can only be passive."""
        said = self.attributions[cue].cue.lemma if cue is not None else None
        if clause.verb is None:
            if said is not None:  # a participle; a prepositional source (بحسب) says nothing of its own
                return (said if read_verb(fold(said)) else None), False
            return self._masdar(first, min(stop, first + 2), definite_too=False), False
        if said is not None and self.cues.get(clause.verb) == cue:
            return said, False
        lemma = self.text.lemma(clause.verb)
        if lemma in lemmas("auxiliaries", "light"):
            lemma = self._done(clause.verb, stop, lemma) or lemma
        sign = self.text.signs[clause.verb]
        return lemma, sign is not None and sign.verb is not None and sign.verb.voice == "passive"

    def _done(self, verb: int, stop: int, lemma: str) -> str | None:
        """What took place, behind a verb that says only that it did: تم توقيع، قامت الشركة بسداد."""
        if lemma != "قام":
            return self._masdar(verb + 1, min(stop, verb + 3))
        signs = self.text.signs
        for i in range(verb + 1, min(stop, verb + _DOING_SPAN)):
            sign = signs[i]
            if sign is not None and sign.masdar is not None and sign.prefix.startswith("ب"):
                return sign.masdar
        return None

    def _masdar(self, first: int, stop: int, definite_too: bool = True) -> str | None:
        """The verb of the first verbal noun in a token range; one with the article heads no headline."""
        for i in range(first, stop):
            sign = self.text.signs[i]
            if sign is not None and sign.masdar is not None and i not in self.text.covered:
                return sign.masdar if definite_too or sign.prefix not in ("ال", "وال") else None
        return None

    def _given(self, attribution: int | None) -> Mood:
        """What the cue makes of what is said: asked for, yet to come, or asserted."""
        lemma = self.attributions[attribution].cue.lemma if attribution is not None else None
        if lemma in lemmas("moods", "request_cues"):
            return "request"
        return "future" if lemma in lemmas("moods", "future_cues") else "assertion"


def _with_role(name: Name, role: str | None) -> Name:
    """Return the name with its role in the clause."""
    return Name(
        canonical=name.canonical,
        kind=name.kind,
        key=name.key,
        role=role,
        title=name.title,
        span=name.span,
        text=name.text,
    )


_PATIENTS = ("object", "target", "dead", "injured", "missing", "kidnapped", "arrested", "released")


def _parties(roles: Sequence[str | None]) -> tuple[int | None, int | None]:
    """Who did it, and to whom: positions among the names."""
    actor = roles.index("subject") if "subject" in roles else None
    patient = next((i for i, role in enumerate(roles) if role in _PATIENTS), None)
    return actor, patient
