"""Every key, searchable: help and palette in one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.present.frame_view import masthead
from tui.present.grid import NARROW
from tui.present.styles import META, StyledLine
from tui.reader.key_help_sections import by_pane
from tui.reader.modes import Panel
from tui.widgets.help_page import HelpPage

if TYPE_CHECKING:
    from tui.reader.context import ReaderContext

HINTS = (("enter", "do it"), ("↓ ↑", "choose"), ("esc", "back"))


class KeyHelp:
    """The page of all keys, over everything but masthead and foot."""

    def __init__(self, context: ReaderContext) -> None:
        self._it = context
        keys = context.keys
        self._widget = context.layout.make(partial(HelpPage, keys=keys, panes=by_pane(keys)))
        self._panel = Panel(
            "keys",
            self._widget,
            lambda: HINTS,
            fit=self._fit,
            covers=True,
            right=self._right,
            masthead=self._masthead,
        )

    def open(self) -> None:
        """Show every key."""
        self._it.modes.open_panel(self._panel)
        self._widget.open()

    def close(self) -> bool:
        """Let the page go; False if it has been closed already."""
        shown = self._it.modes.shows(self._widget)
        if shown:
            self._it.modes.close_panel()
        return shown

    def _fit(self) -> None:
        foot, rows = self._it.layout.frame_rows, self._it.layout.grid.rows
        self._widget.styles.margin = (foot, 0, foot, 0)
        self._widget.styles.height = rows - 2 * foot

    def _right(self) -> StyledLine:
        return (("any of them can be another: config.toml", META),) if self._it.layout.grid.wide else ()

    def _masthead(self) -> StyledLine | None:
        columns = self._it.layout.grid.columns
        if columns < NARROW:
            return None
        where = f"{self._it.status.name} {self._it.glyphs.deeper} keys"
        return masthead(where, ((self._widget.counted, META),), columns)
