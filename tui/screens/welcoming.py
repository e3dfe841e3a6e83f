"""What stands in the place of an article while there is none: the first run, nothing to read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tui.app_paths import cache_home, data_home
from tui.keymap import first_key
from tui.library.core.text_cleaning import clean_name
from tui.model.trail import Place
from tui.present.frame_view import key_line
from tui.present.grid import NARROW, Grid
from tui.present.styles import META, StyledLine
from tui.screens.tending import News, Tending

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


class Welcoming(Tending):
    """A desk that says what to do while nothing lies on it."""

    welcoming = False
    """Whether this is the first run, and the reader has not begun to read yet."""
    bare = False
    """Whether there is no article to read, and so nothing to be said beside one."""

    def start_reading(self) -> None:
        """Lay the first article on the desk."""
        self.welcoming = False
        rows = self.library.rows(self.order, 0, 1)
        if rows:
            self.go(Place(rows[0].article))

    def do_open(self) -> None:
        if self.welcoming:
            self.start_reading()
        else:
            super().do_open()

    def put_article(self, place: Place) -> None:
        self.welcoming = False
        super().put_article(place)
        if self.bare and self.cutting is not None:
            self.bare = False
            self.lay_out(*self.app.size)

    def be_bare(self) -> None:
        """Nothing lies on the desk: say what there is to do."""
        self.bare = True
        self.lay_out(*self.app.size)
        self.set_article()

    def set_article(self) -> None:
        if self.cutting is None:
            self.view.put_note(self._welcome())
        else:
            super().set_article()

    def _welcome(self) -> tuple[StyledLine, ...]:
        """What to say in place of an article."""
        from tui.present.welcome_view import empty_library_note, first_run_note  # seldom wanted

        room, tall = self.grid.article, self.grid.tall
        if self.welcoming:
            homes = (_from_home(home()) for home in (cache_home, data_home))
            return first_run_note(room, *homes, tall=tall, glyphs=self.glyphs)
        if self.list.total or self.work:
            return ()
        key = partial(first_key, self.keys)
        return empty_library_note(
            room, self.library.name, self.not_read, tall=tall, watching=self.watching, key=key
        )

    def _tended(self, words: str, news: News, enough: bool) -> None:
        super()._tended(words, news, enough)
        if self.cutting is None and enough and not self.welcoming:
            self.start_reading()
        if self.cutting is None:
            self.set_article()

    def grid_for(self, columns: int, rows: int) -> Grid:
        """Without an article there is nothing to be said beside it."""
        found = super().grid_for(columns, rows)
        if not self.bare or not (found.sidebar and found.list_):
            return found
        return found._replace(article=found.article + found.sidebar + 1, sidebar=0)

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.cutting is not None or self.panel is not None or self.prompt is not None:
            return top, bottom
        line = FIRST_KEYS if self.welcoming else EMPTY_KEYS
        keys = [(first_key(self.keys, action), words) for action, words in line]
        once: StyledLine = (("shown once", META),) if self.welcoming and self.grid.columns >= NARROW else ()
        return top, key_line(keys, self._told() or once, self.grid.columns)


def _from_home(path: Path) -> str:
    """The path as one writes it, with ~ for one's home."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return clean_name(str(path))
