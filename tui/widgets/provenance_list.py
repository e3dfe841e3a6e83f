"""The page of what was found: totals, and articles fetched as they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.model.listing import Ingested
from tui.model.provenance import Finding
from tui.present.glyphs import Glyphs
from tui.present.provenance_view import high, line, totals
from tui.present.styles import Line
from tui.theme import Palette
from tui.widgets.problem_list import ProblemList
from tui.widgets.virtual_lines import Lines, moved

PAGE = 64
"""Articles fetched at a time."""


class IngestList(Lines):
    """Shows where the facts of articles come from; walks from one article to the next."""

    scrolls = False

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.chosen = 0
        self._total = 0
        self._found: Sequence[tuple[Finding, int]] = ()
        self._fetch: Callable[[int, int], Sequence[Ingested]] = lambda _start, _limit: ()
        self._within: Callable[[str], str] = str
        self._pages: dict[int, Sequence[Ingested]] = {}
        self._head: tuple[Line, ...] = ()

    def put(
        self,
        found: Sequence[tuple[Finding, int]],
        total: int,
        fetch: Callable[[int, int], Sequence[Ingested]],
        within: Callable[[str], str],
    ) -> None:
        """Show so many articles, got by `fetch(start, limit)`, under totals; `within` shortens a path."""
        self._found, self._total, self._fetch, self._within = found, total, fetch, within
        self._pages.clear()
        self.chosen = max(0, min(self.chosen, total - 1))
        self.on_resize()

    def on_resize(self) -> None:
        self._head = totals(self._found, self._total, max(1, self.size.width))
        self.changed()
        self.scroll_rows(self.top)

    @property
    def article(self) -> Ingested | None:
        """The chosen article."""
        return self._article(self.chosen)

    def _article(self, number: int) -> Ingested | None:
        page = number // PAGE
        if page not in self._pages:
            if len(self._pages) > PAGE:
                self._pages.clear()
            self._pages[page] = self._fetch(page * PAGE, PAGE)
        rows = self._pages[page]
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    def count(self) -> int:
        return len(self._head) + self._total * high(self.size.width)

    def line(self, row: int) -> Line:
        if row < len(self._head):
            return self._head[row]
        number, part = divmod(row - len(self._head), high(self.size.width))
        one = self._article(number)
        if one is None:
            return ()
        name = self._within(one.path)
        return line(one, name, part, self.size.width, chosen=number == self.chosen, glyphs=self.glyphs)

    def act(self, action: str) -> bool:
        """Walk to another article, or open the chosen one; whether the action was either."""
        if action == "open":
            self.post_message(ProblemList.Opened())
            return True
        rows = high(self.size.width)
        number = moved(action, self.chosen, max(1, self.shown // rows), max(0, self._total - 1))
        if number is None:
            return False
        self._choose(number)
        return True

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.changed()
        if number == 0:
            self.scroll_rows(0)
        first = len(self._head) + number * high(self.size.width)
        self.reveal(first, first + high(self.size.width) - 1)

    def click(self, row: int, column: int) -> None:
        if row >= len(self._head):
            self._choose((row - len(self._head)) // high(self.size.width))
