"""What a web page states of itself: JSON-LD first, then Open Graph and other meta elements, then the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated
from tui.library.formats.lenient_json import load_json
from tui.library.formats.page_dates import DateEvidence, page_date
from tui.library.formats.page_marks import MarkKind
from tui.library.formats.page_parser import PageParser
from tui.library.formats.publication_guess import is_paper

_DEEPEST = 6
"""How deep in a page's data its article is looked for."""
_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting)$")
_PAGE = re.compile(r"(?:\w*Page|CreativeWork|\w*Object|\w*Posting|Review|Recipe|Question)$")
"""What else of the data may carry the day of the page."""
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author")
_DASHES = (" – ", " — ", " - ")
_BY = re.compile(
    r"^\W*(?:(?:(?:words|story|report|written|posted|reporting|text|posts|view all posts|by-?line)\s*)?by\b:?"
    r"|(?:words|story|text|author|autor|von|por|par|di|written)\b\s*:|von|por|par)\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[|•·@(]|\d|\b(?:published|updated|posted)\b).*$", re.IGNORECASE)
"""What follows a name in a byline: a day, an address, the hour."""
_NO_NAME = re.compile(r"(?:admin|author|authors|by|editor|share|follow|read more|about)$", re.IGNORECASE)
_MOST_NAMES = 12
"""Words of a byline."""
_ABOVE = 6
"""Rows above the heading in which a byline may stand."""
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)


class PageFacts(NamedTuple):
    """The facts, the date with its doubt, and the text of the article if the page's data have it."""

    facts: Facts
    dated: Dated | None
    body: str
    unread: str = ""
    """What the page calls its date, where it has none that can be read."""


def facts_of(page: PageParser) -> PageFacts:
    """What the page says of its article."""
    loaded = [load_json(source) for source in page.data]
    named = {one["@id"]: one for source in loaded for one in _objects(source, _DEEPEST) if _is_named(one)}
    articles = [one for source in loaded for one in _objects(source, _DEEPEST) if _is_of(one, _TYPE)]
    data = articles[0] if articles else {}
    facts = _of_data(data, named).over(_of_head(page.stated))
    heading = heading_row(page, facts.headline)
    facts = facts.over(_of_page(page, heading))
    around = (
        one.get("datePublished")
        for source in loaded
        for one in _objects(source, _DEEPEST)
        if _is_of(one, _PAGE)
    )
    end = _next_heading(page, heading)
    evidence = DateEvidence(
        (data.get("datePublished"), data.get("dateCreated")),
        tuple(around),
        page.stated,
        [mark for mark in page.marks if mark.row < end],
        page.rows[:end],
        heading,
        facts.url,
    )
    found = page_date(evidence)
    if found:
        day = Facts(published=found.dated.day)
        facts = facts.over(day.told_by(found.origin, guessed=found.guessed))
    body = data.get("articleBody")
    text = clean(unescape(body)) if isinstance(body, str) else ""
    stated = data.get("datePublished")
    unread = clean_line(stated) if isinstance(stated, str) and not found else ""
    return PageFacts(facts, found.dated if found else None, text, unread)


def heading_row(page: PageParser, headline: str | None) -> int | None:
    """The number of the row that is the article's heading: the headline's own, else the first heading's."""
    if headline:
        words = headline.casefold()
        for number, row in enumerate(page.rows):
            if row.casefold() == words:
                return number
    return next((p.row for p in page.paragraphs if p.tag == "h1" and p.words), None)


def _next_heading(page: PageParser, heading: int | None) -> int:
    """The row at which another article begins that was loaded below the first one."""
    first = heading or 0
    text = 0
    for paragraph in page.paragraphs:
        if paragraph.row <= first or heading is None:
            continue
        if paragraph.tag == "h1" and paragraph.words and text > 1:
            return paragraph.row
        text += paragraph.tag == "p" and not paragraph.mostly_links and bool(paragraph.words)
    return len(page.rows) + 1


def _of_data(data: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Facts:
    facts = Facts(
        headline=_first(data.get("headline"), data.get("name")),
        standfirst=_first(data.get("description"), data.get("alternativeHeadline")),
        byline=_byline(
            ", ".join(_names(data.get("author"), named)), ", ".join(_names(data.get("creator"), named))
        ),
        publication=_first(
            ", ".join(_names(data.get("publisher"), named)), ", ".join(_names(data.get("isPartOf"), named))
        ),
        url=_address(data.get("url"), data.get("mainEntityOfPage"), data.get("@id")),
    )
    return facts.told_by("the page's data")


def _of_head(stated: Mapping[str, str]) -> Facts:
    facts = Facts(
        headline=_first(stated.get("og:title"), stated.get("citation_title")),
        standfirst=_first(stated.get("og:description"), stated.get("description")),
        byline=_byline(*(stated.get(name) for name in _AUTHORS)),
        publication=_first(stated.get("og:site_name"), stated.get("application-name")),
        url=_address(stated.get("og:url"), stated.get("canonical")),
    )
    return facts.told_by("the head of the page")


def _of_page(page: PageParser, heading: int | None) -> Facts:
    first = _first(next((p.words for p in page.paragraphs if p.tag == "h1"), None))
    facts = Facts(headline=first).told_by("the first heading")
    words, paper = _title_and_paper(_first(page.stated.get("title")) or "")
    title = Facts(headline=words or None, publication=paper).told_by("the title of the page", guessed=True)
    return facts.over(_marked_author(page, heading or 0)).over(title)


def _marked_author(page: PageParser, heading: int) -> Facts:
    """Whom an element of the page names as the author, the first one from the heading on."""
    for kind, guessed in ((MarkKind.AUTHOR, False), (MarkKind.BYLINE, True)):
        marks = [mark for mark in page.marks if mark.kind is kind]
        marks.sort(key=lambda mark: (mark.row < heading - _ABOVE, mark.row))
        names = [name for mark in marks if (name := _byline(mark.words, mark.value))]
        first = [name for name in dict.fromkeys(names) if _is_name(name)][:1]
        if first:
            return Facts(byline=first[0]).told_by("the byline on the page", guessed=guessed)
    return Facts()


def _is_name(words: str) -> bool:
    """Whether words of a byline can be names: a few words that begin with capitals, no label alone."""
    return (
        len(words.split()) <= _MOST_NAMES
        and any(letter.isupper() for letter in words)
        and not _NO_NAME.match(words)
    )


def _byline(*candidates: Any) -> str | None:
    """The first of them that names somebody, without its "By" and what is printed behind the name."""
    for candidate in candidates:
        words = _first(candidate) or ""
        words = _BEHIND.sub("", _BY.sub("", words)).strip(" ,;:-–—|")
        if any(letter.isalpha() for letter in words) and not _URL.match(words):
            return words
    return None


def _title_and_paper(title: str) -> tuple[str, str | None]:
    """A browser's title apart from the paper behind a bar or a dash, if one stands there."""
    words, sign, after = title.rpartition(" | ")
    if not sign:
        words, sign, after = max((title.rpartition(dash) for dash in _DASHES), key=lambda one: len(one[0]))
    return (words, after) if sign and is_paper(after) else (title, None)


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Every object of the data that may describe the page."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "publisher", "author"):
            yield from _objects(value.get(name), depth - 1)


def _is_of(value: Mapping[str, Any], form: re.Pattern[str]) -> bool:
    types = value.get("@type")
    return any(
        isinstance(one, str) and bool(form.match(one))
        for one in (types if isinstance(types, list) else [types])
    )


def _is_named(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("@id"), str) and isinstance(value.get("name"), str)


def _names(value: Any, named: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Names of people or bodies: words, an object with a name or a reference to one, or a list of these."""
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in _names(item, named)]
    if isinstance(value, dict):
        at = value.get("@id")
        value = value.get("name") or (named.get(at, {}).get("name") if isinstance(at, str) else None)
    return [clean_line(value)] if isinstance(value, str) and not _URL.match(value.strip()) else []


def _first(*candidates: Any) -> str | None:
    words = (clean_line(unescape(candidate)) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if one and not _URL.match(one)), None)


def _address(*candidates: Any) -> str | None:
    words = (clean_line(candidate) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if _URL.match(one)), None)
