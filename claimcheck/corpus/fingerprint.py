"""The version of the extractor: a hash of lexicons and rules, by which a corpus knows that its claims are current."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

# What decides which claims a text has and which terms they are found by: these packages and modules of claimcheck.
_PARTS = (
    *("text", "lexicon", "recognizers", "model", "extraction.py", "gazetteer.py"),
    *("comparison/terms.py", "corpus/terms.py", "corpus/records.py", "corpus/codec.py", "corpus/claimreview.py"),
)


@cache
def extractor_version() -> str:
    """Return the hash of everything that extraction depends on, as 16 hexadecimal digits; computed once a process."""
    digest = hashlib.sha256()
    root = files("claimcheck")
    for part in _PARTS:
        for name, content in sorted(_contents(root.joinpath(part))):
            digest.update(f"{part}/{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _contents(place: Traversable) -> list[tuple[str, bytes]]:
    """Return name and content of a file, or of each rule and lexicon of a folder."""
    if place.is_file():
        return [(place.name, place.read_bytes())]
    return [(item.name, item.read_bytes()) for item in place.iterdir() if item.name.endswith((".py", ".toml"))]
