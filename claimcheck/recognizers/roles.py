"""What a figure or a name is in its clause, told by the nearest governing word.

There is no parser: five dead in "مقتل 5 أشخاص" are dead because the nearest word that governs says so. The labels and
their words are in the lexicon.
"""

from collections.abc import Mapping
from functools import cache

from claimcheck.lexicon import Lookup, forms, lines, load, words
from claimcheck.model.mentions import Name, Quantity
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.recognizers.clauses_text import Range, Text
from claimcheck.recognizers.directions import direction_of
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_BEFORE, _AFTER = 6, 3  # tokens before and behind a figure in which its governing word is looked for
_PLACE_NOUNS = 2  # nouns between a preposition and its place: في ضواحي مدينة حلب
_OBJECT_SPAN = 12  # tokens behind the verb within which a name without a preposition is its object
_EDGES = {"الي": "level", "عند": "level", "من": "from"}
_AMOUNTS = frozenset({"بنسبه", "بمقدار", "بواقع", "بنحو", "بحوالي", "قدرها", "قدره"})
_PEOPLE = frozenset({"staff", "attendance"})  # roles of people who act: they govern no count of other things
_MOVING = frozenset({"count", "money", "percent", "measure"})  # kinds of figures that rise and fall
_MOVES = frozenset({"up", "down"})
_NOT_ROLES = frozenset({"prepositions", "strong"})


@cache
def _nouns() -> Lookup[str]:
    """Role nouns, in their forms, with the labels they give."""
    found: dict[str, str] = {}
    for label, table in load("roles").items():
        if label not in _NOT_ROLES:
            for form in forms(table["nouns"]):
                found.setdefault(form, label)
    for form, label in list(found.items()):  # the accusative, and what possessive pronouns make of a noun
        stem = form.removesuffix("ه") + "ت" if form.endswith("ه") else form
        pronouns = () if form.startswith("م") else ("ه", "ها", "هم")  # محتجزة is no محتجز with a pronoun
        for other in (form + "ا", *(stem + pronoun for pronoun in pronouns)):
            found.setdefault(other, label)
    return Lookup(found)


@cache
def _verbs() -> dict[str, str]:
    """Dictionary forms of verbs and the labels that they give."""
    found: dict[str, str] = {}
    for label, table in load("roles").items():
        if label not in _NOT_ROLES:
            for lemma in words(table["verbs"]):
                found.setdefault(lemma, label)
    return found


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The kinds of figures that can have each role."""
    table = load("roles")
    return {label: frozenset(table[label]["kinds"].split()) for label in table if label not in _NOT_ROLES}


@cache
def _strong() -> frozenset[str]:
    return frozenset(load("roles")["strong"]["roles"].split())


@cache
def _prepositions() -> Mapping[str, tuple[str, str]]:
    """Prepositions and the roles that they give to places and to others."""
    found = {}
    for line in lines(load("roles")["prepositions"]["roles"]):
        word, _, both = line.partition(":")
        place, _, other = both.partition("|")
        found[fold(word)] = (place.strip(), other.strip())
    return found


def verb_role(lemma: str) -> str | None:
    """Return the role that a verb gives to whom it happens to: قتل makes dead."""
    return _verbs().get(lemma)


def quantity_role(text: Text, clause: Clause, quantity: Quantity, place: Range) -> str | None:
    """Return the role of the figure at the token range ``place`` in its clause.

    A noun that tells of itself (قتلى) comes first, then the nearest governing word before, then one just behind, then
    the verb of the clause. What stands beyond another figure governs that one.
    """
    first, stop = place
    beside = _nouns()[text.tokens.words[first - 1]] if first > clause.first else None
    own = _own_role(text.tokens, quantity, first, stop)
    if beside is not None and beside[1] in _strong() and _fits(beside[1], quantity):
        own = None
    if own in _strong() and _fits(own, quantity):
        return own
    before = _governor_before(text, clause, quantity, first)
    if before in _strong():
        return before
    moved = _moved(text, clause, quantity, first)
    behind = _governor_behind(text, clause, quantity, stop)
    done = _fitting(_clause_role(text, clause), quantity)
    if behind in _strong() or (behind and quantity.kind != "count"):
        return moved or before or behind
    return moved or before or (None if done in _strong() else own) or done


def _fits(role: str | None, quantity: Quantity) -> bool:
    """Tell whether a figure of this kind can have a role: after five days nobody is five days dead."""
    kinds = _kinds().get(role or "", frozenset())
    if quantity.kind != "count":
        return quantity.kind in kinds
    return "count" in kinds or ("counted" if quantity.unit_text else "bare") in kinds


def _fitting(role: str | None, quantity: Quantity) -> str | None:
    """Return the role if the figure can have it; prison in years is a sentence."""
    if role == "arrested" and quantity.kind == "duration":
        return "sentenced"
    return role if _fits(role, quantity) else None


def _own_role(tokens: Tokens, quantity: Quantity, first: int, stop: int) -> str | None:
    """The role of the counted noun itself."""
    nouns = _nouns()
    if quantity.noun:
        found = nouns.entries.get(fold(quantity.noun))
        if found:
            return found
    for word in tokens.words[first:stop]:
        hit = nouns[word]
        if hit:
            return hit[1]
    return None


def _moved(text: Text, clause: Clause, quantity: Quantity, first: int) -> str | None:
    """Where something rises or falls: from which figure (من 240), to which (إلى 720), by how much (بنسبة 5%)."""
    if clause.verb is None or first <= clause.first:
        return None
    lemma = text.lemma(clause.verb)
    if direction_of(lemma) not in _MOVES or quantity.kind not in _MOVING:
        return None
    before = text.tokens.norms[first - 1]
    if before in _EDGES:
        return _EDGES[before]
    if quantity.kind != "percent" and before not in _AMOUNTS:
        return None
    return "increase" if direction_of(lemma) == "up" else "decrease"


def _governor_before(text: Text, clause: Clause, quantity: Quantity, first: int) -> str | None:
    """The nearest word before the figure that gives a role; two joined ones (مقتل وإصابة) give that of casualties."""
    nouns, words = _nouns(), text.tokens.words
    sign = text.signs[clause.first] if clause.verb == clause.first else None  # خسائر بلغت 4 ملايين
    reaching = sign is not None and not sign.prefix and _clause_role(text, clause) is None
    for i in range(first - 1, max(0, first - _BEFORE) - 1, -1):
        if i in text.taken or (i < clause.first and (words[i].shape == "mark" or not reaching)):
            return None
        role = _fitting(_word_role(text, clause, i), quantity)
        if role in _PEOPLE and quantity.unit != "person" and quantity.unit_text:
            continue  # زرع العمال 40 شجرة
        if role is not None:
            hit, joined = nouns[words[i]], nouns[words[i - 1]] if i else None
            if hit and joined and hit[0].startswith("و") and {role, joined[1]} == {"dead", "injured"}:
                return "casualties"
            return role
    return None


def _word_role(text: Text, clause: Clause, i: int) -> str | None:
    """The role that one word gives: as a role noun, or as a verbal noun (تغريم)."""
    hit = _nouns()[text.tokens.words[i]]
    if hit:
        return hit[1]
    sign = text.signs[i] if i != clause.verb else None
    return verb_role(sign.masdar) if sign is not None and sign.masdar is not None else None


def _governor_behind(text: Text, clause: Clause, quantity: Quantity, stop: int) -> str | None:
    """A word just behind the figure: 10 آخرين بجروح، 3 منهم قتلى."""
    for i in range(stop, min(clause.stop, stop + _AFTER)):
        word = text.tokens.words[i]
        if i in text.taken or word.shape == "mark" or word.norm[:1] == "و":
            return None
        hit = _nouns()[word]
        role = _fitting(hit[1], quantity) if hit else None
        if role:
            return role
    return None


def _clause_role(text: Text, clause: Clause) -> str | None:
    """The role that the verb of the clause gives."""
    return verb_role(text.lemma(clause.verb)) if clause.verb is not None else None


def preposition_role(text: Text, clause: Clause, first: int, name: Name) -> str | None:
    """Return the role that a preposition gives to a name at token ``first``; ``None`` where none stands before it.

    A noun may stand between it and a place (في منتجع سوتشي), a title between it and a person (مع الرئيس فلان).
    """
    table, tokens = _prepositions(), text.tokens
    between = _PLACE_NOUNS if name.kind == "place" else len(name.title.split()) if name.title else 0
    for i in range(first - 1, max(clause.first, first - 1 - between) - 1, -1):
        found = table.get(tokens.norms[i]) or table.get(tokens.norms[i].lstrip("وف"))
        if found:
            return _by_kind(found, name.kind)
        if i == clause.verb or tokens.words[i].shape == "mark":
            return None
    return None


def _by_kind(roles: tuple[str, str], kind: str) -> str:
    return roles[0] if kind == "place" else roles[1]


def noun_role(tokens: Tokens, clause_first: int, first: int) -> str | None:
    """Return the role that the noun just before a name gives it: مقتل فلان."""
    for i in range(first - 1, max(clause_first, first - 2) - 1, -1):
        hit = _nouns()[tokens.words[i]]
        if hit is not None and hit[1] in _strong():
            return hit[1]
    return None


def name_roles(text: Text, clause: Clause, names: list[tuple[int, Name]], passive: bool) -> list[str | None]:
    """Return the roles of the names of a clause, given with their first tokens, in text order.

    The first name without a preposition behind the verb, or else before it, is its subject, the next one its object; of
    a passive verb the subject takes what the verb does to it. A place is a subject only where the verb or the clause
    begins just before it (رئيس روسيا is none); a joined name has the role of the one before it.
    """
    roles: list[str | None] = []
    subject = False
    done = _clause_role(text, clause)
    for first, name in names:
        head = _head(text.tokens, first, name)
        role = noun_role(text.tokens, clause.first, first)
        if role is None and head in ("ب", "ل"):  # بالرباط، لفرنسا
            role = _by_kind(_prepositions()[head], name.kind)
        elif role is None and not head:
            role = preposition_role(text, clause, first, name)
        if role is None and head == "و" and roles:
            role = roles[-1]
        elif role is None and _can_act(clause, first, name):
            if not subject:
                role = (done if done in _strong() else "object") if passive else "subject"
                subject = True
            elif clause.verb is not None and 0 < first - clause.verb <= _OBJECT_SPAN:
                role = "object"
        roles.append(role)
    return roles


def _head(tokens: Tokens, first: int, name: Name) -> str:
    """The last proclitic on the token of a name, which the name's span leaves out."""
    start = name.span.start if name.span is not None else 0
    return fold(tokens.text[tokens.starts[first] : start])[-1:]


def _can_act(clause: Clause, first: int, name: Name) -> bool:
    """Tell whether a name can be the subject or object of its clause."""
    if clause.verb is None or name.kind == "nationality":
        return False
    return name.kind != "place" or first in (clause.first, clause.verb + 1)
