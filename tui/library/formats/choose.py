"""Which format a file has, by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tui.library.decode import Undecodable, decode
from tui.library.formats.endings import FORMATS, WORDS
from tui.library.formats.markdown import read_markdown
from tui.library.formats.printed import Reading
from tui.library.formats.text import read_text
from tui.model.problem import Problem
from tui.model.provenance import Fact, Finding

Reader = Callable[[str, bytes], Reading]


def read_bytes(path: str, raw: bytes, suffix: str) -> Reading:
    """The articles of one file; what ends in no known suffix is read as plain text."""
    kind = FORMATS.get(suffix.lower(), "text")
    reading = _READERS[kind](path, raw)
    found = reading.found
    if not any(finding.fact is Fact.FORMAT for finding in found):
        found = (Finding(Fact.FORMAT, WORDS[kind]), *found)
    articles = (one._replace(provenance=(*found, *one.provenance)) for one in reading.articles)
    return replace(reading, articles=tuple(articles), found=found)


def _decoded(read: Callable[[str, str], Reading]) -> Reader:
    """A reader of bytes from a reader of text."""

    def reader(path: str, raw: bytes) -> Reading:
        found = decode(raw)
        if isinstance(found, Undecodable):
            return Reading(problems=(Problem(path, found.reason),))
        reading = read(path, found.text)
        doubts = (Problem(path, found.doubt, read=True),) if found.doubt and reading.articles else ()
        return Reading(reading.articles, (*doubts, *reading.problems), (*reading.found, *found.findings))

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
