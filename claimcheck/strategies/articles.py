"""Articles and claims of known content, for tests that need to know what must be found.

Every sentence states its facts outright, in one of several wordings; what was put in is returned beside the text.
"""

from attrs import frozen
from hypothesis import strategies as st

_SPEAKERS = (
    ("وزير المالية سامي الحداد", "سامي الحداد"),
    ("المتحدثة باسم الشرطة ليلى منصور", "ليلى منصور"),
    ("مدير المستشفى كريم الزهراني", "كريم الزهراني"),
    ("رئيسة البلدية هدى النجار", "هدى النجار"),
)
_CUES = (("قال", "إن"), ("أكد", "أن"), ("أعلن", "أن"), ("أوضح", "أن"), ("أضاف", "أن"))
_SAYINGS = (
    "المشروع سينتهي قبل الصيف",
    "الخطة الجديدة تشمل كل المدن",
    "الفرق المختصة بدأت عملها في الميدان",
    "اللجنة ستنشر تقريرها قريباً",
)
_PLACES = ("القاهرة", "بيروت", "الرباط", "بغداد", "الدوحة", "مسقط")
# (counted noun, unit, sentence frame)
_COUNTS = (
    ("شخصاً", "person", "قتل {q} في حادث قرب {p}"),
    ("طالباً", "person", "شارك {q} في المعرض الذي أقيم في {p}"),
    ("منزلاً", "item", "دمرت السيول {q} في {p}"),
    ("سيارة", "item", "ضبطت الشرطة {q} مسروقة في {p}"),
    ("كيلومتراً", "km", "يبلغ طول الطريق الجديد في {p} {q}"),
)
_MONTHS = ("يناير", "مارس", "مايو", "سبتمبر", "أكتوبر", "ديسمبر")
_MONTH_NUMBERS = (1, 3, 5, 9, 10, 12)


@frozen
class Fact:
    """One thing that an article states: its kind, the words that state it, and its value.

    ``kind`` is ``quantity`` (value and unit), ``time`` (a TIMEX3 value) or ``attribution`` (speaker and content).
    """

    kind: str
    text: str
    value: str
    detail: str = ""


def _speech(draw: st.DrawFn) -> tuple[str, list[Fact]]:
    shown, name = draw(st.sampled_from(_SPEAKERS))
    cue, particle = draw(st.sampled_from(_CUES))
    said = draw(st.sampled_from(_SAYINGS))
    quoted = draw(st.booleans())
    sentence = f'{cue} {shown} {particle} "{said}".' if quoted else f"{cue} {shown} {particle} {said}."
    return sentence, [Fact("attribution", said, name, cue)]


def _count(draw: st.DrawFn) -> tuple[str, list[Fact]]:
    noun, unit, frame = draw(st.sampled_from(_COUNTS))
    number = draw(st.integers(11, 99))
    figure = f"{number} {noun}"
    return f"{frame.format(q=figure, p=draw(st.sampled_from(_PLACES)))}.", [Fact("quantity", figure, str(number), unit)]


def _dated(draw: st.DrawFn) -> tuple[str, list[Fact]]:
    index = draw(st.integers(0, len(_MONTHS) - 1))
    day, year = draw(st.integers(1, 28)), draw(st.integers(1990, 2024))
    date = f"{day} {_MONTHS[index]} {year}"
    place = draw(st.sampled_from(_PLACES))
    value = f"{year}-{_MONTH_NUMBERS[index]:02d}-{day:02d}"
    return f"افتتح المتحف الوطني في {place} في {date}.", [Fact("time", date, value)]


@st.composite
def articles(draw: st.DrawFn, max_sentences: int = 6) -> tuple[str, tuple[Fact, ...]]:
    """Draw an article and the facts that it states, in text order.

    >>> from hypothesis import find
    >>> text, facts = find(articles(), lambda drawn: drawn[1][0].kind == "quantity")
    >>> facts[0].text in text
    True
    """
    makers = draw(st.lists(st.sampled_from([_speech, _count, _dated]), min_size=1, max_size=max_sentences))
    sentences, facts = [], []
    for make in makers:
        sentence, found = make(draw)
        sentences.append(sentence)
        facts += found
    return "\n".join(sentences), tuple(facts)


@st.composite
def claims(draw: st.DrawFn) -> str:
    """Draw one sentence that states one fact: a figure, a date or a speech."""
    sentence, _ = draw(st.sampled_from([_speech, _count, _dated]))(draw)
    return sentence
