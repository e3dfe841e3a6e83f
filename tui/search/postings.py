"""Which rows have which words: for every word of a vocabulary the rows it stands in, lowest first."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tui.search.bitmaps import BitmapCache, bitmap, dense_bitmap
from tui.search.parameters import DENSE, LEAST_DENSE, SHORT_BEGINNING
from tui.search.vocabulary import Vocabulary, WordRange


class Postings:
    """`offsets` tells how many rows have the words before each word; `rows` lists them, word by word.

    Words of many rows are not listed: `dense` has their bitmaps, and those of short beginnings.
    """

    __slots__ = ("_left_out", "_unlisted", "dense", "offsets", "rows", "size")

    def __init__(self, size: int, offsets: memoryview[int], rows: memoryview[int], dense: BitmapCache):
        self.size, self.offsets, self.rows, self.dense = size, offsets, rows, dense
        self._unlisted = sorted(first for first, past in dense if past == first + 1)
        counts = (offsets[word + 1] - offsets[word] for word in self._unlisted)
        self._left_out = [*accumulate(counts, initial=0)]

    @classmethod
    def of(cls, size: int, rows_by_word: Iterable[Sequence[int]], vocabulary: Vocabulary) -> Postings:
        """The postings of `size` rows, given for every word of the vocabulary in turn."""
        offsets, rows = array("I", [0]), array("I")
        for some in rows_by_word:
            rows.extend(some)
            offsets.append(len(rows))
        every = cls(size, memoryview(offsets), memoryview(rows), BitmapCache.of({}, size))
        full = cls(size, every.offsets, every.rows, BitmapCache.of(every._long_ones(vocabulary), size))
        listed = array("I")
        for words in full._listed(WordRange(0, len(vocabulary.words))):
            listed.extend(every.rows[offsets[words.first] : offsets[words.past]])
        return cls(size, full.offsets, memoryview(listed), full.dense)

    def _long_ones(self, vocabulary: Vocabulary) -> dict[tuple[int, int], int]:
        """Bitmaps of frequent words, and of short beginnings that many rows have."""
        least = max(LEAST_DENSE, self.size // DENSE)
        offsets = self.offsets
        ranges = {WordRange(word, word + 1) for word in range(1, len(vocabulary.words))}
        for length in range(1, SHORT_BEGINNING + 1):
            ranges.update(_beginnings(vocabulary, length))
        return {
            words: dense_bitmap(self.rows[offsets[words.first] : offsets[words.past]], self.size)
            for words in ranges
            if offsets[words.past] - offsets[words.first] >= least
        }

    @property
    def sound(self) -> bool:
        """Whether there are as many rows as there are told to be."""
        return self.offsets[-1] - self._left_out[-1] == len(self.rows)

    def count(self, word: int) -> int:
        """How many rows have the word."""
        return self.offsets[word + 1] - self.offsets[word]

    def having(self, ranges: Iterable[WordRange]) -> int:
        """The rows that have any word of the ranges."""
        found, loose = 0, list[WordRange]()
        for words in ranges:
            kept = self.dense.get(words)
            if kept is not None:
                found |= kept
                continue
            for word in self._unlisted[self._before(words.first) : self._before(words.past)]:
                found |= self.dense.get((word, word + 1)) or 0
            loose += self._listed(words)
        return found | self._marked(loose)

    def _before(self, word: int) -> int:
        """How many of the words before that one are not listed."""
        return bisect_left(self._unlisted, word)

    def _listed(self, words: WordRange) -> list[WordRange]:
        """The parts of the range between the words that are not listed."""
        apart = self._unlisted[self._before(words.first) : self._before(words.past)]
        starts, ends = [words.first, *(word + 1 for word in apart)], [*apart, words.past]
        return [WordRange(first, past) for first, past in zip(starts, ends, strict=True) if first < past]

    def _marked(self, ranges: Sequence[WordRange]) -> int:
        """The rows of ranges in which every word is listed."""
        lists = [self.rows[slice(*map(self._place, words))] for words in ranges]
        return bitmap((row for rows in lists for row in rows), self.size) if any(map(len, lists)) else 0

    def _place(self, word: int) -> int:
        """Where the rows of the words from that one on begin."""
        return self.offsets[word] - self._left_out[self._before(word)]


def _beginnings(vocabulary: Vocabulary, length: int) -> Iterable[WordRange]:
    """The ranges of more than one word that share their first `length` letters."""
    words, first = vocabulary.words, 1
    for number in range(2, len(words) + 1):
        if number == len(words) or words[number][:length] != words[first][:length]:
            if number - first > 1 and len(words[first]) >= length:
                yield WordRange(first, number)
            first = number
