"""The way of the reader, kept from run to run."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from tui.model.printed_words import as_read
from tui.model.trail import PageKind, Place, Trail, Visit
from tui.present.guess_marks import shown_title
from tui.reader.navigator import How, Moved

if TYPE_CHECKING:
    from typing import Protocol

    from tui.library.ports.articles import Articles
    from tui.library.ports.history import History
    from tui.model.article import ArticleId
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

    class HistoryLibrary(Articles, History, Protocol):
        """What the history needs of the library."""


SNIPPET = 120
"""Letters of the words landed on that the history keeps."""


class HistoryController:
    """Joins the way of the last run to this one, and from then on remembers every step."""

    def __init__(self, context: ReaderContext, library: HistoryLibrary) -> None:
        self._it, self._library = context, library
        self.recalled = False

    def recall(self) -> None:
        """Join the way of the last run to this one."""
        self._it.jobs.run(self._read, self._join, group="trail")

    def _read(self, _job: Job) -> tuple[Trail, ArticleId | None]:
        kept = self._library.last_trail()
        there = {place.article for place in (*kept.back, *kept.forward)}
        gone = {article for article in there if self._library.row(article) is None}
        back = tuple(place for place in kept.back if place.article not in gone)
        forward = tuple(place for place in kept.forward if place.article not in gone)
        seen = self._library.visits()
        return Trail(back, kept.here, forward), seen[0].place.article if seen else None

    def _join(self, found: tuple[Trail, ArticleId | None]) -> None:
        earlier, newest = found
        trail = self._it.nav.trail
        first = trail.back[0] if trail.back else trail.here
        self._it.nav.join(earlier)
        self.recalled = True
        if first is not None and first.article != newest:
            self._remember(first, None)

    def moved(self, moved: Moved) -> None:
        """Remember the step."""
        if not self.recalled or moved.how is How.PREVIEW:
            return
        anew, trail = moved.how is How.ANEW, self._it.nav.trail
        left = trail.back[-1] if anew and trail.back else None
        self._it.jobs.soon(partial(self._remember, moved.place if anew else None, left))

    def _remember(self, place: Place | None, left: Place | None) -> None:
        """Keep a step, and the way as it is now; looking at the history is no step of the history."""
        left = None if left is not None and _is_history(left) else left
        cutting, visit = self._it.desk.cutting, None
        if place is not None and cutting is not None and not _is_history(place):
            words = as_read(place.span.of(cutting.article.text))[:SNIPPET] if place.span else ""
            title = " ".join(shown_title(cutting.article).split())[:SNIPPET]
            visit = Visit(place, datetime.now(), title, " ".join(words.split()))
        self._library.visited(visit, left)
        self._library.set_last_trail(self._it.nav.trail)

    def keep(self) -> None:
        """Keep the way for the next run."""
        if self.recalled:
            self._library.set_last_trail(self._it.nav.trail)


def _is_history(place: Place) -> bool:
    return place.leaf is not None and place.leaf.kind is PageKind.HISTORY
