"""The library of a folder: the articles in it, indexed, with the reader's own marks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.app_paths import cache_home, data_home
from tui.library.core.text_cleaning import clean_line, shown
from tui.library.index.article_lists import KeptListing, Lister, WholeListing
from tui.library.index.cutting_codec import DAMAGE, text_of, unpack
from tui.library.index.database import Index, name_of
from tui.library.service.history_service import Remembering
from tui.library.service.marks_service import Marked
from tui.library.service.provenance_service import Reporting
from tui.library.service.search_service import Searchable
from tui.library.service.text_reuse_service import Comparing
from tui.library.service.update_service import Upkeep
from tui.library.user.marks import Marks
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import EVERYTHING, Counts, Filter, Grouping, Order, Row
from tui.model.problem import Problem
from tui.model.relation import Relation
from tui.model.source import Source

_PROBLEMS = "SELECT path, words, remedy, read, aside FROM problem ORDER BY read, aside, path, rowid"


def open_library(paths: Sequence[Path], *, name: str | None = None, spared: int = 0) -> FolderLibrary:
    """The library of these folders and files, as far as it was indexed; `update` brings it up to date.

    So many cores are `spared` by the analysis, for whoever types meanwhile.
    """
    index = Index(cache_home() / f"{name_of(paths)}.db")
    index.spared = spared
    return FolderLibrary(paths, index, Marks(data_home() / "marks.db"), name=name)


class FolderLibrary(Searchable, Upkeep, Reporting, Remembering, Comparing, Marked):
    """Implements the port `Library` over an index and the reader's marks. Safe from any thread."""

    def __init__(self, paths: Sequence[Path], index: Index, marks: Marks, *, name: str | None = None) -> None:
        Searchable.__init__(self, index, marks.path)
        Marked.__init__(self, marks, index, name_of(paths))
        self.paths = tuple(paths)
        self.name = name or name_shown(paths)
        self._lister = Lister(index, marks, self._path)
        self._damage: list[Problem] = []

    def counts(self) -> Counts:
        """How much there is."""
        names = ("articles", "quotations", "people")
        kept = dict(self._index.ask("SELECT name, value FROM fact WHERE name IN (?, ?, ?)", names))
        return Counts(*(int(kept.get(name, 0)) for name in names))

    def rows(self, order: Order, start: int, limit: int) -> Sequence[Row]:
        """`limit` rows of the whole list in that order, from row `start`."""
        return self._lister.rows(order, start, limit)

    def every(self, order: Order) -> Iterator[Row]:
        """All rows in that order, each once, of the articles that there are now."""
        return self._lister.every(order)

    def position(self, article: ArticleId, order: Order) -> int | None:
        """At which row of the whole list the article stands; None if it is not here."""
        return self._lister.position(article, order)

    def row(self, article: ArticleId) -> Row | None:
        """The article as the list shows it; None if it is not here."""
        return self._lister.row(article)

    def listing(
        self, order: Order, only: Filter = EVERYTHING, by: Grouping = Grouping.NONE
    ) -> WholeListing | KeptListing:
        """The list of the articles that fit the filter."""
        if only == EVERYTHING and order is not Order.UNREAD:
            return self._lister.whole(order, by)
        self._mirrored.mirror(wait=False)
        return self._lister.kept(order, only, by)

    def cutting(self, article: ArticleId) -> Cutting | None:
        """The article with its annotations; None if it is not (or no longer) here."""
        found = self._index.ask("SELECT key FROM article WHERE id = ?", (article,))
        return self._opened(found[0][0]) if found else None

    def source(self, article: ArticleId) -> Source | None:
        """The file that the article is in."""
        found = self._index.ask(
            "SELECT f.root, f.path FROM article a JOIN file f ON f.key = a.file WHERE a.id = ?", (article,)
        )
        return Source(str(self._path(*found[0]))) if found else None

    def related(self, article: ArticleId, limit: int = 10) -> Sequence[Relation]:
        """The articles that belong with this one, each with its reasons, strongest first."""
        from tui.library.query.related_articles import related

        found = self._index.ask("SELECT key FROM article WHERE id = ?", (article,))
        if not found:
            return ()
        with self._index.aside() as connection:
            relations = related(connection, found[0][0], self._opened, self._read, limit)
            names = self._names([one.key for one in relations])
            return [Relation(names[one.key], *one[1:]) for one in relations if one.key in names]
        return ()

    def not_read(self) -> int:
        """How many files could not be read."""
        rows = self._index.ask("SELECT count(DISTINCT path) FROM problem WHERE NOT read AND NOT aside")
        return int(rows[0][0]) if rows else 0

    def problems(self) -> Sequence[Problem]:
        """Files that could not be read, or were read with a doubt."""
        kept = self._index.ask(_PROBLEMS)
        files = (Problem(path, words, remedy, *map(bool, kind)) for path, words, remedy, *kind in kept)
        return [*self.troubles(), *self._damage, *files]

    def forget(self) -> None:
        """Throw the index away: the next update makes it again. The reader's marks stay."""
        self._index.start_again()

    def close(self) -> None:
        """Let go of every file. Safe to call twice."""
        self._closed = True
        self._marks.close()
        self._close_trails()
        self._index.close()

    def _names(self, keys: Sequence[int]) -> dict[int, ArticleId]:
        marks = ", ".join("?" * len(keys))
        return dict(self._index.ask(f"SELECT key, id FROM article WHERE key IN ({marks})", keys))

    def _opened(self, key: int) -> Cutting | None:
        found = self._index.ask(
            """SELECT c.packed, f.root, f.path FROM cutting c JOIN article a ON a.key = c.article
            JOIN file f ON f.key = a.file WHERE c.article = ?""",
            (key,),
        )
        if not found:
            return None
        packed, root, path = found[0]
        where = shown(self._path(root, path))
        try:
            return unpack(packed, where, self._index.common())
        except DAMAGE:
            words = "What the index holds of this file is damaged."
            self._damage.append(
                Problem(where, words, "Bring the index up to date with `cuttings index --rebuild`.")
            )
            return None

    def _read(self, key: int) -> str:
        """The text of that article; nothing where it is damaged."""
        found = self._index.ask("SELECT packed FROM cutting WHERE article = ?", (key,))
        try:
            return text_of(found[0][0], self._index.common()) if found else ""
        except DAMAGE:
            self._opened(key)  # which tells of it
            return ""

    def _path(self, root: int, below: bytes) -> Path:
        return self.paths[root] / os.fsdecode(below) if below else self.paths[root]


def name_shown(paths: Sequence[Path]) -> str:
    """What the masthead calls a library: its folder, and how many more there are."""
    name = clean_line(paths[0].resolve().name or str(paths[0].resolve())) if paths else "nothing"
    return f"{name} and {len(paths) - 1} more" if len(paths) > 1 else name
