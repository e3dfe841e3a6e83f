"""The main screen: composes the page, hands keys and messages on, and draws once at the end of each."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.reader.reader import Reader, Start
from tui.reader.routes import Routes

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.keymap import Key
    from tui.library.ports.library import Library
    from tui.present.glyphs import Glyphs
    from tui.theme import StyleResolver
    from tui.widgets.article_list import ArticleList
    from tui.widgets.article_pane import ArticlePane
    from tui.widgets.citation_picker import CitationPicker
    from tui.widgets.help_page import HelpPage
    from tui.widgets.jump_message import Jump
    from tui.widgets.page_column import PageColumn
    from tui.widgets.quick_search import QuickSearch
    from tui.widgets.results_panel import ResultsPanel
    from tui.widgets.sidebar import Sidebar
    from tui.widgets.speaker_picker import SpeakerPicker
    from tui.widgets.theme_list import ThemeList
    from tui.widgets.verdict_panel import VerdictPanel
    from tui.widgets.virtual_lines import VirtualLines

SETTLED = 0.15
"""Seconds after the first paint when what can wait is done: panels mounted, the index looked after."""
LEAVE = ("ctrl+c", "ctrl+q")
"""Keys that end the program whatever the key table says."""
INTERRUPTED = 130


class ReaderScreen(Screen[None]):
    """Article list, reading view and sidebar."""

    BINDINGS = []
    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...], start: Start
    ) -> None:
        super().__init__()
        self.reader = Reader(self, library, (palette, glyphs), keys, start)
        self.routes = Routes(self.reader)
        self.settled = False

    def compose(self) -> ComposeResult:
        yield from self.reader.layout.compose()

    def on_mount(self) -> None:
        self.reader.begin(*self.app.size)
        self.set_timer(SETTLED, self._settle)

    def _settle(self) -> None:
        """What could wait for the first paint: panels, the index, collecting garbage again."""
        gc.freeze()
        gc.enable()
        self.reader.settle()
        self.settled = True

    def on_unmount(self) -> None:
        self.reader.end()

    def on_resize(self, event: events.Resize) -> None:
        if event.size == self.app.size:
            self.reader.layout.resize(event.size.width, event.size.height)
        else:  # of a size that has passed: two of them would call each other up for ever
            event.prevent_default()

    # keys

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        it = self.reader
        it.status.clear()
        action = it.context.bound.get(event.key)
        if event.key == "ctrl+c" and it.article.selection():
            it.citation.copy_words(it.article.selection())
            it.desk.select_words(None)
        elif event.key in LEAVE and it.modes.panel is None:
            self.app.exit(return_code=INTERRUPTED if event.key == "ctrl+c" else 0)
        elif it.layout.grid.small:
            if action == "quit":
                self.app.exit()
        elif not it.modes.key(event) and action is not None:
            self.routes.act(action)
        it.redraw.draw()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.reader.modes.paste(event.text)

    # what widgets say

    def on_article_list_chosen(self, event: ArticleList.Chosen) -> None:
        event.stop()
        self.reader.articles.chosen(event.number, opened=event.opened)

    def on_article_pane_pointed(self, event: ArticlePane.Pointed) -> None:
        event.stop()
        self.reader.article.pointed(event.offset)

    def on_article_pane_selected(self, event: ArticlePane.Selected) -> None:
        event.stop()
        self.reader.article.selected(event.span)

    def on_sidebar_chosen(self, event: Sidebar.Chosen) -> None:
        event.stop()
        self.routes.at_side(event.item, opened=event.opened)

    def on_page_column_chosen(self, event: PageColumn.Chosen) -> None:
        event.stop()
        self.reader.pages.chosen(event)

    def on_virtual_lines_clicked(self, event: VirtualLines.Clicked) -> None:
        event.stop()
        self.routes.clicked(event.lines)

    def on_jump(self, event: Jump) -> None:
        event.stop()
        self.routes.jump(event)

    def on_results_panel_closed(self, event: ResultsPanel.Closed) -> None:
        event.stop()
        self.reader.modes.close_panel()

    def on_results_panel_looked(self, event: ResultsPanel.Looked) -> None:
        event.stop()

    def on_quick_search_wanted(self, event: QuickSearch.Wanted) -> None:
        event.stop()
        self.routes.from_search(event.action)

    def on_quick_search_opened(self, event: QuickSearch.Opened) -> None:
        event.stop()
        self.routes.said_by(event.name)

    def on_verdict_panel_asked(self, event: VerdictPanel.Asked) -> None:
        event.stop()
        self.reader.verify.asked(event.words)

    def on_speaker_picker_decided(self, event: SpeakerPicker.Decided) -> None:
        event.stop()
        self.reader.correction.decided(event)

    def on_speaker_picker_typed(self, event: SpeakerPicker.Typed) -> None:
        event.stop()
        self.reader.correction.typed(event.words)

    def on_citation_picker_decided(self, event: CitationPicker.Decided) -> None:
        event.stop()
        self.reader.citation.decided(event.form)

    def on_theme_list_looked(self, event: ThemeList.Looked) -> None:
        event.stop()
        self.reader.theme.looked(event.name)

    def on_theme_list_decided(self, event: ThemeList.Decided) -> None:
        event.stop()
        self.reader.theme.decided(event.name)

    def on_help_page_wanted(self, event: HelpPage.Wanted) -> None:
        event.stop()
        self.routes.from_help(event)
