"""The picker of a form of citation: its names, and what the chosen one makes of the quotation."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.present.citation_formats import CitationFormat, format_short_citation
from tui.present.glyphs import Glyphs
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    RULE,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
)
from tui.present.text_width import printable, wrap

LEAD = 5
FORMS = tuple(CitationFormat)
WIDE = 40
"""Columns from which the head also says that the form is kept."""
AROUND = 6
"""Rows of the panel that are neither a form nor part of the sample."""
SAMPLE = 6
"""Rows of what would be copied that are shown at most."""


class CitationChoice(NamedTuple):
    """The quotation to copy, and the form that is chosen; `now` is the form that one key copies in."""

    cutting: Cutting
    quotation: Quotation
    chosen: CitationFormat
    now: CitationFormat


def citation_picker_lines(
    copying: CitationChoice, room: int, high: int, glyphs: Glyphs
) -> tuple[StyledLine, ...]:
    """The panel's rows, at most `high`: the sample gives way first."""
    pad: StyledRun = (" " * LEAD, TEXT)
    inner = room - LEAD - 2
    kept = "the form is kept for y" if inner > WIDE else ""
    title = justify((("COPY IT AS", SECTION),), ((kept, META),), inner)
    air: list[StyledLine] = [()] if high > len(FORMS) + AROUND else []
    rows: list[StyledLine] = [((glyphs.panel * room, ACCENT),), *air, (pad, *title), *air]
    rows += [_row(copying, number, form, room, glyphs) for number, form in enumerate(FORMS)]
    left = min(SAMPLE, high - len(rows) - 2) if air else 0
    if left > 0:
        rows.append((pad, (glyphs.hairline * inner, RULE)))
        rows += [(pad, (line, TEXT)) for line in citation_sample(copying, inner, left, glyphs)]
    return (*rows, *air)[:high]


def _row(copying: CitationChoice, number: int, form: CitationFormat, room: int, glyphs: Glyphs) -> StyledLine:
    chosen = form is copying.chosen
    bar: StyledRun = (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT))
    name: StyledRun = (form.value, HEADLINE if chosen else TEXT)
    left: StyledLine = (bar, (" " * (LEAD - 3), TEXT), (f"{number + 1} ", HEADLINE), name)
    now: StyledRun = ("y  ", META) if form is copying.now else ("", TEXT)
    return fit_line(justify(left, (now,), room), room, ThemeRole.SELECTION if chosen else None)


def citation_sample(copying: CitationChoice, room: int, rows: int, glyphs: Glyphs) -> list[str]:
    """The beginning of what would be copied."""
    lines: list[str] = []
    for line in format_short_citation(
        copying.cutting, copying.quotation, copying.chosen, room - 8
    ).splitlines():
        words = printable(line)
        lines += [words[a:b] for a, b in wrap(words, 0, len(words), room, room)] or [""]
        if len(lines) > rows:
            return [*lines[: rows - 1], glyphs.cut]
    return lines
