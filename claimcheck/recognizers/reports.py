"""Which cue words of a text report: each with its speaker's phrase and the place where what is said opens.

Rules start at a cue and look at most to the end of its sentence or to the next cue, so the work is linear.
"""

from typing import Literal

from attrs import define

from claimcheck.model.mentions import CuePolarity
from claimcheck.recognizers.cues import CueForm
from claimcheck.recognizers.openings import Opening, OpeningFinder, Opens
from claimcheck.recognizers.reports_tests import CueTests
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.sources import SourceFinder
from claimcheck.recognizers.speakers import Mention
from claimcheck.recognizers.subjects import SubjectFinder
from claimcheck.recognizers.triggers import COMMAS, source_phrases, words_of

_NEAR = 15  # tokens between a participle and what it opens
Kind = Literal["verb", "participle", "masdar", "source"]


@define(kw_only=True, eq=False)
class Report:
    """A cue that reports. ``begin`` is the token at which its clause begins (its subject, where that stands before it).

    ``content`` is the first token of what is said, ``skip`` the letters to leave out; ``content`` is ``None``
    where it stands before the cue or around it (``opens`` tells). ``speakers`` is empty where the speaker is carried
    on from before; ``nearest`` is then the subject of the sentence, if that could be read. ``stop`` is the token behind
    the source's phrase.
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
        self.tests = CueTests(scan, self.subjects)
        self.found: list[Report] = []
        self.references: list[int] = []  # where a phrase refers back to the speaker (على حد قوله): no report

    def find(self) -> list[Report]:
        """Return the reports in the order of their cues."""
        norms, cues, phrases, busy = self.norms, self.scan.cues, source_phrases(), 0
        for index in self.scan.triggers.starts:
            if index < busy:
                continue
            entry = cues.get(index)
            report = self._source(index) if norms[index] in phrases else None
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
            self.references.append(index)
            return None
        return Report(
            begin=index,
            cue_first=index,
            cue_stop=source.cue_stop,
            prefix=source.prefix,
            kind=source.kind,
            lemma=source.lemma,
            opens=source.opens,
            content=source.content,
            speakers=source.speakers,
            stop=source.stop,
        )

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
            elif self.tests.finite(index, prefix, form):
                report = self._verb(index, prefix, form)
            if report is not None:
                return report
        return None

    def _report(self, index: int, prefix: str, kind: Kind, form: CueForm, opening: Opening) -> Report:
        """Make a report of a cue and what it opens."""
        return Report(
            begin=index,
            cue_first=index,
            cue_stop=index + 1,
            prefix=prefix,
            kind=kind,
            lemma=form.verb.lemma,
            polarity=form.verb.polarity,
            opens=opening.how,
            content=opening.content,
            skip=opening.skip,
            speakers=opening.subject,
            gender=form.gender,
            number=form.number,
        )

    # -- finite verbs --------------------------------------------------------------------------------------------------

    def _verb(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A finite verb of saying with what it says."""
        polarity = self.tests.polarity(index, prefix, form)
        if polarity is None:
            return None
        limit = self.tests.limit(index)
        report = self._that_told(index, prefix, form, limit) or self._before_content(index, prefix, form, limit)
        if report is not None:
            report.polarity = polarity
        return report

    def _before_content(self, index: int, prefix: str, form: CueForm, limit: int) -> Report | None:
        """A verb before what it says, its subject on either side; else one behind a quotation."""
        marker = self.openings.marker(index + 1, limit, form.verb.frames)
        if marker is None and not self.openings.nominal(index, limit, form):
            return self._behind(index, prefix, form, limit)
        joined = prefix.startswith("و") or (prefix.startswith("ف") and not self.subjects.topic(index))
        before, begin = self.subjects.before(index, joined or self.tests.leads(index, form))
        opening = self.openings.read(index, limit, form, marker, before or None)
        if opening is None and before:
            before, begin = [], index
            opening = self.openings.read(index, limit, form, marker)
        if opening is None:
            return self._behind(index, prefix, form, limit)
        if not self.tests.convincing(index, prefix, form, opening) or self.tests.thing(opening, before):
            return None
        report = self._report(index, prefix, "verb", form, opening)
        if before:
            report.begin, report.speakers = begin, tuple(before)
            return report
        speakers = self.tests.speakers(form, opening)
        return report if speakers else self._with_nearest(report)

    def _with_nearest(self, report: Report) -> Report:
        """Add the subject of the sentence, for a report that names no speaker."""
        report.speakers, report.nearest = (), tuple(self.subjects.of_sentence(report.cue_first))
        return report

    def _behind(self, index: int, prefix: str, form: CueForm, limit: int) -> Report | None:
        """A verb behind its content, which is quoted (…، قال فلان)."""
        if "quote" not in form.verb.frames or form.homograph or prefix:
            return None
        before = index - 1
        while before > 0 and self.norms[before] in COMMAS | {"-", "."}:
            before -= 1
        quote = self.scan.closers.get(before)
        if quote is None or (quote.stop - quote.start < 3 and not self.tests.opens_sentence(quote.opener)):
            return None
        group, _ = self.subjects.behind(index + 1, limit, False)
        return self._report(index, prefix, "verb", form, Opening("before", index, quote.start, subject=tuple(group)))

    def _that_told(self, index: int, prefix: str, form: CueForm, limit: int) -> Report | None:
        """ذلك as the object stands for the clause before (أوضح ذلك فلان)."""
        if prefix or form.homograph or index + 1 >= len(self.norms) or self.norms[index + 1] != "ذلك":
            return None
        group, _ = self.subjects.behind(index + 2, limit, False)
        if not group:
            return None
        report = self._report(index, prefix, "verb", form, Opening("before", index, 0, subject=tuple(group)))
        report.content = None
        return report

    def _judged(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A judgement in quotation marks on what stands before (تعتبرها أنقرة "إرهابية"، وصفها الوزير بـ"الواهية")."""
        if "judges" not in form.verb.frames:
            return None
        limit = self.tests.limit(index)
        group, end = self.subjects.behind(index + 1, limit, False)
        for here in range(end, min(limit, end + 4)):
            if here in self.scan.quotes:
                return self._report(index, prefix, "verb", form, Opening("quote", here, here + 1, subject=tuple(group)))
        return None

    # -- participles and nouns -----------------------------------------------------------------------------------------

    def _participle(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """An active participle that carries a report on (مضيفاً أن)."""
        if index and self.norms[index - 1] in words_of("clause", "being"):
            return None
        opening = self.openings.find(index, self.tests.limit(index), form, [])
        if opening is None or opening.marker - index > _NEAR:
            return None
        marked = index > 0 and self.scan.is_mark(index - 1)
        strict = not self.norms[index].endswith("ا")
        if strict and (opening.marker > index + 2 or (opening.how == "object" and not marked)):
            return None
        return self._with_nearest(self._report(index, prefix, "participle", form, opening))

    def _masdar(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A noun of saying with its speaker's pronoun (في قوله، جدد تأكيده أن)."""
        supposed = index > 0 and self.norms[index - 1] in words_of("clause", "not_complement")
        if supposed or not self.tests.opens_at_once(index):
            return None
        opening = self.openings.find(index, min(self.tests.limit(index), index + 4), form, [])
        if opening is None or opening.marker > index + 1 + bool(self.scan.preposition(index + 1)):
            return None
        last = self.found[-1] if self.found else None
        report = self._report(index, prefix, "masdar", form, opening)
        if last is not None and last.lemma == "نقل" and last.content == index:
            report.speakers = self._told(last, index)
            return report
        if last is not None and last.content == opening.content:
            return None
        return self._with_nearest(report)

    def _told(self, report: Report, stop: int) -> tuple[Mention, ...]:
        """Read whom a medium quotes: نقلت الوكالة عن فلان قوله."""
        for here in range(report.cue_first + 1, stop - 1):
            if self.norms[here] == "عن":
                group, _ = self.subjects.reader.group(here + 1, stop)
                return tuple(group)
        return ()
