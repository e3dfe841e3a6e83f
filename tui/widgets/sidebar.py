"""The sidebar: items to choose among rows that only say something."""

from __future__ import annotations

from textual.message import Message

from tui.present.article_list_view import RowState
from tui.present.glyphs import Glyphs
from tui.present.sidebar_view import (
    SidebarContent,
    SidebarItem,
    SidebarItemKind,
    SidebarRow,
    name_rows,
    name_rows_after,
    related_rows,
)
from tui.present.styles import StyledLine
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after


class Sidebar(VirtualLines):
    """People, organisations, places and related articles of one article."""

    scrolls = False

    class Chosen(Message):
        """Another item is chosen; `opened` when it is to be followed."""

        def __init__(self, item: SidebarItem, opened: bool) -> None:
            super().__init__()
            self.item = item
            self.opened = opened

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.side: SidebarContent | None = None
        self.chosen: SidebarItem | None = None
        self.focus_here = False
        self.found = ""
        self._names: tuple[SidebarRow, ...] = ()
        self._rows: tuple[SidebarRow, ...] = ()
        self._items: list[SidebarItem] = []
        self._width = 0

    def put(self, side: SidebarContent | None) -> None:
        """Show that sidebar; the choice stays if it is still there."""
        before, self.side = self.side, side
        self._set(before if self.room == self._width else None)

    def _set(self, before: SidebarContent | None = None) -> None:
        """Make the rows anew, or from those that the sidebar before it had."""
        side, room, names = self.side, self.room, self._names
        self._width = room
        self._names = ()
        self._rows = ()
        if side is not None and room:
            self._names = name_rows_after(names, before, side, room) if before else name_rows(side, room)
            self._rows = (*self._names, *related_rows(side, room))
        self._items = list(dict.fromkeys(row.item for row in self._rows if row.item is not None))
        if self.chosen not in self._items:
            self.chosen = None
        self.top = max(0, min(self.top, self.count() - self.shown))
        self.changed()

    def on_resize(self) -> None:
        if self.room != self._width:
            self._set()

    def items(self) -> list[SidebarItem]:
        """All that can be chosen, from top to bottom."""
        return self._items

    def count(self) -> int:
        return len(self._rows)

    def line(self, row: int) -> StyledLine:
        at = self._rows[row]
        chosen = at.item is not None and at.item == self.chosen
        return at.draw(self.room, RowState(chosen, chosen and self.focus_here, self.found))

    def choose(self, item: SidebarItem | None) -> None:
        """Make that item the chosen one and bring it into sight; says nothing to anybody."""
        self.chosen = item if item in self.items() else None
        self.changed()
        at = [n for n, row in enumerate(self._rows) if row.item is not None and row.item == item]
        if at:
            self.reveal(at[0], at[-1] + 1, margin=1)

    def set_focus(self, here: bool) -> None:
        """Whether the keys go to this pane."""
        if here != self.focus_here:
            self.focus_here = here
            self.changed()

    def look_for(self, words: str) -> None:
        """Light those words in every name."""
        self.found = words
        self.changed()

    def act(self, action: str) -> bool:
        """Move the choice, or follow it; whether the action was either."""
        items = self.items()
        if action == "open":
            if self.chosen is not None:
                self.post_message(self.Chosen(self.chosen, opened=True))
            return True
        at = items.index(self.chosen) if self.chosen in items else -1
        number = position_after(action, at, max(1, self.shown // 2), len(items) - 1)
        if number is None:
            return False
        if items and number != at:
            self.choose(items[number])
            self.post_message(self.Chosen(items[number], opened=False))
        return True

    def unfold(self, kind: str) -> None:
        """Show all entities of that kind, and choose the first of those that were folded away."""
        if self.side is None:
            return
        before = set(self.items())
        self.put(self.side._replace(unfolded=self.side.unfolded | {kind}))
        new = next((item for item in self.items() if item not in before), None)
        if new is not None:
            self.choose(new)
            self.post_message(self.Chosen(new, opened=False))

    def click(self, row: int, column: int) -> None:
        item = self._rows[row].item
        if item is None:
            return
        again = item == self.chosen or item.sort is not SidebarItemKind.ENTITY
        self.choose(item)
        self.post_message(self.Chosen(item, opened=again))
