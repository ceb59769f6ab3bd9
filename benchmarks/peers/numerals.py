"""Numerals against other packages: how many of their spelled numbers are read, and how fast, in one run.

    python -m benchmarks.peers.numerals --num2words-icu PYTHON [--maha PYTHON] [--arabic-itn PYTHON] [--articles JSONL]

Each ``PYTHON`` is an interpreter of an environment with that peer (pip install num2words PyICU · mahad · arabic-itn);
PyICU builds against libicu-dev. Values are drawn evenly over their number of digits, up to 10^12.
"""

import argparse
import json
import random
import re
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

import claimcheck
from benchmarks.__main__ import read
from benchmarks.compose import articles
from claimcheck import ClaimcheckError

_BARE = re.compile(r"\w+|\S")
_WORKER = Path(__file__).with_name("numerals_worker.py")


@frozen
class Score:
    """How many spelled numbers of one style are read rightly, with examples of those that are not."""

    style: str
    read: int
    total: int
    missed: tuple[tuple[int, str], ...]


def draw(count: int, seed: int, digits: int = 12) -> list[int]:
    """Return ``count`` integers, evenly over their number of digits."""
    generator = random.Random(seed)
    return [generator.randrange(10 ** generator.randint(1, digits)) for _ in range(count)]


def ask(python: str, request: dict[str, Any]) -> dict[str, Any]:
    """Send one request to a worker under the interpreter ``python``."""
    done = subprocess.run(
        [python, str(_WORKER)], input=json.dumps(request), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def score(style: str, values: Sequence[int], spelled: Sequence[str], limit: int = 10) -> Score:
    """Read what a peer spelled."""
    parse = claimcheck.parse_ordinal if "ordinal" in style else claimcheck.parse_number
    missed = [(value, words) for value, words in zip(values, spelled, strict=True) if _value(parse, words) != value]
    return Score(style, len(values) - len(missed), len(values), tuple(missed[:limit]))


def _value(parse: Callable[[str], object], words: str) -> object:
    try:
        return parse(words)
    except ClaimcheckError:
        return None


def speed(peer: str, python: str, texts: Sequence[str], values: Sequence[int]) -> str:
    """Time the peer and parse_number over the same numerals; return a row of the table."""
    theirs = ask(python, {"task": "read", "peer": peer, "texts": list(texts)})
    claimcheck.parse_number(texts[0])
    started = time.perf_counter()
    for text in texts:
        _value(claimcheck.parse_number, text)
    ours = time.perf_counter() - started
    right = sum(str(value) in (found, found.strip("[]")) for value, found in zip(values, theirs["values"], strict=True))
    share = right / len(texts)
    return f"| {peer} | {theirs['seconds'] / len(texts) * 1e6:.1f} | {ours / len(texts) * 1e6:.1f} | " + (
        f"{theirs['seconds'] / ours:.1f} | {share:.3f} |"
    )


def scan(python: str, peer: str, texts: Sequence[str]) -> float:
    """Return the seconds that a peer needs to look for numbers in articles."""
    return float(ask(python, {"task": "read", "peer": peer, "texts": list(texts)})["seconds"])


def seconds(task: Callable[[str], object], texts: Sequence[str], rounds: int = 3) -> float:
    """Return the best time of a task over texts."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        for text in texts:
            task(text)
        best = min(best, time.perf_counter() - started)
    return best


def spelling_table(python: str, values: Sequence[int]) -> list[str]:
    """Print how much of what the peers spell is read; return ICU's masculine cardinals."""
    print("| spelled by | style | read | share |\n|---|---|---|---|")
    cardinals: list[str] = []
    for peer in ("num2words", "icu"):
        for style, words in ask(python, {"task": "spell", "peer": peer, "values": list(values)}).items():
            result = score(style, values, words)
            print(f"| {peer} | {style} | {result.read} of {result.total} | {result.read / result.total:.4f} |")
            for value, missed in result.missed:
                print(f"|   | not read: {value} | {missed} |   |")
            cardinals = words if style == "cardinal-masculine" else cardinals
    return cardinals


def scan_table(texts: Sequence[str], peers: Sequence[tuple[str, str | None]]) -> None:
    """Print what finding quantities in articles costs, as a share of bare tokenisation."""
    floor = seconds(lambda text: [match.span() for match in _BARE.finditer(text)], texts)
    times = {"find_quantities": seconds(claimcheck.find_quantities, texts)}
    times |= {peer: scan(python, peer, texts) for peer, python in peers if python and peer != "icu"}
    size = sum(len(text.encode()) for text in texts) / 1e6
    print("\n| over articles | MB/s | share of bare tokenisation |\n|---|---|---|")
    for name, taken in times.items():
        print(f"| {name} | {size / taken:.2f} | 1/{taken / floor:.1f} |")


def main() -> None:
    """Read the arguments, measure, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--num2words-icu", required=True, help="an interpreter with num2words and PyICU")
    parser.add_argument("--maha", help="an interpreter with mahad")
    parser.add_argument("--arabic-itn", help="an interpreter with arabic-itn")
    parser.add_argument("--articles", type=Path, help="JSONL with a field text; composed articles without it")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--timed", type=int, default=2000, help="how many numerals the peers' readers are timed on")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    values = draw(arguments.count, arguments.seed)
    cardinals = spelling_table(arguments.num2words_icu, values)[: arguments.timed]
    peers = (("icu", arguments.num2words_icu), ("maha", arguments.maha), ("arabic-itn", arguments.arabic_itn))
    print("\n| reader | µs a numeral | parse_number | times as fast | read rightly |\n|---|---|---|---|---|")
    for peer, python in peers:
        if python:
            print(speed(peer, python, cardinals, values[: arguments.timed]))
    scan_table(read(arguments.articles) if arguments.articles else articles(200, arguments.seed), peers)


if __name__ == "__main__":
    main()
