"""Layers of ink over a stretch of text: what lies on top wins, and only where something changes is cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui.present.styles import StyledRun, TextStyle, ThemeRole
from tui.present.text_width import printable


class StylePatch(NamedTuple):
    """A change of the ink below: what is None stays as it is; `ink` replaces it altogether."""

    ink: TextStyle | None = None
    role: ThemeRole | None = None
    ground: ThemeRole | None = None
    bold: bool | None = None


class HighlightLayer(NamedTuple):
    """A wash from code point `start` up to `end`."""

    start: int
    end: int
    wash: StylePatch


@cache
def patched_style(ink: TextStyle, wash: StylePatch) -> TextStyle:
    """`ink` under the wash. Cached: a page has a few dozen combinations."""
    if wash.ink is not None:
        return wash.ink
    return ink._replace(
        role=ink.role if wash.role is None else wash.role,
        ground=ink.ground if wash.ground is None else wash.ground,
        bold=ink.bold if wash.bold is None else wash.bold,
    )


def highlighted_runs(
    text: str, start: int, end: int, base: TextStyle, layers: Sequence[HighlightLayer]
) -> list[StyledRun]:
    """`text[start:end]` as runs: `base` below, the layers on it in order."""
    near = [layer for layer in layers if layer.start < end and layer.end > start]
    if not near:
        return [(printable(text[start:end]), base)] if start < end else []
    edges = {start, end}
    for layer in near:
        edges.add(max(layer.start, start))
        edges.add(min(layer.end, end))
    runs: list[StyledRun] = []
    for left, right in pairwise(sorted(edges)):
        ink = base
        for layer in near:
            if layer.start <= left and right <= layer.end:
                ink = patched_style(ink, layer.wash)
        words = printable(text[left:right])
        if words:
            runs.append((words, ink))
    return runs
