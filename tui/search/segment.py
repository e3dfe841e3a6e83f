"""A batch of quotations, indexed once and never changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from tui.search.bitmaps import bitmap, members
from tui.search.folding import words_of
from tui.search.forms import Forms, Pair
from tui.search.lexicon import Lexicon, Range
from tui.search.postings import Postings
from tui.search.tuning import PAIR_ROWS

DIVIDER = 0
"""The number that stands between the words of a quotation and those of its speaker line."""


class Segment:
    """`text[starts[n]:starts[n + 1]]` are the words of row n as numbers: words said, DIVIDER, speaker line.

    `everywhere` finds rows by any word of theirs, `named` by the words of the speaker line alone. `said` is
    how many words were said in all rows together.
    """

    __slots__ = ("everywhere", "lexicon", "named", "said", "size", "starts", "text")

    def __init__(
        self,
        lexicon: Lexicon,
        text: Sequence[int],
        starts: Sequence[int],
        postings: tuple[Postings, Postings],
        said: int,
    ):
        self.lexicon, self.text, self.starts, self.said = lexicon, text, starts, said
        self.everywhere, self.named = postings
        self.size = len(starts) - 1

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> Segment:
        """The segment of these rows: the words of a quotation, and its speaker line."""
        named = lru_cache(maxsize=10_000)(words_of)
        return cls.of_words((words_of(words), named(speaker)) for words, speaker in rows)

    @classmethod
    def of_words(cls, rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Segment:
        """The same from folded words."""
        met: dict[str, int] = {"": DIVIDER}
        first, starts, said = array("I"), array("I", [0]), 0
        for words, speaker in rows:
            first.extend([met.setdefault(word, len(met)) for word in chain(words, [""], speaker)])
            starts.append(len(first))
            said += len(words)
        ordered = sorted(met)
        number = array("I", bytes(4 * len(met)))
        for place, word in enumerate(ordered):
            number[met[word]] = place
        text = array("I", [number[word] for word in first])
        lexicon = Lexicon.of(ordered)
        return cls(lexicon, text, starts, _postings(lexicon, text, starts), said)

    def row(self, row: int) -> list[int]:
        """The words of a row as numbers, with the DIVIDER."""
        return list(self.text[self.starts[row] : self.starts[row + 1]])

    def words(self, row: int) -> tuple[list[str], list[str]]:
        """The folded words said and those of the speaker line."""
        words = [self.lexicon.words[word] for word in self.row(row)]
        divider = words.index("")
        return words[:divider], words[divider + 1 :]

    def count(self, word: str) -> int:
        """How many rows have the word."""
        number = self.lexicon.find(word)
        return 0 if number is None else self.everywhere.count(number)

    def names(self, word: str) -> bool:
        """Whether the word stands in any speaker line."""
        number = self.lexicon.find(word)
        return number is not None and self.named.count(number) > 0

    def ranges(self, forms: Forms) -> list[Range]:
        """The words and beginnings of `forms` that are here."""
        numbers = (self.lexicon.find(word) for word in forms.words)
        found = [Range(number, number + 1) for number in numbers if number is not None]
        found += [self.lexicon.beginning(start) for start in forms.beginnings]
        return [words for words in found if words.first < words.past]

    def pair(self, pair: Pair) -> tuple[Range, Range] | None:
        """The words that make the pair, if both halves are here."""
        left = self.ranges(Forms(frozenset([pair.left])))
        half = frozenset([pair.right])
        right = self.ranges(Forms(beginnings=half) if pair.open else Forms(half))
        return (left[0], right[0]) if left and right else None

    def rows(self, forms: Forms) -> int:
        """The rows that have any of `forms`."""
        found = self.everywhere.having(self.ranges(forms))
        for pair in forms.pairs:
            halves = self.pair(pair)
            if halves:
                found |= self._side_by_side(*halves)
        return found

    def named_rows(self, forms: Forms) -> int:
        """The rows that have any of the words or beginnings of `forms` in the speaker line."""
        return self.named.having(self.ranges(forms))

    def _side_by_side(self, left: Range, right: Range) -> int:
        both = self.everywhere.having([left]) & self.everywhere.having([right])
        if both.bit_count() > PAIR_ROWS:
            return 0
        found = (row for row in members(both) if stand_together(self.row(row), left, right))
        return bitmap(found, self.size)

    def phrase(self, words: Sequence[str]) -> int:
        """The rows where these words stand one after the other."""
        numbers = [self.lexicon.find(word) for word in words]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers):
            return 0
        rows = self.everywhere.having([Range(known[0], known[0] + 1)])
        for number in known[1:]:
            rows &= self.everywhere.having([Range(number, number + 1)])
        if len(known) == 1:
            return rows
        return bitmap((row for row in members(rows) if _runs(self.row(row), known)), self.size)


def stand_together(words: Sequence[int], left: Range, right: Range) -> list[int]:
    """The places in `words` where one of `left` is followed by one of `right`."""
    before, found = False, []
    for place, word in enumerate(words):
        if before and right.first <= word < right.past:
            found.append(place - 1)
        before = left.first <= word < left.past
    return found


def _runs(words: Sequence[int], wanted: list[int]) -> bool:
    """Whether `wanted` stands in `words` without a gap."""
    length, row = len(wanted), list(words)
    return any(row[place : place + length] == wanted for place, word in enumerate(row) if word == wanted[0])


def _postings(lexicon: Lexicon, text: Sequence[int], starts: Sequence[int]) -> tuple[Postings, Postings]:
    rows = [text[start:end] for start, end in pairwise(starts)]
    everywhere = Postings.of([set(row) for row in rows], lexicon)
    named = Postings.of([set(row[row.index(DIVIDER) + 1 :]) for row in rows], lexicon)
    return everywhere, named
