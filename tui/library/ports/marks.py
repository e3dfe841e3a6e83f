"""The port of what the reader writes beside articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.mark import Mark


class Marks(Protocol):
    """Read, starred, tags and a note, by article: durable when a call returns."""

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        ...

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        ...

    def set_tags(self, article: ArticleId, tags: Sequence[str]) -> None:
        """Give the article these tags durably, and no others."""
        ...

    def set_note(self, article: ArticleId, note: str) -> None:
        """Keep a note on the article durably; an empty one takes it away."""
        ...

    def mark(self, article: ArticleId) -> Mark:
        """What the article is marked with."""
        ...

    def tags(self) -> Sequence[str]:
        """The reader's tags, most used first."""
        ...
