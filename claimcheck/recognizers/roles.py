"""What a figure is in its clause, told by the nearest governing word.

There is no parser: five dead in "مقتل 5 أشخاص" are dead because the nearest word that governs says so. The labels and
their words are in the lexicon.
"""

from functools import cache

from claimcheck.lexicon import Lookup, forms, load, words
from claimcheck.model.mentions import Quantity
from claimcheck.recognizers.clauses_split import Clause
from claimcheck.recognizers.clauses_text import Range, Text, readings
from claimcheck.recognizers.directions import direction_of
from claimcheck.text.orthography import fold
from claimcheck.text.tokens import PerWord, Tokens, Word

_BEFORE, _AFTER = 6, 3  # tokens before and behind a figure in which its governing word is looked for
_EDGES = {"الي": "level", "عند": "level", "من": "from"}
_AMOUNTS = frozenset({"بنسبه", "بمقدار", "بواقع", "بنحو", "بحوالي", "قدرها", "قدره"})
_PEOPLE = frozenset({"staff", "attendance"})  # roles of people who act: they govern no count of other things
_MOVING = frozenset({"count", "money", "percent", "measure"})  # kinds of figures that rise and fall
_NOT_ROLES = frozenset({"prepositions", "strong"})


@cache
def role_nouns() -> Lookup[str]:
    """Role nouns, in their forms, with the labels they give."""
    found: dict[str, str] = {}
    for label, table in load("roles").items():
        if label not in _NOT_ROLES:
            for form in forms(table["nouns"]):
                found.setdefault(form, label)
    for form, label in list(found.items()):  # the accusative, and what possessive pronouns make of a noun
        stem = form.removesuffix("ه") + "ت" if form.endswith("ه") else form
        # محتجزة is no محتجز with a pronoun, سنة no سن
        pronouns = () if form.startswith("م") or len(form) < 3 else ("ه", "ها", "هم")
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
def strong_roles() -> frozenset[str]:
    """Roles of people that stand before those of measures: a dead soldier is dead."""
    return frozenset(load("roles")["strong"]["roles"].split())


def verb_role(lemma: str) -> str | None:
    """Return the role that a verb gives to whom it happens to: قتل makes dead."""
    return _verbs().get(lemma)


class _Governors(PerWord[str | None]):
    """The role that each word gives to the figure that it governs: a role noun, or a verbal noun (تغريم)."""

    def read(self, word: Word) -> str | None:
        hit = role_nouns()[word]
        sign = readings[word].sign if hit is None else None
        return hit[1] if hit else verb_role(sign.masdar) if sign and sign.masdar else None


_governors = _Governors()


def quantity_role(text: Text, clause: Clause, quantity: Quantity, place: Range) -> str | None:
    """Return the role of the figure at the token range ``place`` in its clause.

    A noun that tells of itself (قتلى) comes first, then the nearest governing word before, then one just behind, then
    the verb of the clause. What stands beyond another figure governs that one.
    """
    first, stop = place
    strong, able = strong_roles(), _able(quantity.kind, bool(quantity.unit_text))
    beside = _governors[text.tokens.words[first - 1]] if first > clause.first else None
    own = None if beside in strong and beside in able else _own_role(text.tokens, quantity, first, stop)
    if own in strong and own in able:
        return own
    done = verb_role(clause.lemma)
    before = _governor_before(text, clause, quantity, first, done is None)
    if before in strong:
        return before
    moved = _moved(text, clause, quantity, first)
    behind = _governor_behind(text, clause, quantity, stop)
    done = _fitting(done, quantity)
    if behind in strong or (behind and quantity.kind != "count"):
        return moved or before or behind
    return moved or before or (None if done in strong else own) or done


@cache
def _able(kind: str, counted: bool) -> frozenset[str]:
    """The roles that figures of a kind can have, counted things apart: after five days nobody is five days dead."""
    kinds = {kind} if kind != "count" else {"count", "counted" if counted else "bare"}
    return frozenset(label for label, allowed in _kinds().items() if not kinds.isdisjoint(allowed))


def _fitting(role: str | None, quantity: Quantity) -> str | None:
    """Return the role if the figure can have it; prison in years is a sentence."""
    if role == "arrested" and quantity.kind == "duration":
        return "sentenced"
    return role if role in _able(quantity.kind, bool(quantity.unit_text)) else None


def _own_role(tokens: Tokens, quantity: Quantity, first: int, stop: int) -> str | None:
    """The role of the counted noun itself."""
    nouns = role_nouns()
    found = nouns.entries.get(fold(quantity.noun)) if quantity.noun else None
    if found:
        return found
    for word in tokens.words[first:stop]:
        hit = nouns[word]
        if hit:
            return hit[1]
    return None


def _moved(text: Text, clause: Clause, quantity: Quantity, first: int) -> str | None:
    """Where something rises or falls: from which figure (من 240), to which (إلى 720), by how much (بنسبة 5%)."""
    if clause.verb is None or first <= clause.first or quantity.kind not in _MOVING:
        return None
    direction = direction_of(clause.lemma)
    if direction not in ("up", "down"):
        return None
    before = text.tokens.norms[first - 1]
    if before in _EDGES:
        return _EDGES[before]
    if quantity.kind != "percent" and before not in _AMOUNTS:
        return None
    return "increase" if direction == "up" else "decrease"


def _governor_before(text: Text, clause: Clause, quantity: Quantity, first: int, far: bool) -> str | None:
    """The nearest word before the figure that gives a role; two joined ones (مقتل وإصابة) give that of casualties.

    Of a clause that begins with its verb and has no role of its own (``far``) the word may stand before the clause:
    خسائر بلغت 4 ملايين.
    """
    words, taken, start = text.tokens.words, text.taken, clause.first
    sign = text.signs[start] if clause.verb == start and far else None
    low = max(0 if sign is not None and not sign.prefix else start, first - _BEFORE)
    faint: str | None = None
    for i in range(first - 1, low - 1, -1):
        word = words[i]
        if i in taken or (i < start and word.shape == "mark"):
            break
        role = _governors[word]
        if role is None or not _governs(role, quantity) or (i == clause.verb and role_nouns()[word] is None):
            continue
        if i and word.norm[:1] == "و" and {role, _governors[words[i - 1]]} == {"dead", "injured"}:
            return "casualties"
        if role != "rate":
            return _fitting(role, quantity)
        faint = role  # ارتفاعاً نسبته 4%: what the rate is of tells more
    return faint


def _governs(role: str, quantity: Quantity) -> bool:
    """Tell whether a word of this role can govern the figure; people who act govern no count of things."""
    if role in _PEOPLE and quantity.unit != "person" and quantity.unit_text:  # زرع العمال 40 شجرة
        return False
    return _fitting(role, quantity) is not None


def _governor_behind(text: Text, clause: Clause, quantity: Quantity, stop: int) -> str | None:
    """A word just behind the figure: 10 آخرين بجروح، 3 منهم قتلى."""
    nouns, words, taken = role_nouns(), text.tokens.words, text.taken
    for i in range(stop, min(clause.stop, stop + _AFTER)):
        word = words[i]
        if i in taken or word.shape == "mark" or word.norm[:1] == "و":
            return None
        hit = nouns[word]
        role = _fitting(hit[1], quantity) if hit else None
        if role:
            return role
    return None
