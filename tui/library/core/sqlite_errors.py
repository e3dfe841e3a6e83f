"""What SQLite raises: for a damaged file, a full disk or a busy file, or for a value that it cannot hold."""

from __future__ import annotations

import sqlite3

DAMAGING = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What an unsound file may raise: SQLite quotes names from it, and they need be no text any more."""
_OF_A_VALUE = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.DataError, sqlite3.IntegrityError)
_SIGNS = ("malformed", "not a database", "no such table", "no such column", "could not decode")


def is_damage(error: BaseException) -> bool:
    """Whether the error means that the file itself is unsound."""
    words = str(error).lower()
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.Error) and any(sign in words for sign in _SIGNS)
    )


def is_of_the_disk(error: BaseException) -> bool:
    """Whether the error is one of the disk or of the file, and not of a value that was to be written."""
    return isinstance(error, (OSError, *DAMAGING)) and not isinstance(error, _OF_A_VALUE)
