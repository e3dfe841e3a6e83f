"""A line to type in at the foot: what is asked, the field, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events

from tui.present.styles import ACCENT, ACCENT_BOLD, META, MUTED, TEXT, StyledLine, justify, line_width
from tui.present.text_entry import TextEntry
from tui.screens.finding import Finding

if TYPE_CHECKING:
    from tui.widgets.static_lines import Popup

MOST_LINES = 8
"""Rows of a text of several lines that are shown over the key line."""


def _nothing(_words: str) -> None:
    """What most lines do at every letter."""


@dataclass
class Prompt:
    """What stands before the field, the field, and who is told.

    `kept` gets the words when enter keeps them, `typed` at every change; `left` is called when the line is
    let go. `completed` gives the field that tab makes of it. `hint` stands at the right.
    """

    head: str
    field: TextEntry
    kept: Callable[[str], None]
    left: Callable[[], None]
    typed: Callable[[str], None] = _nothing
    completed: Callable[[TextEntry], TextEntry] = lambda field: field
    hint: Callable[[], StyledLine] = tuple

    @property
    def several(self) -> bool:
        """Whether the text has several lines: they stand over the key line."""
        return "\n" in self.field.text


class Prompting(Finding):
    """A desk with a line at its foot for whatever is to be written down."""

    prompt: Prompt | None = None
    prompt_slip: Popup | None = None
    """Shows a text of several lines."""

    def prompt_key(self, event: events.Key) -> None:
        """A key while the line is open."""
        prompt = self.prompt
        assert prompt is not None
        if event.key == "enter":
            self.prompt = None
            prompt.kept(prompt.field.text)
        elif event.key == "escape" or (event.key == "backspace" and not prompt.field.text):
            self.prompt = None
            prompt.left()
        elif event.key == "tab":
            self._prompted(prompt.completed(prompt.field))
        else:
            self._prompted(prompt.field.key(event.key, event.character) or prompt.field)
        self.draw_frame()

    def _prompted(self, field: TextEntry) -> None:
        prompt = self.prompt
        assert prompt is not None
        changed = field.text != prompt.field.text
        prompt.field = field
        if changed:
            prompt.typed(field.text)

    def on_paste(self, event: events.Paste) -> None:
        if self.prompt is not None:
            event.stop()
            event.prevent_default()
            self._prompted(self.prompt.field.paste(event.text))
            self.draw_frame()

    def draw_frame(self) -> None:
        super().draw_frame()
        self._show_lines()

    def _show_lines(self) -> None:
        """The lines of the prompt over the key line, while there are several."""
        if self.prompt is None or not self.prompt.several or self.grid.small:
            if self.prompt_slip is not None:
                self.prompt_slip.display = False
            return
        if self.prompt_slip is None:
            from tui.widgets.static_lines import Popup

            self.prompt_slip = Popup(self.palette, self.glyphs)
            self.mount(self.prompt_slip)
        columns = self.grid.columns
        lines = self.prompt.field.lines(columns - 2, min(MOST_LINES, self.grid.body // 2))
        edge: StyledLine = ((self.glyphs.panel * columns, ACCENT),)
        whole = (edge, *(((" ", TEXT), *line) for line in lines))
        row = self.grid.rows - (2 if self.grid.tall else 1) - len(whole)
        self.prompt_slip.put(whole, row=row, column=0, width=columns)

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.prompt is None:
            return top, bottom
        columns = self.grid.columns
        head: StyledLine = ((f" {self.prompt.head} ", ACCENT_BOLD),)
        hint = self.prompt.hint()
        if self.prompt.several:
            entry = self.prompt.field
            at, of = (text.count("\n") + 1 for text in (entry.text[: entry.cursor], entry.text))
            where: StyledLine = (*head, (f"line {at} of {of}", META))
            fits = line_width(where) + line_width(hint) + 2 < columns
            return top, justify(where, (*hint, (" ", TEXT)) if fits else (), columns)
        room = columns - line_width(head) - line_width(hint) - 2
        if room < min(columns // 3, 2 + len(self.prompt.field.text)):
            hint, room = (), columns - line_width(head) - 1
        return top, justify((*head, *self.prompt.field.line(room)), (*hint, (" ", TEXT)), columns)


def hinted(words: str) -> StyledLine:
    """A quiet word at the right of the line."""
    return ((words, MUTED),) if words else ()
