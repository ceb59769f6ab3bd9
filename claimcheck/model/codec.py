"""The lossless JSON form of results: every field of a value, under the name of its type.

A value is ``{"claimcheck": "Quantity", "value": "1/3", ...}``, a list of values an array. Reading is strict: a
field of the wrong type is an error that names its path, never coerced. cattrs does the work; this module gives it the
few types that JSON lacks.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from cattrs import Converter, transform_error

from claimcheck import model
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.model.mentions import Number
from claimcheck.model.serial import number_text
from claimcheck.model.spans import Span

T = TypeVar("T")

TAG = "claimcheck"

# Results that live beside their algorithm, by the module to import when one is met.
_ELSEWHERE = {"NameComparison": "claimcheck.comparison.names"}

# What JSON lets through but no reader should meet raw: controls, line separators, direction marks (which can turn the
# JSON around them over), lone surrogates. A surrogate pair in two code points stays raw, since its escapes would be
# read back as one character.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]",
)

_NUMERAL = re.compile(r"-?\d+(?:\.\d+|/[1-9]\d*)?", re.ASCII)


def json_text(plain: Any, indent: int | None = None) -> str:
    r"""Write plain JSON types as text without raw control characters, Arabic left readable.

    >>> print(json_text(["خبر", chr(0x9b)]))
    ["خبر", "\u009b"]
    """
    text = json.dumps(plain, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def read_number(text: object) -> Number:
    """Read what ``number_text`` wrote.

    >>> read_number("2.50"), read_number("1/3"), read_number("-7")
    (Decimal('2.50'), Fraction(1, 3), -7)
    """
    if not isinstance(text, str) or not _NUMERAL.fullmatch(text):
        raise ValueError(f"no exact number: {excerpt(str(text))}")
    try:
        return Fraction(text) if "/" in text else Decimal(text) if "." in text else int(text)
    except InvalidOperation:
        raise ValueError(f"no exact number: {excerpt(text)}") from None


def _read_span(value: Any, _: Any = Span) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(type(end) is int for end in value):
        raise ValueError("a span is [start, end]")
    start, end = value
    if not 0 <= start <= end:
        raise ValueError(f"no span: [{start}, {end}]")
    return Span(start, end)


def _read_date(value: Any, _: Any = date) -> date:
    if not isinstance(value, str) or len(value) != 10:
        raise ValueError("a date is YYYY-MM-DD")
    return date.fromisoformat(value)


def _exactly(wanted: type[T]) -> Callable[[Any, Any], T]:
    def read(value: Any, _: Any) -> T:
        if type(value) is not wanted:
            raise TypeError(f"expected {wanted.__name__}, got {type(value).__name__}")
        return value

    return read


def _read_float(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError(f"expected a number, got {type(value).__name__}")
    return float(value)


def _span_ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _iso_day(day: date) -> str:
    return day.isoformat()[:10]


@cache
def _converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list})
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook(date, _read_date)
    converter.register_unstructure_hook(date, _iso_day)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, _span_ends)
    for number in (Number, Number | None):
        converter.register_structure_hook(number, lambda value, _: None if value is None else read_number(value))
        converter.register_unstructure_hook(number, lambda value: None if value is None else number_text(value))
    return converter


def _type_named(name: Any) -> type:
    if isinstance(name, str) and name in model.__all__:
        found: type = getattr(model, name)
        return found
    if isinstance(name, str) and name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)  # type: ignore[no-any-return]
    raise ClaimcheckError("no type of claimcheck's results", where=excerpt(str(name)))


def _tuple(items: Any) -> tuple[Any, ...]:
    if not isinstance(items, list):
        raise TypeError("a tuple is written as an array")
    return tuple(_unpack(item) for item in items)


# Values that are no attrs classes, or that JSON shows best as one value: how each is written, how it is read.
_PLAIN: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "int": (number_text, read_number),
    "Decimal": (number_text, read_number),
    "Fraction": (number_text, read_number),
    "date": (_iso_day, _read_date),
    "Span": (_span_ends, _read_span),
    "tuple": (lambda items: [_pack(item) for item in items], _tuple),
}


def _pack(value: Any) -> Any:
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, list):
        return [_pack(item) for item in value]
    name = type(value).__name__
    if name in _PLAIN:
        return {TAG: name, "value": _PLAIN[name][0](value)}
    if name not in _ELSEWHERE and getattr(model, name, None) is not type(value):
        raise ClaimcheckError("no result of claimcheck", where=name)
    return {TAG: name, **_converter().unstructure(value)}


def _unpack(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_unpack(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    name = plain.get(TAG)
    if isinstance(name, str) and name in _PLAIN:
        return _PLAIN[name][1](plain.get("value"))
    return _converter().structure(plain, _type_named(name))


def encode(value: Any) -> str:
    """Write a result, an exact number, a date, a string or a list of these."""
    return json_text(_pack(value))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def decode(string: str) -> Any:
    """Read what ``encode`` wrote; raise ``ClaimcheckError`` that names the place for anything else."""
    if not isinstance(string, str):
        raise ClaimcheckError("not a string of JSON", where=type(string).__name__)
    try:
        plain = json.loads(string, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ClaimcheckError("not JSON", where=f"{error} in {excerpt(string)}") from None
    try:
        return _unpack(plain)
    except ClaimcheckError:
        raise
    except RecursionError:
        raise ClaimcheckError("nested too deeply", where=excerpt(string)) from None
    except Exception as error:
        grouped = isinstance(error, ExceptionGroup)
        reasons = "; ".join(transform_error(error, "value")[:3]) if grouped else str(error)
        raise ClaimcheckError("not a result written by dumps", where=reasons) from None
