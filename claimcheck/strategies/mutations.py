"""Changes that make a claim contradict what it said before, each with the code that a check must report."""

from hypothesis import assume
from hypothesis import strategies as st

from claimcheck.extraction import extract
from claimcheck.model.claims import Extraction

_OTHER_SPEAKER = "نبيل الخطيب"
_OTHER_WORDS = (("سينتهي", "سيتأخر"), ("الجديدة", "القديمة"), ("بدأت", "أنهت"), ("قريباً", "لاحقاً"))


@st.composite
def mutations(draw: st.DrawFn, claim: str) -> tuple[str, str]:
    """Draw a changed ``claim`` and the code of what now contradicts it: value, date, speaker or quote.

    A claim without any of these parts is rejected (``hypothesis.assume``).

    >>> from hypothesis import find
    >>> find(mutations("قتل 15 شخصاً في الانفجار."), lambda drawn: True)[1]
    'value'
    """
    extraction = extract(claim)
    changed = [(text, code) for make in (_value, _date, _speaker, _quote) for text, code in make(draw, extraction)]
    assume(changed)
    return draw(st.sampled_from(changed))


def _value(draw: st.DrawFn, extraction: Extraction) -> list[tuple[str, str]]:
    """Give each figure in digits another value that no rounding explains."""
    found = []
    for quantity in extraction.quantities:
        span, value = quantity.span, quantity.value
        digits = str(value)
        if span is None or not isinstance(value, int) or digits not in span.of(extraction.text):
            continue
        other = draw(st.integers(2, 9)) * value + 1
        place = extraction.text.index(digits, span.start)
        found.append((extraction.text[:place] + str(other) + extraction.text[place + len(digits) :], "value"))
    return found


def _date(draw: st.DrawFn, extraction: Extraction) -> list[tuple[str, str]]:
    """Move each full date to another year."""
    found = []
    for time in extraction.times:
        span, year = time.span, time.value[:4]
        if span is None or len(time.value) != len("2020-01-01") or year not in span.of(extraction.text):
            continue
        other = str(int(year) + draw(st.integers(2, 9)))
        place = extraction.text.index(year, span.start)
        found.append((extraction.text[:place] + other + extraction.text[place + 4 :], "date"))
    return found


def _speaker(_: st.DrawFn, extraction: Extraction) -> list[tuple[str, str]]:
    """Put the words into another person's mouth."""
    names = [name for a in extraction.attributions for name in a.source.names if name in extraction.text]
    return [(extraction.text.replace(name, _OTHER_SPEAKER), "speaker") for name in names]


def _quote(_: st.DrawFn, extraction: Extraction) -> list[tuple[str, str]]:
    """Change one content word inside a quotation."""
    found = []
    for attribution in extraction.attributions:
        for span in attribution.quotes:
            for word, other in _OTHER_WORDS:
                place = extraction.text.find(word, span.start, span.end)
                if place >= 0:
                    changed = extraction.text[:place] + other + extraction.text[place + len(word) :]
                    found.append((changed, "quote"))
    return found
