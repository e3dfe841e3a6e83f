"""What stands in the place of an article while there is none: the first run, nothing to read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.keymap import first_key
from tui.model.trail import Place
from tui.present.grid import NARROW
from tui.present.styles import META, StyledLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.ports.lists import Lists
    from tui.reader.context import ReaderContext
    from tui.reader.navigator import Moved
    from tui.reader.shown_list import ShownList

FIRST_KEYS = (
    ("open", "start reading"),
    ("search", "who said what"),
    ("theme", "theme"),
    ("help", "all keys"),
    ("quit", "quit"),
)
EMPTY_KEYS = (
    ("problems", "problems"),
    ("look_again", "look again"),
    ("theme", "theme"),
    ("help", "all keys"),
    ("quit", "quit"),
)


class EmptyState:
    """Says what to do while no article is open."""

    def __init__(self, context: ReaderContext, lists: Lists, articles: ShownList) -> None:
        self._it, self._lists, self._list = context, lists, articles
        self.first_run = False
        """Whether the reader has not begun to read yet, ever."""
        self.watching = True

    def start_reading(self) -> None:
        """Open the first article."""
        self.first_run = False
        rows = self._lists.rows(self._list.order, 0, 1)
        if rows:
            self._it.nav.go(Place(rows[0].article))

    def moved(self, _moved: Moved) -> None:
        """There is an article to read."""
        self.first_run = False
        if self._it.layout.bare:
            self._it.layout.bare = False
            self._it.layout.arrange()

    def show(self) -> None:
        """Nothing is open: say what there is to do."""
        self._it.layout.bare = True
        self._it.layout.arrange()

    def batch(self, enough: bool) -> bool:
        """More is in the index: begin to read, if there is enough to begin with. Whether one still waits."""
        if self._it.desk.cutting is None and enough and not self.first_run:
            self.start_reading()
        return self._it.desk.cutting is None

    def lines(self) -> tuple[StyledLine, ...]:
        """What to say in place of an article."""
        from tui.present.welcome_view import empty_library_note, first_run_note  # seldom wanted

        layout, glyphs = self._it.layout, self._it.glyphs
        room, tall = layout.grid.article, layout.grid.tall
        if self.first_run:
            from tui.app_paths import cache_home, data_home

            homes = (_from_home(home()) for home in (cache_home, data_home))
            return first_run_note(room, *homes, tall=tall, glyphs=glyphs)
        if layout.list.total or self._it.status.work():
            return ()
        key = partial(first_key, self._it.keys)
        name, not_read = self._it.status.name, self._list.not_read
        return empty_library_note(room, name, not_read, tall=tall, watching=self.watching, key=key)

    def key_hints(self) -> tuple[Sequence[tuple[str, str]], StyledLine]:
        """Keys while nothing is open, and what stands at their right."""
        line = FIRST_KEYS if self.first_run else EMPTY_KEYS
        keys = [(first_key(self._it.keys, action), words) for action, words in line]
        wide = self._it.layout.grid.columns >= NARROW
        return keys, ((("shown once", META),) if self.first_run and wide else ())


def _from_home(path: Path) -> str:
    """The path as one writes it, with ~ for one's home."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        from tui.library.core.text_cleaning import clean_name

        return clean_name(str(path))
