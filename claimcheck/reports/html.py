"""The HTML report: one self-contained page, from right to left in Arabic, light and dark, readable without its script.

Everything from outside is escaped by the template engine and cleaned of control characters; a link is made of a
document's address only where that is an http or https one.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import Document, Extraction
from claimcheck.model.verdicts import Report, Verdict
from claimcheck.reports.bidi import clean
from claimcheck.reports.figures import figures
from claimcheck.reports.formats import Checked
from claimcheck.reports.messages import Language, worded
from claimcheck.reports.segments import segments
from claimcheck.reports.text import code_name, day_of, days_text, labels, term, value_text
from claimcheck.reports.timelines import timeline
from claimcheck.reports.view import cards, counts, sides_of, title_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")
_WEB = ("http://", "https://")


def _is_web(url: str | None) -> bool:
    return url is not None and url.strip().lower().startswith(_WEB)


def _isolated(sentence: str) -> "Markup":
    """Write the isolated parts of a finding's sentence as elements, which isolate in every browser."""
    from markupsafe import Markup, escape

    plain = _ISOLATED.sub(lambda match: f"\0{clean(match[1])}\1", sentence.replace("\0", "").replace("\1", ""))
    cleaned = "\0".join("\1".join(map(clean, part.split("\1"))) for part in plain.split("\0"))
    return Markup(str(escape(cleaned)).replace("\0", "<bdi>").replace("\1", "</bdi>"))  # both are ours


@cache
def _environment(language: Language) -> "Environment":
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
    except ModuleNotFoundError:
        raise ClaimcheckError("HTML reports need Jinja2: pip install 'claimcheck-ar[cli]'") from None

    def safe(value: Any) -> Any:
        return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("claimcheck.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=safe,
    )
    environment.filters |= {
        "web": _is_web,
        "isolated": _isolated,
        "sides": sides_of,
        "worded": lambda value: worded(value, language),
        "code_name": lambda code: code_name(code, language),
        "term": lambda label: term(label, language),
        "value_text": value_text,
        "days_text": days_text,
    }
    return environment


def _heading(document: Document, name: str) -> dict[str, str]:
    return {"title": title_of(document, name), "source": document.source or "", "day": day_of(document) or ""}


def _report_view(checked: Checked) -> dict[str, Any]:
    report = checked.report
    found = cards(report)
    return {
        **_heading(report.extraction.document, checked.name),
        "counts": counts(report),
        "cards": found,
        "codes": sorted({card.finding.code for card in found}),
        "paragraphs": segments(report),
        "timeline": timeline(report),
        "figures": figures(report),
        "verdicts": report.verdicts,
        "extraction": report.extraction,
    }


def _extraction_view(name: str, extraction: Extraction) -> dict[str, Any]:
    verdicts = tuple(Verdict(label="not_enough_info", score=0.0, claim_span=claim.span) for claim in extraction.claims)
    unjudged = Report(extraction=extraction, verdicts=verdicts)
    return {**_heading(extraction.document, name), "paragraphs": segments(unjudged), "extraction": extraction}


def _page(language: Language, title: str, **views: list[dict[str, Any]]) -> str:
    from markupsafe import Markup

    environment = _environment(language)
    script = environment.get_template("filter.js").render()
    digest = b64encode(sha256(script.encode()).digest()).decode()
    page = environment.get_template("page.html.j2")
    views = {"reports": [], "extractions": [], **views}
    return page.render(
        language=language,
        words=labels(language),
        title=title,
        script=Markup(script),  # the package's own file
        script_hash=f"sha256-{digest}",
        open=False,
        **views,
    )


def render(checked: Sequence[Checked], language: Language = "en") -> str:
    """Write the reports of one or several texts as one page."""
    views = [_report_view(one) for one in checked]
    title = f"{labels(language)['report']}: {', '.join(view['title'] for view in views)}"
    return _page(language, title, reports=views)


def render_extraction(name: str, extraction: Extraction, language: Language = "en") -> str:
    """Write what was read from a text as a page."""
    view = _extraction_view(name, extraction)
    return _page(language, f"{labels(language)['extraction']}: {view['title']}", extractions=[view])
