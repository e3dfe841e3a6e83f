"""Another theme: the list of them, each shown while one moves, kept or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.present.frame_view import key_line
from tui.present.grid import LIST, NARROW
from tui.present.styles import META, StyledLine
from tui.screens.acts import Acts
from tui.theme import StyleResolver

if TYPE_CHECKING:
    from tui.present.theme_list_view import ThemeChoice
    from tui.widgets.theme_list import ThemeList

THEME_LINE = (("↓ ↑", "look"), ("enter", "keep"), ("esc", "as it was"))


class Dressing(Acts):
    """A desk that can be dressed otherwise. Themes are the app's: it is asked for them."""

    class Asked(Message):
        """The reader wants to see which themes there are."""

    class Tried(Message):
        """The reader looks at that theme, and keeps it if `keep`; None is the one that was worn before."""

        def __init__(self, name: str | None, *, keep: bool = False) -> None:
            super().__init__()
            self.name = name
            self.keep = keep

    themes: ThemeList | None = None

    def do_theme(self) -> None:
        """Ask for the themes."""
        self.post_message(self.Asked())

    def offer_themes(self, offers: tuple[ThemeChoice, ...], now: str) -> None:
        """Show the themes, standing on the one that is worn."""
        if self.panel is not None:
            return
        if self.themes is None:
            from tui.widgets.theme_list import ThemeList

            self.themes = ThemeList(self.palette, self.glyphs)
            self.mount(self.themes)
        self.panel = self.themes
        self.themes.open(offers, now, self._place())
        self.draw_frame()

    def _place(self) -> tuple[int, int, int, int]:
        """Row, column, width and height of the list: where the articles are listed, so that one reads on."""
        width = self.grid.list_ or min(LIST, self.grid.columns)
        column = 0 if self.grid.columns >= NARROW else self.grid.columns - width
        return (2 if self.grid.tall else 1), column, width, self.grid.body

    def lay_out(self, columns: int, rows: int) -> None:
        super().lay_out(columns, rows)
        if self.themes is not None and self.panel is self.themes:
            self.themes.move_to(self._place())

    def on_theme_list_looked(self, event: ThemeList.Looked) -> None:
        event.stop()
        self.post_message(self.Tried(event.name))

    def on_theme_list_decided(self, event: ThemeList.Decided) -> None:
        event.stop()
        self.close_panel()
        self.post_message(self.Tried(event.name, keep=event.name is not None))

    def wear(self, palette: StyleResolver | None, words: str = "") -> None:
        """Draw everything in that theme (None: as it is) and say so."""
        if palette is not None:
            self.repaint(palette)
        self.notice = words
        self.draw_frame()

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.themes is None or self.panel is not self.themes:
            return top, bottom
        right: StyledLine = ((self.notice, META),) if self.notice else ()
        return top, key_line(THEME_LINE, right, self.grid.columns)
