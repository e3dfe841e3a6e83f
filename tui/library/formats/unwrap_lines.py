"""Paragraphs whose lines were broken at the margin: exports and pages of print, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

_WIDEST = 130
"""Characters of the longest line that can have been broken at a margin; a longer one is a paragraph."""
_FULL = 0.6
"""A line that goes on below fills so much of the measure: the widest line of its block."""


def paragraphs(rows: Iterable[str]) -> list[str]:
    """The paragraphs of the rows: blank rows part them, and rows broken at the margin are joined."""
    found: list[str] = []
    for block in _blocks(rows):
        found += joined(block)
    return found


def _blocks(rows: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for row in rows:
        words = " ".join(row.split())
        if words:
            block.append(words)
        elif block:
            yield block
            block = []
    if block:
        yield block


def joined(block: list[str], *, at_margin: bool = False) -> list[str]:
    """The paragraphs of rows without a blank one. `at_margin`: they were set, so however wide they are."""
    widest = max(map(len, block))
    if widest > _WIDEST and not at_margin:
        return block
    found = block[:1]
    for above, row in pairwise(block):
        if len(above) >= _FULL * widest and not _begins_anew(above, row):
            found[-1] = _continued(found[-1], row)
        else:
            found.append(row)
    return found


def _begins_anew(above: str, row: str) -> bool:
    """Whether a full row that ends a sentence stands above one that opens an utterance."""
    return above.endswith((".", ".”", ".'", '."', "?”", "!”")) and row.startswith(("“", '"', "‘"))


def _continued(words: str, row: str) -> str:
    """A word that was broken with a soft hyphen is mended; a hard one may be its own."""
    return words[:-1] + row if words.endswith("\u00ad") else f"{words} {row}"
