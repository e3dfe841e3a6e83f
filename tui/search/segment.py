"""A batch of quotations, indexed once and never changed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from tui.search.bitmaps import bitmap, members
from tui.search.normalisation import search_words
from tui.search.parameters import PAIR_ROWS
from tui.search.postings import Postings
from tui.search.vocabulary import Vocabulary, WordRange
from tui.search.word_forms import WordForms, WordPair, in_role

DIVIDER = 0
"""The number that stands between the words of a quotation and those of its speaker line."""
SearchRow = tuple[str, str] | tuple[str, str, str]
"""The words said, the names of the speaker and, where there are any, the words of the speaker's roles."""
_SHORT = 0xFFFF
"""Words whose numbers take two bytes; where there are more, a number takes four."""


def code_for(words: int) -> Literal["H", "I"]:
    """How the numbers of so many words are kept, as arrays call it."""
    return "H" if words <= _SHORT else "I"


class Segment:
    """`text[starts[n]:starts[n + 1]]` are the words of row n as numbers: words said, DIVIDER, speaker line.

    The speaker line has the names of the speaker and then, each with the ROLE_MARK, the words of the roles.

    `everywhere` finds rows by any word of theirs, `named` by the words of the speaker line alone. `said` is
    how many words were said in all rows together.
    """

    __slots__ = ("everywhere", "named", "said", "size", "starts", "text", "vocabulary")

    def __init__(
        self,
        vocabulary: Vocabulary,
        text: memoryview[int],
        starts: memoryview[int],
        postings: tuple[Postings, Postings],
        said: int,
    ):
        self.vocabulary, self.text, self.starts, self.said = vocabulary, text, starts, said
        self.everywhere, self.named = postings
        self.size = len(starts) - 1

    @classmethod
    def of(cls, rows: Iterable[SearchRow]) -> Segment:
        """The segment of these rows."""
        return cls.of_words(folded_rows(rows))

    @classmethod
    def of_words(cls, rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Segment:
        """The same from folded words."""
        gathered = _Gathered()
        for words, speaker in rows:
            gathered.add(words, speaker)
        return gathered.segment()

    def row(self, row: int) -> list[int]:
        """The words of a row as numbers, with the DIVIDER."""
        return self.text[self.starts[row] : self.starts[row + 1]].tolist()

    def words(self, row: int) -> tuple[list[str], list[str]]:
        """The folded words said and those of the speaker line."""
        words = [self.vocabulary.words[word] for word in self.row(row)]
        divider = words.index("")
        return words[:divider], words[divider + 1 :]

    def count(self, word: str) -> int:
        """How many rows have the word."""
        number = self.vocabulary.find(word)
        return 0 if number is None else self.everywhere.count(number)

    def names(self, word: str) -> bool:
        """Whether the word stands in any speaker line."""
        number = self.vocabulary.find(word)
        return number is not None and self.named.count(number) > 0

    def ranges(self, forms: WordForms) -> list[WordRange]:
        """The words and beginnings of `forms` that are here."""
        numbers = (self.vocabulary.find(word) for word in forms.words)
        found = [WordRange(number, number + 1) for number in numbers if number is not None]
        found += [self.vocabulary.beginning(start) for start in forms.beginnings]
        return [words for words in found if words.first < words.past]

    def pair(self, pair: WordPair) -> tuple[WordRange, WordRange] | None:
        """The words that make the pair, if both halves are here."""
        left = self.ranges(WordForms(frozenset([pair.left])))
        right = self.ranges(
            WordForms(beginnings=(pair.right,)) if pair.open else WordForms(frozenset([pair.right]))
        )
        return (left[0], right[0]) if left and right else None

    def rows(self, forms: WordForms) -> int:
        """The rows that have any of `forms`."""
        found = self.everywhere.having(self.ranges(forms))
        for pair in forms.pairs:
            found |= self.pair_rows(pair)
        return found

    def pair_rows(self, pair: WordPair) -> int:
        """The rows where the pair stands side by side; none if its halves meet in too many rows."""
        halves = self.pair(pair)
        return self._side_by_side(*halves) if halves else 0

    def named_rows(self, forms: WordForms) -> int:
        """The rows that have any of the words or beginnings of `forms` in the speaker line."""
        return self.named.having(self.ranges(forms))

    def _side_by_side(self, left: WordRange, right: WordRange) -> int:
        both = self.everywhere.having([left]) & self.everywhere.having([right])
        if both.bit_count() > PAIR_ROWS:
            return 0
        if right.past - right.first == 1 == left.past - left.first:
            return self._running(members(both), [left.first, right.first])
        return bitmap((row for row in members(both) if stand_together(self.row(row), left, right)), self.size)

    def _running(self, rows: Iterable[int], words: Sequence[int]) -> int:
        """Those of the rows in which these words stand without a gap."""
        text, starts = self.text, self.starts
        wanted, step = array(text.format, words).tobytes(), text.itemsize
        found = (row for row in rows if _runs(text[starts[row] : starts[row + 1]].tobytes(), wanted, step))
        return bitmap(found, self.size)

    def phrase(self, words: Sequence[str]) -> int:
        """The rows where these words stand one after the other, said, in a name or in a role."""
        return self._phrase(words) | self._phrase(in_role(words))

    def _phrase(self, words: Sequence[str]) -> int:
        numbers = [self.vocabulary.find(word) for word in words]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers):
            return 0
        rows = self.everywhere.having([WordRange(known[0], known[0] + 1)])
        for number in known[1:]:
            rows &= self.everywhere.having([WordRange(number, number + 1)])
        if len(known) == 1:
            return rows
        return self._running(members(rows), known)


def folded_rows(rows: Iterable[SearchRow]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """For every row the folded words said and those of the speaker line."""
    said_of = lru_cache(maxsize=10_000)(_speaker_line)
    for words, *speaker in rows:
        yield search_words(words), said_of(*speaker)


def _speaker_line(names: str, roles: str = "") -> Sequence[str]:
    return [*search_words(names), *in_role(search_words(roles))]


def stand_together(words: Sequence[int], left: WordRange, right: WordRange) -> list[int]:
    """The places in `words` where one of `left` is followed by one of `right`."""
    before, found = False, []
    for place, word in enumerate(words):
        if before and right.first <= word < right.past:
            found.append(place - 1)
        before = left.first <= word < left.past
    return found


def _runs(row: bytes, wanted: bytes, step: int) -> bool:
    """Whether `wanted` stands in `row`; both are numbers of `step` bytes each."""
    place = row.find(wanted)
    while place > 0 and place % step:
        place = row.find(wanted, place + 1)
    return place >= 0


class _Gathered:
    """What a segment is made from, row by row: words are numbered as they are met, and sorted at the end."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._text, self._starts, self._said = array("I"), array("I", [0]), 0
        self._everywhere: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self._named: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self._divider = self._numbers[""]

    def add(self, words: Sequence[str], speaker: Sequence[str]) -> None:
        """One more row."""
        number, row = self._numbers.__getitem__, len(self._starts) - 1
        said, named = list(map(number, words)), list(map(number, speaker))
        for word in {*said, *named}:
            self._everywhere[word].append(row)
        for word in set(named):
            self._named[word].append(row)
        self._text.extend([*said, self._divider, *named])
        self._starts.append(len(self._text))
        self._said += len(said)

    def segment(self) -> Segment:
        """The segment of the rows so far."""
        words = sorted(self._numbers)
        old = [self._numbers[word] for word in words]
        new = array("I", bytes(4 * len(words)))
        for number, before in enumerate(old):
            new[before] = number
        vocabulary, size = Vocabulary.of(words), len(self._starts) - 1
        everywhere = Postings.of(size, (self._everywhere[word] for word in old), vocabulary)
        named = Postings.of(size, (self._named[word] for word in old), vocabulary)
        text = memoryview(array(code_for(len(words)), map(new.__getitem__, self._text)))
        return Segment(vocabulary, text, memoryview(self._starts), (everywhere, named), self._said)
