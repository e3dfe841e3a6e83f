"""A connection to SQLite that is not left open when it cannot be made ready."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def made_ready(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The connection while it is made ready; closed if that raises."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise
