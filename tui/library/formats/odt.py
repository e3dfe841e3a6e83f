"""Documents of LibreOffice and others (.odt), by their XML: the paragraphs in order, and what names them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Reading
from tui.library.formats.packed_document import TITLE_STYLES, DocumentParts, read_packed_document
from tui.library.formats.safe_xml import local

_CONTENT, _META = "content.xml", "meta.xml"
_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "note", "bookmark", "sequence-decls"}
)


def read_odt(path: str, raw: bytes) -> Reading:
    """The article, or the articles of an export that was saved as a document."""
    return read_packed_document(path, raw, DocumentParts(_CONTENT, _META, _paragraphs, _is_title))


def _is_title(style: str) -> bool:
    return style.startswith(TITLE_STYLES)  # a number follows where the style was changed by hand


def _paragraphs(body: Element) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph and heading, those of tables and frames in their place."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in ("p", "h"):
            frames: list[Element] = []
            words = clean_line("".join(_words(element, frames)))
            yield next((value for key, value in element.items() if key.endswith("}style-name")), ""), words
            waiting.extend(reversed(frames))
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _words(element: Element, frames: list[Element]) -> Iterator[str]:
    """The words of one paragraph; a frame in it is put aside."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name in ("s", "tab", "line-break"):
            yield " "
        elif name == "frame":
            frames.append(child)
        elif name not in _LEFT_OUT:
            yield from _words(child, frames)
        yield child.tail or ""
