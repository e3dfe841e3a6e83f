"""What a query word means in a corpus: its levels with their weights and the rows that meet them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import IntEnum
from itertools import chain, pairwise
from typing import NamedTuple

from tui.search import parameters
from tui.search.segment import Segment
from tui.search.word_forms import QueryWord, WordForms, in_either


class MatchLevel(IntEnum):
    """How far a level is from the very word; last, the words that only tell what the speaker is."""

    EXACT = 0
    AKIN = 1
    NEAR = 2
    ODD = 3
    FAR = 4
    ROLE = 5


_SHARES = dict(
    zip(
        MatchLevel,
        (parameters.EXACT, parameters.AKIN, parameters.NEAR, parameters.ODD, parameters.FAR, parameters.ROLE),
        strict=True,
    )
)


class LevelMatches(NamedTuple):
    """`rows` has, for every segment, the rows that meet this level or a better one; `weight` is in nats."""

    level: MatchLevel
    forms: WordForms
    weight: float
    rows: tuple[int, ...]


class InterpretedWord(NamedTuple):
    """The levels of one query word, best first, those left out that no row meets; weights fall.

    `importance` is the weight of meeting the word at all, by which rows are said to match the query.
    """

    asked: QueryWord
    levels: tuple[LevelMatches, ...]
    importance: float

    def rows(self, segment: int) -> int:
        """The rows of that segment that meet the word at all."""
        return self.levels[-1].rows[segment] if self.levels else 0


def information(total: int, having: int) -> float:
    """The nats told by meeting something that `having` of `total` rows have."""
    return math.log(1 + total / (having + 0.5))


def interpret(segments: Sequence[Segment], asked: QueryWord, forms: Sequence[WordForms]) -> InterpretedWord:
    """Weigh the forms of a word, given level by level, by how many rows meet each or a better one.

    Counting the better ones too keeps a level from weighing more than those before it.
    """
    total = sum(segment.size for segment in segments)
    rows = [0] * len(segments)
    levels: list[LevelMatches] = []
    for level, at_level in zip(MatchLevel, forms, strict=False):
        meeting = [segment.rows(at_level) for segment in segments]
        if any(meeting):
            rows = _either(rows, meeting)
            counted = _either(rows, [segment.rows(WordForms(at_level.counted_with)) for segment in segments])
            weight = _SHARES[level] * information(total, _size(counted))
            levels.append(LevelMatches(level, at_level, weight, tuple(rows)))
    return InterpretedWord(asked, tuple(levels), information(total, _size(rows)))


def _either(some: Sequence[int], others: Sequence[int]) -> list[int]:
    """For every segment the rows of either."""
    return [one | other for one, other in zip(some, others, strict=True)]


def _size(rows: Sequence[int]) -> int:
    return sum(some.bit_count() for some in rows)


def spelling_met(meaning: InterpretedWord, words: Sequence[str]) -> str:
    """The word (or two) by which a row of these words meets a query word that it has not.

    "" when the query word stands in some row and is no misspelling, or when it is only unfinished.
    """
    asked, levels = meaning.asked, [one.level for one in meaning.levels]
    well_known = MatchLevel.EXACT in levels and not meaning.levels[0].forms.counted_with
    unfinished = asked.open and any(word.startswith(asked.word) for word in words)
    if well_known or unfinished or asked.word in in_either(words):
        return ""
    for level in meaning.levels:
        single = (word for word in words if level.forms.typed(word))
        double = (f"{left} {right}" for left, right in pairwise(words) if level.forms.met_by(left, right))
        other = next(chain(single, double), "")
        if other:
            return other
    return ""
