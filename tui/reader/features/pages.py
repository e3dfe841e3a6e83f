"""Pages laid over the article, each a place of the trail like any other: dossier, the same words, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.model.trail import PageKind, PageState, Place
from tui.present.coverage_text import with_missing
from tui.present.page_rows import NameTarget, SectionTarget
from tui.reader.context import ReaderContext
from tui.reader.navigator import Moved, WalkSet
from tui.reader.redraw import Part

if TYPE_CHECKING:
    from tui.present.page_rows import Target
    from tui.reader.jobs import Job
    from tui.reader.pages.page import OverlayPage, PageLibrary
    from tui.widgets.page_column import PageColumn
    from tui.widgets.virtual_lines import VirtualLines

ANYWHERE = frozenset(
    "back forward search exact help palette theme suspend find copy cite dossier history verify undo".split()
)
"""What keys do on a page as everywhere else."""


def _dossier() -> type[OverlayPage]:
    from tui.reader.pages.dossier import DossierPage

    return DossierPage


def _history() -> type[OverlayPage]:
    from tui.reader.pages.history import HistoryPage

    return HistoryPage


def _same_words() -> type[OverlayPage]:
    from tui.reader.pages.same_words import SameWordsPage

    return SameWordsPage


PAGES: dict[PageKind, Callable[[], type[OverlayPage]]] = {
    PageKind.DOSSIER: _dossier,
    PageKind.SAME_WORDS: _same_words,
    PageKind.HISTORY: _history,
}
"""Each kind is imported when it is first wanted."""


class PageMoves(NamedTuple):
    """What pages leave to others: looking for words, standing in the article, joining two names."""

    look_for: Callable[[str], None]
    settle: Callable[[], None]
    join: Callable[[str, str, Callable[[], None]], None]
    """Takes two names for one, and does something then."""


class PageController:
    """Opens, follows and closes pages."""

    def __init__(self, context: ReaderContext, library: PageLibrary, moves: PageMoves) -> None:
        self._it, self._library, self._moves = context, library, moves
        self._pages: dict[PageKind, OverlayPage] = {}
        context.layout.arranged.append(self._arranged)

    # opening

    def open(self, kind: PageKind, of: str = "") -> None:
        """Lay that page over the article that lies open: a step of the trail."""
        self._moves.settle()
        article, here = self._it.desk.article, self._it.nav.trail.here
        if article is None:
            return
        self._it.desk.show_evidence(False)
        if self._it.modes.page is None or here is None:
            here = Place(article, offset=self._it.layout.view.seen().start)
        self._it.nav.go(here._replace(leaf=PageState(kind, of, column=1)))

    def moved(self, moved: Moved) -> None:
        """The reader is elsewhere: the page of that place is laid, or the one here taken away."""
        modes, leaf = self._it.modes, moved.place.leaf
        if leaf is not None:
            self._lay(leaf, moved.place)
        elif modes.page is not None:
            modes.page.hide()
            modes.page = None
            self._it.desk.put_found(self._it.layout.pane, None)

    def _lay(self, leaf: PageState, place: Place) -> None:
        """Lay the page, fetching what it shows in a thread where that takes long."""
        page, modes = self._page_of(leaf.kind), self._it.modes
        if modes.page is not None and modes.page is not page:
            modes.page.hide()
        modes.page = page
        page.lay(self._it.layout.grid)
        if not page.begin(leaf, place):
            fetch = partial(self._fetch, page, leaf, place)
            self._it.jobs.run(fetch, partial(self._fetched, page, leaf), group="page")

    def _fetch(self, page: OverlayPage, leaf: PageState, place: Place, _job: Job) -> object:
        return page.fetch(leaf, place)

    def _fetched(self, page: OverlayPage, leaf: PageState, found: object) -> None:
        if self._it.modes.page is not page or page.leaf != leaf:
            return
        if found is None:
            self.close()
            self._it.nav.forget_ahead()
            self._it.status.tell(with_missing(page.nothing, self._library.coverage()))
        else:
            page.put(found)
            self._it.changed(Part.FRAME)

    def _page_of(self, kind: PageKind) -> OverlayPage:
        if kind not in self._pages:
            layout = self._it.layout
            page = self._pages[kind] = PAGES[kind]()(self._library, layout.palette, layout.glyphs)
            layout.mount(*page.columns)
        return self._pages[kind]

    def close(self) -> None:
        """Back to where it was laid, or to the article under it."""
        if not self._it.nav.back():
            self._it.nav.lift_leaf()

    def _arranged(self) -> None:
        if self._it.modes.page is not None:
            self._it.modes.page.lay(self._it.layout.grid)

    # what keys and rows do on one

    def act(self, action: str) -> bool:
        """Do the action if it is one of the page; False if the key is for the whole program."""
        page = self._it.modes.page
        if page is None:
            return False
        if page.act(action):
            self._it.changed(Part.FRAME)
        elif action == "open" and (target := page.target()) is not None:
            self._follow(target, page)
        elif action in ("close", "quit"):
            if page.found:
                self._moves.look_for("")
            else:
                self.close()
        elif action == "correct" and (doubt := page.doubt()) is not None:
            self._moves.join(*doubt, partial(self._again, page, page.now()))
        elif action in ANYWHERE:
            return False
        else:
            self._it.status.tell("not on this page: esc goes back to the article")
        return True

    def _again(self, page: OverlayPage, leaf: PageState) -> None:
        """Ask the library anew for a page whose names have changed."""
        page.forget()
        here = self._it.nav.trail.here
        if self._it.modes.page is page and here is not None:
            self._lay(leaf, here)

    def name_meant(self) -> str | None:
        """The name that is chosen on the page."""
        target = self._it.modes.page.target() if self._it.modes.page is not None else None
        return target.name if isinstance(target, NameTarget) else None

    def chosen(self, event: PageColumn.Chosen) -> None:
        """Something on the page was chosen by the mouse."""
        self._it.changed(Part.FRAME)
        page = self._it.modes.page
        if event.opened and page is not None and event.column in page.columns:
            self._follow(event.target, page)

    def clicked(self, widget: VirtualLines) -> None:
        """The column that was clicked has the keys."""
        page = self._it.modes.page
        for number, column in enumerate(page.seen() if page is not None else ()):
            if page is not None and column is widget:
                page.turn_to(number)

    def _follow(self, target: Target, page: OverlayPage) -> None:
        if isinstance(target, SectionTarget):
            page.unfold(target.section)
        elif isinstance(target, NameTarget):
            self.open(PageKind.DOSSIER, target.name)
        else:
            self._follow_place(target, page)

    def _follow_place(self, target: Place, page: OverlayPage) -> None:
        if self._library.row(target.article) is None:
            self._it.status.tell("that article is no longer in the library")
            return
        of, desk = page.leaf.of, self._it.desk
        self._it.nav.follow(target, WalkSet(*page.among()))
        if target.span is None and desk.cutting is not None and desk.cutting.mentions_of(of):
            desk.choose_entity(of)
            self._it.layout.view.show_span(desk.cutting.mentions_of(of)[0].span)
