"""What every feature of the reader is given: ports and shared objects, and nothing of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.keymap import Key
    from tui.present.glyphs import Glyphs
    from tui.reader.desk import Desk
    from tui.reader.jobs import Jobs
    from tui.reader.layout import Layout
    from tui.reader.modes import ModeStack
    from tui.reader.navigator import Navigator
    from tui.reader.redraw import Changed
    from tui.reader.status import StatusBars


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
