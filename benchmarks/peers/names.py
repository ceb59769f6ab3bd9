"""Names against other packages: the same pairs, each one's score at its own best threshold, in one run.

    python -m benchmarks.peers.names PEER=PYTHON ... [--pairs tests/specs/names.jsonl]

Peers: rapidfuzz (token_set_ratio), jellyfish (Jaro-Winkler), arabnamer, rigour (compare_parts), nomenklatura (LogicV2);
each ``PYTHON`` is an interpreter of an environment with that package. Two questions are asked: may both names be one
person (same or compatible against different), and are they the same (same against the rest). The threshold of each is
the one with the best mean of F1 of yes and F1 of no, else accepting everything would win. A peer whose name ends in
``+fold`` gets the names in claimcheck's one spelling, which is more than it does by itself. Times are the best of
rounds, claimcheck's with the names taken apart before (each pair is compared anew).
"""

import argparse
import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from claimcheck.comparison import names
from claimcheck.comparison.names import compare_names
from claimcheck.text.orthography import fold

_ROUNDS = 5
_WORKER = Path(__file__).with_name("names_worker.py")
Pairs = Sequence[tuple[str, str]]


@frozen
class Best:
    """Precision and recall of yes, and the mean of both F1, at the threshold where that mean is best."""

    precision: float = 0.0
    recall: float = 0.0
    mean_f1: float = 0.0


def best(scores: Sequence[float], positive: Sequence[bool]) -> Best:
    """Return the best point over all thresholds: a pair is accepted from the threshold on."""
    found = Best()
    for threshold in sorted(set(scores)):
        accepted = [score >= threshold for score in scores]
        right = sum(yes and truth for yes, truth in zip(accepted, positive, strict=True))
        wrong = sum(accepted) - right
        missed = sum(positive) - right
        rejected = len(scores) - right - wrong - missed
        mean = (right / max(right + (wrong + missed) / 2, 1) + rejected / max(rejected + (wrong + missed) / 2, 1)) / 2
        point = Best(right / max(right + wrong, 1), right / max(sum(positive), 1), mean)
        found = max(found, point, key=lambda one: one.mean_f1)
    return found


def ask(peer: str, python: str, pairs: Pairs) -> tuple[list[float], float]:
    """Return a peer's scores and its seconds."""
    request = json.dumps({"peer": peer, "pairs": list(pairs), "rounds": _ROUNDS})
    done = subprocess.run([python, str(_WORKER)], input=request, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["scores"], answer["seconds"]


def own(pairs: Pairs) -> tuple[list[float], float]:
    """Return claimcheck's scores and its seconds."""
    scores = [compare_names(a, b).score for a, b in pairs]
    fastest = float("inf")
    for _ in range(_ROUNDS * 5):
        names._compare.cache_clear()
        started = time.perf_counter()
        for a, b in pairs:
            compare_names(a, b)
        fastest = min(fastest, time.perf_counter() - started)
    return scores, fastest


def rows(pairs: Pairs, levels: Sequence[str], peers: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the rows of the table."""
    for label, python in [("claimcheck", ""), *peers]:
        name, _, option = label.partition("+")
        given = [(fold(a), fold(b)) for a, b in pairs] if option == "fold" else pairs
        scores, seconds = ask(name, python, given) if python else own(given)
        one, same = (
            best(scores, [level != "different" for level in levels]),
            best(scores, [x == "same" for x in levels]),
        )
        yield (
            f"| {label} | {one.precision:.3f} | {one.recall:.3f} | {one.mean_f1:.3f} | {same.precision:.3f} | "
            f"{same.recall:.3f} | {same.mean_f1:.3f} | {seconds / len(pairs) * 1e6:.1f} |"
        )


def main() -> None:
    """Read the arguments, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="*", metavar="PEER=PYTHON")
    parser.add_argument("--pairs", type=Path, default=Path("tests/specs/names.jsonl"))
    arguments = parser.parse_args()
    cases = [json.loads(line) for line in arguments.pairs.read_text(encoding="utf-8").splitlines()]
    pairs = [(a, b) for a, b in (case["Input"] for case in cases)]
    peers = [(peer, python) for peer, _, python in (item.partition("=") for item in arguments.peers)]
    print("| | one person: P | R | mean F1 | same: P | R | mean F1 | µs a pair |\n|---|---|---|---|---|---|---|---|")
    for row in rows(pairs, [case["Results"]["level"] for case in cases], peers):
        print(row)


if __name__ == "__main__":
    main()
