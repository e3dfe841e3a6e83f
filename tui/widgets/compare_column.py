"""One of two texts side by side: its head stays, its lines scroll."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui.present.page_rows import text_row
from tui.present.styles import MUTED, StyledLine
from tui.widgets.page_column import PageColumn


class CompareColumn(PageColumn):
    """`head` rows that stay under `above` blank ones, then rows that scroll; a sign tells of more."""

    head: tuple[StyledLine, ...] = ()
    above = 0
    _lines: Sequence[StyledLine] = ()
    _first = 0

    def show(self, head: tuple[StyledLine, ...], lines: Sequence[StyledLine], top: int) -> None:
        """Show that head and these lines, the first one seen being `top`."""
        self.head, self._lines = head, lines
        self._first = next((row for row, line in enumerate(lines) if line), 0)
        self.air = self.above + len(head)
        self.put(tuple(map(text_row, lines)), top=top)

    def line(self, row: int) -> StyledLine:
        line = self._lines[row]
        if row != self.top or row <= self._first or not line or line[0][0].strip():
            return line
        return ((f"  {self.glyphs.cut} ", MUTED), *line[1:])

    def scroll_rows(self, row: int) -> bool:
        before = self.top
        moved = super().scroll_rows(row)
        for at in (before, self.top):
            self._strips.pop(at, None)
        return moved

    def _strip(self, y: int) -> Strip:
        at = y - self.above
        if not 0 <= at < len(self.head):
            return super()._strip(y)
        strip = self.drawn(self.head[at])
        return Strip([*strip, self._edge(y)], self.size.width) if self.edge else strip
