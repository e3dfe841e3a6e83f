"""Word documents (.docx), by their XML: the paragraphs in order, and what their styles and properties say."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Reading
from tui.library.formats.packed_document import TITLE_STYLES, DocumentParts, read_packed_document
from tui.library.formats.safe_xml import local

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_LEFT_OUT = frozenset({"del", "movefrom", "fallback", "instrtext", "deltext"})
"""What was taken out, what is shown only by old programs, and the codes of fields."""


def read_docx(path: str, raw: bytes) -> Reading:
    """The article, or the articles of an export that was saved as a document."""
    return read_packed_document(
        path, raw, DocumentParts(_DOCUMENT, _PROPERTIES, _paragraphs, TITLE_STYLES.__contains__)
    )


def _paragraphs(body: Element) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph, those of tables and boxes in their place."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "p":
            boxes: list[Element] = []
            words = clean_line("".join(_words(element, boxes)))
            yield _style(element), words
            waiting.extend(reversed(boxes))
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _words(element: Element, boxes: list[Element]) -> Iterator[str]:
    """The words of one paragraph; a text box in it is put aside."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "nobreakhyphen":
            yield "-"
        elif name == "txbxcontent":
            boxes.append(child)
        elif name not in _LEFT_OUT:
            yield from _words(child, boxes)


def _style(paragraph: Element) -> str:
    for child in paragraph.iter():
        if local(child) == "pstyle":
            return next((value.lower() for key, value in child.items() if key.endswith("val")), "")
    return ""
