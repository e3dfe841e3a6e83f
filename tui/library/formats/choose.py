"""Which format a file has, by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.library.decode import Undecodable, decode
from tui.library.formats.endings import FORMATS
from tui.library.formats.markdown import read_markdown
from tui.library.formats.printed import Reading
from tui.library.formats.text import read_text
from tui.model.problem import Problem

Reader = Callable[[str, bytes], Reading]


def read_bytes(path: str, raw: bytes, suffix: str) -> Reading:
    """The articles of one file; what ends in no known suffix is read as plain text."""
    return _READERS[FORMATS.get(suffix.lower(), "text")](path, raw)


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


def _html(path: str, raw: bytes) -> Reading:
    from tui.library.formats.html import read_html  # with what the rarer formats need, only when there is one

    return read_html(path, raw)


def _message(path: str, raw: bytes) -> Reading:
    from tui.library.formats.mail import read_message

    return read_message(path, raw)


def _box(path: str, raw: bytes) -> Reading:
    from tui.library.formats.mail import read_box

    return read_box(path, raw)


_READERS: Mapping[str, Reader] = {
    "text": _decoded(read_text),
    "markdown": _decoded(read_markdown),
    "html": _html,
    "message": _message,
    "box": _box,
}
