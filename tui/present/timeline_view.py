"""A timeline as two rows of bars over the years, and a sentence that names the peak."""

from __future__ import annotations

from tui.model.timeline import MONTHS, Timeline
from tui.present.glyphs import Glyphs
from tui.present.styles import META, RULE, StyledLine, StyledRun, TextStyle, ThemeRole

WIDEST = 4
"""Columns that a year's bar may take."""
YEAR = 4


def stretch_words(time: Timeline) -> str:
    """How much time a bar stands for: "a month", "a year", "5 years"."""
    years = time.months // MONTHS
    return "a month" if not years else "a year" if years == 1 else f"{years} years"


def timeline_sentence(time: Timeline) -> str:
    """Where most was said, and how much of it is undated."""
    undated = f"{time.undated} undated" if time.undated else ""
    if not time.counts:
        return f"all {undated}" if time.undated > 1 else "undated" if time.undated else ""
    filled = [number for number, count in enumerate(time.counts) if count]
    peak = time.counts.index(time.most)
    if len(filled) == 1:
        told = f"all in {time.named(peak)}: {time.most}" if time.most > 1 else f"in {time.named(peak)}"
    else:
        told = f"most in {time.named(peak)}: {time.most}"
    return ", ".join(filter(None, (told, undated)))


def timeline_bars(time: Timeline, room: int, ink: ThemeRole, glyphs: Glyphs) -> tuple[StyledLine, ...]:
    """Two rows of bars and one of years in at most `room` columns; nothing for a single stretch."""
    if sum(count > 0 for count in time.counts) < 2:
        return ()
    wide = 1 if time.months == 1 else max(1, min(WIDEST, room // len(time.counts)))
    steps = len(glyphs.bars)
    upper: list[StyledRun] = []
    lower: list[StyledRun] = []
    for count in time.counts:
        high = -(-2 * steps * count // time.most)
        upper.append(((glyphs.bars[high - steps - 1] if high > steps else " ") * wide, TextStyle(ink)))
        sign = glyphs.bars[min(high, steps) - 1] if high else glyphs.ground_line
        lower.append((sign * wide, TextStyle(ink) if high else RULE))
    return tuple(upper), tuple(lower), ((_years(time, wide, room), META),)


def _years(time: Timeline, wide: int, room: int) -> str:
    """The years under the bars that begin in them, as many as stand apart."""
    words = ""
    for number in range(len(time.counts)):
        begins = time.begins(number)
        at = number * wide
        if begins.month == 1 and (not words or at > len(words)) and at + YEAR <= room:
            words = words.ljust(at) + str(begins.year)
    return words
