"""What frames the panes: masthead, hairlines, key line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.present.glyphs import Glyphs
from tui.present.grid import Grid, Pane
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    MUTED,
    RULE,
    TEXT,
    StyledLine,
    StyledRun,
    justify,
    line_width,
)

GAP = "   "


def masthead(library: str, right: StyledLine, columns: int) -> StyledLine:
    """The nameplate, the library and where one is; facts at the right."""
    left: StyledLine = ((" ", TEXT), ("cuttings", ACCENT_BOLD), ("  ", TEXT), (library, TEXT))
    return justify(left, (*right, (" ", TEXT)), columns)


def narrow_masthead(left: StyledLine, right: StyledLine, columns: int) -> StyledLine:
    """On one column: position left, the current speaker right."""
    return justify(((" ", TEXT), *left), (*right, (" ", TEXT)), columns)


def hairline(grid: Grid, glyphs: Glyphs, joint: str, focus: Pane | None) -> StyledLine:
    """A rule over the whole width, with joints where panes meet, heavy over the pane with the focus.

    Without joints and focus it is the head of a panel that covers all panes: heavy from end to end.
    """
    if focus is None and not joint:
        return ((glyphs.focus * grid.columns, ACCENT),)
    widths = [(Pane.LIST, grid.list_), (Pane.ARTICLE, grid.article), (Pane.SIDEBAR, grid.sidebar)]
    shown = [(pane, columns) for pane, columns in widths if columns]
    runs: list[StyledRun] = []
    for number, (pane, columns) in enumerate(shown):
        if number:
            runs.append((joint, RULE))
        heavy = pane is focus
        runs.append(((glyphs.focus if heavy else glyphs.hairline) * columns, ACCENT if heavy else RULE))
    return tuple(runs)


def key_line(keys: Sequence[tuple[str, str]], right: StyledLine, columns: int) -> StyledLine:
    """Keys and what they do; what does not fit is dropped from the middle, the last always stays."""
    kept = list(keys)
    room = columns - line_width(right) - 2 - (len(GAP) if right else 0)
    while len(kept) > 1 and line_width(_keys(kept)) > room:
        del kept[-2 if len(kept) > 2 else 0]
    return justify(((" ", TEXT), *_keys(kept)), (*right, (" ", TEXT)), columns)


def _keys(keys: Sequence[tuple[str, str]]) -> StyledLine:
    runs: list[StyledRun] = []
    for number, (key, words) in enumerate(keys):
        runs += [(GAP if number else "", TEXT), (key, HEADLINE), (" " + words, MUTED)]
    return tuple(run for run in runs if run[0])
