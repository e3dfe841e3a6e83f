"""A web page taken apart: its paragraphs and the blocks that hold them, and what it states of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.day_in_words import LONGEST_ROW
from tui.library.formats.page_marks import PageMark, mark_kind, mark_value

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "blockquote", "li", "figcaption", "pre", "dd", "dt"})
_LEFT_OUT = frozenset(
    {
        *("script", "style", "nav", "header", "footer", "aside", "noscript", "template", "svg"),
        *("button", "select", "textarea", "iframe", "dialog", "menu", "object", "label"),
    }
)
_SILENT = frozenset({"script", "style", "nav", "noscript", "template", "svg", "select", "textarea"})
"""Elements whose words are no row of the page either; a header has the line under the heading."""
_BLOCKS = frozenset(
    {"div", "section", "article", "main", "td", "body", "figure", "ul", "ol", "table", "form"}
)
_INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "small", "abbr", "time", "sup", "sub", "u", "font", "cite"}
)
_QUOTING = frozenset({"blockquote"})
_MOST_MARKS = 4
"""Marked elements inside one another."""
_APART = re.compile(
    r"(?:comments?|disqus|related|recommend\w*|most-?(?:read|popular)|trending|more-from|read-?next|sidebar|share"
    r"|sharing|social|newsletter|sign-?up|subscribe|promo\w*|advert\w*|ads?|cookies?|consent|gdpr|breadcrumbs?"
    r"|menu|nav\w*|footer|masthead|skip-link)(?![a-z])",
    re.IGNORECASE,
)
"""How the name of a block begins that stands beside the article, not in it."""
_MAY_STAND_APART = frozenset({"div", "section", "ul", "ol", "table", "p", "span"})
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|credits?|photo-?credit|wp-caption-text)(?:$|\s)", re.IGNORECASE
)
"""The class of the words below a picture."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK_ROW = re.compile(r"\n[ \t]*\n")
_VOID = frozenset(
    {"br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "base", "col", "embed"}
)
_DEEPEST = 500
"""Elements inside one another; one that lies deeper is passed over, its words are not."""
_LONGEST_DATA = 1_000_000
"""Characters of a block of JSON that are read."""


def _stands_apart(tag: str, values: Mapping[str, str]) -> bool:
    """Whether an element is hidden, or called like something that only stands beside the article."""
    if "hidden" in values or _HIDDEN.search(values.get("style", "")):
        return tag not in ("html", "body", "article", "main")
    if tag not in _MAY_STAND_APART:
        return False
    first_class = values.get("class", "").split(maxsplit=1)[:1]
    return any(_APART.match(name) for name in (values.get("id", ""), *first_class))


@dataclass(slots=True)
class PageParagraph:
    """The words of one paragraph, the number of the block that it stands in, and how much of it is links."""

    block: int
    tag: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    quoted: bool = False
    row: int = 0

    @property
    def words(self) -> str:
        """The words on one line, cleaned after the last entity was decoded."""
        return clean_line("".join(self.pieces))

    @property
    def mostly_links(self) -> bool:
        """Whether more than half of it is to be clicked; a message that is quoted is somebody's words."""
        return not self.quoted and 2 * self.linked > sum(map(len, self.pieces))


class PageParser(HTMLParser):
    """Gathers. `parents[n]` is the block around block n; block 0 is the page.

    With `everything`, blocks count too whose names say that they stand beside the article; without it,
    `swallowed` tells that the page's own heading stood in such a block. `rows` are the short lines of the
    page in their order, those too that stand beside the text, and `marks` what names an author or a day.
    """

    def __init__(self, *, everything: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._everything = everything
        self.paragraphs: list[PageParagraph] = []
        self.parents: list[int] = [0]
        self.tags: list[str] = [""]
        self.styles: list[str] = [""]
        self.rows: list[str] = []
        self.marks: list[PageMark] = []
        self._marking: list[tuple[int, PageMark]] = []
        self._row: list[str] = []
        self._silent = 0
        self._quotes = 0
        self._captioning = 0
        self.stated: dict[str, str] = {}
        self.data: list[str] = []
        self._open: list[tuple[str, int, bool]] = []
        self._block = 0
        self._paragraph: PageParagraph | None = None
        self._left_out = 0
        self._in_title = 0
        self._broken = False
        self._apart = 0
        self.swallowed = False
        self._links = 0
        self._into: list[str] | None = None

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """What opens like `<![CDATA[` and is none of its kind passes for a comment, as in a browser."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._state(tag, values)
            return
        if len(self._open) >= _DEEPEST:
            return
        apart = not self._everything and _stands_apart(tag, values)
        left_out = apart or tag in _LEFT_OUT
        self._apart = self._apart or (len(self._open) + 1 if apart else 0)
        self.swallowed = self.swallowed or (bool(self._apart) and tag in ("h1", "main"))
        self._open.append((tag, self._block, left_out))
        self._silent += tag in _SILENT
        self._quotes += tag in _QUOTING
        if not self._captioning and tag in _MAY_STAND_APART and _CAPTION.search(values.get("class", "")):
            self._captioning = len(self._open)
        if tag not in _INLINE:
            self._end_row()
        self._mark(tag, values)
        self._left_out += left_out
        self._in_title += tag == "h1"
        self._links += tag == "a"
        if tag == "title" or values.get("type", "").lower() == "application/ld+json":
            self._into = []
        elif tag in _BLOCKS:
            self.parents.append(self._block)
            self.tags.append(tag)
            self.styles.append(f"{tag} {values.get('class', '')}")
            self._block = len(self.parents) - 1
            self._paragraph = None
        elif tag in _PARAGRAPHS:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if not any(tag == opened for opened, *_ in self._open[-20:]):
            return  # closes nothing that is open nearby
        while self._open:
            opened, block, left_out = self._open.pop()
            if opened not in _INLINE:
                self._end_row()
            self._left_out -= left_out
            self._silent -= opened in _SILENT
            self._quotes -= opened in _QUOTING
            self._captioning = self._captioning if len(self._open) >= self._captioning else 0
            while self._marking and self._marking[-1][0] > len(self._open):
                self._marking.pop()
            self._apart = self._apart if len(self._open) >= self._apart else 0
            self._close(opened, block)
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)
            return
        if not self._silent:
            self._row.append(data)
            for _, mark in self._marking:
                mark.add(data)
        if (self._in_title or not self._left_out) and (data.strip() or self._paragraph is not None):
            self._broken = self._broken and not data.strip()
            if self._paragraph is None:
                self._begin("")
            for number, piece in enumerate(_BLANK_ROW.split(data) if self._is_set() else [data]):
                if number:
                    self._begin("pre")
                assert self._paragraph is not None
                self._paragraph.pieces.append(piece)
                self._paragraph.linked += len(piece) if self._links else 0

    def _end_row(self) -> None:
        """What was gathered since the last element that begins a line is a row, unless it is prose."""
        if self._row:
            words = "".join(self._row) if sum(map(len, self._row)) <= 2 * LONGEST_ROW else ""
            self._row = []
            if (words := clean_line(words)) and not self._quotes:
                self.rows.append(words)

    def _mark(self, tag: str, values: Mapping[str, str]) -> None:
        kind = mark_kind(tag, values) if values or tag == "time" else None
        if kind is not None and len(self._marking) < _MOST_MARKS:
            mark = PageMark(kind, len(self.rows), mark_value(values))
            self.marks.append(mark)
            self._marking.append((len(self._open), mark))

    def _is_set(self) -> bool:
        """Whether the words are shown as they were typed, blank rows and all."""
        return self._paragraph is not None and self._paragraph.tag == "pre"

    def _close(self, tag: str, block: int) -> None:
        self._in_title -= tag == "h1"
        self._links -= tag == "a"
        if tag in _BLOCKS or tag in _PARAGRAPHS:
            self._paragraph = None
            self._block = block
        if self._into is not None and tag in ("script", "title"):
            words = "".join(self._into)
            if tag == "title":
                self.stated.setdefault("title", words)
            elif len(words) <= _LONGEST_DATA:
                self.data.append(words)
            self._into = None

    def _begin(self, tag: str) -> None:
        captioned = any(opened == "figcaption" for opened, *_ in self._open[-4:]) or self._captioning > 0
        self._paragraph = PageParagraph(
            self._block, "figcaption" if captioned else tag, quoted=self._quotes > 0, row=len(self.rows)
        )
        self._broken = False
        if self._in_title or not self._left_out:
            self.paragraphs.append(self._paragraph)

    def _state(self, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            self._end_row()
        if tag == "br" and self._paragraph is not None:
            if self._broken:  # two in a row part paragraphs
                self._paragraph = None
            else:
                self._paragraph.pieces.append(" ")
                self._broken = True
        elif tag == "meta":
            for key in ("property", "name", "itemprop", "http-equiv"):
                if values.get(key) and values.get("content"):
                    self.stated.setdefault(values[key].lower(), values["content"])
        elif tag == "link" and values.get("rel", "").lower() == "canonical":
            self.stated.setdefault("canonical", values.get("href", ""))
