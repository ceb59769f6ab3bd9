"""What the documentation shows is true: its doctests pass, and the tutorial's code runs."""

import doctest
import os
import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.corpus.ingest import read_documents

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "decisions").glob("*.md"), ROOT / "README.md"])
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A scratch folder as a reader of the tutorial has it: the corpora, and the corpus that the page builds."""
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    with claimcheck.Corpus.open("summit.ccdb") as corpus:
        corpus.add(read_documents(["corpora/summit/documents.jsonl"]))
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if ">>>" in p.read_text("utf-8")], ids=lambda p: p.name)
def test_examples_of_a_page(page, workplace):
    """Every interactive example of a page gives what the page says."""
    text = "\n".join(
        "" if line.lstrip().startswith(("```", ":::")) else line for line in page.read_text("utf-8").split("\n")
    )
    test = doctest.DocTestParser().get_doctest(text, {"claimcheck": claimcheck}, page.name, str(page), 0)
    failures: list[str] = []
    result = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=failures.append)
    assert result.failed == 0, "".join(failures)
    assert result.attempted > 0


def test_code_of_the_tutorial(workplace, capsys):
    """The tutorial's code runs from top to bottom, and prints figures and findings."""
    blocks = BLOCK.findall((ROOT / "docs" / "tutorial.md").read_text("utf-8"))
    assert len(blocks) >= 2
    exec(compile("\n".join(blocks), "tutorial.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "person" in printed
    assert any(f"{code} " in printed for code in ("value", "date", "place"))


def test_links_between_pages():
    """Every relative link of a page leads to a file."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:\s]+\.md)[)#]", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_makefile_targets_are_described():
    """Each target that a person may type says in `make help` what it does."""
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    phony = next(line for line in lines if line.startswith(".PHONY:")).split()[1:]
    described = {line.split(":")[0] for line in lines if re.match(r"[a-z]+:.* ## ", line)}
    assert described == set(phony)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
