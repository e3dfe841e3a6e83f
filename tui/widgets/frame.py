"""Masthead and foot: drawn values, one or two rows."""

from __future__ import annotations

from tui.present.glyphs import Glyphs
from tui.present.ink import Line, Role
from tui.theming import Palette
from tui.widgets.lines import Lines


class Frame(Lines):
    """A few lines that others make: masthead, foot."""

    scrolls = False

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self._lines: tuple[Line, ...] = ()

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

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]
