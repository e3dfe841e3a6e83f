"""Quick search: a panel that is already mounted, hangs from the masthead and answers every key."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.message import Message

from tui.model.listing import Hit, Hits
from tui.model.trail import Place
from tui.present.field import Field
from tui.present.glyphs import Glyphs
from tui.present.ink import Line, Role
from tui.present.results import Asked, head, height, nothing, result
from tui.search import parse
from tui.theming import Palette
from tui.widgets.jump import Jump
from tui.widgets.lines import Lines, moved

Ask = Callable[[str, bool], Hits]
EMPTY = Hits((), 0, 0)
ROOMY = 16
"""Rows of the panel from which the filters have a row of their own."""


class Way(NamedTuple):
    """A way out when nothing is found: what it says, its key, and the line and mode that it leads to."""

    words: str
    key: str
    line: str
    exact: bool


class QuickSearch(Lines):
    """The field, what it asks, and the results; `ask(line, exact)` answers, `title` says what is searched."""

    ground = Role.SURFACE
    scrolls = False

    class Closed(Message):
        """The reader has let the panel go."""

    class Looked(Message):
        """Something in the panel changed that the key line tells."""

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.tall = True
        self.browsing = False
        self._fresh = False
        """Whether the line is still that of the last time: the first letter typed replaces it."""
        self.most = 34
        self._ask: Ask = lambda _line, _exact: EMPTY
        self._tops: list[int] = []
        self.chosen = 0
        self._scroll = 0
        self.asked = Asked("", Field(), parse(""), False, EMPTY)
        self._top_lines: tuple[Line, ...] | None = None

    def open(self, title: str, ask: Ask, field: Field) -> None:
        """Show the panel, asking the line that it was left with."""
        self._ask = ask
        self.asked = self.asked._replace(title=title, filters=not self.browsing)
        self.display = True
        self._fresh = True
        self._look(field, self.asked.exact)

    def type(self, event: events.Key) -> bool:
        """An editing key or a letter; whether it was either."""
        field = self.asked.field.edited(event.key)
        if field is None and event.character and event.is_printable:
            kept = Field() if self._fresh else self.asked.field
            field = kept.typed(event.character)
        if field is None:
            return False
        self._fresh = False
        if field.words != self.asked.field.words:
            self._look(field, self.asked.exact)
        else:
            self.asked = self.asked._replace(field=field)
            self.changed()
        return True

    def paste(self, words: str) -> None:
        """Put pasted words into the field."""
        self._look(self.asked.field.typed(words), self.asked.exact)

    def _look(self, field: Field, exact: bool) -> None:
        hits = self._ask(field.words, exact)
        self.asked = self.asked._replace(field=field, query=parse(field.words), exact=exact, hits=hits)
        self.chosen = self._scroll = 0
        self._place()
        self.post_message(self.Looked())

    # what is drawn

    @property
    def results(self) -> tuple[Hit, ...]:
        """The hits that are listed."""
        return self.asked.hits.hits

    def ways(self) -> list[Way]:
        """The ways out when nothing is found, best first."""
        asked, line = self.asked, self.asked.field.words
        if self.results:
            return []
        out = [Way("Search fuzzily", "ctrl+t", line, False)] if asked.exact else []
        words = line.split()
        filters = [word for word in words if ":" in word or word.startswith(("@", "-"))]
        out += [Way(f"Drop {f}", "", " ".join(w for w in words if w != f), asked.exact) for f in filters]
        if len(words) > 1 and not out:
            out.append(Way(f"Leave out “{words[-1]}”", "", " ".join(words[:-1]), asked.exact))
        return [*out, Way("Show everything said", "", "", False)]

    def changed(self) -> None:
        self._top_lines = None
        super().changed()

    def _head(self) -> tuple[Line, ...]:
        if self._top_lines is None:
            filters, width = self.most >= ROOMY, self.size.width or 1
            self._top_lines = head(self.asked, width, self.glyphs, air=self.tall, filters=filters)
        return self._top_lines

    def _place(self) -> None:
        """Work out where each result begins, and how high the panel is."""
        self._top_lines, room = None, self.size.width
        self._tops, at = [], 0
        for number, hit in enumerate(self.results):
            self._tops.append(at)
            at += height(hit, room, chosen=number == self.chosen)
        self._tops.append(at)
        head_rows = len(self._head())
        body = at if self.results else 4 + len(self.ways())
        seen = self.most - head_rows - 1
        if self.results:
            bottom = self._tops[min(self.chosen + 1, len(self.results))]
            self._scroll = max(bottom - 1 - seen, self._scroll)
            self._scroll = max(0, min(self._scroll, self._tops[self.chosen]))
        wanted = min(self.most, head_rows + body + 1)
        if self.styles.height is None or self.size.height != wanted:
            self.styles.height = wanted
        self.changed()

    def on_resize(self) -> None:
        self._place()

    def count(self) -> int:
        return self.size.height

    def line(self, row: int) -> Line:
        top = self._head()
        if row < len(top):
            return top[row]
        row -= len(top)
        if not self.results:
            ways = [(way.words, way.key) for way in self.ways()]
            lines = nothing(self.asked, ways, self.chosen, self.size.width, self.glyphs)
            return lines[row] if row < len(lines) else ()
        row += self._scroll
        number = next((n for n in range(len(self.results)) if row < self._tops[n + 1]), None)
        if number is None or row - self._scroll >= self.most - len(top) - 1:
            return ()
        lines_ = result(self.results[number], self.size.width, self.glyphs, chosen=number == self.chosen)
        part = row - self._tops[number]
        return lines_[part] if part < len(lines_) else ()

    # what the keys do

    def places(self) -> tuple[Place, ...]:
        """Where the results stand, in their order."""
        return tuple(Place(hit.said.article, hit.said.quotation.span) for hit in self.results)

    def act(self, action: str) -> bool:
        """A movement among the results, following one, or a change of mode; whether it was one of these."""
        if action == "open":
            self._follow()
        elif action == "exact":
            if self.browsing:
                return True
            self._look(self.asked.field, not self.asked.exact)
        elif action == "close":
            self.post_message(self.Closed())
        else:
            last = max(0, len(self.results or self.ways()) - 1)
            number = moved("down" if action == "next" else action, self.chosen, 5, last)
            if number is None:
                return False
            self.chosen = number
            self._place()
            self.post_message(self.Looked())
        return True

    def _follow(self) -> None:
        """Jump to the chosen result, or take the chosen way out."""
        if self.results:
            places = self.places()
            self.post_message(Jump(places[self.chosen], places, "said" if self.browsing else "found"))
            return
        way = self.ways()[min(self.chosen, len(self.ways()) - 1)]
        self._look(Field(way.line, len(way.line)), way.exact)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.act("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.act("up")

    def click(self, row: int, column: int) -> None:
        row -= len(self._head())
        if row < 0:
            return
        if self.results:
            number = next(
                (n for n in range(len(self.results)) if row + self._scroll < self._tops[n + 1]), None
            )
        else:
            number = row - 3 if 0 <= row - 3 < len(self.ways()) else None
        if number is not None:
            self.chosen = number
            self._follow()
