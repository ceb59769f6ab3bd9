"""A progress bar for long work: on a terminal only, on standard error, none when quiet."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")


def tracked(items: Iterable[T], what: str, quiet: bool = False) -> Iterator[T]:
    """Yield ``items`` under a progress bar; of one item, or away from a terminal, there is none."""
    total = len(items) if isinstance(items, Sized) else None
    if quiet or total == 1 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, total=total, console=Console(stderr=True), transient=True)
