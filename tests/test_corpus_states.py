"""Any order of adding, replacing, removing, reopening and reindexing equals building the corpus afresh."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claimcheck import Corpus, Document

PARTS = [
    "قتل 15 شخصاً في انفجار في المرفأ.",
    "وقال الوزير إن الحريق بدأ في مستودع.",
    "فاز الفريق الأحمر بثلاثة أهداف.",
    "ارتفع السعر إلى 20 دولاراً في 3 مارس 2021.",
    "عنوان بلا فعل",
]
texts = st.lists(st.sampled_from(PARTS), max_size=3).map(" ".join)
documents = st.builds(
    Document,
    id=st.sampled_from("abcdef"),
    text=texts,
    title=st.none() | st.sampled_from(PARTS),
    source=st.sampled_from("xy"),
)
QUERIES = ["انفجار المرفأ", "سعر 20 دولاراً", "الفريق الأحمر والوزير"]


def answers(corpus: Corpus) -> list[object]:
    """Return what can be seen of a corpus from outside; equal scores in the order of the ids."""
    found = [
        sorted(
            (-e.score, str(e.document and e.document.id), str(e.span), str(e.text)) for e in corpus.search(q, limit=50)
        )
        for q in QUERIES
    ]
    held = {str(d.id): corpus.get(str(d.id)) for d in corpus.documents()}
    return [corpus.claim_count, corpus.document_count, held, found]


class CorpusMachine(RuleBasedStateMachine):
    """A corpus file beside a plain dictionary of what should be in it."""

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "c.ccdb"
        self.corpus = Corpus.open(self.path)
        self.model: dict[str, Document] = {}

    @rule(batch=st.lists(documents, max_size=4))
    def add(self, batch: list[Document]) -> None:
        assert self.corpus.add(batch) == len(batch)
        self.model.update({str(d.id): d for d in batch})

    @rule(ids=st.lists(st.sampled_from("abcdefz"), max_size=3))
    def remove(self, ids: list[str]) -> None:
        assert self.corpus.remove(ids) == len(set(ids) & self.model.keys())
        for identifier in ids:
            self.model.pop(identifier, None)

    @rule(batch=st.lists(documents, max_size=2))
    def fail(self, batch: list[Document]) -> None:
        """A call that is refused leaves no trace."""
        try:
            self.corpus.add([*batch, Document(id="bad", text="\ud800")])
        except ValueError:
            return
        raise AssertionError("a lone surrogate was stored")

    @rule()
    def reopen(self) -> None:
        self.corpus.close()
        self.corpus = Corpus.open(self.path)

    @rule()
    def reindex(self) -> None:
        self.corpus.reindex()

    @rule()
    def compact(self) -> None:
        self.corpus.compact()

    @invariant()
    def sound(self) -> None:
        assert self.corpus.document_count == len(self.model)

    def teardown(self) -> None:
        if not hasattr(self, "corpus"):
            return
        assert self.corpus.verify_integrity() == []
        with Corpus.open(":memory:") as fresh:
            fresh.add(self.model.values())
            assert answers(self.corpus) == answers(fresh)
        self.corpus.close()
        self.folder.cleanup()


TestCorpus = CorpusMachine.TestCase
TestCorpus.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
