"""How much two articles are about the same: the likeness that orders related articles.

The measure is the cosine of weighted words (Salton & Buckley 1988) with three changes that serve news:
a name counts twice, two telling words in the same order count once more, and lengths are measured
without rarity, so that an article's length is fixed for good when it comes in and only the rarity of
the words, asked about now, changes as the library grows.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import exp, log, sqrt

PRIOR = 100
"""Articles that a library is thought to hold besides its own: among four articles, rarity is chance."""
PAIR = 1.0
"""Worth of two neighbouring words: that of one word as rare as the two are on average."""
SAME_DAYS = 0.6
"""How much more two articles of one day are alike than two far apart."""
FADES = 30.0
"""Days after which that is down to a third."""

Codes = Sequence[int]
"""An article as ranking sees it: each term in order, as twice the number of its stem, plus 1 for a name."""


def rarity(articles: int, library: int) -> float:
    """How telling a thing is that `articles` of the `library`'s articles have: 1 rare .. 0 in all of them.

    Inverse document frequency (Spärck Jones 1972) as a share of its maximum.
    """
    most = library + PRIOR
    return max(0.0, log(most / (articles + 0.5)) / log(most))


def encode(found: Iterable[tuple[str, int]], numbers: Mapping[str, int]) -> array[int]:
    """Terms (stem, and 1 for a name) as codes, given the number of each stem."""
    return array("I", [2 * numbers[stem] + is_name for stem, is_name in found])


_LARGE = 0xFFFF


def packed(codes: Codes) -> bytes:
    """The codes as bytes: two for each, and four more for each of the rarest words."""
    large = array("I", [code for code in codes if code >= _LARGE])
    small = array("H", [code if code < _LARGE else _LARGE for code in codes])
    return array("I", [len(large)]).tobytes() + small.tobytes() + large.tobytes()


def unpacked(blob: bytes) -> array[int]:
    """The codes that `packed` made these bytes from."""
    small, large = array("H"), array("I")
    many = array("I", blob[:4])[0]
    end = len(blob) - large.itemsize * many
    small.frombytes(blob[4:end])
    large.frombytes(blob[end:])
    if not many:
        return small
    codes, at = array("I", small), -1
    for code in large:
        at = small.index(_LARGE, at + 1)
        codes[at] = code
    return codes


def weights(codes: Codes) -> dict[int, float]:
    """How much each stem matters in its article."""
    return {code >> 1: _weight(code, times) for code, times in Counter(codes).items()}


def _weight(code: int, times: int) -> float:
    """1 + ln of how often the article has the word, a name counted twice."""
    return _logged(times << (code & 1))


@lru_cache(maxsize=1 << 10)
def _logged(times: int) -> float:
    return 1 + log(times)


def vector_length(weighed: Mapping[int, float]) -> float:
    """The length of an article's vector of weights; 1 for an article without words."""
    return sqrt(sum(weight * weight for weight in weighed.values())) or 1.0


class LikenessQuery:
    """One article asking how much others are like it: prepared once, asked many times."""

    def __init__(self, codes: Codes, rarities: Mapping[int, float]) -> None:
        """`rarities` of its stems; a stem that is not among them counts for nothing."""
        weighed = weights(codes)
        rare = {number: rarities[number] for number in weighed if rarities.get(number, 0.0) > 0.0}
        size = vector_length(weighed)
        self.worth = {number: weighed[number] * rare[number] ** 2 / size for number in rare}
        """What a weight of 1 for that stem adds to the likeness of an article of length 1."""
        self._codes = {2 * number + name for number in rare for name in (0, 1)}
        self._pairs = {
            pair: PAIR * ((rare[pair[0]] + rare[pair[1]]) / 2) ** 2 / size
            for pair in _pairs(codes)
            if pair[0] in rare and pair[1] in rare
        }
        self._itself = self._raw(codes, size) or 1.0

    def likeness(self, codes: Codes, size: float) -> float:
        """How like an article of that length is: 1 the same words, 0 none of them."""
        return min(1.0, self._raw(codes, size) / self._itself)

    def _raw(self, codes: Codes, size: float) -> float:
        known, worth, pairs = self._codes, self.worth, self._pairs
        found = [at for at, code in enumerate(codes) if code in known]
        counts = Counter([codes[at] for at in found])
        words = sum([worth[code >> 1] * _logged(times << (code & 1)) for code, times in counts.items()])
        rows = {(codes[at] >> 1, codes[after] >> 1) for at, after in pairwise(found) if after == at + 1}
        return (words + sum([pairs[row] for row in rows if row in pairs])) / size


def _pairs(codes: Codes) -> set[tuple[int, int]]:
    """Every two stems that follow each other."""
    return set(pairwise([code >> 1 for code in codes]))


def date_nearness(one: date | None, other: date | None) -> float:
    """What the likeness of two articles is multiplied by: near dates tell one story; 1 when undated."""
    if one is None or other is None:
        return 1.0
    return 1.0 + SAME_DAYS * exp(-abs((one - other).days) / FADES)
