"""The list of articles under the keys: how it is arranged, what is read from it, and on through it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.model.listing import Grouping, Order
from tui.model.trail import Place
from tui.present.grid import Pane
from tui.reader.context import ReaderContext
from tui.reader.navigator import NO_SET, How, Moved
from tui.reader.redraw import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.library.ports.marks import Marks
    from tui.model.article import ArticleId
    from tui.model.listing import ArticleRow
    from tui.reader.actions import Act
    from tui.reader.jobs import Timer
    from tui.reader.shown_list import ShownList

FITS = {
    Grouping.NONE: tuple(Order),
    Grouping.MONTH: (Order.NEWEST, Order.OLDEST),
    Grouping.YEAR: (Order.NEWEST, Order.OLDEST),
    Grouping.PUBLICATION: (Order.PUBLICATION,),
}
"""The orders in which what belongs under one head stands together; the first is taken with the grouping."""
PREVIEW_AFTER = 0.12
"""Seconds the choice rests on an entry before its article is laid on the desk."""


class ArticleListController:
    """Arranges the list, opens and previews what is chosen in it."""

    def __init__(self, context: ReaderContext, articles: ShownList, marks: Marks) -> None:
        self._it, self._list, self._marks = context, articles, marks
        self._resting: Timer | None = None

    def actions(self) -> Mapping[str, Act]:
        """What keys do with the list."""
        return {
            "order": self._next_order,
            "group": self._next_grouping,
            "next_article": partial(self._walk, 1),
            "previous_article": partial(self._walk, -1),
        }

    def _next_order(self) -> None:
        orders, shown = list(Order), self._list
        shown.order = orders[(orders.index(shown.order) + 1) % len(orders)]
        if shown.order not in FITS[shown.by]:
            shown.by = Grouping.NONE
        self._it.status.tell(shown.order.value)
        shown.relist()

    def _next_grouping(self) -> None:
        ways, shown = list(Grouping), self._list
        shown.by = ways[(ways.index(shown.by) + 1) % len(ways)]
        if shown.order not in FITS[shown.by]:
            shown.order = FITS[shown.by][0]
        self._it.status.tell(shown.by.value)
        shown.relist()

    # reading what is chosen

    def chosen(self, number: int, *, opened: bool) -> None:
        """An entry was chosen: it is read, or looked at when the choice rests there."""
        row = self._list.widget.row(number)
        if row is None:
            return
        self._stop_resting()
        if opened and self._it.layout.pane is Pane.LIST:
            self._it.nav.follow(Place(row.article), NO_SET)
        elif not opened:
            self._resting = self._it.jobs.after(PREVIEW_AFTER, lambda: self._preview(row.article))

    def read_chosen(self) -> None:
        """Look at the chosen article, if there is one."""
        if self._list.widget.total:
            self.chosen(self._list.widget.chosen, opened=False)

    def _stop_resting(self) -> bool:
        """No preview is to come any more; whether one was."""
        resting, self._resting = self._resting, None
        if resting is not None:
            resting.stop()
        return resting is not None

    def settle(self) -> None:
        """Open the article that was just chosen, if that is still to come."""
        row = self._list.chosen_row() if self._stop_resting() else None
        if row is not None:
            self._preview(row.article)

    def _preview(self, article: ArticleId) -> None:
        """Look at the chosen article while the keys stay with the list."""
        self._stop_resting()
        if self._it.layout.pane is Pane.LIST and self._it.desk.article != article:
            self._it.nav.preview(article)

    def moved(self, moved: Moved) -> None:
        """The reader is elsewhere: the list stands there, and the article is read."""
        if moved.how is not How.PREVIEW:
            self._list.choose(moved.place.article)
            self._it.jobs.soon(partial(self._read, moved.place.article))

    def _read(self, article: ArticleId) -> None:
        self._marks.set_read(article, True)
        self._it.changed(Part.LIST)

    # on through it

    def _walk(self, by: int) -> None:
        """The next article of the set one came from; without one, of the list."""
        words = self._it.nav.next(by)
        row = None if words else self._beside(by)
        if row is not None:
            self._it.nav.go(Place(row.article), NO_SET)
        else:
            self._it.status.tell(words or "the end of the list")

    def _beside(self, by: int) -> ArticleRow | None:
        """The entry after the chosen one, or before it; the chosen one itself where one is not on it."""
        chosen, widget = self._list.chosen_row(), self._list.widget
        if chosen is not None and chosen.article != self._it.desk.article:
            return chosen
        number = widget.chosen + by
        return widget.row(number) if 0 <= number < widget.total else None
