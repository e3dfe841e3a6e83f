"""The list of themes: a popup on which moving already shows what is chosen."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.present.glyphs import Glyphs
from tui.present.theme_list_view import ThemeChoice, theme_list_lines
from tui.theme import StyleResolver
from tui.widgets.static_lines import Popup
from tui.widgets.virtual_lines import position_after

LETTERS = {"j": "down", "k": "up", "t": "down", "g": "first", "G": "last", "home": "first", "end": "last"}


class ThemeList(Popup):
    """Says which theme is looked at, and in the end which one is kept."""

    class Looked(Message):
        """The reader looks at that theme."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Decided(Message):
        """The reader keeps that theme, or with None leaves it as it was."""

        def __init__(self, name: str | None) -> None:
            super().__init__()
            self.name = name

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.offers: tuple[ThemeChoice, ...] = ()
        self.chosen = 0
        self._place = (0, 0, 1, 1)

    def open(self, offers: tuple[ThemeChoice, ...], now: str, place: tuple[int, int, int, int]) -> None:
        """Show these themes, standing on `now`, at that row and column, so wide and so high at most."""
        self.offers = offers
        self.chosen = next((n for n, offer in enumerate(offers) if offer.name == now), 0)
        self.move_to(place)

    def move_to(self, place: tuple[int, int, int, int]) -> None:
        """Stand at another row and column of the screen."""
        self._place = place
        self._draw()

    def _draw(self) -> None:
        row, column, width, high = self._place
        lines = theme_list_lines(self.offers, self.chosen, width, self.glyphs, high)
        self.put(lines, row=row, column=column, width=width)

    def act(self, action: str) -> bool:
        """Move, decide or leave; whether the action was one of these."""
        if action in ("open", "close"):
            name = self.offers[self.chosen].name if action == "open" and self.offers else None
            self.post_message(self.Decided(name))
            return True
        step = "down" if action == "next" else action
        number = position_after(step, self.chosen, 5, max(0, len(self.offers) - 1))
        if number is None:
            return False
        if number != self.chosen:
            self.chosen = number
            self._draw()
            self.post_message(self.Looked(self.offers[number].name))
        return True

    def type(self, event: events.Key) -> bool:
        """Moves as everywhere, and on to the next with the key that opened it; nothing can be typed here."""
        return self.act(LETTERS.get(event.key, ""))

    def paste(self, words: str) -> None:
        """Nothing: there is no field."""
