"""The index kept up to date behind the reader's back: what is indexed is readable at once, nothing jumps."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer
from textual.worker import get_current_worker

from tui.keymap import Key
from tui.library.ports.library import Library
from tui.library.ports.lists import Listing
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import Filter, Grouping, Order
from tui.model.trail import Place
from tui.present.glyphs import Glyphs
from tui.present.grid import Pane
from tui.present.progress_text import change_words, progress_words
from tui.screens.dressing import Dressing
from tui.theme import StyleResolver

if TYPE_CHECKING:
    from tui.screens.problems import ProblemsScreen

LOOK_EVERY = 2.0
"""Seconds between two questions whether anything has changed; a large library answers "no" unlooked."""
ENOUGH = 20
"""Files indexed before the first article is laid on the desk: of fewer another may yet come before it."""
SHOW_EVERY = 1.0
"""Seconds between two drawings of a list that grows: more would be felt at the keys."""
PAUSE = 4
"""So many times as long as an update took, the next one is not looked for."""
BREATH = 0.004
"""Seconds between two bits of a look, so that no key ever waits for it."""
CHANGED = "this article has changed: R shows it as it is now"
LOOKING = "looking at the folder again"
GONE = "its file is gone: the article stays here until you leave it"


class Standing(NamedTuple):
    """Where the reader stands in the list: how it is made, the first entry seen, the chosen one."""

    made: tuple[Order, Filter, Grouping]
    first: ArticleId | None
    chosen: ArticleId | None


class News(NamedTuple):
    """The list after a change, and at which rows what the reader stood on is now."""

    standing: Standing
    listed: Listing
    first: int | None
    chosen: int | None
    not_read: int


class Departed(NamedTuple):
    """An article that is no longer in the library, as it was, and what its file holds now (or nothing)."""

    cutting: Cutting
    now: tuple[ArticleId, ...]


class Tending(Dressing):
    """A desk whose library is brought up to date while one reads; progress stands in the masthead."""

    work = ""
    watching = True
    problems: ProblemsScreen | None = None
    _trouble = ""
    _known: int | None = None
    _shown: tuple[tuple[int, int], Standing] | None = None
    _timer: Timer | None = None

    def __init__(
        self, library: Library, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...]
    ) -> None:
        super().__init__(library, palette, glyphs, keys)
        self._all_departed: dict[ArticleId, Departed] = {}

    # bringing up to date

    def tend(self) -> None:
        """Start bringing the index up to date, off the path of the keys."""
        self.run_worker(partial(self.unless_left, self._tend), thread=True, exclusive=True, group="index")

    def _tend(self) -> None:
        worker = get_current_worker()
        started, shown = time.monotonic(), -SHOW_EVERY
        for done, to_do in self.library.update():
            if worker.is_cancelled:
                return
            if self.cutting is None or time.monotonic() - shown > SHOW_EVERY:
                shown = time.monotonic()
                words = progress_words(done, to_do, shown - started, self.glyphs.dot)
                self.hand_back(self._tended, words, self._news(), done >= min(to_do, ENOUGH))
        if not worker.is_cancelled:
            self.hand_back(self._tended, "", self._news(), True)
            self.hand_back(self._ended, self._now_of_desk(), time.monotonic() - started)

    def _news(self) -> News:
        """How the list is now; asked off the path of the keys."""
        return self._news_of(self.app.call_from_thread(self._standing))

    def _news_of(self, standing: Standing) -> News:
        """The list as it is at one moment: between two questions another batch may come."""
        rows = None
        while True:
            listed = self.library.listing(*standing.made)
            before, rows = rows, _rows_of(standing, listed)
            if rows == before:
                return News(standing, listed, *rows, self.library.not_read())

    def _standing(self) -> Standing:
        """As it was shown last, if the reader has not moved: the rows may be newer than what was shown."""
        made, numbers = (self.order, self.only, self.by), (self.list.first, self.list.chosen)
        if self._shown is None or self._shown[0] != numbers or self._shown[1].made != made:
            first, chosen = (self.list.row(number) for number in numbers)
            self._shown = numbers, Standing(made, first and first.article, chosen and chosen.article)
        return self._shown[1]

    def _tended(self, words: str, news: News, enough: bool) -> None:
        """A batch is in the index: the list grows round what one stands on, the desk stays."""
        self.work = words
        standing = self._standing()
        if standing != news.standing:  # the reader has moved meanwhile
            news = self._news_of(standing)
        self.not_read = news.not_read
        first = self.list.first if news.first is None else news.first
        self.put_listing(news.listed, self.list.chosen if news.chosen is None else news.chosen, first)
        if (self.list.first, self.list.chosen) == (news.first, news.chosen):
            self._shown = (self.list.first, self.list.chosen), standing
        self.draw_frame()

    def _ended(self, left: Departed | None, seconds: float) -> None:
        """All is done: say what has changed, and look again by and by."""
        said = self._desk_news(left) or self._trouble_news() or self._number_news()
        if said or self.notice == LOOKING:
            self.notice = said or "nothing is new"
        if self.watching:
            self._timer = self.set_timer(max(LOOK_EVERY, PAUSE * seconds), self._look)
        self.draw_frame()
        self.relations_due = left is None  # of an article that is gone nothing is related any more
        self.renew_relations()
        if self.problems is not None:
            self.problems.renew()

    def _desk_news(self, left: Departed | None) -> str:
        """What to say, once, when the article on the desk is no longer what its file says."""
        if left is None:
            if self.cutting is not None:
                self._all_departed.pop(self.cutting.article.id, None)
            return ""
        article = left.cutting.article.id
        self.gone[article] = left.cutting
        known, self._all_departed[article] = self._all_departed.get(article), left
        return "" if known == left else CHANGED if left.now else GONE

    def _trouble_news(self) -> str:
        """What keeps the library from being kept as it should be, said once."""
        troubles = self.library.troubles()
        before, self._trouble = self._trouble, troubles[0].words if troubles else ""
        return "" if self._trouble == before else self._trouble

    def _number_news(self) -> str:
        """How many articles have come or gone since the last time."""
        before, self._known = self._known, self.library.counts().articles
        return (
            "" if before is None or self.notice not in ("", LOOKING) else change_words(self._known - before)
        )

    # looking whether it is due

    def _look(self) -> None:
        self.run_worker(self._looked, thread=True, exclusive=True, group="index")

    def _looked(self) -> None:
        worker = get_current_worker()
        for due in self.library.due():
            if worker.is_cancelled:
                return
            if due:
                self._tend()
                return
            time.sleep(BREATH)
        self.hand_back(self._look_later)

    def _look_later(self) -> None:
        self.renew_relations()
        self._timer = self.set_timer(LOOK_EVERY, self._look)

    def do_look_again(self) -> None:
        """Look now; an article that has changed is laid on the desk as it is now."""
        if self._departed is not None and self._departed.now:
            place = Place(self._departed.now[0], offset=self.view.seen().start)
            self.go(place)
            self.notice = "as it is now; H shows it as it was"
        else:
            self.look_now()

    def look_now(self) -> None:
        """Bring the index up to date without waiting for the next look."""
        if self.work:
            self.notice = "this is being done"
        else:
            self.notice = LOOKING
            if self._timer is not None:
                self._timer.stop()
            self.tend()

    # an article that is no longer there

    def put_article(self, place: Place) -> None:
        """Lay it on the desk, as it was if need be; one that is not to be had leaves the desk as it is."""
        if place.article in self.gone or self.library.row(place.article) is not None:
            super().put_article(place)
        else:
            self.notice = "that article is no longer here"

    @property
    def _departed(self) -> Departed | None:
        """What has become of the article on the desk, if it is not in the library any more."""
        return self._all_departed.get(self.cutting.article.id) if self.cutting is not None else None

    def _now_of_desk(self) -> Departed | None:
        """The same, asked of the library off the path of the keys."""
        cutting = self.cutting
        if cutting is None or self.library.position(cutting.article.id, self.order) is not None:
            return None
        now = self.library.articles_in(cutting.article.path)
        return Departed(cutting, tuple(now))

    def notice_of_work(self) -> str:
        left = self._departed
        return self.work or ((CHANGED if left.now else GONE) if left else "")

    # problems

    def do_problems(self) -> None:
        """Every file that was not read or is in doubt, over the page."""
        from tui.screens.problems import ProblemsScreen

        self.problems = ProblemsScreen(self.library, self.palette, self.glyphs, self.keys, self.look_now)
        self.app.push_screen(self.problems, self._problems_left)

    def _problems_left(self, place: Place | None) -> None:
        self.problems = None
        if place is not None:
            self.turn_to(Pane.ARTICLE)
            self.go(place)
        self.draw_frame()


def _rows_of(standing: Standing, listed: Listing) -> tuple[int | None, int | None]:
    first, chosen = (listed.position(one) if one else None for one in (standing.first, standing.chosen))
    return first, chosen
