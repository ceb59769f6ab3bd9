r"""Throughput of extraction and of each recogniser, as shares of bare tokenisation over the same articles, in one run.

Bare tokenisation is ``finditer`` of ``\w+|\S`` with its spans: what any reader in Python pays at least. Shares hold
where absolute times drift.
"""

import re
import time
from collections.abc import Callable, Sequence

from attrs import frozen

import claimcheck

_BARE = re.compile(r"\w+|\S")


@frozen
class Measure:
    """One task: megabytes of UTF-8 a second (best of the rounds), and its share of bare tokenisation."""

    name: str
    speed: float
    share: float


def _best(task: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        for text in texts:
            task(text)
        best = min(best, time.perf_counter() - started)
    return best


def measure(texts: Sequence[str], rounds: int = 3) -> list[Measure]:
    """Time every task over ``texts``: best of ``rounds`` each."""
    tasks: dict[str, Callable[[str], object]] = {
        "bare tokenisation": lambda text: [match.span() for match in _BARE.finditer(text)],
        "find_quantities": claimcheck.find_quantities,
        "find_times": claimcheck.find_times,
        "extract": claimcheck.extract,
        "extract and to_dict": lambda text: claimcheck.to_dict(claimcheck.extract(text)),
    }
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds = {name: _best(task, texts, rounds) for name, task in tasks.items()}
    floor = seconds["bare tokenisation"]
    return [Measure(name, size / taken, floor / taken) for name, taken in seconds.items()]


def table(measures: Sequence[Measure]) -> str:
    """Lay the measures out as a Markdown table."""
    rows = ["| task | MB/s | share of bare tokenisation |", "|---|---|---|"]
    rows += [f"| {m.name} | {m.speed:.2f} | 1/{1 / m.share:.1f} |" for m in measures]
    return "\n".join(rows)
