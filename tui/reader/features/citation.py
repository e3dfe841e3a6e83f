"""Copying a quotation: in the form that was chosen last, by every way to the clipboard that there is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.present.citation_formats import CitationFormat, citation_format_named, format_citation
from tui.present.citation_picker_view import AROUND, FORMS, SAMPLE, CitationChoice
from tui.reader import external_programs
from tui.reader.modes import Panel
from tui.widgets.citation_picker import CitationPicker

if TYPE_CHECKING:
    from tui.library.ports.history import Preferences
    from tui.model.annotation import Quotation
    from tui.model.cutting import Cutting
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

    Meant = tuple[Cutting, Quotation]

FORM = "form of citation"
"""Under this name the library keeps the form chosen last."""
HINTS = (("1–7", "choose"), ("↓ ↑", "look"), ("enter", "copy it so"), ("esc", "leave it"))
WIDEST = 76
BY_TERMINAL = "by way of the terminal"
NONE_CHOSEN = "stand on a quotation to copy it: ] and [ step through them"


class CitationController:
    """Copies quotations with their source, and offers the forms to do it in."""

    def __init__(
        self, context: ReaderContext, preferences: Preferences, to_terminal: Callable[[str], None]
    ) -> None:
        self._it, self._preferences, self._to_terminal = context, preferences, to_terminal
        self.chooser = context.layout.make(CitationPicker)

    def _meant(self) -> Meant | None:
        """The quotation that a key means: on a page the chosen one, else that of the article."""
        desk, page = self._it.desk, self._it.modes.page
        if page is not None:
            said = page.said()
            return (said[0], said[0].spoken[said[1]]) if said else None
        return (desk.cutting, desk.quotation) if desk.cutting and desk.quotation else None

    def _form(self) -> CitationFormat:
        return citation_format_named(self._preferences.kept(FORM))

    def copy(self) -> None:
        """Copy the quotation in the form chosen last."""
        page, meant = self._it.modes.page, self._meant()
        text = page.text() if page is not None else None
        if text is not None:
            self._it.status.tell(self._hand_out(text, "both copied"))
        else:
            self._it.status.tell(self._copy(meant, self._form()) if meant else NONE_CHOSEN)

    def copy_words(self, words: str) -> None:
        """Copy words of the text, without a source."""
        self._it.status.tell(self._hand_out(words, "copied"))

    def copy_found(self, meant: Meant | None) -> None:
        """Copy a quotation that was found; the panel it was found in says so."""
        words = self._copy(meant, self._form()) if meant else "only a quotation is copied with its source"
        self._it.status.answer(words)

    def _copy(self, meant: Meant, form: CitationFormat) -> str:
        told = f"copied {'' if form.value[0].islower() else 'as '}{form.value}"
        return self._hand_out(format_citation(*meant, form), told)

    def _hand_out(self, text: str, told: str) -> str:
        self._to_terminal(text)
        programs = external_programs.clipboards(os.environ, shutil.which)
        if programs:
            self._it.jobs.run(
                partial(self._hand_over, programs, text), partial(self._handed_over, told), group="copy"
            )
        return f"{told}, {BY_TERMINAL}"

    def _hand_over(self, programs: list[external_programs.Clipboard], text: str, _job: Job) -> str:
        return external_programs.copied_by(programs, text)

    def _handed_over(self, told: str, program: str) -> None:
        status = self._it.status
        if program and BY_TERMINAL in status.notice:
            tell = status.answer if status.answered else status.tell
            tell(f"{told}, by {program} and the terminal")

    # another form

    def choose_form(self) -> None:
        """Choose the form, then copy."""
        meant = self._meant()
        if meant is None:
            self._it.status.tell(NONE_CHOSEN)
            return
        self._it.desk.show_evidence(False)
        now = self._form()
        self._it.modes.open_panel(Panel("citation", self.chooser, lambda: HINTS))
        self.chooser.open(CitationChoice(*meant, chosen=now, now=now), self._place())

    def _place(self) -> tuple[int, int, int, int]:
        """Row, column, width and height of the list of forms: at the foot of the article, or of the page."""
        layout, grid = self._it.layout, self._it.layout.grid
        column, width = layout.over_article()
        if self._it.modes.page is not None or not grid.article:
            width = min(grid.columns, WIDEST)
            column = (grid.columns - width) // 2
        high = min(len(FORMS) + AROUND + SAMPLE, grid.body)
        return grid.rows - layout.frame_rows - high, column, width, high

    def decided(self, form: CitationFormat | None) -> None:
        """Copy in that form from now on; None: in none."""
        copying = self.chooser.copying
        if not self._it.modes.shows(self.chooser):
            return
        self._it.modes.close_panel()
        if form is not None and copying is not None:
            self._preferences.keep(FORM, form.value)
            self._it.status.tell(self._copy((copying.cutting, copying.quotation), form))
