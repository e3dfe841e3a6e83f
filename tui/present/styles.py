"""How words are set: by role, never by colour. A theme turns roles into colours at the last moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class ThemeRole(StrEnum):
    """What a stretch of the screen is. The only names that a theme may colour."""

    BACKGROUND = "background"
    SURFACE = "surface"
    TEXT = "text"
    MUTED = "muted"
    RULE = "rule"
    ACCENT = "accent"
    HEADLINE = "headline"
    META = "meta"
    SPEECH = "speech"
    SPEAKER_1 = "speaker-1"
    SPEAKER_2 = "speaker-2"
    SPEAKER_3 = "speaker-3"
    SPEAKER_4 = "speaker-4"
    SPEAKER_5 = "speaker-5"
    SPEAKER_6 = "speaker-6"
    SPEAKER_7 = "speaker-7"
    SPEAKER_8 = "speaker-8"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    MATCH = "match"
    CURRENT = "current"
    SELECTION = "selection"
    ERROR = "error"
    WARNING = "warning"


GROUNDS = frozenset(
    {ThemeRole.BACKGROUND, ThemeRole.SURFACE, ThemeRole.CURRENT, ThemeRole.SELECTION, ThemeRole.MATCH}
)
"""Roles that are grounds to stand on; all others are inks."""

SPEAKERS = tuple(ThemeRole(f"speaker-{n}") for n in range(1, 9))


class TextStyle(NamedTuple):
    """Ink, ground and weight of a run of words. `ground` None lets the widget's own ground through."""

    role: ThemeRole = ThemeRole.TEXT
    ground: ThemeRole | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def on(self, ground: ThemeRole | None) -> TextStyle:
        """The same ink on another ground, unless it stands on one of its own."""
        return self if ground is None or self.ground is not None else self._replace(ground=ground)


TEXT = TextStyle()
MUTED = TextStyle(ThemeRole.MUTED)
META = TextStyle(ThemeRole.META)
RULE = TextStyle(ThemeRole.RULE)
HEADLINE = TextStyle(ThemeRole.HEADLINE, bold=True)
SECTION = TextStyle(ThemeRole.META, bold=True)
ACCENT = TextStyle(ThemeRole.ACCENT)
ACCENT_BOLD = TextStyle(ThemeRole.ACCENT, bold=True)
SPEECH = TextStyle(ThemeRole.SPEECH)
WARNING = TextStyle(ThemeRole.WARNING, bold=True)
ERROR = TextStyle(ThemeRole.ERROR, bold=True)
MATCH = TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, bold=True)

StyledRun = tuple[str, TextStyle]
StyledLine = tuple[StyledRun, ...]
"""Runs from left to right; what lies right of them is blank."""


def line_width(line: Iterable[StyledRun]) -> int:
    """How many columns the runs take."""
    return sum(cell_len(words) for words, _ in line)


def fit_line(line: StyledLine, columns: int, ground: ThemeRole | None = None) -> StyledLine:
    """The line on `ground`, cut or filled with blanks to exactly `columns`."""
    out: list[StyledRun] = []
    left = columns
    for words, ink in line:
        size = cell_len(words)
        if size > left:
            words, size = set_cell_size(words, left), left
        if words:
            out.append((words, ink.on(ground)))
        left -= size
        if left <= 0:
            break
    if left > 0:
        out.append((" " * left, TextStyle(ground=ground)))
    return tuple(out)


def justify(left: StyledLine, right: StyledLine, columns: int) -> StyledLine:
    """`left` flush left and `right` flush right in `columns`; when both do not fit, `left` is cut."""
    room = columns - line_width(right)
    if room < 0:
        return fit_line(right, columns)
    return (*fit_line(left, room), *right)


def truncate(words: str, columns: int, mark: str = "…") -> str:
    """`words` in at most `columns`; when they are longer they end at a word and `mark`."""
    if cell_len(words) <= columns:
        return words
    room = columns - cell_len(mark)
    if room <= 0:
        return mark[:columns]
    kept = set_cell_size(words, room).rstrip()
    whole = words[len(kept) : len(kept) + 1] == " "
    if not whole and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:–-") + mark


def join_facts(
    parts: Iterable[str], columns: int, separator: str = " · ", *, stays: Sequence[str] = ()
) -> str:
    """Facts joined by a dot. What does not fit loses whole facts from the middle, never part of one.

    Where `stays` names some of them, the others go first, and the first of those named stays longest.
    """
    kept = [part for part in parts if part]
    while len(kept) > 1 and cell_len(separator.join(kept)) > columns:
        if stays:
            kept.remove(max(kept, key=lambda part: stays.index(part) if part in stays else len(stays)))
        else:
            del kept[len(kept) // 2 if len(kept) > 2 else -1]
    return truncate(separator.join(kept), columns)
