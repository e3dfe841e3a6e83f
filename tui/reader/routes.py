"""What concerns several features: which does what a key stands for, and who hears what widgets say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.config import NARROWEST, WIDEST
from tui.model.trail import PageKind
from tui.present.grid import MEASURE, Pane
from tui.present.sidebar_view import SidebarItemKind
from tui.reader.actions import ActionTable
from tui.reader.messages import ThemesWanted
from tui.reader.navigator import WalkSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.model.trail import Place
    from tui.present.sidebar_view import SidebarItem
    from tui.reader.actions import Act
    from tui.reader.reader import Reader
    from tui.widgets.help_page import HelpPage
    from tui.widgets.jump_message import Jump
    from tui.widgets.virtual_lines import VirtualLines

MOVES = "down up page_down page_up half_down half_up first last".split()
"""What the pane with the keys does itself."""
STEP = 4
"""Columns by which the measure changes."""


class Routes:
    """Leads keys and messages to the features that they concern."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.table = ActionTable(reader.context.keys, self.actions())

    def actions(self) -> Iterator[Mapping[str, Act]]:
        """The actions of all features; those of a feature not built yet build it."""
        it = self._reader
        yield it.articles.actions()
        yield it.article.actions()
        yield {action: partial(self._move, action) for action in MOVES}
        yield {
            "next_pane": lambda: self.turn_to(Pane(it.layout.pane % 3 + 1)),
            "previous_pane": lambda: self.turn_to(Pane((it.layout.pane - 2) % 3 + 1)),
            "list": lambda: self.turn_to(Pane.LIST),
            "article": lambda: self.turn_to(Pane.ARTICLE),
            "sidebar": self._sidebar,
            "alone": self._alone,
            "narrower": lambda: self._measure(STEP),
            "wider": lambda: self._measure(-STEP),
        }
        yield {
            "open": self._open,
            "close": self._close,
            "quit": self._quit,
            "suspend": lambda: it.screen.app.action_suspend_process(),
            "back": it.back,
            "forward": self._forward,
            "related": self._related,
            "dossier": self._dossier,
            "same_words": lambda: it.pages.open(PageKind.SAME_WORDS, it.article.words_meant()),
            "history": lambda: it.pages.open(PageKind.HISTORY),
            "browse": lambda: it.external.browse(),
            "edit": lambda: it.external.edit(),
            "problems": self._problems,
            "look_again": lambda: it.sync.look_again(),
        }
        yield {
            "evidence": lambda: it.evidence.toggle(),
            "correct": lambda: it.correction.correct(),
            "undo": lambda: it.correction.undo(),
            "copy": lambda: it.citation.copy(),
            "cite": lambda: it.citation.choose_form(),
            "verify": lambda: it.verify.verify(),
            "search": lambda: it.search.open(),
            "exact": lambda: it.search.open(),
            "palette": lambda: it.key_help.open(),
            "help": lambda: it.key_help.open(),
            "find": self._find,
            "next_found": lambda: it.find.next(1),
            "previous_found": lambda: it.find.next(-1),
            "star": lambda: it.marks.star(),
            "unread": lambda: it.marks.unread(),
            "note": lambda: it.marks.note(),
            "tags": lambda: it.marks.tags(),
            "theme": self._theme,
        }

    def act(self, action: str) -> None:
        """Do what a key stands for: the page over the article first, then whatever does it."""
        if self._reader.modes.page is None or not self._reader.pages.act(action):
            self.table.do(action)

    # panes

    def turn_to(self, pane: Pane) -> None:
        """Give the keys to that pane; in the article one stands from then on."""
        if pane is not Pane.LIST:
            self._reader.articles.settle()
        self._reader.layout.focus(pane)
        if pane is not Pane.LIST:
            self._reader.nav.commit()

    def _move(self, action: str) -> None:
        self._reader.layout.focused.act(action)

    def _sidebar(self) -> None:
        self.turn_to(Pane.SIDEBAR)
        sidebar = self._reader.layout.sidebar
        if sidebar.chosen is None and sidebar.items():
            sidebar.act("first")

    def _alone(self) -> None:
        self._reader.layout.alone = not self._reader.layout.alone
        self.turn_to(Pane.ARTICLE)

    def _measure(self, by: int) -> None:
        layout = self._reader.layout
        layout.narrower = max(MEASURE - WIDEST, min(layout.narrower + by, MEASURE - NARROWEST))
        layout.arrange()
        self._reader.status.tell(f"measure {layout.grid.measure}")

    # going

    def _open(self) -> None:
        it = self._reader
        if it.layout.pane is not Pane.ARTICLE:
            it.layout.focused.act("open")
        elif it.empty.first_run:
            it.empty.start_reading()
        elif it.desk.quotation is not None:
            it.search.list_said(it.desk.quotation.speaker)

    def _forward(self) -> None:
        if not self._reader.nav.forward():
            self._reader.status.tell("there is nothing ahead")

    def _related(self) -> None:
        first = self._reader.related.first()
        if first is None:
            self._reader.status.tell("no other article here is close enough")
            return
        self.turn_to(Pane.SIDEBAR)
        self._reader.layout.sidebar.choose(first)

    def _dossier(self) -> None:
        it = self._reader
        name = it.pages.name_meant() if it.modes.page is not None else it.article.name_meant()
        if name is None:
            it.status.tell("no name here: stand on a quotation, or choose a name at the side")
        else:
            it.open_dossier(name)

    def _theme(self) -> None:
        self._reader.screen.post_message(ThemesWanted())

    def _problems(self) -> None:
        it = self._reader
        if it.problems is not None:
            return
        from tui.reader.problems import ProblemsScreen

        looks = it.layout.palette, it.layout.glyphs
        it.problems = ProblemsScreen(it.library, *looks, it.context.keys, it.sync.look_now)
        it.screen.app.push_screen(it.problems, self._problems_left)

    def _problems_left(self, place: Place | None) -> None:
        self._reader.problems = None
        if place is not None:
            self.turn_to(Pane.ARTICLE)
            self._reader.nav.go(place)

    # finding and letting go

    def _find(self) -> None:
        it = self._reader
        if it.modes.page is None and it.layout.pane is Pane.LIST:
            it.list_filter.open()
        else:
            it.find.open()

    def _close(self) -> None:
        """Let go of what is lit, nearest first: found words, the chosen name, reading alone, the filter."""
        it, lit = self._reader, self._reader.desk.lit
        if lit.selected:
            it.desk.select_words(None)
        elif lit.evidence:
            it.desk.show_evidence(False)
        elif it.layout.pane is Pane.LIST and it.list.filter_line:
            it.list_filter.clear()
        elif it.desk.found(it.layout.pane).words:
            it.find.clear()
        elif lit.shared:
            it.desk.highlight(())
        elif lit.entity:
            it.desk.choose_entity(None)
        elif it.layout.alone:
            self._alone()
        elif it.list.filter_line:
            it.list_filter.clear()

    def _quit(self) -> None:
        if self._reader.layout.alone:
            self._alone()
        else:
            self._reader.screen.app.exit()

    # what widgets say

    def jump(self, event: Jump) -> None:
        """A result was chosen: go there, and back to the list of results from there."""
        it, panel = self._reader, self._reader.modes.panel
        if panel is None:  # chosen by a key that came before the panel was closed
            return
        if panel.name == "search":
            it.search.remember_line()
        it.modes.close_panel()
        it.nav.jump(event.place, WalkSet(event.among, event.what), panel.name)

    def at_side(self, item: SidebarItem, *, opened: bool) -> None:
        """Something was chosen at the side."""
        it = self._reader
        it.related.light(item)
        if item.sort is SidebarItemKind.ENTITY:
            if it.desk.lit.entity != item.key:
                it.desk.choose_entity(item.key)
            if opened:
                it.search.list_said(item.key)
        elif opened and item.sort is SidebarItemKind.MORE:
            it.desk.unfold(item.key)
            it.layout.sidebar.unfold(item.key)
        elif opened and it.layout.pane is Pane.SIDEBAR:
            it.related.follow(item)

    def said_by(self, name: str) -> None:
        """A speaker was chosen in quick search."""
        if self._reader.modes.shows(self._reader.search.widget):
            self._reader.search.list_said(name)

    def from_search(self, action: str) -> None:
        """Something is to be done with the chosen result of quick search or its line."""
        it = self._reader
        if not it.modes.shows(it.search.widget):
            return
        if action == "copy":
            it.citation.copy_found(it.search.quotation())
        else:
            it.verify.judge(it.search.line())

    def from_help(self, event: HelpPage.Wanted) -> None:
        """An action was chosen among all keys, in its pane if it is one of a pane; or the page was let go."""
        it = self._reader
        if not it.key_help.close():
            return
        if event.pane is not None and event.pane is not it.layout.pane:
            self.turn_to(event.pane)
        if event.action:
            self.act(event.action)

    def clicked(self, widget: VirtualLines) -> None:
        """A pane, a page or the page under a panel was clicked."""
        it = self._reader
        if it.modes.page is not None:
            it.pages.clicked(widget)
        pane = it.layout.pane_of(widget)
        if it.modes.panel is not None and not it.modes.shows(widget):
            it.modes.close_panel()
        elif pane is not None and pane is not it.layout.pane:
            self.turn_to(pane)
