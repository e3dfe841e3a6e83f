"""Runs of the same words in two texts, found in time linear in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

SEED = 5
"""Words in a row that must be the same for a run to begin."""
CHANGED = 2
"""Words that may differ in one place inside a run."""
RESUMED = 3
"""Words that must agree again after such a place."""
REPEATS = 8
"""A row of words that recurs more often in a text starts no run: it is padding, or a test of patience."""


@dataclass(frozen=True, slots=True)
class SameWords:
    """Words `here .. here + words` of one text are words `there .. there + words` of the other."""

    here: int
    there: int
    words: int

    @property
    def here_end(self) -> int:
        return self.here + self.words

    @property
    def there_end(self) -> int:
        return self.there + self.words

    @property
    def turned(self) -> SameWords:
        """The same stretch seen from the other text."""
        return SameWords(self.there, self.here, self.words)


Row = tuple[str, ...]
"""SEED words that follow each other."""

Run = tuple[SameWords, ...]
"""Stretches in order in both texts, at most CHANGED words apart in either."""


def overlapping_runs(here: Sequence[str], there: Sequence[str]) -> list[Run]:
    """The runs of at least SEED same words, longest first, no word of either text in two of them.

    Where no word recurs, every row of SEED words or more that the texts share is part of one. The two
    texts may change places: the runs are the same, turned.
    """
    common = seeds(tuple(here)).intersection(rows(there))
    if not common:
        return []
    if (len(there), tuple(there)) < (len(here), tuple(here)):
        return [tuple(stretch.turned for stretch in run) for run in _runs(there, here, common)]
    return _runs(here, there, common)


def _runs(here: Sequence[str], there: Sequence[str], common: Set[Row]) -> list[Run]:
    found = sorted(
        _every_run(here, there, common), key=lambda run: (-words_in_run(run), run[0].here, run[0].there)
    )
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    kept = []
    for run in found:
        free = tuple(left for s in run if (left := _free(s, taken_here, taken_there)))
        if words_in_run(free) >= SEED:
            kept.append(free)
            for stretch in free:
                taken_here.update(range(stretch.here, stretch.here_end))
                taken_there.update(range(stretch.there, stretch.there_end))
    return kept


@lru_cache(maxsize=2)
def seeds(words: tuple[str, ...]) -> frozenset[Row]:
    """The rows of words that a run may begin with: two texts that share none share no run."""
    return frozenset(rows(words))


def rows(words: Sequence[str]) -> Iterator[Row]:
    """Every SEED words that follow each other, in order."""
    return zip(*(words[at:] for at in range(SEED)), strict=False)


def words_in_run(run: Run) -> int:
    """How many words of the run are the same."""
    return sum(stretch.words for stretch in run)


def _free(stretch: SameWords, taken_here: set[int], taken_there: set[int]) -> SameWords | None:
    """What longer runs have left of the stretch: shortened at its ends, None when broken in the middle."""
    free = [
        word
        for word in range(stretch.words)
        if stretch.here + word not in taken_here and stretch.there + word not in taken_there
    ]
    if not free or free[-1] - free[0] >= len(free):
        return None
    return SameWords(stretch.here + free[0], stretch.there + free[0], len(free))


def _every_run(here: Sequence[str], there: Sequence[str], common: Set[Row]) -> Iterator[Run]:
    """A run from each row of words `common` to both that no run before it has covered."""
    places: dict[Row, list[int]] = defaultdict(list)
    for at, row in _standing(there, common):
        places[row].append(at)
    covered: dict[int, int] = {}
    for start, row in _standing(here, common):
        if len(places[row]) > REPEATS:
            continue
        for match in places[row]:
            if covered.get(start - match, 0) <= start:
                yield _run_from(here, there, (start, match), covered)


def _standing(words: Sequence[str], common: Set[Row]) -> list[tuple[int, Row]]:
    """Where the rows `common` stand among the words. Few words begin or end one, and are soon looked up."""
    heads, tails = {row[0] for row in common}, {row[-1] for row in common}
    ends = enumerate(zip(words, words[SEED - 1 :], strict=False))
    maybe = [at for at, (head, tail) in ends if head in heads and tail in tails]
    return [(at, row) for at in maybe if (row := tuple(words[at : at + SEED])) in common]


def _run_from(
    here: Sequence[str], there: Sequence[str], start: tuple[int, int], covered: dict[int, int]
) -> Run:
    """As far as the words agree, stepping over places where at most CHANGED words differ.

    `covered` remembers for each offset between the texts up to which word `here` it has been walked, so
    that nothing is walked twice.
    """
    stretches = []
    at: tuple[int, int] | None = start
    while at is not None and covered.get(at[0] - at[1], 0) <= at[0]:
        stretch = SameWords(*at, _agreeing(here, there, *at))
        covered[at[0] - at[1]] = stretch.here_end
        stretches.append(stretch)
        at = _over_the_change(here, there, stretch.here_end, stretch.there_end)
    return tuple(stretches)


def _agreeing(here: Sequence[str], there: Sequence[str], i: int, j: int) -> int:
    """How many words agree from word `i` here and word `j` there."""
    words = 0
    most = min(len(here) - i, len(there) - j)
    while words < most and here[i + words] == there[j + words]:
        words += 1
    return words


STEPS = sorted(
    ((i, j) for i in range(CHANGED + 1) for j in range(CHANGED + 1) if i or j),
    key=lambda step: (max(step), step[0] + step[1]),
)
"""Words to step over here and there: the nearest first."""


def _over_the_change(here: Sequence[str], there: Sequence[str], i: int, j: int) -> tuple[int, int] | None:
    """Where the texts agree again after words that were put in, left out or replaced, or None."""
    for more_here, more_there in STEPS:
        next_i, next_j = i + more_here, j + more_there
        again = here[next_i : next_i + RESUMED]
        if len(again) == RESUMED and again == there[next_j : next_j + RESUMED]:
            return next_i, next_j
    return None
