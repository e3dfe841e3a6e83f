"""What is wrong with a library and its files, and what the paths stand for that are shown of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.library.core.roots import Roots
from tui.library.core.text_cleaning import shown_path
from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.service.correction_service import CorrectionService
from tui.library.service.update_service import UpdateService
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.problem import Problem
from tui.model.source import SourceLocation

_PROBLEMS = """
SELECT path, words, remedy, read, aside FROM problem
GROUP BY path, words, remedy, read, aside ORDER BY read, aside, path, min(rowid)
"""
"""Each once: pieces of one file may say the same."""
_ARTICLES = """
SELECT a.id FROM file f JOIN holding h ON h.file = f.key
JOIN article a ON a.key = h.article WHERE f.root = ? AND f.path = ? ORDER BY a.key
"""


class ProblemService:
    """Answers the port `Problems`, gathering what each part of the library has to tell."""

    def __init__(
        self,
        index: Index,
        roots: Roots,
        articles: ArticleStore,
        marks: MarksStore,
        updates: UpdateService,
        corrections: CorrectionService,
    ) -> None:
        self._index, self._roots, self._articles = index, roots, articles
        self._marks, self._updates, self._corrections = marks, updates, corrections

    def problems(self) -> Sequence[Problem]:
        """Files that could not be read, or were read with a doubt; last those that hold the same again."""
        from tui.library.query.same_articles import held_again, perhaps_one  # when first asked

        kept = self._index.ask(_PROBLEMS)
        files = [Problem(path, words, remedy, *map(bool, kind)) for path, words, remedy, *kind in kept]
        files += perhaps_one(self._index, self._roots)
        files.sort(key=lambda one: (one.read and not one.aside, one.aside))
        again = held_again(self._index, self._roots)
        return [*self.troubles(), *self._articles.damage, *files, *again]

    def troubles(self) -> Sequence[Problem]:
        """What keeps the library itself from being kept as it should be."""
        own = (
            self._index.problem,
            self._index.damage,
            self._index.busy,
            self._marks.problem,
            self._updates.failed,
        )
        return [*filter(None, own), *self._corrections.doubts()]

    def not_read(self) -> int:
        """How many files could not be read."""
        rows = self._index.ask("SELECT count(DISTINCT path) FROM problem WHERE NOT read AND NOT aside")
        return int(rows[0][0]) if rows else 0

    def unsound(self) -> str:
        """What is wrong with the index itself, "" if nothing is: it is read from end to end."""
        return self._index.unsound()

    def within(self, path: str) -> str:
        """The shown path as seen from the library's folder; from above it where there are several."""
        return self._roots.within(path)

    def source_at(self, path: str) -> SourceLocation | None:
        """The file that is shown under that name."""
        file = self._file_at(path)
        return SourceLocation(str(file)) if file is not None else None

    def articles_in(self, path: str) -> Sequence[ArticleId]:
        """The articles of the file that is shown under that name."""
        file = self._file_at(path)
        place = self._roots.place(file) if file is not None else None
        return [ArticleId(name) for (name,) in self._index.ask(_ARTICLES, place)] if place else ()

    def _file_at(self, path: str) -> Path | None:
        if os.path.lexists(path):
            return Path(path)
        files = (self._roots.file(*row) for row in self._index.ask("SELECT root, path FROM file"))
        return next((file for file in files if shown_path(file) == path), None)
