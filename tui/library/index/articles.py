"""The articles of an index: opened by id or by key, and where each lies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.library.core.roots import Roots
from tui.library.core.sqlite_errors import DAMAGING
from tui.library.index.cutting_codec import DAMAGE, text_of, unpack, unpack_guessed
from tui.library.index.database import Index
from tui.library.index.postings import as_json_list
from tui.model.article import ArticleId
from tui.model.coverage import Coverage
from tui.model.cutting import Cutting
from tui.model.listing import LibraryCounts, Printing, QuotationRow
from tui.model.problem import Problem
from tui.model.source import SourceLocation

_PACKED = """
SELECT c.packed, f.root, f.path FROM article a JOIN file f ON f.key = a.file
LEFT JOIN cutting c ON c.article = a.key WHERE a.key = ?
"""
_UNREAD = """
UPDATE file SET content = NULL WHERE key IN (SELECT file FROM holding WHERE article = :article)
"""
_UNFINISHED = """
UPDATE file SET size = -1 WHERE part = 0 AND EXISTS (
  SELECT 1 FROM holding h JOIN file p ON p.key = h.file
  WHERE h.article = :article AND p.root = file.root AND p.path = file.path)
"""
_PRINTED = """
SELECT a.key, a.wording, a.id, f.root, f.path, a.publication, a.published, a.guessed
FROM json_each(?) CROSS JOIN article a ON a.key = value JOIN file f ON f.key = a.file
ORDER BY a.late, a.name, a.key
"""
_AGAIN = "It is read again by the next update."
_FILE = "SELECT f.root, f.path FROM article a JOIN file f ON f.key = a.file WHERE a.id = ?"


class ArticleStore:
    """Answers the port `Articles`, and gives every query the articles by their keys. From any thread.

    An article that the index holds damaged is none, and `damage` tells of it.
    """

    def __init__(self, index: Index, roots: Roots) -> None:
        self._index, self._roots = index, roots
        self._damaged: dict[str, Problem] = {}

    @property
    def damage(self) -> Sequence[Problem]:
        """The articles that were found to be damaged, each file once."""
        return list(self._damaged.values())

    def counts(self) -> LibraryCounts:
        """How much there is."""
        names = ("articles", "quotations", "people")
        kept = dict(self._index.ask("SELECT name, value FROM fact WHERE name IN (?, ?, ?)", names))
        return LibraryCounts(*(int(kept.get(name, 0)) for name in names))

    def cutting(self, article: ArticleId) -> Cutting | None:
        """The article with its annotations; None if it is not (or no longer) here."""
        key = self.key(article)
        return None if key is None else self.open(key)

    def source(self, article: ArticleId) -> SourceLocation | None:
        """The file that the article is in."""
        found = self._index.ask(_FILE, (article,))
        return SourceLocation(str(self._roots.file(*found[0]))) if found else None

    def key(self, article: ArticleId) -> int | None:
        """The key of an article in the index; None if it is not here."""
        found = self._index.ask("SELECT key FROM article WHERE id = ?", (article,))
        return int(found[0][0]) if found else None

    def present_id(self, article: ArticleId) -> ArticleId:
        """The id by which an article goes now that was kept under that one, which may be a former one."""
        asked = (
            "SELECT id FROM article WHERE id = ?1 OR former = ?1 ORDER BY id <> ?1, age, name, key LIMIT 1"
        )
        found = self._index.ask(asked, (article,))
        return ArticleId(found[0][0]) if found else article

    def printings(self, keys: Sequence[int]) -> dict[int, tuple[int, Printing]]:
        """Where and when those articles were printed, each with the number of its text: the earliest first"""
        found = self._index.ask(_PRINTED, (as_json_list(keys),))
        return {
            key: (
                wording,
                Printing(
                    ArticleId(name),
                    self._roots.shown(root, path),
                    publication,
                    _day(published),
                    unpack_guessed(guessed),
                ),
            )
            for key, wording, name, root, path, publication, published, guessed in found
        }

    def wordings(self, keys: Sequence[int]) -> dict[int, int]:
        """A number for the text of each of these articles: the same text has the same."""
        asked = "SELECT a.key, a.wording FROM json_each(?) CROSS JOIN article a ON a.key = value"
        return dict(self._index.ask(asked, (as_json_list(keys),)))

    def of_one_text(self, key: int, limit: int) -> list[int]:
        """Other articles with the very text of that one, the earliest first."""
        asked = """SELECT a.key FROM article own JOIN article a ON a.wording = own.wording
            WHERE own.key = ? AND a.key <> own.key ORDER BY a.late, a.name, a.key LIMIT ?"""
        return [other for (other,) in self._index.ask(asked, (key, limit))]

    def ids(self, keys: Sequence[int]) -> dict[int, ArticleId]:
        """The ids of those articles that are still here, by their keys."""
        marks = ", ".join("?" * len(keys))
        return dict(self._index.ask(f"SELECT key, id FROM article WHERE key IN ({marks})", keys))

    def open(self, key: int) -> Cutting | None:
        """The article under that key; None if it is gone or damaged."""
        found = self._index.ask(_PACKED, (key,))
        if not found:
            return None
        packed, root, path = found[0]
        where = self._roots.shown(root, path)
        try:
            opened = unpack(packed, where, self._index.common())
        except DAMAGE:
            words = "What the index holds of this file is damaged."
            again = where in self._damaged or self._read_again(key)
            remedy = _AGAIN if again else "Bring the index up to date with `cuttings index --rebuild`."
            self._damaged.setdefault(where, Problem(where, words, remedy))
            return None
        if self._damaged:
            self._damaged.pop(where, None)
        return opened

    def _read_again(self, key: int) -> bool:
        """Have the next update read the files of a damaged article again; False where that cannot be."""
        index = self._index
        if index.fixed:
            return False
        try:
            with index.changing(wait=False) as connection:
                for statement in (_UNREAD, _UNFINISHED):
                    connection.execute(statement, {"article": key})
        except DAMAGING:
            return False
        index.to_be_read_again = True
        index.coverage = Coverage(max(1, index.coverage.unread or 0), index.coverage.linked)
        return True

    def text(self, key: int) -> str:
        """The text of that article; nothing where it is damaged."""
        found = self._index.ask("SELECT packed FROM cutting WHERE article = ?", (key,))
        try:
            return text_of(found[0][0], self._index.common()) if found else ""
        except DAMAGE:
            self.open(key)  # which tells of it
            return ""

    def said_in(self, key: int) -> Sequence[QuotationRow]:
        """What was said in that article."""
        from tui.model.said import said_in  # when first asked: not all who read do

        cutting = self.open(key)
        return [*said_in(cutting)] if cutting else ()


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published else None
