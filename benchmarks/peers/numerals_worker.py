"""Runs under a peer's interpreter: spells integers as the peer does, or times its reading of numerals.

It imports nothing of claimcheck. One JSON object a line comes in:
``{"task": "spell", "peer": "num2words" | "icu", "values": [...]}`` gives ``{"style": [words, ...]}``;
``{"task": "read", "peer": "icu" | "maha" | "arabic-itn", "texts": [...]}`` gives ``{"seconds": .., "values": [...]}``.
The same task over articles times the search for numbers in running text.
"""

import contextlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Reader = Callable[[str], Any]


def _icu() -> Any:
    import icu  # type: ignore[import-not-found]

    return icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("ar"))


def spell(peer: str, values: list[int]) -> dict[str, list[str]]:
    """Spell each value in every style that the peer has."""
    if peer == "num2words":
        from num2words import num2words  # type: ignore[import-not-found]

        return {
            "cardinal": [num2words(value, lang="ar") for value in values],
            "ordinal": [num2words(value, lang="ar", to="ordinal" if value else "cardinal") for value in values],
        }
    spelled = {}
    formatter = _icu()
    for position in range(formatter.getNumberOfRuleSetNames()):
        name = formatter.getRuleSetName(position)
        if not name.endswith("year"):
            formatter.setDefaultRuleSet(name)
            spelled[name.removeprefix("%spellout-")] = [formatter.format(value) for value in values]
    return spelled


def reader(peer: str) -> Reader:
    """Return the peer's function from words to a value."""
    if peer == "icu":
        formatter = _icu()
        return lambda text: formatter.parse(text).getInt64()
    if peer == "maha":
        from maha.parsers.functions import parse_dimension  # type: ignore[import-not-found]

        return lambda text: [found.value for found in parse_dimension(text, numeral=True)]
    from arabic_itn import normalize  # type: ignore[import-not-found]

    return lambda text: normalize(text)["text"]


def read(peer: str, texts: list[str]) -> dict[str, Any]:
    """Read every text, timed; what the peer raises counts as unread."""
    function = reader(peer)
    function(texts[0])  # loads what loads on first use
    values: list[Any] = []
    started = time.perf_counter()
    for text in texts:
        value = None
        with contextlib.suppress(Exception):
            value = function(text)
        values.append(value)
    return {"seconds": time.perf_counter() - started, "values": [str(value) for value in values]}


def main() -> None:
    """Answer one request a line."""
    for line in sys.stdin:
        request = json.loads(line)
        if request["task"] == "spell":
            answer: dict[str, Any] = spell(request["peer"], request["values"])
        else:
            answer = read(request["peer"], request["texts"])
        print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
