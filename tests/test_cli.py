"""Laws of the command line: exit statuses, one clear line for bad input, nothing written then, pipes and terminals."""

import io
import json
import os
import re
import resource
import subprocess
import sys

import pytest

pytest.importorskip("typer")

import claimcheck
from claimcheck.cli import run
from claimcheck.cli.outputs import format_for
from claimcheck.cli.progress import tracked

ARTICLE = "قال الوزير أحمد حسن أمس إن 51 شخصاً قتلوا في انفجار مستودع المرفأ."
REFERENCE = "قال الوزير أحمد حسن أمس إن 15 شخصاً قتلوا في انفجار مستودع المرفأ."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def corpus(tmp_path):
    """A corpus of one document that contradicts the article."""
    path = str(tmp_path / "reference.ccdb")
    documents = tmp_path / "documents.jsonl"
    document = {"id": "d1", "source": "وكالة السهل", "published": "2022-11-01", "text": REFERENCE}
    documents.write_text(json.dumps(document) + "\n", encoding="utf-8")
    assert run(["corpus", "build", path, str(documents), "--quiet"]) == 0
    return path


def refused(capsys, *arguments):
    """Run, expect status 2, and return the one line on standard error; nothing is on standard output."""
    assert run(list(arguments)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("claimcheck: ")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return captured.err


# extract


def test_extract_json_is_to_dict(article, capsys):
    """`extract --format json` prints to_dict of the extraction."""
    assert run(["extract", article, "--published", "2022-11-01", "--format", "json"]) == 0
    document = claimcheck.Document(text=ARTICLE, published="2022-11-01")
    assert json.loads(capsys.readouterr().out) == claimcheck.to_dict(claimcheck.extract(document))


def test_extract_reads_standard_input(capsys, monkeypatch):
    """Without a file, or with -, the text comes from standard input; a byte order mark is no part of it."""
    for arguments in (["extract", "-f", "jsonl"], ["extract", "-", "-f", "jsonl"]):
        data = io.BytesIO("\ufeff".encode() + ARTICLE.encode())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data, encoding="utf-8"))
        assert run(arguments) == 0
        extraction = json.loads(capsys.readouterr().out)
        assert extraction["quantities"][0]["span"] == [ARTICLE.index("51"), ARTICLE.index("51") + len("51 شخصاً")]


def test_extract_text_lists_what_is_said(article, capsys):
    """The text format lists speakers and figures, in the language asked for."""
    assert run(["extract", article]) == 0
    english = capsys.readouterr().out
    assert "أحمد حسن" in english
    assert "51 شخصاً" in english
    assert run(["extract", article, "--lang", "ar"]) == 0
    assert "من قال ماذا" in capsys.readouterr().out


# check


def test_check_without_corpus_is_consistent(article, capsys):
    """An article that agrees with itself: exit status 0."""
    assert run(["check", article]) == 0
    assert "No inconsistency found." in capsys.readouterr().out


def test_check_finds_the_contradiction(article, corpus, capsys):
    """A figure that the corpus contradicts: exit status 1, both passages and both figures are printed."""
    assert run(["check", article, "--corpus", corpus, "--published", "2022-11-01"]) == 1
    text = capsys.readouterr().out
    assert "51 شخصاً" in text
    assert "15 شخصاً" in text
    assert "وكالة السهل" in text


def test_excluded_document_is_no_evidence(article, corpus):
    """A document that is excluded contradicts nothing."""
    assert run(["check", article, "--corpus", corpus, "--published", "2022-11-01", "--exclude", "d1"]) == 0


@pytest.mark.parametrize("form", ["json", "jsonl", "html", "sarif", "claimreview"])
def test_check_formats(article, corpus, form, capsys):
    """Every format names the finding and keeps the exit status."""
    assert run(["check", article, "--corpus", corpus, "--published", "2022-11-01", "--format", form]) == 1
    text = capsys.readouterr().out
    if form != "html":
        json.loads(text.splitlines()[0] if form == "jsonl" else text)
    assert "15 شخص" in text


def test_check_several_files(article, corpus, tmp_path, capsys):
    """Several files make one array; the worst of them decides the exit status."""
    other = tmp_path / "other.txt"
    other.write_text("خبر قصير عن الطقس.", encoding="utf-8")
    arguments = ["check", str(other), article, "--corpus", corpus, "--published", "2022-11-01", "-f", "json"]
    assert run(arguments) == 1
    assert [one["file"] for one in json.loads(capsys.readouterr().out)] == [str(other), article]


def test_output_is_a_whole_file(article, corpus, tmp_path, capsys):
    """--output writes the file, whose suffix may choose the format, and prints nothing."""
    target = tmp_path / "report.html"
    assert run(["check", article, "--corpus", corpus, "--published", "2022-11-01", "--output", str(target)]) == 1
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in tmp_path.iterdir() if "report" in path.name) == ["report.html"]
    assert format_for("json", "a.html") == "json"
    assert format_for(None, "a.sarif") == "sarif"
    assert format_for(None, None) == "text"


def test_output_keeps_its_permissions(article, tmp_path):
    """A file that is written again keeps its permissions; a new one gets those of the process."""
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert run(["extract", article, "--output", str(target)]) == 0
    assert target.stat().st_mode & 0o777 == 0o640
    assert json.loads(target.read_text(encoding="utf-8"))["quantities"]


# explain


def test_explain_prints_rows(capsys):
    """`explain` prints the alignment, with exit status 1 where the reference refutes, 0 otherwise."""
    assert run(["explain", "قتل 51 شخصاً في الانفجار", "قتل 15 شخصاً في الانفجار"]) == 1
    text = capsys.readouterr().out
    assert text.startswith("refuted, score ")
    assert text.count("51 شخصاً") == 1
    assert run(["explain", "قتل 15 شخصاً في الانفجار", "قتل 15 شخصاً في الانفجار", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "supported"


# corpus


def test_corpus_life(corpus, tmp_path, capsys):
    """build, info, add, search, remove, reindex: each tells what there is afterwards."""
    more = tmp_path / "more"
    more.mkdir()
    (more / "d2.txt").write_text("وصل 40 سائحاً إلى الجزيرة يوم الأحد.", encoding="utf-8")
    capsys.readouterr()
    assert run(["corpus", "info", corpus]) == 0
    assert "documents: 1\n" in capsys.readouterr().out
    assert run(["corpus", "add", corpus, str(more)]) == 0
    assert "2 documents" in capsys.readouterr().out
    assert run(["corpus", "search", corpus, "سياح الجزيرة", "--limit", "1"]) == 0
    assert "40 سائحاً" in capsys.readouterr().out
    assert run(["corpus", "search", corpus, "انفجار", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["document"]["id"] == "d1"
    assert run(["corpus", "reindex", corpus]) == 0
    assert "2 documents" in capsys.readouterr().out
    assert run(["corpus", "remove", corpus, "d1"]) == 0
    assert "1 documents" in capsys.readouterr().out


def test_build_leaves_an_existing_file_alone(corpus, article, capsys):
    """`build` never overwrites: neither a corpus nor any other file."""
    for path in (corpus, article):
        before = open(path, "rb").read()  # noqa: PTH123, SIM115
        capsys.readouterr()
        assert "exists already" in refused(capsys, "corpus", "build", path, article)
        assert open(path, "rb").read() == before  # noqa: PTH123, SIM115


def test_failed_build_leaves_nothing(tmp_path, capsys):
    """A document that is refused: no corpus is left behind."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "text": "خبر"}\n{"id": "b", "text": 5}\n', encoding="utf-8")
    error = refused(capsys, "corpus", "build", str(tmp_path / "new.ccdb"), str(bad))
    assert "bad.jsonl" in error
    assert [path.name for path in tmp_path.iterdir()] == ["bad.jsonl"]


def test_commands_never_make_a_corpus(tmp_path, article, capsys):
    """A corpus that is missing is an error for every command but build, and no file appears."""
    missing = str(tmp_path / "none.ccdb")
    for arguments in (
        ["info", missing],
        ["search", missing, "خبر"],
        ["reindex", missing],
        ["remove", missing, "a"],
        ["add", missing, article],
    ):
        assert "none.ccdb" in refused(capsys, "corpus", *arguments)
    assert "none.ccdb" in refused(capsys, "check", article, "--corpus", missing)
    assert not os.path.exists(missing)  # noqa: PTH110


def test_what_is_no_corpus_is_refused(article, capsys):
    """A file of another kind in place of a corpus: one line, the file unchanged."""
    assert "article.txt" in refused(capsys, "check", article, "--corpus", article)
    assert open(article, encoding="utf-8").read() == ARTICLE  # noqa: PTH123, SIM115


# Bad input


@pytest.mark.parametrize("command", ["extract", "check"])
def test_bad_texts(command, tmp_path, capsys):
    """Bytes that are no UTF-8, nothing, a directory, a missing file, too much: each named in one line."""
    target = tmp_path / "out.json"
    cases = {
        "latin.txt": (b"caf\xe9 " * 3, "not UTF-8.*byte 0xe9 at offset 3"),
        "utf16.txt": ("خبر".encode("utf-16"), "not UTF-8.*offset 0"),
        "surrogate.txt": (b"\xd8\xae\xed\xa0\x80", "not UTF-8.*byte 0xed at offset 2"),
        "empty.txt": (b"", "empty"),
        "blank.txt": ("\ufeff \n\t".encode(), "empty"),
        "big.txt": ("خ".encode() * 600_000, "larger than 1 MB"),
    }
    for name, (data, message) in cases.items():
        path = tmp_path / name
        path.write_bytes(data)
        error = refused(capsys, command, str(path), "--max-mb", "1", "--output", str(target))
        assert name in error
        assert re.search(message, error), error
    assert "directory" in refused(capsys, command, str(tmp_path), "--output", str(target))
    assert "missing.txt" in refused(capsys, command, str(tmp_path / "missing.txt"), "--output", str(target))
    assert "\\x00" not in refused(capsys, command, "a\0b", "--output", str(target))
    assert not target.exists()


def test_size_limit_is_a_setting(article, capsys, monkeypatch, tmp_path):
    """Ten megabytes unless the option or the environment says otherwise."""
    path = tmp_path / "large.txt"
    path.write_text("خبر " * 1_500_000, encoding="utf-8")
    assert "larger than 10 MB" in refused(capsys, "extract", str(path))
    monkeypatch.setenv("CLAIMCHECK_MAX_MB", "1")
    path.write_text("خبر " * 200_000, encoding="utf-8")
    assert "larger than 1 MB" in refused(capsys, "extract", str(path))
    assert run(["extract", article]) == 0


@pytest.mark.parametrize("value", ["x", "2022-13-01", "2022-02-30", "20221101", "1/11/2022", "٢٠٢٢-١١-٠١", ""])
def test_dates_that_are_none(article, value, capsys):
    """--published takes a day as YYYY-MM-DD and nothing else."""
    for command in ("extract", "check"):
        error = refused(capsys, command, article, "--published", value)
        assert "--published is not a date (YYYY-MM-DD)" in error


def test_unwritable_output(article, tmp_path, capsys):
    """A folder that does not exist, or a folder in place of a file."""
    assert "does not exist" in refused(capsys, "extract", article, "--output", str(tmp_path / "no" / "out.txt"))
    assert "is a directory" in refused(capsys, "check", article, "--output", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["article.txt"]


def test_lone_surrogates_in_arguments(corpus, capsys):
    """Bytes on the command line that are no UTF-8 arrive as lone surrogates, and are refused."""
    capsys.readouterr()
    assert "CLAIM is not UTF-8: character 4" in refused(capsys, "explain", "خبر \udcff", "خبر")
    assert "REFERENCE is empty" in refused(capsys, "explain", "خبر", " ")
    assert "surrogate" in refused(capsys, "corpus", "remove", corpus, "\udcff")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["extract", "--nothing"],
        ["check", "-f", "pdf"],
        ["explain", "one"],
        ["corpus", "build"],
        ["extract", "--max-mb", "0"],
        ["extract", "--max-mb", "99999999999"],
        ["corpus", "search", "x.ccdb", "خبر", "--limit", "9" * 30],
    ],
)
def test_bad_usage(arguments, capsys):
    """Usage errors are one line too."""
    refused(capsys, *arguments)


def test_help_has_examples(capsys):
    """Every command's help shows an example."""
    for command in (
        ["extract"],
        ["check"],
        ["explain"],
        *(["corpus", c] for c in ("build", "add", "remove", "info", "search", "reindex")),
    ):
        assert run([*command, "--help"]) == 0
        assert "Example: claimcheck" in capsys.readouterr().out


def test_version(capsys):
    """--version prints the version of the package."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"claimcheck {claimcheck.__version__}\n"


def test_control_characters_stay_out_of_error_lines(capsys):
    """A file name with an escape sequence cannot reach the terminal."""
    error = refused(capsys, "extract", "a\x1b[31mb\nc")
    assert "\x1b" not in error


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "{bad}"],
        ["extract", "{article}", "--output", "{bad}"],
        ["check", "{article}", "--corpus", "{bad}"],
        ["corpus", "build", "{bad}", "{article}"],
        ["corpus", "build", "{new}", "{bad}"],
        ["corpus", "build", "{article}/new.ccdb", "{article}"],
    ],
)
@pytest.mark.parametrize("kind", ["long", "loop"])
def test_paths_that_the_system_refuses(arguments, kind, article, tmp_path, capsys):
    """A name too long, a link to itself, a folder that is a file: one line, and nothing is written."""
    bad = tmp_path / ("x" * 5000 if kind == "long" else "loop")
    if kind == "loop":
        bad.symlink_to(bad)
    before = sorted(path.name for path in tmp_path.iterdir())
    refused(capsys, *(a.format(bad=bad, article=article, new=tmp_path / "new.ccdb") for a in arguments))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


# As a process


def process(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments], capture_output=True, timeout=60, check=False, **options
    )


def test_as_a_process(article, tmp_path):
    """`python -m claimcheck` gives the statuses to the shell, UTF-8 in any locale, and no traceback."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    done = process("extract", article, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "أحمد حسن" in done.stdout.decode()
    refused = process("extract", str(tmp_path), env=environment)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.count(b"\n") == 1


def test_closed_pipe_is_no_traceback(article):
    """A reader that goes away early (| head) ends the program quietly."""
    command = f"'{sys.executable}' -m claimcheck extract '{article}' -f json | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="no device that is full")
@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
@pytest.mark.parametrize("command", ["extract '{article}' -f json", "--version"])
def test_standard_output_that_cannot_be_written(article, redirection, command):
    """A full disk or a closed standard output is told in one line."""
    line = f"'{sys.executable}' -m claimcheck {command.format(article=article)} {redirection}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"standard output" in done.stderr


def test_other_closed_streams(article):
    """A closed standard input is told in one line; a closed standard error changes nothing but that line."""
    for redirection, expected in (("<&-", b"claimcheck: standard input is closed\n"), ("2>&- </dev/null", b"")):
        line = f"'{sys.executable}' -m claimcheck extract {redirection}"
        done = subprocess.run(["sh", "-c", line], capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (2, b"", expected)


def test_missing_extra_is_explained():
    """Without typer the program says what to install."""
    code = "import sys; sys.modules['typer'] = None; from claimcheck.cli import run; sys.exit(run(['extract']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert b"pip install 'claimcheck-ar[cli]'" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_cold_start(article, tmp_path):
    """From a cold start a short text is read in half a second of processor time, once its modules are compiled.

    A busy machine shares its caches, and is given twice the time.
    """
    limit = 0.5 if os.getloadavg()[0] < (os.cpu_count() or 1) / 2 else 1.0
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "compiled")
    spent = []
    for _ in range(8):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert process("extract", article, env=environment).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if spent[-1] < limit:
            return
    pytest.fail(f"the fastest start took {min(spent):.2f} s")


def test_check_documents_of_a_file(corpus, tmp_path, capsys):
    """Each document of a .jsonl file is checked, with its date, by any number of workers; its own id is no evidence."""
    path = tmp_path / "drafts.jsonl"
    drafts = [
        {"id": "a", "published": "2022-11-01", "text": ARTICLE},
        {"id": "d1", "published": "2022-11-01", "text": ARTICLE},
    ]
    path.write_text("".join(json.dumps(draft) + "\n" for draft in drafts), encoding="utf-8")
    outputs = []
    for workers in ("1", "2"):
        assert run(["check", str(path), "--corpus", corpus, "-f", "json", "--workers", workers]) == 1
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    first, own = json.loads(outputs[0])
    assert (first["file"], own["file"]) == (f"{path}#a", f"{path}#d1")
    assert first["findings"]
    assert not own["findings"]


def test_files_of_documents_are_checked_too(tmp_path, capsys):
    """A .jsonl file that is empty, missing, too large or no JSON is refused like a text."""
    path = tmp_path / "drafts.jsonl"
    path.write_text("", encoding="utf-8")
    assert "empty" in refused(capsys, "check", str(path))
    path.write_text("{", encoding="utf-8")
    assert "drafts.jsonl" in refused(capsys, "check", str(path))
    path.write_text(json.dumps({"id": "a", "text": "خبر " * 200_000}), encoding="utf-8")
    assert "at most 1,000,000" in refused(capsys, "check", str(path), "--max-mb", "1")
    assert "missing.jsonl" in refused(capsys, "check", str(tmp_path / "missing.jsonl"))


def test_size_limit_holds_for_corpora(tmp_path, article, capsys):
    """A document over the limit is refused by `corpus build` too, and no corpus is left; the limit is a setting."""
    big = tmp_path / "big.txt"
    big.write_text("خبر " * 200_000, encoding="utf-8")
    path = tmp_path / "new.ccdb"
    assert "big" in refused(capsys, "corpus", "build", str(path), str(big), "--max-mb", "1")
    assert not path.exists()
    assert run(["corpus", "build", str(path), str(big), "--max-mb", "2", "--quiet"]) == 0


def test_a_larger_limit_holds_for_lines_of_documents(tmp_path, capsys):
    """``--max-mb`` above the default lets a larger document of a .jsonl file through, to check and into a corpus."""
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "خبر" + " " * 10_500_000 + "عاجل"}), encoding="utf-8")
    assert "at most 10,000,000" in refused(capsys, "check", str(path))
    assert run(["check", str(path), "--max-mb", "20"]) == 0
    assert run(["corpus", "build", str(tmp_path / "new.ccdb"), str(path), "--max-mb", "20", "--quiet"]) == 0


def test_progress_bar_is_for_terminals(monkeypatch):
    """On a terminal a bar is drawn on standard error; in a pipe, for one item, or when quiet there is none."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    drawn = {}
    for name, stream, options in (
        ("terminal", Terminal(), {"total": 2}),
        ("pipe", io.StringIO(), {"total": 2}),
        ("one", Terminal(), {"total": 1}),
        ("quiet", Terminal(), {"total": 2, "quiet": True}),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(tracked(iter("ab"), "checking", **options)) == ["a", "b"]
        drawn[name] = stream.getvalue()
    assert "checking" in drawn["terminal"]
    assert drawn["pipe"] == drawn["one"] == drawn["quiet"] == ""


@pytest.mark.parametrize("others", [0, 1, 5])
def test_a_tiny_corpus_can_refute(article, tmp_path, others):
    """A newcomer's corpus of one document, or of a few, contradicts as a large one does."""
    path = str(tmp_path / "tiny.ccdb")
    texts = [REFERENCE, *(f"افتتح الرئيس جسراً طوله {n + 2} كيلومترات على النهر." for n in range(others))]
    with claimcheck.Corpus.open(path) as corpus:
        corpus.add([claimcheck.Document(text=text, published="2022-11-01") for text in texts])
    assert run(["check", article, "--corpus", path, "--published", "2022-11-01"]) == 1
