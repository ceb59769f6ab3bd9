"""claimcheck: the verifiable claims of Arabic news, and what contradicts them."""

__version__ = "0.1.0"
