"""Adding up the weights of all rows at once: bit-sliced sums.

Plane j holds bit j of every row's sum. Adding a weight to a set of rows is then the addition learnt at
school, done with whole bitmaps: XOR writes the digit, AND carries (O'Neil and Quass, Improved Query
Performance with Variant Indexes, SIGMOD 1997).
"""

from __future__ import annotations

from tui.search.bitmaps import everything, first_members, members


class WeightedCounts:
    """A sum for every row below `size`, all 0 at first."""

    __slots__ = ("_planes", "size")

    def __init__(self, size: int):
        self.size = size
        self._planes: list[int] = []

    def add(self, rows: int, weight: int) -> None:
        """Add the whole number `weight` to the sum of each of `rows`."""
        for place in range(weight.bit_length()):
            if weight >> place & 1:
                self._carry(rows, place)

    def _carry(self, rows: int, place: int) -> None:
        planes = self._planes
        while rows:
            planes.extend([0] * (place + 1 - len(planes)))
            held = planes[place]
            planes[place] = held ^ rows
            rows &= held
            place += 1

    def sum(self, row: int) -> int:
        """The sum of one row."""
        return sum((plane >> row & 1) << place for place, plane in enumerate(self._planes))

    def at_least(self, bound: int) -> int:
        """The rows whose sum is `bound` or more."""
        if bound.bit_length() > len(self._planes):
            return 0
        more, equal = 0, everything(self.size)
        for place in reversed(range(len(self._planes))):
            high = equal & self._planes[place]
            if bound >> place & 1:
                equal = high
            else:
                more |= high
                equal ^= high
        return more | equal

    def best(self, count: int, among: int) -> list[int]:
        """The `count` rows of `among` with the highest sums above 0; of equal ones the lowest row numbers."""
        sure, open_ = 0, among
        wanted = count
        for plane in reversed(self._planes):
            high = open_ & plane
            found = high.bit_count()
            if found >= wanted:
                open_ = high
            else:
                sure |= high
                open_ ^= high
                wanted -= found
        if open_ and self.sum((open_ & -open_).bit_length() - 1):
            return members(sure) + first_members(open_, wanted)
        return members(sure)
