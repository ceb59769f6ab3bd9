"""The accelerator of ``parse_number``: plain cardinals in words, falling order, read in one pass by a finite automaton.

It knows units, tens, hundreds and scale words with و between them, which is how nearly all numerals are written; on
anything else it says so and the grammar reads the string. What it reads it reads as the grammar does (a test compares).
"""

from functools import cache

from claimcheck.recognizers.numbers_lexicon import NumberWord, number_words
from claimcheck.text.tokens import Tokens

# Kinds of words; a joined one (with و) is the kind plus _JOINED. _AND is و by itself, _OTHER any other word.
_ONE, _UNIT, _BOUND, _TEN, _TENS, _HUNDRED, _HUNDREDS, _SCALE, _PLURAL, _DUAL = range(10)
_JOINED, _AND, _OTHER = 10, 20, 21
# States: what the group below a thousand ends with; a state behind و is the state plus _AFTER_AND.
_START, _SCALED, _LOW_ONE, _LOW_UNIT, _OPEN, _FULL, _HIGH, _HIGH_UNIT = range(8)
_AFTER_AND = 8
# What a word does to the group and the total.
_ADD, _TIMES_HUNDRED, _ALONE, _TWO, _TIMES_SCALE = range(5)

_KINDS = {
    "unit": _UNIT,
    "bound": _BOUND,
    "ten": _TEN,
    "tens": _TENS,
    "hundred": _HUNDRED,
    "hundreds": _HUNDREDS,
}
_SCALE_FORMS = {"singular": _SCALE, "plural": _PLURAL, "construct": _PLURAL, "dual": _DUAL}

Move = tuple[int, int]


def _openings(joined: int, low: bool) -> dict[int, Move]:
    """Return the moves that begin a group (``low``), or go on behind its hundreds."""
    unit, one = (_LOW_UNIT, _LOW_ONE) if low else (_HIGH_UNIT, _HIGH_UNIT)
    moves = {_ONE: (_ADD, one), _UNIT: (_ADD, unit), _BOUND: (_ADD, _OPEN), _TEN: (_ADD, _FULL), _TENS: (_ADD, _FULL)}
    if low:
        moves |= {_HUNDRED: (_ADD, _HIGH), _HUNDREDS: (_ADD, _HIGH)}
        moves |= {_SCALE: (_ALONE, _SCALED), _DUAL: (_TWO, _SCALED)}
    return {kind + joined: move for kind, move in moves.items()}


@cache
def _table() -> list[list[Move | None]]:
    """Return the move for every state and kind of word, ``None`` where the grammar has to decide."""
    times = {_SCALE: (_TIMES_SCALE, _SCALED), _PLURAL: (_TIMES_SCALE, _SCALED)}
    with_tens = {_TENS + _JOINED: (_ADD, _FULL)}
    teen = {_TEN: (_ADD, _FULL)}
    moves: dict[int, dict[int, Move]] = {
        _START: _openings(0, low=True),
        _SCALED: _openings(_JOINED, low=True),
        _LOW_ONE: times | with_tens | teen,
        _LOW_UNIT: times | with_tens | teen | {_HUNDRED: (_TIMES_HUNDRED, _HIGH)},
        _OPEN: with_tens | teen,
        _FULL: times,
        _HIGH: times | _openings(_JOINED, low=False),
        _HIGH_UNIT: times | with_tens | teen,
    }
    rows = [[moves[state].get(kind) for kind in range(_OTHER + 1)] for state in range(_AFTER_AND)]
    behind_and = [row[_JOINED : 2 * _JOINED] + [None] * (_OTHER + 1 - _JOINED) for row in rows]
    return rows + behind_and


class _Codes(dict[str, tuple[int, int]]):
    """The kind and value of each surface; a dual's value is that of one."""

    def __missing__(self, surface: str) -> tuple[int, int]:
        if len(self) > 100_000:
            self.clear()
        words = Tokens.of(surface).words
        found = number_words[words[0]] if len(words) == 1 and words[0].text == surface else None
        code = self[surface] = _code(found) if found is not None else (_OTHER, 0)
        return code


_codes = _Codes()


def _code(word: NumberWord) -> tuple[int, int]:
    if word.kind == "and":
        return _AND, 0
    kind = _SCALE_FORMS[word.form] if word.kind == "scale" else _KINDS.get(word.kind, _OTHER)
    if kind == _OTHER or word.prefix not in ("", "و"):
        return _OTHER, 0
    if kind == _UNIT and word.value == 1:
        kind = _ONE
    return kind + (_JOINED if word.prefix else 0), int(word.value)


def read_plain(text: str) -> int | None:
    """Return the value of a plain cardinal in words, or ``None`` where the grammar has to decide.

    >>> read_plain("ثلاثة ملايين ومئتان وأحد عشر"), read_plain("مليون ونصف")
    (3000211, None)
    """
    table, codes = _table(), _codes
    total = group = state = 0
    last = 10**30
    for surface in text.split():
        kind, value = codes[surface]
        if kind == _AND and state < _AFTER_AND:
            state += _AFTER_AND
            continue
        move = table[state][kind]
        if move is None:
            return None
        action, state = move
        if action == _ADD:
            group += value
        elif action == _TIMES_HUNDRED:
            group *= 100
        elif value >= last:
            return None
        else:
            total += value * (group if action == _TIMES_SCALE else 2 if action == _TWO else 1)
            group, last = 0, value
    return total + group if state not in _UNFINISHED else None


_UNFINISHED = frozenset({_START, _OPEN, *range(_AFTER_AND, 2 * _AFTER_AND)})
