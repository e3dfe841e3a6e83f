"""The index kept up to date behind the reader's back: what is indexed is readable at once, nothing jumps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from tui.model.listing import Filter, Grouping, Order
from tui.model.trail import Place
from tui.present.progress_text import change_words, progress_words
from tui.reader.context import ReaderContext
from tui.reader.redraw import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from tui.library.ports.articles import Articles
    from tui.library.ports.lists import Listing, Lists
    from tui.library.ports.sync import Problems, Sync
    from tui.model.article import ArticleId
    from tui.model.cutting import Cutting
    from tui.reader.jobs import Job, Timer
    from tui.reader.shown_list import ShownList

    class SyncLibrary(Articles, Lists, Problems, Sync, Protocol):
        """What keeping the index needs of the library."""


LOOK_EVERY = 2.0
"""Seconds between two questions whether anything has changed; a large library answers "no" unlooked."""
ENOUGH = 20
"""Files or articles indexed before the first is laid on the desk: of fewer another may yet come before it."""
SHOW_EVERY = 1.0
"""Seconds between two drawings of a list that grows: more would be felt at the keys."""
PAUSE = 4
"""So many times as long as an update took, the next one is not looked for."""
BREATH = 0.004
"""Seconds between two bits of a look, so that no key ever waits for it."""
CHANGED = "this article has changed: R shows it as it is now"
LOOKING = "looking at the folder again"
GONE = "its file is gone: the article stays here until you leave it"


class ListAnchor(NamedTuple):
    """Where the reader stands in the list: how it is made, the first entry seen, the chosen one."""

    made: tuple[Order, Filter, Grouping]
    first: ArticleId | None
    chosen: ArticleId | None


class ListUpdate(NamedTuple):
    """The list after a change, and at which rows what the reader stood on is now."""

    anchor: ListAnchor
    listed: Listing
    first: int | None
    chosen: int | None
    not_read: int


class RemovedArticle(NamedTuple):
    """An article that is no longer in the library, as it was, and what its file holds now (or nothing)."""

    cutting: Cutting
    now: tuple[ArticleId, ...]


class SyncListeners(NamedTuple):
    """Who is told when a batch is in the index (and whether enough is), and when all is done."""

    batch: Callable[[bool], None]
    done: Callable[[bool], None]
    """With whether the open article is still in the library."""
    looked: Callable[[], None]


class IndexSync:
    """Brings the library up to date while one reads; progress stands in the masthead."""

    def __init__(
        self, context: ReaderContext, library: SyncLibrary, articles: ShownList, tell: SyncListeners
    ) -> None:
        self._it, self._library, self._list, self._tell = context, library, articles, tell
        self.work = ""
        self.watching = True
        self.timer: Timer | None = None
        """When the next look is due."""
        self._removed: dict[ArticleId, RemovedArticle] = {}
        self._trouble = ""
        self._known: int | None = None
        self._shown: tuple[tuple[int, int], ListAnchor] | None = None

    # bringing up to date

    def start(self) -> None:
        """Start bringing the index up to date, off the path of the keys."""
        self._it.jobs.run(self._update, group="index", failed=self._failed)

    def _failed(self) -> None:
        """Nothing more is tried until the reader asks for it."""
        self.work = ""

    def _update(self, job: Job) -> None:
        started, shown = time.monotonic(), -SHOW_EVERY
        for done, to_do in self._library.update():
            if job.stopped:
                return
            if self._it.desk.cutting is None or time.monotonic() - shown > SHOW_EVERY:
                shown = time.monotonic()
                articles = self._library.counts().articles
                words = progress_words(done, to_do, shown - started, self._it.glyphs.dot, articles)
                enough = done >= min(to_do, ENOUGH) or articles >= ENOUGH
                job.hand_back(self.put, words, self._ask(job), enough)
        if not job.stopped:
            job.hand_back(self.put, "", self._ask(job), True)
            job.hand_back(self._done, self._open_removed(), time.monotonic() - started)

    def _ask(self, job: Job) -> ListUpdate:
        """How the list is now; asked off the path of the keys."""
        return self.update_from(job.ask(self.anchor))

    def update_from(self, anchor: ListAnchor) -> ListUpdate:
        """The list as it is at one moment: between two questions another batch may come."""
        rows = None
        while True:
            listed = self._library.listing(*anchor.made)
            before, rows = rows, _rows_of(anchor, listed)
            if rows == before:
                return ListUpdate(anchor, listed, *rows, self._library.not_read())

    def anchor(self) -> ListAnchor:
        """As it was shown last, if the reader has not moved: the rows may be newer than what was shown."""
        made, widget = self._list.made, self._list.widget
        numbers = widget.first, widget.chosen
        if self._shown is None or self._shown[0] != numbers or self._shown[1].made != made:
            first, chosen = (widget.row(number) for number in numbers)
            self._shown = numbers, ListAnchor(made, first and first.article, chosen and chosen.article)
        return self._shown[1]

    def put(self, words: str, update: ListUpdate, enough: bool) -> None:
        """A batch is in the index: the list grows round what one stands on, the desk stays."""
        self.work = words
        anchor, widget = self.anchor(), self._list.widget
        if anchor != update.anchor:  # the reader has moved meanwhile
            update = self.update_from(anchor)
        self._list.not_read = update.not_read
        first = widget.first if update.first is None else update.first
        self._list.put(update.listed, widget.chosen if update.chosen is None else update.chosen, first)
        if (widget.first, widget.chosen) == (update.first, update.chosen):
            self._shown = (widget.first, widget.chosen), anchor
        self._tell.batch(enough)

    def _done(self, left: RemovedArticle | None, seconds: float) -> None:
        """All is done: say what has changed, and look again by and by."""
        said = self._open_news(left) or self._trouble_news() or self._number_news()
        if said or self._it.status.notice == LOOKING:
            self._it.status.tell(said or "nothing is new")
        if self.watching:
            self.timer = self._it.jobs.after(max(LOOK_EVERY, PAUSE * seconds), self._look)
        self._it.changed(Part.FRAME)
        self._tell.done(left is None)

    def _open_news(self, left: RemovedArticle | None) -> str:
        """What to say, once, when the open article is no longer what its file says."""
        if left is None:
            if self._it.desk.article is not None:
                self._removed.pop(self._it.desk.article, None)
            return ""
        article = left.cutting.article.id
        self._it.nav.removed[article] = left.cutting
        known, self._removed[article] = self._removed.get(article), left
        return "" if known == left else CHANGED if left.now else GONE

    def _trouble_news(self) -> str:
        """What keeps the library from being kept as it should be, said once."""
        troubles = self._library.troubles()
        before, self._trouble = self._trouble, troubles[0].words if troubles else ""
        return "" if self._trouble == before else self._trouble

    def _number_news(self) -> str:
        """How many articles have come or gone since the last time."""
        before, self._known = self._known, self._library.counts().articles
        told = self._it.status.notice not in ("", LOOKING)
        return "" if before is None or told else change_words(self._known - before)

    # looking whether it is due

    def _look(self) -> None:
        self._it.jobs.run(self._look_through, group="index", failed=self._failed)

    def _look_through(self, job: Job) -> None:
        for due in self._library.due():
            if job.stopped:
                return
            if due:
                self._update(job)
                return
            time.sleep(BREATH)
        job.hand_back(self._look_later)

    def _look_later(self) -> None:
        self._tell.looked()
        self.timer = self._it.jobs.after(LOOK_EVERY, self._look)

    def look_again(self) -> None:
        """Look now; an article that has changed is laid on the desk as it is now."""
        left = self._open_gone
        if left is not None and left.now:
            self._it.nav.go(Place(left.now[0], offset=self._it.layout.view.seen().start))
            self._it.status.tell("as it is now; H shows it as it was")
        else:
            self.look_now()

    def look_now(self) -> None:
        """Bring the index up to date without waiting for the next look."""
        if self.work:
            self._it.status.tell("this is being done")
            return
        self._it.status.tell(LOOKING)
        if self.timer is not None:
            self.timer.stop()
        self.start()

    # an article that is no longer there

    @property
    def _open_gone(self) -> RemovedArticle | None:
        """What has become of the open article, if it is not in the library any more."""
        return self._removed.get(self._it.desk.article) if self._it.desk.article else None

    def _open_removed(self) -> RemovedArticle | None:
        """The same, asked of the library off the path of the keys."""
        cutting = self._it.desk.cutting
        if cutting is None or self._library.position(cutting.article.id, self._list.order) is not None:
            return None
        return RemovedArticle(cutting, tuple(self._library.articles_in(cutting.article.path)))

    def notice(self) -> str:
        """What is being done, or has become of the open article; "" if nothing."""
        left = self._open_gone
        return self.work or ((CHANGED if left.now else GONE) if left else "")


def _rows_of(anchor: ListAnchor, listed: Listing) -> tuple[int | None, int | None]:
    first, chosen = (listed.position(one) if one else None for one in (anchor.first, anchor.chosen))
    return first, chosen
