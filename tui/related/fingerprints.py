"""A few numbers that stand for an article's wording: who copies shares some of them."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

ROW = 5
"""Words that one number stands for."""
WINDOW = 4
"""Of so many neighbouring rows one number is kept: any ROW + WINDOW - 1 same words share one."""


def rows(words: Sequence[str]) -> list[int]:
    """The number of every row of folded words: of a passage whose ends are not known all have to be tried."""
    return [crc32(" ".join(words[at : at + ROW]).encode()) for at in range(len(words) - ROW + 1)]


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The numbers (32 bits) kept by winnowing (Schleimer, Wilkerson, Aiken 2003) rows of folded words."""
    numbers = rows(words)
    last = max(1, len(numbers) - WINDOW + 1)
    return frozenset(min(numbers[at : at + WINDOW]) for at in range(last) if numbers)
