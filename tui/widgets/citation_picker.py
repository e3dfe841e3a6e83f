"""The picker of a form of citation."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.present.citation_formats import CitationFormat
from tui.present.citation_picker_view import FORMS, CitationChoice, citation_picker_lines
from tui.widgets.static_lines import Popup
from tui.widgets.virtual_lines import position_after


class CitationPicker(Popup):
    """Offers forms with a sample of each; says which one the reader chose."""

    class Decided(Message):
        """The reader chose that form; None lets the picker go."""

        def __init__(self, form: CitationFormat | None) -> None:
            super().__init__()
            self.form = form

    copying: CitationChoice | None = None
    _at = (0, 0, 1, 1)

    def open(self, copying: CitationChoice, at: tuple[int, int, int, int]) -> None:
        """Show it at that row and column, so many columns wide and rows high."""
        self._at = at
        self._put(copying)

    def _put(self, copying: CitationChoice) -> None:
        self.copying = copying
        row, column, width, high = self._at
        self.put(
            citation_picker_lines(copying, width, high, self.glyphs), row=row, column=column, width=width
        )

    def act(self, action: str) -> bool:
        """Choose, decide or leave; whether the action was one of these."""
        if self.copying is None:
            return False
        at = FORMS.index(self.copying.chosen)
        if action in ("open", "close"):
            self.post_message(self.Decided(self.copying.chosen if action == "open" else None))
            return True
        number = position_after("down" if action == "next" else action, at, 3, len(FORMS) - 1)
        if number is None:
            return False
        self._put(self.copying._replace(chosen=FORMS[number]))
        return True

    def type(self, event: events.Key) -> bool:
        """A digit decides, j and k move, q leaves; whether it was one of these."""
        letter = event.character or ""
        if letter.isdigit() and 0 < int(letter) <= len(FORMS) and self.copying is not None:
            self._put(self.copying._replace(chosen=FORMS[int(letter) - 1]))
            return self.act("open")
        return self.act({"j": "down", "k": "up", "q": "close"}.get(letter, ""))

    def paste(self, words: str) -> None:
        """Nothing is typed here."""

    def click(self, row: int, column: int) -> None:
        number = row - next(n for n in range(self.count()) if "1 " in str(self.line(n)))
        if 0 <= number < len(FORMS) and self.copying is not None:
            self._put(self.copying._replace(chosen=FORMS[number]))
            self.act("open")
