"""The file of the reader's marks: opened, put aside when it is damaged, done without when it must be."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from tui.library.core.private_folder import make_file, make_private
from tui.library.core.sqlite_connection import made_ready
from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.core.text_cleaning import clean_line
from tui.model.problem import Problem

_SCHEMA = """
CREATE TABLE IF NOT EXISTS identity (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (
  article TEXT PRIMARY KEY,
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mark_by_revision ON mark(revision);
CREATE TABLE IF NOT EXISTS place (
  library TEXT PRIMARY KEY, article TEXT NOT NULL, span_start INTEGER, span_end INTEGER, offset INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS look (library TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
"""
_ADDED = (
    "tags TEXT NOT NULL DEFAULT ''",
    "note TEXT NOT NULL DEFAULT ''",
    "inherited INTEGER NOT NULL DEFAULT 0",
)
"""Columns of `mark` that a file of the first days does not have. `inherited` is the revision of the mark
under the article's former id up to which this one has taken over what that says."""
_FEW = """
CREATE INDEX IF NOT EXISTS mark_starred ON mark(article) WHERE starred;
CREATE INDEX IF NOT EXISTS mark_tagged ON mark(article) WHERE tags <> '';
CREATE INDEX IF NOT EXISTS mark_noted ON mark(article) WHERE note <> '';
"""
_BUSY_SECONDS = 2.0

Opened = tuple[sqlite3.Connection, Problem | None]
"""A connection, and what keeps the marks from being kept, if anything does."""


def opened(path: Path) -> Opened:
    """The marks of that file, made if it is not there."""
    try:
        make_private(path.parent)
        return _connected(str(path)), None
    except (OSError, *DAMAGING) as error:
        return begun_anew(path) if is_damage(error) else in_memory(path, None, error)


def instead(path: Path, source: sqlite3.Connection, error: Exception) -> Opened:
    """What takes the place of a connection that has failed; it is closed."""
    if not is_damage(error):
        return in_memory(path, source, error)
    source.close()
    return begun_anew(path)


def in_memory(path: Path, source: sqlite3.Connection | None, error: Exception) -> Opened:
    """The marks of `source` without a file: reading goes on where nothing can be written."""
    words = f"What you read and star cannot be saved: {clean_line(str(error))}."
    connection = _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    if source is not None:  # not by backup(): it waits for ever on a file that another has locked
        _salvage(source, connection)
        source.close()
    return connection, Problem(str(path), words, "It is remembered until you leave.")


def begun_anew(path: Path) -> Opened:
    """Keep a damaged file under another name and begin a new one with all that can be read of it."""
    kept = path.with_name(f"{path.name}.damaged-{os.urandom(4).hex()}")
    words = "The file of what you read and starred is damaged."
    remedy = f"It was kept as {kept.name}; what could be read of it is in a new one."
    try:
        path.rename(kept)
        for suffix in ("-wal", "-shm"):  # what belongs to the old file must not be taken for the new one's
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(f"{kept}{suffix}")
        connection = _connected(str(path))
    except (OSError, *DAMAGING) as error:
        return in_memory(path, None, error)
    with suppress(*DAMAGING), closing(_read_only(kept)) as source:
        _salvage(source, connection)
    return connection, Problem(str(path), words, remedy)


def _connected(path: str) -> sqlite3.Connection:
    make_file(Path(path))
    connected = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    with made_ready(connected) as connection:
        # one write to the disk a change, where others take three, and it is there before the call returns
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return _prepared(connection)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.executescript(_SCHEMA)
    columns = _columns(connection, "mark")
    for column in _ADDED:
        if column.partition(" ")[0] not in columns:
            with suppress(sqlite3.OperationalError):  # another program has just done it
                connection.execute(f"ALTER TABLE mark ADD COLUMN {column}")
    connection.executescript(_FEW)
    if connection.execute("SELECT count(*) FROM identity").fetchone() == (0,):
        connection.execute("INSERT INTO identity VALUES (?)", (os.urandom(16).hex(),))
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", timeout=_BUSY_SECONDS, uri=True)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def _salvage(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy every row that can be read: from one end to the first damage, and from the other end."""
    source.text_factory = partial(str, encoding="utf-8", errors="replace")
    for table, key in (("mark", "article"), ("place", "library"), ("look", "library")):
        for sense in ("ASC", "DESC"):
            try:
                there = _columns(source, table)  # an old file has fewer
                columns = ", ".join(name for name in _columns(target, table) if name in there)
                marks = ", ".join("?" * (columns.count(",") + 1))
                for row in source.execute(f"SELECT {columns} FROM {table} ORDER BY {key} {sense}"):
                    target.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)
                break
            except DAMAGING:
                continue
