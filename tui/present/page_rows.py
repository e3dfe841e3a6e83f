"""A leaf is a page laid over the article: columns of rows, of which some can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.trail import Place
from tui.present.article_list_view import Standing, bar
from tui.present.glyphs import Glyphs
from tui.present.styles import MUTED, SECTION, TEXT, Ink, Line, Role, Run, spread
from tui.present.text_width import drawn, wrap

Near = Callable[[ArticleId], Cutting | None]
"""An article that a row tells more of, opened when the row is drawn."""


class Name(NamedTuple):
    """A name to follow to its dossier."""

    name: str


class More(NamedTuple):
    """A section to unfold."""

    section: str


Target = Place | Name | More
"""What choosing a row leads to."""


class LeafRow(NamedTuple):
    """One row: how it is drawn, and what it leads to (None: it only says something)."""

    draw: Callable[[Standing], Line]
    target: Target | None = None


def plain(line: Line) -> LeafRow:
    """A row that only says something."""
    return LeafRow(lambda _: line)


BLANK = plain(())


class Box(NamedTuple):
    """Where something stands on the screen."""

    column: int
    row: int
    width: int
    height: int


class Margin(NamedTuple):
    """Where rows stand in a pane of `room` columns: blanks left, then the columns of their text."""

    room: int
    text: int
    measure: int


def head(words: str, right: str, at: Margin) -> LeafRow:
    """The head of a section, three columns left of what is in it where there is room."""
    left = max(1, at.text - 3)
    title: Line = ((" " * left + words, SECTION),)
    return plain(spread(title, ((right, MUTED),), at.text + at.measure))


def chosen(standing: Standing, glyphs: Glyphs, runs: Sequence[Run], room: int) -> Line:
    """Runs that begin in the second column, with the bar of a chosen row and its ground."""
    line = spread((bar(standing, glyphs), *runs), (), room)
    ground = Role.SELECTION if standing.chosen else None
    return tuple((words, ink.on(ground)) for words, ink in line)


def hung(words: str, ink: Ink, at: Margin, right: Run | None = None) -> Iterator[Line]:
    """Words wrapped at the measure; the last row also says `right`, flush right, or one row below does."""
    words = " ".join(drawn(words).split())
    pad: Run = (" " * at.text, TEXT)
    rows = [words[a:b] for a, b in wrap(words, 0, len(words), at.measure, at.measure)] or [""]
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        if not last or right is None:
            yield (pad, (row, ink))
        elif len(row) + len(right[0]) + 2 <= at.measure:
            yield spread((pad, (row, ink)), (right,), at.text + at.measure)
        else:
            yield (pad, (row, ink))
            yield spread((pad,), (right,), at.text + at.measure)


def item(lines: Iterator[Line], target: Target, glyphs: Glyphs, room: int) -> Iterator[LeafRow]:
    """Rows of one thing to choose; the first column of each is given up to the bar."""

    def row(line: Line) -> LeafRow:
        (words, ink), *rest = line
        runs = ((words[1:], ink), *rest)
        return LeafRow(lambda standing: chosen(standing, glyphs, runs, room), target)

    for line in lines:
        yield row(line)
