"""The tables of an index, and the orders of its list."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.listing import Order

TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE file (
  key INTEGER PRIMARY KEY,
  root INTEGER NOT NULL, path BLOB NOT NULL,       -- which of the library's paths, and the bytes below it
  part INTEGER NOT NULL,                           -- which piece of a large file, from 0, which stands for it
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, -- of the file; -1 in part 0 until all are kept
  content BLOB,                                    -- hash of the bytes; NULL where they could not be read
  UNIQUE (root, path, part)
);
CREATE INDEX file_by_content ON file(content);
CREATE TABLE problem (
  file INTEGER,                                    -- NULL: found by the walk, for what is no readable file
  path TEXT NOT NULL, words TEXT NOT NULL, remedy TEXT NOT NULL, read INTEGER NOT NULL,
  aside INTEGER NOT NULL
);
CREATE INDEX problem_by_file ON problem(file);
CREATE TABLE holding (
  file INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (file, article)
) WITHOUT ROWID;
CREATE INDEX holding_by_article ON holding(article);
CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  former TEXT NOT NULL, wording INTEGER NOT NULL,  -- the id of headline and text alone; a number for the text
  file INTEGER NOT NULL,
  title TEXT NOT NULL, titled INTEGER NOT NULL, publication TEXT, published TEXT,
  guessed INTEGER NOT NULL,                        -- which facts are: `cutting_codec.pack_guessed`
  minutes INTEGER NOT NULL, quotations INTEGER NOT NULL,
  read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
  age INTEGER NOT NULL,                            -- minus the day's number; 0 for undated: after all others
  late INTEGER NOT NULL,                           -- the day's number; for undated above all others
  heading TEXT NOT NULL, outlet TEXT NOT NULL,     -- as they are ordered
  fewness INTEGER NOT NULL,                        -- minus the number of quotations
  name TEXT NOT NULL,                              -- of the file, as it is ordered
  provenance INTEGER NOT NULL
);
CREATE INDEX article_by_former ON article(former);
CREATE INDEX article_by_wording ON article(wording);
CREATE TABLE provenance (                          -- where facts of articles come from, as JSON, each once
  key INTEGER PRIMARY KEY, findings TEXT NOT NULL UNIQUE
);
CREATE TABLE cutting (article INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE called (                              -- the names that articles give, each once
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL, kind INTEGER NOT NULL,       -- the place in KINDS
  block INTEGER NOT NULL,                          -- the number of what names have in common that may be one
  variants TEXT,                                   -- all other names of who is best known by this one, each
  UNIQUE (name, kind)                              -- behind a newline; NULL where nobody is
);
CREATE INDEX called_by_block ON called(block);
CREATE TABLE named (
  article INTEGER NOT NULL, called INTEGER NOT NULL, known INTEGER NOT NULL,
  quotations INTEGER NOT NULL, mentions INTEGER NOT NULL,
  about TEXT NOT NULL,                             -- aliases, roles, titled: `cutting_codec.pack_about`
  PRIMARY KEY (article, called)
) WITHOUT ROWID;
CREATE INDEX named_by_known ON named(known);
CREATE TABLE alike (known INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (known, other)) WITHOUT ROWID;
CREATE TABLE unsettled (                           -- whole: an article was forgotten
  block INTEGER PRIMARY KEY, whole INTEGER NOT NULL
);
CREATE TABLE unsearched (                          -- quick search does not know these as they are now
  article INTEGER PRIMARY KEY, revision INTEGER NOT NULL
);
"""

KINDS = ("person", "organisation", "place", "group", "unnamed")
"""The kinds of names, by the numbers that the index keeps."""

_KIND = " ".join(f"WHEN {number} THEN '{kind}'" for number, kind in enumerate(KINDS))
KNOWN = f"""
CREATE VIEW known AS                               -- persons, bodies and places of the library under one name
  SELECT key, name, CASE kind {_KIND} END AS kind, block, name || variants AS variants
  FROM called WHERE variants IS NOT NULL;
"""

_COUNTED = {
    "articles": ("article", "1"),
    "quotations": ("article", "{row}.quotations"),
    "people": ("called", f"({{row}}.kind = {KINDS.index('person')} AND {{row}}.variants IS NOT NULL)"),
}
"""The table of each fact, and how much each of its rows counts."""


def _counting(name: str, table: str, worth: str) -> str:
    more, less = worth.format(row="new"), worth.format(row="old")
    change = f"UPDATE fact SET value = value + {{}} WHERE name = '{name}'; END;"
    return f"""
INSERT INTO fact VALUES ('{name}', 0);
CREATE TRIGGER more_{name} AFTER INSERT ON {table} WHEN {more} BEGIN {change.format(more)}
CREATE TRIGGER fewer_{name} AFTER DELETE ON {table} WHEN {less} BEGIN {change.format(f"-{less}")}
CREATE TRIGGER other_{name} AFTER UPDATE ON {table} WHEN {more} <> {less}
  BEGIN {change.format(f"{more} - {less}")}
"""


COUNTS = "\n".join(_counting(name, *counted) for name, counted in _COUNTED.items())
"""How much there is, kept as it changes: counting a hundred thousand rows would delay the first screen."""

ORDERED: Mapping[Order, str] = {
    Order.NEWEST: "age, name, key",
    Order.OLDEST: "late, name, key",
    Order.HEADLINE: "heading, name, key",
    Order.PUBLICATION: "outlet, age, name, key",
    Order.QUOTATIONS: "fewness, age, name, key",
    Order.UNREAD: "read, age, name, key",
}
"""The columns, all ascending, that each order goes by; each has an index of its own."""

INDEXES = "\n".join(
    f"CREATE INDEX article_{order.name.lower()} ON article({columns});" for order, columns in ORDERED.items()
)

LAST_OF_ALL = "\U0010ffff"
"""Sorts after every name: articles whose publication is not known."""
