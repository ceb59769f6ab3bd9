"""Crashes and company: a writer that is killed at any moment, readers and writers in other processes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from claimcheck import Corpus, Document

KILLS = int(os.environ.get("CLAIMCHECK_KILLS", "3"))

WRITER = """
import sys
from claimcheck import Corpus, Document
documents = [
    Document(id=str(i), text=f"قتل {i} شخصاً في انفجار رقم {i} في المرفأ. وأصيب {i} آخرون بجروح.") for i in range(300)
]
with Corpus.open(sys.argv[1]) as corpus:
    print("ready", flush=True)
    for _ in corpus.add_in_batches(documents, size=10):
        pass
print("done", flush=True)
"""


def _start(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)


def test_killed_writer_leaves_whole_batches_and_can_be_run_again(tmp_path: Path) -> None:
    """After kill -9 the file is sound and holds whole batches; running again ends as an undisturbed run does."""
    chance = random.Random(3)
    path = tmp_path / "killed.ccdb"
    for _ in range(KILLS):
        process = _start(path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with Corpus.open(path) as corpus:
            assert corpus.verify_integrity() == []
            assert corpus.document_count % 10 == 0
    for target in (path, tmp_path / "calm.ccdb"):
        process = _start(target)
        assert "done" in process.communicate()[0]
    with Corpus.open(path, mode="r") as killed, Corpus.open(tmp_path / "calm.ccdb", mode="r") as calm:
        assert list(killed.documents()) == list(calm.documents())
        assert killed.claim_count == calm.claim_count
        assert killed.search("انفجار رقم 17") == calm.search("انفجار رقم 17")


def test_reader_beside_a_writing_process_sees_whole_batches(tmp_path: Path) -> None:
    """While another process writes, each look shows a whole number of batches and never fewer than before."""
    path = tmp_path / "c.ccdb"
    Corpus.open(path).close()
    process = _start(path)
    seen = [0]
    with Corpus.open(path, mode="r") as reader:
        while process.poll() is None:
            seen.append(reader.document_count)
            assert len(reader.search("انفجار في المرفأ", limit=5)) == 5 or seen[-1] < 10
        process.communicate()
        assert reader.document_count == 300
    assert all(count % 10 == 0 for count in seen)
    assert seen == sorted(seen)


def test_second_writer_waits_its_turn(tmp_path: Path) -> None:
    """Two writing processes interleave their batches and lose nothing."""
    path = tmp_path / "c.ccdb"
    process = _start(path)
    assert process.stdout is not None
    process.stdout.readline()
    with Corpus.open(path) as corpus:
        for number in range(5):
            corpus.add([Document(id=f"own{number}", text="فاز الفريق الأحمر.")])
        process.communicate()
        assert corpus.document_count == 305
        assert corpus.verify_integrity() == []
