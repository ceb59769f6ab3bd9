"""Two figures that are one: the ends of a range (بين 5 و7, من 10 إلى 12, 10-12) and what a × b measures."""

from fractions import Fraction
from functools import cache

from attrs import evolve

from claimcheck import lexicon
from claimcheck.model.mentions import Number
from claimcheck.recognizers.drafts import OPENING, Draft, scale_of
from claimcheck.recognizers.numbers_exact import canonical
from claimcheck.recognizers.quantity_counted import set_noun
from claimcheck.recognizers.quantity_scores import score_of
from claimcheck.text.tokens import Tokens

DASHES = frozenset({"-", "ـ"})
_LINKS = frozenset({"الي", "حتي", "او", "-"})
_BETWEEN = frozenset({"بين", "مابين", "وبين"})
_OPENERS = _BETWEEN | {"من", "ومن"}
_ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء"})
_TIMES = frozenset({"×", "x", "*", "✕"})


@cache
def _change() -> frozenset[str]:
    return lexicon.forms(lexicon.load("approximators")["change"])


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
    """Return the one figure that two neighbours are, or ``None``; compared figures may share a unit all the same."""
    if first.value is None or second.value is None or first.high is not None or second.first - first.stop > 4:
        return None
    ordinal = any(d.number is not None and d.number.ordinal for d in (first, second))
    if ordinal and not _two_ranks(tokens, first, second):
        return None
    between = tokens.norms[first.stop : second.first]
    sign = between[0] if len(between) == 1 else ""
    if sign in _TIMES:
        _share_unit(tokens, first, second)
        return None
    opener = _opener(tokens, first)
    if sign == "/" or (sign in DASHES and opener is None):
        merged = score_of(tokens, first, second, sign) or (_share(tokens, first, second) if sign == "/" else None)
        if merged is not None or sign == "/":
            return merged
    return _ends(tokens, first, second, opener, "-" if sign in DASHES else _joint(between, second))


def _ends(tokens: Tokens, first: Draft, second: Draft, opener: int | None, joint: str) -> Draft | None:
    """Merge the two ends of a range, or let the first share the unit of the second: رفع من 1200 إلى 2000 جنيه."""
    if first.fraction != second.fraction:
        return None
    start = _start(tokens, first, second, opener, joint)
    merged = _range(tokens, first, second, start) if start is not None else None
    if merged is None and joint == "الي" and opener is not None:
        _share_unit(tokens, first, second)
    return merged


def _share(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    """3/4 السكان: two small numbers around a glued stroke, and what they are a part of behind them."""
    low, high, stop = first.value, second.value, second.stop
    if not (first.bare and second.bare and isinstance(low, int) and isinstance(high, int) and 0 < low < high <= 10):
        return None
    if stop >= len(tokens) or not tokens.norms[stop].startswith("ال") or tokens.newline_before(stop):
        return None
    share = evolve(first, stop=stop, value=canonical(Fraction(low, high)), fraction=True, parts=[first, second])
    share.note("fraction", tokens, first.first, stop, str(share.value))
    share.stop = stop + 1
    set_noun(tokens, share, stop, stop + 1)
    return share


def _start(tokens: Tokens, first: Draft, second: Draft, opener: int | None, joint: str) -> int | None:
    """Return the token at which the range of two ends begins, or ``None`` where they are no range."""
    if opener is not None:
        if tokens.norms[opener] in _BETWEEN:
            return _whole_opener(tokens, opener) if joint in {"و", "الي", "-", "حتي"} else None
        if joint in {"الي", "حتي"}:
            return None if _change_before(tokens, opener) else opener
    if joint == "-":
        return opener if opener is not None else first.first
    if joint == "الي" and (first.bare or (_same_unit(first, second) and not _change_before(tokens, first.first))):
        return first.first
    neighbours = joint == "او" and _neighbours(first, second)
    return first.first if neighbours and (first.bare or _same_unit(first, second)) else None


def _neighbours(first: Draft, second: Draft) -> bool:
    """Tell numbers close enough for "or" to make a range of them: يومين أو ثلاثة."""
    low, high = Fraction(first.value or 0), Fraction(second.value or 0)
    return 0 < high - low <= max(low, Fraction(2))


def _two_ranks(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """Two ordinals between which an age lies: بين التاسعة والثانية عشرة من العمر."""
    both = all(d.number is not None and d.number.ordinal for d in (first, second))
    return both and _opener(tokens, first) is not None and tokens.norms[second.stop : second.stop + 1] == ["من"]


def _joint(between: list[str], second: Draft) -> str:
    """Return what joins the two: إلى, حتى, أو, و (a word or the proclitic of the second); about may stand with it."""
    words = [word for word in between if word not in OPENING and word not in {")", '"', "»"}]
    while len(words) > 1 and words[-1] in _ABOUT:
        words.pop()
    if words[-2:] in (["اقل", "من"], ["واقل", "من"]):
        words = ["و"]
    if words == ["و"] or (not words and second.prefix[:1] == "و"):
        return "و"
    if len(words) == 1:
        word = words[0][1:] if words[0] in {"والي", "وحتي"} else "الي" if words[0] == "ل" else words[0]
        return word if word in _LINKS else ""
    return ""


def _opener(tokens: Tokens, first: Draft) -> int | None:
    """Return the token of بين or من right before the first end."""
    index = first.first - 1
    while index >= 0 and (tokens.norms[index] in OPENING or tokens.norms[index] in _ABOUT):
        index -= 1
    return index if index >= 0 and tokens.norms[index] in _OPENERS else None


def _whole_opener(tokens: Tokens, index: int) -> int:
    """Take ما into ما بين."""
    return index - 1 if index and tokens.norms[index - 1] in {"ما", "فيما"} else index


def _change_before(tokens: Tokens, index: int) -> bool:
    """Tell a verb or noun of change shortly before: it rose from A to B."""
    window = tokens.words[max(0, index - 8) : index]
    return any(core in _change() for word in window if word.norm != "." for _, core in word.analyses)


def _range(tokens: Tokens, first: Draft, second: Draft, start: int) -> Draft | None:
    """Make one draft of two ends; the first takes unit and scale from the second where it has none."""
    low, high = first.value, second.value
    assert low is not None
    assert high is not None
    if not first.bare and not second.bare and not _same_unit(first, second):
        return None
    if scale_of(low) > 1000:  # of thousands one cannot tell: ألف ومائتين
        high = _shared_scale(second, first, high, low)
    low = _shared_scale(first, second, low, high)
    if low > high and tokens.norms[start].removeprefix("و") not in {"بين", "مابين", "ما", "فيما"}:
        return None
    whole = second if not second.bare else first
    merged = evolve(
        whole,
        first=first.first,
        stop=second.stop,
        value=min(low, high),  # بين 5 و3: whichever is named first
        high=max(low, high),
        modifier="between",
        core=first.core,
        number=first.number,
        prefix=first.prefix,
        cut=second.cut,
        family=second.family or first.family,
        inferred=first.inferred + second.inferred,
        steps=first.steps + second.steps,
        alternatives=(),
        parts=[first, second],
    )
    merged.grow_left(start, "و" if tokens.norms[start] in {"وبين", "ومن"} else "")
    merged.note("range", tokens, start, second.stop, f"{low} to {high}")
    return merged


def _same_unit(first: Draft, second: Draft) -> bool:
    if first.kind != second.kind:
        return False
    return first.unit == second.unit or (first.kind == "money" and first.family == second.family)


def _shared_scale(first: Draft, second: Draft, low: Number, high: Number) -> Number:
    """2 إلى 3 ملايين، ثلاثة ملايين وخمسة: the scale word behind one end serves the other too."""
    number = second.number
    if number is None or not number.scaled or first.number is None or first.number.scaled or not first.bare:
        return low
    scale = scale_of(high)
    return canonical(Fraction(low) * scale) if 0 < low < 1000 else low


def _share_unit(tokens: Tokens, first: Draft, second: Draft) -> None:
    """Give a bare figure the unit of the next, to which it is compared: 10 × 5 أمتار, رفع من 1200 إلى 2000 جنيه."""
    if first.bare and not second.bare and second.unit_at is not None:
        assert first.value is not None
        assert second.value is not None
        first.value = _shared_scale(first, second, first.value, second.value)
        first.unit, first.kind, first.noun, first.family = second.unit, second.kind, second.noun, second.family
        first.bare = False
        first.infer("unit", second.unit, tokens.span(*second.unit_at).of(tokens.text))
