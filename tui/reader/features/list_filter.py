"""The filter line of the list: it narrows while one types, enter keeps it, esc shows everything again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.listing import EVERYTHING
from tui.present.grid import NARROW
from tui.present.styles import META, MUTED, TEXT, WARNING, StyledLine, truncate
from tui.present.text_entry import TextEntry
from tui.present.text_width import printable
from tui.reader.prompt import TextPrompt
from tui.search.filter_line import filter_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model.article import ArticleId
    from tui.reader.context import ReaderContext
    from tui.reader.shown_list import ShownList

MOVES = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}
"""Keys that move the choice in the list while the line is open."""
WHAT = "in headlines, sources, names, tags, notes"
"""Where free words are looked for."""
SIGNS = "@name  in:  after:  unread  starred  #tag"


class ListFilter:
    """Narrows the list to what fits a line."""

    def __init__(self, context: ReaderContext, articles: ShownList, kept: Callable[[], None]) -> None:
        self._it, self._list, self._kept = context, articles, kept
        self._trouble = ""
        self._stood_at: ArticleId | None = None
        """What was chosen before the list was narrowed, or has been chosen while it is."""

    def open(self) -> None:
        """Open the line as it was left, ready for more."""
        self._stood_at = self._list.chosen_article()
        line = self._list.filter_line and f"{self._list.filter_line} "
        prompt = TextPrompt("/", TextEntry.of(line), kept=self._keep, left=self.clear, typed=self.narrow)
        prompt.hint, prompt.moved = self._hint, self._moved
        self._it.modes.ask(prompt)

    def narrow(self, line: str) -> None:
        """Show what fits that line."""
        understood = filter_of(line)
        self._list.filter_line, self._trouble = " ".join(line.split()), understood.trouble
        if understood.only != self._list.only:
            self._list.only = understood.only
            self._list.widget.look_for(understood.only.words + understood.only.phrases)
            self._list.relist(self._stood_at)

    def clear(self) -> None:
        """Show everything again."""
        self.narrow("")
        self._stood_at = None

    def _keep(self, _line: str) -> None:
        """Go on in the list, the chosen article on the desk."""
        self._it.status.tell(self._trouble)
        self._stood_at = None
        self._list.when_listed(self._kept)

    def _moved(self, key: str) -> bool:
        if key not in MOVES:
            return False
        self._list.widget.act(MOVES[key])
        self._stood_at = self._list.chosen_article()
        return True

    def _hint(self) -> StyledLine:
        """How much fits, or what is wrong with the line, or what may stand in it."""
        grid = self._it.layout.grid
        if self._trouble:
            words = truncate(printable(self._trouble), grid.columns * 2 // 3)
            return ((f"{self._it.glyphs.doubt} ", WARNING), (words, TEXT))
        if self._list.only == EVERYTHING:
            signs = SIGNS if grid.columns >= NARROW else ""
            return ((f"{SIGNS}   words {WHAT}" if grid.wide else signs, MUTED),)
        counted = self._list.counted()
        words = self._it.status.facts(WHAT, counted) if grid.wide and self._list.only.words else counted
        return ((words, META),)
