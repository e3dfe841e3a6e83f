"""Putting a speaker right by hand: the chooser, and the article drawn anew once it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from tui.library.ports.corrections import UnchangeableError
from tui.model.article import ArticleId
from tui.model.trail import Place
from tui.present.grid import Pane
from tui.present.styles import ACCENT_BOLD, MUTED, StyledLine, justify
from tui.present.text_entry import TextEntry
from tui.screens.asking import Asking

if TYPE_CHECKING:
    from tui.widgets.speaker_picker import SpeakerPicker


class Correcting(Asking):
    """A desk on which a wrong name is put right, for good."""

    chooser: SpeakerPicker | None = None

    naming: TextEntry | None = None

    def do_correct(self) -> None:
        """Offer the people of the article for the current quotation; among the people, another name."""
        if self.pane is Pane.SIDEBAR and self.lit.entity:
            self.naming = TextEntry.of(self.lit.entity)
            return
        if self.cutting is None or self.side is None or self.lit.current is None:
            self.notice = "stand on a quotation to put it right: ] and [ step through them"
            return
        if self.chooser is None:
            from tui.widgets.speaker_picker import SpeakerPicker

            self.chooser = SpeakerPicker(self.palette, self.glyphs)
            self.mount(self.chooser)
        if self.lit.evidence:
            self.let_evidence_go()
        from tui.present.speaker_picker_view import (  # when it is first asked for
            FRAME,
            SpeakerChoice,
            speaker_candidates,
        )

        offered = speaker_candidates(self.cutting, self.cutting.spoken[self.lit.current])
        high = min(len(offered) + FRAME, self.grid.body)
        row = self.free_row(self.lit.current, high)
        column, width = self.slip_place()
        self.panel = self.chooser
        self.chooser.open(SpeakerChoice(offered), self.side.speakers, (row, column, width), high)
        self.draw_frame()

    def on_speaker_picker_decided(self, event: SpeakerPicker.Decided) -> None:
        event.stop()
        self.close_panel()
        number = self.lit.current
        if self.cutting is None or number is None:
            return
        if event.candidate is None and not event.as_found:
            self.draw_frame()
            return
        try:
            self.notice = self._keep(event, self.cutting.article.id, number)
        except UnchangeableError as error:
            self.notice = str(error)
        self.lay_again(number)

    def _keep(self, event: SpeakerPicker.Decided, article: ArticleId, number: int) -> str:
        """Keep what was decided; what to say of it."""
        if event.candidate is None:
            back = self.library.uncorrect(article, number)
            return "as it was first found" if back else "nothing was put right here"
        one = event.candidate
        self.library.correct(article, number, one.name, one.kind, all_of_theirs=event.all_of_theirs)
        return f"kept through every re-indexing: {one.shown} (ctrl+r takes it back)"

    def name_key(self, event: events.Key) -> None:
        """A key while a name is being put right."""
        assert self.naming is not None
        if event.key == "escape":
            self.naming = None
        elif event.key == "enter":
            self._rename(self.naming.text.strip())
        else:
            self.naming = self.naming.key(event.key, event.character) or self.naming
        self.draw_frame()

    def on_paste(self, event: events.Paste) -> None:
        if self.naming is not None:
            event.stop()
            event.prevent_default()
            self.naming = self.naming.paste(event.text)
            self.draw_frame()

    def _rename(self, name: str) -> None:
        """Call the chosen name otherwise in every article: with the name of another they become one.

        `Smith = Jane Smith` parts the mentions written "Smith" off, in this article alone.
        """
        written, article, self.naming = self.lit.entity, None, None
        if " = " in name and self.cutting is not None:
            written, name = (part.strip() for part in name.split(" = ", 1))
            article = self.cutting.article.id
        if not name or not written or name == written:
            return
        self.notice = f"{written} is {name} from now on"
        self.run_worker(partial(self._renamed, written, name, article), thread=True, group="names")

    def _renamed(self, written: str, name: str, article: ArticleId | None) -> None:
        try:
            self.library.rename(written, name, article=article)
        except UnchangeableError as error:
            self.hand_back(self._said, str(error))
            return
        self.hand_back(self.lay_again, self.lit.current)

    def _said(self, words: str) -> None:
        self.notice = words
        self.draw_frame()

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.naming is None:
            return top, bottom
        head: StyledLine = ((" the name is ", ACCENT_BOLD),)
        hint: StyledLine = (("enter keeps it · Smith = Jane Smith parts a form off ", MUTED),)
        field = self.naming.line(self.grid.columns // 2)
        return top, justify((*head, *field), hint if self.grid.wide else (), self.grid.columns)

    def do_undo(self) -> None:
        """Take the last correction back."""
        try:
            self.notice = self.library.undo()
        except UnchangeableError as error:
            self.notice = str(error)
        self.lay_again(self.lit.current)

    def lay_again(self, number: int | None) -> None:
        """The same article with what has changed in it, the view where it was."""
        if self.cutting is None:
            return
        article, offset = self.cutting.article.id, self.view.seen().start
        lit = self.lit
        self.cutting = None
        self.put_article(Place(article, offset=offset))
        self.lit = lit._replace(current=number)
        self.list.forget(self.list.chosen)
        self.light()
