"""The list as it is shown: in which order, under which heads, narrowed to what. The place in it is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.model.listing import EVERYTHING, Filter, Grouping, Order
from tui.present.coverage_text import missing
from tui.present.styles import truncate
from tui.present.text_width import printable
from tui.reader.redraw import Part
from tui.reader.status import ListStatus

if TYPE_CHECKING:
    from typing import Protocol

    from tui.library.ports.articles import Articles
    from tui.library.ports.history import Preferences
    from tui.library.ports.lists import Listing, Lists
    from tui.library.ports.sync import Covered, Problems
    from tui.model.article import ArticleId
    from tui.model.listing import ArticleRow
    from tui.reader.desk import Desk
    from tui.reader.jobs import Job, Jobs
    from tui.reader.redraw import Changed
    from tui.widgets.article_list import ArticleList

    class ListLibrary(Articles, Lists, Covered, Problems, Preferences, Protocol):
        """What the list needs of the library."""


class ShownList:
    """Holds the list as it was last asked for, and asks again when something about it changes."""

    def __init__(
        self, library: ListLibrary, widget: ArticleList, desk: Desk, jobs: Jobs, changed: Changed
    ) -> None:
        self._library, self._desk, self._jobs, self._changed = library, desk, jobs, changed
        self.widget = widget
        self.order, self.by = library.arranged()
        self.only: Filter = EVERYTHING
        self.filter_line = ""
        self.listed: Listing = library.listing(self.order, self.only, self.by)
        self.not_read = 0
        self._asked = False
        self._then: Callable[[], None] | None = None

    # asking for it

    @property
    def made(self) -> tuple[Order, Filter, Grouping]:
        """How the list is made."""
        return self.order, self.only, self.by

    def refill(self) -> None:
        """Show the list as it is now, standing where it stood."""
        self._put_kept(None, self._library.listing(*self.made))

    def relist(self, on: ArticleId | None = None) -> None:
        """The same without keeping a key waiting: the last list that was asked for is shown.

        With `on` it stands there if that article is in it, else at its beginning.
        """
        self._asked, self._then = False, None
        if (self.only, self.by) == (EVERYTHING, Grouping.NONE) and self.order is not Order.UNREAD:
            self._jobs.cancel("list")
            self._put_kept(on, self._library.listing(*self.made))
            return
        self._asked, made = True, self.made

        def ask(_job: Job) -> Listing:
            return self._library.listing(*made)

        self._jobs.run(ask, partial(self._answered, on), group="list")

    def when_listed(self, act: Callable[[], None]) -> None:
        """Do this with the list that was asked for last: at once, or when it comes."""
        if self._asked:
            self._then = act
        else:
            act()

    def _answered(self, on: ArticleId | None, listed: Listing) -> None:
        self._asked, act, self._then = False, self._then, None
        self._put_kept(on, listed)
        if act is not None:
            act()

    def _put_kept(self, on: ArticleId | None, listed: Listing) -> None:
        chosen, before = on or self.chosen_article(), 0 if on else self.widget.chosen
        self.not_read = self._library.not_read()
        open_here = None if on else self._desk.article
        places = (listed.position(article) for article in (chosen, open_here) if article)
        at = next((place for place in places if place is not None), min(before, max(0, listed.total - 1)))
        self.put(listed, at)

    def put(self, listed: Listing, chosen: int, first: int | None = None) -> None:
        """Show that list with an entry chosen; with `first` the entry that stood on top stays there."""
        self.listed = listed
        self.widget.empty = self._empty()
        self.widget.put(listed.rows, listed.total, chosen, listed.groups, first)
        self._changed(Part.FRAME)

    def _empty(self) -> tuple[str, ...]:
        """What the list says when it has nothing to show."""
        if self.only != EVERYTHING:
            so_far = missing(self._library.coverage())
            head = ("no article fits so far:", so_far) if so_far else ("no article fits",)
            return (*head, "", "esc shows all of them")
        if not self.not_read:
            return ("no articles here",)
        files = "1 file" if self.not_read == 1 else f"{self.not_read:,} files"
        return ("no articles here", "", f"{files} could not be", "read: P tells why")

    # what stands in it

    def chosen_row(self) -> ArticleRow | None:
        """The entry that is chosen."""
        return self.widget.row(self.widget.chosen) if self.widget.total else None

    def chosen_article(self) -> ArticleId | None:
        """Its article."""
        row = self.chosen_row()
        return row.article if row else None

    def choose(self, article: ArticleId) -> None:
        """Choose the entry of that article, if it has one."""
        number = self.listed.position(article)
        if number is not None and number != self.widget.chosen:
            self.widget.choose(number)

    def forget(self, article: ArticleId) -> None:
        """The facts of that entry have changed."""
        number = self.listed.position(article)
        if number is not None:
            self.widget.forget(number)

    def draw(self, parts: Part) -> None:
        """Draw the chosen entry if it has changed."""
        if Part.LIST in parts:
            self.widget.forget(self.widget.chosen)

    # what is said of it

    def counted(self) -> str:
        """How many articles of how many the list shows."""
        return f"{self.widget.total:,} of {self._library.counts().articles:,}"

    def status(self) -> ListStatus:
        """What masthead and key line say of the list."""
        total, glyphs = self.widget.total, self.widget.glyphs
        place = f"{self.widget.chosen + 1:,} of {total:,}" if total else "no articles"
        narrowed = ""
        if self.only != EVERYTHING:
            narrowed = (
                f"{self.counted()} {glyphs.dot} {truncate(printable(self.filter_line), 40, glyphs.cut)}"
            )
        arranged = self.order.value if self.by is Grouping.NONE else self.by.value
        return ListStatus(place, narrowed, arranged, self.not_read)

    def keep_arrangement(self) -> None:
        """Keep how the list is arranged, for the next run."""
        self._library.set_arranged(self.order, self.by)
