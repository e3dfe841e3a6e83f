"""What a web page states of itself: JSON-LD first, then Open Graph and other meta elements, then the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated, doubtful, read_date
from tui.library.formats.page_parser import PageParser
from tui.library.formats.publication_guess import is_paper

_DEEPEST = 6
"""How deep in a page's data its article is looked for."""
_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting)$")
_DATES = (
    "article:published_time",
    "datepublished",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "citation_publication_date",
    "date",
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author")
_DASHES = (" – ", " — ", " - ")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)


def facts_of(page: PageParser) -> tuple[Facts, Dated | None, str]:
    """The facts, the date with its doubt, and the text of the article if the page's data have it."""
    data = next((found for source in page.data for found in _articles(_loaded(source), _DEEPEST)), {})
    layers = (_of_data(data), _of_head(page.stated), _of_page(page))
    facts = Facts()
    for layer, _ in layers:
        facts = facts.over(layer)
    dated = next((day for _, day in layers if day), None)
    body = data.get("articleBody")
    return facts, dated, clean(unescape(body)) if isinstance(body, str) else ""


def _of_data(data: Mapping[str, Any]) -> tuple[Facts, Dated | None]:
    dated = _dated(data.get("datePublished"), data.get("dateCreated"))
    facts = Facts(
        headline=_first(data.get("headline"), data.get("name")),
        standfirst=_first(data.get("description"), data.get("alternativeHeadline")),
        byline=_first(", ".join(_names(data.get("author")))),
        publication=_first(", ".join(_names(data.get("publisher"))), ", ".join(_names(data.get("isPartOf")))),
        published=dated.day if dated else None,
        url=_address(data.get("url"), data.get("mainEntityOfPage"), data.get("@id")),
    )
    return facts.told_by("the page's data", doubtful=doubtful(dated)), dated


def _of_head(stated: Mapping[str, str]) -> tuple[Facts, Dated | None]:
    dated = _dated(*(stated.get(name) for name in _DATES))
    facts = Facts(
        headline=_first(stated.get("og:title"), stated.get("citation_title")),
        standfirst=_first(stated.get("og:description"), stated.get("description")),
        byline=_first(*(stated.get(name) for name in _AUTHORS)),
        publication=_first(stated.get("og:site_name"), stated.get("application-name")),
        published=dated.day if dated else None,
        url=_address(stated.get("og:url"), stated.get("canonical")),
    )
    return facts.told_by("the head of the page", doubtful=doubtful(dated)), dated


def _of_page(page: PageParser) -> tuple[Facts, Dated | None]:
    heading = _first(next((p.words for p in page.paragraphs if p.tag == "h1"), None))
    first = Facts(headline=heading).told_by("the first heading")
    words, paper = _title_and_paper(_first(page.stated.get("title")) or "")
    title = Facts(headline=words or None, publication=paper).told_by("the title of the page", guessed=True)
    dated = _dated(page.stated.get("time"))
    time = Facts(published=dated.day if dated else None).told_by("the first date on the page", guessed=True)
    return first.over(title).over(time), dated


def _title_and_paper(title: str) -> tuple[str, str | None]:
    """A browser's title apart from the paper behind a bar or a dash, if one stands there."""
    words, sign, after = title.rpartition(" | ")
    if not sign:
        words, sign, after = max((title.rpartition(dash) for dash in _DASHES), key=lambda one: len(one[0]))
    return (words, after) if sign and is_paper(after) else (title, None)


def _dated(*candidates: Any) -> Dated | None:
    days = (read_date(clean_line(words)) for words in candidates if isinstance(words, str))
    return next(filter(None, days), None)


def _loaded(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Every object of the data that says it is an article."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth - 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if any(
            isinstance(kind, str) and _TYPE.match(kind)
            for kind in (types if isinstance(types, list) else [types])
        ):
            yield value
        yield from _articles(value.get("@graph"), depth - 1)


def _names(value: Any) -> list[str]:
    """Names of people or bodies, given as words, as an object with a name, or as a list of those."""
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in _names(item)]
    if isinstance(value, dict):
        value = value.get("name")
    return [clean_line(value)] if isinstance(value, str) and not _URL.match(value.strip()) else []


def _first(*candidates: Any) -> str | None:
    words = (clean_line(unescape(candidate)) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if one and not _URL.match(one)), None)


def _address(*candidates: Any) -> str | None:
    words = (clean_line(candidate) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if _URL.match(one)), None)
