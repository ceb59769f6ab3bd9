"""Reference corpora: one SQLite file of documents, their claims and the index by which they are found.

``store`` is the corpus itself; ``schema`` its tables, ``connection`` opening it, ``records`` and ``codec`` what is
written, ``writer`` writing, ``reader`` reading back, ``terms`` and ``query`` what things are found by, ``retrieval``
finding, ``ingest`` and ``figures`` files of documents and of figures.
"""

from claimcheck.corpus.candidates import Candidate
from claimcheck.corpus.store import Corpus, OutdatedCorpusWarning

__all__ = ["Candidate", "Corpus", "OutdatedCorpusWarning"]
