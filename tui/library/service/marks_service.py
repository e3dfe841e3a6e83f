"""The part of a library that is the reader's own: marks on its articles, and how it was left last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.index.database import Index
from tui.library.service.marks_mirror import MirroredMarks
from tui.library.user.marks import Marks
from tui.model.article import ArticleId
from tui.model.listing import Grouping, Order
from tui.model.mark import Mark, tags_in
from tui.model.trail import Place


class Marked:
    """Keeps marks by article, and places by the name of the library. Safe from any thread."""

    def __init__(self, marks: Marks, index: Index, own_name: str) -> None:
        self._marks = marks
        self._mirrored = MirroredMarks(marks, index)
        self._known_as = own_name

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        self._mirrored.set_read(article, read)

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        self._mirrored.set_starred(article, starred)

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

    def last_place(self) -> Place | None:
        """Where reading stopped the last time."""
        return self._marks.place(self._known_as)

    def set_last_place(self, place: Place) -> None:
        """Remember durably where reading stopped."""
        self._marks.set_place(self._known_as, place)

    def arranged(self) -> tuple[Order, Grouping]:
        """How the list was ordered and grouped the last time."""
        order, _, by = self._marks.look(self._known_as).partition("; ")
        known = order in list(Order) and by in list(Grouping)
        return (Order(order), Grouping(by)) if known else (Order.NEWEST, Grouping.NONE)

    def set_arranged(self, order: Order, by: Grouping) -> None:
        """Remember durably how the list is ordered and grouped."""
        self._marks.set_look(self._known_as, f"{order.value}; {by.value}")
