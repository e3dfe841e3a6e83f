"""The room: where masthead, panes, foot and panels stand, and which pane has the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual._context import NoActiveAppError
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap import Key, bindings
from tui.present.frame_view import hairline
from tui.present.glyphs import Glyphs
from tui.present.grid import SMALLEST, Grid, Pane, grid
from tui.present.styles import TEXT, StyledLine, ThemeRole
from tui.theme import StyleResolver
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.sidebar import Sidebar
from tui.widgets.static_lines import Bar
from tui.widgets.virtual_lines import VirtualLines

if TYPE_CHECKING:
    Step = Screen[None]
else:
    Step = object
"""What a step of the staircase is made from: defining a screen takes 0.2 ms, so only the last is one."""


class Room(Step):
    """Lays the panes out by the grid; subclasses say what stands in them."""

    BINDINGS = []
    AUTO_FOCUS = ""

    def __init__(self, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self.palette = palette
        self.glyphs = glyphs
        self.keys = keys
        self.bound = bindings(keys)
        self.pane = Pane.ARTICLE
        self.alone = False
        self.narrower = 0
        self.grid: Grid = grid(0, 0, Pane.ARTICLE)
        self.masthead = Bar(palette, glyphs)
        self.foot = Bar(palette, glyphs)
        self.too_small = Bar(palette, glyphs)
        self.list = ArticleList(palette, glyphs)
        self.view = ArticlePane(palette, glyphs)
        self.sidebar = Sidebar(palette, glyphs)

    def compose(self) -> ComposeResult:
        yield self.masthead
        with Horizontal():
            yield self.list
            yield self.view
            yield self.sidebar
        yield self.foot
        self.too_small.display = False
        yield self.too_small

    # what subclasses say

    def set_article(self) -> None:
        """The measure has changed: set the article anew, keeping its place."""

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        """Masthead and key line as they read now."""
        return (), ()

    def covered(self) -> bool:
        """Whether a panel covers all the panes."""
        return False

    def ruled(self) -> tuple[Grid, Pane | None]:
        """The panes that the hairlines join, and the one with the focus."""
        return self.grid, self.pane

    def ruled_below(self) -> Grid:
        """The panes that the hairline over the key line joins."""
        return self.ruled()[0]

    def facts(self, *parts: str) -> str:
        """Facts in a row, in the signs of the house."""
        return f" {self.glyphs.dot} ".join(parts)

    def notice_of_work(self) -> str:
        """Progress of work in the background, or ""."""
        return ""

    def hand_back(self, done: Callable[..., None], *found: object) -> None:
        """Give what a thread has found to the page, unless the reader has left meanwhile."""
        self.unless_left(lambda: self.app.call_from_thread(done, *found))

    def unless_left(self, work: Callable[[], object]) -> None:
        """Do what asks the page, in a thread; after the reader has left it is let go."""
        with suppress(NoActiveAppError):
            work()

    # laying out

    def drawing(self) -> Iterator[VirtualLines]:
        """Every widget that draws lines."""
        for widget in self.walk_children(Widget):
            if isinstance(widget, VirtualLines):
                yield widget

    def on_resize(self, event: events.Resize) -> None:
        if event.size != (self.grid.columns, self.grid.rows):
            self.lay_out(event.size.width, event.size.height)

    def grid_for(self, columns: int, rows: int) -> Grid:
        """Where the panes stand on a screen of that size."""
        return grid(columns, rows, self.pane, alone=self.alone, narrower=self.narrower)

    def lay_out(self, columns: int, rows: int) -> None:
        """Give every pane its columns; the article keeps its place when its measure changes."""
        old, new = self.grid, self.grid_for(columns, rows)
        self.grid = new
        self.too_small.display = new.small
        if new.small:
            words = f"{columns} x {rows} is too small to read on: {SMALLEST[0]} x {SMALLEST[1]} will do"
            if columns < len(words):
                words = "too small"
            self.too_small.put((((words[:columns], TEXT),),), ThemeRole.BACKGROUND)
        panes = ((self.list, new.list_), (self.view, new.article), (self.sidebar, new.sidebar))
        right = 0
        for widget, width in panes:
            widget.display = bool(width) and not new.small
            widget.air = 1 if new.tall else 0
            right += width + bool(right and width)
            widget.ruled = right < new.columns
            widget.edge = right < new.columns or widget is self.view
            widget.styles.width = width + (right < new.columns)
        for frame in (self.masthead, self.foot):
            frame.display = not new.small
            frame.styles.height = 2 if new.tall else 1
        if (new.measure, new.gutter, new.left, new.wide) != (old.measure, old.gutter, old.left, old.wide):
            self.set_article()
        self.draw_frame()

    def draw_frame(self) -> None:
        """Masthead and foot as they read now."""
        top, bottom = self.frame_lines()
        if self.grid.tall:
            covered = self.covered()
            joint = "" if covered else self.glyphs.joint_down
            ruled, focus = self.ruled()
            over = hairline(ruled, self.glyphs, joint, None if covered else focus)
            foot_joint = self.glyphs.hairline if covered else self.glyphs.joint_up
            under = hairline(self.ruled_below(), self.glyphs, foot_joint, None)
            self.masthead.put((top, over), ThemeRole.BACKGROUND)
            self.foot.put((under, bottom), ThemeRole.BACKGROUND)
        else:
            self.masthead.put((top,), ThemeRole.SURFACE)
            self.foot.put((bottom,), ThemeRole.SURFACE)

    def turn_to(self, pane: Pane) -> None:
        """Give the keys to that pane, showing it if it was hidden."""
        if self.alone and pane is not Pane.ARTICLE:
            self.alone = False
        self.pane = pane
        self.list.set_focus(pane is Pane.LIST)
        self.sidebar.set_focus(pane is Pane.SIDEBAR)
        self.lay_out(self.size.width, self.size.height)

    def do_next_pane(self) -> None:
        self.turn_to(Pane(self.pane % 3 + 1))

    def do_previous_pane(self) -> None:
        self.turn_to(Pane((self.pane - 2) % 3 + 1))

    def do_list(self) -> None:
        self.turn_to(Pane.LIST)

    def do_article(self) -> None:
        self.turn_to(Pane.ARTICLE)

    def do_sidebar(self) -> None:
        self.turn_to(Pane.SIDEBAR)
        if self.sidebar.chosen is None and self.sidebar.items():
            self.sidebar.act("first")

    def dim(self, dimmed: bool) -> None:
        """Dim the page under a panel, or bring it back."""
        for widget in (self.masthead, self.list, self.view, self.sidebar):
            widget.dim(dimmed)

    def repaint(self, palette: StyleResolver) -> None:
        """Draw everything in another theme."""
        self.palette = palette
        for widget in self.drawing():
            widget.palette = palette
            widget.changed()
