"""What a library remembers from run to run: the reader's ways through it, and how they like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.library.user.history_db import HistoryDb
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.listing import Grouping, Order
from tui.model.trail import Place, Trail

if TYPE_CHECKING:
    from tui.model.trail import Visit

FILE_NAME = "trail.db"


class HistoryService:
    """Answers the ports `History` and `Preferences` for the library of that name.

    The last place and the order of the list are kept with the marks; the rest is a comfort, in a file of its
    own. What was kept under an article's former id is told under the one that `present_id` knows.
    """

    def __init__(self, marks: MarksStore, library: str, present_id: Callable[[ArticleId], ArticleId]) -> None:
        self._marks, self._library, self._present_id = marks, library, present_id
        self._db = HistoryDb(marks.path.with_name(FILE_NAME))

    def last_place(self) -> Place | None:
        """Where reading stopped the last time."""
        place = self._marks.place(self._library)
        return place and self._at_present(place)

    def set_last_place(self, place: Place) -> None:
        """Remember durably where reading stopped."""
        self._marks.set_place(self._library, place)

    def visits(self) -> Sequence[Visit]:
        """Where the reader has been here, in this run and earlier ones, the latest first."""
        found = self._db.visits(self._library)
        return [visit._replace(place=self._at_present(visit.place)) for visit in found]

    def visited(self, visit: Visit | None, left: Place | None) -> None:
        """Remember a visit, and how the place before it was left."""
        self._db.visited(self._library, visit, left)

    def last_trail(self) -> Trail:
        """The way that the reader had taken when they last left, to go back along it."""
        back, here, forward = self._db.trail(self._library)
        return Trail(
            tuple(map(self._at_present, back)),
            here and self._at_present(here),
            tuple(map(self._at_present, forward)),
        )

    def set_last_trail(self, trail: Trail) -> None:
        """Remember the way taken."""
        self._db.set_trail(self._library, trail)

    def arranged(self) -> tuple[Order, Grouping]:
        """How the list was ordered and grouped the last time."""
        order, _, by = self._marks.look(self._library).partition("; ")
        known = order in list(Order) and by in list(Grouping)
        return (Order(order), Grouping(by)) if known else (Order.NEWEST, Grouping.NONE)

    def set_arranged(self, order: Order, by: Grouping) -> None:
        """Remember durably how the list is ordered and grouped."""
        self._marks.set_look(self._library, f"{order.value}; {by.value}")

    def kept(self, name: str) -> str | None:
        """A small choice of the reader's that was kept from run to run."""
        return self._db.kept(name)

    def keep(self, name: str, value: str) -> None:
        """Keep a small choice of the reader's."""
        self._db.keep(name, value)

    def _at_present(self, place: Place) -> Place:
        return place._replace(article=self._present_id(place.article))

    def close(self) -> None:
        """Let go of the file of ways. Safe to call twice."""
        self._db.close()
