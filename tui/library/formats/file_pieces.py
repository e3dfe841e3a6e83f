"""Large files of many articles, cut into pieces of some articles each: read once, with little of them held.

A file is one piece unless it is large and of a kind whose articles follow one another: lines of JSON, boxes
of messages, exports of Nexis and ProQuest as text. Where an article begins is seen in the bytes; what a piece
says is found by the reader of its format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from tui.library.core.text_cleaning import clean
from tui.library.formats import nexis, proquest
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.export_reading import export_in
from tui.library.formats.file_types import FORMATS, kind_of
from tui.library.formats.press_export import missing_words
from tui.model.problem import Problem

LARGEST = 20_000_000
"""Bytes of the largest file that is read as a whole, and of the largest piece: far more than any article."""
WHOLE = 400_000
"""Bytes of a file that is one piece, whatever its kind."""
PIECE = 64_000
"""Bytes of a piece, and the rest of the article that it ends in: what is analysed in a moment."""
_STEP = 1 << 16
_NEAR = 400
"""Bytes in which what parts two articles lies, so that it is found where two reads meet."""
_CUT_KINDS = frozenset(("json lines", "box", "text"))

Boundary = Callable[[bytes, int], int | None]
"""The first place at or behind that one where an article begins; None if none is in sight."""


class FilePiece(NamedTuple):
    """Some articles of a large file, or a whole file.

    `kind` names the reader of a piece; without one the ending of the file tells it, as it is whole. `before`
    counts the lines, messages or documents before it. The `problems` are of the file, not of its articles.
    One that is `broken` stands for the rest of a file that could not be read.
    """

    raw: bytes = b""
    kind: str = ""
    number: int = 0
    before: int = 0
    last: bool = True
    problems: tuple[Problem, ...] = ()
    broken: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its file."""
        return self.last and not self.number


class _Kind(NamedTuple):
    """How files of one kind are cut: where an article begins, what is counted, and what one is called."""

    name: str
    boundary: Boundary
    unit: re.Pattern[bytes]
    word: str
    numbered: re.Pattern[bytes] | None = None
    listed: int = 0


def may_be_cut(ending: str) -> bool:
    """Whether a file with that ending may be of a kind that is cut."""
    return FORMATS.get(ending, "text") in _CUT_KINDS


def is_cut(head: bytes, ending: str) -> bool:
    """Whether a large file that begins so is read in pieces."""
    return _cut_as(head, ending) is not None


def pieces(path: str, source: BinaryIO, ending: str, size: int) -> Iterator[FilePiece]:
    """The pieces of a file of that size in order, read as they are asked for. Raises what the stream does."""
    head = source.read(WHOLE)
    kind = _cut_as(head, ending) if len(head) == WHOLE else None
    if kind is not None:
        yield from _cut(path, head, source, kind)
        return
    raw = head + source.read(LARGEST + 1 - len(head))
    yield (
        FilePiece(problems=(too_large(path, max(size, len(raw))),)) if len(raw) > LARGEST else FilePiece(raw)
    )


def too_large(path: str, size: int) -> Problem:
    """The Problem of a file that is too large to be read as a whole."""
    words = f"The file is too large: {size / 1e6:,.0f} MB; the limit is {LARGEST // 10**6} MB."
    return Problem(path, words, "Split it into smaller files.")


def _cut(path: str, head: bytes, source: BinaryIO, kind: _Kind) -> Iterator[FilePiece]:
    """The pieces one by one; each is yielded when it is known whether another one follows."""
    tally = _Tally(kind)
    number, before = 0, 0
    problems: tuple[Problem, ...] = ()
    waiting: bytes | None = None
    for raw in _runs(head, source, kind.boundary):
        if waiting is not None:
            yield FilePiece(waiting, kind.name, number, before, last=False, problems=problems)
            number, before, problems = number + 1, tally.units, ()
        if raw is None:
            words = f"{kind.word} {before + 1:,} is passed over: it is longer than {LARGEST // 10**6} MB."
            waiting, problems = b"", (Problem(path, words),)
            tally.units += 1
        else:
            waiting = raw
            tally.take(raw)
    yield FilePiece(waiting or b"", kind.name, number, before, problems=(*problems, *tally.told(path)))


def _runs(head: bytes, source: BinaryIO, boundary: Boundary) -> Iterator[bytes | None]:
    """The bytes of each piece; None stands for an article that is too long, which is not held."""
    held = bytearray(head)
    looked, more = 0, True
    while more:
        at = boundary(bytes(held), max(PIECE, looked)) if len(held) > PIECE else None
        if at is not None and at < len(held):
            yield bytes(held[:at])
            del held[:at]
            looked = 0
            continue
        looked = max(0, len(held) - _NEAR)
        if len(held) > LARGEST:
            first = boundary(bytes(held), 1)
            if first is not None and first < len(held):  # the long one begins behind what is whole
                yield bytes(held[:first])
                del held[:first]
            else:
                yield None
                more = _pass_over(held, source, boundary)
            looked = 0
            continue
        step = source.read(max(_STEP, len(held) // 4))
        held += step
        more = bool(step)
    if held:
        yield bytes(held)


def _pass_over(held: bytearray, source: BinaryIO, boundary: Boundary) -> bool:
    """Drop all up to the next article, of which the beginning is held then; False if there is none."""
    while step := source.read(_STEP):
        held[:-_NEAR] = b""
        held += step
        at = boundary(bytes(held), 0)
        if at is not None and at < len(held):
            del held[:at]
            return True
    held.clear()
    return False


class _Tally:
    """What is counted over all pieces: the articles, and those that an export names and does not hold."""

    def __init__(self, kind: _Kind) -> None:
        self._kind = kind
        self._numbers: set[int] = set()
        self.units = 0

    def take(self, raw: bytes) -> None:
        """Count a piece."""
        self.units += sum(1 for _ in self._kind.unit.finditer(raw))
        if self._kind.numbered:
            self._numbers.update(int(match["number"]) for match in self._kind.numbered.finditer(raw))

    def told(self, path: str) -> Iterator[Problem]:
        """What is missing, if anything is."""
        missing, whole = self._kind.listed - self.units, self._kind.listed
        if self._numbers:
            whole = max(self._numbers) - min(self._numbers) + 1
            missing = whole - len(self._numbers)
        if missing > 0:
            yield Problem(path, missing_words(whole, missing), read=True)


def _at(pattern: re.Pattern[bytes]) -> Boundary:
    """An article begins where the match ends."""

    def boundary(raw: bytes, least: int) -> int | None:
        match = pattern.search(raw, max(0, least - _NEAR))
        while match and match.end() < max(1, least):
            match = pattern.search(raw, max(match.end(), match.start() + 1))
        return match.end() if match else None

    return boundary


def _cut_as(head: bytes, ending: str) -> _Kind | None:
    """How a file that begins so is cut; None if it is to be read as a whole."""
    name = kind_of(head, ending)
    kind = _KINDS.get(name)
    if name == "text":
        kind = _of_export(head)
    found = decode(head)
    if kind is None or isinstance(found, Undecodable) or found.encoding.startswith("utf-16"):
        return None
    return kind if kind.boundary(head, 1) is not None else None


_KINDS = {
    "json lines": _Kind("json lines", _at(re.compile(rb"\n")), re.compile(rb"\n"), "Line"),
    "box": _Kind(
        "box",
        _at(re.compile(rb"\n\r?\n(?=From )")),
        re.compile(rb"(?:\A|\n\r?\n)From "),
        "Message",
    ),
}


def _in_bytes(pattern: re.Pattern[str], form: bytes = b"%b") -> re.Pattern[bytes]:
    """A pattern of whole rows for rows that may end with a carriage return, too."""
    rows = pattern.pattern.encode()
    rows = rows.removesuffix(b"$") + rb"\r?$" if rows.endswith(b"$") else rows
    return re.compile(form % rows, pattern.flags & ~re.UNICODE)


_BELOW_ROW, _ABOVE_ROW = rb"%b\n", rb"(?=%b)"
_NEXIS_END, _NEXIS_COUNTER = _in_bytes(nexis.END), _in_bytes(nexis.COUNTER)
_PROQUEST_RULE, _PROQUEST_SIGN = _in_bytes(proquest.RULE), _in_bytes(proquest.SIGN)
_PROQUEST_COUNTER, _PROQUEST_TEXT = _in_bytes(proquest.COUNTER), _in_bytes(proquest.FULL_TEXT_ROW)
_NUMBER = rb"[ \t]*(?:Do[ck]ument[ \t]+)?(?P<number>\d{1,6}) (?:of|von|sur|de|van|di) \d"
_COUNTED = re.compile(rb"^" + _NUMBER, re.MULTILINE | re.IGNORECASE)
"""Looked for in rows that are counters."""


def _of_export(head: bytes) -> _Kind | None:
    """How the export of a press database is cut; None for any other text."""
    found = decode(head)
    text = "" if isinstance(found, Undecodable) else clean(found.text)
    export = export_in(text)
    if export is None:
        return None
    if export.name == nexis.NAME:
        if nexis.END.search(text):
            boundary, listed = _at(_in_bytes(nexis.END, _BELOW_ROW)), nexis.listed(text)
            return _Kind("nexis", boundary, _NEXIS_END, "Document", listed=listed)
        return _counted_by("nexis", _NEXIS_COUNTER, nexis.COUNTER)
    if export.name == proquest.NAME:
        if proquest.COUNTER.search(text):
            return _counted_by("proquest", _PROQUEST_COUNTER, proquest.COUNTER)
        if _between_rules(head, 1) is not None:
            return _Kind("proquest", _between_rules, _PROQUEST_TEXT, "Document")
        below = _at(_in_bytes(proquest.LAST_LABEL, _BELOW_ROW))
        return _Kind("proquest", below, _PROQUEST_TEXT, "Document")
    return None


def _counted_by(name: str, unit: re.Pattern[bytes], row: re.Pattern[str]) -> _Kind:
    """An export whose documents are numbered above each."""
    numbered = re.compile(rb"(?=" + unit.pattern + rb")" + _NUMBER, unit.flags)
    return _Kind(name, _at(_in_bytes(row, _ABOVE_ROW)), unit, "Document", numbered)


def _between_rules(raw: bytes, least: int) -> int | None:
    """Below the first rule that parts two documents: both sides of it have the labels of one."""
    rules = [match.span() for match in _PROQUEST_RULE.finditer(raw)]
    starts = [0, *(end for _, end in rules)]
    signed = [
        bool(_PROQUEST_SIGN.search(raw, start, end)) for start, (end, _) in zip(starts, rules, strict=False)
    ]
    for number in range(1, len(rules)):  # behind the last rule in sight the document may go on
        at = rules[number - 1][1]
        if at >= least and signed[number - 1] and signed[number]:
            return at
    return None
