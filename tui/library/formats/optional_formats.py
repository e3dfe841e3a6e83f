"""Formats that need a package more: PDF and RTF. Without it the file is named with what would read it."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.dates import read_date
from tui.library.formats.text import read_plain
from tui.library.formats.unwrap_lines import paragraphs
from tui.model.problem import Problem

MOST_PAGES = 500
"""Of one PDF."""
_LARGEST_TEXT = 20_000_000
"""Characters that the pages of a PDF may give."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)


def command(extra: str) -> str:
    """What to type so that files of that kind are read."""
    return f"pip install 'cuttings[{extra}]'"


def read_pdf(path: str, raw: bytes) -> Reading:
    """The article, or those of an export, from the words of the pages."""
    try:
        from pypdf import PdfReader
    except ImportError:
        return Reading(
            problems=(Problem(path, "PDF files need a package more.", f"To read it: {command('pdf')}"),)
        )
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would write to the terminal
    try:
        document = PdfReader(io.BytesIO(raw))
        if document.is_encrypted and not document.decrypt(""):
            return Reading(problems=(Problem(path, "The PDF is locked with a password."),))
        pages = [page.extract_text() for page in document.pages[:MOST_PAGES]]
        title = (document.metadata.title if document.metadata else None) or ""
        more = len(document.pages) > MOST_PAGES
    except Exception as error:  # whatever a damaged PDF brings up in pypdf, which raises all kinds
        return Reading(problems=(Problem(path, f"The PDF cannot be read: {type(error).__name__}."),))
    reading = _of_print(path, "\n\n".join(pages)[:_LARGEST_TEXT], title)
    if not reading.articles:
        words = "There is no text in this PDF: its pages are pictures."
        return Reading(problems=(Problem(path, words, "Run it through OCR first (ocrmypdf)."),))
    cut = (Problem(path, f"Only the first {MOST_PAGES} pages are read."),) if more else ()
    return Reading(reading.articles, (*reading.problems, *cut), reading.found)


def read_rtf(path: str, raw: bytes) -> Reading:
    """The article, or those of an export, from the words of the document."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        return Reading(problems=(Problem(path, "This is not an RTF file."),))
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        return Reading(
            problems=(Problem(path, "RTF files need a package more.", f"To read it: {command('rtf')}"),)
        )
    try:
        words = rtf_to_text(raw.decode("cp1252", "replace"), errors="ignore")
    except Exception as error:  # whatever damaged RTF brings up in striprtf
        return Reading(problems=(Problem(path, f"The RTF cannot be read: {type(error).__name__}."),))
    return read_plain(path, clean(words))


def has_pages() -> bool:
    """Whether the extra for hard web pages is there, and sound: it needs parts that may be missing."""
    try:
        import trafilatura  # noqa: F401 (whether it can be imported is the question)
    except ImportError:
        return False
    return True


def hard_page(source: str) -> tuple[Facts, str] | None:
    """What trafilatura finds in a page in which the core finds no article; None if it finds none either."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(source, with_metadata=True)
        stated = found.as_dict() if found else {}
    except Exception:  # whatever a damaged page brings up in lxml
        return None
    rows = (clean_line(row) for row in str(stated.get("text") or "").split("\n"))
    text = "".join(f"{row}\n\n" for row in rows if row)[:-1]
    dated = read_date(str(stated.get("date") or ""))
    facts = Facts(
        headline=_stated(stated, "title"),
        byline=_stated(stated, "author"),
        publication=_stated(stated, "sitename"),
        published=dated.day if dated else None,
        url=_stated(stated, "url"),
    )
    return (facts.told_by("the page, by trafilatura", guessed=True), text) if text else None


def _stated(fields: Mapping[str, object], name: str) -> str | None:
    return clean_line(str(fields.get(name) or "")) or None


def _of_print(path: str, words: str, title: str) -> Reading:
    """A text that was set on pages: its lines are joined to paragraphs, and numbers of pages left out."""
    rows = [row for row in clean(words).split("\n") if not _PAGE_NUMBER.match(row.strip())]
    named = Facts(headline=" ".join(clean(title).split()) or None)
    text = "".join(f"{paragraph}\n\n" for paragraph in paragraphs(rows))[:-1]
    return read_plain(path, text, below=named.told_by("the properties of the document", guessed=True))
