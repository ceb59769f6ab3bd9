"""The few words of a text at which attribution rules start or stop, told from all others by one look-up a token."""

from functools import cache
from itertools import compress

from claimcheck.lexicon import forms, lines, load
from claimcheck.recognizers.cues import CUE_PROCLITICS, CueForm, cue_forms, cue_lookup
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Word

COMMAS = frozenset({"،", ",", "؛", ";"})
_CUE, _SOURCE, _OPENER, _COMMA, _ENDER, _PAIR = 1, 2, 4, 8, 16, 32


@cache
def words_of(section: str, key: str) -> frozenset[str]:
    """Return one word list of the cue lexicon, folded."""
    return forms(load("cues")[section][key])


@cache
def source_phrases() -> dict[str, list[tuple[list[str], str, str, bool]]]:
    """Return the source phrases by their first word, the longest first.

    Each is (words, proclitic, kind, whether ل is fused to what follows); a conjunction may stand before the first word.
    """
    plain: dict[str, list[tuple[list[str], str, bool]]] = {}
    for kind in ("own", "clause", "as", "noun", "standing"):
        for line in lines(load("cues")["sources"][kind]):
            parts = fold(line).split()
            fused = parts[-1] == "ل"
            plain.setdefault(parts[0], []).append((parts[:-1] if fused else parts, kind, fused))
    found: dict[str, list[tuple[list[str], str, str, bool]]] = {}
    for first, entries in plain.items():
        entries.sort(key=lambda entry: -len(entry[0]) - entry[2])
        for conjunction in ("", "و", "ف"):
            if not conjunction or conjunction + first not in plain:
                found[conjunction + first] = [
                    ([conjunction + parts[0], *parts[1:]], conjunction, kind, fused) for parts, kind, fused in entries
                ]
    return found


@cache
def _plain_triggers() -> dict[str, int]:
    """Return what a whole folded word triggers, by word."""
    found = {first: _PAIR if first in _second_words() else _SOURCE for first in source_phrases()}
    enders = words_of("content", "enders")
    for words, trigger in (
        (words_of("clause", "complementizers") | {":"}, _OPENER),
        (COMMAS, _COMMA),
        (enders | {"و" + word for word in enders}, _ENDER),
    ):
        for word in words:
            found[word] = found.get(word, 0) | trigger
    return found


class _Kinds(PerWord[int]):
    """What a word triggers, as bits: 0 for nearly all of them. Filled on demand."""

    def __init__(self) -> None:
        """Bind the tables, which are read on first use."""
        super().__init__()
        self.plain, self.cues, self.proclitics = _plain_triggers(), cue_forms(), CUE_PROCLITICS

    def read(self, word: Word) -> int:
        kind, cues = self.plain.get(word.norm, 0), self.cues
        for prefix, core in word.analyses:
            if core in cues and prefix in self.proclitics:
                kind |= _CUE
                break
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


@cache
def _second_words() -> dict[str, frozenset[str]]:
    """Return the second words of the source phrases, by first words that are no phrase alone (على حد قول)."""
    found = {}
    for first, entries in source_phrases().items():
        if all(len(parts) > 1 for parts, *_ in entries):
            found[first] = frozenset(parts[1] for parts, *_ in entries)
    return found


class Triggers:
    """Where the triggers of one text stand, each list in text order.

    ``cues`` holds the cue words with their readings by place, ``starts`` the places of cues and source phrases,
    ``openers`` those of complementizers and colons, ``enders`` those of words with which the writer speaks again.
    """

    def __init__(self, words: list[Word]) -> None:
        """Look every word up once."""
        self.cues: dict[int, tuple[str, tuple[CueForm, ...]]] = {}
        self.starts: list[int] = []
        self.openers: list[int] = []
        self.commas: list[int] = []
        self.enders: list[int] = []
        commas, openers, starts = self.commas, self.openers, self.starts
        cues, seconds = cue_lookup(), _second_words()
        kinds = list(map(_kinds().__getitem__, words))
        for index in compress(range(len(kinds)), kinds):
            kind = kinds[index]
            if kind == _COMMA:
                commas.append(index)
            elif kind == _OPENER:
                openers.append(index)
            elif kind == _PAIR:
                if index + 1 < len(words) and words[index + 1].norm in seconds[words[index].norm]:
                    starts.append(index)
            elif kind == _CUE:
                self.cues[index] = cues[words[index]]  # type: ignore[assignment]
                starts.append(index)
            else:
                self._add(index, kind, cues[words[index]])
        self.cue_places = list(self.cues)

    def _add(self, index: int, kind: int, cue: tuple[str, tuple[CueForm, ...]] | None) -> None:
        """Note what may be several things at once."""
        if cue is not None:
            self.cues[index] = cue
        if kind & (_CUE | _SOURCE | _PAIR):
            self.starts.append(index)
        if kind & _OPENER:
            self.openers.append(index)
        if kind & _ENDER:
            self.enders.append(index)
