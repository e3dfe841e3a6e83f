"""News as agencies send it: NITF, NewsML 1 and NewsML-G2. Each item that has a text is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.export_dates import date_within, likely
from tui.library.formats.fragment import fragment
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.safe_xml import all_text, local
from tui.model.article import Article, ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

ROOTS = ("nitf", "newsml", "newsitem", "newsmessage")
_ITEMS = ("newsitem", "packageitem")
_HEADLINES = ("hl1", "headline")
_BYLINES = ("byline", "by")
_DAYS = (
    "pubdata",
    "date.issue",
    "story.date",
    "contentcreated",
    "firstcreated",
    "versioncreated",
    "dateandtime",
)
_STANDFIRSTS = ("hl2", "subheadline")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li", "td", "blockquote", "pre")
_CAPTIONS = ("media-caption", "figcaption", "caption")
_BODIES = ("body.content", "datacontent", "inlinexml", "inlinedata", "contentset", "body")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_BASIC_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?$")


def read_news(path: str, root: Element) -> Reading:
    """The items of a file that have a text."""
    items = [one for one in root.iter() if local(one) in _ITEMS] or [root]
    found = tuple(one for item in items if (one := _article(path, item)))
    empty = len(items) - len(found)
    problems: tuple[Problem, ...] = ()
    if empty:
        words = (
            f"{empty:,} of {len(items):,} items have no text." if found else "There is no text in this news."
        )
        problems = (Problem(path, words, read=bool(found)),)
    return Reading(found, problems, (FactSource(Fact.FORMAT, "news of an agency"),))


def _article(path: str, item: Element) -> Article | None:
    elements = list(item.iter())
    body = next((one for name in _BODIES for one in elements if local(one) == name), None)
    shown = list(_paragraphs(body)) if body is not None else []
    if not shown:
        return None
    text = "\n\n".join(words for words, _ in shown) + "\n"
    byline = _words(elements, _BYLINES)
    match = _BY.match(byline)
    days = (day for name in _DAYS for one in elements if local(one) == name and (day := _day(one)))
    facts = Facts(
        headline=_words(elements, _HEADLINES) or _words(elements, ("title",)) or None,
        standfirst=_words(elements, _STANDFIRSTS) or None,
        byline=(byline[match.end() :] if match else byline) or None,
        publication=next(
            (one.get("name") for one in elements if local(one) == "pubdata" and one.get("name")), None
        ),
        published=next((day for day in days if likely(day)), None),
    ).told_by("the news of the agency")
    captions = {n: ParagraphKind.CAPTION for n, (_, caption) in enumerate(shown) if caption}
    return article(path, text, facts.over(publication_in(text)), lines_of(text), captions)


def _words(elements: list[Element], names: tuple[str, ...]) -> str:
    told = (clean_line(all_text(one)) for name in names for one in elements if local(one) == name)
    return next(filter(None, told), "")


def _day(element: Element) -> date | None:
    stated = [*(value for key, value in element.items() if "date" in key or "norm" in key), all_text(element)]
    for words in stated:
        match = _BASIC_DAY.match(words.strip())
        dated = date_within("-".join(match.groups()) if match else words.strip())
        if dated:
            return dated.day
    return None


def _paragraphs(body: Element) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a body, each with whether it stands under a picture; without any, its words."""
    waiting = [body]
    found = False
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in _PARAGRAPHS or name in _CAPTIONS:
            words = clean_line(all_text(element))
            if words:
                found = True
                yield words, name in _CAPTIONS
        else:
            waiting.extend(reversed(element))
    if not found:
        yield from fragment(all_text(body)).paragraphs
