"""The port of what articles have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.relation import Relation
    from tui.model.span import Span
    from tui.model.text_reuse import TextReuse


class Related(Protocol):
    """Which articles belong together, and which carry the same words."""

    def related(self, article: ArticleId, limit: int = 10) -> Sequence[Relation]:
        """The articles that belong with this one, each with its reasons, strongest first.

        Copies of it (`Relation.is_copy`) are given besides, so that they do not take the place of others.
        """
        ...

    def same_words(self, article: ArticleId, span: Span | None = None) -> Sequence[TextReuse]:
        """The other articles that carry the words of `span`, or passages of the article; the earliest first.

        Undated ones are last. Not for the thread that draws.
        """
        ...
