"""The HTML report in real tools: an HTML validator, and axe-core's accessibility rules in headless Chromium.

Both come from npm; where npm, its registry or Chromium is missing the tests are skipped and say why.
"""

import html
import json
import re
import shutil
import subprocess

import pytest
from report_samples import CONSISTENT, REPORT

pytest.importorskip("jinja2")

from claimcheck.reports.formats import Checked, render, render_extraction

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=20000"
).split()


@pytest.fixture(scope="module")
def node_modules(tmp_path_factory):
    """Install the two packages into a scratch folder."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("node")
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "axe-core@4", "html-validate@10"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=180, check=False)
    if done.returncode:
        pytest.skip("the npm registry cannot be reached")
    return folder / "node_modules"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages to look at, in both languages."""
    folder = tmp_path_factory.mktemp("pages")
    checked = [Checked("a.txt", REPORT), Checked("b.txt", CONSISTENT)]
    found = {f"report-{language}.html": render(checked, "html", language) for language in ("en", "ar")}
    found["extraction.html"] = render_extraction("a.txt", REPORT.extraction, "html")
    for name, source in found.items():
        (folder / name).write_text(source, encoding="utf-8")
    return folder


def test_valid_html(node_modules, pages):
    """html-validate finds no error in any page."""
    rules = {
        "extends": ["html-validate:standard"],
        # Style rules of that package, not of HTML.
        "rules": {"long-title": "off", "no-inline-style": "off", "no-trailing-whitespace": "off"},
    }
    (pages / ".htmlvalidate.json").write_text(json.dumps(rules), encoding="utf-8")
    program = node_modules / ".bin" / "html-validate"
    done = subprocess.run([program, "*.html"], cwd=pages, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """A Chromium that runs here: it shows a page of one word."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    folder = tmp_path_factory.mktemp("chromium")
    page = folder / "page.html"
    page.write_text("<p>word</p>", encoding="utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri()]
    if "word" not in subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout:
        pytest.skip("Chromium does not run here")
    return CHROMIUM


@pytest.mark.parametrize("size", ["1280,900", "390,844"])
@pytest.mark.parametrize("name", ["report-en.html", "report-ar.html", "extraction.html"])
def test_accessible(node_modules, chromium, pages, tmp_path, name, size):
    """axe-core finds no violation, and no page is wider than the window, on a desktop and on a phone."""
    axe = (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    check = (
        "document.querySelectorAll('details').forEach((d) => { d.open = true; });"
        "axe.run().then((r) => { document.body.setAttribute('data-axe', JSON.stringify({"
        "violations: r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), passes: r.passes.length,"
        "overflow: document.documentElement.scrollWidth - window.innerWidth})); });"
    )
    source = (pages / name).read_text(encoding="utf-8")
    source = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", source)
    page = tmp_path / name
    page.write_text(
        source.replace("</body>", f"<script>{axe}</script><script>{check}</script></body>"), encoding="utf-8"
    )
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [chromium, *FLAGS, profile, f"--window-size={size}", "--dump-dom", page.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    match = re.search(r'data-axe="([^"]*)"', dom)
    assert match is not None, "the page did not run the check"
    result = json.loads(html.unescape(match[1]))
    assert result["passes"] > 10
    assert result["violations"] == []
    assert result["overflow"] <= 0
