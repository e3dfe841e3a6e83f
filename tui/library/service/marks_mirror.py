"""The reader's marks beside the index, which holds a copy of them so that the list can be ordered by them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from threading import RLock

from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.index.database import Index
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId


class MarksMirror:
    """The marks are kept first and copied into the index when it is free: a key never waits for an update."""

    def __init__(self, marks: MarksStore, index: Index) -> None:
        self._marks = marks
        self._index = index
        self._lock = RLock()
        with suppress(OSError, sqlite3.Error):
            self.mirror(wait=True)

    def mirror(self, *, wait: bool) -> None:
        """Copy into the index what was marked since it last knew; with `wait` even while it is written."""
        try:
            self._copy(wait)
        except DAMAGING as error:  # the mark itself is kept: it is copied the next time
            if is_damage(error):
                self._index.start_again()
            elif wait:
                raise

    def mirror_when_free(self) -> None:
        """The same, unless the index is being written just now."""
        self.mirror(wait=False)

    def _copy(self, wait: bool) -> None:
        with self._lock:
            identity, _, known = str(self._index.fact("marks", "")).partition(":")
            same = identity == self._marks.identity
            unchanged = same and int(known) == self._marks.revision()
            if unchanged or (self._index.writing and not wait) or self._index.fixed:
                return
            since = int(known) if same else 0
            self._marks.inherit(self._heirs([mark.article for mark in self._marks.since(since)]))
            newest, changed = self._marks.revision(), self._marks.since(since)
            copied = [(mark.read, mark.starred, mark.article) for mark in changed]
            with self._index.changing(wait=wait) as connection:
                if not same:
                    connection.execute("UPDATE article SET read = 0, starred = 0 WHERE read OR starred")
                connection.executemany("UPDATE article SET read = ?, starred = ? WHERE id = ?", copied)
                fact = f"{self._marks.identity}:{newest}"
                connection.execute("INSERT OR REPLACE INTO fact VALUES ('marks', ?)", (fact,))

    def _heirs(self, marked: Sequence[ArticleId]) -> list[tuple[ArticleId, ArticleId]]:
        """The articles that had these ids before, each behind that id."""
        asked = "SELECT a.former, a.id FROM json_each(?) CROSS JOIN article a ON a.former = value"
        return self._index.ask(asked, (json.dumps(marked),))
