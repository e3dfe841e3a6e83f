"""Laying a quotation alongside what is printed, word by word, at the least cost.

It is the alignment of two sequences by Needleman and Wunsch (1970) with the gaps of Gotoh (1982): the printed
words may go on before and after for nothing, leaving out a run of them in between costs little more than
leaving out one, and nothing at all where the quotation owns up to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

_FAULT = 20
"""What a word costs that was changed or added, and what beginning to leave words out costs."""
_MORE = 1
"""What each word left out costs."""
_NEVER = 1 << 30


class AlignedPair(NamedTuple):
    """The numbers of a quoted and a printed word side by side; None where one of them stands alone."""

    quoted: int | None
    printed: int | None


Row = tuple[list[int], list[int]]
"""For every place between the printed words, what it costs to have got there with some of the quoted ones:
right after a quoted word, and right after a printed one that was left out."""


def align(
    quoted: Sequence[str], printed: Sequence[str], cuts: AbstractSet[int] = frozenset()
) -> list[AlignedPair]:
    """The pairs from the first to the last quoted word; leaving out before those in `cuts` is free."""
    table: list[Row] = [([0] * (len(printed) + 1), [_NEVER] * (len(printed) + 1))]
    for number, word in enumerate(quoted, start=1):
        reached = _reached(word, printed, table[-1])
        table.append((reached, _left_out(reached, *_prices(number, cuts))))
    return _traced(quoted, printed, table, cuts)


def _prices(row: int, cuts: AbstractSet[int]) -> tuple[int, int]:
    """What leaving out the first and another printed word costs after so many quoted ones."""
    return (0, 0) if row in cuts else (_FAULT + _MORE, _MORE)


def _reached(word: str, printed: Sequence[str], row: Row) -> list[int]:
    """The costs after one more quoted word: it stands for a printed one, or for none."""
    before = list(map(min, *row))
    costs = [before[0] + _FAULT]
    for place, other in enumerate(printed):
        beside = before[place] if word == other else before[place] + _FAULT
        alone = before[place + 1] + _FAULT
        costs.append(min(beside, alone))
    return costs


def _left_out(reached: Sequence[int], first: int, more: int) -> list[int]:
    """The costs after leaving out a run of printed words."""
    costs = [_NEVER]
    for cost in reached[:-1]:
        costs.append(min(cost + first, costs[-1] + more))
    return costs


def _traced(
    quoted: Sequence[str], printed: Sequence[str], table: Sequence[Row], cuts: AbstractSet[int]
) -> list[AlignedPair]:
    """The way back through the table from its cheapest end."""
    row, last = len(quoted), table[-1][0]
    place = min(range(len(last)), key=last.__getitem__)
    while last[place : place + 1] == last[place + 1 : place + 2]:  # a word changed, not one added at the end
        place += 1
    pairs: list[AlignedPair] = []
    leaving = False
    while row:
        reached, left_out = table[row]
        if leaving:
            place -= 1
            pairs.append(AlignedPair(None, place))
            leaving = reached[place] + _prices(row, cuts)[0] != left_out[place + 1]
            continue
        above = table[row - 1]
        fault = _FAULT * (place > 0 and quoted[row - 1] != printed[place - 1])
        beside = place > 0 and min(above[0][place - 1], above[1][place - 1]) + fault == reached[place]
        row -= 1
        place -= beside
        pairs.append(AlignedPair(row, place if beside else None))
        leaving = table[row][1][place] < table[row][0][place]
    return pairs[::-1]
