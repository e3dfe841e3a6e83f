"""A few numbers that stand for an article's wording: who copies shares some of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar
from zlib import crc32

ROW = 5
"""Words that one number stands for."""
WINDOW = 4
"""Of so many neighbouring rows one number is kept: any ROW + WINDOW - 1 same words share one."""


Item = TypeVar("Item")


def rows(words: Sequence[str]) -> list[int]:
    """The number of every row of folded words: of a passage whose ends are not known all have to be tried."""
    return [crc32(row.encode()) for row in map(" ".join, _neighbours(words, ROW))]


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The numbers (32 bits) kept by winnowing (Schleimer, Wilkerson, Aiken 2003) rows of folded words."""
    numbers = rows(words)
    if len(numbers) < WINDOW:
        return frozenset([min(numbers)] if numbers else ())
    return frozenset(map(min, _neighbours(numbers, WINDOW)))


def _neighbours(items: Sequence[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Every `size` items that follow each other."""
    return zip(*(items[at:] for at in range(size)), strict=False)
