"""The list of themes: one row a theme, so that moving on it shows each on the page behind."""

from __future__ import annotations

from typing import NamedTuple

from tui.present.glyphs import Glyphs
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    SECTION,
    TEXT,
    WARNING,
    StyledLine,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
    truncate,
)
from tui.present.text_width import printable

FRAME = 5
"""Rows of the list that are no themes."""


class ThemeChoice(NamedTuple):
    """A theme by name; what it is ("dark", "light", "broken"), and whether it is the reader's own."""

    name: str
    sort: str
    own: bool = False


BROKEN = "broken"


def theme_list_lines(
    offers: tuple[ThemeChoice, ...], chosen: int, width: int, glyphs: Glyphs, high: int
) -> tuple[StyledLine, ...]:
    """The rows of the list, at most `high`: with fewer, the themes round the chosen one."""
    seen = max(1, high - FRAME)
    first = max(0, min(chosen - seen // 2, len(offers) - seen))
    title = justify((("  THEMES", SECTION),), ((f"{len(offers)} ", META),), width)
    rows = [_row(offers[n], n == chosen, width, glyphs) for n in range(first, min(first + seen, len(offers)))]
    return (((glyphs.panel * width, ACCENT),), (), title, (), *rows, ())


def _row(offer: ThemeChoice, chosen: bool, width: int, glyphs: Glyphs) -> StyledLine:
    sort = f"yours {glyphs.dot} {offer.sort}" if offer.own else offer.sort
    broken = offer.sort == BROKEN
    right: StyledLine = (((glyphs.failed + " ") if broken else "", WARNING), (f"{sort} ", META))
    name = truncate(printable(offer.name), max(4, width - len(sort) - 6), glyphs.cut)
    left: StyledLine = (
        (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT)),
        (" ", TEXT),
        (name, HEADLINE if chosen else TEXT),
    )
    return fit_line(justify(left, right, width), width, ThemeRole.SELECTION if chosen else None)
