"""Comparing a quotation with what is printed: whole, trimmed, altered, or something else altogether."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from tui.model.printed_words import as_read
from tui.model.span import Span
from tui.model.verdict import Caution, Change, Comparison, Difference, Grade
from tui.search.alignment import AlignedPair, align
from tui.search.normalisation import PlacedWord
from tui.search.verbatim_words import (
    VerbatimQuotation,
    denies,
    span_of_words,
    verbatim_quotation,
    verbatim_words,
)

NEAR = 0.6
"""An altered quotation shares so much of its weight with what is printed there."""
PARTICLE = 2
"""A word weighs its letters less so many: "of" and "the" say little."""
_SENTENCE_ENDS = re.compile(r"[.!?…][”’\"')]*\s")
FEWEST = 2
"""Words that it shares at least."""
HOLES = 4
"""A trimmed quotation may have one hole that it does not own up to in so many words (one in any case), and
lack no more words there than it has.
"""


def compare(quoted: str, printed: str) -> Comparison | None:
    """How `quoted` stands to the nearest stretch of `printed`; None when it is something else altogether."""
    return compare_verbatim(quoted, verbatim_quotation(quoted), printed)


def compare_verbatim(quoted: str, words: VerbatimQuotation, printed: str) -> Comparison | None:
    """The same for a quotation whose words are known already."""
    there = verbatim_words(printed)
    if not words.words or not there:
        return None
    pairs = _pairs(words, [word.word for word in there])
    numbers = [pair.printed for pair in pairs if pair.printed is not None]
    if not numbers:
        return None
    first, end = numbers[0], numbers[-1] + 1
    differences: list[Difference] = []
    cautions: set[Caution] = set()
    instead: set[str] = set()
    done = 0
    fates = zip(_fates(pairs, words.words, there), pairs, strict=True)
    for same, run in groupby(fates, itemgetter(0)):
        mine, theirs = _numbers(pair for _, pair in run)
        change = Change.SAME if same else _change(mine, theirs)
        left = change is Change.LEFT_OUT
        asked_for, standing = _words(words.words, mine).of(quoted), as_read(_words(there, theirs).of(printed))
        differences.append(Difference(change, asked_for, standing, left and done in words.cuts))
        if differences[-1].marked:
            instead.update(there[number].word for number in theirs)
            cautions.update(_cautions(printed, there, theirs))
        done += len(mine)
    grade = _grade(words, differences, whole=end - first == len(there))
    if grade in (Grade.VERBATIM, Grade.TRIMMED) and not words.put_in <= instead:
        grade = Grade.ALTERED
    if grade is None:
        return None
    closeness = _closeness(words, differences)
    return Comparison(
        grade,
        tuple(differences),
        first,
        len(there) - end,
        span_of_words(there, first, end),
        closeness,
        tuple(sorted(cautions)),
    )


def _cautions(printed: str, there: Sequence[PlacedWord], left_out: Sequence[int]) -> Iterator[Caution]:
    """What becomes of the sense without these words, which stand between others."""
    if any(denies(there[number].word) for number in left_out):
        yield Caution.DENIAL
    start, end = there[left_out[0] - 1].ends[-1], there[left_out[-1] + 1].start
    if _SENTENCE_ENDS.search(printed, start, end):
        yield Caution.SENTENCES


def _pairs(words: VerbatimQuotation, there: Sequence[str]) -> list[AlignedPair]:
    """The alignment; words that stand there in one row need none."""
    quoted = [word.word for word in words.words]
    line = f" {' '.join(there)} "
    place = line.find(f" {' '.join(quoted)} ")
    if place < 0:
        return align(quoted, there, words.cuts)
    first = line.count(" ", 0, place)
    return [AlignedPair(number, first + number) for number in range(len(quoted))]


def _fates(
    pairs: Sequence[AlignedPair], words: Sequence[PlacedWord], there: Sequence[PlacedWord]
) -> list[bool]:
    """Whether each pair is the same word; of a character that is several words ("¼") all are, or none."""
    same = [_same(pair, words, there) for pair in pairs]
    if all(same):
        return same
    runs = [
        *_of_one_character([pair.quoted for pair in pairs], words),
        *_of_one_character([pair.printed for pair in pairs], there),
    ]
    while split := [run for run in runs if len(set(same[run])) > 1]:
        for run in split:
            same[run] = [False] * len(same[run])
    return same


def _of_one_character(numbers: Sequence[int | None], words: Sequence[PlacedWord]) -> Iterator[slice]:
    """The pairs from a word to the next one where both stand in the same character."""
    before = None
    for at, number in enumerate(numbers):
        if number is None:
            continue
        if before is not None and words[number].start == words[number - 1].start:
            yield slice(before, at + 1)
        before = at


def _same(pair: AlignedPair, words: Sequence[PlacedWord], there: Sequence[PlacedWord]) -> bool:
    if pair.quoted is None or pair.printed is None:
        return False
    return words[pair.quoted].word == there[pair.printed].word


def _change(mine: Sequence[int], theirs: Sequence[int]) -> Change:
    if not theirs:
        return Change.ADDED
    return Change.CHANGED if mine else Change.LEFT_OUT


def _numbers(run: Iterable[AlignedPair]) -> tuple[list[int], list[int]]:
    """The quoted and the printed words of a run."""
    pairs = list(run)
    mine = [pair.quoted for pair in pairs if pair.quoted is not None]
    return mine, [pair.printed for pair in pairs if pair.printed is not None]


def _words(words: Sequence[PlacedWord], numbers: Sequence[int]) -> Span:
    return span_of_words(words, numbers[0], numbers[-1] + 1) if numbers else Span(0, 0)


def _grade(words: VerbatimQuotation, differences: Sequence[Difference], *, whole: bool) -> Grade | None:
    fates = {one.change for one in differences}
    if fates == {Change.SAME}:
        return Grade.VERBATIM if whole else Grade.TRIMMED
    if fates == {Change.SAME, Change.LEFT_OUT}:
        holes = [one for one in differences if one.change is Change.LEFT_OUT and not one.marked]
        lacking = sum(len(verbatim_words(hole.printed)) for hole in holes)
        if len(holes) <= max(1, len(words.words) // HOLES) and lacking <= len(words.words):
            return Grade.TRIMMED
    shared = sum(len(verbatim_words(one.asked)) for one in differences if one.change is Change.SAME)
    near = shared >= FEWEST and _closeness(words, differences) >= NEAR
    return Grade.ALTERED if near else None


def _closeness(words: VerbatimQuotation, differences: Sequence[Difference]) -> float:
    """The share of the words, of those quoted and those left out in silence, that are the same, by weight."""
    same = sum(_weight(verbatim_words(one.asked)) for one in differences if one.change is Change.SAME)
    lacking = [one for one in differences if one.change is Change.LEFT_OUT and not one.marked]
    return same / (_weight(words.words) + sum(_weight(verbatim_words(one.printed)) for one in lacking))


def _weight(words: Iterable[PlacedWord]) -> int:
    return sum(max(1, len(word.word) - PARTICLE) for word in words)
