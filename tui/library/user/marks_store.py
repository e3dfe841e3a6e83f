"""The reader's own marks: what was read, starred, tagged and noted, and where reading stopped.

They cannot be made again, so they lie apart from every index: one SQLite file for the program, each
change on the disk before the call returns, never half written. They are keyed by the article's id, which
is made from its content, and so outlive renamed files and rebuilt indexes. What was marked under the id that
an article had before is taken over, and stays where it is (`inherit`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from tui.library.core.sqlite_errors import DAMAGING
from tui.library.core.text_cleaning import clean
from tui.library.user import marks_db
from tui.model.article import ArticleId
from tui.model.mark import Mark
from tui.model.problem import Problem
from tui.model.span import Span
from tui.model.trail import Place

_SET = """
INSERT INTO mark (article, {what}, revision)
VALUES (?, ?, (SELECT coalesce(max(revision), 0) + 1 FROM mark))
ON CONFLICT (article) DO UPDATE SET {what} = excluded.{what}, revision = excluded.revision
"""
_SET_READ, _SET_STARRED, _SET_TAGS, _SET_NOTE = (
    _SET.format(what=what) for what in ("read", "starred", "tags", "note")
)
_SET_ALL = """
INSERT INTO mark (article, read, starred, tags, note, inherited, revision)
VALUES (?, ?, ?, ?, ?, {inherited}, (SELECT coalesce(max(revision), 0) + 1 FROM mark))
ON CONFLICT (article) DO UPDATE SET read = excluded.read, starred = excluded.starred, tags = excluded.tags,
  note = excluded.note, inherited = max(inherited, excluded.inherited), revision = excluded.revision
"""
_INHERITED = """
SELECT f.article, json_extract(h.value, '$[1]'), f.revision
FROM json_each(?) h CROSS JOIN mark f ON f.article = json_extract(h.value, '$[0]')
LEFT JOIN mark own ON own.article = json_extract(h.value, '$[1]')
WHERE f.revision > coalesce(own.inherited, 0)
"""
_SET_PLACE = "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)"
_PENDING = "CREATE TABLE IF NOT EXISTS pending (before BLOB NOT NULL, after BLOB NOT NULL)"
"""There only between a change of all marks and that of the corrections that belongs to it."""
_MARK = "SELECT article, read, starred, tags, note FROM mark"

Changed = Callable[
    [Mapping[ArticleId, Mark], Mapping[str, Place]], tuple[Iterable[Mark], Mapping[str, Place]]
]
"""From all the marks and places that there are to those that there are to be."""


class CorrectionsChange(NamedTuple):
    """The bytes of the file of corrections before a change, and after it."""

    before: bytes
    after: bytes


class MarksStore:
    """The marks of one reader, in one file. Safe from any thread.

    When the file cannot be used, reading goes on: the marks are held in memory and `problem` says so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._closed = False
        self._use(*marks_db.opened(path))

    def _use(self, connection: sqlite3.Connection, problem: Problem | None) -> None:
        self._connection, self.problem = connection, problem
        # as digits: a damaged name need be no text
        (self.identity,) = connection.execute("SELECT hex(name) FROM identity").fetchone()

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        self._ask(_SET_READ, (article, read))

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        self._ask(_SET_STARRED, (article, starred))

    def set_tags(self, article: ArticleId, tags: Sequence[str]) -> None:
        """Give the article these tags durably, and no others."""
        self._ask(_SET_TAGS, (article, " ".join(tags)))

    def set_note(self, article: ArticleId, note: str) -> None:
        """Keep the note on the article durably; an empty one takes it away."""
        self._ask(_SET_NOTE, (article, note))

    def mark(self, article: ArticleId) -> Mark:
        """What the article is marked with."""
        return self.of([article])[article]

    def of(self, articles: Sequence[ArticleId]) -> dict[ArticleId, Mark]:
        """What each of the articles is marked with."""
        places = ", ".join("?" * len(articles))
        found = self._marks(f"WHERE article IN ({places})", tuple(articles))
        return {article: Mark(article) for article in articles} | {mark.article: mark for mark in found}

    def all(self) -> list[Mark]:
        """Every mark that says something, by article."""
        said = "WHERE read OR starred OR tags <> '' OR note <> '' ORDER BY article"
        return self._marks(said)

    def starred(self) -> list[Mark]:
        """The articles with a star."""
        return self._marks("WHERE starred")

    def tagged(self) -> list[Mark]:
        """The articles with a tag."""
        return self._marks("WHERE tags <> ''")

    def noted(self) -> list[Mark]:
        """The articles with a note."""
        return self._marks("WHERE note <> ''")

    def revision(self) -> int:
        """A number that grows with every mark that is set."""
        ((newest,),) = self._ask("SELECT coalesce(max(CAST(revision AS INTEGER)), 0) FROM mark")
        return int(newest)

    def since(self, revision: int) -> list[Mark]:
        """The marks that were set after `revision`, the oldest change first."""
        return self._marks("WHERE revision > ? ORDER BY revision", (revision,))

    def place(self, library: str) -> Place | None:
        """Where reading stopped in that library."""
        return self.places().get(library)

    def places(self) -> dict[str, Place]:
        """Where reading stopped in each library."""
        return {
            library: Place(ArticleId(article), None if start is None else Span(start, end), offset)
            for library, article, start, end, offset in self._ask("SELECT * FROM place ORDER BY library")
        }

    def set_place(self, library: str, place: Place) -> None:
        """Remember durably where reading stopped."""
        self._ask(_SET_PLACE, _place_row(library, place))

    def look(self, library: str) -> str:
        """How the list of that library was ordered and grouped when it was left, as it was given."""
        found = self._ask("SELECT words FROM look WHERE library = ?", (library,))
        return str(found[0][0]) if found else ""

    def set_look(self, library: str, words: str) -> None:
        """Remember durably how the list is ordered and grouped."""
        self._ask("INSERT OR REPLACE INTO look VALUES (?, ?)", (library, words))

    def change_all(self, changed: Changed, corrections: CorrectionsChange | None = None) -> None:
        """Change many marks at once: all of it is kept or, whatever happens, nothing.

        The change of the corrections that belongs to it is kept with it until that is done. Raises
        sqlite3.Error where nothing can be written.
        """
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                before, places = {mark.article: mark for mark in self._marks()}, self.places()
                marks, places_after = changed(before, places)
                after = {mark.article: mark for mark in marks}
                blank = [Mark(article) for article in before if article not in after]
                different = [mark for mark in [*after.values(), *blank] if before.get(mark.article) != mark]
                self._connection.executemany(_SET_ALL.format(inherited=0), [_row(mark) for mark in different])
                self._connection.execute("DELETE FROM place")
                rows = [_place_row(library, place) for library, place in places_after.items()]
                self._connection.executemany(_SET_PLACE, rows)
                if corrections is not None:
                    self._connection.execute(_PENDING)
                    self._connection.execute("INSERT INTO pending VALUES (?, ?)", corrections)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have done it: what led here counts
                    self._connection.execute("ROLLBACK")
                raise

    def inherit(self, heirs: Iterable[tuple[ArticleId, ArticleId]]) -> None:
        """Let the second article of each pair have what is marked under the first, its former id, as well.

        Once: what is changed afterwards stays changed, unless something new is marked under the former id.
        """
        pairs = json.dumps(list(heirs))
        if not self._ask(f"{_INHERITED} LIMIT 1", (pairs,)):
            return
        with self._lock:
            try:
                self._inherit(pairs)
            except DAMAGING as error:
                self._use(*marks_db.instead(self.path, self._connection, error))
                self._inherit(pairs)

    def _inherit(self, pairs: str) -> None:
        """All of it or, whatever happens, nothing."""
        from tui.library.user.marks_json import merge_marks  # seldom: not when the reader opens

        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for former, article, revision in self._connection.execute(_INHERITED, (pairs,)).fetchall():
                given = self.of([former])[former]._replace(article=article)
                (both,) = merge_marks(self.of([article]), [given])
                self._connection.execute(_SET_ALL.format(inherited=int(revision)), _row(both))
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # likewise
                self._connection.execute("ROLLBACK")
            raise

    def pending(self) -> CorrectionsChange | None:
        """The change of the corrections that a change of all marks has left to be done; None if none has."""
        there = self._ask("SELECT 1 FROM sqlite_master WHERE name = 'pending'")
        rows = self._ask("SELECT before, after FROM pending") if there else []
        return CorrectionsChange(*rows[-1]) if rows else None

    def done_with_pending(self) -> None:
        """The corrections are changed: nothing is left to be done."""
        self._ask("DROP TABLE IF EXISTS pending")

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        with self._lock:
            self._closed = True
            self._connection.close()

    def _marks(self, which: str = "", values: tuple[Any, ...] = ()) -> list[Mark]:
        return [
            Mark(ArticleId(article), bool(read), bool(starred), tuple(clean(tags).split()), clean(note))
            for article, read, starred, tags, note in self._ask(f"{_MARK} {which}", values)
        ]

    def _ask(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """All rows of it; one statement is one transaction, on the disk when this returns.

        When the file fails, what takes its place is asked; nothing does once it is closed.
        """
        with self._lock:
            try:
                return self._connection.execute(statement, values).fetchall()
            except DAMAGING as error:
                if self._closed:
                    raise
                self._use(*marks_db.instead(self.path, self._connection, error))
                return self._connection.execute(statement, values).fetchall()


def _row(mark: Mark) -> tuple[str, bool, bool, str, str]:
    return mark.article, mark.read, mark.starred, " ".join(mark.tags), mark.note


def _place_row(library: str, place: Place) -> tuple[Any, ...]:
    start, end = place.span or (None, None)
    return library, place.article, start, end, place.offset
