"""EPUB books, by their XML: each chapter that holds running text is an article. A news book has many."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean_line
from tui.library.formats.archive import Archive
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import Dated, date_doubts, doubtful, read_date
from tui.library.formats.decode import Decoded, decode
from tui.library.formats.fragment import Fragment, page_fragment
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.safe_xml import RefusedError, all_text, local, parse
from tui.model.article import Article, ParagraphKind
from tui.model.problem import Problem

_CONTAINER = "META-INF/container.xml"
_FEWEST_WORDS = 30
"""Of a chapter that is more than a cover, a title or a list of contents."""
_MADE_BY = ("calibre", "unknown")
"""What programs write where they know neither author nor publisher."""
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read_epub(path: str, raw: bytes) -> Reading:
    """The chapters in reading order."""
    try:
        archive = Archive(raw)
        package_name = _package_name(archive)
        package = parse(archive.read(package_name))
        names = [*_spine(package, package_name, archive)]
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    each = [
        isolated(partial(_chapter, path, archive, name), path, f"The page {clean_line(name)}")
        for name in names
    ]
    faults = tuple(one for one in each if isinstance(one, Problem))
    chapters = [one for one in each if isinstance(one, Fragment)]
    told = [chapter for chapter in chapters if len(chapter.text.split()) >= _FEWEST_WORDS]
    if not told:
        return Reading(problems=faults or (Problem(path, "There is no article in this book."),))
    facts, dated = _facts(package)
    title = Facts(headline=_stated(package, "title")).told_by("the title of the book", guessed=len(told) > 1)
    found = tuple(_article(path, chapter, facts, title) for chapter in told)
    return Reading(found, (*faults, *date_doubts(path, dated)))


def _article(path: str, chapter: Fragment, book: Facts, title: Facts) -> Article:
    own = Facts(headline=chapter.heading).told_by("the first heading")
    captions = {n: ParagraphKind.CAPTION for n, (_, caption) in enumerate(chapter.paragraphs) if caption}
    facts = own.over(book).over(title).over(publication_in(chapter.text))
    return article(path, chapter.text, facts, lines_of(chapter.text), captions)


def _package_name(archive: Archive) -> str:
    for element in parse(archive.read(_CONTAINER)).iter():
        if local(element) == "rootfile" and element.get("full-path"):
            return element.get("full-path", "")
    raise RefusedError("It does not say where its chapters are.")


def _spine(package: Element, package_name: str, archive: Archive) -> Iterator[str]:
    """The names of its pages in reading order, those that are there."""
    pages = {
        item.get("id", ""): item.get("href", "")
        for item in package.iter()
        if local(item) == "item" and item.get("media-type") in _PAGES and item.get("properties") != "nav"
    }
    there = set(archive.names())
    folder = posixpath.dirname(package_name)
    for item in package.iter():
        href = pages.get(item.get("idref", "")) if local(item) == "itemref" else None
        if href:
            name = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
            if name in there:
                yield name


def _chapter(path: str, archive: Archive, name: str) -> Fragment | Problem:
    try:
        found = decode(archive.read(name))
    except RefusedError as refused:
        return Problem(path, f"The page {clean_line(name)} cannot be read: {refused}")
    return page_fragment(found.text) if isinstance(found, Decoded) else Fragment(())


def _facts(package: Element) -> tuple[Facts, Dated | None]:
    dated = read_date(_stated(package, "date") or "")
    facts = Facts(
        byline=_stated(package, "creator"),
        publication=_stated(package, "publisher"),
        published=dated.day if dated else None,
        url=next((one for one in [_stated(package, "source")] if one and one.startswith("http")), None),
    )
    return facts.told_by("the book", doubtful=doubtful(dated)), dated


def _stated(package: Element, name: str) -> str | None:
    words = (clean_line(all_text(one)) for one in package.iter() if local(one) == name)
    return next((one for one in words if one and not one.lower().startswith(_MADE_BY)), None)
