"""A page as rows of text: all of it in order, with the classes that each row stands in.

For pages that press databases export and programs write: everything in them counts, and their layout says
what is what. A page from the web is taken apart by `page_parser`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from tui.library.core.text_cleaning import clean, clean_line

RULE = "_" * 60
"""Stands for a line across the page."""
_BLOCKS = frozenset(
    "p div tr li ul ol dl dt dd table section article header footer h1 h2 h3 h4 h5 h6 blockquote pre center"
    " form body aside main figure figcaption nav text".split()
)
_LEFT_OUT = frozenset({"script", "style", "title", "head", "noscript", "template", "select", "button"})
_OPENS_HEAD = frozenset({"body", "div", "p", "article", "table"})
_VOID = frozenset("br img meta link input hr source wbr area base col embed".split())
_DEEPEST = 200


class MarkupRow(NamedTuple):
    """One row: its words, whether a blank row stands above it, and the classes and tags around it."""

    words: str
    apart: bool
    names: frozenset[str]


def markup_rows(source: str) -> list[MarkupRow]:
    """The rows of a page that was decoded; those without words are left out."""
    parser = _RowParser()
    parser.feed(clean(source))  # without close(): its search for the end of an open tag takes quadratic time
    parser.end_row()
    return parser.rows


def text_of(rows: Iterable[MarkupRow]) -> str:
    """The rows as a plain text, blocks a blank line apart."""
    return "".join("\n" * row.apart + row.words + "\n" for row in rows)


class _RowParser(HTMLParser):
    """Gathers the rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[MarkupRow] = []
        self._pieces: list[str] = []
        self._cells: list[str] = []
        self._apart = False
        self._names: list[tuple[str, frozenset[str]]] = []
        self._left_out = ""
        self._around: frozenset[str] = frozenset()

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """What opens like `<![CDATA[` and is none of its kind passes for a comment, as in a browser."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.end_row()
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "hr" or (tag == "a" and values.get("name", "").startswith("DocID")):
            self._rule()
        if tag in _VOID:
            return
        if self._left_out == "head" and tag in _OPENS_HEAD:
            self._left_out = ""  # a head that was never closed
        if tag in _LEFT_OUT and not self._left_out:
            self._left_out = tag
        if tag in _BLOCKS:
            self.end_row()
            self._apart = True
        elif tag in ("td", "th"):
            self._end_cell()
        if len(self._names) < _DEEPEST:
            around = self._names[-1][1] if self._names else frozenset()
            own = {tag, *values.get("class", "").split()[:8], values.get("id", "")[:80]}
            self._names.append((tag, around | own))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._left_out:
            self._left_out = ""
        if tag in _BLOCKS:
            self.end_row()
            self._apart = True
        for number in range(len(self._names) - 1, max(-1, len(self._names) - 20), -1):
            if self._names[number][0] == tag:
                del self._names[number:]
                break

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._pieces.append(data)
            if self._names and not data.isspace():
                self._around |= self._names[-1][1]

    def end_row(self) -> None:
        """What was gathered since the last row is one."""
        self._end_cell()
        words = "\t".join(self._cells)
        self._cells = []
        if words.strip():
            self.rows.append(MarkupRow(words, self._apart, self._around))
            self._apart = False
        self._around = frozenset()

    def _end_cell(self) -> None:
        words = clean_line("".join(self._pieces))
        self._pieces = []
        if words:
            self._cells.append(words)

    def _rule(self) -> None:
        self.end_row()
        self.rows.append(MarkupRow(RULE, True, frozenset()))
        self._apart = True
