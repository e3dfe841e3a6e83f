"""A text being typed: an immutable value with the edits that people's fingers know, paste and undo.

Whatever comes in is cleaned at the door: no character is drawn that a terminal obeys. The cursor stands
between clusters only: a letter with its marks or a joined emoji is one step and one deletion.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from tui.library.core.text_cleaning import REPLACED, clean
from tui.model.printed_words import UNSEEN
from tui.present.styles import HEADLINE, StyledLine, TextStyle, ThemeRole
from tui.present.text_width import NO_COLUMN, PLAIN, cluster_boundaries, display_width

LONGEST = 300
"""Characters a line may have: a pasted page is cut there."""
REMEMBERED = 100
"""Steps that can be undone."""
JOINERS = "\u200c\u200d"
"""Terminals send a joined emoji letter by letter, its joiners among them."""
CURSOR = TextStyle(ThemeRole.TEXT, reverse=True)

_STAND_INS = frozenset(REPLACED + UNSEEN + "\u2421" + "".join(map(chr, range(0x2400, 0x2420))))
"""What the cleaner puts in place of harmful characters to keep offsets true, which nothing here asks for."""
_OTHER_BLANK = re.compile(r"[^\S\n]")
_BREAK = re.compile(r" *\n[ \n]*")


def cleaned(words: str, *, multiline: bool = False) -> str:
    """Words as they may be put in: harmful characters left out, every blank an ordinary one.

    Line breaks of all sorts are newlines where there may be several lines; elsewhere a run of them is one
    blank.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    harmless = clean(words)
    if harmless != words:
        pairs = zip(harmless, words, strict=True)
        harmless = "".join(new for new, old in pairs if new == old or new not in _STAND_INS)
    harmless = _OTHER_BLANK.sub(" ", harmless.replace(UNSEEN, ""))
    return harmless if multiline else _BREAK.sub(" ", harmless)


class EditHistory(NamedTuple):
    """What the text was before, the latest last, and what was undone, with the place of the cursor.

    `latest` is the sort of the last change, "" after a movement: letters typed one after another are undone
    together.
    """

    past: tuple[tuple[str, int], ...] = ()
    future: tuple[tuple[str, int], ...] = ()
    latest: str = ""


NO_HISTORY = EditHistory()


@dataclass(frozen=True, slots=True)
class TextEntry:
    """What was typed and where the cursor stands: a code point of `text`, on the boundary of a cluster.

    `limit` is how many characters there may be; only a `multiline` entry has line breaks.
    """

    text: str = ""
    cursor: int = 0
    limit: int = LONGEST
    multiline: bool = False
    history: EditHistory = NO_HISTORY

    @staticmethod
    def of(text: str, *, limit: int = LONGEST, multiline: bool = False) -> TextEntry:
        """An entry that holds all of this text, with nothing to undo and the cursor at its end."""
        filled = TextEntry(limit=max(limit, len(text)), multiline=multiline).paste(text)
        return replace(filled, history=NO_HISTORY)

    # what changes it

    def key(self, name: str, character: str | None = None) -> TextEntry | None:
        """The entry after a key (its name in Textual, and the letter it types); None if it is not its own."""
        edit = _EDITS.get(name) or (_EDITS_OF_LINES.get(name) if self.multiline else None)
        if edit is not None:
            return edit(self)
        held = "+" in name[:-1] and not name.startswith("shift+")
        letters = "" if held or not _typed(character or "") else cleaned(character or "")
        return self._with(letters, "typed") if letters else None

    def paste(self, text: str) -> TextEntry:
        """The entry with the text put in at the cursor, as much of it as there is room for."""
        return self._with(cleaned(text, multiline=self.multiline), "pasted")

    def emptied(self) -> TextEntry:
        """The entry with nothing in it; undoing it brings the text back."""
        return self._changed("", 0, "emptied")

    def moved(self, cursor: int) -> TextEntry:
        """The entry with the cursor there, or at the next boundary of a cluster."""
        places = cluster_boundaries(self.text)
        at = places[min(len(places) - 1, bisect_left(places, cursor))]
        return replace(self, cursor=at, history=self.history._replace(latest=""))

    def undone(self) -> TextEntry:
        """The entry as it was before the last change."""
        past, future, _ = self.history
        if not past:
            return self
        (text, cursor), here = past[-1], (self.text, self.cursor)
        return replace(self, text=text, cursor=cursor, history=EditHistory(past[:-1], (*future, here)))

    def redone(self) -> TextEntry:
        """The entry as it was before the last undoing."""
        past, future, _ = self.history
        if not future:
            return self
        (text, cursor), here = future[-1], (self.text, self.cursor)
        return replace(self, text=text, cursor=cursor, history=EditHistory((*past, here), future[:-1]))

    def _with(self, letters: str, what: str) -> TextEntry:
        room = max(0, self.limit - len(self.text))
        if len(letters) > room:
            places = cluster_boundaries(letters[: room + 1])
            letters = letters[: places[bisect_right(places, room) - 1]]
        text = self.text[: self.cursor] + letters + self.text[self.cursor :]
        same_word = what == "typed" and not (letters.isspace() and not self.text[: self.cursor].endswith(" "))
        return self._changed(text, self.cursor + len(letters), what, goes_on=same_word)

    def _changed(self, text: str, cursor: int, what: str, *, goes_on: bool = False) -> TextEntry:
        text, cursor = _settled(text, cursor)
        if text == self.text:
            return self.moved(cursor)
        past, _, latest = self.history
        if not (goes_on and latest == what and past):
            past = (*past, (self.text, self.cursor))[-REMEMBERED:]
        return replace(self, text=text, cursor=cursor, history=EditHistory(past, (), what))

    def _cut(self, start: int, end: int) -> TextEntry:
        return self._changed(self.text[:start] + self.text[end:], start, "cut")

    # where edits lead

    def _beside(self, by: int) -> int:
        """The boundary before the cursor (by = -1) or after it (by = 1)."""
        places = cluster_boundaries(self.text)
        at = bisect_left(places, self.cursor) + by
        return places[max(0, min(len(places) - 1, at))]

    def _line_start(self) -> int:
        return self.text.rfind("\n", 0, self.cursor) + 1

    def _line_end(self) -> int:
        end = self.text.find("\n", self.cursor)
        return len(self.text) if end < 0 else end

    def _word_start(self, belongs: Callable[[str], bool]) -> int:
        """Where the word before the cursor begins, made of clusters that belong to words."""
        places = cluster_boundaries(self.text)
        at = bisect_left(places, self.cursor)
        while at and not belongs(self.text[places[at - 1]]):
            at -= 1
        while at and belongs(self.text[places[at - 1]]):
            at -= 1
        return places[at]

    def _word_end(self) -> int:
        places = cluster_boundaries(self.text)
        at, last = bisect_left(places, self.cursor), len(places) - 1
        while at < last and not _lettered(self.text[places[at]]):
            at += 1
        while at < last and _lettered(self.text[places[at]]):
            at += 1
        return places[at]

    def _line_off(self, by: int) -> TextEntry:
        """The cursor a line up or down in the same column, or near it; from the first or last, to its end."""
        lines = self.text.split("\n")
        row = self.text.count("\n", 0, self.cursor)
        if not 0 <= row + by < len(lines):
            return self.moved(0 if by < 0 else len(self.text))
        column = display_width(self.text[self._line_start() : self.cursor])
        line = lines[row + by]
        start = sum(len(one) + 1 for one in lines[: row + by])
        places = cluster_boundaries(line)
        return self.moved(start + max(at for at in places if display_width(line[:at]) <= column or at == 0))

    def offered(self, known: Sequence[str]) -> str:
        """How the word that ends at the cursor goes on in the first of `known` that begins so, or ""."""
        *written, begun = re.split(r"[\s,#]+", self.text[: self.cursor].casefold()) or [""]
        longer = (word for word in known if begun and word.startswith(begun) and word != begun)
        return next((word[len(begun) :] for word in longer if word not in written), "")

    # how it is drawn

    def line(self, columns: int) -> StyledLine:
        """The text in one row of so many columns, the cursor as a block, a blank for a line break.

        Of a longer text it shows the part round the cursor: most of it what stands before.
        """
        columns = max(1, columns)
        shapes = _shapes(self.text.replace("\n", " "))
        wide = [_width(shape) for shape in shapes]
        at = bisect_left(cluster_boundaries(self.text), self.cursor)
        shape = shapes[at] if at < len(shapes) and wide[at] <= columns else " "
        free = columns - _width(shape)
        after = sum(wide[at + 1 :])
        if sum(wide[:at]) + after > free:
            after = min(after, free // 4)
        start, used = at, 0
        while start and used + wide[start - 1] <= free - after:
            start -= 1
            used += wide[start]
        end = at + 1
        while end < len(shapes) and used + wide[end] <= free:
            used += wide[end]
            end += 1
        before, behind = "".join(shapes[start:at]), "".join(shapes[at + 1 : end])
        return tuple(run for run in ((before, HEADLINE), (shape, CURSOR), (behind, HEADLINE)) if run[0])

    def lines(self, columns: int, rows: int) -> tuple[StyledLine, ...]:
        """The text broken into rows of so many columns, at most `rows` of them: those round the cursor."""
        columns = max(3, columns)  # a wide letter and the cursor behind it
        drawn_rows = list(_rows(self.text, columns - 1))
        at = max(n for n, (start, _) in enumerate(drawn_rows) if start <= self.cursor)
        first = max(0, min(at - rows + 1 + min(1, rows - 1), len(drawn_rows) - rows))
        first = min(first, at)
        return tuple(
            replace(self, text=self.text[start:end], cursor=self.cursor - start).line(columns)
            if number == at
            else (("".join(_shapes(self.text[start:end])), HEADLINE),)
            for number, (start, end) in enumerate(drawn_rows)
            if first <= number < first + rows
        )


def _typed(letters: str) -> bool:
    """Whether a key types these letters: one that controls has some, too."""
    return bool(letters) and all(
        letter.isprintable() or letter in JOINERS or unicodedata.category(letter) == "Zs"
        for letter in letters
    )


def _settled(text: str, cursor: int) -> tuple[str, int]:
    """The text without what takes no column, in which no cluster is overlong; the cursor on a boundary."""
    if PLAIN.fullmatch(text):
        return text, cursor
    while True:
        harmless = clean(text)
        gone = [match.span() for match in NO_COLUMN.finditer(harmless)]
        if not gone:
            break
        cursor -= sum(end - start for start, end in gone if start < cursor)
        text = NO_COLUMN.sub("", harmless)
    places = cluster_boundaries(text)
    return text, places[bisect_left(places, cursor)]


def _shapes(text: str) -> list[str]:
    """Each cluster as it is drawn: a mark that stands on nothing has a blank to stand on."""
    places = cluster_boundaries(text)
    parts = (text[start:end] for start, end in pairwise(places))
    return [part if part == "\n" or display_width(part) else f" {part}" for part in parts]


def _width(shape: str) -> int:
    return display_width(shape)


def _rows(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Where the rows begin and end: broken behind a blank, or within a word that is longer than a row."""
    at = 0
    for line in text.split("\n"):
        places, start, blank, used = cluster_boundaries(line), 0, 0, 0
        for left, shape in zip(places, _shapes(line), strict=False):
            size = _width(shape)
            if used + size > room and left > start:
                end = blank if blank > start else left
                yield at + start, at + end
                start, used = end, sum(map(_width, _shapes(line[end:left])))
            used += size
            if shape == " ":
                blank = left + 1
        yield at + start, at + len(line)
        at += len(line) + 1


def _lettered(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _filled(letter: str) -> bool:
    return not letter.isspace()


Edit = Callable[[TextEntry], TextEntry]
_EDITS: dict[str, Edit] = {
    "left": lambda entry: entry.moved(entry._beside(-1)),
    "right": lambda entry: entry.moved(entry._beside(1)),
    "home": lambda entry: entry.moved(entry._line_start()),
    "end": lambda entry: entry.moved(entry._line_end()),
    "ctrl+left": lambda entry: entry.moved(entry._word_start(_lettered)),
    "ctrl+right": lambda entry: entry.moved(entry._word_end()),
    "backspace": lambda entry: entry._cut(entry._beside(-1), entry.cursor),
    "delete": lambda entry: entry._cut(entry.cursor, entry._beside(1)),
    "ctrl+w": lambda entry: entry._cut(entry._word_start(_filled), entry.cursor),
    "alt+d": lambda entry: entry._cut(entry.cursor, entry._word_end()),
    "ctrl+u": lambda entry: entry._cut(0, entry.cursor),
    "ctrl+k": lambda entry: entry._cut(entry.cursor, len(entry.text)),
    "ctrl+z": TextEntry.undone,
    "ctrl+r": TextEntry.redone,
}
"""Most terminals send alt+backspace as ctrl+w, alt+b as ctrl+left: each edit has all the names of its key."""
_EDITS |= {
    other: _EDITS[name]
    for other, name in (
        ("ctrl+a", "home"),
        ("ctrl+e", "end"),
        ("alt+b", "ctrl+left"),
        ("alt+f", "ctrl+right"),
        ("ctrl+h", "backspace"),
        ("ctrl+backspace", "ctrl+w"),
        ("alt+backspace", "ctrl+w"),
        ("ctrl+delete", "alt+d"),
        ("alt+delete", "alt+d"),
        ("ctrl+underscore", "ctrl+z"),
        ("ctrl+shift+z", "ctrl+r"),
    )
}
_EDITS_OF_LINES: dict[str, Edit] = {
    "up": lambda entry: entry._line_off(-1),
    "down": lambda entry: entry._line_off(1),
    "ctrl+home": lambda entry: entry.moved(0),
    "ctrl+end": lambda entry: entry.moved(len(entry.text)),
} | dict.fromkeys(("ctrl+j", "alt+enter", "shift+enter"), lambda entry: entry.paste("\n"))
"""A line feed is ctrl+j in every terminal; the two others come only from those that tell them from enter."""
