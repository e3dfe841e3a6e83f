"""An article in the list: one or two rows of headline, one of facts, the rest of four blank."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tui.model.listing import Row
from tui.present.cells import columns, drawn, wrap
from tui.present.glyphs import Glyphs
from tui.present.ink import ACCENT_BOLD, MATCH, META, TEXT, Ink, Line, Role, Run, cut, facts

ROWS = 4
"""Rows of an entry; fixed, so that a row number is a multiplication."""
INDENT = 3


def day(published: date | None) -> str:
    """A date as printed, or "undated"."""
    return f"{published.day} {published:%b %Y}" if published else "undated"


def headline(title: str, room: int, rows: int, mark: str) -> list[str]:
    """The title in at most `rows` rows; the last ends at a word and `mark` when there is more."""
    title = " ".join(drawn(title).split())
    lines = [title[a:b] for a, b in wrap(title, 0, len(title), room, room)]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 : rows + 1]), room, mark)]
    return lines


def lit(words: str, ink: Ink, found: str) -> list[Run]:
    """The words with every occurrence of `found` (case apart) on the match ground."""
    if not found:
        return [(words, ink)]
    low, needle = words.lower(), found.lower()
    runs: list[Run] = []
    at = 0
    while (hit := low.find(needle, at)) >= 0 and len(low) == len(words):
        runs += [(words[at:hit], ink), (words[hit : hit + len(needle)], MATCH)]
        at = hit + len(needle)
    return [run for run in [*runs, (words[at:], ink)] if run[0]]


class Standing(NamedTuple):
    """How an entry stands in the list: chosen, with the focus in its pane, words looked for."""

    chosen: bool = False
    focus: bool = False
    found: str = ""


def bar(standing: Standing, glyphs: Glyphs) -> Run:
    """The bar left of a row: thick where the focus is, thin where it is elsewhere."""
    if not standing.chosen:
        return (" ", TEXT)
    return (glyphs.chosen, Ink(Role.ACCENT)) if standing.focus else (glyphs.chosen_elsewhere, Ink(Role.MUTED))


def entry_line(row: Row, part: int, room: int, glyphs: Glyphs, standing: Standing) -> Line:
    """Row `part` (0 to 3) of the entry in `room` columns."""
    ground = Role.SELECTION if standing.chosen else None
    mark = " "
    if part == 0:
        mark = glyphs.starred if row.starred else glyphs.unread if not row.read else " "
    wide = room - INDENT - 1
    lines = headline(row.title, wide, 2, glyphs.cut)
    if part > len(lines):
        return ()
    if part < len(lines):
        bold = standing.chosen or not row.read
        ink = Ink(Role.HEADLINE if bold else Role.TEXT, bold=bold)
        runs = lit(lines[part], ink, standing.found)
    else:
        quoted = f"{glyphs.mark}{row.quotations}" if row.quotations else ""
        parts = [row.publication or "", day(row.published), f"{row.minutes} min", quoted]
        if row.publication and not row.published:
            del parts[1]
        runs = [(facts(parts, wide, f" {glyphs.dot} "), META)]
    line: list[Run] = [bar(standing, glyphs), (mark, ACCENT_BOLD), (" ", TEXT), *runs]
    used = sum(columns(words) for words, _ in line)
    line.append((" " * max(0, room - used), TEXT))
    return tuple((words, ink.on(ground)) for words, ink in line)
