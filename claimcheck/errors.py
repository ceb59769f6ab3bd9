"""The one family of errors that the library raises on purpose."""


class ClaimcheckError(ValueError):
    """Bad input, named together with the place in it.

    Every error that claimcheck raises on purpose is one of these, so a caller needs a single ``except``.

    >>> raise ClaimcheckError("no number", where="'كتاب', at 0")
    Traceback (most recent call last):
    ...
    claimcheck.errors.ClaimcheckError: no number: 'كتاب', at 0
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        """Say what is wrong, and, where it helps, in which input and at which place."""
        super().__init__(f"{message}: {where}" if where else message)


def text_of(value: object) -> str:
    """Return a text, or say that something else was given."""
    if not isinstance(value, str):
        raise ClaimcheckError("a text is needed", where=excerpt(repr(value)))
    return value


def excerpt(text: str, limit: int = 60) -> str:
    r"""Quote an input for an error message: one line, at most ``limit`` characters, no control characters.

    >>> excerpt("سطر\nآخر")
    "'سطر آخر'"
    """
    flat = " ".join("".join(c if c.isprintable() else " " for c in text[: limit * 2]).split())
    return f"'{flat[:limit]}…'" if len(flat) > limit or len(text) > limit * 2 else f"'{flat}'"
