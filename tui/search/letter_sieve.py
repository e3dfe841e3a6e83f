"""Sifting a vocabulary for words that may be within a few typing errors of another, by their letters alone.

One edit takes at most one of the word's different letters away, or makes it longer by one. So a word within k
edits has nearly the same length, and lacks at most k of the letters, one less for every letter that it is
longer: a few ANDs and ORs over one bitmap a letter leave some dozens of words out of a hundred thousand, and
only those are measured.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tui.search.bitmaps import BitmapCache, bitmap
from tui.search.parameters import LETTERS
from tui.search.word_forms import ROLE_MARK

_LENGTH = 0
"""Bitmaps of the words of one length lie under (_LENGTH, length), those of a letter under (its code, 0)."""


def has_digit(word: str) -> bool:
    """Whether a digit stands in the word: such words are never taken for one another."""
    return any(letter.isdigit() for letter in word)


class LetterSieve:
    """The letters and lengths of the words of a vocabulary, those with digits and those of roles left out."""

    __slots__ = ("cache",)

    def __init__(self, cache: BitmapCache):
        self.cache = cache

    @classmethod
    def of(cls, words: Sequence[str]) -> LetterSieve:
        """The sieve of a vocabulary; words are known by their number in it."""
        lengths: defaultdict[int, list[int]] = defaultdict(list)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            if word and word[0] != ROLE_MARK and not has_digit(word):
                lengths[len(word)].append(number)
                for letter in set(word):
                    holders[letter].append(number)
        common = Counter({letter: len(numbers) for letter, numbers in holders.items()}).most_common(LETTERS)
        size = len(words)
        bitmaps = {(_LENGTH, length): bitmap(numbers, size) for length, numbers in lengths.items()}
        bitmaps |= {(ord(letter), 0): bitmap(holders[letter], size) for letter, _ in common}
        return cls(BitmapCache.of(bitmaps, size))

    def within(self, word: str, edits: int) -> int:
        """A set that holds every word within `edits` edits of `word` (and some others)."""
        fitting = self._of_lengths(len(word) - edits, len(word))
        needing = [fitting]  # needing[k]: the words that need at most k edits, by what is seen so far
        for more in range(1, edits + 1):
            fitting |= self._of_lengths(len(word) + more, len(word) + more)
            needing.append(fitting)
        for letter in set(word):
            holders = self.cache.get((ord(letter), 0))
            if holders is None:
                continue
            for k in range(edits, 0, -1):
                needing[k] = needing[k] & holders | needing[k - 1]
            needing[0] &= holders
        return needing[edits]

    def _of_lengths(self, least: int, most: int) -> int:
        found = 0
        for length in range(least, most + 1):
            found |= self.cache.get((_LENGTH, length)) or 0
        return found
