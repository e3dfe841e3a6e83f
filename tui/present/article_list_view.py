"""An article in the list: one or two rows of headline, one of facts, the rest of four blank; and heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.listing import ArticleRow, RowGroup
from tui.model.provenance import GUESS
from tui.model.span import Span
from tui.present.find_words import found_in
from tui.present.glyphs import Glyphs
from tui.present.guess_marks import GLUED, shown_day, shown_publication, title_is_guessed
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    MATCH,
    META,
    RULE,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    join_facts,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap

ROWS = 4
"""Rows of an entry; fixed, so that a row number is a multiplication."""
INDENT = 3


def title_lines(title: str, room: int, rows: int, mark: str, *, guess: bool = False) -> list[str]:
    """The title in at most `rows` rows; the last ends at a word and `mark` when there is more.

    The sign of a `guess` is there whatever is cut.
    """
    title = " ".join(printable(title).split())
    whole = f"{title}{GLUED}" if guess else title
    lines = [whole[a:b] for a, b in wrap(whole, 0, len(whole), room, room)]
    if len(lines) > rows:
        sign = GLUED if guess else ""
        rest = " ".join(lines[rows - 1 : rows + 1]).removesuffix(sign)
        lines = [*lines[: rows - 1], truncate(rest, room - len(sign), mark) + sign]
    return [line.replace(GLUED, f" {GUESS}") for line in lines]


def lit_matches(words: str, ink: TextStyle, found: str) -> list[StyledRun]:
    """The words with every occurrence of `found` on the match ground."""
    return _lit(words, ink, found_in(words, found))


def lit_prefixes(words: str, ink: TextStyle, begun: tuple[str, ...]) -> list[StyledRun]:
    """The words with whatever begins like one of `begun` (case apart) on the match ground."""
    found = sorted(span for start in begun for span in found_in(words, start.lower()))
    return _lit(words, ink, [span for span in found if not words[: span.start][-1:].isalnum()])


def _lit(words: str, ink: TextStyle, spans: Sequence[Span]) -> list[StyledRun]:
    runs: list[StyledRun] = []
    at = 0
    for span in spans:
        if span.start >= at:
            runs += [(words[at : span.start], ink), (span.of(words), MATCH)]
            at = span.end
    return [run for run in [*runs, (words[at:], ink)] if run[0]]


class RowState(NamedTuple):
    """How an entry stands in its list: chosen, with the focus in its pane, words or beginnings looked for."""

    chosen: bool = False
    focus: bool = False
    found: str = ""
    begun: tuple[str, ...] = ()


def selection_bar(standing: RowState, glyphs: Glyphs) -> StyledRun:
    """The bar left of a row: thick where the focus is, thin where it is elsewhere."""
    if not standing.chosen:
        return (" ", TEXT)
    return (
        (glyphs.chosen, TextStyle(ThemeRole.ACCENT))
        if standing.focus
        else (glyphs.chosen_elsewhere, TextStyle(ThemeRole.MUTED))
    )


def entry_line(row: ArticleRow, part: int, room: int, glyphs: Glyphs, standing: RowState) -> StyledLine:
    """Row `part` (0 to 3) of the entry in `room` columns."""
    ground = ThemeRole.SELECTION if standing.chosen else None
    mark = " "
    if part == 0:
        mark = glyphs.starred if row.starred else glyphs.unread if not row.read else " "
    wide = room - INDENT - 1
    lines = title_lines(row.title, wide, 2, glyphs.cut, guess=title_is_guessed(row))
    if part > len(lines):
        return ()
    if part < len(lines):
        bold = standing.chosen or not row.read
        ink = TextStyle(ThemeRole.HEADLINE if bold else ThemeRole.TEXT, bold=bold)
        runs = lit_prefixes(lines[part], ink, standing.begun)
    else:
        runs = _meta(row, wide, glyphs)
    line: list[StyledRun] = [selection_bar(standing, glyphs), (mark, ACCENT_BOLD), (" ", TEXT), *runs]
    used = sum(display_width(words) for words, _ in line)
    line.append((" " * max(0, room - used), TEXT))
    return tuple((words, ink.on(ground)) for words, ink in line)


def tag_words(tags: tuple[str, ...]) -> str:
    """The tags as they are shown and typed."""
    return " ".join(f"#{printable(tag)}" for tag in tags)


def _meta(row: ArticleRow, room: int, glyphs: Glyphs) -> list[StyledRun]:
    """The facts of an entry; a sign behind them says that there is a note."""
    quoted = f"{glyphs.mark}{row.quotations}" if row.quotations else ""
    dated = shown_day(row) if row.published or not row.publication else ""
    source, tags = shown_publication(row), tag_words(row.tags)
    room, dot = room - 2 * bool(row.note), f" {glyphs.dot} "
    parts = [source, dated, f"{row.minutes} min", quoted, tags]
    words = join_facts(parts, room, dot, stays=[part for part in (dated, tags, source, quoted) if part])
    if not words.endswith(tags):  # the reader's own words before all others but the date
        before = f"{dated}{dot}" if dated else ""
        words = before + truncate(tags, max(1, room - display_width(before)), glyphs.cut)
    note: list[StyledRun] = [(f" {glyphs.note}", ACCENT)] if row.note else []
    return [(words, META), *note]


def group_line(group: RowGroup, room: int, glyphs: Glyphs) -> StyledLine:
    """The head of a group: what its entries have in common, a hairline, how many they are."""
    count = f"{group.size:,}"
    words = truncate(printable(group.words), room - INDENT - len(count) - 6, glyphs.cut)
    line = glyphs.hairline * max(0, room - INDENT - display_width(words) - len(count) - 3)
    return (
        (" " * INDENT, TEXT),
        (words, SECTION),
        (f" {line} ", RULE),
        (count, META),
        (" ", TEXT),
    )
