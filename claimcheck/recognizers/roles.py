"""What a figure or a name is in its clause, told by the nearest governing word.

There is no parser: five dead in "مقتل 5 أشخاص" are dead because the nearest word that governs says so. The labels and
their words are in the lexicon.
"""

from collections.abc import Mapping
from functools import cache

from claimcheck.lexicon import Lookup, forms, lines, load, words
from claimcheck.model.mentions import Name, Quantity
from claimcheck.recognizers.clauses_signs import Sign
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.recognizers.directions import direction_of
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import Tokens

_BEFORE, _AFTER = 6, 3  # tokens before and behind a figure in which its governing word is looked for
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
    return Lookup(found)


@cache
def _verbs() -> dict[str, str]:
    """Folded dictionary forms of verbs and the labels that they give."""
    found: dict[str, str] = {}
    for label, table in load("roles").items():
        if label not in _NOT_ROLES:
            for lemma in words(table["verbs"]):
                found.setdefault(fold(lemma), label)
    return found


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
    return _verbs().get(fold(lemma))


def quantity_role(
    tokens: Tokens,
    signs: list[Sign | None],
    clause: Clause,
    quantity: Quantity,
    place: tuple[int, int],
    taken: set[int],
) -> str | None:
    """Return the role of the figure at the token range ``place`` in its clause.

    A noun that tells of itself (قتلى) comes first, then the nearest governing word before, then one just behind, then
    the verb of the clause. ``taken`` are tokens of figures: what stands beyond another figure governs that one.
    """
    first, stop = place
    own = _own_role(tokens, quantity, first, stop)
    if own in _strong():
        return own
    moved = _level(tokens, signs, clause, first)
    if moved:
        return moved
    return (
        _governor_before(tokens, signs, clause, first, taken)
        or _governor_behind(tokens, clause, stop, taken)
        or _clause_role(signs, clause)
        or own
    )


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


def _level(tokens: Tokens, signs: list[Sign | None], clause: Clause, first: int) -> str | None:
    """Between which figures something rose or fell: من 240 إلى 720, and by how much: بنسبة 5%."""
    if clause.verb is None or first <= clause.first:
        return None
    sign = signs[clause.verb]
    if sign is None or sign.verb is None or direction_of(sign.verb.lemma) not in _MOVES:
        return None
    before = tokens.norms[first - 1]
    if before == "الي":
        return "level"
    return "from" if before == "من" else None


def _governor_before(
    tokens: Tokens, signs: list[Sign | None], clause: Clause, first: int, taken: set[int]
) -> str | None:
    """The nearest word before the figure that gives a role; two joined ones (مقتل وإصابة) give that of casualties."""
    nouns = _nouns()
    for i in range(first - 1, max(clause.first, first - _BEFORE) - 1, -1):
        if i in taken:
            return None
        hit = nouns[tokens.words[i]]
        role = (_clause_role(signs, clause) if i == clause.verb else None) or (hit[1] if hit else None)
        if role is not None:
            joined = nouns[tokens.words[i - 1]] if i > clause.first else None
            if hit and joined and hit[0].startswith("و") and {role, joined[1]} == {"dead", "injured"}:
                return "casualties"
            return role
    return None


def _governor_behind(tokens: Tokens, clause: Clause, stop: int, taken: set[int]) -> str | None:
    """A word just behind the figure: 10 آخرين بجروح، 3 منهم قتلى."""
    nouns = _nouns()
    for i in range(stop, min(clause.stop, stop + _AFTER)):
        if i in taken or tokens.words[i].shape == "mark" or tokens.words[i].norm[:1] == "و":
            return None
        hit = nouns[tokens.words[i]]
        if hit:
            return hit[1]
    return None


def _clause_role(signs: list[Sign | None], clause: Clause) -> str | None:
    """The role that the verb of the clause gives."""
    sign = signs[clause.verb] if clause.verb is not None else None
    return verb_role(sign.verb.lemma) if sign is not None and sign.verb is not None else None


def preposition_role(tokens: Tokens, first: int, kind: str) -> str | None:
    """Return the role that a preposition gives to the name at token ``first``; ``None`` where none stands before it."""
    table = _prepositions()
    before = tokens.norms[first - 1] if first else ""
    found = table.get(before) or table.get(before[1:] if before[:1] in ("و", "ف") else "")
    if found is None:
        for prefix, core in tokens.words[first].analyses:
            if prefix.removeprefix("و") in ("ب", "ل", "لل", "بال") and len(core) > 2:
                found = table.get(prefix.removeprefix("و")[0])
    return None if found is None else found[0 if kind == "place" else 1]


def noun_role(tokens: Tokens, clause_first: int, first: int) -> str | None:
    """Return the role that the noun just before a name gives it: مقتل فلان."""
    for i in range(first - 1, max(clause_first, first - 2) - 1, -1):
        hit = _nouns()[tokens.words[i]]
        if hit is not None and hit[1] in _strong():
            return hit[1]
    return None


def place_names(
    tokens: Tokens, signs: list[Sign | None], clause: Clause, names: list[tuple[int, Name]], passive: bool
) -> list[str | None]:
    """Return the roles of the names of a clause, given with their first tokens, in text order.

    The first name without a preposition behind the verb, or else before it, is its subject, the next one its object; of
    a passive verb the subject takes what the verb does to it.
    """
    roles: list[str | None] = []
    subject = False
    verb = clause.verb
    sign = signs[verb] if verb is not None else None
    done = verb_role(sign.verb.lemma) if sign is not None and sign.verb is not None else None
    for first, name in names:
        role = noun_role(tokens, clause.first, first) or preposition_role(tokens, first, name.kind)
        if role is None and name.kind != "nationality" and verb is not None:
            if not subject:
                role = (done if done in _strong() else "object") if passive else "subject"
                subject = True
            elif first > verb and first - verb <= 12:
                role = "object"
        roles.append(role)
    return roles
