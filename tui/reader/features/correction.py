"""Putting a speaker or a name right by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.library.ports.corrections import UnchangeableError
from tui.present.grid import Pane
from tui.present.speaker_picker_view import FRAME, SpeakerChoice, speaker_candidates
from tui.present.text_entry import TextEntry
from tui.reader.modes import Panel
from tui.reader.prompt import TextPrompt, hinted
from tui.widgets.speaker_picker import SpeakerPicker

if TYPE_CHECKING:
    from tui.library.ports.corrections import Corrections
    from tui.model.article import ArticleId
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

HINTS = (
    ("1–9", "choose"),
    ("enter", "keep"),
    ("tab", "all of theirs here"),
    ("0", "as first found"),
    ("esc", "leave it"),
)
NAME_HINT = "enter keeps it · Smith = Jane Smith parts a form off"


class CorrectionController:
    """Offers who else may have spoken, renames, and takes corrections back."""

    def __init__(
        self, context: ReaderContext, corrections: Corrections, lay_again: Callable[[int | None], None]
    ) -> None:
        self._it, self._corrections, self._lay_again = context, corrections, lay_again
        self.chooser = context.layout.make(SpeakerPicker)

    def correct(self) -> None:
        """Offer the people of the article for the chosen quotation; among the people, another name."""
        desk, layout = self._it.desk, self._it.layout
        if layout.pane is Pane.SIDEBAR and desk.lit.entity:
            prompt = TextPrompt("the name is", TextEntry.of(desk.lit.entity), kept=self._rename)
            prompt.hint = lambda: hinted(NAME_HINT if layout.grid.wide else "")
            self._it.modes.ask(prompt)
            return
        sheet, quotation = layout.view.sheet, desk.quotation
        if desk.cutting is None or desk.side is None or quotation is None or sheet is None:
            self._it.status.tell("stand on a quotation to put it right: ] and [ step through them")
            return
        desk.show_evidence(False)
        offered = speaker_candidates(desk.cutting, quotation)
        high = min(len(offered) + FRAME, layout.grid.body)
        row = layout.free_row(sheet.rows_of(quotation.span), high)
        self._it.modes.open_panel(Panel("correction", self.chooser, lambda: HINTS))
        self.chooser.open(SpeakerChoice(offered), desk.side.speakers, (row, *layout.over_article()), high)

    def decided(self, event: SpeakerPicker.Decided) -> None:
        """Keep what was decided, once."""
        if not self._it.modes.shows(self.chooser):
            return
        self._it.modes.close_panel()
        number, article = self._it.desk.lit.current, self._it.desk.article
        if article is None or number is None or (event.candidate is None and not event.as_found):
            return
        try:
            self._it.status.tell(self._keep(event, article, number))
        except UnchangeableError as error:
            self._it.status.tell(str(error))
        self._lay_again(number)

    def _keep(self, event: SpeakerPicker.Decided, article: ArticleId, number: int) -> str:
        """Keep it; what to say of it."""
        one = event.candidate
        if one is None:
            back = self._corrections.uncorrect(article, number)
            return "as it was first found" if back else "nothing was put right here"
        self._corrections.correct(article, number, one.name, one.kind, all_of_theirs=event.all_of_theirs)
        return f"kept through every re-indexing: {one.shown} (ctrl+r takes it back)"

    def _rename(self, name: str) -> None:
        """Call the chosen name otherwise in every article: with the name of another they become one.

        `Smith = Jane Smith` parts the mentions written "Smith" off, in this article alone.
        """
        written, article, name = self._it.desk.lit.entity, None, name.strip()
        if " = " in name and self._it.desk.cutting is not None:
            written, name = (part.strip() for part in name.split(" = ", 1))
            article = self._it.desk.article
        if not name or not written or name == written:
            return
        self._it.status.tell(f"{written} is {name} from now on")
        work = partial(self._renamed, written, name, article)
        self._it.jobs.run(work, self._told, group="names", exclusive=False)

    def _renamed(self, written: str, name: str, article: ArticleId | None, _job: Job) -> str:
        try:
            self._corrections.rename(written, name, article=article)
        except UnchangeableError as error:
            return str(error)
        return ""

    def _told(self, trouble: str) -> None:
        if trouble:
            self._it.status.tell(trouble)
        else:
            self._lay_again(self._it.desk.lit.current)

    def undo(self) -> None:
        """Take the last correction back."""
        try:
            self._it.status.tell(self._corrections.undo())
        except UnchangeableError as error:
            self._it.status.tell(str(error))
        self._lay_again(self._it.desk.lit.current)
