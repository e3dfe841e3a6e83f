"""What is remembered from run to run of where the reader has been: a small SQLite file in the data directory.

It makes reading comfortable and is no treasure: when it is damaged a new one is begun.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from tui.library.core.private_folder import make_file, make_private
from tui.library.core.sqlite_connection import made_ready
from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.model.article import ArticleId
from tui.model.span import Span
from tui.model.trail import PageKind, PageState, Place, Trail

if TYPE_CHECKING:
    from tui.model.trail import Visit

MOST = 200
"""Visits kept of each library."""
STEPS = 100
"""Steps back and forward that are kept."""
_BUSY_SECONDS = 1.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS visit (
  key INTEGER PRIMARY KEY, library TEXT NOT NULL, at TEXT NOT NULL,
  spot TEXT NOT NULL,                              -- article and leaf: which visit a place is one of
  place TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS visit_by_library ON visit(library);
CREATE TABLE IF NOT EXISTS trail (library TEXT PRIMARY KEY, steps TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_LEFT = """
UPDATE visit SET place = :place
WHERE key = (SELECT max(key) FROM visit WHERE library = :library AND spot = :spot)
"""
_AGAIN = """
DELETE FROM visit
WHERE key = (SELECT max(key) FROM visit WHERE library = :library) AND spot = :spot AND words = :words
"""
_VISITED = "INSERT INTO visit (library, at, spot, place, title, words) VALUES (?, ?, ?, ?, ?, ?)"
_FORGOTTEN = """
DELETE FROM visit WHERE library = :library
  AND key NOT IN (SELECT key FROM visit WHERE library = :library ORDER BY key DESC LIMIT :most)
"""


class HistoryDb:
    """The visits, the trail and the small habits of one reader. Safe from any thread.

    Where the file cannot be used they are remembered until the program ends. It is opened when it is first
    asked; whoever asks once it is closed, a job that the end overtook, finds nothing.
    """

    def __init__(self, path: Path) -> None:
        self._lock = RLock()
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._closed = False

    def visits(self, library: str) -> Sequence[Visit]:
        """Where the reader has been in that library, the latest first."""
        rows = self._ask(
            "SELECT place, at, title, words FROM visit WHERE library = ? ORDER BY key DESC", (library,)
        )
        return [visit for row in rows if (visit := _visit(*row))]

    def visited(self, library: str, visit: Visit | None, left: Place | None) -> None:
        """Remember a visit, and how the place before it was `left`; the oldest are forgotten."""
        if left is not None:
            self._change((_LEFT, {"library": library, "spot": _spot(left), "place": _packed(left)}))
        if visit is not None:
            at, place = visit.at.isoformat(timespec="seconds"), visit.place
            row = (library, at, _spot(place), _packed(place), visit.title, visit.words)
            again = {"library": library, "spot": _spot(place), "words": visit.words}
            forgotten = {"library": library, "most": MOST}
            self._change((_AGAIN, again), (_VISITED, row), (_FORGOTTEN, forgotten))

    def trail(self, library: str) -> Trail:
        """The trail as it was left."""
        rows = self._ask("SELECT steps FROM trail WHERE library = ?", (library,))
        if not rows:
            return Trail()
        with suppress(ValueError, TypeError, KeyError):
            back, here, forward = json.loads(rows[0][0])
            return Trail(_places(back), _place(here), _places(forward))
        return Trail()

    def set_trail(self, library: str, trail: Trail) -> None:
        """Remember the trail as it is now."""
        back, forward = trail.back[-STEPS:], trail.forward[:STEPS]
        steps = [
            [_fields(p) for p in back],
            trail.here and _fields(trail.here),
            [_fields(p) for p in forward],
        ]
        self._change(("INSERT OR REPLACE INTO trail VALUES (?, ?)", (library, json.dumps(steps))))

    def kept(self, name: str) -> str | None:
        """What is kept under that name."""
        rows = self._ask("SELECT value FROM kept WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def keep(self, name: str, value: str) -> None:
        """Keep a small choice of the reader's from run to run."""
        self._change(("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value)))

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        with self._lock:
            self._closed = True
            self._let_go()

    def _ask(self, statement: str, values: Sequence[Any]) -> list[Any]:
        with self._lock:
            if self._closed:
                return []
            try:
                return self._current().execute(statement, values).fetchall()
            except DAMAGING as error:
                self._mend(error)
        return []

    def _change(self, *statements: tuple[str, Sequence[Any] | Mapping[str, Any]]) -> None:
        """All of the statements or none; what cannot be written is let go: reading goes on."""
        with self._lock:
            if self._closed:
                return
            try:
                with self._current() as connection:
                    for statement, values in statements:
                        connection.execute(statement, values)
            except DAMAGING as error:
                self._mend(error)

    def _current(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._opened()
        return self._connection

    def _mend(self, error: Exception) -> None:
        if is_damage(error):
            self._let_go()
            self._connection = self._begun()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        try:
            make_private(self._path.parent)
            return _connected(str(self._path))
        except (OSError, *DAMAGING) as error:
            return self._begun() if is_damage(error) else _connected(":memory:")

    def _begun(self) -> sqlite3.Connection:
        """A new file in place of a damaged one."""
        with suppress(OSError, *DAMAGING):
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            return _connected(str(self._path))
        return _connected(":memory:")


def _connected(path: str) -> sqlite3.Connection:
    if path != ":memory:":
        make_file(Path(path))
    connected = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
    with made_ready(connected) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        # a power cut may lose the last steps, never the file
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        return connection


def _spot(place: Place) -> str:
    return "|".join([place.article, *(place.leaf[:2] if place.leaf else ())])


def _packed(place: Place) -> str:
    return json.dumps(_fields(place), ensure_ascii=False)


def _fields(place: Place) -> list[Any]:
    return [place.article, place.span, place.offset, place.leaf]


def _places(kept: Sequence[Any]) -> tuple[Place, ...]:
    return tuple(place for fields in kept if (place := _place(fields)))


def _visit(place: str, at: str, title: str, words: str) -> Visit | None:
    """The visit that was kept; None for what cannot be understood."""
    from tui.model.trail import Visit  # seldom asked for, and not before the first paint

    with suppress(ValueError, TypeError):
        spot = _place(json.loads(place))
        return Visit(spot, datetime.fromisoformat(at), title, words) if spot else None
    return None


def _place(fields: Any) -> Place | None:
    """The place that was kept; None for what another version has kept in a way of its own."""
    with suppress(ValueError, TypeError, KeyError):
        article, span, offset, leaf = fields
        kind, *rest = leaf or (None,)
        over = PageState(PageKind(kind), *rest) if kind else None
        return Place(ArticleId(article), Span(*span) if span else None, offset, over)
    return None
