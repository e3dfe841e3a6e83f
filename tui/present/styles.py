"""How words are set: by role, never by colour. A theme turns roles into colours at the last moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class Role(StrEnum):
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


GROUNDS = frozenset({Role.BACKGROUND, Role.SURFACE, Role.CURRENT, Role.SELECTION, Role.MATCH})
"""Roles that are grounds to stand on; all others are inks."""

SPEAKERS = tuple(Role(f"speaker-{n}") for n in range(1, 9))


class Ink(NamedTuple):
    """Ink, ground and weight of a run of words. `ground` None lets the widget's own ground through."""

    role: Role = Role.TEXT
    ground: Role | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def on(self, ground: Role | None) -> Ink:
        """The same ink on another ground, unless it stands on one of its own."""
        return self if ground is None or self.ground is not None else self._replace(ground=ground)


TEXT = Ink()
MUTED = Ink(Role.MUTED)
META = Ink(Role.META)
RULE = Ink(Role.RULE)
HEADLINE = Ink(Role.HEADLINE, bold=True)
SECTION = Ink(Role.META, bold=True)
ACCENT = Ink(Role.ACCENT)
ACCENT_BOLD = Ink(Role.ACCENT, bold=True)
SPEECH = Ink(Role.SPEECH)
WARNING = Ink(Role.WARNING, bold=True)
ERROR = Ink(Role.ERROR, bold=True)
MATCH = Ink(Role.HEADLINE, Role.MATCH, bold=True)

Run = tuple[str, Ink]
Line = tuple[Run, ...]
"""Runs from left to right; what lies right of them is blank."""


def width(line: Iterable[Run]) -> int:
    """How many columns the runs take."""
    return sum(cell_len(words) for words, _ in line)


def fitted(line: Line, columns: int, ground: Role | None = None) -> Line:
    """The line on `ground`, cut or filled with blanks to exactly `columns`."""
    out: list[Run] = []
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
        out.append((" " * left, Ink(ground=ground)))
    return tuple(out)


def spread(left: Line, right: Line, columns: int) -> Line:
    """`left` flush left and `right` flush right in `columns`; when both do not fit, `left` is cut."""
    room = columns - width(right)
    if room < 0:
        return fitted(right, columns)
    return (*fitted(left, room), *right)


def cut(words: str, columns: int, mark: str = "…") -> str:
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


def facts(parts: Iterable[str], columns: int, separator: str = " · ", *, stays: Sequence[str] = ()) -> str:
    """Facts joined by a dot. What does not fit loses whole facts from the middle, never part of one.

    Where `stays` names some of them, the others go first, and the first of those named stays longest.
    """
    kept = [part for part in parts if part]
    while len(kept) > 1 and cell_len(separator.join(kept)) > columns:
        if stays:
            kept.remove(max(kept, key=lambda part: stays.index(part) if part in stays else len(stays)))
        else:
            del kept[len(kept) // 2 if len(kept) > 2 else -1]
    return cut(separator.join(kept), columns)
