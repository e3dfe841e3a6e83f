"""Which rows have which words: for every word of a lexicon the rows it stands in, lowest first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from tui.search.bitmaps import Shelf, bitmap, dense_bitmap
from tui.search.lexicon import Lexicon, Range
from tui.search.tuning import DENSE, LEAST_DENSE, SHORT_BEGINNING, WALKED


class Postings:
    """`rows[offsets[n]:offsets[n + 1]]` are the rows that have word n; `dense` has bitmaps of long lists."""

    __slots__ = ("dense", "offsets", "rows", "size")

    def __init__(self, size: int, offsets: memoryview[int], rows: memoryview[int], dense: Shelf):
        self.size, self.offsets, self.rows, self.dense = size, offsets, rows, dense

    @classmethod
    def of(cls, size: int, rows_by_word: Iterable[Sequence[int]], lexicon: Lexicon) -> Postings:
        """The postings of `size` rows, given for every word of the lexicon in turn."""
        offsets, rows = array("I", [0]), array("I")
        for some in rows_by_word:
            rows.extend(some)
            offsets.append(len(rows))
        sparse = cls(size, memoryview(offsets), memoryview(rows), Shelf.of({}, size))
        return cls(size, sparse.offsets, sparse.rows, Shelf.of(sparse._long_ones(lexicon), size))

    def _long_ones(self, lexicon: Lexicon) -> dict[tuple[int, int], int]:
        """Bitmaps of frequent words, and of short beginnings that many rows have."""
        least = max(LEAST_DENSE, self.size // DENSE)
        offsets = self.offsets
        ranges = {Range(word, word + 1) for word in range(1, len(lexicon.words))}
        for length in range(1, SHORT_BEGINNING + 1):
            ranges.update(_beginnings(lexicon, length))
        return {
            words: dense_bitmap(self.rows[offsets[words.first] : offsets[words.past]], self.size)
            for words in ranges
            if offsets[words.past] - offsets[words.first] >= least
        }

    def count(self, word: int) -> int:
        """How many rows have the word."""
        return self.offsets[word + 1] - self.offsets[word]

    def having(self, ranges: Iterable[Range]) -> int:
        """The rows that have any word of the ranges."""
        found, loose = 0, list[Range]()
        for words in ranges:
            kept = self.dense.get(words)
            if kept is not None:
                found |= kept
            elif self.offsets[words.past] - self.offsets[words.first] <= WALKED:
                loose.append(words)
            else:
                found |= self._walk(words, loose)
        return found | self._marked(loose)

    def _walk(self, words: Range, loose: list[Range]) -> int:
        """The rows of the dense words of a long range; the others are added to `loose`."""
        found, start = 0, words.first
        for word in range(words.first, words.past):
            kept = self.dense.get((word, word + 1))
            if kept is not None:
                found |= kept
                loose.append(Range(start, word))
                start = word + 1
        loose.append(Range(start, words.past))
        return found

    def _marked(self, ranges: Sequence[Range]) -> int:
        offsets = self.offsets
        total = sum(offsets[words.past] - offsets[words.first] for words in ranges)
        if not total:
            return 0
        return bitmap(
            (row for words in ranges for row in self.rows[offsets[words.first] : offsets[words.past]]),
            self.size,
        )


def _beginnings(lexicon: Lexicon, length: int) -> Iterable[Range]:
    """The ranges of more than one word that share their first `length` letters."""
    words, first = lexicon.words, 1
    for number in range(2, len(words) + 1):
        if number == len(words) or words[number][:length] != words[first][:length]:
            if number - first > 1 and len(words[first]) >= length:
                yield Range(first, number)
            first = number
