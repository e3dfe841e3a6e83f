"""Related articles for measuring: the library's own tables, in memory.

python measure/related_quality.py data/ecb.jsonl --engine bench.related:build
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from tui.library.index import relation_tables
from tui.library.query import related_articles
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.cutting import Cutting
from tui.model.span import Span
from tui.related.article_features import features_of


class Engine:
    """Ranks the articles it was built from, by their positions."""

    def __init__(self, articles: Sequence[Mapping[str, str]]) -> None:
        self.con = sqlite3.connect(":memory:")
        relation_tables.create(self.con)
        signatures = (features_of(cutting(article)) for article in articles)
        relation_tables.add(self.con, dict(enumerate(signatures)))

    def related(self, position: int, limit: int) -> list[int]:
        """At most `limit` other positions, the most alike first."""
        return [other for other, _ in related_articles.candidates(self.con, position, limit)]


def cutting(article: Mapping[str, str]) -> Cutting:
    """An article given as its id, title and text; the ranking reads its words alone."""
    text = article["text"]
    paragraphs = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line))))
        start += len(line)
    headline = article.get("title") or None
    return Cutting(Article(ArticleId("0" * 16), article["id"], text, tuple(paragraphs), headline))


def build(articles: Sequence[Mapping[str, str]]) -> Engine:
    """The engine that the measure asks for."""
    return Engine(articles)
