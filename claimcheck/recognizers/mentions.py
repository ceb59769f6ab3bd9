"""What recognisers hand to each other: a number with the tokens that it was read from."""

from attrs import frozen

from claimcheck.model.mentions import Number, RuleStep


@frozen(kw_only=True)
class NumberMention:
    """A number read from the tokens ``first`` up to, not including, ``stop``.

    ``prefix`` are the proclitics on its first token (و، ب، ال ...), which are no part of the number. ``style`` tells
    how it was written. ``definite`` is true where it carries the article (الثلاث، الـ15). ``scaled`` is true where a
    scale word (ألف، مليون ...) closes it.
    ``alternatives`` are the other readings of an ambiguous form, the preferred one left out.
    """

    first: int
    stop: int
    value: Number
    ordinal: bool = False
    style: str = "digits"
    definite: bool = False
    prefix: str = ""
    scaled: bool = False
    fraction: bool = False
    alternatives: tuple[Number, ...] = ()
    steps: tuple[RuleStep, ...] = ()
