"""A line to type in at the foot: what is asked, the field, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events

from tui.present.styles import ACCENT_BOLD, MUTED, TEXT, Line, spread, width
from tui.present.text_entry import TextEntry
from tui.screens.finding import Finding


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
    hint: Callable[[], Line] = tuple


class Prompting(Finding):
    """A desk with a line at its foot for whatever is to be written down."""

    prompt: Prompt | None = None

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

    def frame_lines(self) -> tuple[Line, Line]:
        top, bottom = super().frame_lines()
        if self.prompt is None:
            return top, bottom
        columns = self.grid.columns
        head: Line = ((f" {self.prompt.head} ", ACCENT_BOLD),)
        hint = self.prompt.hint()
        room = columns - width(head) - width(hint) - 2
        if room < min(columns // 3, 2 + len(self.prompt.field.text)):
            hint, room = (), columns - width(head) - 1
        return top, spread((*head, *self.prompt.field.line(room)), (*hint, (" ", TEXT)), columns)


def hinted(words: str) -> Line:
    """A quiet word at the right of the line."""
    return ((words, MUTED),) if words else ()
