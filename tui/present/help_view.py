"""The help page: every key by group, what matches the field lit, and how to read the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tui.keymap import Key, KeyGroup, key_label
from tui.present.article_list_view import lit_matches
from tui.present.glyphs import Glyphs
from tui.present.grid import Pane
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    MUTED,
    SECTION,
    SPEAKERS,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
)
from tui.present.text_entry import TextEntry

COLUMN = 44
KEY = 15
"""Columns of one column of keys, and of the key in it."""
LEFT = 4


EMPTY = TextEntry()


class HelpSection(NamedTuple):
    """What some keys do in one pane, in that pane's own words."""

    pane: Pane
    head: str
    keys: tuple[Key, ...]


class HelpContent(NamedTuple):
    """The table, the keys by pane, what was typed, and which of the matching keys is chosen."""

    keys: tuple[Key, ...]
    panes: tuple[HelpSection, ...] = ()
    field: TextEntry = EMPTY
    chosen: int = 0

    def matches(self, key: Key) -> bool:
        """Whether the key's words, keys or group hold what was typed."""
        words = self.field.text.strip().lower()
        section = self.section_of(key)
        head = section.head if section else key.group.value
        where = (key.words, head, key.action.replace("_", " "), *key.keys)
        return not words or any(words in text.lower() for text in where)

    @property
    def matching(self) -> tuple[Key, ...]:
        """The keys that match, in the order of the page."""
        by_pane = (key for section in self.panes for key in section.keys)
        return tuple(key for key in (*self.keys, *by_pane) if self.matches(key))

    def section_of(self, key: Key) -> HelpSection | None:
        """The pane whose key that is; None for one of the table, which works everywhere."""
        return next((one for one in self.panes if any(key is mine for mine in one.keys)), None)

    @property
    def choice(self) -> Key | None:
        """The key that enter would do; none while nothing is typed and nothing chosen."""
        found = self.matching
        return found[min(self.chosen, len(found) - 1)] if found else None


def help_lines(page: HelpContent, room: int, glyphs: Glyphs) -> tuple[StyledLine, ...]:
    """The whole page, top to bottom."""
    across = max(1, min(3, (room - LEFT) // COLUMN))
    out: list[StyledLine] = [
        (),
        (("  ", TEXT), (glyphs.deeper + " ", ACCENT_BOLD), *page.field.line(room - 6)),
        (),
    ]
    keys = {group: [key for key in page.keys if key.group is group] for group in KeyGroup}
    groups = [_group(page, group.value, theirs, glyphs) for group, theirs in keys.items() if theirs]
    panes = [_group(page, section.head, section.keys, glyphs) for section in page.panes]
    out += [*_beside(groups, across), *_reading(room, glyphs), (), (), *_beside(panes, across)]
    return tuple(out)


def _beside(groups: Sequence[Sequence[StyledLine]], across: int) -> Iterator[StyledLine]:
    """Groups side by side, so many in a row, a blank row after each row of them."""
    for start in range(0, len(groups), across):
        for cells in zip_longest(*groups[start : start + across], fillvalue=()):
            yield tuple(run for cell in cells for run in fit_line(cell, COLUMN))
        yield ()


def _group(page: HelpContent, head: str, keys: Sequence[Key], glyphs: Glyphs) -> list[StyledLine]:
    words = page.field.text.strip()
    line: StyledLine = ((" " * LEFT, TEXT), *_lit(head.upper(), SECTION, words))
    return [line, *(_key(page, key, glyphs) for key in keys), ()]


def _lit(words: str, ink: TextStyle, typed: str) -> list[StyledRun]:
    return lit_matches(words, ink, typed) if typed else [(words, ink)]


def _key(page: HelpContent, key: Key, glyphs: Glyphs) -> StyledLine:
    matches = page.matches(key)
    typed = page.field.text.strip()
    chosen = page.choice is key and bool(typed or page.chosen)
    bar: StyledRun = (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT))
    keys = " ".join(key_label(one) for one in key.keys[:3])
    ink = (HEADLINE if typed else TEXT) if matches else MUTED
    words = _lit(key.words, TEXT if matches else MUTED, typed)
    line: StyledLine = (bar, (" ", TEXT), *fit_line(((keys, ink),), KEY), *words)
    return (("  ", TEXT), *fit_line(line, COLUMN - 2, ThemeRole.SELECTION if chosen else None))


def _reading(room: int, glyphs: Glyphs) -> list[StyledLine]:
    """How to read the page: every sign with its meaning."""
    one, two = TextStyle(SPEAKERS[0], bold=True), TextStyle(SPEAKERS[0])
    signs: Sequence[tuple[list[StyledRun], str]] = (
        ([("SH ", one), (glyphs.bar, two)], "what Simon Henig said"),
        ([("SH ", one), (glyphs.current, two)], "the quotation you are on"),
        ([(glyphs.mark + "3", TEXT)], "three quotations"),
        ([(glyphs.unsure + " unsure", WARNING)], "a guess at the speaker"),
        ([(glyphs.unread, ACCENT)], "not read yet"),
        ([(glyphs.starred, ACCENT)], "starred"),
        ([(glyphs.note, ACCENT)], "there is a note of yours"),
        ([(glyphs.corrected, ACCENT)], "you put the speaker right"),
        ([(glyphs.same, ACCENT)], "the same words"),
        ([(glyphs.near, ACCENT)], "nearly the same, or fuzzy"),
        ([(glyphs.jump, ACCENT)], "a jump"),
        ([(glyphs.end, MUTED)], "the end of the article"),
    )
    across = max(1, min(3, (room - LEFT) // COLUMN))
    out: list[StyledLine] = [((" " * LEFT, TEXT), ("HOW TO READ THE PAGE", SECTION))]
    cells = [(*fit_line(((" " * LEFT, TEXT), *sign), LEFT + KEY), (words, TEXT)) for sign, words in signs]
    high = -(-len(cells) // across)
    for row in range(high):
        line: list[StyledRun] = []
        for column in range(across):
            at = column * high + row
            if at < len(cells):
                line += fit_line(cells[at], COLUMN)
        out.append(tuple(line))
    return out
