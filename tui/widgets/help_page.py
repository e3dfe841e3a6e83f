"""Help and palette in one: every key, searchable; enter does what is chosen."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.keymap import Key
from tui.present.glyphs import Glyphs
from tui.present.grid import Pane
from tui.present.help_view import HelpContent, HelpSection, help_lines
from tui.present.styles import StyledLine, ThemeRole
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after


class HelpPage(VirtualLines):
    """A page over everything but masthead and foot."""

    scrolls = False

    class Wanted(Message):
        """The reader chose that action, in that pane if it is one of its own; "" lets the page go."""

        def __init__(self, action: str, pane: Pane | None = None) -> None:
            super().__init__()
            self.action = action
            self.pane = pane

    def __init__(
        self, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...], panes: tuple[HelpSection, ...]
    ) -> None:
        super().__init__(palette, glyphs)
        self.page = HelpContent(keys, panes)
        self._lines: tuple[StyledLine, ...] = ()

    def open(self) -> None:
        """Show the page with nothing typed."""
        self.display = True
        self.top = 0
        self._put(HelpContent(self.page.keys, self.page.panes))

    def _put(self, page: HelpContent) -> None:
        self.page = page
        self._lines = help_lines(page, self.size.width or 1, self.glyphs)
        self.changed()

    def on_resize(self) -> None:
        self._put(self.page)

    def count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> StyledLine:
        return self._lines[row]

    @property
    def counted(self) -> str:
        """How many keys there are, and how many match."""
        total, found = len(self.page.keys), sum(map(self.page.matches, self.page.keys))
        return f"{total} keys" if found == total else f"{total} keys, {found} match"

    def type(self, event: events.Key) -> bool:
        """An editing key or a letter; whether it was either."""
        field = self.page.field.key(event.key, event.character)
        if field is None:
            return False
        self._put(self.page._replace(field=field, chosen=0))
        if self.page.choice is not None and field.text:
            self._reveal_choice()  # nothing moves unless what is meant is out of sight
        return True

    def paste(self, words: str) -> None:
        """Put pasted words into the field."""
        self._put(self.page._replace(field=self.page.field.paste(words), chosen=0))

    def act(self, action: str) -> bool:
        """Choose, do or leave; whether the action was one of these."""
        if action == "open":
            choice = self.page.choice if self.page.field.text or self.page.chosen else None
            section = self.page.section_of(choice) if choice else None
            self.post_message(self.Wanted(choice.action if choice else "", section and section.pane))
        elif action == "close":
            self.post_message(self.Wanted(""))
        elif action in ("page_down", "page_up"):
            self.scroll_rows(self.top + (self.shown if action == "page_down" else -self.shown))
        else:
            step = "down" if action == "next" else action
            number = position_after(step, self.page.chosen, 5, max(0, len(self.page.matching) - 1))
            if number is None:
                return False
            self._put(self.page._replace(chosen=number))
            self._reveal_choice()
        return True

    def _reveal_choice(self) -> None:
        chosen = next((n for n, line in enumerate(self._lines) if _is_chosen(line, self.glyphs)), None)
        if chosen is not None:
            self.reveal(chosen, chosen + 1, margin=1)

    def click(self, row: int, column: int) -> None:
        """Nothing: keys are read here; the wheel scrolls."""


def _is_chosen(line: StyledLine, glyphs: Glyphs) -> bool:
    return any(words == glyphs.chosen and ink.role is ThemeRole.ACCENT for words, ink in line)
