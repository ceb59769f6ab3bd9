"""The content words of a stretch of text, as stems: what is left without function words, marks and bare numbers."""

from functools import cache, lru_cache

from claimcheck.lexicon import Lookup, forms, load
from claimcheck.text.tokens import Tokens, Word


@cache
def _function_words() -> Lookup[bool]:
    return Lookup(dict.fromkeys(forms(load("function_words")["words"]), True))


@lru_cache(maxsize=512)
def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text; a document, stored or on trial, meets many claims."""
    return Tokens.of(text)


def is_content(word: Word) -> bool:
    """Tell whether a word carries content of its own."""
    return word.shape in {"word", "latin"} and len(word.norm) > 1 and _function_words()[word] is None


@lru_cache(maxsize=4096)
def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of ``text``, in order.

    >>> content_stems("قال الوزير إن الأسعار ارتفعت في 2020")
    ('قال', 'وزير', 'اسعار', 'ارتفع')
    """
    return tuple(word.stem for word in Tokens.of(text).words if is_content(word))
