"""Documents that are XML in an archive (.docx, .odt): what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.archive import Archive
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.safe_xml import RefusedError, all_text, local, parse
from tui.library.formats.text import read_document
from tui.model.problem import Problem

TITLE_STYLES = ("title", "titel", "titre")
_NAMED_BY_PROGRAM = "microsoft word"


class DocumentParts(NamedTuple):
    """Where such a document has its text and its properties, and how its paragraphs are told.

    `paragraphs` gives style and words of each, in order; `is_title` tells whether a style is a title’s.
    """

    content: str
    properties: str
    paragraphs: Callable[[Element], Iterator[tuple[str, str]]]
    is_title: Callable[[str], bool]


def read_packed_document(path: str, raw: bytes, parts: DocumentParts) -> Reading:
    """The article, or the articles of an export that was saved as a document."""
    try:
        archive = Archive(raw)
        body = parse(archive.read(parts.content))
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    rows = [(style, words) for style, words in parts.paragraphs(body) if words]
    title = _title(archive, parts.properties)
    named = Facts(headline=title).told_by("the properties of the document", guessed=True)
    titled = bool(rows) and parts.is_title(rows[0][0].lower())
    return read_document(path, [words for _, words in rows], titled, named)


def _title(archive: Archive, properties: str) -> str | None:
    """What the document's properties call it, if they can be read, and unless a program named it."""
    try:
        told = parse(archive.read(properties))
    except RefusedError:  # they are missing or damaged: the text is not
        return None
    titles = (clean_line(all_text(one)) for one in told.iter() if local(one) == "title")
    return next((one for one in titles if one and not one.lower().startswith(_NAMED_BY_PROGRAM)), None)
