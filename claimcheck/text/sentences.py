"""Sentences as ranges of tokens: full stops, question marks, line ends; no stop is needed at the end of a line."""

from claimcheck.text.orthography import TABLE
from claimcheck.text.places import places
from claimcheck.text.tokens import Tokens, Word

_STOPS = frozenset({".", "!", "?", "؟", "…", "۔"})
_STOP_MARKS = _STOPS | {chr(code) for code, folded in TABLE.items() if folded in _STOPS}  # ٫ stands for a full stop
_DOMAINS = frozenset({"كوم", "نت", "اورغ", "اورج", "تي", "كو"})  # أخبار.كوم
_CLOSING = frozenset({'"', "»", "”", "›", ")", "]", "’", "'"})


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    r"""Return the sentences as (first token, token behind the last).

    A full stop behind a single letter (د. محمد) or inside a number or a Latin abbreviation ends nothing.

    >>> t = Tokens.of("وصل د. علي. غادر\nعاد")
    >>> [t.span(a, b).of(t.text) for a, b in sentences(t)]
    ['وصل د. علي.', 'غادر', 'عاد']
    """
    found: list[tuple[int, int]] = []
    words, lines, start, total = tokens.words, tokens.line_starts, 0, len(tokens)
    candidates = sorted({*lines, *places(tokens, _STOP_MARKS)})
    for index in candidates:
        if index in lines and index > start:
            found.append((start, index))
            start = index
        if words[index].norm not in _STOPS or index < start or not _ends(tokens, index):
            continue
        stop = index + 1
        while stop < total and stop not in lines and (words[stop].norm in _STOPS or words[stop].text in _CLOSING):
            if words[stop].text == '"' and not tokens.glued(stop - 1):
                break
            stop += 1
        found.append((start, stop))
        start = stop
    if start < total:
        found.append((start, total))
    return found


def _ends(tokens: Tokens, index: int) -> bool:
    """Tell whether the stop at ``index`` ends a sentence."""
    if index == 0:
        return False
    before = tokens.words[index - 1]
    if tokens.words[index].norm != ".":
        return True
    if (
        tokens.glued(index)
        and index + 1 < len(tokens)
        and (tokens.words[index + 1].shape in {"latin", "number"} or tokens.words[index + 1].norm in _DOMAINS)
    ):
        return False
    if (
        index > 1
        and _letter(before)
        and (tokens.words[index - 2].shape == "number" or _letter(tokens.words[index - 2]))
    ):
        return True
    return not (
        before.shape in {"word", "latin"} and len(before.norm.removeprefix("و")) == 1 and tokens.glued(index - 1)
    )


def _letter(word: Word) -> bool:
    """Tell whether a token is a single letter (an abbreviation: م د)."""
    return word.shape == "word" and len(word.norm) == 1
