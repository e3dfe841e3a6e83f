"""Sifting a vocabulary for words that may be within a few typing errors of another, by their letters alone.

One edit takes at most one of the word's different letters away and changes its length by at most one. So a
word within k edits has nearly the same length and lacks at most k of the letters: a few ANDs and ORs over one
bitmap a letter leave some dozens of words out of a hundred thousand, and only those are measured.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tui.search.bitmaps import Shelf, bitmap
from tui.search.tuning import LETTERS

_LENGTH = 0
"""Bitmaps of the words of one length lie under (_LENGTH, length), those of a letter under (its code, 0)."""


def has_digit(word: str) -> bool:
    """Whether a digit stands in the word: such words are never taken for one another."""
    return any(letter.isdigit() for letter in word)


class LetterSieve:
    """The letters and lengths of the words of a vocabulary, words with digits left out."""

    __slots__ = ("shelf",)

    def __init__(self, shelf: Shelf):
        self.shelf = shelf

    @classmethod
    def of(cls, words: Sequence[str]) -> LetterSieve:
        """The sieve of a vocabulary; words are known by their number in it."""
        lengths: defaultdict[int, list[int]] = defaultdict(list)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            if word and not has_digit(word):
                lengths[len(word)].append(number)
                for letter in set(word):
                    holders[letter].append(number)
        common = Counter({letter: len(numbers) for letter, numbers in holders.items()}).most_common(LETTERS)
        size = len(words)
        bitmaps = {(_LENGTH, length): bitmap(numbers, size) for length, numbers in lengths.items()}
        bitmaps |= {(ord(letter), 0): bitmap(holders[letter], size) for letter, _ in common}
        return cls(Shelf.of(bitmaps, size))

    def within(self, word: str, edits: int) -> int:
        """A set that holds every word within `edits` edits of `word` (and some others)."""
        lengths = 0
        for length in range(max(1, len(word) - edits), len(word) + edits + 1):
            lengths |= self.shelf.get((_LENGTH, length)) or 0
        lacking = [lengths] * (edits + 1)  # lacking[k]: words that lack at most k of the letters seen so far
        for letter in set(word):
            holders = self.shelf.get((ord(letter), 0))
            if holders is None:
                continue
            for k in range(edits, 0, -1):
                lacking[k] = lacking[k] & holders | lacking[k - 1]
            lacking[0] &= holders
        return lacking[edits]
