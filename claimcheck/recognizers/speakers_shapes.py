"""What the words of one text look like to a reader of speakers' phrases: verbs, fused prepositions, objects, names.

Each question is about one token and its neighbours; what has been read so far is for ``speakers_walk``.
"""

from claimcheck.lexicon import forms
from claimcheck.recognizers.names_lexicon import given_names
from claimcheck.recognizers.names_titles import title_forms
from claimcheck.recognizers.scan import Scan
from claimcheck.recognizers.speakers_words import Head, infos, is_object, tables
from claimcheck.recognizers.triggers import COMMAS, words_of

CONNECTORS = forms("بن ابن بنت أبو ابو أبي آل عبد أم ال ذو فان دي دا دو دل فون لو لا بو ولد ابا ده دوس سان ماك")
TANWIN = ("اً", "ًا", "ةً")
_OPENING = frozenset('"«“#')


class Shapes:
    """Answers for the tokens of one text."""

    def __init__(self, scan: Scan) -> None:
        """Look at ``scan``."""
        self.scan = scan
        self.words, self.norms = scan.words, scan.norms
        self.spans = scan.spans
        self.objects = words_of("nouns", "objects")

    def may_open(self, index: int) -> bool:
        """Tell whether a speaker's phrase can open at a token."""
        word, info = self.words[index], infos[self.words[index]]
        if index in self.spans:
            return True
        if word.shape not in {"word", "latin"}:
            return word.text in _OPENING and index + 1 < len(self.words)
        if word.text.endswith(TANWIN):
            return False
        if info.head:
            return not info.preposition or not info.definite or info.preposition == "ل"
        if (info.particle and not self.is_ali(index)) or self.possessed(index):
            return False
        return not (info.prefix.endswith(("بال", "لل", "كال")) or self.fused(index) or self.verbal(index))

    def head(self, index: int) -> Head:
        """Return what kind of speaker a token opens: a title that needs its article does so before a definite noun."""
        head = infos[self.words[index]].head
        if not head and index + 1 < len(self.words) and infos[self.words[index + 1]].definite:
            title = title_forms().get(self.norms[index])
            return "office" if title and title.kind in {"office", "profession"} else ""
        return head

    def is_title(self, index: int) -> bool:
        """Tell whether a token is a title or a form of address."""
        return infos[self.words[index]].head in {"office", "address"}

    def titled(self, index: int) -> bool:
        """Tell whether a bare title with its complement stands here, though it is a given name too (أمين العاصمة)."""
        info = infos[self.words[index]]
        if info.head != "office" or info.definite or index + 1 >= len(self.words):
            return False
        return infos[self.words[index + 1]].definite

    def role_behind(self, index: int) -> bool:
        """Tell whether a title stands here that can follow a name at once (فلان رئيس البعثة)."""
        info = infos[self.words[index]]
        return info.head in {"office", "address", "unnamed"} and not info.preposition and not info.joined

    def is_ali(self, index: int) -> bool:
        """Tell whether علي is the name, as the text writes the preposition على otherwise."""
        return self.words[index].text == "علي" and self.scan.ali

    def verbal(self, index: int) -> bool:
        """Tell whether a word is surely a verb, which opens no phrase and ends one."""
        if self.is_ali(index) or index in self.spans or infos[self.words[index]].prefix not in {"", "و"}:
            return False
        reading = self.scan.verb(index)
        return reading is not None and reading.sure

    def fused(self, index: int) -> bool:
        """Tell whether a word carries ب or ل of its own (بجهود); names like بوتين do not."""
        norm = self.norms[index]
        if norm[0] not in "بل" or len(norm) < 4 or norm in tables()["fused_names"]:
            return False
        info = infos[self.words[index]]
        if info.preposition:
            return True
        return not info.head and (index not in self.spans or self.scan.starts_inside(index))

    def continues(self, index: int) -> bool:
        """Tell whether a fused ل or ب continues a title (مدير الفريق لكرة القدم بالنادي), not a content (بالجهود)."""
        if self.norms[index][0] == "ب":
            return infos[self.words[index]].head == "institution" or self.scan.starts_inside(index)
        return not is_object(self.norms[index][1:], self.objects)

    def joining(self, index: int) -> bool:
        """Tell whether a word's first letter is the conjunction و, as far as its letters tell."""
        norm, info = self.norms[index], infos[self.words[index]]
        if norm[0] != "و" or len(norm) < 4 or norm in tables()["waw_names"]:
            return False
        return not info.head or info.prefix != ""

    def object(self, index: int) -> bool:
        """Tell whether an object of saying opens here: a verbal noun, with the article only behind a definite word."""
        norm = self.norms[index]
        if is_object(norm, self.objects) or norm in words_of("nouns", "definite_objects"):
            return True
        return (
            norm.startswith("ال")
            and index > 0
            and infos[self.words[index - 1]].definite
            and is_object(norm[2:], frozenset())
        )

    def another(self, index: int) -> bool:
        """Tell whether a new head stands behind a definite word: whom the speech is made to (دعت الهيئة الدول إلى)."""
        info = infos[self.words[index]]
        if not infos[self.words[index - 1]].definite or info.preposition or info.joined:
            return False
        plural = info.head == "office" and info.number > 1 and info.definite
        people = self.norms[index].endswith("ين") and info.definite and self.norms[index - 1].endswith(("ي", "يه"))
        return people or info.head in {"institution", "unnamed", "document"} or plural

    def possessed(self, index: int) -> bool:
        """Tell whether a noun carries ه, ها or هم: it belongs to the speaker before it, and is none (تصنيفاتها)."""
        text = self.words[index].text
        if index in self.spans or len(text) < 4 or self.norms[index] in given_names():
            return False
        return text.endswith(("ها", "هم")) or (text.endswith("ه") and not text.endswith("الله"))

    def addressee(self, index: int) -> str:
        """Return the noun behind ل to whom a speech may be made (لوكالة الأنباء), or an empty string."""
        norm, info = self.norms[index], infos[self.words[index]]
        if norm[0] != "ل" and info.preposition != "ل":
            return ""
        core = info.core if info.preposition else norm[1:]
        return core or norm if core in tables()["addressees"] or norm == "ل" else ""

    def name_between_commas(self, start: int, limit: int) -> int:
        """Return the end of two to four words between commas that are a name (المسؤولة، تيرانا حسن،), else 0."""
        for here in range(start, min(limit + 1, start + 5, len(self.norms))):
            info = infos[self.words[here]]
            if self.norms[here] in COMMAS or here == limit:
                return here if here - start >= 2 else 0
            if self.words[here].shape not in {"word", "latin"} or (info.particle and not self.is_ali(here)):
                return 0
            if here == start and (info.head or info.definite or here in self.scan.cues or self.verbal(here)):
                return 0
        return 0
