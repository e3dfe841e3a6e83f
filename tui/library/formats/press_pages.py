"""Pages that are no article of the web: what press databases export as HTML, and lists of links.

They are told by what stands in them before the page is read as one: their text goes through the splitters
of the text exports.
"""

from __future__ import annotations

import re

from tui.library.core.text_cleaning import clean
from tui.library.formats import europresse
from tui.library.formats.article_builder import Reading
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.export_reading import export_in, reading_of
from tui.library.formats.html import LARGEST, read_html
from tui.library.formats.markup_rows import markup_rows, text_of
from tui.model.problem import Problem

_MAY_BE_EXPORT = re.compile(
    r"DO[CK]UMENT|End of Document|Ende des Dokument|Fin du document|Load-Date|LOAD-DATE|ProQuest"
    r"|Full [Tt]ext:|articleParagraph|>\s*HD\s*<|Document(?:&nbsp;|\s)[A-Z]{4,8}0"
)
_LINKS = re.compile(
    r"<!DOCTYPE NETSCAPE-Bookmark-file|<title>\s*(?:Pocket Export|Instapaper|Instapaper: Export|Bookmarks)"
    r"\s*</title>",
    re.IGNORECASE,
)
_BEGINNING = 4000
LIST_OF_LINKS = "This is a list of links, not an article."
REMEDY = "Open a link and save its page; or add it by its address."


def read_page(path: str, raw: bytes) -> Reading:
    """The articles of an exported page; what is none is read as a page of the web."""
    found = decode(raw)
    if isinstance(found, Undecodable):
        return read_html(path, raw)
    if _LINKS.search(found.text[:_BEGINNING]):
        return Reading(problems=(Problem(path, LIST_OF_LINKS, REMEDY),))
    export = read_export(path, found.text)
    if export:
        return Reading(export.articles, export.problems, (*export.found, *found.findings))
    if len(raw) > LARGEST and _MAY_BE_EXPORT.search(found.text):
        words = "It looks like an export that is not known, and it is too large for a page."
        return Reading(problems=(Problem(path, words, "Export it as text."),))
    return read_html(path, raw)


def read_export(path: str, source: str) -> Reading | None:
    """The articles of a page that a press database made; None if it made none of it."""
    if europresse.is_export(source):
        export = europresse.taken_apart(markup_rows(source))
        return reading_of(path, export) if export.articles else None
    if not _MAY_BE_EXPORT.search(source):
        return None
    found = export_in(clean(text_of(markup_rows(source))))
    return reading_of(path, found) if found else None
