"""A directive that runs a command while the documentation is built and shows its output, so that none is pasted.

    ```{run} claimcheck corpus info summit.ccdb
    :status: 0
    :lines: 20
    ```

The commands of a page share a scratch folder, in which ``corpora`` is that of the project. Another exit status than
``:status:`` (default 0) is a warning, and so fails the build. ``:lines:`` shows the first lines only. ``:prose:`` is
for running Arabic text: long lines wrap, and each line takes its direction from its first letter. ``:embed:``
shows a page that the command has written instead of its output.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_ROOT = Path(__file__).resolve().parents[2]
_scratch: dict[str, tempfile.TemporaryDirectory[str]] = {}
_pages: dict[str, str] = {}


def _folder(page: str) -> Path:
    """Return the scratch folder of a page, made on first use."""
    if page not in _scratch:
        _scratch[page] = tempfile.TemporaryDirectory(prefix="claimcheck-docs-")
        (Path(_scratch[page].name) / "corpora").symlink_to(_ROOT / "corpora")
    return Path(_scratch[page].name)


def _embedded(page: str, name: str) -> nodes.Node:
    """Keep a written page for the site, and show it in a frame."""
    kept = f"{page.replace('/', '-')}-{name}"
    _pages[kept] = (_folder(page) / name).read_text(encoding="utf-8")
    frame = f'<iframe class="report" src="_generated/{kept}" title="{name}" loading="lazy"></iframe>'
    link = f'<p><a href="_generated/{kept}">{name}</a></p>'
    return nodes.raw("", frame + link, format="html")


def _write_pages(app: Sphinx, error: Exception | None) -> None:
    """Write the kept pages into the site, and remove the scratch folders."""
    folder = Path(app.outdir) / "_generated"
    for name, source in _pages.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(source, encoding="utf-8")
    for scratch in _scratch.values():
        scratch.cleanup()


class Run(SphinxDirective):
    """Show a command and what it prints."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"status": int, "lines": int}
    option_spec |= {"hide-command": directives.flag, "prose": directives.flag, "embed": str}

    def run(self) -> list[nodes.Node]:
        """Run the command and return it with its output as a block."""
        command = self.arguments[0]
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=_folder(self.env.docname),
            env=environment | {"NO_COLOR": "1", "COLUMNS": "100"},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        wanted = self.options.get("status", 0)
        if done.returncode != wanted:
            message = f"`{command}` ended with {done.returncode}, not {wanted}: {done.stderr[-500:]}"
            return [self.state.document.reporter.warning(message, line=self.lineno)]
        if "embed" in self.options:
            return [_embedded(self.env.docname, self.options["embed"])]
        lines = (done.stdout + done.stderr).splitlines()
        limit = self.options.get("lines", len(lines))
        shown = [*lines[:limit], *(["…"] if len(lines) > limit else [])]
        head = [] if "hide-command" in self.options else [f"$ {command}"]
        text = "\n".join([*head, *shown])
        block = nodes.literal_block(text, text, language="text")
        if "prose" in self.options:
            block["classes"].append("prose")
        return [block]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("run", Run)
    app.connect("build-finished", _write_pages)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}
