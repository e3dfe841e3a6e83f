"""Another theme: the list of them, each shown while one moves, kept or let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.present.grid import LIST, NARROW
from tui.present.styles import META, StyledLine
from tui.reader.messages import ThemeTried
from tui.reader.modes import Panel
from tui.widgets.theme_list import ThemeList

if TYPE_CHECKING:
    from textual.message import Message

    from tui.present.theme_list_view import ThemeChoice
    from tui.reader.context import ReaderContext

HINTS = (("↓ ↑", "look"), ("enter", "keep"), ("esc", "as it was"))


class ThemeController:
    """Shows the themes that the app offers, and tells it which one is looked at."""

    def __init__(self, context: ReaderContext, post: Callable[[Message], object]) -> None:
        self._it, self._post = context, post
        self.widget = context.layout.make(ThemeList)

    def offer(self, offers: tuple[ThemeChoice, ...], now: str) -> None:
        """Show the themes, standing on the one that is worn."""
        if self._it.modes.panel is None:
            self.widget.open(offers, now, self._place())
            fit = self._fit
            self._it.modes.open_panel(Panel("themes", self.widget, lambda: HINTS, fit=fit, right=self._right))

    def _fit(self) -> None:
        self.widget.move_to(self._place())

    def _place(self) -> tuple[int, int, int, int]:
        """Row, column, width and height of the list: where the articles are listed, so that one reads on."""
        layout, grid = self._it.layout, self._it.layout.grid
        width = grid.list_ or min(LIST, grid.columns)
        column = 0 if grid.columns >= NARROW else grid.columns - width
        return layout.frame_rows, column, width, grid.body

    def _right(self) -> StyledLine:
        notice = self._it.status.notice
        return ((notice, META),) if notice else ()

    def looked(self, name: str) -> None:
        """The reader looks at that theme."""
        self._post(ThemeTried(name))

    def decided(self, name: str | None) -> None:
        """The reader keeps that theme, or None: leaves it as it was."""
        if not self._it.modes.shows(self.widget):
            return
        self._it.modes.close_panel()
        self._post(ThemeTried(name, keep=name is not None))
