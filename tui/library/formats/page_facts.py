"""What a web page states of itself: JSON-LD first, then Open Graph and other meta elements, then the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.library.clean import clean, clean_line
from tui.library.formats.dates import Dated, read_date
from tui.library.formats.page_parser import PageParser
from tui.library.formats.printed import Facts

_DEEPEST = 6
"""How deep in a page's data its article is looked for."""
_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting)$")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)


def facts_of(page: PageParser) -> tuple[Facts, Dated | None, str]:
    """The facts, the date with its doubt, and the text of the article if the page's data have it."""
    data = next((found for source in page.data for found in _articles(_loaded(source), _DEEPEST)), {})
    stated = page.stated
    first_heading = next((p.words for p in page.paragraphs if p.tag == "h1"), "")
    published = (
        data.get("datePublished"),
        stated.get("article:published_time"),
        stated.get("datepublished"),
        stated.get("date"),
        stated.get("time"),
    )
    dated = next((day for words in published if isinstance(words, str) and (day := read_date(words))), None)
    body = data.get("articleBody")
    facts = Facts(
        headline=_first(data.get("headline"), stated.get("og:title"), first_heading, stated.get("title")),
        standfirst=_first(data.get("description"), stated.get("og:description"), stated.get("description")),
        byline=_first(", ".join(_names(data.get("author"))), stated.get("author")),
        publication=_first(", ".join(_names(data.get("publisher"))), stated.get("og:site_name")),
        published=dated.day if dated else None,
        url=_address(data.get("url"), stated.get("og:url"), stated.get("canonical")),
    )
    return facts, dated, clean(body) if isinstance(body, str) else ""


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
    words = (clean_line(candidate) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if one and not _URL.match(one)), None)


def _address(*candidates: Any) -> str | None:
    words = (clean_line(candidate) for candidate in candidates if isinstance(candidate, str))
    return next((one for one in words if _URL.match(one)), None)
