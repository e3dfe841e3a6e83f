"""Saved web pages: the facts that the page states of itself, and its densest block of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats import page_facts
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import date_doubts
from tui.library.formats.decode import Decoded, Undecodable, decode
from tui.library.formats.heading_parser import read_heading
from tui.library.formats.page_parser import PageParagraph, PageParser
from tui.library.formats.publication_guess import publication_in
from tui.model.article import ParagraphKind
from tui.model.problem import Problem

LARGEST = 5_000_000
"""Bytes of a page; more is no article."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_NO_ARTICLE = "There is no article in this page."
_FEWEST_WORDS = 5
"""Of a paragraph that counts as running text."""
_SHARES = (1.0, 0.75, 0.5)
"""How much of a paragraph's words counts for its own block, the one around it, and the next."""
_LARGE, _LITTLE = 50_000, 40
"""Characters of a page's source, and words found in it, that together look as if the article was missed."""
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
    facts, dated, stated_body = page_facts.facts_of(page)
    shown = body(page.paragraphs, page.parents, facts.headline)
    if page.swallowed or not shown:
        page = _parsed(clean(source.text), everything=True)
        shown = body(page.paragraphs, page.parents, facts.headline)
    words = [(paragraph.words, paragraph.tag == "figcaption") for paragraph in shown]
    if len(stated_body.split()) > _STATED_SHARE * _count(words):
        words = [(clean_line(row), False) for row in stated_body.split("\n") if row.strip()]
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
    found = article(path, text, facts.over(publication_in(text)), lines, kinds)
    return Reading((found,), date_doubts(path, dated), source.findings)


def _count(words: Sequence[tuple[str, bool]]) -> int:
    return sum(len(one.split()) for one, _ in words)


def _parsed(source: str, *, everything: bool = False) -> PageParser:
    page = PageParser(everything=everything)
    page.feed(source)  # without close(): its search for the end of an open tag takes quadratic time
    return page


def _hard(path: str, source: str, facts: Facts) -> Reading:
    """A page without running paragraphs: the extra may find the article in it."""
    from tui.library.formats import optional_formats

    if not optional_formats.has_pages():
        remedy = f"A harder look may find one: {optional_formats.command('pages')}"
        return Reading(problems=(Problem(path, _NO_ARTICLE, remedy),))
    found = optional_formats.hard_page(source)
    if found is None:
        return Reading(problems=(Problem(path, _NO_ARTICLE),))
    more, text = found
    return Reading((article(path, text, facts.over(more), lines_of(text), {}),))


def body(
    paragraphs: Sequence[PageParagraph], parents: Sequence[int], headline: str | None
) -> list[PageParagraph]:
    """The paragraphs of the block that has most running text in and closely under it."""
    running = [p for p in paragraphs if not p.mostly_links and len(p.words.split()) >= _FEWEST_WORDS]
    weight = [0.0] * len(parents)
    for paragraph in running:
        block = paragraph.block
        for share in _SHARES:
            weight[block] += share * len(paragraph.words.split())
            block = parents[block]
    if not running:
        return []
    best = max(range(len(weight)), key=lambda block: (weight[block], -block))
    return [
        paragraph
        for paragraph in paragraphs
        if _inside(paragraph.block, best, parents)
        and paragraph.words
        and not paragraph.mostly_links
        and paragraph.words != headline
        and paragraph.tag != "h1"
    ]


def _inside(block: int, outer: int, parents: Sequence[int]) -> bool:
    while block > outer:  # a block's number is above its parent's
        block = parents[block]
    return block == outer


def _decoded(raw: bytes) -> Decoded | Undecodable:
    found = decode(raw)
    declared = _CHARSET.search(raw[:4096])
    if isinstance(found, Decoded) and found.encoding == "cp1252" and declared:
        encoding = declared[1].decode("ascii").lower()
        try:
            return Decoded(raw.decode(encoding, "replace"), encoding)
        except LookupError:
            return found
    return found
