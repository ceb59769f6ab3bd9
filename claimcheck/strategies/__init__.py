"""Public hypothesis strategies: Arabic numerals, quantities, dates, names, claims and articles with known contents.

Needs hypothesis (``pip install claimcheck-ar[testing]``). Each strategy lives in the module of its topic.
"""

try:
    import hypothesis as _hypothesis
except ImportError as error:  # the core is installed without it
    from claimcheck.errors import ClaimcheckError

    raise ClaimcheckError("claimcheck.strategies needs hypothesis: pip install 'claimcheck-ar[testing]'") from error

from claimcheck.strategies.articles import Fact, articles, claims
from claimcheck.strategies.mutations import mutations
from claimcheck.strategies.names import names
from claimcheck.strategies.numbers import numbers, spelled_numbers
from claimcheck.strategies.quantities import durations, quantities
from claimcheck.strategies.respelling import respellings
from claimcheck.strategies.times import times

del _hypothesis

__all__ = [
    "Fact",
    "articles",
    "claims",
    "durations",
    "mutations",
    "names",
    "numbers",
    "quantities",
    "respellings",
    "spelled_numbers",
    "times",
]
