"""Ranking the best rows by the very words, their order, and how near they stand.

The score of a row is the sum, over the words of the query, of the weight of the best level met; more for
neighbouring words of the query that stand near each other in the row; less for every word met in a quotation
longer than the average, because a long one meets words by chance (and the less, the less the word tells).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from tui.search.parameters import (
    ADJACENT,
    ADJACENT_SHARE,
    LENGTH,
    LENGTH_BOUND,
    PAGE,
    REACH,
    REVERSED,
    SKIPPED,
    SPOKEN,
    TIGHT,
    WIDE,
)
from tui.search.query_interpretation import InterpretedWord
from tui.search.segment import DIVIDER, Segment, stand_together
from tui.search.vocabulary import WordRange
from tui.search.word_forms import ROLE_MARK

RankedT = TypeVar("RankedT")
_APART = 1e-9
"""By how much scores that would be alike differ, so that their order is kept."""

Meetings = list[dict[int, float]]
"""For every word of the query the places in a row where it is met, each with its weight."""


def _closeness(gap: int, step: int) -> float:
    """1 for words as far apart in the row (`gap` places) as in the query (`step`), else less."""
    if gap < 0:
        return REVERSED / -gap
    return 1 / (gap - step + 1) if gap >= step else TIGHT


_GAPS = [gap for gap in range(-REACH, REACH + 1) if gap]
_STEPS = tuple(
    (step, {gap: share * _closeness(gap, step) for gap in _GAPS}) for step, share in ((1, 1.0), (2, SKIPPED))
)


class KindsOfRow(NamedTuple):
    """Rows in which a word is what most mean by it, and those in which it is the other: a name, or said."""

    first: frozenset[int]
    second: frozenset[int]


class MetWords:
    """Which words of the query (by their number) the words of a segment meet, and for what weight."""

    def __init__(self, segment: Segment, meanings: Sequence[InterpretedWord]):
        self._met: dict[int, dict[int, float]] = {}
        self._wide: list[tuple[WordRange, int, float]] = []
        self._pairs: list[tuple[WordRange, WordRange, int, float]] = []
        self._roles = segment.vocabulary.beginning(ROLE_MARK)
        self.size = len(meanings)
        for asked, meaning in enumerate(meanings):
            for level in meaning.levels:
                for words in segment.ranges(level.forms):
                    self._learn(words, asked, level.weight)
                halves = (segment.pair(pair) for pair in level.forms.pairs)
                self._pairs += [(*pair, asked, level.weight) for pair in halves if pair]
        for word in self._met:
            self._widen(word)

    def _learn(self, words: WordRange, asked: int, weight: float) -> None:
        if words.past - words.first > WIDE:
            self._wide.append((words, asked, weight))
            return
        for word in range(words.first, words.past):
            met = self._met.setdefault(word, {})
            met[asked] = max(weight, met.get(asked, 0.0))

    def _widen(self, word: int) -> dict[int, float]:
        met = self._met.setdefault(word, {})
        for words, asked, weight in self._wide:
            if words.first <= word < words.past:
                met[asked] = max(weight, met.get(asked, 0.0))
        return met

    def meetings(self, row: Sequence[int], divider: int) -> Meetings:
        """Where the words of the query are met in a row, whose words after the `divider` name the speaker."""
        found: Meetings = [{} for _ in range(self.size)]
        known = self._met.get
        for place, word in enumerate(row):
            met = known(word)
            if met is None and self._wide and place != divider:
                met = self._widen(word)
            if met:
                for asked, weight in met.items():
                    found[asked][place] = weight
        for left, right, asked, weight in self._pairs:
            for place in stand_together(row, left, right):
                found[asked][place] = max(weight, found[asked].get(place, 0.0))
        if not any(places and max(places) > divider for places in found):
            return found
        roles = self._roles
        named = next(
            (place for place in range(divider + 1, len(row)) if roles.first <= row[place] < roles.past),
            len(row),
        )
        return [_apart(places, divider, named) for places in found]


def _apart(places: dict[int, float], divider: int, named: int) -> dict[int, float]:
    """The places, those of the speaker line out of REACH; its names, up to `named`, weigh SPOKEN more."""
    return {
        place + (place > divider) * REACH: weight + (divider < place < named) * SPOKEN
        for place, weight in places.items()
    }


def score(meetings: Meetings, said: int, average: float) -> float:
    """The score of a row whose quotation has `said` words, when the average has `average`."""
    best, in_quotation = 0.0, 0.0
    for places in meetings:
        if places:
            weight = max(places.values())
            best += weight
            in_quotation += min(1.0, weight) if min(places) < said else 0.0
    return best + _nearness(meetings) - LENGTH * in_quotation * _length(said, average)


def _length(said: int, average: float) -> float:
    """How many nats the quotation is longer than the average."""
    if not said or not average:
        return 0.0
    return max(-LENGTH_BOUND, min(LENGTH_BOUND, math.log(said / average)))


def _nearness(meetings: Meetings) -> float:
    total = 0.0
    for step, closeness in _STEPS:
        for first, second in zip(meetings, meetings[step:], strict=False):
            if first and second:
                total += _best_together(first, second, closeness)
    return total


def _best_together(first: dict[int, float], second: dict[int, float], closeness: dict[int, float]) -> float:
    """What the best standing of two words of the query together is worth."""
    best = 0.0
    for one, weight in first.items():
        for other, another in second.items():
            close = closeness.get(other - one)
            if close is not None:
                best = max(best, close * (ADJACENT + ADJACENT_SHARE * min(weight, another)))
    return best


def rank(
    segment: Segment, rows: Iterable[int], meanings: Sequence[InterpretedWord], average: float
) -> list[tuple[int, float]]:
    """The rows of a segment with their scores, in the order given."""
    met_words = MetWords(segment, meanings)
    ranked: list[tuple[int, float]] = []
    for number in rows:
        row = segment.row(number)
        said = row.index(DIVIDER)
        ranked.append((number, score(met_words.meetings(row, said), said, average)))
    return ranked


def in_pages(rows: Sequence[RankedT], meant: KindsOfRow, row_of: Callable[[RankedT], int]) -> list[RankedT]:
    """Rows, given best first, by what a word means in them: the second kind begins within two pages."""
    first = [one for one in rows if row_of(one) in meant.first]
    second = [one for one in rows if row_of(one) in meant.second]
    rest = [one for one in rows if row_of(one) not in meant.first and row_of(one) not in meant.second]
    return [*first[:PAGE], *second[:PAGE], *first[PAGE:], *second[PAGE:], *rest]


def dealt_out(scores: Iterable[float]) -> list[float]:
    """The scores, highest first, no two alike, for rows whose order is settled otherwise."""
    return [score - place * _APART for place, score in enumerate(sorted(scores, reverse=True))]
