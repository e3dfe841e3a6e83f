"""Quick search as it is meant, done slowly: every word of every row against every word of the query.

No index, no bitmap, no sieve, no choice of candidates: what the engine finds has to be this.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from tui.search import parameters
from tui.search.inflection import inflections
from tui.search.normalisation import folded_words
from tui.search.segment import SearchRow
from tui.search.typing_errors import is_likely_typo, is_misspelling

EXACT, AKIN, NEAR, ODD, FAR, ROLE = LEVELS = range(6)
SHARES = (
    parameters.EXACT, parameters.AKIN, parameters.NEAR, parameters.ODD, parameters.FAR, parameters.ROLE
)  # fmt: skip
MARK = "@"
"""Before the words of roles, where they stand among others."""
NO_MATCH = 9

Places = dict[int, float]
"""Where a word of the query is met in a row, and for what weight."""


@dataclass(frozen=True)
class Row:
    """The folded words of a quotation, of the names of its speaker and of the speaker's roles."""

    said: list[str]
    speaker: list[str]
    roles: list[str]

    def words(self) -> list[tuple[int, str]]:
        """Every word with its place; the speaker line begins out of reach."""
        first = len(self.said) + 1 + parameters.REACH
        return [
            *enumerate(self.said),
            *enumerate([*self.speaker, *(MARK + word for word in self.roles)], first),
        ]

    def pairs(self) -> list[tuple[int, str, str]]:
        """Every two words side by side, with the place of the first."""
        some = pairwise(self.words())
        return [(one, left, right) for (one, left), (other, right) in some if other == one + 1]


@dataclass(frozen=True)
class Asked:
    """A word of the query: whether it is still being typed, and what it makes with a neighbour."""

    word: str
    open: bool
    joined: frozenset[str]
    begun: str


def asked_words(words: Sequence[str]) -> list[Asked]:
    """The words of a line, the last of which is still being typed."""
    found = []
    for number, word in enumerate(words):
        before, after = words[max(0, number - 1) : number], words[number + 1 : number + 2]
        last_two = "".join(words[-2:])
        begins = len(words) > 1 and number >= len(words) - 2 and len(last_two) >= parameters.JOINED
        joined = frozenset([one + word for one in before] + [word + one for one in after])
        found.append(Asked(word, number == len(words) - 1, joined, last_two if begins else ""))
    return found


def has_digit(word: str) -> bool:
    """Whether a digit stands in the word."""
    return any(letter.isdigit() for letter in word)


def edits(typed: str, word: str) -> int:
    """How many typing errors make `typed` of `word`; NO_MATCH when they are not forgiven."""
    distance = OSA.distance(typed, word)
    if distance == 0:
        return 0
    if has_digit(typed) or has_digit(word) or len(typed) < parameters.ONE_EDIT:
        return NO_MATCH
    if distance == 1 or (distance == 2 and len(typed) >= parameters.TWO_EDITS and typed[0] == word[0]):
        return distance
    return NO_MATCH


def information(total: int, having: int) -> float:
    """The nats told by meeting what `having` of `total` rows have."""
    return math.log(1 + total / (having + 0.5))


class Corpus:
    """All rows, looked through again for every question."""

    def __init__(self, rows: Iterable[SearchRow]) -> None:
        whole = ((*row, "")[:3] for row in rows)
        self.rows = [
            Row(folded_words(words), folded_words(names), folded_words(roles))
            for words, names, roles in whole
        ]
        self.counts = Counter(word for row in self.rows for word in {*row.said, *row.speaker})
        self.role_words = {word for row in self.rows for word in row.roles}
        self.vocabulary = set(self.counts)
        self.names = {word for row in self.rows for word in row.speaker}

    def right_spellings(self, word: str, typed: str) -> set[str]:
        """What the word is judged a misspelling of, among the words near what was typed."""
        common = self.counts[word] * parameters.MISSPELT_RATIO
        if not common or common > len(self.rows) or word in self.names:
            return set()
        near = (other for other in self.vocabulary if 0 < edits(typed, other) < NO_MATCH)
        return {other for other in near if is_misspelling(word, other) and self.counts[other] >= common}

    def level(self, asked: Asked, word: str) -> int:
        """The best level at which a word meets what was asked: two errors anywhere, if nothing else does."""
        typed = asked.word
        if word.startswith(MARK):
            return ROLE if self.in_role(asked, word.removeprefix(MARK)) else NO_MATCH
        level = self.plain_level(asked, word)
        if (
            level < NO_MATCH
            or has_digit(word + typed)
            or len(typed) < parameters.TWO_EDITS
            or self.meets(asked)
        ):
            return level
        return FAR if OSA.distance(typed, word) <= 2 else NO_MATCH

    def meets(self, asked: Asked) -> bool:
        """Whether any row meets what was asked."""
        pairs = (self.makes(asked, left, right) for row in self.rows for _, left, right in row.pairs())
        plain = (self.plain_level(asked, word) < NO_MATCH for word in self.vocabulary)
        return any(pairs) or any(plain) or any(self.is_role(asked, word) for word in self.role_words)

    def is_role(self, asked: Asked, word: str) -> bool:
        """Whether a word of a role meets what was asked: typing errors only of words that are also said."""
        typed = asked.word
        begun = (asked.open and word.startswith(typed)) or (asked.begun and word.startswith(asked.begun))
        if word == typed or begun or (not has_digit(typed) and word in inflections(typed)):
            return True
        return word in self.vocabulary and self.plain_level(asked, word) <= ODD

    def in_role(self, asked: Asked, word: str) -> bool:
        """The same, any typing error forgiven if nothing else meets what was asked."""
        typed = asked.word
        if self.is_role(asked, word) or self.meets(asked):
            return self.is_role(asked, word)
        forgiven = 0 if has_digit(typed + word) else 2 if len(typed) >= parameters.TWO_EDITS else 1
        return len(typed) >= parameters.ONE_EDIT and OSA.distance(typed, word) <= forgiven

    def plain_level(self, asked: Asked, word: str) -> int:
        """The same, with a right first letter wherever there are two errors."""
        typed = asked.word
        if word == typed:
            return EXACT
        ending = not has_digit(typed) and word in inflections(typed)
        akin = word in asked.joined or (ending and self.counts[typed] > 0)
        begun = (asked.open and word.startswith(typed)) or (asked.begun and word.startswith(asked.begun))
        if akin or begun or word in self.right_spellings(typed, typed):
            return AKIN
        wrong = edits(typed, word)
        slip = wrong == 1 and len(typed) >= parameters.NEAR_EDIT and not self.right_spellings(word, typed)
        if ending or (slip and is_likely_typo(typed, word)):
            return NEAR
        if slip:
            return ODD
        return FAR if wrong < NO_MATCH or self.begins_about(asked, word) else NO_MATCH

    def begins_about(self, asked: Asked, word: str) -> bool:
        """Whether the word is longer than what was typed, or begins with it but for one error."""
        typed = asked.word
        if len(typed) < parameters.BEGINNING:
            return False
        if not asked.open:
            return word.startswith(typed)
        starts = [
            word[:length] for length in range(max(parameters.BEGINNING, len(typed) - 1), len(typed) + 2)
        ]
        slips = (start for start in starts if start[:1] == typed[0] and OSA.distance(start, typed) == 1)
        return not has_digit(typed) and any(not has_digit(start) for start in slips)

    def makes(self, asked: Asked, left: str, right: str) -> bool:
        """Whether two words side by side are what was asked, split in two."""
        typed = asked.word
        second = typed[len(left) :]
        if not typed.startswith(left) or min(len(left), len(second)) < parameters.SPLIT:
            return False
        if left[-1].isdigit() and second[0].isdigit():
            return False
        if asked.open and not any(word.startswith(typed) for word in self.vocabulary):
            return right.startswith(second)
        return right == second

    def places(self, asked: Asked, row: Row) -> list[tuple[int, int]]:
        """Where the row meets what was asked, and at what level."""
        found = [(place, self.level(asked, word)) for place, word in row.words()]
        found += [(place, AKIN) for place, left, right in row.pairs() if self.makes(asked, left, right)]
        return [(place, level) for place, level in found if level < NO_MATCH]

    def weights(self, asked: Asked) -> dict[int, float]:
        """What every level weighs, by the rows that meet it or a better one."""
        best = [min((level for _, level in self.places(asked, row)), default=NO_MATCH) for row in self.rows]
        right = self.right_spellings(asked.word, asked.word)
        shared = [any(word in right for _, word in row.words()) for row in self.rows]
        weights = {}
        for level in LEVELS:
            having = sum(
                one <= level or (level == EXACT and other) for one, other in zip(best, shared, strict=True)
            )
            weights[level] = SHARES[level] * information(len(self.rows), having)
        return weights

    def met(self, asked: Asked, row: Row, weights: dict[int, float]) -> Places:
        """Where the row meets what was asked, for what weight."""
        found: Places = {}
        for place, level in self.places(asked, row):
            more = parameters.SPOKEN if place > len(row.said) and level != ROLE else 0.0
            found[place] = max(weights[level] + more, found.get(place, 0.0))
        return found

    def scores(self, line: str) -> dict[int, float]:
        """The score of every row that meets any word of the line."""
        asked = asked_words(folded_words(line)[: parameters.MOST_WORDS])
        weights = [self.weights(word) for word in asked]
        average = sum(len(row.said) for row in self.rows) / len(self.rows)
        scores = {}
        for number, row in enumerate(self.rows):
            met = [self.met(word, row, some) for word, some in zip(asked, weights, strict=True)]
            if any(met):
                scores[number] = score(met, len(row.said), average)
        return self.in_pages(asked[0], scores) if len(asked) == 1 else scores

    def in_pages(self, asked: Asked, scores: dict[int, float]) -> dict[int, float]:
        """The scores dealt out anew where one word is said by some and names others: both come soon."""
        kinds: tuple[list[int], ...] = ([], [], [])
        for number in sorted(scores, key=lambda number: (-scores[number], number)):
            row = self.rows[number]
            met = [place for place, level in self.places(asked, row) if level <= AKIN]
            bears = any(place > len(row.said) for place in met)
            kinds[1 if bears else 0 if met else 2].append(number)
        said, named, rest = kinds
        if not named:
            return scores
        one, other = (named, said) if len(named) > len(said) else (said, named)
        page = parameters.PAGE
        rows = [*one[:page], *other[:page], *one[page:], *other[page:], *rest]
        return dict(zip(rows, sorted(scores.values(), reverse=True), strict=True))

    def matching(self, line: str) -> set[int]:
        """The rows that meet words that carry MATCHING_SHARE of what the line weighs, in whole steps."""
        asked = asked_words(folded_words(line)[: parameters.MOST_WORDS])
        meets = [[bool(self.places(word, row)) for row in self.rows] for word in asked]
        told = (information(len(self.rows), sum(rows)) for rows in meets)
        steps = [max(1, round(nats * parameters.STEPS_PER_NAT)) for nats in told]
        bound = math.ceil(parameters.MATCHING_SHARE * sum(steps))
        sums = (
            sum(step for step, rows in zip(steps, meets, strict=True) if rows[n])
            for n in range(len(self.rows))
        )
        return {number for number, total in enumerate(sums) if total >= bound}


def score(met: Sequence[Places], said: int, average: float) -> float:
    """The weights of the words met, their nearness, and the length of the quotation."""
    total = sum(max(places.values()) for places in met if places)
    for step, share in ((1, 1.0), (2, parameters.SKIPPED)):
        for first, second in zip(met, met[step:], strict=False):
            together = [
                share
                * closeness(other - one, step)
                * (parameters.ADJACENT + parameters.ADJACENT_SHARE * min(v, w))
                for one, v in first.items()
                for other, w in second.items()
            ]
            total += max(together, default=0.0)
    in_quotation = sum(
        min(1.0, max(places.values())) for places in met if any(place < said for place in places)
    )
    length = math.log(said / average) if said else 0.0
    return total - parameters.LENGTH * in_quotation * max(
        -parameters.LENGTH_BOUND, min(parameters.LENGTH_BOUND, length)
    )


def closeness(gap: int, step: int) -> float:
    """How well two words stand together that are `gap` apart in the row and `step` in the query."""
    if gap == 0 or abs(gap) > parameters.REACH:
        return 0.0
    if gap < 0:
        return parameters.REVERSED / -gap
    return 1 / (gap - step + 1) if gap >= step else parameters.TIGHT
