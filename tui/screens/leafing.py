"""Leafing: pages laid over the article, each a place of the trail like any other."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widget import Widget

from tui.keys import first_key
from tui.model.trail import Leaf, LeafKind, Place
from tui.present.frame import key_line, masthead, narrow_masthead
from tui.present.grid import NARROW, Grid, Pane
from tui.present.ink import META, Line
from tui.present.leaf import More, Name, Target
from tui.screens.leaf import LeafPage
from tui.screens.walking import Walking
from tui.widgets.column import Column
from tui.widgets.lines import Lines

ANYWHERE = frozenset(
    """back forward search exact help palette theme suspend find copy cite dossier history verify""".split()
)
"""What keys do on a leaf as everywhere else."""


def _dossier() -> type[LeafPage]:
    from tui.screens.dossier import DossierPage

    return DossierPage


def _history() -> type[LeafPage]:
    from tui.screens.history import HistoryPage

    return HistoryPage


PAGES: dict[LeafKind, Callable[[], type[LeafPage]]] = {
    LeafKind.DOSSIER: _dossier,
    LeafKind.HISTORY: _history,
}
"""Each kind is imported when it is first wanted."""
DOSSIER_KEY = "ctrl+d"


class Leafing(Walking):
    """A desk over which a page can lie: dossier, the same words, history."""

    page: LeafPage | None = None
    _pages: dict[LeafKind, LeafPage] | None = None

    # going

    def open_leaf(self, kind: LeafKind, of: str = "") -> None:
        """Lay that page over the article that is on the desk: a step of the trail."""
        if self.cutting is None:
            return
        if self.lit.evidence:
            self.let_evidence_go()
        offset = self.view.seen().start if self.page is None or self.trail.here is None else None
        here = self.trail.here if offset is None else None
        under = here or Place(self.cutting.article.id, offset=offset)
        self.go(under._replace(leaf=Leaf(kind, of, column=1)))

    def do_dossier(self) -> None:
        """The dossier of the name that is chosen in this pane."""
        name = self.name_meant()
        if name is None:
            self.notice = "no name here: stand on a quotation, or choose a name at the side"
        else:
            self.open_dossier(name)

    def open_dossier(self, name: str) -> None:
        """Everything the library holds on that name."""
        self.open_leaf(LeafKind.DOSSIER, name)

    def panel_key(self, event: events.Key) -> None:
        """In quick search letters are typed: a key of its own leads to the dossier of who speaks."""
        hits = self.search.results if self.search is not None and self.panel is self.search else ()
        if event.key != DOSSIER_KEY or not hits or self.search is None:
            super().panel_key(event)
            return
        speaker = hits[min(self.search.chosen, len(hits) - 1)].said.quotation.speaker
        if speaker:
            self.close_panel()
            self.open_dossier(speaker)

    def do_history(self) -> None:
        """Where one has been."""
        self.open_leaf(LeafKind.HISTORY)

    def name_meant(self) -> str | None:
        """The name that a key means: the chosen one at the side, else who speaks."""
        if self.page is not None:
            target = self.page.target()
            return target.name if isinstance(target, Name) else None
        if self.pane is Pane.SIDEBAR and self.lit.entity:
            return self.lit.entity
        number = self.lit.current
        speaker = self.cutting.spoken[number].speaker if self.cutting and number is not None else None
        return speaker or self.lit.entity

    def leave(self) -> None:
        super().leave()
        if self.page is not None:
            self.trail = self.trail.leafed_to(self.page.now())

    def put_article(self, place: Place) -> None:
        super().put_article(place)
        if place.leaf is not None:
            self._lay(place.leaf, place)
        elif self.page is not None:
            self.page.hide()
            self.page = None
            self.found.pop(self.pane, None)

    def _lay(self, leaf: Leaf, place: Place) -> None:
        """Lay the leaf, fetching what it shows in a thread where that takes long."""
        page = self._page_of(leaf.kind)
        if self.page is not None and self.page is not page:
            self.page.hide()
        self.page = page
        page.lay(self.grid)
        if not page.begin(leaf, place):
            self.run_worker(lambda: self._fetch(page, leaf, place), thread=True, exclusive=True, group="leaf")

    def _fetch(self, page: LeafPage, leaf: Leaf, place: Place) -> None:
        found = page.fetch(leaf, place)
        self.app.call_from_thread(self._fetched, page, leaf, found)

    def _fetched(self, page: LeafPage, leaf: Leaf, found: object) -> None:
        if self.page is not page or page.leaf != leaf:
            return
        if found is None:
            self.close_leaf()
            self.trail = self.trail._replace(forward=())
            self.notice = page.nothing
        else:
            page.put(found)
        self.draw_frame()

    def _page_of(self, kind: LeafKind) -> LeafPage:
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

    # what keys and rows do on a leaf

    def leaf_act(self, action: str) -> bool:
        """Do the action if a leaf lies over the page; False if the key is for the whole program."""
        if self.page is None:
            return False
        if self.page.act(action):
            return True
        if action in ("close", "quit"):
            if self.page.found:
                self.look_for("")
            else:
                self.close_leaf()
            return True
        if action in ANYWHERE:
            return False
        self.notice = "not on this page: esc goes back to the article"
        return True

    def on_column_chosen(self, event: Column.Chosen) -> None:
        event.stop()
        if event.opened and self.page is not None:
            self._follow_target(event.target, self.page)
        self.draw_frame()

    def _follow_target(self, target: Target, page: LeafPage) -> None:
        if isinstance(target, More):
            page.unfold(target.section)
        elif isinstance(target, Name):
            self.open_dossier(target.name)
        else:
            if self.library.position(target.article, self.order) is None:
                self.notice = "that article is no longer in the library"
                return
            self.among, self.among_what = page.among()
            of = page.leaf.of
            self.set_out()
            self.go(target)
            if target.span is None and self.cutting is not None and self.cutting.mentions_of(of):
                self.choose_entity(of)
                self.view.show_span(self.cutting.mentions_of(of)[0].span)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        if self.page is not None and event.lines in self.page.seen():
            self.page.turn_to(list(self.page.seen()).index(event.lines))  # type: ignore[arg-type]

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

    def dim(self, dimmed: bool) -> None:
        super().dim(dimmed)
        columns: tuple[Widget, ...] = self.page.columns if self.page is not None else ()
        for column in columns:
            if isinstance(column, Lines):
                column.dimmed = dimmed
                column.changed()

    def frame_lines(self) -> tuple[Line, Line]:
        if self.page is None or self.panel is not None or self.asking is not None:
            return super().frame_lines()
        page, columns = self.page, self.grid.columns
        facts: Line = ((self.facts(*page.facts), META),)
        title = f"{self.library.name} {self.glyphs.deeper} {page.title}"
        top = masthead(title, facts, columns)
        if columns < NARROW:
            top = narrow_masthead(((page.title, META),), facts, columns)
        keys = [
            (" ".join(first_key(self.keys, action) for action in actions), words)
            for actions, words in page.line
        ]
        return top, key_line(keys, self._told() or page.standing, columns)
