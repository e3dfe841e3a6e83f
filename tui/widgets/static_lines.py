"""Widgets that show lines which others make: bars at the edges of the screen, and popups over the article."""

from __future__ import annotations

from tui.present.glyphs import Glyphs
from tui.present.styles import StyledLine, ThemeRole
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines


class _StaticLines(VirtualLines):
    """As high as the lines that it was given."""

    scrolls = False

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self._lines: tuple[StyledLine, ...] = ()

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> StyledLine:
        return self._lines[row]


class Bar(_StaticLines):
    """A few lines on a ground of their own: masthead, foot."""

    def put(self, lines: tuple[StyledLine, ...], ground: ThemeRole) -> None:
        """Draw these lines on that ground; only rows that differ are drawn again."""
        if ground is not self.ground or len(lines) != len(self._lines):
            self._lines, self.ground = lines, ground
            self.changed()
            return
        old, self._lines = self._lines, lines
        for row, (was, now) in enumerate(zip(old, lines, strict=True)):
            if was != now:
                self.redraw(row, row + 1)


class FooterPanel(_StaticLines):
    """Rows at the foot of the screen, under everything else; the page ends above them."""

    ground = ThemeRole.SURFACE

    def put(self, lines: tuple[StyledLine, ...]) -> None:
        """Show these rows."""
        self._lines = lines
        self.changed()


class Popup(_StaticLines):
    """A popup over part of the article, on the ground of panels."""

    ground = ThemeRole.SURFACE

    def put(self, lines: tuple[StyledLine, ...], *, row: int, column: int, width: int) -> None:
        """Show these rows, the first at that row and column of the screen."""
        self._lines = lines
        self.styles.width = width
        self.styles.height = len(lines)
        self.styles.margin = (row, 0, 0, column)
        self.display = True
        self.changed()
