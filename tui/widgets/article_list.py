"""The list of articles: rows fetched as they are seen, four to an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from tui.model.listing import ArticleRow, RowGroup
from tui.present.article_list_view import ROWS, RowState, entry_line, group_line
from tui.present.glyphs import Glyphs
from tui.present.grouped_rows import GroupedRows, group_rows
from tui.present.styles import MUTED, StyledLine
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after

PAGE = 64
"""Entries fetched at a time."""

Fetch = Callable[[int, int], Sequence[ArticleRow]]


class ArticleList(VirtualLines):
    """`total` entries, got from `fetch(start, limit)` when they come into sight."""

    edge = True
    scrolls = False

    class Chosen(Message):
        """Another entry is chosen; `opened` when it is to be read."""

        def __init__(self, number: int, opened: bool) -> None:
            super().__init__()
            self.number = number
            self.opened = opened

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.stack = GroupedRows(0, ROWS)
        self.chosen = 0
        self.focus_here = False
        self.begun: tuple[str, ...] = ()
        self.empty: tuple[str, ...] = ("no articles here",)
        self._fetch: Fetch = lambda _start, _limit: ()
        self._pages: dict[int, Sequence[ArticleRow]] = {}

    @property
    def total(self) -> int:
        """How many entries there are."""
        return self.stack.total

    @property
    def first(self) -> int:
        """The entry in the first row, or the first of those under the head there."""
        return self.stack.at(self.top).entry if self.total else 0

    def put(
        self,
        fetch: Fetch,
        total: int,
        chosen: int,
        groups: Sequence[RowGroup] = (),
        first: int | None = None,
    ) -> None:
        """Show that list with entry `chosen` in sight.

        With `first` it is the same list, changed: what stood on top is entry `first` now and stays there.
        """
        under_head = bool(self.total) and self.stack.at(self.top).group is not None
        self._fetch, self.stack = fetch, group_rows(total, ROWS, groups)
        self._pages.clear()
        self.changed()
        if first is None or not total:
            self.choose(chosen)
            return
        self.chosen, first = (max(0, min(number, total - 1)) for number in (chosen, first))
        self.scroll_rows(self.stack.top_of(first) if under_head else self.stack.row_of(first))

    def row(self, number: int) -> ArticleRow | None:
        """Entry `number`, fetched if need be."""
        page = number // PAGE
        if page not in self._pages:
            if len(self._pages) > 64:
                self._pages.clear()
            self._pages[page] = self._fetch(page * PAGE, PAGE)
        rows = self._pages[page]
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    def count(self) -> int:
        if not self.total:
            return len(self.empty)
        rows = self.stack.rows
        return self._whole(rows - self.shown) + self.shown if rows > self.shown else rows

    def line(self, row: int) -> StyledLine:
        if not self.total:
            return (("   " + self.empty[row], MUTED),)
        if row >= self.stack.rows:
            return ()
        at = self.stack.at(row)
        if at.group is not None:
            return group_line(self.stack.groups[at.group], self.room, self.glyphs) if not at.part else ()
        entry = self.row(at.entry)
        if entry is None:
            return ()
        chosen = at.entry == self.chosen
        standing = RowState(chosen, chosen and self.focus_here, begun=self.begun)
        return entry_line(entry, at.part, self.room, self.glyphs, standing)

    def choose(self, number: int) -> None:
        """Make that entry the chosen one and bring it into sight; says nothing to anybody."""
        number = max(0, min(number, self.total - 1))
        old, self.chosen = self.chosen, number
        if old != number:
            self.redraw_entry(old)
        self.redraw_entry(number)
        if self.total:
            self.reveal(self.stack.top_of(number), self.stack.row_of(number) + ROWS - 1)

    def scroll_rows(self, row: int) -> bool:
        """Show whole entries: the first row is always that of a headline or of a head."""
        return super().scroll_rows(self._whole(row) if self.total else row)

    def _whole(self, row: int) -> int:
        """The first row from that one on at which an entry or a head begins."""
        at = self.stack.at(max(0, row))
        if not at.part:
            return row
        return self.stack.row_of(at.entry) if at.group is not None else self.stack.top_of(at.entry + 1)

    def redraw_entry(self, number: int) -> None:
        """That entry has changed."""
        first = self.stack.row_of(number)
        self.redraw(first, first + ROWS)

    def forget(self, number: int) -> None:
        """That entry's facts have changed: fetch them again when it is seen."""
        self._pages.pop(number // PAGE, None)
        self.redraw_entry(number)

    def set_focus(self, here: bool) -> None:
        """Whether the keys go to this pane: its bar is thick then."""
        if here != self.focus_here:
            self.focus_here = here
            self.redraw_entry(self.chosen)

    def look_for(self, words: tuple[str, ...]) -> None:
        """Light what begins like one of those words in every title."""
        if words != self.begun:
            self.begun = words
            self.changed()

    def act(self, action: str) -> bool:
        """Move the choice, or open it; whether the action was either."""
        if action == "open":
            if self.total:
                self.post_message(self.Chosen(self.chosen, opened=True))
            return True
        number = position_after(action, self.chosen, max(1, self.shown // ROWS), max(0, self.total - 1))
        if number is None:
            return False
        if number != self.chosen:
            self.choose(number)
            self.post_message(self.Chosen(number, opened=False))
        return True

    def click(self, row: int, column: int) -> None:
        if self.total and row < self.stack.rows and (at := self.stack.at(row)).group is None:
            self.choose(at.entry)
            self.post_message(self.Chosen(self.chosen, opened=True))
