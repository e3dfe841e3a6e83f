"""Formats that need a package more: PDF and RTF. Without it the file is named with what would read it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.dates import read_date
from tui.library.formats.export_reading import export_in, reading_of
from tui.library.formats.printed_pages import in_columns, printed_text
from tui.library.formats.text import read_plain
from tui.model.problem import Problem

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 500
"""Of one PDF."""
_LARGEST_TEXT = 20_000_000
"""Characters that the pages of a PDF may give."""
_MOST_NAMED = 12
"""Damaged pages that are named."""


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
        pages = [*islice(document.pages, MOST_PAGES)]
        more = len(document.pages) > MOST_PAGES
    except Exception as error:  # whatever a damaged PDF brings up in pypdf, which raises all kinds
        return Reading(problems=(Problem(path, f"The PDF cannot be read: {type(error).__name__}."),))
    printed = [_words_of(page) for page in pages]
    lost = [number for number, one in enumerate(printed, 1) if one is None]
    doubts = (*_lost_pages(path, lost),)
    reading = _of_print(path, [one for one in printed if one is not None], _title_of(document))
    if not reading.articles and lost:
        return Reading(problems=doubts)
    if not reading.articles:
        words = "There is no text in this PDF: its pages are pictures."
        return Reading(problems=(Problem(path, words, "Run it through OCR first (ocrmypdf)."),))
    cut = (Problem(path, f"Only the first {MOST_PAGES} pages are read."),) if more else ()
    return Reading(reading.articles, (*reading.problems, *doubts, *cut), reading.found)


def _words_of(page: PageObject) -> str | None:
    """The words of a page in its layout; one that is set in columns, in the order in which it was written.

    None where it is damaged.
    """
    try:
        laid_out = str(page.extract_text(extraction_mode="layout"))
    except Exception:  # the plain way may get through where the layout does not
        laid_out = ""
    if laid_out.strip() and not in_columns(laid_out):
        return laid_out
    try:
        return str(page.extract_text())
    except Exception:  # whatever it brings up in pypdf
        return None


def _lost_pages(path: str, lost: Sequence[int]) -> Iterator[Problem]:
    if lost:
        some = ", ".join(map(str, lost[:_MOST_NAMED])) + ", …" * (len(lost) > _MOST_NAMED)
        pages = f"Page {some} is" if len(lost) == 1 else f"Pages {some} are"
        yield Problem(path, f"{pages} damaged and cannot be read.")


def _title_of(document: PdfReader) -> str:
    """What the properties call the document: their values may be of any kind, or damaged."""
    try:
        title = document.metadata.title if document.metadata else None
    except Exception:  # whatever they bring up in pypdf
        return ""
    return str(title) if isinstance(title, str | int | float) and not isinstance(title, bool) else ""


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


def precise_rows(source: str) -> tuple[str, ...]:
    """The paragraphs that trafilatura is sure of; none without it, and none if it finds no article."""
    if not has_pages():
        return ()
    try:
        from trafilatura import bare_extraction

        found = bare_extraction(source, favor_precision=True, include_comments=False, with_metadata=False)
        text = str(found.as_dict().get("text") or "") if found else ""
    except Exception:  # whatever a damaged page brings up in lxml
        return ()
    return tuple(row for line in text.split("\n") if (row := clean_line(line)))


def guessed_day(source: str) -> Facts:
    """The day that htmldate, which trafilatura brings, makes out in a page, as the only fact; or none."""
    if not has_pages():
        return Facts()
    try:
        from htmldate import find_date

        words = find_date(source, original_date=True, extensive_search=False)
    except Exception:  # whatever a damaged page brings up in lxml
        return Facts()
    dated = read_date(words or "")
    return Facts(published=dated.day if dated else None).told_by("the page, by htmldate", guessed=True)


def _stated(fields: Mapping[str, object], name: str) -> str | None:
    """A fact in words; the values of the package may be of any kind."""
    value = fields.get(name)
    words = (
        clean_line(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
    )
    return ", ".join(filter(None, words)) or None


def _of_print(path: str, pages: Sequence[str], title: str) -> Reading:
    """A text that was set on pages; an export is taken apart before its lines are joined."""
    left = _LARGEST_TEXT
    held: list[str] = []
    for page in pages:
        held.append(page[:left])
        left -= len(held[-1])
    printed = printed_text(held)
    export = export_in(printed.as_set)
    if export:
        return reading_of(path, export)
    named = Facts(headline=" ".join(clean(title).split()) or None)
    properties = named.told_by("the properties of the document", guessed=True)
    return read_plain(path, printed.text, below=printed.facts.over(properties))
