"""The main screen: keys go to panes and acts, messages come up from panes and panels, all moving is `go`."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen
from textual.timer import Timer

from tui.model.article import ArticleId
from tui.model.span import Span
from tui.model.trail import Place, Trail
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItemKind
from tui.screens.steps import at_offset
from tui.screens.welcoming import Welcoming
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.sidebar import Sidebar
from tui.widgets.virtual_lines import VirtualLines

if TYPE_CHECKING:
    from tui.widgets.help_page import HelpPage

SETTLED = 0.15
"""Seconds after the first paint when what can wait is done: panels mounted, the index looked after."""
LEAVE = ("ctrl+c", "ctrl+q")
"""Keys that end the program whatever the key table says."""
INTERRUPTED = 130
PREVIEW_AFTER = 0.12
"""Seconds the choice rests on a list entry before its article is laid on the desk."""


class ReaderScreen(Welcoming, Screen[None]):
    """Article list, reading view and sidebar."""

    _resting: Timer | None = None

    def on_mount(self) -> None:
        self.lay_out(*self.app.size)
        self.refill()
        last = self.library.last_place()
        if last is not None and self.library.row(last.article) is not None:
            self.go(last)
            self.trail = Trail(here=last._replace(span=None))
        elif last is not None or not self.welcoming:
            self.start_reading()
        if self.cutting is None:
            self.be_bare()
        self.set_timer(SETTLED, self.settle)

    def on_unmount(self) -> None:
        self.library.leave()
        self.leave()
        self.library.set_arranged(self.order, self.by)
        if self.trail.here is not None:
            self.library.set_last_place(self.trail.here._replace(span=self._stood_on()))

    def _stood_on(self) -> Span | None:
        """The quotation that one stands on, for the next run."""
        number = self.lit.current
        return self.cutting.spoken[number].span if self.cutting and number is not None else None

    def settle(self) -> None:
        """What could wait for the first paint: panels, the index, collecting garbage again."""
        gc.freeze()
        gc.enable()
        self.make_ready()
        self.recall()
        self.tend()

    # keys

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.notice = ""
        action = self.bound.get(event.key)
        if event.key in LEAVE and self.panel is None:
            self.app.exit(return_code=INTERRUPTED if event.key == "ctrl+c" else 0)
        elif self.grid.small:
            if action == "quit":
                self.app.exit()
        elif self.asking is not None:
            self.ask_key(event)
        elif self.prompt is not None:
            self.prompt_key(event)
        elif self.naming is not None:
            self.name_key(event)
        elif self.panel is not None:
            self.panel_key(event)
        elif action is not None:
            self.act(action)
        else:
            self.draw_frame()

    def act(self, action: str) -> None:
        """Do what a key stands for: the pane with the keys first, then the screen."""
        panes: dict[Pane, VirtualLines] = {Pane.LIST: self.list, Pane.SIDEBAR: self.sidebar}
        pane = panes.get(self.pane, self.view)
        if not self.leaf_act(action) and (self.page is not None or not pane.act(action)):
            getattr(self, f"do_{action}")()
        self.draw_frame()

    def do_related(self) -> None:
        first = next((item for item in self.sidebar.items() if item.sort is SidebarItemKind.ARTICLE), None)
        if first is None:
            self.notice = "no other article here is close enough"
            return
        self.turn_to(Pane.SIDEBAR)
        self.sidebar.choose(first)

    def do_search(self) -> None:
        self.open_search()

    do_exact = do_search

    def do_help(self) -> None:
        self.open_manual()

    do_palette = do_help

    def do_close(self) -> None:
        """Let go of what is lit, nearest first: found words, the chosen name, reading alone, the filter."""
        if self.lit.evidence:
            self.let_evidence_go()
        elif self.pane is Pane.LIST and self.filter_line:
            self.clear_filter()
        elif self.found.get(self.pane):
            self.look_for("")
            del self.found[self.pane]
        elif self.lit.shared:
            self.let_shared_go()
        elif self.lit.entity:
            self.choose_entity(None)
        elif self.alone:
            self.do_alone()
        else:
            self.clear_filter()

    def do_suspend(self) -> None:
        self.app.action_suspend_process()

    def do_quit(self) -> None:
        if self.alone:
            self.do_alone()
            return
        self.app.exit()

    # messages from panes and panels

    def on_article_list_chosen(self, event: ArticleList.Chosen) -> None:
        event.stop()
        row = self.list.row(event.number)
        if row is None:
            return
        self._stop_resting()
        if event.opened:
            self.among = ()
            self.set_out()
            self.go(Place(row.article))
        else:
            self._resting = self.set_timer(PREVIEW_AFTER, lambda: self._preview(row.article))

    def _stop_resting(self) -> bool:
        """No preview is to come any more; whether one was."""
        resting, self._resting = self._resting, None
        if resting is not None:
            resting.stop()
        return resting is not None

    def look_at_chosen(self) -> None:
        row = self.list.row(self.list.chosen) if self._stop_resting() else None
        if row is not None:
            self._preview(row.article)

    def _preview(self, article: ArticleId) -> None:
        """Lay the chosen article on the desk while the keys stay with the list: no step of the trail."""
        self._stop_resting()
        if self.pane is Pane.LIST and (self.cutting is None or self.cutting.article.id != article):
            self.leave()
            self.put_article(Place(article))
            self.draw_frame()

    def on_sidebar_chosen(self, event: Sidebar.Chosen) -> None:
        event.stop()
        item = event.item
        self.light_shared(item)
        if item.sort is SidebarItemKind.ENTITY:
            if self.lit.entity != item.key:
                self.choose_entity(item.key)
            if event.opened:
                self.list_said(item.key)
                self.draw_frame()
        elif event.opened and item.sort is SidebarItemKind.MORE:
            self.sidebar.unfold(item.key)
        elif event.opened:
            self.follow_reason(item)

    def on_article_pane_pointed(self, event: ArticlePane.Pointed) -> None:
        event.stop()
        if self.cutting is None:
            return
        entity, quotation = at_offset(self.cutting, event.offset)
        if entity is not None:
            self.choose_entity(entity)
        elif quotation is not None:
            self.stand_on(quotation)

    def on_virtual_lines_clicked(self, event: VirtualLines.Clicked) -> None:
        event.stop()
        panes: dict[VirtualLines, Pane] = {
            self.list: Pane.LIST,
            self.view: Pane.ARTICLE,
            self.sidebar: Pane.SIDEBAR,
        }
        pane = panes.get(event.lines)
        if self.panel is not None and event.lines is not self.panel:
            self.close_panel()
        elif pane is not None and pane is not self.pane:
            self.turn_to(pane)

    def on_help_page_wanted(self, event: HelpPage.Wanted) -> None:
        event.stop()
        self.close_panel()
        if event.pane is not None and event.pane is not self.pane:
            self.turn_to(event.pane)
        if event.action:
            self.act(event.action)
