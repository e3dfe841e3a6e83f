"""Saved web pages: the facts that the page states of itself, and its densest block of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats import optional_formats, page_facts
from tui.library.formats.article_builder import Facts, Reading, TextLine, article, lines_of
from tui.library.formats.dates import date_doubts
from tui.library.formats.day_in_words import days_within
from tui.library.formats.decode import Decoded, Undecodable, decode
from tui.library.formats.export_dates import unread_date
from tui.library.formats.heading_parser import read_heading
from tui.library.formats.page_body import PageBody, page_body, size
from tui.library.formats.page_parser import PageParagraph, PageParser
from tui.library.formats.publication_guess import publication_in
from tui.model.article import ParagraphKind
from tui.model.problem import Problem

LARGEST = 5_000_000
"""Bytes of a page; more is no article."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_NO_ARTICLE = "There is no article in this page."
_LARGE, _LITTLE = 50_000, 40
"""Characters of a page's source, and words found in it, that together look as if the article was missed."""
_LEAST_PRECISE = 0.5
"""The share of the core's words that the second reader must have found for the rest to be left out."""
_MANY = 5
"""Paragraphs of a page, the lists beside the article among them, of which one alone is too few."""
_TOP_LINES, _FACT_WORDS = 4, 16
"""Rows above the text that may say its author and day, and the words that such a row has at most."""
_MOST_LINES = 16
"""Lines from the top of the text that are looked at for a byline and a date."""
_STATED_SHARE = 2
"""A page may hold its text in its data alone: taken if it has so many times the words that it shows."""


def read_html(path: str, raw: bytes) -> Reading:
    """One article a page. Nothing is fetched, and what only a browser would run is left out."""
    if len(raw) > LARGEST:
        return Reading(problems=(Problem(path, f"The page is too large: more than {LARGEST // 10**6} MB."),))
    source = _decoded(raw)
    if isinstance(source, Undecodable):
        return Reading(problems=(Problem(path, source.reason),))
    page = _parsed(clean(source.text))
    told = page_facts.facts_of(page)
    facts = told.facts
    found_body = page_body(page, facts.headline)
    if page.swallowed or not found_body.paragraphs:
        page = _parsed(clean(source.text), everything=True)
        found_body = page_body(page, facts.headline)
    words = [(paragraph.words, paragraph.tag == "figcaption") for paragraph in found_body.paragraphs]
    words = _chosen(words, optional_formats.precise_rows(source.text))
    if size(told.body) > _STATED_SHARE * _count(words):
        words = [(clean_line(row), False) for row in told.body.split("\n") if row.strip()]
    if not words or (len(source.text) > _LARGE and _count(words) < _LITTLE):
        hard = _hard(path, source.text, facts)
        if hard.articles or not words:
            return hard
    text = "\n\n".join(one for one, _ in words) + "\n"
    kinds = {number: ParagraphKind.CAPTION for number, (_, caption) in enumerate(words) if caption}
    lines = lines_of(text)
    heading = read_heading(lines[:_MOST_LINES])
    if heading.headline is None:  # byline and date alone, above the text
        facts, kinds = facts.over(heading.facts()), {**heading.kinds, **kinds}
    kinds.update(dict.fromkeys(_heading_rows(lines, facts), ParagraphKind.BYLINE))
    facts = facts.over(publication_in(text))
    if not facts.published:
        facts = facts.over(optional_formats.guessed_day(source.text))
    found = article(path, text, facts, lines, kinds)
    unread = () if found.published else unread_date(path, "page", told.unread)
    doubts = (*date_doubts(path, told.dated), *unread, *_body_doubts(path, found_body, page.paragraphs))
    return Reading((found,), doubts, source.findings)


def _heading_rows(lines: Sequence[TextLine], facts: Facts) -> Iterator[int]:
    """The rows above the text that name its author or its day and hold no sentence."""
    for number, line in enumerate(lines[:_TOP_LINES]):
        if size(line.words) > _FACT_WORDS:
            return
        named = facts.byline and facts.byline.casefold() in line.words.casefold()
        if named or any(day.day == facts.published for day in days_within(line.words)):
            yield number


def _body_doubts(path: str, body: PageBody, all_of: Sequence[PageParagraph]) -> Iterator[Problem]:
    """What may have been missed in the page, or read for what it is not."""
    if body.articles > 1:
        words = f"The page holds {body.articles} articles: only the one under its heading was read."
        yield Problem(path, words, "Save the others from pages of their own.", read=True)
    elif body.teasers:
        words = "These are the openings of several articles: the page is a list, or its article was missed."
        yield Problem(path, words, "Open the article and save it whole.", read=True)
    elif len(body.paragraphs) == 1 and len(all_of) > _MANY:
        yield Problem(path, "Only one paragraph was read of this page: there may be more.", read=True)


def _chosen(core: list[tuple[str, bool]], precise: Sequence[str]) -> list[tuple[str, bool]]:
    """The core's paragraphs that the second reader has, too; all of them if it has lost half of the words."""
    heard = _letters("".join(precise))
    both = [one for one in core if _letters(one[0]) in heard]
    return both if precise and _count(both) >= _LEAST_PRECISE * _count(core) else core


def _letters(words: str) -> str:
    """Letters and digits alone: the two readers part words and set blanks differently."""
    return "".join(filter(str.isalnum, words)).casefold()


def _count(words: Sequence[tuple[str, bool]]) -> int:
    return sum(size(one) for one, _ in words)


def _parsed(source: str, *, everything: bool = False) -> PageParser:
    page = PageParser(everything=everything)
    page.feed(source)  # without close(): its search for the end of an open tag takes quadratic time
    return page


def _hard(path: str, source: str, facts: Facts) -> Reading:
    """A page without running paragraphs: the extra may find the article in it."""
    if not optional_formats.has_pages():
        remedy = f"A harder look may find one: {optional_formats.command('pages')}"
        return Reading(problems=(Problem(path, _NO_ARTICLE, remedy),))
    found = optional_formats.hard_page(source)
    if found is None:
        return Reading(problems=(Problem(path, _NO_ARTICLE),))
    more, text = found
    return Reading((article(path, text, facts.over(more), lines_of(text), {}),))


def _decoded(raw: bytes) -> Decoded | Undecodable:
    found = decode(raw)
    declared = _CHARSET.search(raw[:4096])
    if isinstance(found, Decoded) and found.encoding == "cp1252" and declared:
        encoding = declared[1].decode("ascii").lower()
        try:
            return Decoded(raw.decode(encoding, "replace"), encoding)
        except (LookupError, ValueError):  # a NUL in the name of an encoding
            return found
    return found
