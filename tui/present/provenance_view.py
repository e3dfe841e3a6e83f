"""The page of what was found: of each fact where it comes from, in all and article by article."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.listing import ArticleProvenance
from tui.model.provenance import Fact, FactSource
from tui.present.article_list_view import title_lines
from tui.present.glyphs import Glyphs
from tui.present.grid import NARROW
from tui.present.guess_marks import title_is_guessed
from tui.present.problems_view import LEFT, NAME, RIGHT
from tui.present.styles import (
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    StyledLine,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
    truncate,
)
from tui.present.text_width import printable, wrap

LEAD = "Nothing is guessed silently: what a file does not say itself is marked as a guess here."
ALWAYS = (Fact.HEADLINE, Fact.PUBLICATION, Fact.DATE, Fact.AUTHOR)
"""Facts whose absence is told."""
NUMBER = 8
"""Columns of a count, with the gap after it."""


def rows_of_article(room: int) -> int:
    """Rows of one article: what it is, where its facts come from, and a blank one."""
    return 4 if room >= NARROW else 6


def provenance_totals(
    found: Sequence[tuple[FactSource, int]], articles: int, room: int
) -> tuple[StyledLine, ...]:
    """The head of the page: how many articles have each fact from where, and how many have none."""
    blank = (" " * LEFT, TEXT)
    lead = [(blank, (words, TEXT)) for words in _rows(LEAD, room - LEFT - RIGHT)]
    lines: list[StyledLine] = [*lead, (), (blank, ("IN ALL", SECTION))]
    wide = NAME if room >= NARROW else 13
    for fact in Fact:
        told = [(number, _origin(finding)) for finding, number in found if finding.fact is fact]
        missing = articles - sum(number for number, _ in told)
        if missing > 0 and fact in ALWAYS:
            told.append((missing, "not given"))
        for place, (number, origin) in enumerate(told):
            name = "" if place else fact.value
            count = f"{number:>{NUMBER - 2},}  "
            lines.append((blank, (f"{name:{wide}}", TEXT), (count, META), (origin, MUTED)))
    right: StyledLine = ((f"{articles:,}", META), (" " * RIGHT, TEXT))
    return (*lines, (), justify((blank, ("ARTICLE BY ARTICLE", SECTION)), right, room))


def provenance_line(
    one: ArticleProvenance, name: str, part: int, room: int, *, chosen: bool, glyphs: Glyphs
) -> StyledLine:
    """Row `part` of an article; `name` is its file as the reader knows it."""
    body = _body(one, name, room, glyphs)
    if part >= len(body):
        return ()
    bar = (glyphs.chosen, TextStyle(ThemeRole.ACCENT)) if chosen else (" ", TEXT)
    left: StyledLine = (bar, (" " * (LEFT - 1), TEXT))
    return fit_line((*left, *body[part]), room, ThemeRole.SELECTION if chosen else None)


def _body(one: ArticleProvenance, name: str, room: int, glyphs: Glyphs) -> list[StyledLine]:
    side = room >= NARROW
    wide = room - LEFT - RIGHT - (NAME if side else 0)
    title = (
        title_lines(one.title, wide, 1, glyphs.cut, guess=title_is_guessed(one))[0],
        HEADLINE if one.titled else TEXT,
    )
    told = _rows(_told(one, glyphs), wide)[: rows_of_article(room) - (2 if side else 3)]
    if not side:
        return [
            ((truncate(printable(name), wide, glyphs.cut), META),),
            (title,),
            *(((row, MUTED),) for row in told),
        ]
    first = (f"{truncate(printable(name), NAME - 2, glyphs.cut)}", META)
    gap = (" " * NAME, TEXT)
    return [(*fit_line((first,), NAME), title), *((gap, (row, MUTED)) for row in told)]


def _told(one: ArticleProvenance, glyphs: Glyphs) -> str:
    """Where each fact comes from, what was guessed first."""
    known = {finding.fact for finding in one.provenance}
    ordered = sorted(one.provenance, key=lambda finding: not finding.guessed)
    parts = [
        _origin(finding)
        if finding.fact in (Fact.FORMAT, Fact.ENCODING)
        else f"{finding.fact.value} from {_origin(finding)}"
        for finding in ordered
    ]
    missing = [f"no {fact.value}" for fact in ALWAYS if fact not in known]
    return f" {glyphs.dot} ".join([*parts, *missing])


def _origin(finding: FactSource) -> str:
    return f"{finding.origin} (guessed)" if finding.guessed else finding.origin


def _rows(words: str, room: int) -> list[str]:
    words = printable(words)
    return [words[start:end] for start, end in wrap(words, 0, len(words), max(1, room), max(1, room))]
