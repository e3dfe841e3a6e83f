"""What the reader writes beside the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.service.marks_mirror import MarksMirror
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.mark import Mark, tags_in


class MarksService:
    """Answers the port `Marks`: they are kept first, then copied into the index when it is free."""

    def __init__(self, marks: MarksStore, mirror: MarksMirror) -> None:
        self._marks, self._mirror = marks, mirror

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        self._marks.set_read(article, read)
        self._mirror.mirror_when_free()

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        self._marks.set_starred(article, starred)
        self._mirror.mirror_when_free()

    def set_tags(self, article: ArticleId, tags: Sequence[str]) -> None:
        """Give the article these tags durably, and no others."""
        self._marks.set_tags(article, tags_in(" ".join(map(clean_line, tags))))

    def set_note(self, article: ArticleId, note: str) -> None:
        """Keep a note on the article durably; an empty one takes it away."""
        self._marks.set_note(article, clean(note).strip())

    def mark(self, article: ArticleId) -> Mark:
        """What the article is marked with."""
        return self._marks.mark(article)

    def tags(self) -> Sequence[str]:
        """The tags in use, most used first."""
        used = Counter(tag for mark in self._marks.tagged() for tag in mark.tags)
        return [tag for tag, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))]
