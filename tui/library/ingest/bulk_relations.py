"""Articles that wait for their relations: gathered as they come and entered many at once.

The words and the passages of each article lie all over their tables, whose pages are so written less often.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from tui.library.index import relation_tables
from tui.library.index.cutting_codec import common_in, unpack
from tui.library.index.database import Index
from tui.library.index.postings import as_json_list
from tui.library.ingest.analysis import AnalysedArticle
from tui.model.article import ArticleId
from tui.related.article_features import ArticleFeatures, features_of

FEWEST, SHARE, MOST = 2_000, 0.25, 8_000
"""So many articles are entered at once, or this share of the library if that is more: the most take 25 MB."""


class PendingRelations:
    """The articles whose relations are still to be entered, with those that a broken off update left."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._waiting: dict[ArticleId, ArticleFeatures] = {}

    def gather(self, articles: Iterable[AnalysedArticle]) -> None:
        """Let these wait, which are in the index by now."""
        self._waiting |= {analysed.article.id: analysed.signature for analysed in articles}
        if len(self._waiting) >= self._enough():
            self._enter_waiting()

    def enter(self) -> Iterator[int]:
        """Enter all that wait; yields how many after each transaction."""
        if self._waiting:
            yield self._enter_waiting()
        while keys := self._index.ask(
            "SELECT key FROM article WHERE key NOT IN (SELECT article FROM related_signature) LIMIT ?",
            (self._enough(),),
        ):
            with self._index.changing() as connection:
                relation_tables.add(connection, {key: _signature(connection, key) for (key,) in keys})
                relation_tables.fold(connection)
            yield len(keys)

    def _enter_waiting(self) -> int:
        waiting, self._waiting = self._waiting, {}
        with self._index.changing() as connection:
            keys = connection.execute(
                """SELECT a.key, a.id FROM json_each(?) CROSS JOIN article a ON a.id = value
                WHERE a.key NOT IN (SELECT article FROM related_signature)""",
                (as_json_list(waiting),),
            ).fetchall()
            relation_tables.add(connection, {key: waiting[article] for key, article in keys})
            relation_tables.fold(connection)
        return len(keys)

    def _enough(self) -> int:
        return min(MOST, max(FEWEST, int(SHARE * self._index.fact("articles", 0))))


def _signature(connection: sqlite3.Connection, key: int) -> ArticleFeatures:
    (packed,) = connection.execute("SELECT packed FROM cutting WHERE article = ?", (key,)).fetchone()
    return features_of(unpack(packed, "", common_in(connection)))
