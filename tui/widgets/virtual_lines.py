"""The one widget that draws lines. List, article, sidebar, panels: all are built on it.

It keeps its own offset and draws only the rows that are seen, on demand: a key costs the rows it
changes, whatever the length (measured against Textual's own lists: a tenth of the time and bytes).
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.present import text_width
from tui.present.glyphs import FULL, Glyphs
from tui.present.styles import RULE, StyledLine, TextStyle, ThemeRole, fit_line
from tui.theme import StyleResolver

WHEEL = 3
"""Rows that one notch of the wheel moves."""
KEPT = 2000
"""Strips kept drawn; beyond that the cache starts again."""


class VirtualLines(Widget):
    """`count` rows, of which `line(row)` tells each; subclasses hold the value that they draw.

    `air` is the number of blank rows above the first; `edge` keeps the last column for the
    visible share of the rows (when it `scrolls`) on a hairline (when it is `ruled`).
    """

    can_focus = False
    ground = ThemeRole.BACKGROUND
    edge = False
    ruled = True
    scrolls = True

    class Clicked(Message):
        """The pane was clicked: it wants the focus."""

        def __init__(self, lines: VirtualLines) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, palette: StyleResolver, glyphs: Glyphs = FULL) -> None:
        super().__init__()
        self.palette = palette
        self.glyphs = glyphs
        self.dimmed = False
        self.air = 0
        self.top = 0
        self._strips: dict[int, Strip] = {}
        self._strips_otherwise: dict[int, Strip] = {}
        """What was drawn while the page was dimmed, or was not: the other of the two."""
        self._drawn_for = 0

    # what subclasses say

    def count(self) -> int:
        """How many rows there are."""
        return 0

    def line(self, row: int) -> StyledLine:
        """Row `row` as it is drawn now."""
        raise NotImplementedError

    # drawing

    @property
    def shown(self) -> int:
        """How many rows are seen at once."""
        return max(1, self.size.height - self.air)

    @property
    def room(self) -> int:
        """Columns for a line: all but the edge."""
        return max(0, self.size.width - self.edge)

    def changed(self) -> None:
        """What is drawn has changed altogether."""
        self._forget_drawn()
        self.refresh()

    def _forget_drawn(self) -> None:
        self._strips.clear()
        self._strips_otherwise.clear()

    def dim(self, dimmed: bool) -> None:
        """Draw dimmed, or plainly again; what was drawn either way is kept, for panels come and go."""
        if dimmed != self.dimmed:
            self.dimmed = dimmed
            self._strips, self._strips_otherwise = self._strips_otherwise, self._strips
            self.refresh()

    def redraw(self, first: int, end: int) -> None:
        """Rows `first` to `end` have changed: draw those again that are seen."""
        for row in range(first, end):
            self._strips.pop(row, None)
            self._strips_otherwise.pop(row, None)
        top, bottom = max(first, self.top), min(end, self.top + self.shown)
        if top < bottom:
            self.refresh(Region(0, top - self.top + self.air, self.size.width, bottom - top))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the region: this bypasses Textual's styles, since every row styles itself."""
        width = self.size.width
        if width != self._drawn_for:
            self._drawn_for = width
            self._forget_drawn()
        strips = [self._strip(y) for y in crop.line_range]
        if crop.x or crop.width < width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int) -> Strip:
        row = y - self.air + self.top
        inside = y >= self.air and 0 <= row < self.count()
        strip = self._strips.get(row if inside else -1)
        if strip is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            strip = self.drawn(self.line(row) if inside else ())
            self._strips[row if inside else -1] = strip
        return Strip([*strip, self._edge(y)], self._drawn_for) if self.edge else strip

    def drawn(self, line: StyledLine) -> Strip:
        """A line as a strip as wide as the pane."""
        room = self.room
        segments: list[Segment] = []
        seen = tuple((text_width.printable(words), ink) for words, ink in line)
        for words, ink in fit_line(seen, room):
            style = self.palette.style(ink, self.ground, self.dimmed)
            if segments and segments[-1].style is style:
                segments[-1] = Segment(segments[-1].text + words, style)
            else:
                segments.append(Segment(words, style))
        return Strip(segments, room)

    def _edge(self, y: int) -> Segment:
        glyph, ink = self.glyphs.rule if self.ruled else " ", RULE
        total, shown = self.count(), self.shown
        if self.scrolls and total > shown:
            height = self.size.height
            length = max(1, height * shown // total)
            start = (height - length) * self.top // max(1, total - shown)
            if start <= y < start + length:
                glyph, ink = self.glyphs.share, TextStyle(ThemeRole.MUTED)
        return Segment(glyph, self.palette.style(ink, self.ground, self.dimmed))

    # moving

    def act(self, action: str) -> bool:
        """Do the action if it is one of this pane's own; whether it was."""
        return False

    def scroll_rows(self, row: int) -> bool:
        """Show `row` as the first one, or as near as there are rows; whether that moved anything."""
        row = max(0, min(row, self.count() - self.shown))
        if row == self.top:
            return False
        self.top = row
        self.refresh()
        return True

    def reveal(self, first: int, end: int, *, margin: int = 0) -> None:
        """Scroll as little as needed to see rows `first` to `end`; the beginning wins."""
        top = self.top
        if end + margin > top + self.shown:
            top = end + margin - self.shown
        if first - margin < top:
            top = first - margin
        self.scroll_rows(top)

    def row_at(self, y: int) -> int | None:
        """The row drawn `y` rows below the widget's top."""
        row = y - self.air + self.top
        return row if y >= self.air and 0 <= row < self.count() else None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(self.top - WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        self.post_message(self.Clicked(self))
        row = self.row_at(event.y)
        if row is not None and not self.dimmed:
            self.click(row, event.x)

    def click(self, row: int, column: int) -> None:
        """A click on that row and column; panes that choose or jump by it override this."""


def position_after(action: str, at: int, shown: int, last: int) -> int | None:
    """Where `action` leads from row or item `at`, of which `shown` are seen; None if it is no movement."""
    steps = {
        "down": at + 1,
        "up": at - 1,
        "page_down": at + max(1, shown - 2),
        "page_up": at - max(1, shown - 2),
        "half_down": at + max(1, shown // 2),
        "half_up": at - max(1, shown // 2),
        "first": 0,
        "last": last,
    }
    return max(0, min(steps[action], last)) if action in steps else None
