"""The text of a piece of a page: the body of a feed's entry, a field of an export, a chapter of a book."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.margin_lines import paragraphs_of
from tui.library.formats.page_parser import PageParser

_MARKUP = re.compile(
    r"</?(?:p|div|br|a|b|i|em|strong|span|ul|li|h[1-6]|blockquote|img|figure)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3"})


class Fragment(NamedTuple):
    """Paragraphs in order, each with whether it is a caption; and the heading, if one stands above all."""

    paragraphs: tuple[tuple[str, bool], ...]
    heading: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs, a blank line apart."""
        return "".join(f"{words}\n\n" for words, _ in self.paragraphs)[:-1]


def is_page(words: str) -> bool:
    """Whether the words are written in HTML."""
    return bool(_MARKUP.search(words) or _ENTITY.search(words))


def page_fragment(source: str) -> Fragment:
    """What a piece of HTML says, all of it; navigation, scripts and forms are left out as in a whole page."""
    page = PageParser(everything=True)
    page.feed(clean(source))
    shown = [(p.words, p.tag) for p in page.paragraphs if p.words and not p.mostly_links]
    heading = shown[0][0] if shown and shown[0][1] in _HEADINGS else None
    rest = shown[1:] if heading else shown
    return Fragment(tuple((words, tag == "figcaption") for words, tag in rest), heading)


def fragment(words: str) -> Fragment:
    """A piece of HTML or of plain text, whichever it is."""
    if is_page(words):
        return page_fragment(words)
    read = (clean_line(one.words) for one in paragraphs_of(clean(words)))
    return Fragment(tuple((line, False) for line in read if line))
