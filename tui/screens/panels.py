"""Panels over the page: quick search, all that one speaker said, help. Mounted once, shown when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.model.listing import Hits
from tui.present.frame_view import key_line, masthead
from tui.present.grid import MIDDLE, NARROW
from tui.present.styles import HEADLINE, META, StyledLine
from tui.present.text_entry import TextEntry
from tui.screens.narrowing import Narrowing
from tui.screens.voices import narrowed
from tui.widgets.jump_message import Jump

if TYPE_CHECKING:
    from tui.present.search_result_view import AnyHit, ContextSentences
    from tui.widgets.citation_picker import CitationPicker
    from tui.widgets.help_page import HelpPage
    from tui.widgets.quick_search import Ask, QuickSearch, SearchRequest
    from tui.widgets.results_panel import ResultsPanel
    from tui.widgets.speaker_picker import SpeakerPicker
    from tui.widgets.theme_list import ThemeList

PANEL_KEYS = {
    "enter": "open",
    "escape": "close",
    "down": "down",
    "up": "up",
    "ctrl+n": "down",
    "tab": "next",
    "shift+tab": "up",
    "pagedown": "page_down",
    "pageup": "page_up",
    "ctrl+t": "exact",
    "ctrl+s": "scope",
    "ctrl+y": "copy",
    "ctrl+o": "around",
    "ctrl+v": "verify",
    "ctrl+c": "close",
}
"""Keys inside a panel: letters are typed, so these are fixed."""
KeyHints = tuple[tuple[str, str], ...]
WIDEST = 108
SEARCH_LINE = (
    ("↓ ↑", "choose"),
    ("enter", "open"),
    ("ctrl+d", "dossier"),
    ("ctrl+s", "scope"),
    ("ctrl+t", "fuzzy or exact"),
    ("ctrl+y", "copy"),
    ("ctrl+o", "around it"),
    ("ctrl+v", "verify"),
    ("esc", "back"),
)
SAID_LINE = (
    ("↓ ↑", "choose"),
    ("enter", "open"),
    ("ctrl+y", "copy"),
    ("ctrl+o", "around it"),
    ("esc", "back"),
)
CHOOSER_LINE = (
    ("1–9", "choose"),
    ("enter", "keep"),
    ("tab", "all of theirs here"),
    ("0", "as first found"),
    ("esc", "leave it"),
)
MANUAL_LINE = (("enter", "do it"), ("↓ ↑", "choose"), ("esc", "back"))


class Panelled(Narrowing):
    """A desk with panels that hang over it."""

    search: QuickSearch | None = None
    manual: HelpPage | None = None
    panel: ResultsPanel | HelpPage | SpeakerPicker | CitationPicker | ThemeList | None = None
    _field = TextEntry()
    _answers = False
    """Whether the notice answers a key of the panel: all other news wait until it is closed."""

    def make_ready(self) -> None:
        """Mount the panels, after the page has been painted: they cost nothing before they are wanted."""
        if self.search is None:
            from tui.screens.by_pane import by_pane

            # imported here: the search engine is not to delay the first paint
            from tui.widgets.help_page import HelpPage
            from tui.widgets.quick_search import QuickSearch

            self.search = QuickSearch(self.palette, self.glyphs)
            self.search.beside = self.beside
            self.manual = HelpPage(self.palette, self.glyphs, self.keys, by_pane(self.keys))
            self.mount(self.search, self.manual)

    def open_search(self) -> None:
        """Quick search over the library, with the line that it was left with."""
        self._open_search("WHO SAID WHAT", self._field)

    def list_said(self, name: str | None) -> None:
        """Everything that speaker said, in the same panel."""
        if name is None:
            self.notice = "nobody is named as the speaker of this"
            return
        said = self.library.said_by(name)
        if not said:
            self.notice = f"{name} is not quoted in this library"
            return
        self._open_search(f"WHAT {name.upper()} SAID", TextEntry(), lambda asked: narrowed(said, asked.line))

    def _open_search(self, title: str, field: TextEntry, ask: Ask | None = None) -> None:
        self.make_ready()
        assert self.search is not None
        self.search.browsing = ask is not None
        self.hang(self.search)
        self.search.open(title, ask or self.ask_library, field)
        self.draw_frame()

    def ask_library(self, question: SearchRequest) -> Hits | None:
        """What the library answers, or None where it is told later."""
        raise NotImplementedError

    def beside(self, found: AnyHit) -> ContextSentences:
        """The sentences of the article round a result."""
        raise NotImplementedError

    def hang(self, panel: ResultsPanel) -> None:
        """Hang that panel from the masthead, over the dimmed page."""
        self._fit_search(panel)
        self.panel = panel
        self.dim(True)

    def _fit_search(self, search: ResultsPanel) -> None:
        """Width and place of the panel on this screen."""
        columns, rows = self.grid.columns, self.grid.rows
        width = columns if columns < MIDDLE else min(WIDEST, columns - 4)
        search.tall = self.grid.tall
        search.most = rows - 1 - (3 if self.grid.tall else 1)
        search.styles.width = width
        search.styles.margin = (1, 0, 0, (columns - width) // 2)

    def open_manual(self) -> None:
        """Every key, searchable."""
        self.make_ready()
        assert self.manual is not None
        foot = 2 if self.grid.tall else 1
        self.manual.styles.margin = (foot, 0, foot, 0)
        self.manual.styles.height = self.grid.rows - 2 * foot
        self.panel = self.manual
        self.manual.open()
        self.draw_frame()

    def close_panel(self) -> None:
        """Let the panel go; the page is as it was."""
        if self.panel is None:
            return
        if self.search is not None and self.panel is self.search and not self.search.browsing:
            self._field = self.search.asked.field
        self.panel.display = False
        self.panel = None
        self.dim(False)
        self.draw_frame()

    def panel_key(self, event: events.Key) -> None:
        """A key while a panel is open."""
        assert self.panel is not None
        self._answers = False
        action = PANEL_KEYS.get(event.key)
        if action is None or not self.panel.act(action):
            self.panel.type(event)
        self.draw_frame()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self.panel is not None:
            self.panel.paste(event.text)

    def on_results_panel_closed(self, event: ResultsPanel.Closed) -> None:
        event.stop()
        self.close_panel()

    def on_results_panel_looked(self, event: ResultsPanel.Looked) -> None:
        event.stop()
        self.draw_frame()

    def on_jump(self, event: Jump) -> None:
        event.stop()
        self.close_panel()
        self.among, self.among_what = event.among, event.what
        self.go(event.place)

    def covered(self) -> bool:
        return self.panel is not None and self.panel is self.manual

    def lay_out(self, columns: int, rows: int) -> None:
        super().lay_out(columns, rows)
        if self.panel is not None and self.panel is self.search:
            self._fit_search(self.search)
        elif self.panel is not None and self.panel is self.manual:
            self.open_manual()

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.panel is None:
            return top, bottom
        keys: KeyHints = CHOOSER_LINE
        if self.search is not None and self.panel is self.search:
            keys = SAID_LINE if self.search.browsing else SEARCH_LINE
        elif self.panel is self.manual:
            keys = MANUAL_LINE
        right: StyledLine = ((self.notice, HEADLINE),) if self._answers and self.notice else ()
        if self.manual is not None and self.panel is self.manual and self.grid.columns >= NARROW:
            where = f"{self.library.name} {self.glyphs.deeper} keys"
            top = masthead(where, ((self.manual.counted, META),), self.grid.columns)
            right = (("any of them can be another: config.toml", META),) if self.grid.wide else ()
        return top, key_line(keys, right, self.grid.columns)
