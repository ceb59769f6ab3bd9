"""Public hypothesis strategies: Arabic numerals, quantities, dates, names, claims and articles with known contents."""
