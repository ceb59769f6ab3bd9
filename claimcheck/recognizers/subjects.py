"""Where a cue's speaker stands: behind the verb, before it, before a relative clause, or as the sentence's subject."""

from claimcheck.lexicon import forms
from claimcheck.recognizers.scan import RELATIVES, Scan
from claimcheck.recognizers.speakers import Mention, PhraseReader
from claimcheck.recognizers.speakers_words import infos, is_object, tables
from claimcheck.recognizers.triggers import COMMAS, words_of

_REACH = 24
_PARTICLES = forms("قد لقد سوف كان كانت كانوا بدوره بدورها بدورهم وقد أيضا")
_NEGATIONS = forms("لم لا لن ولم ولا ولن ما")
_PRONOUNS = forms("هو هي هم وهو وهي وهم")
_OPENERS = forms(
    "لكن ولكن بينما وبينما فيما وفيما حيث إذ كما وكما كان وكان كانت وكانت غير فإن وإن الذي التي الذين ثم وقد قد أما"
    " إلا بيد لأن"
)


class SubjectFinder:
    """Finds the speakers' phrases that belong to the cues of one text."""

    def __init__(self, scan: Scan) -> None:
        """Read in ``scan``."""
        self.scan = scan
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans
        self.reader = PhraseReader(scan)
        self.objects = words_of("nouns", "objects")

    def behind(self, start: int, stop: int, stop_at_object: bool) -> tuple[list[Mention], int]:
        """Read the subject behind a verb: adverbials are stepped over, appositions taken in."""
        here, norms = start, self.norms
        while here < stop and norms[here] != "ل" and (norms[here] in COMMAS or self._adverb(here)):
            here = self.skip_adverbial(here, stop)
        if here < stop and here == start and self.reader.shapes.addressee(here):
            here = self._occasion_end(here + 1, stop)
            quote = self.scan.quotes.get(here)
            here = quote.closer + 1 if quote and quote.closer is not None else here
        if here >= stop or (here in self.scan.quotes and not self._short_quote(here, stop)):
            return [], start
        if here > start and self.norms[here - 1] not in COMMAS and not self._clear(here):
            return [], start
        if stop_at_object and is_object(self.norms[here], self.objects) and not self.reader.listed(here):
            return [], start
        group, end = self.reader.group(here, stop, stop_at_object)
        if not group:
            return [], start
        return self.reader.with_appositions(group, end, stop)

    def _clear(self, here: int) -> bool:
        """Tell whether a word opens a speaker's phrase even behind an adverbial without a comma."""
        return bool(infos[self.words[here]].head) or here in self.spans or self.norms[here - 1] in tables()["single"]

    def _short_quote(self, here: int, stop: int) -> bool:
        quote = self.scan.quotes[here]
        return quote.closer is not None and quote.closer + 1 <= stop and quote.stop - quote.start <= 4

    def _adverb(self, here: int) -> bool:
        word = self.words[here]
        info = infos[word]
        if not info.adverb or info.head:
            return False
        return not (word.text == "علي" and self.scan.ali)

    def skip_adverbial(self, here: int, stop: int) -> int:
        """Step over a comma, one adverb, an occasion (في بيان صحفي), or an adverbial up to the next comma."""
        lists = tables()
        if self.norms[here] in COMMAS or self.norms[here] in lists["single"]:
            return here + 1
        if here + 1 < stop and infos[self.words[here + 1]].core in lists["occasions"]:
            return self._occasion_end(here + 2, stop)
        for index in range(here + 1, stop):
            if self.norms[index] in COMMAS:
                return index + 1
        return stop

    def _occasion_end(self, after: int, stop: int) -> int:
        """Step behind an occasion and its adjectives, up to a comma that is near."""
        for index in range(after, min(stop, after + 5)):
            if self.norms[index] in COMMAS:
                return index + 1
        for index in range(after, min(stop, after + 4)):
            info = infos[self.words[index]]
            if info.head or info.adverb or index in self.spans or index in self.scan.quotes:
                return index
            if self.norms[index] in self.scan.complementizers or is_object(self.norms[index], self.objects):
                return index
        return min(stop, after + 4)

    # -- before the verb -------------------------------------------------------------------------------------------

    def before(self, index: int, joined: bool) -> tuple[list[Mention], int]:
        """Read a subject that stands before its verb (موسكو أشارت، الذي أوضح), and the begin of its clause.

        ``joined``: the verb carries a conjunction, so no subject of its own can stand before it.
        """
        first, _ = self.scan.sentence(index)
        stop = index
        if joined or stop == first or self._cut_off(index - 1):
            return [], index
        while stop > first and self.norms[stop - 1] in _PARTICLES:
            stop -= 1
        if stop > first and self.norms[stop - 1].removeprefix("و") in RELATIVES:
            return self._antecedent(stop - 1, max(first, stop - _REACH)), index
        lower = self._clause_start(max(first, stop - _REACH), stop)
        for begin in self._starts(lower, stop):
            if (
                begin < stop
                and not self.reader.listed(begin)
                and not infos[self.words[begin]].head
                and is_object(self.norms[begin], self.objects)
            ):
                continue
            group, end = self.behind(begin, stop, False)
            while group and end < stop and (self.norms[end] in COMMAS or self._adverb(end)):
                end = self.skip_adverbial(end, stop)
            if group and end < stop and self.norms[end] in RELATIVES and begin == lower:
                end = stop
            if group and end >= stop and group[0].first <= begin + 2:
                return group, begin
        return [], index

    def topic(self, index: int) -> bool:
        """Tell whether أما opens the sentence, so that the subject stands before a verb with ف (أما الوزير فقال)."""
        first, _ = self.scan.sentence(index)
        return self.norms[first] in {"اما", "واما"}

    def _cut_off(self, before: int) -> bool:
        """Tell whether a mark that ends clauses stands before the verb (وكالات/ أعلن)."""
        return self.scan.is_mark(before) and self.norms[before] not in COMMAS | {")", '"', "»", "”"}

    def _clause_start(self, lower: int, stop: int) -> int:
        """Return the first token of the clause that holds ``stop``, not before ``lower``."""
        for here in range(stop - 1, lower - 1, -1):
            norm = self.norms[here]
            if norm in _OPENERS or norm in self.scan.complementizers or norm in {":", ".", "-"}:
                return here + 1
            if here in self.scan.closers and self.scan.closers[here].stop - self.scan.closers[here].start > 6:
                return here + 1
            cue = self.scan.cues.get(here)
            if cue and any(form.shape in {"past", "present"} and not form.homograph for form in cue[1]):
                return here + 1
        return lower

    def follows(self, index: int) -> bool:
        """Tell whether a subject clearly follows a verb: a title, an institution, or a name at once behind it."""
        here = index + 1
        if here >= len(self.norms) or infos[self.words[here]].adverb or here in self.scan.quotes:
            return False
        info = infos[self.words[here]]
        return (bool(info.head) or here in self.spans) and not info.preposition and not info.joined

    def _starts(self, lower: int, stop: int) -> list[int]:
        """Where a subject may begin: at the clause's first word or behind one of its commas, the widest first."""
        found = [lower] + [k + 1 for k in range(lower, stop - 1) if self.norms[k] in COMMAS]
        return [k + 1 if k < stop and self.norms[k] in COMMAS else k for k in found]

    def _antecedent(self, stop: int, lower: int) -> list[Mention]:
        """Read whom a relative pronoun means: the phrase before it; behind و, the last person named before."""
        group = self.ending_at(stop, lower)
        if group and (group[-1].name or not self.norms[stop].startswith("و")):
            return group
        for here in range(stop - 1, lower - 1, -1):
            known = self.spans.get(here)
            if known is not None and known[1].kind == "person":
                return self.ending_at(known[0], max(lower, here - 8)) or group
        return group

    def ending_at(self, stop: int, lower: int) -> list[Mention]:
        """Read the phrase that ends before ``stop``: the longest that a head opens, else the last word or two."""
        if stop > lower and self.norms[stop - 1] in COMMAS:
            stop -= 1
        for start in range(lower, stop):
            if infos[self.words[start]].head or start in self.spans or start >= stop - 2:
                if (
                    infos[self.words[start - 1]].head in {"office", "institution"}
                    and not infos[self.words[start - 1]].definite
                ):
                    continue
                group, end = self.reader.group(start, stop)
                if group and end == stop and group[0].first == start:
                    return group
        return []

    # -- carried on ------------------------------------------------------------------------------------------------

    def of_sentence(self, index: int) -> list[Mention]:
        """Read the subject of the clause that opens the sentence of ``index``: verb and subject, or the reverse."""
        first, _ = self.scan.sentence(index)
        if index - first < 2:
            return []
        here = first
        while here < index and (
            self.norms[here] in _OPENERS or self.norms[here] in {"ان", "هذا"} or self.scan.is_mark(here)
        ):
            here += 1
        if here < index and (infos[self.words[here]].adverb or self.reader.shapes.fused(here)):
            here = self.skip_adverbial(here, index)
        while here < index and self.norms[here] in _NEGATIONS:
            here += 1
        if here >= index - 1:
            return []
        follows = self.follows(here) and not infos[self.words[here]].definite and not infos[self.words[here]].head
        cue = self.scan.cues.get(here)
        if self.scan.verb(here) is not None or follows or (cue and cue[1][0].shape in {"past", "present"}):
            group, _ = self.behind(here + 1, index, True)
            return group
        group, end = self.behind(here, index, True)
        if not group or end >= index or (group[-1].kind == "" and self.scan.verb(end) is None):
            return []
        return group

    def pronoun(self, index: int) -> bool:
        """Tell whether a pronoun stands before the verb (وهو يندد)."""
        return index > 0 and self.norms[index - 1] in _PRONOUNS
