"""Two speakers: the same, compatible, two different persons, or an office that may be held by either."""

from collections.abc import Collection, Sequence

from claimcheck.comparison.alignment import Level
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.sides import Speech
from claimcheck.comparison.terms import content_stems
from claimcheck.model.mentions import Name
from claimcheck.recognizers.names_titles import title_of
from claimcheck.text.tokens import Tokens

SAME = Level("same speaker", "agree")
COMPATIBLE = Level("compatible speaker", "agree")
UNRESOLVED = Level("nothing tells the speakers apart", "null")
OTHER = Level("another speaker of the same words", "conflict", "speaker")

# Share of the words of an office that a title must have to be that office.
_WHOLE = 0.8


def speaker_level(a: Speech, b: Speech) -> Level:
    """Compare the speakers of two speeches: every one of the shorter list must meet one of the longer."""
    small, large = sorted((_resolved(a, b), _resolved(b, a)), key=len)
    if not small:
        return UNRESOLVED
    people = (*a.side.people, *b.side.people)
    persons = {
        name for speech in (a, b) for name in speech.names if _has_title(speech, name) or is_person(name, people)
    }
    levels = [max((_grade(name, other, persons) for other in large), default=0) for name in small]
    if min(levels) == 3:
        return SAME
    if min(levels) == 2:
        return COMPATIBLE
    return UNRESOLVED if min(levels) == 1 else OTHER


def _resolved(speech: Speech, other: Speech) -> tuple[str, ...]:
    """Return the speakers, an office put to the name that either side gives its holder."""
    people = (*other.side.people, *speech.side.people)
    return tuple(name if is_person(name, people) else _holder(name, people) or name for name in speech.names)


def _holder(office: str, people: Sequence[Name]) -> str | None:
    wanted = Bag(content_stems(office))
    for person in people:
        if len(wanted.stems) > 1 and Bag(content_stems(person.title or "")).coverage(wanted) >= _WHOLE:
            return person.canonical
    return None


def _grade(name: str, other: str, persons: Collection[str]) -> int:
    """3 same, 2 compatible, 1 cannot be told (an office against a name), 0 different persons."""
    compared = compare_names(name, other)
    if compared.level != "different":
        return 3 if compared.level == "same" else 2
    return 0 if {name, other} <= set(persons) else 1


def is_somebody(speech: Speech) -> bool:
    """Tell persons and holders of offices from institutions, documents and unnamed sources."""
    words = Tokens.of(speech.attribution.source.text or " ".join(speech.names)).words
    if words and title_of(words[0]) is not None:
        return True
    return bool(speech.names) and all(is_person(name, speech.side.people) for name in speech.names)


def _has_title(speech: Speech, name: str) -> bool:
    """Tell whether the text puts a title before the name (الوزير فلان): only persons bear one."""
    text = speech.attribution.source.text or ""
    return len(name.split()) > 1 and text != name and text.endswith(name)


def is_person(name: str, people: Sequence[Name]) -> bool:
    """Tell a person named in the texts from an office, an institution or an unnamed source."""
    return any(compare_names(name, person.canonical).level != "different" for person in people)
