"""A progress bar for long work: on a terminal only, on standard error, none when quiet."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def tracked(items: Iterable[T], what: str, quiet: bool = False, total: int | None = None) -> Iterator[T]:
    """Yield ``items`` under a progress bar; of one item, or away from a terminal, there is none."""
    if quiet or total == 1 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, total=total, console=Console(stderr=True), transient=True)
