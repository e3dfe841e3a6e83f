"""A slip of paper over part of the article: a few rows that others make."""

from __future__ import annotations

from tui.present.glyphs import Glyphs
from tui.present.ink import Line, Role
from tui.theming import Palette
from tui.widgets.lines import Lines


class Slip(Lines):
    """Drawn on the ground of panels; as high as its rows."""

    ground = Role.SURFACE
    scrolls = False

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self._lines: tuple[Line, ...] = ()

    def put(self, lines: tuple[Line, ...], *, row: int, column: int, width: int) -> None:
        """Show these rows, the first at that row and column of the screen."""
        self._lines = lines
        self.styles.width = width
        self.styles.height = len(lines)
        self.styles.margin = (row, 0, 0, column)
        self.display = True
        self.changed()

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]
