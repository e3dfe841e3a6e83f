"""The reading view: one laid-out article, scrolled by rows."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.model.span import Span
from tui.present.article_layout import ArticleLayout
from tui.present.article_view import Highlights, article_line
from tui.present.styles import StyledLine
from tui.widgets.virtual_lines import VirtualLines, position_after


class ArticlePane(VirtualLines):
    """Shows a laid-out article with what is lit in it; knows where its top stands in the text."""

    edge = True

    class Pointed(Message):
        """The text was clicked at that code point."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Selected(Message):
        """The mouse was drawn over these words; None: it lets go of those before."""

        def __init__(self, span: Span | None) -> None:
            super().__init__()
            self.span = span

    sheet: ArticleLayout | None = None
    lit = Highlights()
    _held: int | None = None
    """Where in the text the mouse was pressed, while it is."""
    note: tuple[StyledLine, ...] = ()
    """What stands here while no article is laid out."""

    def count(self) -> int:
        return self.sheet.rows if self.sheet else len(self.note)

    def line(self, row: int) -> StyledLine:
        return article_line(self.sheet, row, self.lit) if self.sheet else self.note[row]

    def put_note(self, note: tuple[StyledLine, ...]) -> None:
        """Let go of the article, and show a note in its place."""
        if self.sheet is not None or note != self.note:
            self.sheet, self.note = None, note
            self.scroll_rows(0)
            self.changed()

    def put(self, sheet: ArticleLayout | None, lit: Highlights) -> None:
        """Draw another article, or the same one set anew."""
        self.sheet, self.lit = sheet, lit
        self.top = max(0, min(self.top, self.count() - self.shown))
        self.changed()

    def light(self, lit: Highlights) -> None:
        """Draw what stands out now."""
        if lit != self.lit:
            self.lit = lit
            self.changed()

    def seen(self) -> Span:
        """The stretch of the text that is on the screen."""
        if self.sheet is None:
            return Span(0, 0)
        last = min(self.top + self.shown, self.count()) - 1
        end = max((row.end for row in self.sheet.setting.rows[self.top : last + 1]), default=0)
        return Span(self.sheet.offset_of(self.top), end)

    def page(self, rows: int) -> Span | None:
        """The stretch that so many rows from the top on will show, drawn or not."""
        if self.sheet is None:
            return None
        return Span(self.sheet.offset_of(self.top), self.sheet.offset_of(self.top + rows))

    def stand_at(self, offset: int) -> None:
        """Scroll so that the code point is in the first row: the exact place one left."""
        if self.sheet is not None:
            self.scroll_rows(self.sheet.setting.row_of(offset))

    def show_span(self, span: Span) -> None:
        """Scroll, as little as may be, so that the span is read with a few rows above it."""
        if self.sheet is None:
            return
        first, end = self.sheet.rows_of(span)
        if first < self.top or end > self.top + self.shown:
            self.scroll_rows(first - max(1, (self.shown - (end - first)) // 3))

    def act(self, action: str) -> bool:
        """Scroll by that movement; whether it was one."""
        row = position_after(action, self.top, self.shown, max(0, self.count() - self.shown))
        if row is None:
            return False
        self.scroll_rows(row)
        return True

    def _nearest(self, event: events.MouseEvent) -> int | None:
        """The code point that is drawn nearest to the mouse; beyond an edge the text moves on."""
        if self.sheet is None or not self.count():
            return None
        self.scroll_rows(self.top + (event.y >= self.size.height) - (event.y < self.air))
        row = max(self.top, min(event.y - self.air + self.top, self.top + self.shown - 1, self.count() - 1))
        return self.sheet.nearest_offset(row, event.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self.lit.selected is not None:
            self.post_message(self.Selected(None))
        if not self.dimmed:
            self._held = self._nearest(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        here = self._nearest(event) if self._held is not None else None
        if self._held is not None and here is not None and here != self._held:
            self.post_message(self.Selected(Span(min(self._held, here), max(self._held, here))))

    def on_mouse_up(self) -> None:
        self._held = None
        self.release_mouse()

    def click(self, row: int, column: int) -> None:
        offset = self.sheet.offset_at(row, column) if self.sheet else None
        if offset is not None:
            self.post_message(self.Pointed(offset))
