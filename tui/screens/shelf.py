"""The shelf: which articles the list shows, in which order and under which heads. The place is kept."""

from __future__ import annotations

from collections.abc import Callable

from textual.worker import get_current_worker

from tui.keymap import Key
from tui.library.ports.library import Library
from tui.library.ports.lists import Listing
from tui.model.article import ArticleId
from tui.model.listing import EVERYTHING, Filter, Grouping, Order
from tui.present.coverage_text import missing
from tui.present.glyphs import Glyphs
from tui.screens.room import Room
from tui.theme import StyleResolver

FITS = {
    Grouping.NONE: tuple(Order),
    Grouping.MONTH: (Order.NEWEST, Order.OLDEST),
    Grouping.YEAR: (Order.NEWEST, Order.OLDEST),
    Grouping.PUBLICATION: (Order.PUBLICATION,),
}
"""The orders in which what belongs under one head stands together; the first is taken with the grouping."""


class Shelf(Room):
    """Holds the list as it was last asked for, and asks again when something about it changes."""

    def __init__(
        self, library: Library, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...]
    ) -> None:
        super().__init__(palette, glyphs, keys)
        self.library = library
        self.order, self.by = library.arranged()
        self.only: Filter = EVERYTHING
        self.listed: Listing = library.listing(self.order, self.only, self.by)
        self.not_read = 0
        self.notice = ""
        self._asked = False
        self._then: Callable[[], None] | None = None

    def open_article(self) -> ArticleId | None:
        """The article that lies on the desk, if one does."""
        return None

    def refill(self) -> None:
        """Show the list as it is now, standing where it stood."""
        self._put_listing(self.library.listing(self.order, self.only, self.by))

    def relist(self, on: ArticleId | None = None) -> None:
        """The same without keeping a key waiting: the last list that was asked for is shown.

        With `on` it stands there if that article is in it, else at its beginning.
        """
        if (self.only, self.by) == (EVERYTHING, Grouping.NONE) and self.order is not Order.UNREAD:
            self.workers.cancel_group(self, "list")
            self._asked, self._then = False, None
            self._put_listing(self.library.listing(self.order, self.only, self.by), on)
        else:
            self._asked, self._then = True, None
            self.run_worker(lambda: self._list_anew(on), thread=True, exclusive=True, group="list")

    def when_listed(self, act: Callable[[], None]) -> None:
        """Do this with the list that was asked for last: at once, or when it comes."""
        if self._asked:
            self._then = act
        else:
            act()

    def _list_anew(self, on: ArticleId | None) -> None:
        worker = get_current_worker()
        listed = self.library.listing(self.order, self.only, self.by)
        if not worker.is_cancelled:
            self.hand_back(self._put_asked, listed, worker, on)

    def _put_asked(self, listed: Listing, worker: object, on: ArticleId | None) -> None:
        if not getattr(worker, "is_cancelled", False):
            self._asked, act, self._then = False, self._then, None
            self._put_listing(listed, on)
            if act is not None:
                act()
            self.draw_frame()

    def chosen_article(self) -> ArticleId | None:
        """The one that is chosen in the list."""
        row = self.list.row(self.list.chosen) if self.list.total else None
        return row.article if row else None

    def _put_listing(self, listed: Listing, on: ArticleId | None = None) -> None:
        chosen, before = on or self.chosen_article(), 0 if on else self.list.chosen
        self.not_read = self.library.not_read()
        places = (
            listed.position(article) for article in (chosen, None if on else self.open_article()) if article
        )
        at = next((place for place in places if place is not None), min(before, max(0, listed.total - 1)))
        self.put_listing(listed, at)

    def put_listing(self, listed: Listing, chosen: int, first: int | None = None) -> None:
        """Show that list with an entry chosen; with `first` the entry that stood on top stays there."""
        self.listed = listed
        self.list.empty = self._empty()
        self.list.put(listed.rows, listed.total, chosen, listed.groups, first)

    def _empty(self) -> tuple[str, ...]:
        """What the list says when it has nothing to show."""
        if self.only != EVERYTHING:
            so_far = missing(self.library.coverage())
            head = ("no article fits so far:", so_far) if so_far else ("no article fits",)
            return (*head, "", "esc shows all of them")
        if not self.not_read:
            return ("no articles here",)
        files = "1 file" if self.not_read == 1 else f"{self.not_read:,} files"
        return ("no articles here", "", f"{files} could not be", "read: P tells why")

    def do_order(self) -> None:
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        if self.order not in FITS[self.by]:
            self.by = Grouping.NONE
        self.notice = self.order.value
        self.relist()

    def do_group(self) -> None:
        ways = list(Grouping)
        self.by = ways[(ways.index(self.by) + 1) % len(ways)]
        if self.order not in FITS[self.by]:
            self.order = FITS[self.by][0]
        self.notice = self.by.value
        self.relist()
