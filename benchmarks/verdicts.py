"""Verdicts on pairs of passages, beside two simple rules: ``python -m benchmarks.verdicts PAIRS.jsonl ...``.

One line a pair: ``claim``, ``reference`` (a list of strings, one report), ``label`` (``consistent``, ``contradicted``
or ``unrelated``), and where known ``claim_published`` and ``published``. The simple rules are what one would try first:

- token_set_ratio: much is supported, little unrelated, what lies between refuted. The two thresholds, in steps of ten,
  are those that fit the pairs themselves best, so it is flattered;
- number sets: half of the words in common, and every number of the claim in the reference: supported; another number:
  refuted; else unrelated.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

import claimcheck
from claimcheck.comparison.overlap import Bag
from claimcheck.comparison.terms import content_stems

Labels = Sequence[str]
_LABELS = {"consistent": "supported", "contradicted": "refuted", "unrelated": "not_enough_info"}


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def shared(pair: dict[str, Any]) -> float:
    """Return the share of the claim's content stems that the reference has."""
    claim, reference = content_stems(pair["claim"]), content_stems(" ".join(pair["reference"]))
    return Bag(reference).coverage(Bag(claim))


def by_claimcheck(pairs: Iterable[dict[str, Any]]) -> list[str]:
    """Label pairs by ``claimcheck.verify``."""
    return [
        claimcheck.verify(
            pair["claim"],
            pair["reference"],
            published=_date(pair.get("claim_published")),
            reference_published=_date(pair.get("published")),
        ).label
        for pair in pairs
    ]


def by_ratio(pairs: Sequence[dict[str, Any]], gold: Labels) -> list[str]:
    """Label pairs by two thresholds of ``token_set_ratio``, those that fit these very pairs best."""
    scores = [token_set_ratio(pair["claim"], " ".join(pair["reference"])) for pair in pairs]

    def labels(low: int, high: int) -> list[str]:
        return ["supported" if s >= high else "refuted" if s >= low else "not_enough_info" for s in scores]

    steps = range(30, 101, 10)
    return max(
        (labels(low, high) for low, high in product(steps, steps) if low <= high), key=lambda x: accuracy(x, gold)
    )


def by_numbers(pairs: Iterable[dict[str, Any]]) -> list[str]:
    """Label pairs by the sets of their numbers, where half of the words are shared."""
    labels = []
    for pair in pairs:
        claim = {found.value for found in claimcheck.find_quantities(pair["claim"])}
        reference = {found.value for text in pair["reference"] for found in claimcheck.find_quantities(text)}
        if shared(pair) < 1 / 2:
            labels.append("not_enough_info")
        else:
            labels.append("supported" if claim <= reference else "refuted")
    return labels


def accuracy(labels: Labels, gold: Labels) -> float:
    """Return the share of labels that are right."""
    return sum(a == b for a, b in zip(labels, gold, strict=True)) / len(gold) if gold else 0.0


def refuted(labels: Labels, gold: Labels) -> tuple[float, float]:
    """Return precision and recall of the label ``refuted``."""
    hits = sum(a == b == "refuted" for a, b in zip(labels, gold, strict=True))
    said, true = Counter(labels)["refuted"], Counter(gold)["refuted"]
    return hits / said if said else 0.0, hits / true if true else 0.0


def main(paths: Sequence[str]) -> None:
    """Print the two tables, as Markdown."""
    pairs = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    gold = [_LABELS[pair["label"]] for pair in pairs]
    ours = by_claimcheck(pairs)
    print(f"{len(pairs)} pairs\n\n| rule | accuracy | refuted precision | refuted recall |\n|---|---|---|---|")
    for name, labels in (
        ("token_set_ratio, fitted", by_ratio(pairs, gold)),
        ("number sets", by_numbers(pairs)),
        ("claimcheck", ours),
    ):
        precision, recall = refuted(labels, gold)
        print(f"| {name} | {accuracy(labels, gold):.3f} | {precision:.3f} | {recall:.3f} |")
    print("\n| shared words | pairs | accuracy | refuted precision | refuted recall |\n|---|---|---|---|---|")
    order = sorted(range(len(pairs)), key=lambda i: shared(pairs[i]))
    for quarter in range(4):
        part = order[quarter * len(order) // 4 : (quarter + 1) * len(order) // 4]
        if not part:
            continue
        labels, right = [ours[i] for i in part], [gold[i] for i in part]
        precision, recall = refuted(labels, right)
        low, high = shared(pairs[part[0]]), shared(pairs[part[-1]])
        row = f"{len(part)} | {accuracy(labels, right):.3f} | {precision:.3f} | {recall:.3f}"
        print(f"| {low:.0%} to {high:.0%} | {row} |")


if __name__ == "__main__":
    main(sys.argv[1:])
