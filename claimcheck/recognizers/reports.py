"""Which cue words of a text report: each with its speaker's phrase and the place where what is said opens.

Rules start at a cue and look at most to the end of its sentence or to the next cue, so the work is linear.
"""

from typing import Literal

from attrs import evolve, frozen

from claimcheck.model.mentions import CuePolarity
from claimcheck.recognizers.cues import CueForm, idioms
from claimcheck.recognizers.openings import Opening, OpeningFinder, Opens
from claimcheck.recognizers.scan import COMMAS, Scan, words_of
from claimcheck.recognizers.sources import SourceFinder, source_starts
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.subjects import SubjectFinder
from claimcheck.text.orthography import fold

Kind = Literal["verb", "participle", "masdar", "source"]
_REACH = 60


@frozen(kw_only=True)
class Report:
    """A cue that reports. ``begin`` is the token at which its clause begins (its subject, where that stands before it).

    ``content`` is the first token of what is said, ``skip`` the letters to leave out there; ``content`` is ``None``
    where it stands before the cue or around it (``opens`` tells). ``speakers`` is empty where the speaker is carried on
    from before; ``nearest`` is then the subject of the sentence, if that could be read. ``stop`` is the token behind the
    source's phrase.
    """

    begin: int
    cue_first: int
    cue_stop: int
    prefix: str
    kind: Kind
    lemma: str
    opens: Opens
    content: int | None = None
    polarity: CuePolarity = "assert"
    skip: int = 0
    speakers: tuple[Mention, ...] = ()
    nearest: tuple[Mention, ...] = ()
    gender: str = "m"
    number: int = 1
    stop: int = 0


class ReportFinder:
    """Finds the reports of one text."""

    def __init__(self, scan: Scan) -> None:
        """Read in ``scan``."""
        self.scan = scan
        self.norms = scan.norms
        self.subjects = SubjectFinder(scan)
        self.openings = OpeningFinder(scan, self.subjects)
        self.sources = SourceFinder(scan, self.subjects)
        self.found: list[Report] = []

    def find(self) -> list[Report]:
        """Return the reports in the order of their cues."""
        starts, norms, busy = source_starts(), self.norms, 0
        for index, entry in enumerate(self.scan.cues):
            if entry is None and norms[index] not in starts:
                continue
            if index < busy:
                continue
            report = self._source(index) if norms[index] in starts else None
            if report is None and entry:
                report = self._cue(index, entry[0], entry[1])
            if report is not None:
                self.found.append(report)
                busy = report.cue_stop
        return self.found

    def _source(self, index: int) -> Report | None:
        """A prepositional source, or a document in which something stands."""
        source = self.sources.find(index)
        if source is None:
            return None
        first, _ = self.scan.sentence(index)
        if not source.speakers and any(report.cue_first >= first for report in self.found[-3:]):
            return None
        return Report(
            begin=index, cue_first=index, cue_stop=source.cue_stop, prefix=source.prefix, kind=source.kind,
            lemma=source.lemma, opens=source.opens, content=source.content, speakers=source.speakers, stop=source.stop,
        )  # fmt: skip

    def _cue(self, index: int, prefix: str, entries: tuple[CueForm, ...]) -> Report | None:
        """Try the readings of a cue word in turn."""
        for form in entries:
            report = None
            if form.shape == "masdar":
                report = self._masdar(index, prefix, form)
            elif form.shape == "participle":
                report = self._participle(index, prefix, form) if prefix in {"", "و", "ف"} else None
            elif form.object:
                report = self._judged(index, prefix, form)
            elif self._finite(index, prefix, form):
                report = self._verb(index, prefix, form)
            if report is not None:
                return report
        return None

    def _finite(self, index: int, prefix: str, form: CueForm) -> bool:
        """Tell whether the proclitics and the spelling allow a third person (أعتقد is the first)."""
        if prefix.endswith("ب") or (prefix.endswith(("س", "ل")) and form.shape != "present"):
            return False
        raw = self.scan.words[index].text.lstrip("وف")
        return not (form.shape == "past" and form.verb.lemma.startswith("ا") and raw.startswith("أ"))

    def _judged(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A judgement in quotation marks on what stands before (تعتبرها أنقرة "إرهابية"، وصفها الوزير بـ"الواهية")."""
        if "judges" not in form.verb.frames:
            return None
        limit = self._limit(index)
        group, end = self.subjects.behind(index + 1, limit, False)
        for here in range(end, min(limit, end + 4)):
            if here in self.scan.quotes:
                opening = Opening("quote", here, here + 1, subject=tuple(group))
                return self._report(index, prefix, "verb", form, opening)
        return None

    # -- limits ------------------------------------------------------------------------------------------------------

    def _limit(self, index: int) -> int:
        """Where to stop looking for what a cue governs: the end of its sentence, or the next sure cue."""
        _, end = self.scan.sentence(index)
        end = min(end, index + _REACH)
        for here in range(index + 1, end):
            entry = self.scan.cues[here]
            if entry and any(self._sure(here, entry[0], form) for form in entry[1]):
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

    # -- finite verbs --------------------------------------------------------------------------------------------------

    def _verb(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A finite verb of saying with what it says."""
        if form.homograph and not self._initial(index, prefix) and not self._opens_at_once(index):
            return None
        polarity = self._polarity(index, prefix, form)
        if polarity is None or self.norms[index + 1 : index + 2] and self.norms[index + 1] in idioms().get(form.verb.lemma, ()):
            return None
        limit = self._limit(index)
        joined = prefix.startswith("و") or (prefix.startswith("ف") and not self.subjects.topic(index))
        before, begin = self.subjects.before(index, joined or self._leads(index, form))
        told = self._that_told(index, prefix, form, limit, polarity)
        if told is not None:
            return told
        opening = self.openings.find(index, limit, form, before or None)
        if opening is None and before:
            before, begin = [], index
            opening = self.openings.find(index, limit, form)
        if opening is None:
            return self._behind(index, prefix, form, limit, polarity)
        if not self._convincing(index, prefix, form, opening) or (before and self._thing(opening, before)):
            return None
        report = self._report(index, prefix, "verb", form, opening, polarity)
        if before:
            return evolve(report, begin=begin, speakers=tuple(before))
        speakers = self._asked(index, form, opening)
        if "accuses" in form.verb.frames and not opening.subject and opening.gap == 0:
            return None
        nearest = () if speakers else tuple(self.subjects.of_sentence(index))
        return evolve(report, speakers=speakers, nearest=nearest)

    def _opens_at_once(self, index: int) -> bool:
        """Tell whether the token behind may open a content."""
        following = index + 1
        if following >= len(self.norms):
            return False
        norm = self.norms[following]
        return norm in self.scan.complementizers or norm == ":" or following in self.scan.quotes or (
            self.scan.preposition(following) != "" or norm[0] == "ب"
        )

    def _leads(self, index: int, form: CueForm) -> bool:
        """Tell whether the verb's own subject follows it, so that nothing before it can be one."""
        if form.verb.frames & {"person", "told"} or form.verb.lemma in {"أبلغ", "أخبر"}:
            return False
        return self.subjects.follows(index)

    def _polarity(self, index: int, prefix: str, form: CueForm) -> CuePolarity | None:
        """Return the polarity in its place; ``None`` where the verb is negated or merely supposed."""
        before = self.norms[index - 1] if index else ""
        if before in words_of("clause", "negations") and not prefix:
            return "assert" if fold(form.verb.lemma) in words_of("clause", "reversible") else None
        if form.shape == "present" and before in {"حتي", "كي", "لكي"}:
            return None
        if form.shape == "present" and before in {"ان", "بان"} and self.norms[max(0, index - 2)] not in {"قبل", "بعد"}:
            return None
        return form.verb.polarity

    def _asked(self, index: int, form: CueForm, opening: Opening) -> tuple[Mention, ...]:
        """Leave out of the subject whom a request is made to (ودعت طرفي النزاع إلى)."""
        group = opening.subject
        if "person" not in form.verb.frames or len(group) != 1:
            return group
        asked = group[0]
        norm = self.norms[asked.first]
        known = asked.name is not None and asked.name[0] in self.scan.spans
        oblique = norm.endswith(("ين", "ي")) and (asked.number > 1 or not asked.definite or asked.kind == "") and not known
        single = asked.number == 1 or asked.kind == "institution"
        clash = not known and single and asked.gender != form.gender and form.number == 1
        return () if (oblique and asked.kind != "unnamed") or clash else group

    def _thing(self, opening: Opening, before: list[Mention]) -> bool:
        """Tell whether a mere thing stands before a verb with an object (العرض يقترح تخفيضات)."""
        subject = before[-1]
        return opening.how == "object" and subject.kind == "" and subject.first not in self.scan.spans

    def _convincing(self, index: int, prefix: str, form: CueForm, opening: Opening) -> bool:
        """Tell a verb from the noun, preposition or passive that is spelled like it."""
        at_once = opening.marker == index + 1
        initial = self._initial(index, prefix)
        bare = self.norms[index].removeprefix("و")
        if form.homograph:
            if opening.how == "object" and (bare in words_of("forms", "nominal") or not initial):
                return False
            if not initial and not at_once:
                return False
            if bare in words_of("forms", "prepositions") and self.norms[index - 1].removeprefix("و") not in {"قد", "كان", "كانت"}:
                at_once = opening.how == "object" and opening.gap == 0 and self.subjects.follows(index)
                return index == self.scan.sentence(index)[0] or (initial and at_once)
            if opening.how == "quote" and opening.gap > 1:
                return False
            if bare == "بين" and (not self._opens_sentence(index) or "بين" in self.norms[max(0, index - 8) : index]):
                return False
        passive = form.shape == "present" and at_once and opening.how == "clause" and initial
        return not (passive and bare in words_of("forms", "impersonal") and not self.subjects.pronoun(index))

    def _opens_sentence(self, index: int) -> bool:
        return index == self.scan.sentence(index)[0] or self.scan.is_mark(index - 1)

    def _initial(self, index: int, prefix: str) -> bool:
        """Tell whether a verb opens its sentence or a clause in it."""
        if prefix.startswith(("و", "ف")) or index == self.scan.sentence(index)[0]:
            return True
        return self.scan.is_mark(index - 1) or self.norms[index - 1] in words_of("clause", "openers")

    def _report(
        self, index: int, prefix: str, kind: Kind, form: CueForm, opening: Opening, polarity: CuePolarity | None = None
    ) -> Report:
        return Report(
            begin=index, cue_first=index, cue_stop=index + 1, prefix=prefix, kind=kind, lemma=form.verb.lemma,
            polarity=polarity or form.verb.polarity, opens=opening.how, content=opening.content, skip=opening.skip,
            speakers=opening.subject, gender=form.gender, number=form.number,
        )  # fmt: skip

    def _behind(self, index: int, prefix: str, form: CueForm, limit: int, polarity: CuePolarity) -> Report | None:
        """A verb behind its content, which is quoted (…، قال فلان)."""
        if "quote" not in form.verb.frames or form.homograph:
            return None
        before = index - 1
        while before > 0 and self.norms[before] in COMMAS | {"-", "."}:
            before -= 1
        quote = self.scan.closers.get(before)
        if quote is None or prefix or (quote.stop - quote.start < 3 and not self._opens_sentence(quote.opener)):
            return None
        group, _ = self.subjects.behind(index + 1, limit, False)
        report = self._report(index, prefix, "verb", form, Opening("before", index, 0), polarity)
        return evolve(report, content=quote.start, speakers=tuple(group))

    def _that_told(self, index: int, prefix: str, form: CueForm, limit: int, polarity: CuePolarity) -> Report | None:
        """ذلك as the object stands for the clause before (أوضح ذلك فلان)."""
        if prefix or form.homograph or self.norms[index + 1 : index + 2] != ["ذلك"]:
            return None
        group, _ = self.subjects.behind(index + 2, limit, False)
        if not group:
            return None
        report = self._report(index, prefix, "verb", form, Opening("before", index, 0), polarity)
        return evolve(report, content=None, speakers=tuple(group))

    # -- participles and nouns -----------------------------------------------------------------------------------------

    def _participle(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """An active participle that carries a report on (مضيفاً أن)."""
        limit = self._limit(index)
        if index and self.norms[index - 1] in words_of("clause", "being"):
            return None
        opening = self.openings.find(index, limit, form, [])
        if opening is None or opening.marker - index > 15:
            return None
        strict = not self.norms[index].endswith("ا")
        marked = index > 0 and self.scan.is_mark(index - 1)
        if strict and (opening.marker > index + 2 or (opening.how == "object" and not marked)):
            return None
        report = self._report(index, prefix, "participle", form, opening)
        return evolve(report, nearest=tuple(self.subjects.of_sentence(index)))

    def _masdar(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A noun of saying with its speaker's pronoun (في قوله، جدد تأكيده أن)."""
        if not self._opens_at_once(index):
            return None
        opening = self.openings.find(index, min(self._limit(index), index + 4), form, [])
        if opening is None or opening.marker > index + 1 + bool(self.scan.preposition(index + 1)):
            return None
        last = self.found[-1] if self.found else None
        told = last is not None and last.lemma == "نقل" and last.content == index
        if last is not None and not told and last.content == opening.content:
            return None
        report = self._report(index, prefix, "masdar", form, opening)
        if last is not None and told:
            return evolve(report, speakers=self._told(last, index))
        return evolve(report, nearest=tuple(self.subjects.of_sentence(index)))

    def _told(self, report: Report, stop: int) -> tuple[Mention, ...]:
        """Read whom a medium quotes: نقلت الوكالة عن فلان قوله."""
        for here in range(report.cue_first + 1, stop - 1):
            if self.norms[here] == "عن":
                group, _ = self.subjects.reader.group(here + 1, stop)
                return tuple(group)
        return ()
