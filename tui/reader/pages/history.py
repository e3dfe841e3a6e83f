"""The history: where one has been, in this run and earlier ones; enter goes there again."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from tui.model.trail import PageKind, PageState, Place, Visit
from tui.present.find_words import has_words
from tui.present.grid import Grid
from tui.present.history_view import history_rows, visit_subject
from tui.present.styles import META, StyledLine
from tui.reader.pages.dossier import margin
from tui.reader.pages.page import OverlayPage, place_column


class HistoryPage(OverlayPage):
    """One column of visits, narrowed by words."""

    kind = PageKind.HISTORY
    line: ClassVar = (
        (("down", "up"), "move"),
        (("open",), "go there"),
        (("find",), "narrow"),
        (("close",), "back"),
        (("help",), "all keys"),
    )
    title = "history"
    _grid: Grid | None = None
    _here: Place | None = None
    _visits: tuple[Visit, ...] = ()

    def begin(self, leaf: PageState, place: Place) -> bool:
        self.leaf, self.found = leaf, leaf.found
        self._visits = tuple(self.library.visits())
        self._here = place._replace(leaf=None)
        self._fill()
        return True

    def lay(self, grid: Grid) -> None:
        (column,) = self.columns
        column.ruled = False
        place_column(column, grid, 0, grid.columns)
        if self._grid is not None:
            self.leaf = self.now()
        self._grid = grid
        self._fill()

    def _fill(self) -> None:
        if self._grid is None:
            return
        at = margin(self._grid.columns)
        rows = history_rows(self.visits(), self._here, date.today(), at, self.glyphs)
        self.columns[0].put(tuple(rows), self.leaf.chosen, self.leaf.top or None)
        self.turn_to(0)

    def visits(self) -> tuple[Visit, ...]:
        """The visits that have the words looked for."""
        return tuple(v for v in self._visits if has_words(f"{v.title} {visit_subject(v)}", self.found))

    @property
    def facts(self) -> tuple[str, ...]:
        number = len(self._visits)
        return (f"{number:,} place{'s' * (number != 1)}",)

    @property
    def standing(self) -> StyledLine:
        visits = self.visits()
        return ((f"{self.columns[0].chosen + 1} of {len(visits)}", META),) if visits else ()

    def look_for(self, words: str) -> int:
        self.found = words
        self.leaf = self.leaf._replace(chosen=0, top=0)
        self._fill()
        return len(self.visits())

    def among(self) -> tuple[tuple[Place, ...], str]:
        """The places of the history, for walking on through them."""
        return tuple(visit.place for visit in self.visits()), "in the history"
