"""What quick search does not know yet: articles that have changed, noted with the revision of the index.

Whoever has an engine of an earlier revision brings it up with the articles noted since (`engines`); once
the file beside the index knows them, the notes are thrown away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tui.library.index.database import Index

SMALL = 2_000
"""Quotations for which an engine is made in a moment; for more it is kept in a file by the update."""
FEW = 100
"""Changed articles that each who reads the file brings up for itself: it need not be written again."""
FORGOTTEN = "unsearched before"
"""The fact of an index up to which revision its notes were thrown away."""

_NOTE = "INSERT OR REPLACE INTO unsearched VALUES (?, (SELECT value FROM fact WHERE name = 'revision'))"


def note(connection: sqlite3.Connection, article: int) -> None:
    """The quotations of the article are others by the revision that the index has now."""
    connection.execute(_NOTE, (article,))


def note_renamed(connection: sqlite3.Connection, known: int) -> None:
    """The names under which one who is known may be looked for are others now."""
    asked = "SELECT article FROM named WHERE known = ? AND quotations > 0"
    connection.executemany(_NOTE, connection.execute(asked, (known,)).fetchall())


def are_found_otherwise(before: Iterable[str], now: Iterable[str]) -> bool:
    """Whether names like these are found by other words."""
    return _words(before) != _words(now)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in name.casefold().split()}


def is_behind(index: Index) -> bool:
    """Whether the file that quick search of a large index needs is not there, or is far behind."""
    if index.fact("quotations", 0) <= SMALL:
        return False
    waiting = index.ask("SELECT count(*) FROM unsearched")[0][0]
    return waiting > FEW or not file_of(index.file).exists()


def file_of(index: Path) -> Path:
    """Where the engine of quick search is kept beside that index."""
    return index.with_suffix(".said")
