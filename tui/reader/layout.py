"""Where masthead, panes, foot and panels stand, and which pane has the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from textual.containers import Horizontal
from textual.widget import Widget

from tui.present.grid import SMALLEST, Grid, Pane, grid
from tui.present.styles import TEXT, ThemeRole
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.sidebar import Sidebar
from tui.widgets.static_lines import Bar
from tui.widgets.virtual_lines import VirtualLines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.screen import Screen

    from tui.present.glyphs import Glyphs
    from tui.theme import StyleResolver

Drawn = TypeVar("Drawn", bound=VirtualLines)


class Layout:
    """Owns the grid and the widgets of the page, and says which pane has the keys."""

    def __init__(self, screen: Screen[None], palette: StyleResolver, glyphs: Glyphs) -> None:
        self._screen = screen
        self.palette, self.glyphs = palette, glyphs
        self.pane = Pane.ARTICLE
        self.alone = False
        self.narrower = 0
        self.bare = False
        """Whether there is no article, and so nothing to be said beside one."""
        self.reserved = 0
        """Rows at the foot of the screen that something else stands in."""
        self._size = 0, 0
        self.grid: Grid = grid(0, 0, Pane.ARTICLE)
        self.masthead, self.foot = Bar(palette, glyphs), Bar(palette, glyphs)
        self.too_small = Bar(palette, glyphs)
        self.list = ArticleList(palette, glyphs)
        self.view = ArticlePane(palette, glyphs)
        self.sidebar = Sidebar(palette, glyphs)
        self.measured: Callable[[], None]
        """Sets the article anew when its measure has changed."""
        self.arranged: list[Callable[[], None]] = []
        """Told when all has its place on another grid."""

    def compose(self) -> ComposeResult:
        """The widgets of the page."""
        yield self.masthead
        with Horizontal():
            yield self.list
            yield self.view
            yield self.sidebar
        yield self.foot
        self.too_small.display = False
        yield self.too_small

    def make(self, widget: Callable[[StyleResolver, Glyphs], Drawn]) -> Drawn:
        """A widget over the page, made when it is first wanted."""
        made = widget(self.palette, self.glyphs)
        self.mount(made)
        return made

    def mount(self, *widgets: Widget) -> None:
        """Put widgets over the page."""
        self._screen.mount(*widgets)

    # the grid

    def resize(self, columns: int, rows: int) -> None:
        """The screen has this size now."""
        if (columns, rows) != self._size:
            self._size = columns, rows
            self.arrange()

    def arrange(self) -> None:
        """Give every pane its columns; the article keeps its place when its measure changes."""
        columns, rows = self._size
        old, new = self.grid, self._grid(columns, max(0, rows - self.reserved))
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
            self.measured()
        for tell in self.arranged:
            tell()

    def _grid(self, columns: int, rows: int) -> Grid:
        """Where the panes stand; without an article nothing stands beside it."""
        found = grid(columns, rows, self.pane, alone=self.alone, narrower=self.narrower)
        if not self.bare or not (found.sidebar and found.list_):
            return found
        return found._replace(article=found.article + found.sidebar + 1, sidebar=0)

    def focus(self, pane: Pane) -> None:
        """Give the keys to that pane, showing it if it was hidden."""
        if self.alone and pane is not Pane.ARTICLE:
            self.alone = False
        self.pane = pane
        self.list.set_focus(pane is Pane.LIST)
        self.sidebar.set_focus(pane is Pane.SIDEBAR)
        self.arrange()

    @property
    def focused(self) -> ArticleList | ArticlePane | Sidebar:
        """The widget of the pane that has the keys."""
        if self.pane is Pane.LIST:
            return self.list
        return self.sidebar if self.pane is Pane.SIDEBAR else self.view

    def pane_of(self, widget: VirtualLines) -> Pane | None:
        """The pane that a widget stands for."""
        panes: dict[VirtualLines, Pane] = {
            self.list: Pane.LIST,
            self.view: Pane.ARTICLE,
            self.sidebar: Pane.SIDEBAR,
        }
        return panes.get(widget)

    # over the article

    @property
    def frame_rows(self) -> int:
        """Rows of the masthead, and of the foot."""
        return 2 if self.grid.tall else 1

    def over_article(self) -> tuple[int, int]:
        """Column and width of what lies over the article: from its gutter to the end of its measure."""
        it = self.grid
        column = it.left + (it.list_ + 1 if it.list_ else 0) + (1 if it.initials else 0)
        return column, min(it.article - it.left, it.gutter + it.measure + 1) - 1

    def free_row(self, rows: tuple[int, int], high: int) -> int:
        """The first row of something so high over the article: at the foot, unless `rows` of it are there."""
        top = 3 if self.grid.tall else 1
        bottom = self.grid.rows - self.frame_rows
        first, end = (top + row - self.view.top for row in rows)
        if end + high <= bottom:
            return bottom - high
        return top if first - high >= top else max(top, bottom - high)

    # how it is drawn

    def dim(self, dimmed: bool, also: Iterable[VirtualLines] = ()) -> None:
        """Dim the page under a panel, or bring it back."""
        for widget in (self.masthead, self.list, self.view, self.sidebar, *also):
            widget.dim(dimmed)

    def repaint(self, palette: StyleResolver) -> None:
        """Draw everything in another theme."""
        self.palette = palette
        for widget in self._drawn():
            widget.palette = palette
            widget.changed()

    def _drawn(self) -> Iterator[VirtualLines]:
        for widget in self._screen.walk_children(Widget):
            if isinstance(widget, VirtualLines):
                yield widget
