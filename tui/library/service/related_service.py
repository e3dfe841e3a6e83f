"""What the articles of a library have in common. The analysis is imported when it is first asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.query.quotation_search import QuotationSearcher
from tui.library.service.index_check import IndexCheck
from tui.model.article import ArticleId
from tui.model.relation import Relation
from tui.model.span import Span

if TYPE_CHECKING:
    from tui.model.text_reuse import TextReuse


MOST_OF_ONE_TEXT = 40
"""Copies of one text that are named."""


class RelatedService:
    """Answers the port `Related`."""

    def __init__(
        self, index: Index, articles: ArticleStore, searching: QuotationSearcher, check: IndexCheck
    ) -> None:
        self._index, self._articles, self._searching = index, articles, searching
        self._check = check

    def related(self, article: ArticleId, limit: int = 10) -> Sequence[Relation]:
        """The articles that belong with this one, each with its reasons, strongest first; copies besides."""
        return self._check.answered(lambda: self._related(article, limit))

    def _related(self, article: ArticleId, limit: int) -> Sequence[Relation]:
        from tui.library.query.related_articles import SameTexts, related

        key = self._articles.key(article)
        if key is None:
            return ()
        articles = self._articles
        one_text = articles.of_one_text(key, MOST_OF_ONE_TEXT)
        with self._index.aside() as connection:
            found = related(
                connection, key, articles.open, articles.text, limit, SameTexts(one_text, articles.wordings)
            )
        also = {
            one.key: () if one.key in one_text else articles.of_one_text(one.key, MOST_OF_ONE_TEXT)
            for one in found
        }
        ids = articles.ids([*also, *(other for others in also.values() for other in others)])
        return [
            Relation(ids[one.key], *one[1:], tuple(ids[other] for other in also[one.key] if other in ids))
            for one in found
            if one.key in ids
        ]

    def same_words(self, article: ArticleId, span: Span | None = None) -> Sequence[TextReuse]:
        """The other articles that carry the words of `span`, or passages of the article."""
        from tui.library.query.text_reuse_detection import TextReuseDetector

        detector = TextReuseDetector(self._index, self._articles, self._searching)
        return self._check.answered(lambda: detector.same_words(article, span))
