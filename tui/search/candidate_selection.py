"""Choosing the rows worth ranking: sums of weights over all rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from tui.search.bitmaps import everything
from tui.search.parameters import MATCHING_SHARE, STEPS_PER_NAT
from tui.search.query_interpretation import InterpretedWord
from tui.search.weighted_counts import WeightedCounts


def _steps(weight: float) -> int:
    return max(1, round(weight * STEPS_PER_NAT))


def weighted(meanings: Sequence[InterpretedWord], segment: int, size: int) -> WeightedCounts:
    """For every row of a segment the weights of the best levels that it meets, in steps.

    A level's rows hold those of the better ones, so each level adds what it weighs more than the next one.
    """
    counts = WeightedCounts(size)
    for meaning in meanings:
        added = 0
        for level in reversed(meaning.levels):
            counts.add(level.rows[segment], _steps(level.weight) - added)
            added = _steps(level.weight)
    return counts


def matching(meanings: Sequence[InterpretedWord], segment: int, size: int) -> int:
    """The rows of a segment that meet words with at least MATCHING_SHARE of the importance of all."""
    counts = WeightedCounts(size)
    for meaning in meanings:
        counts.add(meaning.rows(segment), _steps(meaning.importance))
    return counts.at_least(ceil(MATCHING_SHARE * sum(_steps(meaning.importance) for meaning in meanings)))


def meeting_all(meanings: Sequence[InterpretedWord], segment: int, size: int) -> int:
    """The rows of a segment that meet every word."""
    rows = everything(size)
    for meaning in meanings:
        rows &= meaning.rows(segment)
    return rows
