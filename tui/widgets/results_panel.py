"""A head and under it results, the chosen one opened: what quick search and the verdict share."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message

from tui.model.trail import Place
from tui.present.glyphs import Glyphs
from tui.present.search_result_view import (
    NO_CONTEXT,
    AnyHit,
    ContextSentences,
    place_of,
    result_height,
    result_lines,
)
from tui.present.styles import StyledLine, ThemeRole
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after

PAGE = 5
"""Results that a page key passes."""


class ResultsPanel(VirtualLines):
    """As high as what it shows, up to `most` rows; `beside` tells the sentences round a result."""

    ground = ThemeRole.SURFACE
    scrolls = False

    class Closed(Message):
        """The reader has let the panel go."""

    class Looked(Message):
        """Something in the panel changed that the key line tells."""

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.tall = True
        self.most = 34
        self.chosen = 0
        self.beside: Callable[[AnyHit], ContextSentences] = lambda _found: NO_CONTEXT
        self._around = NO_CONTEXT
        self._surrounded = False
        self._tops: list[int] = []
        self._scroll = 0
        self._top_lines: tuple[StyledLine, ...] | None = None

    # what subclasses say

    @property
    def found(self) -> tuple[AnyHit, ...]:
        """What is listed."""
        raise NotImplementedError

    def head_lines(self) -> tuple[StyledLine, ...]:
        """The rows above the results."""
        raise NotImplementedError

    def nothing_lines(self) -> list[StyledLine]:
        """What stands there when there are no results."""
        return []

    def ways_out(self) -> int:
        """How many rows can be chosen when there are no results."""
        return 0

    def follow(self) -> None:
        """The chosen row is wanted."""
        raise NotImplementedError

    def type(self, event: events.Key) -> bool:
        """An editing key or a letter; whether it was either."""
        raise NotImplementedError

    def paste(self, words: str) -> None:
        """Put pasted words into the field."""
        raise NotImplementedError

    # what is drawn

    def changed(self) -> None:
        self._top_lines = None
        super().changed()

    def _head(self) -> tuple[StyledLine, ...]:
        if self._top_lines is None:
            self._top_lines = self.head_lines()
        return self._top_lines

    def redraw_head(self) -> None:
        """The rows above the results have changed, and nothing else: they cost a tenth of all."""
        before = len(self._head())
        self._top_lines = None
        self.redraw(0, max(before, len(self._head())))

    def reckon(self) -> None:
        """Where each result begins."""
        self._tops, at = [], 0
        for number, one in enumerate(self.found):
            self._tops.append(at)
            chosen = number == self.chosen
            at += result_height(one, self.size.width, chosen=chosen, around=self._around_of(number))
        self._tops.append(at)

    def place(self) -> None:
        """Work out where each result begins, and how high the panel is."""
        self._top_lines = None
        self.reckon()
        head_rows = len(self._head())
        body = self._tops[-1] if self.found else len(self.nothing_lines()) + 1
        seen = self.most - head_rows - 1
        if self.found:
            bottom = self._tops[min(self.chosen + 1, len(self.found))]
            self._scroll = max(bottom - 1 - seen, self._scroll)
            self._scroll = max(0, min(self._scroll, self._tops[self.chosen]))
        wanted = min(self.most, head_rows + body + 1)
        if self.styles.height is None or self.size.height != wanted:
            self.styles.height = wanted
        self.changed()

    def _around_of(self, number: int) -> ContextSentences:
        return self._around if number == self.chosen else NO_CONTEXT

    def on_resize(self) -> None:
        self.place()

    def count(self) -> int:
        return self.size.height

    def line(self, row: int) -> StyledLine:
        top = self._head()
        if row < len(top):
            return top[row]
        row -= len(top)
        if not self.found:
            lines = self.nothing_lines()
            return lines[row] if row < len(lines) else ()
        row += self._scroll
        number = next((n for n in range(len(self.found)) if row < self._tops[n + 1]), None)
        if number is None or row - self._scroll >= self.most - len(top) - 1:
            return ()
        chosen, around = number == self.chosen, self._around_of(number)
        rows = result_lines(self.found[number], self.size.width, self.glyphs, chosen=chosen, around=around)
        part = row - self._tops[number]
        return rows[part] if part < len(rows) else ()

    # what the keys do

    def places(self) -> tuple[Place, ...]:
        """Where the results stand, in their order."""
        return tuple(place for one in self.found if (place := place_of(one)))

    def choose(self, number: int) -> None:
        """Stand on that result."""
        self.chosen = number
        found = self.found[number : number + 1]
        self._around = self.beside(found[0]) if self._surrounded and found else NO_CONTEXT
        self.place()
        self.post_message(self.Looked())

    def show_again(self, chosen: int) -> None:
        """Show the panel as it was left, standing on that result."""
        self.display = True
        self.choose(min(chosen, max(0, len(self.found) - 1)))

    def surround(self) -> None:
        """Show the sentences round the chosen result, or no more."""
        self._surrounded = not self._surrounded
        self.choose(self.chosen)

    def move(self, action: str) -> bool:
        """To another result; whether the action is a movement."""
        last = max(0, (len(self.found) or self.ways_out()) - 1)
        number = position_after("down" if action == "next" else action, self.chosen, PAGE, last)
        if number is not None:
            self.choose(number)
        return number is not None

    def act(self, action: str) -> bool:
        """A movement among the results, or following one; whether it was one of these."""
        if action == "close":
            self.post_message(self.Closed())
        elif action == "open":
            self.follow()
        elif action == "around":
            self.surround()
        else:
            return self.move(action)
        return True

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move("up")

    def click(self, row: int, column: int) -> None:
        row -= len(self._head())
        number: int | None = None
        if self.found and row >= 0:
            tops = enumerate(self._tops[1:])
            number = next((n for n, end in tops if row + self._scroll < end), None)
        elif 0 <= row - 3 < self.ways_out():
            number = row - 3
        if number is not None:
            self.chosen = number
            self.act("open")
