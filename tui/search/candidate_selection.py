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


def weighted(senses: Sequence[InterpretedWord], segment: int, size: int) -> WeightedCounts:
    """For every row of a segment the weights of the best tiers that it meets, in steps.

    A tier's rows hold those of the better ones, so each tier adds what it weighs more than the next one.
    """
    tally = WeightedCounts(size)
    for sense in senses:
        added = 0
        for tier in reversed(sense.tiers):
            tally.add(tier.rows[segment], _steps(tier.weight) - added)
            added = _steps(tier.weight)
    return tally


def matching(senses: Sequence[InterpretedWord], segment: int, size: int) -> int:
    """The rows of a segment that meet words with at least MATCHING_SHARE of the importance of all."""
    tally = WeightedCounts(size)
    for sense in senses:
        tally.add(sense.rows(segment), _steps(sense.importance))
    return tally.at_least(ceil(MATCHING_SHARE * sum(_steps(sense.importance) for sense in senses)))


def meeting_all(senses: Sequence[InterpretedWord], segment: int, size: int) -> int:
    """The rows of a segment that meet every word."""
    rows = everything(size)
    for sense in senses:
        rows &= sense.rows(segment)
    return rows
