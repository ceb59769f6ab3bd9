"""Two figures that are one: the ends of a range (بين 5 و7, من 10 إلى 12, 10-12) and the sides of a score (3-1)."""

from fractions import Fraction
from functools import cache

from claimcheck import lexicon
from claimcheck.model.mentions import Number
from claimcheck.recognizers.drafts import OPENING, Draft
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.text.tokens import Tokens

_DASHES = frozenset({"-", "ـ"})
_SCALES = (1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000)


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon.forms(lexicon.load("approximators")[name])


def join_ranges(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Merge neighbouring drafts that are the two ends of a range or the two sides of a score."""
    found: list[Draft] = []
    position = 0
    while position < len(drafts):
        first = drafts[position]
        second = drafts[position + 1] if position + 1 < len(drafts) else None
        merged = _merge(tokens, first, second) if second is not None else None
        found.append(merged or first)
        position += 2 if merged else 1
    return found


def _merge(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    if first.value is None or second.value is None or first.high is not None or first.fraction != second.fraction:
        return None
    if any(d.number is not None and d.number.ordinal for d in (first, second)):
        return None
    between = tokens.norms[first.stop : second.first]
    if len(between) == 1 and between[0] in _DASHES:
        return _score(tokens, first, second) or _range(tokens, first, second, first.first)
    opened = _opener(tokens, first)
    joint = _joint(between, second)
    if opened is not None and joint == "و" and tokens.norms[opened].endswith("بين"):
        return _range(tokens, first, second, _whole_opener(tokens, opened))
    if joint in {"الي", "حتي", "-"}:
        if (
            opened is not None
            and tokens.norms[opened] in {"من", "بين"}
            or opened is not None
            and "بين" in tokens.norms[opened]
        ):
            if tokens.norms[opened] == "من" and _change_before(tokens, opened):
                return None
            return _range(
                tokens, first, second, opened if tokens.norms[opened] == "من" else _whole_opener(tokens, opened)
            )
        return _range(tokens, first, second, first.first) if joint != "حتي" and first.bare else None
    if joint == "او" and first.bare and _close(first, second):
        return _range(tokens, first, second, first.first)
    return None


def _joint(between: list[str], second: Draft) -> str:
    """Return what joins the two: إلى, حتى, أو, و (a token or the proclitic of the second), or nothing known."""
    words = [word for word in between if word not in OPENING]
    if words[:1] == ["و"] or (second.prefix[:1] == "و" and not words):
        return "و"
    if len(words) == 1 or (len(words) == 2 and words[1] in {"نحو", "حوالي", "قرابه"}):
        return words[0] if words[0] in {"الي", "حتي", "او", "-"} else ""
    if words[-2:] == ["اقل", "من"] and words[0] in {"واقل", "و"}:
        return "و"
    return "و" if words == ["واقل", "من"] or words == ["وحتي"] or words == ["والي"] else ""


def _opener(tokens: Tokens, first: Draft) -> int | None:
    """Return the token of بين or من right before the first end."""
    index = first.first - 1
    while index >= 0 and tokens.norms[index] in OPENING:
        index -= 1
    if index >= 0 and (tokens.norms[index] in {"بين", "مابين", "وبين", "من"} or tokens.norms[index] == "ومن"):
        return index
    return None


def _whole_opener(tokens: Tokens, index: int) -> int:
    """Take ما into ما بين."""
    return index - 1 if index and tokens.norms[index - 1] == "ما" else index


def _change_before(tokens: Tokens, index: int) -> bool:
    """Tell a verb or noun of change shortly before: it rose from A to B."""
    window = tokens.words[max(0, index - 8) : index]
    return any(core in _words("change") for word in window for _, core in word.analyses)


def _close(first: Draft, second: Draft) -> bool:
    """Tell neighbouring numbers: يومين أو ثلاثة."""
    return first.value is not None and second.value is not None and 0 < second.value - first.value <= first.value + 2


def _range(tokens: Tokens, first: Draft, second: Draft, start: int) -> Draft | None:
    """Make one draft of two ends; the first takes unit and scale from the second where it has none."""
    low, high = first.value, second.value
    assert low is not None
    assert high is not None
    if not first.bare and not second.bare and not _same_unit(first, second):
        return None
    low = _shared_scale(first, second, low, high)
    if low > high and start == first.first and (first.bare and second.bare):
        return None
    whole = second if not second.bare else first
    merged = Draft(
        first.first, second.stop, low, high=high, modifier="between", unit=whole.unit, kind=whole.kind, core=first.core,
        unit_at=whole.unit_at, noun=whole.noun, number=first.number, prefix=first.prefix, bare=whole.bare,
        family=second.family or first.family, inferred=first.inferred + second.inferred, steps=first.steps + second.steps,
        parts=[first, second],
    )  # fmt: skip
    merged.grow_left(start, "و" if tokens.norms[start].startswith("وب") else "")
    merged.note("range", tokens, start, second.stop, f"{low} to {high}")
    return merged


def _same_unit(first: Draft, second: Draft) -> bool:
    return first.kind == second.kind and (
        first.unit == second.unit or (first.kind == "money" and first.family == second.family)
    )


def _shared_scale(first: Draft, second: Draft, low: Number, high: Number) -> Number:
    """2 إلى 3 ملايين: the scale word behind the second end serves the first too."""
    number = second.number
    if number is None or not number.scaled or first.number is None or first.number.scaled or not first.bare:
        return low
    for scale in reversed(_SCALES):
        if high >= scale and 0 < low < 1000 and Fraction(high) / scale >= 1:
            return canonical(Fraction(low) * scale)
    return low


def _score(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    """Two small numbers around a dash with no unit behind them: 3-1, 30-صفر."""
    if not (first.bare and second.bare) or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    if not (0 <= first.value <= 200 and 0 <= second.value <= 200):
        return None
    merged = Draft(
        first.first, second.stop, first.value, high=second.value, modifier="between", kind="score", core=first.core,
        number=first.number, prefix=first.prefix, steps=first.steps + second.steps, parts=[first, second],
    )  # fmt: skip
    merged.note("score", tokens, first.first, second.stop, f"{first.value}-{second.value}")
    return merged
