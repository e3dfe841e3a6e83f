"""The words by which the list finds an article: headline, publication, who is quoted and who is named in it.

The text of the articles is left out, for a list is not a search: these words take a fiftieth of its room.
They are kept folded in a full-text table of SQLite that holds no text. What is taken out of such a table has
to be told in the very words that were put in: they are made from the other tables, before those change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

SCHEMA = """CREATE VIRTUAL TABLE listed USING fts5(
  headline, publication, speakers, names,
  content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0')"""
_FACTS = "SELECT title, publication FROM article WHERE key = ?"
_NAMED = """SELECT c.name, n.quotations > 0 FROM named n JOIN called c ON c.key = n.called
WHERE n.article = ?"""
_ADD = "INSERT INTO listed (rowid, headline, publication, speakers, names) VALUES (?, ?, ?, ?, ?)"
_REMOVE = """INSERT INTO listed (listed, rowid, headline, publication, speakers, names)
VALUES ('delete', ?, ?, ?, ?, ?)"""


def create(connection: sqlite3.Connection) -> None:
    """Make the table in an index that does not have it."""
    connection.execute(SCHEMA)


def add(
    connection: sqlite3.Connection,
    key: int,
    title: str,
    publication: str | None,
    named: Iterable[tuple[str, bool]],
) -> None:
    """Take in the words of an article: as the index has its facts, and its names with who is quoted."""
    connection.execute(_ADD, (key, *_words(title, publication, named)))


def remove(connection: sqlite3.Connection, key: int) -> None:
    """Forget the words of an article, before its names or itself are taken out of the index."""
    title, publication = connection.execute(_FACTS, (key,)).fetchone()
    named = connection.execute(_NAMED, (key,))
    connection.execute(_REMOVE, (key, *_words(title, publication, named)))


def _words(title: str, publication: str | None, named: Iterable[tuple[str, bool]]) -> list[str]:
    """The words of each column. The names stand in an order of their own, from wherever they come."""
    ordered = sorted(named)
    speakers = " ".join(name for name, quoted in ordered if quoted)
    names = " ".join(name for name, quoted in ordered if not quoted)
    return [_folded(words) for words in (title, publication or "", speakers, names)]


def _folded(words: str) -> str:
    from tui.search.normalisation import folded_words  # not before there is something to index or to look for

    return " ".join(folded_words(words))


def prefix_query(word: str, columns: str = "") -> str:
    """What finds the articles with words that begin like the words given, each of them; "" for none."""
    return _all(f'{columns}"{folded}"*' for folded in _folded(word).split())


def phrase_query(words: str) -> str:
    """What finds the articles with these words, one after the other; "" for none."""
    folded = _folded(words)
    return f'"{folded}"' if folded else ""


def _all(wanted: Iterable[str]) -> str:
    return " AND ".join(wanted)
