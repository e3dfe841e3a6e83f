"""A line at the foot of the screen for whatever is to be written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.present.styles import ACCENT, ACCENT_BOLD, META, MUTED, TEXT, StyledLine, justify, line_width
from tui.present.text_entry import TextEntry

if TYPE_CHECKING:
    Done = Callable[[], None]


def _nothing(_text: str = "") -> None:
    """What most lines do at every letter."""


class TextPrompt:
    """What stands before the entry, the entry, and who is told.

    `kept` gets the text when enter keeps it, `typed` at every change; `left` is called when the line is let
    go. `completed` gives the entry that tab makes of it. `hint` stands at the right. `moved` takes keys that
    move something else while one types.
    """

    def __init__(
        self,
        head: str,
        entry: TextEntry | None = None,
        *,
        kept: Callable[[str], None] = _nothing,
        left: Callable[[], None] = _nothing,
        typed: Callable[[str], None] = _nothing,
    ) -> None:
        self.head = head
        self.entry = entry or TextEntry()
        self.kept, self._left, self._typed = kept, left, typed
        self.completed: Callable[[TextEntry], TextEntry] = lambda entry: entry
        self.hint: Callable[[], StyledLine] = tuple
        self.moved: Callable[[str], bool] = lambda _key: False

    def key(self, name: str, character: str | None) -> Done | None:
        """A key; what is to be done once the line is closed, if the key closes it."""
        if self.moved(name):
            return None
        if name == "enter":
            return partial(self.kept, self.entry.text)
        if name == "escape" or (name == "backspace" and not self.entry.text):
            return self._left
        entry = self.completed(self.entry) if name == "tab" else self.entry.key(name, character)
        if entry is not None:
            self._put(entry)
        return None

    def paste(self, text: str) -> None:
        """Put pasted words in at the cursor."""
        self._put(self.entry.paste(text))

    def _put(self, entry: TextEntry) -> None:
        changed = entry.text != self.entry.text
        self.entry = entry
        if changed:
            self._typed(entry.text)

    @property
    def several(self) -> bool:
        """Whether the text has several lines: they stand over the key line."""
        return "\n" in self.entry.text

    def lines(self, columns: int, most: int, edge: str) -> tuple[StyledLine, ...]:
        """Those lines, at most so many, under an edge."""
        lines = self.entry.lines(columns - 2, most)
        return ((edge * columns, ACCENT),), *(((" ", TEXT), *line) for line in lines)

    def line(self, columns: int) -> StyledLine:
        """The line as it is drawn over that many columns; the hint goes where words need its room."""
        head: StyledLine = ((f" {self.head} ", ACCENT_BOLD),)
        hint = self.hint()
        if self.several:
            texts = self.entry.text[: self.entry.cursor], self.entry.text
            at, of = (text.count("\n") + 1 for text in texts)
            where: StyledLine = (*head, (f"line {at} of {of}", META))
            fits = line_width(where) + line_width(hint) + 2 < columns
            return justify(where, (*hint, (" ", TEXT)) if fits else (), columns)
        room = columns - line_width(head) - line_width(hint) - 2
        if room < min(columns // 3, 2 + len(self.entry.text)):
            hint, room = (), columns - line_width(head) - 1
        return justify((*head, *self.entry.line(room)), (*hint, (" ", TEXT)), columns)


def hinted(words: str) -> StyledLine:
    """A quiet word at the right of the line."""
    return ((words, MUTED),) if words else ()
