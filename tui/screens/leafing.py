"""Leafing: pages laid over the article, each a place of the trail like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.keymap import first_key
from tui.model.trail import PageKind, PageState, Place
from tui.present.coverage_text import with_missing
from tui.present.frame_view import key_line, masthead, narrow_masthead
from tui.present.grid import NARROW, Grid, Pane
from tui.present.styles import META, StyledLine
from tui.screens.walking import Walking
from tui.widgets.virtual_lines import VirtualLines

if TYPE_CHECKING:
    from tui.screens.leaf import LeafPage


def _dossier() -> type[LeafPage]:
    from tui.screens.dossier import DossierPage

    return DossierPage


def _history() -> type[LeafPage]:
    from tui.screens.history import HistoryPage

    return HistoryPage


def _same_words() -> type[LeafPage]:
    from tui.screens.same_words import SameWordsPage

    return SameWordsPage


PAGES: dict[PageKind, Callable[[], type[LeafPage]]] = {
    PageKind.DOSSIER: _dossier,
    PageKind.SAME_WORDS: _same_words,
    PageKind.HISTORY: _history,
}
"""Each kind is imported when it is first wanted."""


class Leafing(Walking):
    """A desk over which a page can lie: dossier, the same words, history."""

    page: LeafPage | None = None
    _pages: dict[PageKind, LeafPage] | None = None

    # going

    def open_leaf(self, kind: PageKind, of: str = "") -> None:
        """Lay that page over the article that is on the desk: a step of the trail."""
        self.look_at_chosen()
        self.be_here()
        if self.cutting is None:
            return
        if self.lit.evidence:
            self.let_evidence_go()
        offset = self.view.seen().start if self.page is None or self.trail.here is None else None
        here = self.trail.here if offset is None else None
        under = here or Place(self.cutting.article.id, offset=offset)
        self.go(under._replace(leaf=PageState(kind, of, column=1)))

    def leave(self) -> None:
        super().leave()
        if self.page is not None:
            self.trail = self.trail.with_page(self.page.now())

    def put_article(self, place: Place) -> None:
        super().put_article(place)
        if place.leaf is not None:
            self._lay(place.leaf, place)
        elif self.page is not None:
            self.page.hide()
            self.page = None
            self.found.pop(self.pane, None)

    def _lay(self, leaf: PageState, place: Place) -> None:
        """Lay the leaf, fetching what it shows in a thread where that takes long."""
        page = self._page_of(leaf.kind)
        if self.page is not None and self.page is not page:
            self.page.hide()
        self.page = page
        page.lay(self.grid)
        if not page.begin(leaf, place):
            self.run_worker(lambda: self._fetch(page, leaf, place), thread=True, exclusive=True, group="leaf")

    def _fetch(self, page: LeafPage, leaf: PageState, place: Place) -> None:
        found = page.fetch(leaf, place)
        self.hand_back(self._fetched, page, leaf, found)

    def _fetched(self, page: LeafPage, leaf: PageState, found: object) -> None:
        if self.page is not page or page.leaf != leaf:
            return
        if found is None:
            self.close_leaf()
            self.trail = self.trail._replace(forward=())
            self.notice = with_missing(page.nothing, self.library.coverage())
        else:
            page.put(found)
        self.draw_frame()

    def _page_of(self, kind: PageKind) -> LeafPage:
        self._pages = self._pages or {}
        if kind not in self._pages:
            page = self._pages[kind] = PAGES[kind]()(self.library, self.palette, self.glyphs)
            self.mount(*page.columns)
        return self._pages[kind]

    def close_leaf(self) -> None:
        """Back to where it was laid, or to the article under it."""
        here = self.trail.here
        if self.trail.back:
            self.do_back()
        elif here is not None:
            self.go(here._replace(leaf=None), trail=self.trail._replace(here=here._replace(leaf=None)))

    def on_virtual_lines_clicked(self, event: VirtualLines.Clicked) -> None:
        if self.page is None:
            return
        for number, column in enumerate(self.page.seen()):
            if column is event.lines:
                self.page.turn_to(number)

    def look_for(self, words: str) -> None:
        if self.page is None:
            super().look_for(words)
            return
        self.page.look_for(words)
        self.draw_frame()

    # drawing

    def lay_out(self, columns: int, rows: int) -> None:
        super().lay_out(columns, rows)
        if self.page is not None:
            self.page.lay(self.grid)
            self.draw_frame()

    def ruled(self) -> tuple[Grid, Pane | None]:
        return super().ruled() if self.page is None else self.page.ruled(self.grid)

    def ruled_below(self) -> Grid:
        return super().ruled_below() if self.page is None else self.page.ruled_below(self.grid)

    def dim(self, dimmed: bool) -> None:
        super().dim(dimmed)
        columns: tuple[Widget, ...] = self.page.columns if self.page is not None else ()
        for column in columns:
            if isinstance(column, VirtualLines):
                column.dimmed = dimmed
                column.changed()

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        if self.page is None or self.panel is not None or self.asking is not None:
            return super().frame_lines()
        page, columns = self.page, self.grid.columns
        facts: StyledLine = ((self.facts(*page.facts), META),)
        title = f"{self.library.name} {self.glyphs.deeper} {page.title}"
        top = masthead(title, facts, columns)
        if columns < NARROW:
            fact = page.facts[-1] if page.facts else ""
            top = narrow_masthead(((page.title, META),), ((fact, META),), columns)
        keys = [
            (" ".join(first_key(self.keys, action) for action in actions), words)
            for actions, words in page.line
        ]
        return top, key_line(keys, self._told() or page.standing, columns)
