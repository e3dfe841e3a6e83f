"""Documents of LibreOffice and others (.odt), by their XML: the paragraphs in order, and what names them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.archive import Archive
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.safe_xml import RefusedError, all_text, local, parse
from tui.library.formats.text import read_document
from tui.model.problem import Problem

_CONTENT, _META = "content.xml", "meta.xml"
_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "note", "bookmark", "sequence-decls"}
)
_TITLE_STYLES = ("title", "titel", "titre")


def read_odt(path: str, raw: bytes) -> Reading:
    """The article, or the articles of an export that was saved as a document."""
    try:
        archive = Archive(raw)
        body = parse(archive.read(_CONTENT))
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    title = _title(archive)
    rows = [(style, words) for style, words in _paragraphs(body) if words]
    named = Facts(headline=title).told_by("the properties of the document", guessed=True)
    titled = bool(rows) and rows[0][0].lower().startswith(_TITLE_STYLES)
    return read_document(path, [words for _, words in rows], titled, named)


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


def _title(archive: Archive) -> str | None:
    try:
        meta = parse(archive.read(_META))
    except RefusedError:  # missing or damaged: the text is not
        return None
    titles = (clean_line(all_text(one)) for one in meta.iter() if local(one) == "title")
    return next(filter(None, titles), None)
