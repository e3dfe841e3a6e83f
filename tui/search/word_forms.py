"""The words that a query word may stand for, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

ROLE_MARK = "@"
"""Stands before the words of roles in a vocabulary, so that they are told from words said and from names.

No folded word begins with it.
"""


def in_role(words: Iterable[str]) -> list[str]:
    """The same words as those of a role."""
    return [ROLE_MARK + word for word in words]


def in_either(words: Iterable[str]) -> list[str]:
    """The words without the mark of a role."""
    return [word.removeprefix(ROLE_MARK) for word in words]


class WordPair(NamedTuple):
    """Two words side by side; `open` when the second need only begin so."""

    left: str
    right: str
    open: bool = False

    def met_by(self, left: str, right: str) -> bool:
        """Whether these two words make the pair."""
        return left == self.left and (right.startswith(self.right) if self.open else right == self.right)


class QueryWord(NamedTuple):
    """A word of a query.

    `open` tells that it is still being typed, `joined` what it makes with the word before or after it, and
    `begun` the same with a word still being typed ("" if there is none).
    """

    word: str
    open: bool = False
    joined: tuple[str, ...] = ()
    begun: str = ""


@dataclass(frozen=True, slots=True)
class WordForms:
    """What a query word may stand for at one level: words, beginnings of words, two words side by side.

    Rows that have a word of `counted_with` do not meet these forms, but make meeting them weigh less.
    """

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    pairs: frozenset[WordPair] = frozenset()
    counted_with: frozenset[str] = frozenset()

    def typed(self, word: str) -> int:
        """How many letters of `word` these forms mean: all, those of the longest beginning, or 0."""
        if word in self.words:
            return len(word)
        if not word.startswith(self.beginnings):
            return 0
        return max(len(start) for start in self.beginnings if word.startswith(start))

    def met_by(self, left: str, right: str) -> bool:
        """Whether these two words, side by side, make one of the pairs."""
        return any(pair.met_by(left, right) for pair in self.pairs)
