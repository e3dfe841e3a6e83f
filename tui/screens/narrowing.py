"""The filter line of the list: it narrows while one types, enter keeps it, esc shows everything again."""

from __future__ import annotations

from textual import events

from tui.model.article import ArticleId
from tui.model.listing import EVERYTHING
from tui.present.grid import NARROW, Pane
from tui.present.styles import META, MUTED, TEXT, WARNING, StyledLine, truncate
from tui.present.text_entry import TextEntry
from tui.present.text_width import printable
from tui.screens.prompting import Prompt, Prompting
from tui.widgets.article_list import ArticleList

MOVES = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}
"""Keys that move the choice in the list while the line is open."""
WHAT = "in headlines, sources, names, tags, notes"
"""Where free words are looked for."""
SIGNS = "@name  in:  after:  unread  starred  #tag"


class Narrowing(Prompting):
    """A desk whose list shows only what fits."""

    filter_line = ""
    trouble = ""
    _stood_at: ArticleId | None = None
    """What was chosen before the list was narrowed, or has been chosen while it is."""

    def start_filter(self) -> None:
        """Open the line as it was left, ready for more."""
        self._stood_at = self.chosen_article()
        line = self.filter_line and f"{self.filter_line} "
        kept = TextEntry.of(line)
        self.prompt = Prompt(
            "/", kept, self._keep_filter, self.clear_filter, typed=self.narrow, hint=self._filter_hint
        )
        self.draw_frame()

    def narrow(self, line: str) -> None:
        """Show what fits that line."""
        from tui.search.filter_line import filter_of  # not before something is looked for

        understood = filter_of(line)
        self.filter_line, self.trouble = " ".join(line.split()), understood.trouble
        if understood.only != self.only:
            self.only = understood.only
            self.list.look_for(self.only.words + self.only.phrases)
            self.relist(self._stood_at)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.narrow("")
        self._stood_at = None

    def _keep_filter(self, _line: str) -> None:
        """Go on in the list, the chosen article on the desk."""
        self.notice = self.trouble
        self._stood_at = None
        self.when_listed(self._read_chosen)

    def _read_chosen(self) -> None:
        if self.list.total:
            self.list.post_message(ArticleList.Chosen(self.list.chosen, opened=False))

    def prompt_key(self, event: events.Key) -> None:
        if self.prompt is not None and self.prompt.head == "/" and event.key in MOVES:
            self.list.act(MOVES[event.key])
            self._stood_at = self.chosen_article()
            self.draw_frame()
        else:
            super().prompt_key(event)

    def _filter_hint(self) -> StyledLine:
        """How much fits, or what is wrong with the line, or what may stand in it."""
        wide = self.grid.columns >= NARROW
        if self.trouble:
            room = self.grid.columns * 2 // 3
            return ((f"{self.glyphs.doubt} ", WARNING), (truncate(printable(self.trouble), room), TEXT))
        if self.only == EVERYTHING:
            return ((f"{SIGNS}   words {WHAT}" if self.grid.wide else SIGNS if wide else "", MUTED),)
        counted = self.counted()
        return ((self.facts(WHAT, counted) if self.grid.wide and self.only.words else counted, META),)

    def counted(self) -> str:
        """How many articles of how many the list shows."""
        return f"{self.list.total:,} of {self.library.counts().articles:,}"

    def narrowed_to(self) -> str:
        """What the frame says of the filter: how many of how many, and the line; "" without one."""
        if self.only == EVERYTHING:
            return ""
        return self.facts(self.counted(), truncate(printable(self.filter_line), 40, self.glyphs.cut))

    def do_find(self) -> None:
        """In the list / narrows it; in the other panes it finds words."""
        if self.pane is Pane.LIST:
            self.start_filter()
        else:
            self.start_find()
