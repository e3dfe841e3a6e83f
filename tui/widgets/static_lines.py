"""Widgets that show lines which others make: bars at the edges of the screen, and slips over the article."""

from __future__ import annotations

from tui.present.glyphs import Glyphs
from tui.present.styles import Line, Role
from tui.theme import Palette
from tui.widgets.virtual_lines import Lines


class _Given(Lines):
    """As high as the lines that it was given."""

    scrolls = False

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self._lines: tuple[Line, ...] = ()

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]


class Frame(_Given):
    """A few lines on a ground of their own: masthead, foot."""

    def put(self, lines: tuple[Line, ...], ground: Role) -> None:
        """Draw these lines on that ground; only rows that differ are drawn again."""
        if ground is not self.ground or len(lines) != len(self._lines):
            self._lines, self.ground = lines, ground
            self.changed()
            return
        old, self._lines = self._lines, lines
        for row, (was, now) in enumerate(zip(old, lines, strict=True)):
            if was != now:
                self.redraw(row, row + 1)


class Strip(_Given):
    """Rows at the foot of the screen, under everything else; the page ends above them."""

    ground = Role.SURFACE

    def put(self, lines: tuple[Line, ...]) -> None:
        """Show these rows."""
        self._lines = lines
        self.changed()


class Slip(_Given):
    """A slip of paper over part of the article, on the ground of panels."""

    ground = Role.SURFACE

    def put(self, lines: tuple[Line, ...], *, row: int, column: int, width: int) -> None:
        """Show these rows, the first at that row and column of the screen."""
        self._lines = lines
        self.styles.width = width
        self.styles.height = len(lines)
        self.styles.margin = (row, 0, 0, column)
        self.display = True
        self.changed()
