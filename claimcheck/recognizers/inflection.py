"""The regular inflections of an Arabic noun or adjective as folded forms, with those that say two."""

from claimcheck.text.orthography import fold


def inflections(noun: str, plural: bool = False) -> list[tuple[str, bool]]:
    """Return singular, accusative and duals of a noun, and its plural in ات where asked; true marks a dual.

    The noun is given unfolded: ta marbuta becomes ت before an ending, a radical ه (جنيه) stays.

    >>> inflections("ساعة", plural=True)
    [('ساعه', False), ('ساعتان', True), ('ساعتين', True), ('ساعات', False)]
    """
    folded, feminine = fold(noun), noun.endswith("ة")
    found = [(folded, False)]
    if not feminine and not folded.endswith("ا"):
        found.append((folded + "ا", False))
    stem = folded[:-1] + "ت" if feminine else folded
    found += [(stem + "ان", True), (stem + "ين", True)]
    if plural:
        found.append(((folded[:-1] if feminine else folded) + "ات", False))
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
    found = [(noun, False), (noun + "ا", False), (noun + "ان", True)]
    if sound:
        found += [(noun + "ون", False), (noun + "ين", False)]
    else:
        found.append((noun + "ين", True))
    if feminine:
        found += [(noun + "ه", False), (noun + "تان", True), (noun + "تين", True), (noun + "ات", False)]
    return found
