"""The port of one article: what is in it, and where it can be seen outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.cutting import Cutting
    from tui.model.listing import ArticleRow, LibraryCounts
    from tui.model.source import SourceLocation


class Articles(Protocol):
    """The articles themselves, each by its id, which is made from its content and stable."""

    def counts(self) -> LibraryCounts:
        """How much there is."""
        ...

    def cutting(self, article: ArticleId) -> Cutting | None:
        """The article with its annotations; None if it is not (or no longer) here."""
        ...

    def row(self, article: ArticleId) -> ArticleRow | None:
        """The article as the list shows it; None if it is not here."""
        ...

    def source(self, article: ArticleId) -> SourceLocation | None:
        """Where the article can be opened outside of this program; None if it is nowhere else."""
        ...
