"""What SQLite raises for a file that is damaged, as against a disk that is full or a file that is busy."""

from __future__ import annotations

import sqlite3

DAMAGING = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What an unsound file may raise: SQLite quotes names from it, and they need be no text any more."""
_SIGNS = ("malformed", "not a database", "no such table", "no such column", "could not decode")


def is_damage(error: BaseException) -> bool:
    """Whether the error means that the file itself is unsound."""
    words = str(error).lower()
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.Error) and any(sign in words for sign in _SIGNS)
    )
