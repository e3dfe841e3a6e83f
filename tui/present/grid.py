"""Where the panes stand: one calculation from the size of the screen to every column (look: grid)."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

SMALLEST = (40, 12)
"""Columns and rows below which only a polite line is shown."""
MEASURE = 68
"""The widest line of text: what a printed column of a broadsheet has, and what an eye follows with ease."""
TALL = 30
"""Rows from which hairlines and air are affordable."""
WIDE, MIDDLE, NARROW = 120, 100, 80
"""Columns from which there are three panes, two with a full gutter, two at all."""
LIST, SIDEBAR, GUTTER = 33, 29, 6
"""Columns of the list and the sidebar on a wide screen, and of the gutter with initials."""


class Pane(IntEnum):
    """The three panes, numbered as their keys are."""

    LIST = 1
    ARTICLE = 2
    SIDEBAR = 3


class Grid(NamedTuple):
    """Columns of each pane (0: not shown) and how the article's text stands in its pane."""

    columns: int
    rows: int
    list_: int
    article: int
    sidebar: int
    gutter: int
    measure: int
    left: int
    """Blank columns before the gutter, so that a narrow measure stands in the middle of a wide pane."""

    @property
    def tall(self) -> bool:
        """Whether hairlines and the blank row under them are drawn."""
        return self.rows >= TALL

    @property
    def small(self) -> bool:
        """Whether the screen is too small to read on."""
        return self.columns < SMALLEST[0] or self.rows < SMALLEST[1]

    @property
    def wide(self) -> bool:
        """Whether all three panes have room side by side."""
        return self.columns >= WIDE

    @property
    def initials(self) -> bool:
        """Whether the gutter has room for the speaker's initials."""
        return self.gutter >= GUTTER

    @property
    def text(self) -> int:
        """Column of the pane where all text starts."""
        return self.left + self.gutter

    @property
    def body(self) -> int:
        """Rows between masthead and foot."""
        return self.rows - (4 if self.tall else 2)


def grid(columns: int, rows: int, focus: Pane, *, alone: bool = False, narrower: int = 0) -> Grid:
    """The grid for a screen; `alone` shows the article by itself, `narrower` shortens the measure."""
    gutter, margin = GUTTER, 2
    if columns < NARROW:
        gutter, margin = 2, 1
        shown = {Pane.LIST: (columns, 0, 0), Pane.SIDEBAR: (0, 0, columns)}.get(focus, (0, columns, 0))
    elif columns < WIDE:
        list_ = LIST - 7 if columns >= MIDDLE else LIST - 8
        gutter = GUTTER if columns >= MIDDLE else 4
        shown = (list_, columns - list_ - 1, 0)
        if focus is Pane.SIDEBAR:
            shown = (0, columns - SIDEBAR - 1, SIDEBAR)
    else:
        shown = (LIST, columns - LIST - SIDEBAR - 2, SIDEBAR)
    if alone:
        shown = (0, columns, 0)
    article = shown[1]
    measure = max(20, min(MEASURE - narrower, article - gutter - margin)) if article else 0
    left = max(0, (article - gutter - measure - margin) // 2) if article else 0
    return Grid(columns, rows, *shown, gutter, measure, left)
