"""Which format a file has, by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.library.decode import Undecodable, decode
from tui.library.formats.markdown import read_markdown
from tui.library.formats.printed import Reading
from tui.library.formats.text import read_text
from tui.model.problem import Problem

Reader = Callable[[str, bytes], Reading]


def reads(suffix: str) -> bool:
    """Whether files whose names end so are looked for in a folder; `suffix` has its dot, or is ""."""
    return suffix.lower() in _READERS


def read_bytes(path: str, raw: bytes, suffix: str) -> Reading:
    """The articles of one file; what ends in no known suffix is read as plain text."""
    return _READERS.get(suffix.lower(), _READERS[""])(path, raw)


def _decoded(read: Callable[[str, str], Reading]) -> Reader:
    """A reader of bytes from a reader of text."""

    def reader(path: str, raw: bytes) -> Reading:
        found = decode(raw)
        if isinstance(found, Undecodable):
            return Reading(problems=(Problem(path, found.reason),))
        reading = read(path, found.text)
        if not found.doubt or not reading.articles:
            return reading
        doubt = Problem(path, found.doubt, read=True)
        return Reading(reading.articles, (doubt, *reading.problems))

    return reader


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(("", ".txt", ".text"), _decoded(read_text)),
    **dict.fromkeys((".md", ".markdown", ".mdown"), _decoded(read_markdown)),
}
