"""The history as it is drawn: day by day, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from tui.model.trail import PageKind, Place, Visit
from tui.present.glyphs import Glyphs
from tui.present.page_rows import BLANK_ROW, PageMargin, PageRow, item_rows, text_row
from tui.present.styles import HEADLINE, META, MUTED, RULE, SECTION, TEXT, StyledLine, justify, truncate
from tui.present.text_width import display_width, printable

CLOCK = 7
"""Columns of the time of day left of a title."""


def relative_day(day: date, today: date) -> str:
    """A day as one speaks of it: "Today", "Yesterday", "14 March 2015"."""
    if day == today:
        return "Today"
    return "Yesterday" if day == today - timedelta(days=1) else f"{day.day} {day:%B %Y}"


def history_rows(
    visits: Sequence[Visit], here: Place | None, today: date, at: PageMargin, glyphs: Glyphs
) -> Iterator[PageRow]:
    """Every row of the history."""
    pad: StyledLine = ((" " * at.text, TEXT),)
    title: StyledLine = (*pad, ("WHERE YOU HAVE BEEN", SECTION))
    yield text_row(justify(title, (("latest first", MUTED),), at.text + at.measure))
    if not visits:
        yield BLANK_ROW
        yield text_row((*pad, ("nowhere yet", MUTED)))
    for day, of_day in groupby(visits, lambda visit: visit.at.date()):
        told = relative_day(day, today)
        yield BLANK_ROW
        line = glyphs.hairline * (at.measure - display_width(told) - 2)
        yield text_row((*pad, (told, HEADLINE), ("  ", TEXT), (line, RULE)))
        for visit in of_day:
            now = visit is visits[0] and here is not None and visit.place.article == here.article
            yield from item_rows(_visit(visit, now, at, glyphs), visit.place, glyphs, at.room)


def _visit(visit: Visit, here: bool, at: PageMargin, glyphs: Glyphs) -> Iterator[StyledLine]:
    """The time and the article; under it what of it one looked at."""
    pad: StyledLine = ((" " * at.text, TEXT),)
    now = "here" if here else ""
    room = at.measure - CLOCK - (len(now) + 2 if now else 0)
    title = truncate(printable(visit.title), room, glyphs.cut)
    left: StyledLine = (*pad, (f"{visit.at:%H:%M}".ljust(CLOCK), META), (title, TEXT))
    yield justify(left, ((now, META),), at.text + at.measure)
    what = visit_subject(visit)
    if what:
        yield (*pad, (" " * CLOCK, TEXT), (truncate(printable(what), at.measure - CLOCK, glyphs.cut), MUTED))


def visit_subject(visit: Visit) -> str:
    """What of the article one looked at: a dossier, the same words elsewhere, or the words landed on."""
    leaf = visit.place.leaf
    if leaf is not None and leaf.kind is PageKind.DOSSIER:
        return f"dossier of {leaf.of}"
    if leaf is not None:
        return "the same words elsewhere"
    return f"“{visit.words}”" if visit.words else ""
