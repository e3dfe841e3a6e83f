"""XML files, by their first element: a feed, an agency's news, notes, a list of feeds, or no article."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from tui.library.formats import enex, feed, news_markup
from tui.library.formats.article_builder import Reading
from tui.library.formats.press_pages import read_page
from tui.library.formats.safe_xml import RefusedError, local, parse_mended
from tui.model.problem import Problem

_MENDED = "The XML is not sound: signs in it were read as they were probably meant."
_LISTS = {
    "opml": (
        "This is a list of feeds (OPML), not an article.",
        "Open it in a feed reader, and save what it brings.",
    ),
    "urlset": (
        "This is a list of links, not an article.",
        "Open a link and save its page; or add it by its address.",
    ),
    "xbel": (
        "This is a list of links, not an article.",
        "Open a link and save its page; or add it by its address.",
    ),
}
_PAGE = re.compile(rb"<html\b", re.IGNORECASE)


def read_xml(path: str, raw: bytes) -> Reading:
    """The articles of the file, or what kind of file it is."""
    try:
        root, mended = parse_mended(raw)
    except RefusedError as refused:
        if _PAGE.search(raw[:2000]):
            return read_page(path, raw)
        return Reading(problems=(Problem(path, str(refused)),))
    reading = _read(path, raw, root)
    if mended and reading.articles:
        doubt = Problem(path, _MENDED, read=True)
        return Reading(reading.articles, (doubt, *reading.problems), reading.found)
    return reading


def _read(path: str, raw: bytes, root: Element) -> Reading:
    name = local(root)
    if name in feed.FEEDS:
        return feed.read_entries(path, root)
    if name in news_markup.ROOTS:
        return news_markup.read_news(path, root)
    if name == "en-export":
        return enex.read_notes(path, root)
    if name == "html":
        return read_page(path, raw)
    if name in _LISTS:
        words, remedy = _LISTS[name]
        return Reading(problems=(Problem(path, words, remedy),))
    return Reading(problems=(Problem(path, "This XML is no feed of articles.", aside=True),))
