"""What a name is in its clause: subject, object, place, dead ..., by the preposition, noun or verb that governs it."""

from functools import cache

from claimcheck.lexicon import lines, load
from claimcheck.model.mentions import Name
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.recognizers.clauses_text import Text
from claimcheck.recognizers.roles import role_nouns, strong_roles, verb_role
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Tokens, Word

_PLACE_NOUNS = 2  # nouns between a preposition and its place: في ضواحي مدينة حلب
_OBJECT_SPAN = 12  # tokens behind the verb within which a name without a preposition is its object
_PATIENTS = frozenset({"object", "target", "dead", "injured", "missing", "kidnapped", "arrested", "released"})


@cache
def _prepositions() -> dict[str, tuple[str, str]]:
    """Prepositions and the roles that they give to places and to others."""
    found = {}
    for line in lines(load("roles")["prepositions"]["roles"]):
        word, _, both = line.partition(":")
        place, _, other = both.partition("|")
        found[fold(word)] = (place.strip(), other.strip())
    return found


class _Governors(PerWord["tuple[str | None, tuple[str, str] | None]"]):
    """What each word gives to the name behind it: the role of a noun (مقتل), and the roles of a preposition."""

    def read(self, word: Word) -> "tuple[str | None, tuple[str, str] | None]":
        hit = role_nouns()[word]
        noun = hit[1] if hit is not None and hit[1] in strong_roles() else None
        table = _prepositions()
        return (noun, table.get(word.norm) or table.get(word.norm.lstrip("وف")))


_governors = _Governors()


def name_roles(text: Text, clause: Clause, names: list[tuple[int, Name]], passive: bool) -> list[str | None]:
    """Return the roles of the names of a clause, given with their first tokens, in text order.

    The first name without a preposition behind the verb, or else before it, is its subject, the next one its object; of
    a passive verb the subject takes what the verb does to it. A place or an institution is a subject only where the
    verb or the clause begins just before it (رئيس روسيا is none); a joined name has the role of the one before it.
    """
    roles: list[str | None] = []
    subject = False
    for first, name in names:
        head = _head(text.tokens, first, name)
        role = _by_kind(_prepositions()[head], name) if head in ("ب", "ل") else _governed(text, clause, first, name)
        if role is None and head == "و" and roles:
            role = roles[-1]
        elif role is None and _can_act(text, clause, first, name):
            if not subject:
                role = _undergone(clause) if passive else "subject"
                subject = True
            elif clause.verb is not None and 0 < first - clause.verb <= _OBJECT_SPAN:
                role = "object"
        roles.append(role)
    return roles


def parties(roles: list[str | None]) -> tuple[int | None, int | None]:
    """Who did it, and to whom: positions among the names.

    >>> parties(["place", "subject", "target"])
    (1, 2)
    """
    actor = roles.index("subject") if "subject" in roles else None
    patient = next((i for i, role in enumerate(roles) if role in _PATIENTS), None)
    return actor, patient


def _governed(text: Text, clause: Clause, first: int, name: Name) -> str | None:
    """Return the role that a noun (مقتل فلان) or a preposition gives to the name at token ``first``.

    A noun may stand between the preposition and a place (في منتجع سوتشي), a title between it and a person (مع الرئيس
    فلان).
    """
    words = text.tokens.words
    between = _PLACE_NOUNS if name.kind == "place" else len(name.title.split()) if name.title else 0
    for i in range(first - 1, max(clause.first, first - 2 - between) - 1, -1):
        noun, preposition = _governors[words[i]]
        if noun is not None and first - i <= 2:
            return noun
        if preposition is not None and first - i <= between + 1:
            return _by_kind(preposition, name)
        if i == clause.verb or words[i].shape == "mark":
            return None
    return None


def _by_kind(roles: tuple[str, str], name: Name) -> str:
    return roles[0] if name.kind == "place" else roles[1]


def _undergone(clause: Clause) -> str:
    """What a passive verb does to its subject: قُتل makes it dead."""
    role = verb_role(clause.lemma)
    return role if role is not None and role in strong_roles() else "object"


def _head(tokens: Tokens, first: int, name: Name) -> str:
    """The last proclitic on the token of a name, which the name's span leaves out (بالرباط، لفرنسا)."""
    begin = tokens.starts[first]
    if name.span is None or name.span.start <= begin:
        return ""
    return fold(tokens.text[begin : name.span.start])[-1:]


def _can_act(text: Text, clause: Clause, first: int, name: Name) -> bool:
    """Tell whether a name can be the subject or object of its clause."""
    if clause.verb is None or name.kind == "nationality":
        return False
    if name.kind not in ("place", "organisation") or first == clause.first:
        return True
    opening = text.signs[clause.first] if first == clause.first + 1 else None  # لكن روسيا رفضت
    return first - 1 in (clause.verb, clause.auxiliary) or (opening is not None and opening.opener is not None)
