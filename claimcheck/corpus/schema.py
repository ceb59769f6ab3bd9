"""The tables of a corpus file, and the numbers by which it is recognised.

A *passage* is what retrieval finds: a sentence of a document with the terms of everything read in it, a title, or a row
of a table of figures. A *claim* row repeats the typed fields of one claim for people who query the file with SQL; the
claims themselves are kept whole, packed, beside their document.
"""

APPLICATION_ID = 0x636C_6D63  # "clmc", in the header of every corpus file
SCHEMA_VERSION = 1

# Text that a document may have at most, in bytes of UTF-8; a setting of ``Corpus.open``.
MAX_TEXT = 10_000_000

# `detail=none` keeps row ids alone and `columnsize=0` no lengths: the index is 33 bytes a sentence. The tokenizer
# splits at blanks only, because terms are escaped to letters, digits and ``: = .`` before they are stored.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT,
    url TEXT,
    title TEXT,
    published TEXT,             -- ISO 8601 day
    text TEXT NOT NULL,         -- empty for a row of a table of figures
    origin TEXT NOT NULL,       -- text; values: kept when texts are read again; true, false, open: rating of a review
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    extraction BLOB NOT NULL    -- packed, see claimcheck.corpus.codec
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,  -- documents.row
    start INTEGER,              -- [start, stop) in the text; null for a title and for figures
    stop INTEGER,
    claims TEXT NOT NULL,       -- positions of its claims, separated by blanks
    size INTEGER NOT NULL,      -- number of its terms
    terms TEXT NOT NULL
);
CREATE TABLE claims (
    document INTEGER NOT NULL,
    position INTEGER NOT NULL,
    predicate TEXT,
    polarity TEXT NOT NULL,
    speaker TEXT,
    unit TEXT,                  -- of its first figure
    value TEXT,                 -- exact: an integer, a decimal or a fraction
    magnitude INTEGER,          -- number of digits before the point
    begin TEXT,                 -- days [begin, end) of its first time
    end TEXT,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE terms (term TEXT PRIMARY KEY, df INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE passages_index USING fts5(
    terms, content='passages', content_rowid='row', detail=none, columnsize=0, tokenize="ascii tokenchars ':=.'"
);
"""
