"""How the entries of a grouped list stand on its rows: all of one height, with a head over each group."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.model.listing import RowGroup

HEAD_ROWS = 2
"""A head and the blank row under it."""


class RowPosition(NamedTuple):
    """What stands on a row: part `part` of entry `entry`, or of the head of group `group` (else None)."""

    entry: int
    part: int
    group: int | None = None


class GroupedRows(NamedTuple):
    """`total` entries of `high` rows; `firsts` are the first entries of the groups, rising."""

    total: int
    high: int
    groups: tuple[RowGroup, ...] = ()
    firsts: tuple[int, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.total * self.high + len(self.firsts) * HEAD_ROWS

    def row_of(self, entry: int) -> int:
        """The first row of the entry."""
        return entry * self.high + bisect_right(self.firsts, entry) * HEAD_ROWS

    def top_of(self, entry: int) -> int:
        """The same, but for the first of a group the row of its head."""
        first = bool(self.firsts) and self.firsts[bisect_right(self.firsts, entry) - 1] == entry
        return self.row_of(entry) - HEAD_ROWS * first

    def at(self, row: int) -> RowPosition:
        """What stands on that row."""
        group = bisect_right(self.firsts, row, key=self.top_of) - 1
        if group < 0:
            return RowPosition(row // self.high, row % self.high)
        below = row - self.top_of(self.firsts[group])
        if below < HEAD_ROWS:
            return RowPosition(self.firsts[group], below, group)
        entry, part = divmod(below - HEAD_ROWS, self.high)
        return RowPosition(self.firsts[group] + entry, part)


def group_rows(total: int, high: int, groups: Sequence[RowGroup]) -> GroupedRows:
    """Entries under the heads of these groups, which hold all of them in order; or under none."""
    sizes = [group.size for group in groups]
    return GroupedRows(total, high, tuple(groups), tuple(accumulate([0, *sizes[:-1]])) if sizes else ())
