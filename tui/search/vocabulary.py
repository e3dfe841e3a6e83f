"""The vocabulary of a segment: its different words in order, found whole, by beginning, or with errors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui.search.bitmaps import members
from tui.search.letter_sieve import LetterSieve, has_digit
from tui.search.parameters import BEGINNING, ONE_EDIT, TWO_EDITS
from tui.search.word_forms import ROLE_MARK, in_either


class WordRange(NamedTuple):
    """Words `first` up to, not including, `past` of a vocabulary: equal beginnings stand together."""

    first: int
    past: int


def edits_forgiven(word: str) -> int:
    """How many typing errors are forgiven in a word: none in a short one, none where a digit stands."""
    if len(word) < ONE_EDIT or has_digit(word):
        return 0
    return 1 if len(word) < TWO_EDITS else 2


class Vocabulary:
    """`words` sorted by code point; a word is known by its number. Number 0 is "", which divides fields."""

    __slots__ = ("alphabet", "sieve", "words")

    def __init__(self, words: Sequence[str], sieve: LetterSieve):
        self.words = words
        self.sieve = sieve
        self.alphabet = "".join(sorted(chr(code) for code in set(sieve.cache.keys[::2]) if code))

    @classmethod
    def of(cls, words: Sequence[str]) -> Vocabulary:
        """The vocabulary of these different, sorted words, the first of which is ""."""
        return cls(words, LetterSieve.of(words))

    def find(self, word: str) -> int | None:
        """The number of the word, if it is here."""
        number = bisect_left(self.words, word)
        return number if number < len(self.words) and self.words[number] == word else None

    def beginning(self, start: str) -> WordRange:
        """The words that begin with `start` (itself too)."""
        first = bisect_left(self.words, start)
        return WordRange(first, bisect_right(self.words, start, first, key=lambda word: word[: len(start)]))

    def near(self, word: str) -> dict[str, int]:
        """The other words within the forgiven number of edits, with that number.

        An edit is one letter wrong, missing, too many, or two neighbours swapped (optimal string alignment).
        Two edits are forgiven only behind a right first letter.
        """
        edits = edits_forgiven(word)
        if not edits:
            return {}
        sifted = self.sieve.within(word, 1)
        if edits == 2:
            alike = self.beginning(word[0])
            sifted |= self.sieve.within(word, 2) & ((1 << alike.past) - (1 << alike.first))
        found = self._measured(word, sifted, edits)
        return {other: far for other, far in found.items() if far == 1 or other[0] == word[0]}

    def misbegun(self, word: str) -> set[str]:
        """Words within two edits, one of which may be in the first letter."""
        return (
            set(self._measured(word, self.sieve.within(word, 2), 2)) if edits_forgiven(word) == 2 else set()
        )

    def near_in_roles(self, word: str) -> set[str]:
        """The words of roles within the forgiven number of edits."""
        edits = edits_forgiven(word)
        roles = in_either(self.words[slice(*self.beginning(ROLE_MARK))]) if edits else []
        alike = process.extract(word, roles, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return {other for other, _, _ in alike if not has_digit(other)}

    def _measured(self, word: str, sifted: int, edits: int) -> dict[str, int]:
        some = [self.words[number] for number in members(sifted)]
        measured = process.extract(word, some, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return {other: distance for other, distance, _ in measured if distance}

    def mistyped_beginnings(self, start: str) -> set[str]:
        """Beginnings of words here that are one edit from `start` behind the same first letter."""
        if len(start) < BEGINNING or has_digit(start):
            return set()
        alike = self.beginning(start[0])
        words, found = self.words, set()
        for other in _one_edit(start, self.alphabet):
            place = bisect_left(words, other, alike.first, alike.past)
            if place < alike.past and words[place].startswith(other):
                found.add(other)
        return found


def _one_edit(word: str, alphabet: str) -> Iterator[str]:
    """Every string one edit from `word` that keeps its first letter, and BEGINNING letters at least."""
    for cut in range(1, len(word) + 1):
        head, tail = word[:cut], word[cut:]
        for letter in alphabet:
            yield head + letter + tail
        if not tail:
            return
        for letter in alphabet:
            if letter != tail[0]:
                yield head + letter + tail[1:]
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        if len(word) > BEGINNING:
            yield head + tail[1:]
