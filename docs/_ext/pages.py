"""Pages may come later: a pattern of the index that matches no page yet is left out instead of being a warning."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx


def _drop_empty_patterns(app: Sphinx, page: str, source: list[str]) -> None:
    if page != "index":
        return
    folder = Path(app.srcdir)
    lines = source[0].splitlines()
    kept = [line for line in lines if not line.endswith("*") or any(folder.glob(f"{line}.md"))]
    source[0] = "\n".join(kept) + "\n"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the listener."""
    app.connect("source-read", _drop_empty_patterns)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
