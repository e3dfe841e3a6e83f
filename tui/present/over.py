"""What stands over two articles that carry the same words: who carries them, how much, and word over word."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.elsewhere import Elsewhere, Wording
from tui.present.compared import (
    GUTTER,
    aligned,
    carriers,
    hairline,
    half,
    heading,
    measured,
    own_lines,
    told,
)
from tui.present.glyphs import Glyphs
from tui.present.grid import Grid
from tui.present.ink import TEXT, Line
from tui.present.leaf import Box
from tui.present.word_over_word import Pair, collated, counted, differing, paired

ROWS_FOR_LIST = 20
"""Rows of the screen from which all who carry the words are listed."""


class Shown(NamedTuple):
    """An article, and who else has its words."""

    here: Cutting
    others: tuple[Elsewhere, ...]


def pair(shown: Shown, at: tuple[int, int]) -> tuple[Cutting, Cutting, Wording]:
    """The two articles and the passage: the number of the other one, and that of its passage."""
    other = shown.others[at[0]]
    return shown.here, other.cutting, other.wordings[at[1]]


def over_both(shown: Shown, at: tuple[int, int], grid: Grid, focus: int, glyphs: Glyphs) -> list[Line]:
    """Every row over the two, the rule under them last."""
    here, there, wording = pair(shown, at)
    one, other = here.article.text, there.article.text
    pairs = _pairs(here, there, wording)
    blank: list[Line] = [()] if grid.tall else []
    lines: list[Line] = [*blank]
    if len(shown.others) > 1 and grid.rows >= ROWS_FOR_LIST:
        lines += [*carriers(*_carriers(shown, at), grid.columns - 2, glyphs), *blank]
    word_over_word = collated(pairs, one, other, grid.columns - 2)
    words, ink = word_over_word[0][0] if word_over_word else ("", TEXT)
    pad = 1 + len(words) if ink.italic else 1 if word_over_word else GUTTER
    lines.append(((" " * pad, TEXT), *told(wording.words, counted(pairs, one, other))))
    if word_over_word:
        lines += [*blank, *(((" ", TEXT), *line) for line in word_over_word)]
    return [*lines, *blank, hairline(grid.columns, half(grid), focus, glyphs)]


Side = tuple[tuple[Line, ...], tuple[Line, ...]]
"""The head of an article, and its lines."""


def both(here: Cutting, there: Cutting, wording: Wording, box: Box, glyphs: Glyphs) -> tuple[Side, Side, int]:
    """Each article's head and lines, the passage on the same row of both, and the first row to be seen."""
    a, b = wording.whole_here, wording.whole_there
    mine, theirs = differing(_pairs(here, there, wording), here.article.text, there.article.text)
    ours = own_lines(here, a, mine, measured(box), glyphs)
    others = own_lines(there, b, theirs, measured(box), glyphs)
    one, other, top = aligned(ours, others, box.height // 4)
    return (heading(here.article, a, box, glyphs), one), (heading(there.article, b, box, glyphs), other), top


def _pairs(here: Cutting, there: Cutting, wording: Wording) -> list[Pair]:
    return paired(here.article.text, wording.whole_here, there.article.text, wording.whole_there)


def _carriers(shown: Shown, at: tuple[int, int]) -> tuple[list[tuple[Article, str]], int]:
    """All the articles in the order of their days, how each differs, and which one is shown."""
    listed = [(one.cutting.article, _differs(shown.here, one)) for one in shown.others]
    chosen, day = shown.others[at[0]].cutting.article, shown.here.article.published
    before = sum(a.published is not None and (day is None or a.published < day) for a, _ in listed)
    listed.insert(before, (shown.here.article, "the one you came from"))
    return listed, next(n for n, (article, _) in enumerate(listed) if article is chosen)


def _differs(here: Cutting, one: Elsewhere) -> str:
    wording = one.wordings[0]
    how = counted(_pairs(here, one.cutting, wording), here.article.text, one.cutting.article.text)
    return f"{wording.words} words, {how}"
