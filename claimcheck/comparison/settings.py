"""Every threshold of a verdict in one authored object, which can be written to and read from a TOML file."""

import tomllib
from pathlib import Path

from attrs import asdict, field, fields, frozen
from attrs.validators import and_, ge, le

from claimcheck.errors import ClaimcheckError

_count = ge(1)
_share = and_(ge(0.0), le(1.0))


@frozen(kw_only=True)
class Settings:
    """The knobs of a verdict. Shares are of the claim's weighted content words, from 0 to 1.

    >>> Settings().same_event
    0.5
    >>> Settings.loads("same_event = 0.6").same_event
    0.6
    """

    same_event: float = field(
        default=0.5, validator=_share, metadata={"help": "the evidence must share this much for a conflict to count"}
    )
    same_event_slot: float = field(
        default=0.6, validator=_share, metadata={"help": "likewise where date, place or person alone differ"}
    )
    supported: float = field(
        default=0.42, validator=_share, metadata={"help": "the evidence must share this much to support a claim"}
    )
    supported_bare: float = field(
        default=0.62, validator=_share, metadata={"help": "likewise for a claim without figures, dates and quotations"}
    )
    context: float = field(
        default=0.3,
        validator=_share,
        metadata={"help": "two figures answer each other if their clauses share this much"},
    )
    nearer: float = field(
        default=0.35,
        validator=_share,
        metadata={"help": "figures of one value do not answer each other if another clause shares this much more"},
    )
    same_value: float = field(
        default=0.2,
        validator=_share,
        metadata={"help": "the same number in another unit needs this much less in common"},
    )
    part: float = field(
        default=0.08,
        validator=_share,
        metadata={"help": "each figure, date, name or quotation that agrees counts this much"},
    )
    parts: float = field(
        default=0.24, validator=_share, metadata={"help": "all parts that agree together count at most this much"}
    )
    template: int = field(
        default=3, validator=_count, metadata={"help": "this many figures that conflict are another instance"}
    )
    template_slots: int = field(
        default=2, validator=_count, metadata={"help": "likewise this many dates, places and persons"}
    )
    story: float = field(
        default=0.45,
        validator=_share,
        metadata={"help": "a retrieved passage is of the claim's story if their surroundings share this much"},
    )
    story_words: float = field(
        default=1.25,
        validator=ge(0.0),
        metadata={"help": "and the claim's own words weigh as much as this many rare ones"},
    )
    story_days: int = field(
        default=2, validator=ge(0), metadata={"help": "reports further apart than this many days must be alike"}
    )
    story_far: float = field(
        default=0.75, validator=_share, metadata={"help": "namely share this much of the claim's words"}
    )
    second_best: float = field(
        default=0.1,
        validator=_share,
        metadata={"help": "of several references only those count that share almost as much as the nearest: this less"},
    )
    short_quote: float = field(
        default=0.25,
        validator=_share,
        metadata={"help": "two quotations in clauses that state the same are one from this share of common words on"},
    )
    link_same: float = field(
        default=0.28,
        validator=_share,
        metadata={"help": "clauses with one predicate tell of one happening from here on"},
    )
    link_near: float = field(
        default=0.38, validator=_share, metadata={"help": "likewise clauses with synonymous or opposite predicates"}
    )
    link_other: float = field(
        default=0.55, validator=_share, metadata={"help": "likewise clauses whose predicates have nothing in common"}
    )
    link_unknown: float = field(
        default=0.7, validator=_share, metadata={"help": "places of which the gazetteer knows nothing need this much"}
    )
    link_copy: float = field(
        default=0.75,
        validator=_share,
        metadata={"help": "clauses that share this much tell of one happening in any words"},
    )
    unanswered: float = field(
        default=0.2,
        validator=_share,
        metadata={"help": "a claim none of whose clauses is answered needs this much more"},
    )
    same_clause: float = field(
        default=0.5, validator=_share, metadata={"help": "two clauses state the same if they share this much"}
    )
    denied: float = field(
        default=0.6, validator=_share, metadata={"help": "a denial meets a clause if it holds this much of it"}
    )
    same_speech: float = field(
        default=0.5, validator=_share, metadata={"help": "two contents are the same speech if they share this much"}
    )
    same_quote: float = field(
        default=0.6,
        validator=_share,
        metadata={"help": "two quotations are one if this share of their words is common"},
    )

    def dumps(self) -> str:
        """Return the settings as TOML, each with its meaning as a comment."""
        values = asdict(self)
        return "".join(f"{f.name} = {values[f.name]}  # {f.metadata['help']}\n" for f in fields(Settings))

    @classmethod
    def loads(cls, text: str) -> "Settings":
        """Read settings from TOML; what is not named keeps its default.

        Raises:
            ClaimcheckError: the text is no TOML, names an unknown setting, or a value is out of bounds.
        """
        try:
            return cls(**tomllib.loads(text))
        except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
            raise ClaimcheckError("settings cannot be read", where=str(error).split("\n")[0]) from None

    @classmethod
    def load(cls, path: str | Path) -> "Settings":
        """Read settings from a TOML file."""
        try:
            return cls.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ClaimcheckError("settings cannot be read", where=str(error)) from None


DEFAULT = Settings()
