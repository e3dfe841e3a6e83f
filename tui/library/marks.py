"""The reader's own marks: what was read, what is starred, where reading stopped.

They cannot be made again, so they lie apart from every index: one SQLite file for the program, each
change on the disk before the call returns, never half written. They are keyed by the article's id, which
is made from its content, and so outlive renamed files and rebuilt indexes.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from tui.model.article import ArticleId
from tui.model.problem import Problem
from tui.model.span import Span
from tui.model.trail import Place

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
"""
_SET_READ = """
INSERT INTO mark (article, read, revision)
VALUES (?1, ?2, (SELECT coalesce(max(revision), 0) + 1 FROM mark))
ON CONFLICT (article) DO UPDATE SET read = excluded.read, revision = excluded.revision
"""
_SET_STARRED = """
INSERT INTO mark (article, starred, revision)
VALUES (?1, ?2, (SELECT coalesce(max(revision), 0) + 1 FROM mark))
ON CONFLICT (article) DO UPDATE SET starred = excluded.starred, revision = excluded.revision
"""
_BUSY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reader has marked an article with."""

    article: ArticleId
    read: bool
    starred: bool


class Marks:
    """The marks of one reader, in one file. Safe from any thread.

    When the file cannot be used, reading goes on: the marks are held in memory and `problem` says so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: Problem | None = None
        self._lock = RLock()
        self._connection = self._opened()
        (self.identity,) = self._connection.execute("SELECT name FROM identity").fetchone()

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        self._change(_SET_READ, (article, read))

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        self._change(_SET_STARRED, (article, starred))

    def mark(self, article: ArticleId) -> Mark:
        """What the article is marked with."""
        with self._lock:
            row = self._connection.execute(
                "SELECT read, starred FROM mark WHERE article = ?", (article,)
            ).fetchone()
        return Mark(article, bool(row and row[0]), bool(row and row[1]))

    def revision(self) -> int:
        """A number that grows with every mark that is set."""
        with self._lock:
            (newest,) = self._connection.execute("SELECT coalesce(max(revision), 0) FROM mark").fetchone()
        return int(newest)

    def since(self, revision: int) -> list[Mark]:
        """The marks that were set after `revision`, the oldest change first."""
        with self._lock:
            changed = self._connection.execute(
                "SELECT article, read, starred FROM mark WHERE revision > ? ORDER BY revision", (revision,)
            ).fetchall()
        return [Mark(ArticleId(article), bool(read), bool(starred)) for article, read, starred in changed]

    def place(self, library: str) -> Place | None:
        """Where reading stopped in that library."""
        with self._lock:
            row = self._connection.execute(
                "SELECT article, span_start, span_end, offset FROM place WHERE library = ?", (library,)
            ).fetchone()
        if row is None:
            return None
        article, start, end, offset = row
        return Place(ArticleId(article), None if start is None else Span(start, end), offset)

    def set_place(self, library: str, place: Place) -> None:
        """Remember durably where reading stopped."""
        start, end = place.span or (None, None)
        self._change(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)",
            (library, place.article, start, end, place.offset),
        )

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        with self._lock:
            self._connection.close()

    def _change(self, statement: str, values: tuple[Any, ...]) -> None:
        """One statement is one transaction: it is on the disk when this returns."""
        with self._lock:
            try:
                self._connection.execute(statement, values)
            except sqlite3.Error as error:
                self._connection = self._in_memory(self._connection, error)
                self._connection.execute(statement, values)

    def _opened(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _connected(str(self.path))
        except (sqlite3.OperationalError, OSError) as error:
            return self._in_memory(None, error)
        except sqlite3.DatabaseError as error:
            return self._put_aside(error)

    def _put_aside(self, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        """Keep a damaged file under another name, for it may be mended by hand, and begin a new one."""
        kept = self.path.with_name(f"{self.path.name}.damaged-{os.urandom(4).hex()}")
        words = "The file of what you read and starred is damaged."
        self.problem = Problem(str(self.path), words, f"It was kept as {kept.name}; a new one was begun.")
        try:
            self.path.rename(kept)
            for suffix in (
                "-wal",
                "-shm",
            ):  # what belongs to the old file must not be taken for the new one's
                with suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + suffix).rename(f"{kept}{suffix}")
            return _connected(str(self.path))
        except (sqlite3.Error, OSError):
            return self._in_memory(None, error)

    def _in_memory(self, source: sqlite3.Connection | None, error: Exception) -> sqlite3.Connection:
        words = f"What you read and star cannot be saved: {error}."
        self.problem = Problem(str(self.path), words, "It is remembered until you leave.")
        connection = _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
        if source is not None:
            with suppress(sqlite3.Error):  # not backup(): it waits for ever on a file that another has locked
                for table in ("mark", "place"):
                    _copy(table, source, connection)
            source.close()
        return connection


def _connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, _BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")  # one write to the disk a change, where others take three
    connection.execute("PRAGMA synchronous = FULL")  # and it is there before the call returns
    return _prepared(connection)


def _copy(table: str, source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    rows = source.execute(f"SELECT * FROM {table}").fetchall()
    if rows:
        target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.executescript(_SCHEMA)
    if connection.execute("SELECT count(*) FROM identity").fetchone() == (0,):
        connection.execute("INSERT INTO identity VALUES (?)", (os.urandom(16).hex(),))
    return connection
