"""What commands write: to standard output, or whole to a file; a file is never left half written."""

import os
import sys
import tempfile
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl", ".sarif": "sarif", ".txt": "text"}


def format_for(form: str | None, output: str | None) -> str:
    """Return the format: the one that was asked for, else what the output's suffix stands for, else text."""
    if form is not None:
        return form
    return _SUFFIXES.get(Path(output).suffix.lower(), "text") if output else "text"


def check_output(output: str | None) -> None:
    """Refuse an output that cannot be written, before any work is done."""
    if output is None or output == "-":
        return
    path = Path(output)
    if path.is_dir():
        raise ClaimcheckError("the output is a directory", where=output)
    if not path.parent.is_dir():
        raise ClaimcheckError("the output's folder does not exist", where=output)
    if path.is_symlink() and not path.exists():
        raise ClaimcheckError("the output is a link that leads nowhere", where=output)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise ClaimcheckError("the output cannot be written", where=output)


def write(text: str, output: str | None) -> None:
    """Write ``text`` to standard output, or to the file ``output``, which appears whole or not at all."""
    if output is None or output == "-":
        _print(text)
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():  # a device or pipe
            path.write_text(text, encoding="utf-8")
        else:
            _replace(path, text)
    except OSError as error:
        raise ClaimcheckError("the output cannot be written", where=f"{output} ({error.strerror})") from None


def _print(text: str) -> None:
    if sys.stdout is None:
        raise ClaimcheckError("standard output is closed")
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimcheckError("standard output cannot be written", where=error.strerror) from None


def _replace(path: Path, text: str) -> None:
    """Write beside the target and move into place, with the permissions that a new file has."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
