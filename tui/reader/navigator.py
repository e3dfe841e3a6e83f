"""Where the reader is, was, and goes on to: the only navigation state of the program."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.model.trail import Place, Trail

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.cutting import Cutting
    from tui.model.trail import PageState
    from tui.present.grid import Pane
    from tui.present.sidebar_view import SidebarItem


class SavedView(NamedTuple):
    """How an article was left: the code point at the top, and the number of the chosen quotation."""

    offset: int
    current: int | None


class SavedFocus(NamedTuple):
    """What had the keys when an article was left: the pane, and what was chosen at the side."""

    pane: Pane
    item: SidebarItem | None
    entity: str | None
    mention: int


class WalkSet(NamedTuple):
    """Places that one walks on through, and what they are ("found", "related")."""

    places: tuple[Place, ...] = ()
    name: str = "found"

    def number(self, here: Place | None) -> int | None:
        """Which of the places one stands on; None if on none of them."""
        if here is None:
            return None
        spots = ((place.article, place.span) for place in self.places)
        return next((n for n, spot in enumerate(spots) if spot == (here.article, here.span)), None)


NO_SET = WalkSet()
"""One walks on through the list."""


class SavedResults(NamedTuple):
    """A list of results that one has jumped from: its panel, its places, and how long the trail was."""

    panel: str
    walk: WalkSet
    steps: int


class How(Enum):
    """By which way one has come to a place."""

    ANEW = auto()
    ALONG = auto()
    """Back or forward."""
    PREVIEW = auto()
    """Only looked at: no step of the trail."""


class Moved(NamedTuple):
    """The reader is at another place."""

    before: Place | None
    place: Place
    how: How


class OpenArticle(Protocol):
    """What lies open, and how the reader stands in it."""

    @property
    def article(self) -> ArticleId | None:
        """The article that lies open."""
        ...

    def view(self) -> SavedView | None:
        """How the reader stands in it; None if it has not been laid out yet."""
        ...

    def focus(self) -> SavedFocus:
        """What has the keys."""
        ...

    def leaf(self) -> PageState | None:
        """The page over the article as it stands now, if there is one."""
        ...

    def show(self, place: Place, saved: SavedView | None) -> bool:
        """Open that place; False, and nothing changes, if its article is not to be had."""
        ...

    def restore(self, focus: SavedFocus) -> None:
        """Give the keys back to what had them."""
        ...

    def focus_article(self) -> None:
        """Give the keys to the article."""
        ...


class Navigator:
    """Goes to places and remembers the way; tells its `listeners` what has moved."""

    def __init__(self) -> None:
        self.trail = Trail()
        self.walk = NO_SET
        self.results: SavedResults | None = None
        self.views: dict[ArticleId, SavedView] = {}
        self.focuses: dict[ArticleId, SavedFocus] = {}
        self.removed: dict[ArticleId, Cutting] = {}
        """Articles that are in the library no more, as they were."""
        self.reading: OpenArticle
        self.listeners: list[Callable[[Moved], None]] = []

    # going somewhere new

    def go(self, place: Place, walk: WalkSet | None = None) -> bool:
        """Be at that place: a step of the trail. With `walk` one walks on through that set from there."""
        self.leave()
        return self._step(place, walk)

    def follow(self, place: Place, walk: WalkSet | None = None) -> bool:
        """The same from something that was chosen in a pane: the keys go to the article.

        Going back gives them back to that pane.
        """
        self.save_focus()
        self.reading.focus_article()
        self._save_view()
        return self._step(place, walk)

    def jump(self, place: Place, walk: WalkSet, panel: str | None) -> bool:
        """Go to something found; with `panel` going back from it leads to the list of results there."""
        self.commit()
        steps = len(self.trail.back)
        gone = self.go(place, walk)
        if panel is None or not walk.places:
            self.results = None
        elif gone:
            self.results = SavedResults(panel, walk, steps)
        return gone

    def begin(self, place: Place) -> None:
        """Be where the reader was when they left; of the way there nothing is known yet."""
        self.go(place)
        self.trail = Trail(here=place._replace(span=None))

    def preview(self, article: ArticleId) -> None:
        """Only look at an article: no step of the trail, until one commits oneself to it."""
        self.leave()
        self._show(Place(article), How.PREVIEW, self.trail.here)

    def commit(self) -> None:
        """Stand in the article that lies open: one only looked at is a step from now on."""
        article, here = self.reading.article, self.trail.here
        if article is not None and (here is None or here.article != article):
            self.go(Place(article))

    def next(self, by: int) -> str:
        """The next place of the set (by = 1), or the one before: what to say; "" when one is not in it."""
        number = self.walk.number(self.trail.here)
        if number is None:
            return ""
        if not 0 <= number + by < len(self.walk.places):
            return f"the end of what is {self.walk.name}"
        self.go(self.walk.places[number + by])
        return f"{number + by + 1} of {len(self.walk.places)} {self.walk.name}"

    # along the trail

    def back(self) -> bool:
        """A step back; False where one began."""
        self.leave()
        return bool(self.trail.back) and self._along(self.trail.backward())

    def forward(self) -> bool:
        """A step forward again; False if there is nothing ahead."""
        self.leave()
        return bool(self.trail.forward) and self._along(self.trail.onward())

    def back_to_results(self) -> tuple[str, int] | None:
        """Back under the list of results that one stands on a place of: its panel, and which place."""
        saved = self.results
        number = self.walk.number(self.trail.here) if saved and saved.walk is self.walk else None
        if saved is None or number is None:
            return None
        self.results = None
        self.leave()
        trail = self.trail
        if saved.steps < len(trail.back) and trail.here is not None:
            ahead = (*trail.back[saved.steps + 1 :], trail.here, *trail.forward)
            under = trail.back[saved.steps]
            self.trail = Trail(trail.back[: saved.steps], under, ahead)
            self._show(under, How.ALONG, trail.here)
        return saved.panel, number

    def lift_leaf(self) -> None:
        """Take away the page over the article without a step back, there being none."""
        here = self.trail.here
        if here is not None:
            self._along(self.trail._replace(here=here._replace(leaf=None)))

    def join(self, earlier: Trail) -> None:
        """Put the way of the last run before that of this one, if this one began where it ended."""
        first = self.trail.back[0] if self.trail.back else self.trail.here
        if earlier.here is None or first is None or earlier.here.article != first.article:
            return
        ahead = (earlier.here, *earlier.forward) if earlier.here.leaf else earlier.forward
        forward = self.trail.forward if self.trail.back else ahead
        self.trail = Trail((*earlier.back, *self.trail.back), self.trail.here, forward)

    def forget_ahead(self) -> None:
        """What lies ahead is not worth going to."""
        self.trail = self.trail._replace(forward=())

    # leaving

    def leave(self) -> None:
        """Remember how the reader stands in what lies open."""
        self._save_view()
        self.save_focus()

    def save_focus(self) -> None:
        """Remember what has the keys."""
        if self.reading.article is not None:
            self.focuses[self.reading.article] = self.reading.focus()

    def _save_view(self) -> None:
        article, view, leaf = self.reading.article, self.reading.view(), self.reading.leaf()
        if article is not None and view is not None:
            self.views[article] = view
            if self.trail.here is not None and self.trail.here.article == article:
                self.trail = self.trail.seen_at(view.offset)
        if leaf is not None:
            self.trail = self.trail.with_page(leaf)

    # arriving

    def _step(self, place: Place, walk: WalkSet | None) -> bool:
        before = self.trail
        self.trail = before.to(place)
        if not self._show(place, How.ANEW, before.here):
            self.trail = before
            return False
        if walk is not None:
            self.walk = walk
        return True

    def _along(self, trail: Trail) -> bool:
        """Stand where that trail stands; an article that is not to be had is passed."""
        before, self.trail = self.trail.here, trail
        assert trail.here is not None
        focus = self.focuses.get(trail.here.article)
        if self._show(trail.here, How.ALONG, before) and focus is not None:
            self.reading.restore(focus)
        return True

    def _show(self, place: Place, how: How, before: Place | None) -> bool:
        if not self.reading.show(place, self.views.get(place.article)):
            return False
        for tell in self.listeners:
            tell(Moved(before, place, how))
        return True
