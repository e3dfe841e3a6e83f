"""Asking why: the evidence for a speaker, over the part of the article that the quotation leaves free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.present.grid import Pane
from tui.screens.seeking import Seeking

if TYPE_CHECKING:
    from tui.widgets.static_lines import Popup


class Asking(Seeking):
    """A desk that shows its reasons for the current quotation."""

    slip: Popup | None = None

    def do_evidence(self) -> None:
        """Show why, or let it go again."""
        if self.lit.evidence:
            self.let_evidence_go()
        elif self.cutting is None or self.lit.current is None:
            self.notice = "stand on a quotation to ask: ] and [ step through them"
        else:
            self.lit = self.lit._replace(evidence=True, flash=None)
            if self.grid.article == 0:
                self.turn_to(Pane.ARTICLE)
            self.light()

    def let_evidence_go(self) -> None:
        """Take the slip away."""
        self.lit = self.lit._replace(evidence=False)
        self.light()

    def light(self) -> None:
        super().light()
        self.place_slip()

    def place_slip(self) -> None:
        """Put the slip below the current quotation, or above it when it stands in the lower half."""
        showing = self.lit.evidence and self.lit.current is not None
        if self.cutting is None or self.side is None or not showing or self.view.sheet is None:
            if self.slip is not None:
                self.slip.display = False
            return
        if self.slip is None:
            from tui.widgets.static_lines import Popup

            self.slip = Popup(self.palette, self.glyphs)
            self.mount(self.slip)
        number = self.lit.current or 0
        from tui.present.evidence_view import evidence_lines

        column, width = self.slip_place()
        lines = evidence_lines(self.cutting, number, self.side.speakers, width, self.glyphs)
        if not self.grid.tall:
            lines = tuple(line for line in lines if any(words.strip() for words, _ in line))
        lines = lines[: self.grid.body]
        self.slip.put(lines, row=self.free_row(number, len(lines)), column=column, width=width)

    def slip_place(self) -> tuple[int, int]:
        """Column and width of a slip over the article: from its gutter to the end of its measure."""
        it = self.grid
        column = it.left + (it.list_ + 1 if it.list_ else 0) + (1 if it.initials else 0)
        return column, min(it.article - it.left, it.gutter + it.measure + 1) - 1

    def free_row(self, number: int, high: int) -> int:
        """The first row of a slip so high: at the foot, unless the quotation stands there."""
        assert self.cutting is not None
        assert self.view.sheet is not None
        top = 3 if self.grid.tall else 1
        bottom = self.grid.rows - (2 if self.grid.tall else 1)
        first, end = self.view.sheet.rows_of(self.cutting.spoken[number].span)
        below = top + end - self.view.top
        if below + high <= bottom:
            return bottom - high
        above = top + first - self.view.top
        return top if above - high >= top else max(top, bottom - high)
