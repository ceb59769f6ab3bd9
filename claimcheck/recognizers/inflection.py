"""The regular inflections of a folded Arabic noun or adjective, with those that say two."""

# A noun in ه (ta marbuta) forms its dual on ت.


def _stem(noun: str) -> str:
    return noun[:-1] + "ت" if noun.endswith("ه") else noun


def inflections(noun: str, plural: bool = False) -> list[tuple[str, bool]]:
    """Return singular, accusative and duals of a folded noun, and its plural in ات where asked; true marks a dual.

    >>> inflections("ساعه", plural=True)
    [('ساعه', False), ('ساعتان', True), ('ساعتين', True), ('ساعات', False)]
    """
    found = [(noun, False)]
    if not noun.endswith(("ه", "ا")):
        found.append((noun + "ا", False))
    found += [(_stem(noun) + "ان", True), (_stem(noun) + "ين", True)]
    if plural:
        found.append((noun.removesuffix("ه") + "ات", False))
    return found


def adjectives(adjective: str) -> list[str]:
    """Return the agreeing forms of a folded adjective.

    >>> adjectives("مربع")
    ['مربع', 'مربعا', 'مربعه', 'مربعان', 'مربعين', 'مربعتان', 'مربعتين', 'مربعات']
    """
    stem = adjective.removesuffix("ه")
    return [stem + ending for ending in ("", "ا", "ه", "ان", "ين", "تان", "تين", "ات")]


def people_forms(noun: str, feminine: bool, sound: bool) -> list[tuple[str, bool]]:
    """Return the forms of a folded noun for people; with ``sound`` its ين is a plural, no dual.

    >>> [form for form, dual in people_forms("عامل", feminine=False, sound=True) if not dual]
    ['عامل', 'عاملا', 'عاملون', 'عاملين']
    """
    base = noun[:-1] + "ي" if noun.endswith("ي") else noun
    found = [(base, False), (base + "ا", False), (base + "ان", True)]
    if sound:
        found += [(base + "ون", False), (base + "ين", False)]
    else:
        found.append((base + "ين", True))
    if feminine:
        found += [(base + "ه", False), (base + "تان", True), (base + "تين", True), (base + "ات", False)]
    return found
