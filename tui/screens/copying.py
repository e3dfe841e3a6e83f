"""Copying a quotation: in the form that was chosen last, by every way to the clipboard that there is."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.present.frame_view import key_line
from tui.present.styles import StyledLine
from tui.screens import outside
from tui.screens.sharing import Sharing

if TYPE_CHECKING:
    from tui.present.citation_formats import CitationFormat
    from tui.widgets.citation_picker import CitationPicker

FORM = "form of citation"
"""Under this name the library keeps the form chosen last."""
FORM_LINE = (("1–7", "choose"), ("↓ ↑", "look"), ("enter", "copy it so"), ("esc", "leave it"))


class Copying(Sharing):
    """A desk from which quotations are copied."""

    form_chooser: CitationPicker | None = None

    def quotation_meant(self) -> tuple[Cutting, Quotation] | None:
        """The quotation that a key means: on a leaf the chosen one, else the current one."""
        if self.page is not None:
            said = self.page.said()
            return (said[0], said[0].spoken[said[1]]) if said else None
        if self.cutting is None or self.lit.current is None:
            return None
        return self.cutting, self.cutting.spoken[self.lit.current]

    def _form(self) -> CitationFormat:
        from tui.present.citation_formats import citation_format_named

        return citation_format_named(self.library.kept(FORM))

    def do_copy(self) -> None:
        """Copy the quotation in the form chosen last."""
        meant = self.quotation_meant()
        text = self.page.text() if self.page is not None else None
        if text is not None:
            self._hand_out(text, "both copied")
        elif meant is None:
            self.notice = "stand on a quotation to copy it: ] and [ step through them"
        else:
            self._copy(*meant, self._form())

    def _copy(self, cutting: Cutting, quotation: Quotation, form: CitationFormat) -> None:
        from tui.present.citation_formats import format_citation

        told = f"copied {'' if form.value[0].islower() else 'as '}{form.value}"
        self._hand_out(format_citation(cutting, quotation, form), told)

    def _hand_out(self, text: str, told: str) -> None:
        self.app.copy_to_clipboard(text)
        programs = outside.clipboards(os.environ, shutil.which)
        if programs:
            self.run_worker(
                lambda: self._hand_over(programs, text, told), thread=True, exclusive=True, group="copy"
            )
        self.notice = f"{told}, by way of the terminal"

    def _hand_over(self, programs: list[outside.Clipboard], text: str, told: str) -> None:
        name = outside.copied_by(programs, text)
        if name:
            self.hand_back(self._handed_over, f"{told}, by {name} and the terminal")

    def _handed_over(self, words: str) -> None:
        if "by way of the terminal" in self.notice:
            self.notice = words
            self.draw_frame()

    def do_cite(self) -> None:
        """Choose the form, then copy."""
        meant = self.quotation_meant()
        if meant is None:
            self.notice = "stand on a quotation to copy it: ] and [ step through them"
            return
        from tui.present.citation_picker_view import CitationChoice as Value
        from tui.widgets.citation_picker import CitationPicker

        if self.form_chooser is None:
            self.form_chooser = CitationPicker(self.palette, self.glyphs)
            self.mount(self.form_chooser)
        if self.lit.evidence:
            self.let_evidence_go()
        self.panel = self.form_chooser
        now = self._form()
        self.form_chooser.open(Value(*meant, chosen=now, now=now), self._form_place())
        self.draw_frame()

    def _form_place(self) -> tuple[int, int, int, int]:
        """Row, column, width and height of the chooser: at the foot of the article, or of the leaf."""
        from tui.present.citation_picker_view import AROUND, FORMS, SAMPLE

        grid = self.grid
        column, width = self.slip_place()
        if self.page is not None or not grid.article:
            width = min(grid.columns, WIDEST)
            column = (grid.columns - width) // 2
        high = min(len(FORMS) + AROUND + SAMPLE, grid.body)
        return grid.rows - (2 if grid.tall else 1) - high, column, width, high

    def on_citation_picker_decided(self, event: CitationPicker.Decided) -> None:
        event.stop()
        copying = self.form_chooser.copying if self.form_chooser is not None else None
        self.close_panel()
        if event.form is not None and copying is not None:
            self.library.keep(FORM, event.form.value)
            self._copy(copying.cutting, copying.quotation, event.form)
        self.draw_frame()

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.panel is None or self.panel is not self.form_chooser:
            return top, bottom
        return top, key_line(FORM_LINE, (), self.grid.columns)


WIDEST = 76
