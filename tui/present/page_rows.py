"""Rows of a page laid over the article: columns of rows, of which some can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.trail import Place
from tui.present.article_list_view import RowState, selection_bar
from tui.present.glyphs import Glyphs
from tui.present.styles import MUTED, SECTION, TEXT, StyledLine, StyledRun, TextStyle, ThemeRole, justify
from tui.present.text_width import printable, wrap

CuttingLookup = Callable[[ArticleId], Cutting | None]
"""An article that a row tells more of, opened when the row is drawn."""


class NameTarget(NamedTuple):
    """A name to follow to its dossier."""

    name: str


class SectionTarget(NamedTuple):
    """A section to unfold."""

    section: str


Target = Place | NameTarget | SectionTarget
"""What choosing a row leads to."""


class PageRow(NamedTuple):
    """One row: how it is drawn, and what it leads to (None: it only says something)."""

    draw: Callable[[RowState], StyledLine]
    target: Target | None = None


def text_row(line: StyledLine) -> PageRow:
    """A row that only says something."""
    return PageRow(lambda _: line)


BLANK_ROW = text_row(())


class Box(NamedTuple):
    """Where something stands on the screen."""

    column: int
    row: int
    width: int
    height: int


class PageMargin(NamedTuple):
    """Where rows stand in a pane of `room` columns: blanks left, then the columns of their text."""

    room: int
    text: int
    measure: int


def section_head(words: str, right: str, at: PageMargin) -> PageRow:
    """The head of a section, three columns left of what is in it where there is room."""
    left = max(1, at.text - 3)
    title: StyledLine = ((" " * left + words, SECTION),)
    return text_row(justify(title, ((right, MUTED),), at.text + at.measure))


def selectable_line(standing: RowState, glyphs: Glyphs, runs: Sequence[StyledRun], room: int) -> StyledLine:
    """Runs that begin in the second column, with the bar of a chosen row and its ground."""
    line = justify((selection_bar(standing, glyphs), *runs), (), room)
    ground = ThemeRole.SELECTION if standing.chosen else None
    return tuple((words, ink.on(ground)) for words, ink in line)


def wrapped_lines(
    words: str, ink: TextStyle, at: PageMargin, right: StyledRun | None = None
) -> Iterator[StyledLine]:
    """Words wrapped at the measure; the last row also says `right`, flush right, or one row below does."""
    words = " ".join(printable(words).split())
    pad: StyledRun = (" " * at.text, TEXT)
    rows = [words[a:b] for a, b in wrap(words, 0, len(words), at.measure, at.measure)] or [""]
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        if not last or right is None:
            yield (pad, (row, ink))
        elif len(row) + len(right[0]) + 2 <= at.measure:
            yield justify((pad, (row, ink)), (right,), at.text + at.measure)
        else:
            yield (pad, (row, ink))
            yield justify((pad,), (right,), at.text + at.measure)


def item_rows(lines: Iterator[StyledLine], target: Target, glyphs: Glyphs, room: int) -> Iterator[PageRow]:
    """Rows of one thing to choose; the first column of each is given up to the bar."""

    def row(line: StyledLine) -> PageRow:
        (words, ink), *rest = line
        runs = ((words[1:], ink), *rest)
        return PageRow(lambda standing: selectable_line(standing, glyphs, runs, room), target)

    for line in lines:
        yield row(line)
