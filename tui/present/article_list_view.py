"""An article in the list: one or two rows of headline, one of facts, the rest of four blank; and heads."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tui.model.listing import Group, Row
from tui.present.glyphs import Glyphs
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    MATCH,
    META,
    RULE,
    SECTION,
    TEXT,
    Ink,
    Line,
    Role,
    Run,
    cut,
    facts,
)
from tui.present.text_width import columns, drawn, wrap

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
    return _lit(words, ink, re.escape(found)) if found else [(words, ink)]


def lit_begun(words: str, ink: Ink, begun: tuple[str, ...]) -> list[Run]:
    """The words with whatever begins like one of `begun` (case apart) on the match ground."""
    wanted = "|".join(map(re.escape, begun))
    return _lit(words, ink, rf"(?<!\w)(?:{wanted})") if begun else [(words, ink)]


def _lit(words: str, ink: Ink, pattern: str) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for match in re.finditer(pattern, words, re.IGNORECASE):
        runs += [(words[at : match.start()], ink), (match[0], MATCH)]
        at = match.end()
    return [run for run in [*runs, (words[at:], ink)] if run[0]]


class Standing(NamedTuple):
    """How an entry stands in its list: chosen, with the focus in its pane, words or beginnings looked for."""

    chosen: bool = False
    focus: bool = False
    found: str = ""
    begun: tuple[str, ...] = ()


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
        runs = lit_begun(lines[part], ink, standing.begun)
    else:
        runs = _meta(row, wide, glyphs)
    line: list[Run] = [bar(standing, glyphs), (mark, ACCENT_BOLD), (" ", TEXT), *runs]
    used = sum(columns(words) for words, _ in line)
    line.append((" " * max(0, room - used), TEXT))
    return tuple((words, ink.on(ground)) for words, ink in line)


def tagged(tags: tuple[str, ...]) -> str:
    """The tags as they are shown and typed."""
    return " ".join(f"#{drawn(tag)}" for tag in tags)


def _meta(row: Row, room: int, glyphs: Glyphs) -> list[Run]:
    """The facts of an entry; a sign behind them says that there is a note."""
    quoted = f"{glyphs.mark}{row.quotations}" if row.quotations else ""
    dated = day(row.published) if row.published or not row.publication else ""
    source, tags = row.publication or "", tagged(row.tags)
    room, dot = room - 2 * bool(row.note), f" {glyphs.dot} "
    parts = [source, dated, f"{row.minutes} min", quoted, tags]
    words = facts(parts, room, dot, stays=[part for part in (dated, tags, source, quoted) if part])
    if not words.endswith(tags):  # the reader's own words before all others but the date
        before = f"{dated}{dot}" if dated else ""
        words = before + cut(tags, max(1, room - columns(before)), glyphs.cut)
    note: list[Run] = [(f" {glyphs.note}", ACCENT)] if row.note else []
    return [(words, META), *note]


def group_line(group: Group, room: int, glyphs: Glyphs) -> Line:
    """The head of a group: what its entries have in common, a hairline, how many they are."""
    count = f"{group.size:,}"
    words = cut(drawn(group.words), room - INDENT - len(count) - 6, glyphs.cut)
    line = glyphs.hairline * max(0, room - INDENT - columns(words) - len(count) - 3)
    return (
        (" " * INDENT, TEXT),
        (words, SECTION),
        (f" {line} ", RULE),
        (count, META),
        (" ", TEXT),
    )
