"""The page of what was found: totals, and articles fetched as they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.model.listing import ArticleProvenance
from tui.model.provenance import FactSource
from tui.present.glyphs import Glyphs
from tui.present.provenance_view import provenance_line, provenance_totals, rows_of_article
from tui.present.styles import StyledLine
from tui.theme import StyleResolver
from tui.widgets.problem_list import ProblemList
from tui.widgets.virtual_lines import VirtualLines, position_after

PAGE = 64
"""Articles fetched at a time."""


class ProvenanceList(VirtualLines):
    """Shows where the facts of articles come from; walks from one article to the next."""

    scrolls = False

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.chosen = 0
        self._total = 0
        self._found: Sequence[tuple[FactSource, int]] = ()
        self._fetch: Callable[[int, int], Sequence[ArticleProvenance]] = lambda _start, _limit: ()
        self._within: Callable[[str], str] = str
        self._pages: dict[int, Sequence[ArticleProvenance]] = {}
        self._head: tuple[StyledLine, ...] = ()

    def put(
        self,
        found: Sequence[tuple[FactSource, int]],
        total: int,
        fetch: Callable[[int, int], Sequence[ArticleProvenance]],
        within: Callable[[str], str],
    ) -> None:
        """Show so many articles, got by `fetch(start, limit)`, under totals; `within` shortens a path."""
        self._found, self._total, self._fetch, self._within = found, total, fetch, within
        self._pages.clear()
        self.chosen = max(0, min(self.chosen, total - 1))
        self.on_resize()

    def on_resize(self) -> None:
        self._head = provenance_totals(self._found, self._total, max(1, self.size.width))
        self.changed()
        self.scroll_rows(self.top)

    @property
    def article(self) -> ArticleProvenance | None:
        """The chosen article."""
        return self._article(self.chosen)

    def _article(self, number: int) -> ArticleProvenance | None:
        page = number // PAGE
        if page not in self._pages:
            if len(self._pages) > PAGE:
                self._pages.clear()
            self._pages[page] = self._fetch(page * PAGE, PAGE)
        rows = self._pages[page]
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    def count(self) -> int:
        return len(self._head) + self._total * rows_of_article(self.size.width)

    def line(self, row: int) -> StyledLine:
        if row < len(self._head):
            return self._head[row]
        number, part = divmod(row - len(self._head), rows_of_article(self.size.width))
        one = self._article(number)
        if one is None:
            return ()
        name = self._within(one.path)
        return provenance_line(
            one, name, part, self.size.width, chosen=number == self.chosen, glyphs=self.glyphs
        )

    def act(self, action: str) -> bool:
        """Walk to another article, or open the chosen one; whether the action was either."""
        if action == "open":
            self.post_message(ProblemList.Opened())
            return True
        rows = rows_of_article(self.size.width)
        number = position_after(action, self.chosen, max(1, self.shown // rows), max(0, self._total - 1))
        if number is None:
            return False
        self._choose(number)
        return True

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.changed()
        if number == 0:
            self.scroll_rows(0)
        first = len(self._head) + number * rows_of_article(self.size.width)
        self.reveal(first, first + rows_of_article(self.size.width) - 1)

    def click(self, row: int, column: int) -> None:
        if row >= len(self._head):
            self._choose((row - len(self._head)) // rows_of_article(self.size.width))
