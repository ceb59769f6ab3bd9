"""A row of a table of figures as a claim without a text: entity, measure, value, unit, date.

    entity,measure,value,unit,date,source
    مصر,عدد السكان,104.3,مليون نسمة,2022,الجهاز المركزي للتعبئة العامة والإحصاء

The claim has the entity as its name, the figure as its quantity, the day, month or year as its time, and the words of
entity and measure as its terms. Role and noun of the figure are those that a plain sentence of the row has (بلغ عدد
السكان في مصر 104.3 مليون نسمة), so that a row and a report are the same thing. Its spans and texts are null.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from claimcheck.comparison.terms import content_stems
from claimcheck.errors import ClaimcheckError, excerpt
from claimcheck.extraction import extract
from claimcheck.model.claims import Claim, Document, Extraction
from claimcheck.model.mentions import Kind, Name, Number, Quantity, TimeExpression

FIELDS = ("entity", "measure", "value")

# Digits that a value may have before or behind its point.
_MOST_DIGITS = 400
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_COUNTS = frozenset({"item", "person"})


def is_figure(record: Mapping[str, Any]) -> bool:
    """Tell whether a record is a row of figures: it has an entity, a measure and a value, and no text."""
    return not record.get("text") and all(record.get(field) not in (None, "") for field in FIELDS)


def figure(record: Mapping[str, Any]) -> Extraction:
    """Turn a row of figures into its claim; ``ClaimcheckError`` for a value or date that is none.

    >>> row = {"entity": "مصر", "measure": "عدد السكان", "value": "104.3", "unit": "percent", "date": "2022"}
    >>> figure(row).quantities[0].value, figure(row).times[0].begin
    (Decimal('104.3'), datetime.date(2022, 1, 1))
    """
    entity, measure = str(record["entity"]).strip(), str(record["measure"]).strip()
    unit = str(record.get("unit") or "").strip()
    day = str(record.get("date") or "").strip()
    times = (_time(day),) if day else ()
    sentence = extract(f"بلغ {measure} في {entity} {record['value']} {unit}.")
    quantity, told = _in_sentence(_quantity(record["value"], unit), sentence)
    claim = Claim(
        predicate=told.predicate,
        quantities=(0,),
        quantity_roles=told.quantity_roles[:1] or (None,),
        times=tuple(range(len(times))),
        names=(_name(entity),),
        terms=told.terms or content_stems(f"{entity} {measure}"),
    )
    document = _document(record, f"{entity}: {measure}", day)
    return Extraction(document=document, quantities=(quantity,), times=times, claims=(claim,))


def _in_sentence(quantity: Quantity, sentence: Extraction) -> tuple[Quantity, Claim]:
    """Return the figure as a sentence of the row has it, and that sentence's claim; an empty claim if it has none."""
    for claim in sentence.claims:
        if len(claim.quantities) == 1 and sentence.quantities[claim.quantities[0]].value == quantity.value:
            told = sentence.quantities[claim.quantities[0]]
            if told.unit in (quantity.unit, "item"):
                return evolve(quantity, noun=told.noun), claim
            return evolve(told, span=None, text=None, steps=(), alternatives=()), claim
    return quantity, Claim()


def _document(record: Mapping[str, Any], title: str, day: str) -> Document:
    """Return the document of a row; without an id, entity, measure, day and source identify it."""
    source = record.get("source") or None
    key = "\0".join((title, day, source or ""))
    return Document(
        text="",
        id=str(record.get("id") or f"figure:{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:20]}"),
        source=source,
        url=record.get("url") or None,
        title=f"{title} ({day})" if day else title,
        published=record.get("published") or None,
    )


def _quantity(value: Any, unit: str) -> Quantity:
    """Read value and unit together (104.3 مليون نسمة); a unit that is no word of a text is taken as its own name."""
    from claimcheck.recognizers.quantities import parse_quantity

    number = value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else str(value).strip()
    try:
        found = parse_quantity(f"{number} {unit}".strip())
        return evolve(found, span=None, text=None, steps=(), alternatives=())
    except ClaimcheckError:
        exact = read_value(number)
    name = {"%": "percent", "": "item"}.get(unit, unit)
    return Quantity(value=exact, unit=name, unit_text=unit or None, kind=_kind(name))


def _kind(unit: str) -> Kind:
    if unit == "percent":
        return "percent"
    if len(unit) == 3 and unit.isascii() and unit.isupper():
        return "money"
    if unit in _DURATIONS:
        return "duration"
    return "count" if unit in _COUNTS else "measure"


def read_value(value: int | Decimal | str) -> Number:
    """Return an exact number in its canonical form.

    >>> read_value("2.50"), read_value("7.0"), read_value("1/3")
    (Decimal('2.5'), 7, Fraction(1, 3))
    """
    if isinstance(value, int):
        return value
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        if "/" in value:
            try:
                return Fraction(value)
            except (ValueError, ZeroDivisionError):
                raise ClaimcheckError("the value is no number", where=excerpt(value)) from None
        from claimcheck.recognizers.numbers import parse_number

        return parse_number(value)
    exact = Decimal(value)
    if abs(exact.adjusted()) > _MOST_DIGITS:  # written out, 1e999999999 fills the memory
        raise ClaimcheckError(f"the value has more than {_MOST_DIGITS} digits", where=excerpt(str(value)))
    digits = format(exact, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Decimal(digits) if "." in digits else int(digits)


def _time(day: str) -> TimeExpression:
    """Return the year, month or day; other forms are read as a text has them."""
    match = _DAY.fullmatch(day)
    if match is None:
        from claimcheck.recognizers.times import parse_time

        return evolve(parse_time(day), span=None, text=None, steps=())
    year, month, number = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        begin = date(year, month, number)
        if match[3]:
            end = date.fromordinal(begin.toordinal() + 1)
        elif match[2]:
            end = date(year + month // 12, month % 12 + 1, 1)
        else:
            end = date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        raise ClaimcheckError("the date is none", where=excerpt(day)) from None
    return TimeExpression(value=day, begin=begin, end=end)


def _name(entity: str) -> Name:
    """Return the entity as a name, with its kind and key where the recogniser knows it."""
    from claimcheck.recognizers.names import recognize_names
    from claimcheck.text.tokens import Tokens

    found = recognize_names(Tokens.of(entity))
    if len(found) == 1 and found[0].text == entity:
        return evolve(found[0], span=None, text=None)
    return Name(canonical=entity)
