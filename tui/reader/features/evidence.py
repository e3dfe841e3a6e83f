"""Why this speaker: the evidence, over the part of the article that the quotation leaves free."""

from __future__ import annotations

from tui.present.evidence_view import evidence_lines
from tui.present.grid import Pane
from tui.reader.context import ReaderContext
from tui.reader.redraw import Part
from tui.widgets.static_lines import Popup


class EvidenceController:
    """Shows the reasons for the chosen quotation's speaker, or lets them go again."""

    def __init__(self, context: ReaderContext) -> None:
        self._it = context
        self._popup = context.layout.make(Popup)

    def toggle(self) -> None:
        """Show why, or let it go again."""
        desk, layout = self._it.desk, self._it.layout
        if desk.lit.evidence:
            desk.show_evidence(False)
        elif desk.quotation is None:
            self._it.status.tell("stand on a quotation to ask: ] and [ step through them")
        else:
            desk.show_evidence(True)
            if layout.grid.article == 0:
                layout.focus(Pane.ARTICLE)

    def draw(self, parts: Part) -> None:
        """Put it below the chosen quotation, or above it when that stands in the lower half."""
        if Part.ARTICLE not in parts:
            return
        desk, layout = self._it.desk, self._it.layout
        sheet, quotation = layout.view.sheet, desk.quotation
        if not desk.lit.evidence or quotation is None or sheet is None:
            self._popup.display = False
            return
        assert desk.cutting is not None
        assert desk.side is not None
        column, width = layout.over_article()
        number = desk.lit.current or 0
        lines = evidence_lines(desk.cutting, number, desk.side.speakers, width, self._it.glyphs)
        if not layout.grid.tall:
            lines = tuple(line for line in lines if any(words.strip() for words, _ in line))
        lines = lines[: layout.grid.body]
        row = layout.free_row(sheet.rows_of(quotation.span), len(lines))
        self._popup.put(lines, row=row, column=column, width=width)
