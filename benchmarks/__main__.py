"""``python -m benchmarks``: print the throughput table, over composed or given articles."""

import argparse
import json
from pathlib import Path

from benchmarks.compose import articles
from benchmarks.throughput import measure, table


def read(path: Path) -> list[str]:
    """Read articles: the ``text`` of each line of a JSONL file, or every ``.txt`` file of a folder."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, help="a folder of .txt files, or JSONL with a field text")
    parser.add_argument("--count", type=int, default=300, help="how many articles to compose")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = read(arguments.articles) if arguments.articles else articles(arguments.count, arguments.seed)
    print(table(measure(texts, arguments.rounds)))


if __name__ == "__main__":
    main()
