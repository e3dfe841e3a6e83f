"""The history as it is drawn: day by day, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from tui.model.trail import LeafKind, Place, Visit
from tui.present.glyphs import Glyphs
from tui.present.page_rows import BLANK, LeafRow, Margin, item, plain
from tui.present.styles import HEADLINE, META, MUTED, RULE, SECTION, TEXT, Line, cut, spread
from tui.present.text_width import columns, drawn

CLOCK = 7
"""Columns of the time of day left of a title."""


def days_ago(day: date, today: date) -> str:
    """A day as one speaks of it: "Today", "Yesterday", "14 March 2015"."""
    if day == today:
        return "Today"
    return "Yesterday" if day == today - timedelta(days=1) else f"{day.day} {day:%B %Y}"


def history(
    visits: Sequence[Visit], here: Place | None, today: date, at: Margin, glyphs: Glyphs
) -> Iterator[LeafRow]:
    """Every row of the history."""
    pad: Line = ((" " * at.text, TEXT),)
    title: Line = (*pad, ("WHERE YOU HAVE BEEN", SECTION))
    yield plain(spread(title, (("latest first", MUTED),), at.text + at.measure))
    if not visits:
        yield BLANK
        yield plain((*pad, ("nowhere yet", MUTED)))
    for day, of_day in groupby(visits, lambda visit: visit.at.date()):
        told = days_ago(day, today)
        yield BLANK
        line = glyphs.hairline * (at.measure - columns(told) - 2)
        yield plain((*pad, (told, HEADLINE), ("  ", TEXT), (line, RULE)))
        for visit in of_day:
            now = visit is visits[0] and here is not None and visit.place.article == here.article
            yield from item(_visit(visit, now, at, glyphs), visit.place, glyphs, at.room)


def _visit(visit: Visit, here: bool, at: Margin, glyphs: Glyphs) -> Iterator[Line]:
    """The time and the article; under it what of it one looked at."""
    pad: Line = ((" " * at.text, TEXT),)
    now = "here" if here else ""
    room = at.measure - CLOCK - (len(now) + 2 if now else 0)
    title = cut(drawn(visit.title), room, glyphs.cut)
    left: Line = (*pad, (f"{visit.at:%H:%M}".ljust(CLOCK), META), (title, TEXT))
    yield spread(left, ((now, META),), at.text + at.measure)
    what = looked_at(visit)
    if what:
        yield (*pad, (" " * CLOCK, TEXT), (cut(drawn(what), at.measure - CLOCK, glyphs.cut), MUTED))


def looked_at(visit: Visit) -> str:
    """What of the article one looked at: a dossier, the same words elsewhere, or the words landed on."""
    leaf = visit.place.leaf
    if leaf is not None and leaf.kind is LeafKind.DOSSIER:
        return f"dossier of {leaf.of}"
    if leaf is not None:
        return "the same words elsewhere"
    return f"“{visit.words}”" if visit.words else ""
