"""Columns of a terminal: how wide text is drawn, and where lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

PLAIN = re.compile(r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u203a\u20a0-\u20bf]*")
"""Characters that every terminal draws one column wide: such text needs no measuring."""

_NO_COLUMN = "[\xad\u200b\u200e\u200f\u061c\u2060-\u2064\ufeff]|(?<![^\x00-\u024f\u2000-\u206f])\u200d"
NO_COLUMN = re.compile(_NO_COLUMN)
"""What takes no column, a joiner that joins nothing among it."""
_UNDRAWN = re.compile(_NO_COLUMN + "|[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
"""What is left out of what is drawn. How wide an emoji with its variant (a heart in red) or its skin is, no
two terminals think alike: it is drawn plain, as wide as all of them know it.
"""


def printable(words: str) -> str:
    """`words` as they are put on the screen: tabs as blanks, what takes no column left out."""
    if "\t" in words:
        words = words.replace("\t", " ")
    return words if PLAIN.fullmatch(words) else _UNDRAWN.sub("", words)


def display_width(words: str) -> int:
    """How many columns the words take when drawn."""
    return len(words) if PLAIN.fullmatch(words) else cell_len(printable(words))


_FLAGS = frozenset(range(0x1F1E6, 0x1F200))
"""Regional indicators: two of them are one flag."""


def cluster_boundaries(text: str) -> tuple[int, ...]:
    """Where the clusters of `text` begin, and its end: a caret stands there and nowhere between.

    A cluster is what a reader takes for one letter: with its marks, or an emoji with all that is joined to
    it. A line break is one by itself.
    """
    if PLAIN.fullmatch(text):
        return tuple(range(len(text) + 1))
    found, at = [], 0
    for line in text.split("\n"):
        halved = False
        for left, _, _ in split_graphemes(line)[0]:
            halved = not halved and left > 0 and {ord(line[left - 1]), ord(line[left])} <= _FLAGS
            if not halved:
                found.append(at + left)
        found.append(at + len(line))
        at += len(line) + 1
    return tuple(found)


def _wrap_plain(text: str, start: int, end: int, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Lines of text in which every character takes one column: look back for a blank, no measuring."""
    room = first
    while end - start > room:
        at = text.rfind(" ", start, start + room + 1)
        if at <= start:
            at = start + max(1, room)
            yield start, at
            start = at
        else:
            yield start, at
            start = at + 1
        while start < end and text[start] == " ":
            start += 1
        room = rest
    if start < end:
        yield start, end


def _graphemes(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each grapheme begins, its columns, and whether it is a blank to break at.

    What is not drawn joins nothing: it stands alone. A blank with a mark on it is a letter.
    """
    for left, right, _ in split_graphemes(text)[0]:
        whole = text[left:right]
        if "\u200d" in whole and NO_COLUMN.search(text, left, right):
            yield from (
                (left + at, display_width(letter), letter in " \t") for at, letter in enumerate(whole)
            )
        else:
            yield left, display_width(whole), whole in (" ", "\t")


def _wrap_measured(text: str, start: int, end: int, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """The same for text with wide or combining characters, never cutting inside a grapheme."""
    room, used, line, blank = first, 0, start, -1
    for left, size, is_blank in _graphemes(text[start:end]):
        at = start + left
        while used + size > room and used and not is_blank:
            if blank > line:
                yield line, blank
                line = blank + 1
            else:
                yield line, at
                line = at
            used, room, blank = display_width(text[line:at]), rest, -1
        if is_blank:
            blank = at
        used += size
    if line < end:
        yield line, end


def wrap(text: str, start: int, end: int, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Break `text[start:end]` at blanks into lines, as (start, end) in code points of `text`.

    `first` is the room of the first line in columns, `rest` that of the others. A word longer than
    the room is cut there. Blanks at a break belong to no line.
    """
    if end - start <= first and PLAIN.fullmatch(text, start, end):
        if start < end:
            yield start, end
        return
    wrapper = _wrap_plain if PLAIN.fullmatch(text, start, end) else _wrap_measured
    for left, right in wrapper(text, start, end, max(1, first), max(1, rest)):
        while right > left and text[right - 1] == " ":
            right -= 1
        if left < right:
            yield left, right
