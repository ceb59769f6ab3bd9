"""Reports of a check as text, HTML, JSON, SARIF and ClaimReview: they show rows and findings, and recompute nothing.

``render`` writes one or several reports in a named format; each format is a module that loads on first use.
"""

from claimcheck.reports.formats import CHECK_FORMATS, EXTRACT_FORMATS, Checked, render, render_extraction

__all__ = ["CHECK_FORMATS", "EXTRACT_FORMATS", "Checked", "render", "render_extraction"]
