"""A column of a page: rows that say something, some of which can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from tui.present.article_list_view import RowState
from tui.present.glyphs import Glyphs
from tui.present.page_rows import PageRow, Target
from tui.present.styles import StyledLine
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after


class PageColumn(VirtualLines):
    """Neighbouring rows with one target are one thing to choose."""

    edge = True

    class Chosen(Message):
        """Another target is chosen; `opened` when it is to be followed."""

        def __init__(self, column: PageColumn, target: Target, opened: bool) -> None:
            super().__init__()
            self.column = column
            self.target = target
            self.opened = opened

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.chosen = 0
        self.focus_here = False
        self.rows: Sequence[PageRow] = ()
        self._items: list[tuple[int, int]] = []
        """First row of each thing to choose, and one past its last."""
        self._item_of: dict[int, int] = {}
        self._top: int | None = None

    def put(self, rows: Sequence[PageRow], chosen: int = 0, top: int | None = None) -> None:
        """Show these rows, that thing chosen, scrolled to `top` or to where the choice is seen."""
        self.rows = rows
        self._items = _items(rows)
        self._item_of = {row: n for n, (first, end) in enumerate(self._items) for row in range(first, end)}
        self.chosen = max(0, min(chosen, len(self._items) - 1))
        self.changed()
        self._top = top
        self._stand()

    def _stand(self) -> None:
        """Scroll to where it was put, or to where the choice is seen."""
        if self._top is None:
            self.top = 0
            self._reveal()
        else:
            self.scroll_rows(self._top)

    def on_resize(self) -> None:
        self._stand()

    @property
    def target(self) -> Target | None:
        """What the chosen rows lead to."""
        return self.rows[self._items[self.chosen][0]].target if self._items else None

    @property
    def targets(self) -> list[Target]:
        """What can be chosen, from top to bottom."""
        found = (self.rows[first].target for first, _ in self._items)
        return [target for target in found if target is not None]

    def count(self) -> int:
        return len(self.rows)

    def line(self, row: int) -> StyledLine:
        chosen = bool(self._items) and self._item_of.get(row) == self.chosen
        return self.rows[row].draw(RowState(chosen and self.focus_here, self.focus_here))

    def choose(self, number: int) -> None:
        """Choose that one and bring it into sight."""
        if not self._items:
            return
        old, self.chosen = self.chosen, max(0, min(number, len(self._items) - 1))
        for one in {old, self.chosen}:
            self.redraw(*self._items[min(one, len(self._items) - 1)])
        self._reveal()

    def _reveal(self) -> None:
        """The choice in sight; above the first there are only heads, which are seen with it."""
        if self._items:
            first, end = self._items[self.chosen]
            self.reveal(0 if not self.chosen and first < self.shown else first, end, margin=1)

    def set_focus(self, here: bool) -> None:
        """Whether the keys go to this column."""
        if here != self.focus_here:
            self.focus_here = here
            self.changed()

    def act(self, action: str) -> bool:
        """Move the choice or follow it; whether the action was either."""
        if action == "open":
            if self.target is not None:
                self.post_message(self.Chosen(self, self.target, opened=True))
            return True
        if not self._items:
            row = position_after(action, self.top, self.shown, max(0, self.count() - self.shown))
            return row is not None and (self.scroll_rows(row) or True)
        if self._read_on(action):
            return True
        number = self._led(action)
        if number is None:
            return False
        if action == "last":
            self.scroll_rows(self.count())
        if number != self.chosen:
            self.choose(number)
        return True

    def _read_on(self, action: str) -> bool:
        """A step inside a choice that is longer than the screen; whether there was more of it that way."""
        first, end = self._items[self.chosen]
        if action == "down" and first <= self.top < end - self.shown:
            return self.scroll_rows(min(self.top + self.shown - 2, end - self.shown))
        if action == "up" and first < self.top < end:
            return self.scroll_rows(max(self.top - self.shown + 2, first))
        return False

    def _led(self, action: str) -> int | None:
        """Where the action leads: a step goes to the next thing, a page to what stands that many rows on."""
        if action in ("up", "down", "first", "last"):
            return position_after(action, self.chosen, 1, len(self._items) - 1)
        row = position_after(action, self._items[self.chosen][0], self.shown, self.count() - 1)
        if row is None:
            return None
        by = 1 if row > self._items[self.chosen][0] else -1
        near = next((n for n, (first, end) in enumerate(self._items) if end > row), len(self._items) - 1)
        return self.chosen + by if near == self.chosen else near

    def click(self, row: int, column: int) -> None:
        number = self._item_of.get(row)
        if number is None:
            return
        again = number == self.chosen and self.focus_here
        self.choose(number)
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target, opened=again))


def _items(rows: Sequence[PageRow]) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        if row.target is None:
            continue
        if number and rows[number - 1].target is row.target:
            items[-1] = (items[-1][0], number + 1)
        else:
            items.append((number, number + 1))
    return items
