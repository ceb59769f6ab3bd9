"""Scores: 3-1, 30-صفر, 6/4, and in words (بثلاثة أهداف مقابل هدف, بهدفين نظيفين, بهدفين لهدف)."""

from claimcheck.recognizers.drafts import Draft
from claimcheck.recognizers.quantity_contexts import has, words_of
from claimcheck.text.tokens import Tokens

_MOST_POINTS = 200
_MOST_GAMES = 7  # of a set of tennis
_GOALS = frozenset({"هدف", "اصابه", "نقطه", "شوط", "مجموعه"})
_CLEAN = frozenset({"نظيف", "نظيفه", "نظيفين", "وحيد", "نظيفا"})
_AS_MANY = frozenset({"لمثله", "لمثلها", "لمثلهما", "لمثليهما"})
_AGAINST = frozenset({"مقابل", "ضد"})


def score_of(tokens: Tokens, first: Draft, second: Draft, sign: str) -> Draft | None:
    """Make a score of two small numbers around a dash with no unit behind them; a stroke needs the words of sport."""
    if not first.bare or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    if not second.bare and not (second.kind == "count" and first.value >= second.value):
        return None  # 2 - 1 الأهلي: the word behind is no noun of it
    most = _MOST_POINTS if sign != "/" else _MOST_GAMES
    if not (0 <= first.value <= most and 0 <= second.value <= most):
        return None
    if sign == "/" and not _sport(tokens, first.first, second.stop):
        return None
    score = _score(tokens, first, second.core[1], first.value, second.value, [first, second])
    if sign == "/":
        score.infer("kind", "score", "words of sport around it")
    return score


def _sport(tokens: Tokens, first: int, stop: int) -> bool:
    wanted = words_of("contexts", "sport")
    return any(has(word, wanted) for word in tokens.words[max(0, first - 40) : stop + 20])


def _score(tokens: Tokens, first: Draft, stop: int, left: int, right: int, parts: list[Draft]) -> Draft:
    draft = Draft(
        first.first, stop, left, high=right, modifier="between", kind="score", core=first.core, number=first.number,
        prefix=first.prefix, steps=[step for part in parts for step in part.steps], parts=parts,
    )  # fmt: skip
    draft.note("score", tokens, first.first, stop, f"{left}-{right}")
    return draft


def scores_in_words(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Turn goals against goals, and goals against none, into scores."""
    found: list[Draft] = []
    for draft in drafts:
        previous = found[-1] if found else None
        if previous is not None and draft.first < previous.stop:
            continue  # the score has taken it in
        if previous is not None and (score := _against(tokens, previous, draft)) is not None:
            found[-1] = score
        else:
            found.append(_to_nil(tokens, draft) or draft)
    return found


def _is_goals(draft: Draft) -> bool:
    return draft.kind == "count" and draft.noun in _GOALS and isinstance(draft.value, int) and draft.high is None


def _against(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    """ثلاثة أهداف مقابل هدفين, 3 أهداف مقابل 1, هدفين لهدف."""
    if not _is_goals(first) or not isinstance(second.value, int) or second.high is not None:
        return None
    between = tokens.norms[first.stop : second.first]
    joined = (len(between) == 1 and between[0] in _AGAINST) or (not between and second.prefix in {"ل", "لل"})
    if not joined or not (second.bare or _is_goals(second)):
        return None
    assert isinstance(first.value, int)
    stop = second.stop
    if stop < len(tokens) and tokens.norms[stop] in {"وحيد", "واحد"} and second.value == 1:
        stop += 1
    return _score(tokens, first, stop, first.value, second.value, [first, second])


def _margin(tokens: Tokens, draft: Draft) -> bool:
    """Tell a goal difference: بفارق هدف وحيد."""
    return draft.first > 0 and tokens.norms[draft.first - 1] in {"بفارق", "فارق"}


def _to_nil(tokens: Tokens, draft: Draft) -> Draft | None:
    """هدفين نظيفين, هدفين دون رد, 3 أهداف مقابل لا شيء; three goals against a goal without a number."""
    if not _is_goals(draft) or draft.stop >= len(tokens) or _margin(tokens, draft):
        return None
    assert isinstance(draft.value, int)
    after = tokens.norms[draft.stop : draft.stop + 3]
    if after[0] in _CLEAN:
        return _score(tokens, draft, draft.stop + 1, draft.value, 0, [draft])
    if after[0] in _AS_MANY:
        return _score(tokens, draft, draft.stop + 1, draft.value, draft.value, [draft])
    for phrase, right in _NIL.items():
        if tuple(after[: len(phrase)]) == phrase:
            return _score(tokens, draft, draft.stop + len(phrase), draft.value, right, [draft])
    return None


_NIL = {
    ("دون", "رد"): 0,
    ("دون", "مقابل"): 0,
    ("بدون", "رد"): 0,
    ("بدون", "مقابل"): 0,
    ("من", "دون", "رد"): 0,
    ("مقابل", "لا", "شيء"): 0,
    ("مقابل", "لا", "شي"): 0,
    ("دون", "اجابه"): 0,
    ("مقابل", "صفر"): 0,
    ("مقابل", "لاشيء"): 0,
    ("مقابل", "لاشي"): 0,
    ("للاشيء",): 0,
    ("لهدف", "واحد"): 1,
    ("لهدف", "وحيد"): 1,
    ("لهدف",): 1,
    ("مقابل", "هدف", "واحد"): 1,
    ("مقابل", "هدف", "وحيد"): 1,
    ("مقابل", "هدف"): 1,
    ("مقابل", "واحد"): 1,
}
