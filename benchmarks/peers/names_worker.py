"""Runs under a peer's interpreter: scores pairs of names as the peer does.

It imports nothing of claimcheck. ``{"peer": "rapidfuzz", "pairs": [[a, b], ...], "rounds": 5}`` comes in,
``{"scores": [...], "seconds": ..}`` goes out: similarities of any scale, of which only the order counts, and the best
time of a round over all pairs.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

Scorer = Callable[[str, str], float]


def _rapidfuzz() -> Scorer:
    from rapidfuzz.fuzz import token_set_ratio

    return lambda a, b: token_set_ratio(a, b) / 100


def _jellyfish() -> Scorer:
    import jellyfish  # type: ignore[import-not-found]

    return lambda a, b: float(jellyfish.jaro_winkler_similarity(a, b))


def _arabnamer() -> Scorer:
    from arabnamer import similarity  # type: ignore[import-not-found]

    return lambda a, b: similarity(a, b)[1] / 100


def _rigour() -> Scorer:
    from rigour.names import NameTypeTag, analyze_names, compare_parts  # type: ignore[import-not-found]

    def score(a: str, b: str) -> float:
        first, second = (next(iter(analyze_names(NameTypeTag.PER, [name]))) for name in (a, b))
        found = compare_parts(list(first.parts), list(second.parts))
        weights = [max(len(x.qps), len(x.rps)) for x in found]
        return float(sum(x.score * w for x, w in zip(found, weights, strict=True)) / max(sum(weights), 1))

    return score


def _nomenklatura() -> Scorer:
    from followthemoney import model  # type: ignore[import-not-found]
    from nomenklatura.matching import LogicV2, ScoringConfig  # type: ignore[import-not-found]

    config = ScoringConfig.defaults()

    def entity(name: str) -> Any:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    return lambda a, b: float(LogicV2.compare(entity(a), entity(b), config).score)


SCORERS: dict[str, Callable[[], Scorer]] = {
    "rapidfuzz": _rapidfuzz,
    "jellyfish": _jellyfish,
    "arabnamer": _arabnamer,
    "rigour": _rigour,
    "nomenklatura": _nomenklatura,
}


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    score = SCORERS[request["peer"]]()
    score(*request["pairs"][0])  # loads what loads on first use
    best = float("inf")
    scores: list[float] = []
    for _ in range(request["rounds"]):
        started = time.perf_counter()
        scores = [score(a, b) for a, b in request["pairs"]]
        best = min(best, time.perf_counter() - started)
    print(json.dumps({"scores": scores, "seconds": best}))


if __name__ == "__main__":
    main()
