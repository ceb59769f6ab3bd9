"""Whether a cue word really is a verb of saying in its place: tests that look at what stands around it."""

from bisect import bisect_right

from claimcheck.model.mentions import CuePolarity
from claimcheck.recognizers.cues import CueForm, idioms
from claimcheck.recognizers.openings import Opening
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.subjects import SubjectFinder
from claimcheck.recognizers.triggers import words_of
from claimcheck.text.orthography import fold

_REACH = 60
_TELLING = frozenset({"أبلغ", "أخبر"})  # their object is the person told


class CueTests:
    """Tests for the cues of one text."""

    def __init__(self, scan: Scan, subjects: SubjectFinder) -> None:
        """Look at ``scan``."""
        self.scan, self.subjects = scan, subjects
        self.norms = scan.norms
        self.spans = scan.spans
        self.negations, self.openers = words_of("clause", "negations"), words_of("clause", "openers")

    # -- limits ------------------------------------------------------------------------------------------------------

    def limit(self, index: int) -> int:
        """Return where to stop looking for what a cue governs: the end of its sentence, or the next sure cue."""
        _, end = self.scan.sentence(index)
        end = min(end, index + _REACH)
        places = self.scan.triggers.cue_places
        for at in range(bisect_right(places, index), len(places)):
            here = places[at]
            if here >= end:
                break
            prefix, entries = self.scan.cues[here]
            for form in entries:
                if self._sure(here, prefix, form):
                    return here
        return end

    def _sure(self, here: int, prefix: str, form: CueForm) -> bool:
        """Tell whether a cue word ahead is a cue of its own, so that what lies behind it is not for this one."""
        if form.shape == "participle":
            return self.norms[here].endswith("ا") or form.verb.lemma == "قال" or self.scan.is_mark(here - 1)
        if form.shape == "masdar":
            return form.number == 0
        if form.homograph or form.object or "clause" not in form.verb.frames:
            return False
        return prefix in {"", "و", "ف", "س", "وس"}

    # -- the word itself -----------------------------------------------------------------------------------------------

    def finite(self, index: int, prefix: str, form: CueForm) -> bool:
        """Tell whether proclitics, spelling and place allow a third person that says something."""
        if prefix and (prefix.endswith("ب") or (prefix.endswith(("س", "ل")) and form.shape != "present")):
            return False
        if form.verb.lemma[0] == "ا":
            raw = self.scan.words[index].text.lstrip("وف")
            if form.shape == "past" and raw.startswith("أ"):
                return False  # the first person of the present: أعتقد
            if form.verb.lemma == "ادعى" and form.shape == "present" and raw.endswith("ى"):
                return False  # the passive of دعا: تُدعى "..."
        if form.homograph and not self.initial(index, prefix) and not self.opens_at_once(index):
            return False
        others = idioms().get(form.verb.lemma)
        return not (others and index + 1 < len(self.norms) and self.norms[index + 1] in others)

    def polarity(self, index: int, prefix: str, form: CueForm) -> CuePolarity | None:
        """Return the polarity in its place; ``None`` where the verb is negated or merely supposed."""
        before = self.norms[index - 1] if index else ""
        if before in self.negations and not prefix:
            return "assert" if fold(form.verb.lemma) in words_of("clause", "reversible") else None
        if form.shape != "present":
            return form.verb.polarity
        if before in {"حتي", "كي", "لكي"}:
            return None
        if before in {"ان", "بان"} and self.norms[max(0, index - 2)] not in {"قبل", "بعد"}:
            return None
        return form.verb.polarity

    def initial(self, index: int, prefix: str) -> bool:
        """Tell whether a verb opens its sentence or a clause in it."""
        if prefix.startswith(("و", "ف")) or index == self.scan.sentence(index)[0]:
            return True
        return self.scan.is_mark(index - 1) or self.norms[index - 1] in self.openers

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a token opens its sentence or follows a mark."""
        return index == self.scan.sentence(index)[0] or self.scan.is_mark(index - 1)

    def opens_at_once(self, index: int) -> bool:
        """Tell whether the token behind may open a content."""
        here = index + 1
        if here >= len(self.norms):
            return False
        norm = self.norms[here]
        if norm in self.scan.complementizers or norm == ":" or here in self.scan.quotes:
            return True
        return self.scan.preposition(here) != "" or norm[0] == "ب"

    def leads(self, index: int, form: CueForm) -> bool:
        """Tell whether the verb's own subject follows it, so that nothing before it can be one."""
        if form.verb.frames & {"person", "told"} or form.verb.lemma in _TELLING:
            return False
        return self.subjects.follows(index)

    # -- the word with what it opens -----------------------------------------------------------------------------------

    def convincing(self, index: int, prefix: str, form: CueForm, opening: Opening) -> bool:
        """Tell a verb from the noun, preposition or passive that is spelled like it."""
        if form.homograph and not self._no_noun(index, prefix, opening):
            return False
        if "accuses" in form.verb.frames and not opening.subject and opening.gap == 0:
            return False
        passive = form.shape == "present" and opening.marker == index + 1 and opening.how == "clause"
        if not passive or self.norms[index].removeprefix("و") not in words_of("forms", "impersonal"):
            return True
        return not self.initial(index, prefix) or self.subjects.pronoun(index)

    def _no_noun(self, index: int, prefix: str, opening: Opening) -> bool:
        """Tell whether a homograph is the verb: by its place, and by what it opens."""
        initial, bare = self.initial(index, prefix), self.norms[index].removeprefix("و")
        if not initial and opening.marker > index + 1:
            return False
        nominal = not initial or bare in words_of("forms", "nominal") or self.thing(opening, list(opening.subject))
        if opening.how == "object" and nominal:
            return False
        verbal = index > 0 and self.norms[index - 1].removeprefix("و") in {"قد", "كان", "كانت"}
        if bare in words_of("forms", "prepositions") and not verbal:
            at_once = opening.how == "object" and opening.gap == 0 and self.subjects.follows(index)
            return at_once or index == self.scan.sentence(index)[0]
        if bare == "بين":
            return self.opens_sentence(index) and "بين" not in self.norms[max(0, index - 25) : index]
        return opening.how != "quote" or opening.gap <= 1

    def thing(self, opening: Opening, before: list[Mention]) -> bool:
        """Tell whether a mere thing stands before a verb with an object (العرض يقترح تخفيضات)."""
        if not before:
            return False
        subject = before[-1]
        return opening.how == "object" and subject.kind == "" and subject.first not in self.spans

    def speakers(self, form: CueForm, opening: Opening) -> tuple[Mention, ...]:
        """Return the subject behind a verb, left out whom a request is made to (ودعت طرفي النزاع إلى)."""
        group = opening.subject
        if "person" not in form.verb.frames or len(group) != 1:
            return group
        asked = group[0]
        if asked.name is not None and asked.name[0] in self.spans:
            return group
        many = asked.number > 1 or not asked.definite or asked.kind == ""
        oblique = many and asked.kind != "unnamed" and self.norms[asked.first].endswith(("ين", "ي"))
        single = asked.number == 1 or asked.kind == "institution"
        clash = single and form.number == 1 and asked.gender != form.gender
        return () if oblique or clash else group
