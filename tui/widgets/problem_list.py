"""The page of problems: rows made as they are seen, one problem chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from tui.model.problem import Problem
from tui.present.glyphs import Glyphs
from tui.present.problems_view import ProblemGroup, ProblemsLayout, lay_out_problems, problem_line
from tui.present.styles import StyledLine
from tui.theme import StyleResolver
from tui.widgets.virtual_lines import VirtualLines, position_after


class ProblemList(VirtualLines):
    """Shows groups of problems; walks from one to the next."""

    scrolls = False

    class Opened(Message):
        """The chosen problem is to be opened."""

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.chosen = 0
        self._page: ProblemsLayout = lay_out_problems((), (), 1)

    @property
    def problem(self) -> Problem | None:
        """The chosen problem."""
        problems = self._page.problems
        return problems[self.chosen] if self.chosen < len(problems) else None

    def put(self, groups: tuple[ProblemGroup, ...], names: Sequence[str]) -> None:
        """Show these; the chosen one stays chosen where it is still among them."""
        before = self.problem
        self._page = lay_out_problems(groups, names, max(1, self.size.width))
        if before in self._page.problems:
            self.chosen = self._page.problems.index(before)
        self.chosen = max(0, min(self.chosen, len(self._page.problems) - 1))
        self._show()

    def on_resize(self) -> None:
        self._page = lay_out_problems(self._page.groups, self._page.names, max(1, self.size.width))
        self._show()

    def _show(self) -> None:
        self.changed()
        self.scroll_rows(self.top)
        if self.problem is not None:
            self.reveal(*self._page.rows_of(self.chosen), margin=1)
            if self.chosen == 0:
                self.scroll_rows(0)

    def count(self) -> int:
        return self._page.rows

    def line(self, row: int) -> StyledLine:
        return problem_line(self._page, row, self.chosen, self.glyphs)

    def act(self, action: str) -> bool:
        """Walk to another problem, or open the chosen one; whether the action was either."""
        if action == "open":
            self.post_message(self.Opened())
            return True
        rows = max(1, self._page.rows // max(1, len(self._page.problems)))
        number = position_after(action, self.chosen, self.shown // rows, max(0, len(self._page.problems) - 1))
        if number is None:
            return False
        self.chosen = number
        self._show()
        return True

    def click(self, row: int, column: int) -> None:
        number = self._page.part_at(row)[1]
        if number >= 0:
            self.chosen = number
            self._show()
