"""The port of the lists: articles in an order, narrowed and under heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.model.listing import EVERYTHING, ArticleRow, Filter, Grouping, Order, RowGroup

if TYPE_CHECKING:
    from tui.model.article import ArticleId


class Listing(Protocol):
    """A list of articles: what is read since does not move its rows. After an update it is asked for anew."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        ...

    @property
    def groups(self) -> Sequence[RowGroup]:
        """The heads over the rows, in their order; none if the list is not grouped."""
        ...

    def rows(self, start: int, limit: int) -> Sequence[ArticleRow]:
        """`limit` rows from row `start`, with the marks that they have by now."""
        ...

    def position(self, article: ArticleId) -> int | None:
        """At which row the article stands; None if it is not in this list."""
        ...


class Lists(Protocol):
    """The articles in their orders."""

    def rows(self, order: Order, start: int, limit: int) -> Sequence[ArticleRow]:
        """`limit` rows of the whole list in that order, from row `start`."""
        ...

    def position(self, article: ArticleId, order: Order) -> int | None:
        """At which row of that order the article stands; None if it is not here."""
        ...

    def listing(self, order: Order, only: Filter = EVERYTHING, by: Grouping = Grouping.NONE) -> Listing:
        """The list of the articles that fit the filter.

        Grouped by date it has to be ordered by date, by publication by that. The whole list is there at
        once; one with a filter takes its time in a large library: not for the thread that draws.
        """
        ...

    def every(self, order: Order) -> Iterator[ArticleRow]:
        """All rows in that order, each once, of the articles that there are when the first is asked for.

        However long it takes and whatever an update changes meanwhile; one that is gone by then is left out.
        """
        ...
