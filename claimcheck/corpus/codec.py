"""Extractions packed small and read back fast, so that nothing is parsed again for comparison.

A value is the JSON array of its fields in the order of its class, defaults at the end left out; a text that its span
gives is left out too. A corpus keeps the order of the fields it was written with (``layout``), so a later claimcheck
with more fields still reads it. The steps of an explanation are not kept: they can be had again from the document's
text. What comes back equals what went in but for them. ``claimcheck.model.serial.dumps`` is the readable form.
"""

import json
import types
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from claimcheck.errors import ClaimcheckError
from claimcheck.model import claims, mentions
from claimcheck.model.claims import Document, Extraction
from claimcheck.model.mentions import RuleStep
from claimcheck.model.serial import number_text
from claimcheck.model.spans import Span

Decoder = Callable[[Any, str], Any]
Layout = Mapping[str, Sequence[str]]

# In place of a text that its span gives.
_SPANNED = 0


def layout() -> dict[str, list[str]]:
    """Return the fields of every class, in the order in which ``pack`` writes them now."""
    kinds = [kind for module in (claims, mentions) for kind in vars(module).values() if attrs.has(kind)]
    return {kind.__name__: [name for name, _ in _plan(kind)] for kind in sorted(kinds, key=lambda kind: kind.__name__)}


def pack(extraction: Extraction) -> bytes:
    """Return everything of an extraction but its document."""
    document = extraction.document
    fields = [_encode(getattr(extraction, name), document.text) for name, _ in _plan(Extraction)]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def without_steps(value: Any) -> Any:
    """Return a result as the store gives it back: the same, without the steps of its explanation."""
    if isinstance(value, tuple):
        return tuple(without_steps(item) for item in value if not isinstance(item, RuleStep))
    if not attrs.has(type(value)):
        return value
    return type(value)(**{field.name: without_steps(getattr(value, field.name)) for field in attrs.fields(type(value))})


@cache
def _plan(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return name and default of the fields of a class; the document is kept in columns."""
    return tuple((field.name, field.default) for field in attrs.fields(kind) if field.name != "document")


def _encode(value: Any, text: str) -> Any:
    """Return the plain JSON form of a value."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [_encode(item, text) for item in value if not isinstance(item, RuleStep)]
    if isinstance(value, Span):
        return [value.start, value.end - value.start]
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, (Decimal, Fraction)):
        return [number_text(value)]
    return _encode_fields(value, text)


def _encode_fields(value: Any, text: str) -> list[Any]:
    plain = []
    used = 0
    span = getattr(value, "span", None)
    kind: type = type(value)
    for name, default in _plan(kind):
        item = getattr(value, name)
        if name == "text" and span is not None and item == span.of(text):
            item = _SPANNED
        plain.append(_encode(item, text))
        if item != default:
            used = len(plain)
    return plain[:used]


class Unpacker:
    """Restores packed extractions that were written with the given layout."""

    def __init__(self, layout: Layout) -> None:
        """Read values whose fields stand in the order of ``layout``."""
        self.layout = layout
        self._known: dict[type, Decoder] = {}

    def unpack(self, packed: bytes, document: Document) -> Extraction:
        """Restore what ``pack`` wrote; ``ClaimcheckError`` where it is damaged."""
        try:
            plain = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
            return Extraction(document=document, **self._fields(Extraction)(plain, document.text))
        except (zlib.error, ValueError, TypeError, LookupError, ArithmeticError) as error:
            raise ClaimcheckError("the stored claims of a document are damaged", where=str(document.id)) from error

    def _fields(self, kind: type) -> Callable[[list[Any], str], dict[str, Any]]:
        """Return the function from an array to the fields of a class by name."""
        hints = get_type_hints(kind)
        readers = [(name, self._decoder(hints[name]) if name in hints else None) for name in self.layout[kind.__name__]]

        def read(plain: list[Any], text: str) -> dict[str, Any]:
            return {name: reader(value, text) for (name, reader), value in zip(readers, plain, strict=False) if reader}

        return read

    def _decoder(self, hint: Any) -> Decoder:
        """Return the function that restores a value of a type from its plain form and the document's text."""
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._optional([option for option in get_args(hint) if option is not type(None)])
        if origin is tuple:
            return self._tuple(get_args(hint)[0])
        if hint is Span:
            return lambda plain, _: Span(plain[0], plain[0] + plain[1])
        if hint is date:
            return lambda plain, _: date.fromordinal(plain)
        return self._class(hint) if attrs.has(hint) else _as_it_is

    def _optional(self, options: list[Any]) -> Decoder:
        inner = _number if Decimal in options else self._decoder(options[0])
        if inner in (_as_it_is, _number):
            return inner
        return lambda plain, text: None if plain is None else inner(plain, text)

    def _tuple(self, item: Any) -> Decoder:
        if item is RuleStep:
            return lambda _, __: ()

        def decode(plain: list[Any], text: str) -> tuple[Any, ...]:
            if not plain:
                return ()
            inner = self._decoder(item)  # only now: a quantity holds quantities
            return tuple(plain) if inner is _as_it_is else tuple([inner(value, text) for value in plain])

        return decode

    def _class(self, kind: type) -> Decoder:
        if kind not in self._known:
            read = self._fields(kind)

            def decode(plain: list[Any], text: str) -> Any:
                fields = read(plain, text)
                if fields.get("text") == _SPANNED:
                    fields["text"] = fields["span"].of(text)
                return kind(**fields)

            self._known[kind] = decode
        return self._known[kind]


def _as_it_is(plain: Any, _: str) -> Any:
    return plain


def _number(plain: Any, _: str) -> Any:
    if isinstance(plain, list):
        return Fraction(plain[0]) if "/" in plain[0] else Decimal(plain[0])
    return plain
