"""Which cue words of a text report: each with its speaker's phrase and the place where what is said opens.

Rules start at a cue and look at most to the end of its sentence or to the next cue, so the work is linear.
"""

from bisect import bisect_right
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from claimcheck.lexicon import forms, lines, load
from claimcheck.model.mentions import CuePolarity
from claimcheck.recognizers.cues import CueForm, cue_lookup
from claimcheck.recognizers.speakers import Mention, PhraseReader, is_object
from claimcheck.text.orthography import fold
from claimcheck.text.quotes import Quotation
from claimcheck.text.tokens import Tokens, Word

Kind = Literal["verb", "participle", "masdar", "source", "own"]
Opens = Literal["clause", "colon", "quote", "object", "before", "around"]
_REACH = 60
_COMMAS = frozenset({"،", ",", "؛", ";"})


@frozen(kw_only=True)
class Report:
    """A cue that reports. ``begin`` is the token at which its clause begins (its subject, where that stands before it).

    ``content`` is the first token of what is said; ``None`` where it stands before the cue (``opens`` is ``before``) or
    around it. ``speakers`` is empty where the speaker is carried on from before.
    """

    begin: int
    cue_first: int
    cue_stop: int
    prefix: str
    kind: Kind
    lemma: str
    polarity: CuePolarity
    opens: Opens
    content: int | None
    speakers: tuple[Mention, ...] = ()
    gender: str = "m"
    number: int = 1
    stop: int = 0


@cache
def _table(section: str, key: str) -> frozenset[str]:
    return forms(load("cues")[section][key])


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Source phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("own", "clause", "noun"):
        for line in lines(load("cues")["sources"][kind]):
            parts = tuple(fold(line).split())
            found.setdefault(parts[0], []).append((parts, kind))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(_phrases()) | {conj + first for first in _phrases() for conj in "وف"}


def conjunction_length(word: Word, prefix: str) -> int:
    """Return how many characters of the original the conjunction in ``prefix`` takes (with its harakat)."""
    if not prefix or prefix[0] not in "وف":
        return 0
    length = 1
    while length < len(word.text) and not fold(word.text[length]):
        length += 1
    return length


class ReportFinder:
    """Finds the reports of one text."""

    def __init__(self, tokens: Tokens, sentences: list[tuple[int, int]], quotations: list[Quotation]) -> None:
        """Prepare the look-ups."""
        self.tokens = tokens
        self.norms = tokens.norms
        self.starts = [first for first, _ in sentences]
        self.sentences = sentences
        self.quotes = {q.opener: q for q in quotations}
        self.closers = {q.closer: q for q in quotations if q.closer is not None}
        self.entries = list(map(cue_lookup().__getitem__, tokens.words))
        self.reader = PhraseReader(tokens, _table("nouns", "objects"))
        self.complementizers = _table("clause", "complementizers")
        self.found: list[Report] = []

    def find(self) -> list[Report]:
        """Return the reports in text order."""
        starts = _phrase_starts()
        norms = self.norms
        busy = 0
        for index, entry in enumerate(self.entries):
            if index < busy:
                continue
            report = None
            if norms[index] in starts:
                report = self._source(index)
            if report is None and entry:
                report = self._cue(index, entry[0], entry[1])
            if report is not None:
                self.found.append(report)
                busy = report.cue_stop
        return self.found

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the sentence that holds a token."""
        return self.sentences[max(0, bisect_right(self.starts, index) - 1)]

    # -- cues ------------------------------------------------------------------------------------------------------

    def _cue(self, index: int, prefix: str, entries: tuple[CueForm, ...]) -> Report | None:
        for form in entries:
            if form.shape == "masdar":
                report = self._masdar(index, prefix, form)
            elif form.shape == "participle":
                report = self._participle(index, prefix, form) if prefix in {"", "و", "ف"} else None
            elif form.object or (prefix and prefix not in {"و", "ف", "س", "وس", "فس", "ل", "ول"}):
                report = None
            elif prefix.endswith(("س", "ل")) and form.shape != "present":
                report = None
            else:
                report = self._verb(index, prefix, form)
            if report is not None:
                return report
        return None

    def _limit(self, index: int) -> int:
        """Where to stop looking for what a cue governs: the end of its sentence, or the next cue."""
        _, end = self.sentence(index)
        end = min(end, index + _REACH)
        for here in range(index + 1, end):
            entry = self.entries[here]
            if entry and any(self._strong(here, entry[0], form) for form in entry[1]):
                return here
        return end

    def _strong(self, here: int, prefix: str, form: CueForm) -> bool:
        """Tell whether a cue word ahead surely is a cue of its own, so that what lies behind it is not for this one."""
        if form.shape == "participle":
            return self.norms[here].endswith("ا") or self.tokens.words[here - 1].shape == "mark"
        if form.shape == "masdar" or form.homograph or form.object or "clause" not in form.verb.frames:
            return False
        return not (prefix and prefix not in {"و", "ف", "س", "وس"})

    def _verb(self, index: int, prefix: str, form: CueForm) -> Report | None:
        initial = self._initial(index, prefix)
        polarity = form.verb.polarity
        raw = self.tokens.words[index].text.lstrip("وف")
        if form.shape == "past" and form.verb.lemma.startswith("ا") and raw.startswith("أ"):
            return None  # the first person of the present: أعتقد
        before = self.norms[index - 1] if index else ""
        if before in _table("clause", "negations") and not prefix:
            if fold(form.verb.lemma) not in _table("clause", "reversible"):
                return None
            polarity = "assert"
        if form.shape == "present" and before in {"ان", "بان"} and self.norms[index - 2 : index - 1] not in (["قبل"], ["بعد"]):
            return None
        limit = self._limit(index)
        if index + 1 >= limit and not (index and index - 1 in self.closers):
            return None
        opened = self._opening(index, limit, form)
        if opened is None:
            return self._behind(index, prefix, form, limit, polarity)
        opens, marker, content, group, _ = opened
        if form.homograph and not initial and marker > index + 1:
            return None
        if form.homograph and opens == "object" and (
            self.norms[index].removeprefix("و") in _table("forms", "nominal") or not self._first(index, prefix)
        ):
            return None
        if (
            form.shape == "present" and marker == index + 1 and opens == "clause" and initial
            and self.norms[index][len(prefix.rstrip("سل")):] in _table("forms", "impersonal")
        ):
            return None
        begin = index
        speakers = tuple(group)
        if not speakers:
            speakers, begin = self._before(index)
        return Report(
            begin=begin, cue_first=index, cue_stop=index + 1, prefix=prefix, kind="verb", lemma=form.verb.lemma,
            polarity=polarity, opens=opens, content=content, speakers=speakers, gender=form.gender, number=form.number,
        )

    def _first(self, index: int, prefix: str) -> bool:
        """Tell whether a verb opens its sentence, or a clause joined by و."""
        return prefix.startswith(("و", "ف")) or index == self.sentence(index)[0]

    def _initial(self, index: int, prefix: str) -> bool:
        if prefix.startswith(("و", "ف")) or index == self.sentence(index)[0]:
            return True
        before = self.tokens.words[index - 1]
        return before.shape == "mark" or before.norm in _table("clause", "openers")

    def _opening(
        self, index: int, limit: int, form: CueForm, subject: bool = True
    ) -> tuple[Opens, int, int, list[Mention], int] | None:
        """Find where the content opens: (how, marker token, first content token, subject, end of the subject)."""
        frames = form.verb.frames
        marker = self._marker(index + 1, limit, frames)
        stop = marker[1] if marker else limit
        group, end = self._subject(index + 1, stop, "object" in frames or "shows" in frames) if subject else ([], index + 1)
        if not ("person" in frames and marker and marker[0] == "clause"):
            noun = self._noun_complement(index, end, stop, form, group)
            if noun:
                opens, at, content = noun
                if "person" in frames and not group and subject:
                    pass
                return opens, at, content, group, end
        if marker is None:
            return None
        opens, at, content = marker
        if opens == "clause" and "clause" not in frames and not ("finding" in frames and self.norms[at].startswith("ب")):
            return None
        if opens in {"quote", "colon"} and not frames & {"quote", "quoted"}:
            return None
        return opens, at, content, group, end

    def _marker(self, start: int, limit: int, frames: frozenset[str]) -> tuple[Opens, int, int] | None:
        """Find the complementizer, colon or quotation that opens the content."""
        here = start
        while here < limit:
            norm = self.norms[here]
            if norm in self.complementizers and not self._subordinate(here, frames):
                return "clause", here, self._content_start(here + 1, limit)
            if norm == ":":
                return "colon", here, self._content_start(here + 1, limit)
            quote = self.quotes.get(here)
            if quote is not None and quote.start < quote.stop:
                if not self._named(quote, start, limit):
                    return "quote", here, self._content_start(here, limit)
                here = quote.closer or here
            here += 1
        return None

    def _subordinate(self, here: int, frames: frozenset[str]) -> bool:
        """Tell whether أن belongs to the word before it (قبل أن، يمكن أن), not to the verb of saying."""
        before = self.norms[here - 1]
        if before in {"الي", "علي", "من", "عن", "في"} and self.norms[here].startswith("ا"):
            return before not in frames and not ("clause" in frames and before in {"عن", "في"})
        return before in _table("clause", "not_complement") and self.norms[here].startswith("ا")

    def _content_start(self, here: int, limit: int) -> int:
        """Step over an opening mark, a complementizer inside it, and a comma."""
        for _ in range(4):
            if here < len(self.norms) and (
                here in self.quotes or self.norms[here] in self.complementizers or self.norms[here] in _COMMAS | {":"}
            ):
                here += 1
        return here

    def _named(self, quote: Quotation, start: int, limit: int) -> bool:
        """Tell whether a short quotation is a name in the subject (صحيفة "س" أن), since the content opens later."""
        if quote.closer is None or quote.stop - quote.start > 6 or quote.opener == start:
            return False
        following = range(quote.closer + 1, min(limit, quote.closer + 25))
        if any(self.norms[k] in self.complementizers or self.norms[k] == ":" for k in following):
            return True
        return self.reader.infos[quote.opener - 1].head in {"institution", "document"} and quote.closer + 1 < limit

    def _subject(self, start: int, stop: int, stop_at_object: bool) -> tuple[list[Mention], int]:
        """Read the subject behind a verb: adverbials between commas are stepped over, appositions taken in."""
        here = start
        while here < stop and (self.norms[here] in _COMMAS or self.reader.infos[here].adverb):
            here = self._skip_adverbial(here, stop)
        if here >= stop or here in self.quotes:
            return [], start
        if stop_at_object and is_object(self.norms[here], _table("nouns", "objects")) and here == start:
            return [], start
        group, end = self.reader.group(here, stop, stop_at_object)
        if not group:
            return [], start
        return self._apposition(group, end, stop)

    def _skip_adverbial(self, here: int, stop: int) -> int:
        """Step over a comma, a single adverb of time, or an adverbial up to the next comma."""
        if self.norms[here] in _COMMAS or self.norms[here] in _SINGLE:
            return here + 1
        for index in range(here + 1, stop):
            if self.norms[index] in _COMMAS:
                return index + 1
        return stop

    def _apposition(self, group: list[Mention], end: int, stop: int) -> tuple[list[Mention], int]:
        """Join what stands behind a comma to the last speaker: الرئيس الروسي، فلاديمير بوتين، · فلان، رئيس البعثة."""
        last, begin = group[-1], end
        for _ in range(3):
            if end + 1 >= stop or self.norms[end] not in _COMMAS:
                break
            following = end + 1
            info = self.reader.infos[following]
            if info.adverb or self.norms[following] in _COMMAS:
                break
            more = self.reader.phrase(following, stop)
            if more is None:
                break
            if last.name is None and more.name is not None and last.kind in {"office", "address", "person", "unnamed"}:
                last = evolve(last, stop=more.stop, kind="person", name=more.name, roles=last.roles + more.roles)
            elif last.name is not None and more.name is None and more.kind in {"office", "unnamed", ""}:
                last = evolve(last, stop=more.stop, roles=last.roles + more.roles)
            elif info.prefix.endswith(("ل", "لل")) and last.name is None:
                last = evolve(last, stop=more.stop)
            else:
                break
            end = more.stop
        if end < stop and end > begin and self.norms[end] in _COMMAS:
            end += 1
        return [*group[:-1], last], end

    def _noun_complement(
        self, index: int, end: int, stop: int, form: CueForm, group: list[Mention]
    ) -> tuple[Opens, int, int] | None:
        """Find a content without أن: behind one of the verb's prepositions, or as its object."""
        frames = form.verb.frames
        prepositions = form.verb.prepositions
        bare = prepositions - {"ب", "ل"}
        for here in range(end, stop):
            norm = self.norms[here]
            if norm in bare and here + 1 < stop and not self._adverbial(here + 1):
                if self.norms[here + 1] in self.complementizers:
                    return None
                return "object", here, self._content_start(here + 1, stop)
            if "ب" in prepositions and self._fused(here, "ب"):
                return "object", here, here
            if "ل" in prepositions and here <= end + 1 and self._fused(here, "ل"):
                return "object", here, here
        if end < stop and frames & {"object", "shows"} and "person" not in frames and end not in self.quotes:
            info = self.reader.infos[end]
            if info.adverb or self.tokens.words[end].shape == "mark":
                return None
            if form.shape in {"participle", "masdar"} or (group or is_object(self.norms[end], _table("nouns", "objects"))):
                return "object", end, end
        return None

    def _adverbial(self, index: int) -> bool:
        return self.norms[index] in _table("clause", "adverbial_nouns") or (
            self.reader.infos[index].core in _table("clause", "adverbial_nouns")
        )

    def _fused(self, here: int, letter: str) -> bool:
        """Tell whether the token carries a fused preposition that opens a content (بالجهود، بوقف)."""
        norm = self.norms[here]
        if norm in _NOT_FUSED or self.reader.infos[here].adverb or norm in self.complementizers:
            return False
        if norm.startswith("ب" if letter == "ب" else "ل"):
            rest = norm[1:]
            if norm.startswith(("بال", "لل")):
                return rest.removeprefix("ال") not in _table_region("occasions")
            return not self.reader.fused_name(norm) and len(rest) >= 3
        return False

    def _behind(
        self, index: int, prefix: str, form: CueForm, limit: int, polarity: CuePolarity
    ) -> Report | None:
        """A verb behind its content: a quotation before it (…، قال فلان), or ذلك beside it (أوضح ذلك فلان)."""
        if "quote" not in form.verb.frames or form.shape == "participle":
            return None
        group: list[Mention] = []
        if index + 1 < limit and self.norms[index + 1] in {"ذلك", "هذا"} and not form.homograph:
            group, _ = self._subject(index + 2, limit, False)
            if not group:
                return None
            content: int | None = None
        else:
            before = index - 1
            while before > 0 and self.norms[before] in _COMMAS | {"-", "."}:
                before -= 1
            if before not in self.closers or prefix:
                return None
            group, _ = self._subject(index + 1, limit, False)
            content = self.closers[before].start
        return Report(
            begin=index, cue_first=index, cue_stop=index + 1, prefix=prefix, kind="verb", lemma=form.verb.lemma,
            polarity=polarity, opens="before", content=content, speakers=tuple(group), gender=form.gender,
            number=form.number,
        )

    def _participle(self, index: int, prefix: str, form: CueForm) -> Report | None:
        limit = self._limit(index)
        if index + 1 >= limit:
            return None
        strict = not self.norms[index].endswith("ا")
        comma = index > 0 and self.tokens.words[index - 1].shape == "mark"
        opened = self._opening(index, limit, form, subject=False)
        if opened is None:
            return None
        opens, marker, content, _, _ = opened
        if strict and (marker > index + 2 or (opens == "object" and not comma)):
            return None
        if opens == "object" and marker == index + 1 and content == marker and form.homograph:
            return None
        if index + 1 < marker and not self._adverbials_only(index + 1, marker):
            return None
        return Report(
            begin=index, cue_first=index, cue_stop=index + 1, prefix=prefix, kind="participle", lemma=form.verb.lemma,
            polarity=form.verb.polarity, opens=opens, content=content, gender=form.gender, number=form.number,
        )

    def _adverbials_only(self, start: int, stop: int) -> bool:
        """Tell whether only adverbials, or the person asked, stand between a participle and what it opens."""
        return stop - start <= 14

    def _masdar(self, index: int, prefix: str, form: CueForm) -> Report | None:
        """A noun of saying with its speaker's pronoun (في قوله، جدد تأكيده أن)."""
        limit = self._limit(index)
        opened = self._opening(index, min(limit, index + 4), form, subject=False)
        if opened is None:
            return None
        opens, marker, content, _, _ = opened
        if marker > index + 1:
            return None
        last = self.found[-1] if self.found else None
        if last is not None and last.content == content and last.lemma != "نقل":
            return None
        speakers: tuple[Mention, ...] = ()
        if last is not None and last.lemma == "نقل" and last.content == index:
            speakers = self._told(last, index)
        return Report(
            begin=index, cue_first=index, cue_stop=index + 1, prefix=prefix, kind="masdar", lemma=form.verb.lemma,
            polarity=form.verb.polarity, opens=opens, content=content, speakers=speakers, gender=form.gender,
            number=form.number,
        )

    def _told(self, report: Report, stop: int) -> tuple[Mention, ...]:
        for here in range(report.cue_first + 1, stop):
            if self.norms[here] == "عن" and here + 1 < stop:
                group, _ = self.reader.group(here + 1, stop)
                return tuple(group)
        return ()

    def _before(self, index: int) -> tuple[tuple[Mention, ...], int]:
        """Read a subject that stands before its verb (موسكو أشارت، الذي أوضح); the begin of its clause."""
        first, _ = self.sentence(index)
        stop = index
        while stop > first and self.norms[stop - 1] in {"قد", "لقد", "سوف", "كان", "كانت", "بدوره", "بدورها"}:
            stop -= 1
        if stop > first and self.norms[stop - 1] in _RELATIVES:
            group = self._ending_at(stop - 1, max(first, stop - 22))
            return tuple(group), index
        lower = max(first, stop - 22)
        for here in range(stop - 1, lower - 1, -1):
            norm = self.norms[here]
            if norm in _CLAUSE_OPENERS or norm in self.complementizers or norm in {":", "."} or here in self.quotes:
                lower = here + 1
                break
            if self.entries[here] and any(f.shape in {"past", "present"} and not f.homograph for f in self.entries[here][1]):
                lower = here + 1
                break
        for begin in self._clause_starts(lower, stop):
            group, end = self._subject(begin, stop, False)
            if group and group[0].first <= begin + 2:
                while end < stop and (self.norms[end] in _COMMAS or self.reader.infos[end].adverb):
                    end = self._skip_adverbial(end, stop)
                if end >= stop and self._agrees(group, index):
                    return tuple(group), begin
        return (), index

    def _agrees(self, group: list[Mention], index: int) -> bool:
        return not (self.tokens.words[index].norm.startswith(("و", "ف")) and self.entries[index] and self.entries[index][0].startswith(("و", "ف")))  # type: ignore[index]

    def _clause_starts(self, lower: int, stop: int) -> list[int]:
        """Where a subject may begin: the clause's first word, or behind one of its commas, the widest first."""
        found = [lower]
        found += [k + 1 for k in range(lower, stop - 1) if self.norms[k] in _COMMAS]
        return [k + 1 if k < stop and self.norms[k] in _COMMAS else k for k in found]

    def _ending_at(self, stop: int, lower: int) -> list[Mention]:
        """Read the phrase that ends before ``stop``: the longest one that starts with a head or follows a verb."""
        for start in range(lower, stop):
            if self.reader.infos[start].head or start == stop - 2 or start == stop - 1:
                group, end = self.reader.group(start, stop)
                if group and end == stop and group[0].first == start:
                    return group
        return []

    # -- prepositional sources ----------------------------------------------------------------------------------------

    def _source(self, index: int) -> Report | None:
        norm = self.norms[index]
        prefix = "" if norm in _phrases() else norm[0]
        for parts, kind in _phrases().get(norm[len(prefix):], ()):
            stop = index + len(parts)
            if parts[-1] == "ل":
                stop -= 1
            if prefix + " ".join(parts[: stop - index]) != " ".join(self.norms[index:stop]):
                continue
            limit = self.sentence(index)[1]
            if kind == "own":
                return self._own(index, stop, prefix)
            if kind == "clause" or (parts[-1] == "ل" and self._lima(stop)):
                return self._source_clause(index, stop + (1 if kind == "noun" else 0), prefix, limit)
            report = self._source_noun(index, stop, prefix, limit, parts[-1] == "ل")
            if report is not None:
                return report
        return None

    def _lima(self, here: int) -> bool:
        return here < len(self.norms) and self.norms[here] == "لما"

    def _own(self, index: int, stop: int, prefix: str) -> Report | None:
        first, _ = self.sentence(index)
        if any(r.cue_first >= first for r in self.found[-3:]):
            return None
        return self._source_report(index, stop, prefix, (), stop)

    def _source_clause(self, index: int, stop: int, prefix: str, limit: int) -> Report | None:
        if stop >= limit or not self.entries[stop]:
            return None
        if not any(f.shape in {"past", "present"} for f in self.entries[stop][1]):  # type: ignore[index]
            return None
        group, end = self._subject(stop + 1, limit, False)
        if not group and stop + 1 < limit and stop + 1 in self.quotes:
            group, end = self._quoted_name(stop + 1)
        return self._source_report(index, stop + 1, prefix, tuple(group), end) if group else None

    def _quoted_name(self, opener: int) -> tuple[list[Mention], int]:
        quote = self.quotes[opener]
        if quote.closer is None or quote.stop - quote.start > 6:
            return [], opener
        return [Mention(quote.start, quote.stop, "institution", None, ((quote.start, quote.stop),))], quote.closer + 1

    def _source_noun(self, index: int, stop: int, prefix: str, limit: int, fused: bool) -> Report | None:
        if stop >= limit:
            return None
        if self.norms[stop] == "ل" and fused:
            stop += 1
        elif fused and not self.norms[stop].startswith("ل"):
            return None
        if stop >= limit or self.reader.infos[stop].core in _table("sources", "not_sources") or (
            self.norms[stop].removeprefix("ل") in _table("sources", "not_sources")
        ):
            return None
        if stop in self.quotes:
            group, end = self._quoted_name(stop)
        else:
            group, end = self.reader.group(stop, limit)
            if group:
                group, end = self._apposition(group, end, limit)
        return self._source_report(index, stop, prefix, tuple(group), end) if group else None

    def _source_report(
        self, index: int, stop: int, prefix: str, group: tuple[Mention, ...], end: int
    ) -> Report:
        first, _ = self.sentence(index)
        initial = index - first <= 1 and self.norms[index - 1] not in _COMMAS if index > first else True
        while end < len(self.norms) and self.norms[end] in _COMMAS:
            end += 1
        return Report(
            begin=index, cue_first=index, cue_stop=stop, prefix=prefix, kind="source" if group else "own",
            lemma=self.norms[index].removeprefix(prefix), polarity="assert", opens="clause" if initial else "around",
            content=end if initial else None, speakers=group, stop=end,
        )


def _table_region(key: str) -> frozenset[str]:
    return forms(load("speakers")["region"][key])


_SINGLE = forms("أمس اليوم غدا أيضا كذلك مجددا مؤخرا لاحقا سابقا حينها وقتها آنذاك الآن صراحة بدوره بدورها بدورهم رسميا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت")
_RELATIVES = forms("الذي التي اللذان اللذين الذين اللتان اللتين")
_CLAUSE_OPENERS = forms(
    "لكن ولكن بينما وبينما فيما وفيما حيث إذ كما وكما كان وكان كانت وكانت غير أن فإن وإن الذي التي الذين ثم وقد قد"
)
_NOT_FUSED = forms(
    "بن بنت بين بعد بعض باسم بشأن بحسب بسبب بعيد بل بلا بلدية بيان بيانات بلاده بلادها بلد بلدة بدوره بدورها بذلك بهذا به بها بحضور بمناسبة بعدما بينما"
    " بدون برئاسة بكل بوتين باتجاه بدلا بناء بدء بداية بنك برنامج بعثة بطولة بلاغ بطل برلمان بورصة بحث باحث لقد لما لذلك لكن لم لن لا له لها لهم لدى"
    " بمنطقة بمحافظة بمدينة بجامعة بوزارة بمجلس بنادي بشركة بجدة بقوة بوضوح بشدة باستمرار بصراحة بالتالي بالفعل بالتأكيد بالقول بقوله بمقر باسمها"
)
