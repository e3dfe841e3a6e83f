"""Text that was set on pages: running heads and numbers of pages apart, broken words and lines mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.export_dates import date_within, whole_date
from tui.library.formats.publication_guess import paper_of
from tui.library.formats.unwrap_lines import joined

_PAGE_NUMBER = re.compile(
    r"[-–—]?[ ]?(?:(?:page|seite|p\.)\s+)?\d{1,4}(?:\s*(?:/|of|von|sur)\s*\d{1,4})?[ ]?[-–—]?$", re.IGNORECASE
)
_OF_AN_EXPORT = re.compile(r"(?:End of Document|Body|Do[ck]ument \w{10,}|[\w-]{3,20}:.*)$", re.IGNORECASE)
"""Rows that all articles of an export have, and that its splitter needs."""
_RIGHTS = re.compile(r"copyright|©|\(c\)|rights reserved", re.IGNORECASE)
_EDGE = 3
"""Rows at the top and at the bottom of a page among which its running heads are."""
_APART = re.compile(r" {5,}")
"""What parts the pieces of a running head, and columns."""
_COLUMNS = 0.25
"""Of the rows have such a gap where the page is set in columns."""
_BETWEEN = re.compile(r" {3,}|[|·]")
_FIGURES = re.compile(r"\d+")
_BROKEN = re.compile(r"(?P<before>.*?)(?P<left>[^\W\d_]+)[-\u2010\u00ad]$")
_GOES_ON = re.compile(r"\s*(?P<right>[^\W\d_]+)(?P<more>\S*)(?P<after>.*)$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTS = frozenset(
    "well self half cross twenty thirty forty fifty sixty seventy eighty ninety once vice mid multi "
    "semi long short high low left full hard non ex all".split()
)
"""Words that keep the hyphen behind them at the end of a line."""
_ENDINGS = frozenset(
    "able ably age al ally ance ant ary ate ated ation ed en ence ent er ers est ful ible ical ing "
    "ings ion ions ish ism ist ists ity ive ize less ly ment ments ness or ous sion sions tion tions "
    "ture ty".split()
)
"""Ends of words, which are no words that follow a hyphen."""
_SENTENCE_END = re.compile(r"[.!?…:]['”\"’)]*$")


class PrintedText(NamedTuple):
    """The rows of all pages without their running heads, and what those say of the article."""

    rows: tuple[str, ...]
    facts: Facts = Facts()

    @property
    def as_set(self) -> str:
        """The rows as they were set, with broken words put together: what an export is taken apart from."""
        return "\n".join(row.strip() for row in self.rows)

    @property
    def text(self) -> str:
        """The paragraphs, a blank line apart."""
        return "".join(f"{words}\n\n" for words in _paragraphs(self.rows))[:-1]


def in_columns(page: str) -> bool:
    """Whether a page whose layout was kept is set in columns: then its rows go across them."""
    rows = [row.strip() for row in page.split("\n") if row.strip()]
    return len(rows) > 2 * _EDGE and sum(bool(_APART.search(row)) for row in rows) > _COLUMNS * len(rows)


def printed_text(pages: Sequence[str]) -> PrintedText:
    """The text of some pages in order."""
    split = [_page_rows(page) for page in pages]
    times = Counter(key for rows in split for key in {_key(rows[n]) for n in _edges(rows)})
    heads: list[str] = []
    kept: list[str] = []
    for rows in split:
        dropped = _heads(rows, times, len(split))
        heads += [rows[n] for n in sorted(dropped)]
        body = [row for n, row in enumerate(rows) if n not in dropped]
        while body and not body[0].strip():
            body.pop(0)
        if kept and body and not _carries_on(kept, body[0]):
            kept.append("")
        kept += body
        while kept and not kept[-1].strip():
            kept.pop()
    return PrintedText(tuple(_mended(kept)), _facts(heads))


def _page_rows(page: str) -> list[str]:
    return [row.rstrip().replace("\t", " ") for row in clean(page).split("\n")]


def _edges(rows: Sequence[str]) -> list[int]:
    """The first and last rows of a page that are not blank."""
    shown = [n for n, row in enumerate(rows) if row.strip()]
    return list(dict.fromkeys((*shown[:_EDGE], *shown[-_EDGE:])))


def _heads(rows: Sequence[str], times: Counter[str], pages: int) -> set[int]:
    """The running heads of a page: rows from its edge inwards, as far as they are such."""
    shown = [n for n, row in enumerate(rows) if row.strip()]
    found: set[int] = set()
    for edge in (shown[:_EDGE], shown[: -_EDGE - 1 : -1]):
        found.update(takewhile(lambda n: _is_head(rows, n, times, pages), edge))
    return found


def _key(row: str) -> str:
    return _FIGURES.sub("0", clean_line(row)).casefold()


def _is_head(rows: Sequence[str], number: int, times: Counter[str], pages: int) -> bool:
    """Whether a row at the edge of a page is a running head: it is on most pages, or it is made like one."""
    row = rows[number].strip()
    if _PAGE_NUMBER.match(row):
        return True
    if _OF_AN_EXPORT.match(row) or (_SENTENCE_END.search(row) and not _RIGHTS.search(row)):
        return False
    if pages > 1 and times[_key(row)] >= max(2, (pages + 1) // 2):
        return True
    pieces = [piece.strip() for piece in _APART.split(row)]
    return len(pieces) > 1 and any(whole_date(piece) or _PAGE_NUMBER.match(piece) for piece in pieces)


def _facts(heads: Iterable[str]) -> Facts:
    """Paper and day in the running heads: they stand for the page, so they are guesses."""
    pieces = [piece.strip(" ,") for head in dict.fromkeys(heads) for piece in _BETWEEN.split(head)]
    dated = next((day for piece in pieces if (day := date_within(piece))), None)
    paper = next((paper for piece in pieces if (paper := paper_of(clean_line(piece)))), None)
    facts = Facts(publication=paper, published=dated.day if dated and not dated.ambiguous else None)
    return facts.told_by("the running head", guessed=True)


def _carries_on(kept: Sequence[str], row: str) -> bool:
    """Whether a page goes on in the middle of a sentence of the one above."""
    last = next((words for words in reversed(kept) if words.strip()), "").strip()
    return bool(last) and not _SENTENCE_END.search(last) and row.strip()[:1].islower()


def _mended(rows: Sequence[str]) -> list[str]:
    """The rows with each broken word put together on the upper one."""
    words = Counter(word.casefold() for row in rows for word in _WORDS.findall(row))
    found = list(rows)
    for n in range(len(found) - 1):
        broken = _BROKEN.match(found[n][-200:])
        going_on = _GOES_ON.match(found[n + 1]) if broken else None
        if broken and going_on and going_on["right"][0].islower():
            whole = _whole(broken["left"], going_on["right"], words)
            if found[n].endswith("\u00ad"):
                whole = broken["left"] + going_on["right"]
            start = len(found[n]) - len(broken["left"]) - 1
            found[n] = f"{found[n][:start]}{whole}{going_on['more']}"
            found[n + 1] = going_on["after"].strip()
    return [row for n, row in enumerate(found) if row or not rows[n].strip()]


def _whole(left: str, right: str, words: Counter[str]) -> str:
    """A broken word put together: with its hyphen where it is of two words, or is elsewhere in the text."""
    one, two = f"{left}{right}", f"{left}-{right}"
    if words[one.casefold()] or words[two.casefold()]:
        return one if words[one.casefold()] >= words[two.casefold()] else two
    if right.casefold() in _ENDINGS:
        return one
    both = words[left.casefold()] > 0 and words[right.casefold()] > 0
    return two if left.casefold() in _PARTS or both else one


def _paragraphs(rows: Sequence[str]) -> list[str]:
    found: list[str] = []
    block: list[str] = []
    for row in (*rows, ""):
        if row.strip():
            block.append(row)
        elif block:
            found += [words for part in _by_indent(block) for words in joined(part, at_margin=True)]
            block = []
    return found


def _by_indent(block: Sequence[str]) -> list[list[str]]:
    """The paragraphs of a block that open with an indent; a block of one measure is one part."""
    indents = [len(row) - len(row.lstrip()) for row in block]
    usual = Counter(indents).most_common(1)[0][0]
    usual = min(usual, min(indents)) if 2 * indents.count(min(indents)) >= len(block) // 2 else usual
    parts: list[list[str]] = []
    for row, indent in zip(block, indents, strict=True):
        words = " ".join(row.split())
        if not parts or indent > usual:
            parts.append([words])
        else:
            parts[-1].append(words)
    return parts
