"""Comparing two claims: their parts are aligned, and each pair of parts gets the typed comparison of its kind."""
