"""Claims: every clause with its parts.

A clause is a finite verb with what belongs to it, or a verbal noun in its place (تم توقيع; the head of a headline), or
a nominal clause with a figure. It is a claim if it has a figure, a time, a quotation, an attribution or a negation, or
a predicate with a named or definite party; a text of one sentence gives every clause with a predicate. What a source
says is a claim whose ``attribution`` is the innermost record that covers it; the clause that reports it is a claim too,
its predicate the cue's lemma. Each figure and time stands in exactly one claim, each name in at most one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.model.claims import Claim, Mood
from claimcheck.model.mentions import Attribution, Name, Quantity, TimeExpression
from claimcheck.recognizers.clauses_queue import Contents, Queue, place
from claimcheck.recognizers.clauses_signs import lemmas
from claimcheck.recognizers.clauses_split import Clause, split
from claimcheck.recognizers.clauses_text import Text
from claimcheck.recognizers.directions import direction_of
from claimcheck.recognizers.polarity import mood_of, polarity_of
from claimcheck.recognizers.predicates import read_verb
from claimcheck.recognizers.roles import quantity_role
from claimcheck.recognizers.roles_names import name_roles
from claimcheck.recognizers.roles_names import parties as who_and_whom
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_DOING_SPAN = 10  # tokens from قام or سجل to the verbal noun that tells what was done
_NONE = range(0)
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
        self.tokens, self.attributions, self.quantities, self.names = tokens, attributions, quantities, names
        size = len(tokens)
        self.figures = [place(tokens, quantity.span) for quantity in quantities]
        moments = [place(tokens, time.span) for time in times]
        self.parties = [place(tokens, name.span) for name in names]
        self.text = Text.of(tokens, self.figures, [*moments, *self.parties])
        self.queues = [Queue([first for first, _ in ranges], size) for ranges in (self.figures, moments, self.parties)]
        self.contents = Contents([place(tokens, attribution.content.span) for attribution in attributions], size)
        self.cues = {place(tokens, a.cue.span)[0]: k for k, a in reversed(list(enumerate(attributions)))}
        self.cue_tokens = [*sorted(self.cues), size + 1]
        self.next_cue = self.cue_tokens[0]  # no cue stands before it, but behind the clauses already built
        self.next_turn = self.text.turns[0] if self.text.turns else size + 1
        self.moods = [_given(attribution.cue.lemma) for attribution in attributions]
        self.light, self.carrying = lemmas("auxiliaries", "light"), lemmas("auxiliaries", "carrying")
        self.supposed = -1  # where the last condition ends

    def run(self, sentences: Sequence[tuple[int, int]]) -> list[Claim]:
        """Build every claim."""
        lenient = len(sentences) < 2
        found = []
        for clause in split(self.text, sentences, self.contents.cuts):
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
        figures, moments, named = self.queues
        quantities = figures.take(stop) if figures.next < stop else _NONE
        times = moments.take(stop) if moments.next < stop else _NONE
        parties = named.take(stop) if named.next < stop else _NONE
        attribution = self.contents.covering(first, stop)
        cue = self._cue(first, stop) if self.next_cue < stop else None
        predicate, passive = self._predicate(clause, cue, first, stop)
        turns = self._turns(clause) if self.next_turn < clause.stop else []
        polarity = polarity_of(self.text, clause, turns) if turns or clause.auxiliary is not None else "affirmed"
        content = tuple(filter(None, self.text.terms[first:stop]))
        told = content and (attribution is not None or polarity == "negated")
        if not (quantities or times or told):
            party = parties or cue is not None or (lenient and clause.verb is not None) or self._definite(first, stop)
            if predicate is None or not party:
                return None
        names, actor, patient = self._named(clause, parties, passive) if parties else ((), None, None)
        span = self.tokens.span(first, stop)
        return Claim(
            span=span,
            text=self.tokens.text[span.start : span.end],
            predicate=predicate,
            polarity=polarity,
            direction=direction_of(predicate) if predicate else None,
            mood=self._mood(clause, turns, attribution),
            attribution=attribution,
            quantities=tuple(quantities),
            times=tuple(times),
            names=names,
            quantity_roles=tuple([self._role(clause, k) for k in quantities]) if quantities else (),
            actor=actor,
            patient=patient,
            terms=content,
        )

    def _turns(self, clause: Clause) -> list[int]:
        """The positions in the clause of words that can change its polarity or mood."""
        turns = self.text.turns
        behind = bisect_left(turns, clause.stop)
        self.next_turn = turns[behind] if behind < len(turns) else len(self.tokens) + 1
        return turns[bisect_left(turns, clause.first, 0, behind) : behind]

    def _mood(self, clause: Clause, turns: list[int], attribution: int | None) -> Mood:
        """How the clause is meant; what follows from a condition is conditional: إذا وافق المجلس فسترتفع الغرامة."""
        mood: Mood = "assertion" if attribution is None else self.moods[attribution]
        if turns:
            mood = mood_of(self.text, clause, turns, mood)
        if clause.first == self.supposed and self.tokens.norms[clause.first].startswith("ف"):
            mood = "conditional"
        self.supposed = clause.stop if mood == "conditional" else -1
        return mood

    def _named(self, clause: Clause, parties: range, passive: bool) -> tuple[tuple[Name, ...], int | None, int | None]:
        """The names of the clause with their roles, who did it and to whom."""
        names = [(self.parties[k][0], self.names[k]) for k in parties]
        roles = name_roles(self.text, clause, names, passive)
        actor, patient = who_and_whom(roles)
        return tuple([_with_role(name, role) for (_, name), role in zip(names, roles, strict=True)]), actor, patient

    def _definite(self, first: int, stop: int) -> bool:
        """Tell whether a clause has a word with the article."""
        return True in self.text.definite[first:stop]

    def _role(self, clause: Clause, k: int) -> str | None:
        return quantity_role(self.text, clause, self.quantities[k], self.figures[k])

    def _cue(self, first: int, stop: int) -> int | None:
        """The record whose cue stands in the clause."""
        at = bisect_left(self.cue_tokens, first)
        token = self.cue_tokens[at]
        self.next_cue = token if token >= stop else self.cue_tokens[at + 1]
        return self.cues[token] if token < stop else None

    def _predicate(self, clause: Clause, cue: int | None, first: int, stop: int) -> tuple[str | None, bool]:
        """Return the dictionary form of what happens, and whether the verb can only be passive."""
        said = self.attributions[cue].cue.lemma if cue is not None else None
        if clause.verb is None:
            if said is not None:  # a participle
                return (said if _finite(said) else None), False
            return self._masdar(first, min(stop, first + 2), definite_too=False), False
        if said is not None and self.cues.get(clause.verb) == cue:
            return said, False
        lemma = clause.lemma
        if lemma in self.light:
            lemma = self._done(clause.verb, stop, lemma) or lemma
        elif lemma in self.carrying:
            lemma = self._carried(clause.verb, stop) or lemma
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

    def _carried(self, verb: int, stop: int) -> str | None:
        """The rise or fall that a verb only carries: سجلت الأسعار ارتفاعاً."""
        for i in range(verb + 1, min(stop, verb + _DOING_SPAN)):
            sign = self.text.signs[i]
            if sign is not None and sign.nominal:
                return None
            if sign is not None and sign.masdar is not None and not sign.prefix:
                return sign.masdar if direction_of(sign.masdar) in ("up", "down") else None
        return None

    def _masdar(self, first: int, stop: int, definite_too: bool = True) -> str | None:
        """The verb of the first verbal noun in a token range; one with the article heads no headline."""
        for i in range(first, stop):
            sign = self.text.signs[i]
            if sign is not None and sign.masdar is not None and i not in self.text.covered:
                return sign.masdar if definite_too or sign.prefix not in ("ال", "وال") else None
        return None


def _given(lemma: str | None) -> Mood:
    """What a cue makes of what is said: asked for, yet to come, or asserted."""
    if lemma in lemmas("moods", "request_cues"):
        return "request"
    return "future" if lemma in lemmas("moods", "future_cues") else "assertion"


@lru_cache(maxsize=8192)
def _finite(lemma: str) -> bool:
    """Tell whether a cue is a verb: a prepositional source (بحسب) says nothing of its own."""
    return read_verb(fold(lemma)) is not None


def _with_role(name: Name, role: str | None) -> Name:
    """Return the name with its role in the clause."""
    if role == name.role:
        return name
    return Name(
        canonical=name.canonical,
        kind=name.kind,
        key=name.key,
        role=role,
        title=name.title,
        span=name.span,
        text=name.text,
    )
