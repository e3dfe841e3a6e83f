"""Which paragraphs of a web page are its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tui.library.formats.page_parser import PageParagraph, PageParser

FEWEST_WORDS = 5
"""Of a paragraph that counts as running text."""
_PROSE_WORDS = 10
"""Of a paragraph that shows that a block around the best one holds more of the article."""
_SHARES = (1.0, 0.75, 0.5)
"""How much of a paragraph's words counts for its own block, the one around it, and the next."""
_CLEARLY = 3
"""How many times the prose of a block one around it must hold to be taken in its place."""
_ALIKE = 1.5
"""The same, where the blocks beside it are of its own style: an article in pieces."""
_LETTERS_TO_A_WORD = 2
"""Of a script that is written without blanks."""
_UNBROKEN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ENDS_SENTENCE = re.compile("[.!?。！？…:;”\"’'»)\\]]\\s*$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(more\)|read more\s*[»›>]*)\s*$", re.IGNORECASE)
"""How the teaser of another article ends."""
_SIGNS = frozenset(
    "caption close advertisement advert share tweet print email next prev previous loading comments".split()
)
_SET_AS_TEXT = frozenset({"p", "pre", "li", "blockquote", "dd", "dt", "h2", "h3", "h4"})
_LEADS_AWAY = re.compile(
    r"(?:more|related|recommended|read (?:more|next|also)|see also|you (?:may|might)|most (?:read|popular)"
    r"|trending|top (?:stories|news)|latest|don[’']t miss"
    r"|comments?|share|tags?|filed under|topics"
    r"|about the author|sign up|subscribe|newsletter|follow us|want more"
    r"|tell us|what do you think|partner news|previous|next"
    r"|privacy)\b",
    re.IGNORECASE,
)
"""How a row begins below which stands what leads elsewhere."""
_FIRST_ROWS = 4
"""Rows of an article among which its heading stands."""
_LABEL_WORDS = 8
_MOST_BELOW = 0.25
"""The share of the words that may stand below such a row; where more does, it is a heading of the text."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


class PageBody(NamedTuple):
    """The paragraphs; how many articles the page holds, and whether what was read are but openings."""

    paragraphs: tuple[PageParagraph, ...]
    articles: int = 1
    teasers: bool = False


def size(words: str) -> int:
    """How many words; where a script has no blanks, two letters are taken for one."""
    return max(len(words.split()), len(_UNBROKEN.findall(words)) // _LETTERS_TO_A_WORD)


def page_body(page: PageParser, headline: str | None) -> PageBody:
    """The paragraphs of the block that has most running text, of one article alone."""
    tree = _Tree(page)
    if not tree.running:
        return PageBody(())
    best = tree.climbed(tree.densest())
    one, articles = _one_article(page, tree, best, headline)
    teasers = sum(1 for p in one if _CUT_OFF.search(p.words))
    shown = tuple(_without_signs([p for p in one if _is_text(p, headline)]))
    return PageBody(_without_end(shown), articles, teasers > len(one) / 2 and teasers > 2)


def _is_text(paragraph: PageParagraph, headline: str | None) -> bool:
    words = paragraph.words
    return bool(words) and not paragraph.mostly_links and words != headline and paragraph.tag != "h1"


class _Tree:
    """The blocks of a page with the prose that they hold."""

    def __init__(self, page: PageParser) -> None:
        self.page = page
        self.parents = page.parents
        self.running = [
            (p, size(p.words))
            for p in page.paragraphs
            if not p.mostly_links and size(p.words) >= FEWEST_WORDS
        ]
        self.children: list[list[int]] = [[] for _ in self.parents]
        for block, parent in enumerate(self.parents[1:], 1):
            self.children[parent].append(block)
        self.prose = [0.0] * len(self.parents)
        for paragraph, words in self.running:
            if (
                words >= _PROSE_WORDS
                and paragraph.tag not in ("li", "figcaption")
                and _is_sentence(paragraph.words)
            ):
                self.prose[paragraph.block] += words
        for block in range(len(self.parents) - 1, 0, -1):  # a block's number is above its parent's
            if page.tags[block] != "form":
                self.prose[self.parents[block]] += self.prose[block]

    def densest(self) -> int:
        """The block with most running text in and closely under it."""
        weight = [0.0] * len(self.parents)
        for paragraph, words in self.running:
            block = paragraph.block
            for share in _SHARES:
                weight[block] += share * words * (0.2 if _CUT_OFF.search(paragraph.words) else 1)
                block = self.parents[block]
        return max(range(len(weight)), key=lambda block: (weight[block], -block))

    def climbed(self, block: int) -> int:
        """The block, or one around it that holds clearly more prose: the article stands in pieces there."""
        best, around = block, block
        while around:
            inner, around = around, self.parents[around]
            held = max(1, self.prose[best])
            alone = self.prose[inner] <= held
            pieces = (self.prose[one] for one in self.children[around] if alone and self._alike(one, inner))
            if self.prose[around] >= _CLEARLY * held or sum(pieces) >= _ALIKE * held:
                best = around
        return best

    def _alike(self, one: int, other: int) -> bool:
        style = self.page.styles[other]
        return one == other or (self.page.styles[one] == style and not style.endswith(" "))

    def inside(self, outer: int) -> list[bool]:
        """Of each block whether it stands in that one, and in no form below it."""
        found = [False] * len(self.parents)
        for block, parent in enumerate(self.parents):
            found[block] = block == outer or (
                block > outer and found[parent] and self.page.tags[block] != "form"
            )
        return found


def _one_article(
    page: PageParser, tree: _Tree, best: int, headline: str | None
) -> tuple[list[PageParagraph], int]:
    """The paragraphs of the block; of a page with several articles only those of the one that it is about."""
    inside = tree.inside(best)
    found = [p for p in page.paragraphs if inside[p.block]]
    starts = [n for n, p in enumerate(found) if p.tag == "h1" and p.words]
    below_headings = [found[a:b] for a, b in pairwise([*starts, len(found)])]
    for pieces in (below_headings, _marked_articles(page, found)):
        told = [piece for piece in pieces if sum(_is_sentence(p.words) for p in piece[1:]) > 1]
        if len({_heading(piece) for piece in told}) > 1:
            return next((piece for piece in told if _heading(piece) == headline), told[0]), len(told)
    return found, 1


def _marked_articles(page: PageParser, found: list[PageParagraph]) -> list[list[PageParagraph]]:
    """The paragraphs of each outer element of that name which has a heading of its own."""
    outer = [0] * len(page.parents)
    for block, parent in enumerate(page.parents):
        outer[block] = outer[parent] or (block if page.tags[block] == "article" else 0)
    pieces: dict[int, list[PageParagraph]] = {}
    for paragraph in found:
        if outer[paragraph.block]:
            pieces.setdefault(outer[paragraph.block], []).append(paragraph)
    return [piece for piece in pieces.values() if _heading(piece)]


def _heading(piece: list[PageParagraph]) -> str:
    """The words of the heading among the first rows; empty if there is none."""
    return next((p.words for p in piece[:_FIRST_ROWS] if p.tag in ("h1", "h2") and p.words), "")


def _is_sentence(words: str) -> bool:
    return size(words) >= FEWEST_WORDS and bool(_ENDS_SENTENCE.search(words))


def _without_signs(paragraphs: list[PageParagraph]) -> Iterator[PageParagraph]:
    """Without the labels of buttons; a caption stands thrice in a gallery and is given once, as a caption.

    What is set as a paragraph is kept however often it comes.
    """
    times = Counter(p.words for p in paragraphs if p.tag not in _SET_AS_TEXT)
    seen: set[str] = set()
    for paragraph in paragraphs:
        words = paragraph.words
        loose = paragraph.tag not in _SET_AS_TEXT
        if words.casefold() in _SIGNS or (loose and words in seen and size(words) > 1):
            continue
        seen.add(words)
        yield replace(paragraph, tag="figcaption") if times[words] > 1 and loose else paragraph


def _without_end(paragraphs: tuple[PageParagraph, ...]) -> tuple[PageParagraph, ...]:
    """Without what leads elsewhere below the text ("More stories"), and a heading that nothing follows."""
    whole = sum(size(p.words) for p in paragraphs)
    below, end = 0, len(paragraphs)
    for number in range(len(paragraphs) - 1, 0, -1):
        words = paragraphs[number].words
        if below > whole * _MOST_BELOW:
            break
        below += size(words)
        if _LEADS_AWAY.match(words) and size(words) <= _LABEL_WORDS and not _is_sentence(words):
            end = number
    while end > 1 and paragraphs[end - 1].tag in _HEADINGS:
        end -= 1
    return paragraphs[:end]
