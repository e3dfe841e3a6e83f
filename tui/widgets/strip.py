"""A strip of rows at the foot of the screen, under everything else."""

from __future__ import annotations

from tui.present.glyphs import Glyphs
from tui.present.ink import Line, Role
from tui.theming import Palette
from tui.widgets.lines import Lines


class Strip(Lines):
    """As high as its rows; the page ends above it."""

    ground = Role.SURFACE
    scrolls = False

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self._lines: tuple[Line, ...] = ()

    def put(self, lines: tuple[Line, ...]) -> None:
        """Show these rows."""
        self._lines = lines
        self.changed()

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]
