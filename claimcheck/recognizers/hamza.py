"""The seat of the hamza: from a vocalised word with ء for every hamza to its spelling without harakat."""

FATHA, DAMMA, KASRA, SUKUN, SHADDA = "\u064e", "\u064f", "\u0650", "\u0652", "\u0651"
HARAKAT = {ord(mark): None for mark in (FATHA, DAMMA, KASRA, SUKUN, SHADDA)}


def seat(spoken: str) -> list[str]:
    """Spell a vocalised word without harakat, each ء on its seat; the plural of a final hamza has two spellings.

    >>> seat("يَسْءَلُونَ"), seat("بَدَءُوا"), seat("ءَءْمَنَ"), seat("جَاءَ")
    (['يسألون'], ['بدؤوا', 'بدأوا'], ['آمن'], ['جاء'])
    """
    spelled: list[str] = []
    second: list[str] | None = None
    index, total = 0, len(spoken)
    while index < total:
        letter = spoken[index]
        if letter != "ء":
            if ord(letter) not in HARAKAT:
                spelled.append(letter)
                if second is not None:
                    second.append(letter)
            index += 1
            continue
        carrier, width = _carrier(spoken, index)
        if carrier == "ؤ" and spoken[index - 1 : index] == FATHA and spoken[index + 1 : index + 3] == DAMMA + "و":
            second = [*spelled, "أ"]
        elif second is not None:
            second.append(carrier)
        spelled.append(carrier)
        index += width
    found = ["".join(spelled)]
    return found if second is None else [*found, "".join(second)]


def _carrier(spoken: str, index: int) -> tuple[str, int]:
    """Return what a hamza is written as, and how many characters of the spoken word that takes.

    Inside a word the strongest of the vowels on both sides decides, kasra before damma before fatha.
    """
    before = spoken[index - 1] if index else ""
    after = spoken[index + 1] if index + 1 < len(spoken) else ""
    if not index:
        return _initial(spoken, after)
    if not spoken[index + 1 :].translate(HARAKAT):
        return {FATHA: "أ", DAMMA: "ؤ", KASRA: "ئ"}.get(before, "ء"), 1
    if before in (KASRA, "ي") or after == KASRA:
        return "ئ", 1
    if DAMMA in (before, after):
        return "ؤ", 1
    if before in ("ا", "و"):
        return "ء", 1
    return ("آ", 3) if spoken[index + 1 : index + 3] == FATHA + "ا" else ("أ", 1)


def _initial(spoken: str, after: str) -> tuple[str, int]:
    """At the head of a word: أ or إ; with a second hamza or a long a behind it آ or أو."""
    if spoken[1:3] == FATHA + "ا":
        return "آ", 3
    if spoken[1:4] == f"{FATHA}ء{SUKUN}":
        return "آ", 4
    if spoken[1:4] == f"{DAMMA}ء{SUKUN}":
        return "أو", 4
    return ("إ" if after == KASRA else "أ"), 1
