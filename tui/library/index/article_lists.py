"""Lists of articles out of an index: ordered, narrowed and grouped, their rows fetched as they are seen.

The whole list is paged by the index of its order. A narrowed one, and the one that the unread head, is a row
of keys made once: what is read meanwhile does not move the rows under the reader's eyes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import compress, groupby
from typing import Any, NamedTuple

from tui.library.core.roots import Roots
from tui.library.index.cutting_codec import pack_guessed, unpack_guessed
from tui.library.index.database import Index
from tui.library.index.schema import LAST_OF_ALL, ORDERED
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.listing import EVERYTHING, ArticleRow, Filter, Grouping, Order, RowGroup
from tui.model.mark import Mark
from tui.model.provenance import Fact, as_guess

_ROW = """
SELECT a.id, f.root, f.path, a.title, a.titled, a.publication, a.published, a.minutes, a.quotations,
  a.guessed, a.key
FROM article a JOIN file f ON f.key = a.file
"""
_AGE = {Order.OLDEST: "CASE WHEN late < 10000000 THEN -late ELSE 0 END"}
"""The age of an article, where it is not to be had from the index of the order."""
_OUTLET = "SELECT publication, guessed & ? AS guess FROM article WHERE outlet = ? ORDER BY guess LIMIT 1"
"""How a publication is called, and whether no article states it."""
_PAGE = 500
"""Rows that are fetched at a time where all are."""


class _Scan(NamedTuple):
    """All keys in one order; where there are heads, the number of the head of each among them."""

    keys: array[int]
    numbers: array[int]
    heads: tuple[str, ...]


class ListQueries:
    """Answers the port `Lists` from one index. Safe from any thread.

    `copy_marks` lets the index know, if it can now, what was marked last.
    """

    def __init__(self, index: Index, marks: MarksStore, roots: Roots, copy_marks: Callable[[], None]) -> None:
        self._index, self._marks, self._roots = index, marks, roots
        self._copy_marks = copy_marks
        self._scanned: tuple[object, _Scan] | None = None

    def row(self, article: ArticleId) -> ArticleRow | None:
        """The row of one article; None if it is not here."""
        found = self._rows("WHERE a.id = ?", (article,))
        return found[0][1] if found else None

    def rows(self, order: Order, start: int, limit: int) -> Sequence[ArticleRow]:
        """`limit` rows of the whole list in that order, from row `start`.

        The rows passed over are counted on the index of that order, from the nearer end.
        """
        total, columns = int(self._index.fact("articles", 0)), ORDERED[order]
        limit = min(limit, total - start)
        if limit <= 0 or start < 0:
            return ()
        sense, skipped = "", start
        if start > total // 2:
            sense, skipped = " DESC", total - start - limit
        keys = ", ".join(f"{column}{sense}" for column in columns.split(", "))
        picked = f"SELECT key FROM article ORDER BY {keys} LIMIT ? OFFSET ?"
        sorted_by = ", ".join(f"a.{column}" for column in columns.split(", "))
        found = self._rows(f"WHERE a.key IN ({picked}) ORDER BY {sorted_by}", (limit, skipped))
        return [row for _, row in found]

    def every(self, order: Order) -> Iterator[ArticleRow]:
        """All rows in that order, of the articles that there are when the first is asked for."""
        keys = self._scan(order, Grouping.NONE).keys
        for start in range(0, len(keys), _PAGE):
            yield from self.of_keys(keys[start : start + _PAGE])

    def position(self, article: ArticleId, order: Order) -> int | None:
        """At which row of that order the article stands; None if it is not here."""
        columns = ORDERED[order]
        mine = self._index.ask(f"SELECT {columns} FROM article WHERE id = ?", (article,))
        if not mine:
            return None
        marks = ", ".join("?" * len(mine[0]))
        before = self._index.ask(f"SELECT count(*) FROM article WHERE ({columns}) < ({marks})", mine[0])
        return int(before[0][0]) if before else None

    def listing(
        self, order: Order, only: Filter = EVERYTHING, by: Grouping = Grouping.NONE
    ) -> LiveListing | MaterializedListing:
        """The list of the articles that fit the filter."""
        if only == EVERYTHING and order is not Order.UNREAD:
            return self._whole(order, by)
        self._copy_marks()
        return self._chosen(order, only, by)

    def _whole(self, order: Order, by: Grouping) -> LiveListing:
        """The whole list, whose rows are paged."""
        groups: tuple[RowGroup, ...] = ()
        if by is not Grouping.NONE:
            least = ORDERED[order].partition(",")[0]
            counted = self._index.ask(
                f"SELECT {_head_column(order, by)}, count(*) FROM article GROUP BY {least} ORDER BY {least}"
            )
            groups = _grouped((self._head(value, by), size) for value, size in counted)
        return LiveListing(self, order, int(self._index.fact("articles", 0)), groups)

    def _chosen(self, order: Order, only: Filter, by: Grouping) -> MaterializedListing:
        """The list of what fits, as it is now."""
        scan = self._scan(order, by)
        if only != EVERYTHING:
            from tui.library.index.list_filter import matching_keys

            fits = bytes(map(matching_keys(self._index, self._marks, only).has(), scan.keys))
            numbers = array("I", compress(scan.numbers, fits))
            scan = _Scan(array("I", compress(scan.keys, fits)), numbers, scan.heads)
        runs = groupby(scan.numbers)
        groups = _grouped((scan.heads[number], sum(1 for _ in run)) for number, run in runs)
        return MaterializedListing(self, scan.keys, groups)

    def of_keys(self, keys: Sequence[int]) -> Sequence[ArticleRow]:
        """The rows with these keys, in that order."""
        marks = ", ".join("?" * len(keys))
        found = dict(self._rows(f"WHERE a.key IN ({marks})", keys))
        return [found[key] for key in keys if key in found]

    def key(self, article: ArticleId) -> int | None:
        """The key of an article; None if it is not here."""
        found = self._index.ask("SELECT key FROM article WHERE id = ?", (article,))
        return int(found[0][0]) if found else None

    def _scan(self, order: Order, by: Grouping) -> _Scan:
        """All keys in that order, kept as long as the index stays as it is and no mark has a say in it."""
        asked = (self._index.state(), order, by)
        if self._scanned is not None and self._scanned[0] == asked and order is not Order.UNREAD:
            return self._scanned[1]
        ordered = f"SELECT key, {{}} FROM article ORDER BY {ORDERED[order]}"
        if by is Grouping.NONE:
            from tui.library.index.list_filter import keys_of

            scan = _Scan(array("I", keys_of(self._index, ordered.format("0"))), array("I"), ())
        else:
            codes: dict[Any, int] = {}
            found = self._index.ask_aside(ordered.format(_head_column(order, by)))
            numbers = array("I", [codes.setdefault(value, len(codes)) for _, value in found])
            heads = tuple(self._head(value, by) for value in codes)
            scan = _Scan(array("I", [key for key, _ in found]), numbers, heads)
        self._scanned = (asked, scan)
        return scan

    def _head(self, value: Any, by: Grouping) -> str:
        """What stands over the articles of that age or outlet."""
        if by is Grouping.PUBLICATION:
            if value == LAST_OF_ALL:
                return "source not given"
            guess = pack_guessed(frozenset({Fact.PUBLICATION}))
            found = self._index.ask(_OUTLET, (guess, value))
            if not found:
                return ""
            name, guessed = found[0]
            return as_guess(name) if guessed else str(name)
        if not value:
            return "undated"
        day = date.fromordinal(-value)
        return f"{day:%Y}" if by is Grouping.YEAR else f"{day:%B %Y}"

    def _rows(self, which: str, values: Sequence[Any]) -> list[tuple[int, ArticleRow]]:
        found = self._index.ask(f"{_ROW} {which}", values)
        marks = self._marks.of([ArticleId(row[0]) for row in found])
        return [(row[-1], self._row(row, marks[row[0]])) for row in found]

    def _row(self, row: Sequence[Any], mark: Mark) -> ArticleRow:
        name, root, path, title, titled, publication, published, minutes, quotations, guessed, _ = row
        return ArticleRow(
            article=ArticleId(name),
            path=self._roots.shown(root, path),
            title=title,
            titled=bool(titled),
            publication=publication,
            published=date.fromisoformat(published) if published else None,
            minutes=minutes,
            quotations=quotations,
            read=mark.read,
            starred=mark.starred,
            tags=mark.tags,
            note=mark.note,
            guessed=unpack_guessed(guessed),
        )


class LiveListing(NamedTuple):
    """The whole list in one order."""

    lister: ListQueries
    order: Order
    total: int
    groups: tuple[RowGroup, ...]

    def rows(self, start: int, limit: int) -> Sequence[ArticleRow]:
        """`limit` rows from row `start`."""
        return self.lister.rows(self.order, start, limit)

    def position(self, article: ArticleId) -> int | None:
        """At which row the article stands; None if it is not in this list."""
        return self.lister.position(article, self.order)


class MaterializedListing(NamedTuple):
    """A list whose articles were chosen once."""

    lister: ListQueries
    keys: array[int]
    groups: tuple[RowGroup, ...]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.keys)

    def rows(self, start: int, limit: int) -> Sequence[ArticleRow]:
        """`limit` rows from row `start`."""
        return self.lister.of_keys(self.keys[start : start + limit]) if start >= 0 else ()

    def position(self, article: ArticleId) -> int | None:
        """At which row the article stands; None if it is not in this list."""
        key = self.lister.key(article)
        try:
            return None if key is None else self.keys.index(key)
        except ValueError:
            return None


def _head_column(order: Order, by: Grouping) -> str:
    """What the articles under one head have in common, in SQL."""
    return "outlet" if by is Grouping.PUBLICATION else _AGE.get(order, "age")


def _grouped(parts: Iterable[tuple[str, int]]) -> tuple[RowGroup, ...]:
    """The heads of the list, each with all that follows under it."""
    runs = groupby(parts, key=lambda part: part[0])
    return tuple(RowGroup(words, sum(size for _, size in run)) for words, run in runs)
