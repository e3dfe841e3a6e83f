"""Word documents (.docx), by their XML: the paragraphs in order, and what their styles and properties say."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.archive import Archive
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.safe_xml import RefusedError, all_text, local, parse
from tui.library.formats.text import read_document
from tui.model.problem import Problem

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_LEFT_OUT = frozenset({"del", "movefrom", "fallback", "instrtext", "deltext"})
"""What was taken out, what is shown only by old programs, and the codes of fields."""
_TITLE_STYLES = frozenset({"title", "titel", "titre"})


def read_docx(path: str, raw: bytes) -> Reading:
    """The article, or the articles of an export that was saved as a document."""
    try:
        archive = Archive(raw)
        body = parse(archive.read(_DOCUMENT))
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    title = _title(archive)
    rows = [(style, words) for style, words in _paragraphs(body) if words]
    named = Facts(headline=title).told_by("the properties of the document", guessed=True)
    titled = bool(rows) and rows[0][0] in _TITLE_STYLES
    return read_document(path, [words for _, words in rows], titled, named)


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


def _title(archive: Archive) -> str | None:
    """What the document's properties call it, if they can be read, and unless a program named it."""
    try:
        properties = parse(archive.read(_PROPERTIES))
    except RefusedError:  # they are missing or damaged: the text is not
        return None
    titles = (clean_line(all_text(one)) for one in properties.iter() if local(one) == "title")
    return next((one for one in titles if one and not one.lower().startswith("microsoft word")), None)
