"""The reader's marks beside the index, which holds a copy of them so that the list can be ordered by them."""

from __future__ import annotations

from threading import RLock

from tui.library.index import Index
from tui.library.marks import Mark, Marks
from tui.model.article import ArticleId


class MirroredMarks:
    """The marks are kept first and copied into the index when it is free: a key never waits for an update."""

    def __init__(self, marks: Marks, index: Index) -> None:
        self._marks = marks
        self._index = index
        self._lock = RLock()
        self._not_copied: dict[ArticleId, Mark] = {}
        self.mirror(wait=True)

    def shown(self, article: ArticleId, read: bool, starred: bool) -> tuple[bool, bool]:
        """Whether the article is read and starred, where the index says so and so."""
        mark = self._not_copied.get(article)
        return (mark.read, mark.starred) if mark else (read, starred)

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        self._marks.set_read(article, read)
        self._copy(article)

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        self._marks.set_starred(article, starred)
        self._copy(article)

    def mirror(self, *, wait: bool) -> None:
        """Copy into the index what was marked since it last knew; with `wait` even while it is written."""
        with self._lock:
            identity, _, known = str(self._index.fact("marks", "")).partition(":")
            same = identity == self._marks.identity
            newest = self._marks.revision()
            if (same and int(known) == newest) or (self._index.writing and not wait):
                return
            changed = self._marks.since(int(known) if same else 0)
            copied = [(mark.read, mark.starred, mark.article) for mark in changed]
            with self._index.changing() as connection:
                if not same:
                    connection.execute("UPDATE article SET read = 0, starred = 0 WHERE read OR starred")
                connection.executemany("UPDATE article SET read = ?, starred = ? WHERE id = ?", copied)
                fact = f"{self._marks.identity}:{newest}"
                connection.execute("INSERT OR REPLACE INTO fact VALUES ('marks', ?)", (fact,))
            for mark in changed:
                self._not_copied.pop(mark.article, None)

    def _copy(self, article: ArticleId) -> None:
        self._not_copied[article] = self._marks.mark(article)
        self.mirror(wait=False)
