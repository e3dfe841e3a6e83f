"""What every feature of the reader is given: ports and shared objects, and nothing of the screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Flag, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.keymap import Key
    from tui.present.glyphs import Glyphs
    from tui.reader.desk import Desk
    from tui.reader.jobs import Jobs
    from tui.reader.layout import Layout
    from tui.reader.modes import ModeStack
    from tui.reader.navigator import Navigator
    from tui.reader.status import StatusBars


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


class ReaderContext(NamedTuple):
    """The ports of a feature. It knows no screen and no other feature."""

    keys: tuple[Key, ...]
    bound: dict[str, str]
    """Key as Textual names it -> action."""
    glyphs: Glyphs
    layout: Layout
    desk: Desk
    nav: Navigator
    modes: ModeStack
    status: StatusBars
    jobs: Jobs
    changed: Changed


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
