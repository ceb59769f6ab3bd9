"""Places in a text."""

from attrs import frozen


@frozen(order=True)
class Span:
    """A half-open range ``[start, end)`` of code points of the original text.

    >>> Span(3, 6).of("في باريس")
    'بار'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
