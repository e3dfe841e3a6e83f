"""What has changed on the page, drawn once at the end of the event that changed it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Flag, auto


class Part(Flag):
    """A part of the page that has changed and is drawn again when the event is done."""

    FRAME = auto()
    """Masthead and key line."""
    LIST = auto()
    """The chosen entry of the list."""
    ARTICLE = auto()
    """What is lit in the article."""
    SIDEBAR = auto()


Changed = Callable[[Part], None]


class Redraw:
    """Collects what has changed and draws it once."""

    def __init__(self, soon: Callable[[Callable[[], None]], object]) -> None:
        self._soon = soon
        self._parts = Part(0)
        self.drawers: list[Callable[[Part], None]] = []
        """Each draws, in this order, what it has to do with the parts."""

    def changed(self, part: Part) -> None:
        """Draw that part again when the event that changed it is done."""
        if not self._parts:
            self._soon(self.draw)
        self._parts |= part

    def draw(self) -> None:
        """Draw what has changed."""
        parts, self._parts = self._parts, Part(0)
        if parts:
            for draw in self.drawers:
                draw(parts)
