"""The command line: thin commands over the library, one clear line on standard error for anything that goes wrong.

Exit status: 0 nothing refuted and no internal inconsistency, 1 something refuted or inconsistent, 2 bad usage or bad
input. ``main`` is the entry point; the commands are in ``app`` and ``corpus``.
"""

import sys
from collections.abc import Sequence

from claimcheck.errors import ClaimcheckError

PROGRAM = "claimcheck"
BAD_INPUT = 2
INTERRUPTED = 130
_MISSING = "the command line needs more packages: pip install 'claimcheck-ar[cli]'"


def say(message: str) -> None:
    """Print one line on standard error, whatever line breaks or control characters the message holds."""
    from claimcheck.reports.bidi import clean

    line = " ".join(clean(message).split())
    if sys.stderr is not None:  # closed by the caller
        sys.stderr.write(f"{PROGRAM}: {line}\n")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        from claimcheck.cli.app import app
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(PROGRAM):
            raise
        say(f"{_MISSING} ({error.name} is not installed)")
        return BAD_INPUT
    try:
        status = app(args=arguments, prog_name=PROGRAM, standalone_mode=False)
    except ClaimcheckError as error:
        say(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:  # of the machine, not of the program: a name too long, a disk that is full
        place = f": {error.filename}" if error.filename is not None else ""
        say(f"{error.strerror or error}{place}")
        return BAD_INPUT
    except Exception as error:
        return _usage_status(error)
    return status if isinstance(status, int) else 0


def _usage_status(error: Exception) -> int:
    """Report a usage error of typer, whose class differs by version, in a line; anything else is a bug: raise it."""
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    told = getattr(error, "format_message", None)
    if told is None:
        raise error
    context = getattr(error, "ctx", None)
    hint = f" (try '{context.command_path} --help')" if context is not None else ""
    say(f"{told()}{hint}")
    return BAD_INPUT


def main() -> None:
    """Run the command line and exit with its status; a reader that closes the pipe early is no error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = 0
    try:
        status = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        status = 1
    except OSError as error:
        _discard_output()
        if status != BAD_INPUT:  # else it has been said
            say(f"standard output cannot be written: {error.strerror}")
        status = BAD_INPUT
    sys.exit(status)


def _discard_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail again."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
