"""A collation: words asked about over the words printed, one over the other, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.model.verdict import Change, Comparison, Difference
from tui.present.text_width import display_width

AROUND = 4
"""Words that are the same, shown on either side of a difference."""


class DiffColumn(NamedTuple):
    """Some words as asked about and as printed, one over the other; `lit` where they differ."""

    asked: str
    printed: str
    lit: bool = False

    @property
    def wide(self) -> int:
        """Columns of the wider one."""
        return max(display_width(self.asked), display_width(self.printed))


def diff_rows(found: Comparison, room: int) -> Iterator[tuple[DiffColumn, ...]]:
    """The differences with the words around them, in rows no wider than `room` columns."""
    row: list[DiffColumn] = []
    used = 0
    for column in _columns(found.differences):
        if row and used + column.wide > room:
            yield tuple(row)
            row, used = [], 0
        row.append(column)
        used += column.wide + 1
    if row:
        yield tuple(row)


def _columns(differences: Sequence[Difference]) -> Iterator[DiffColumn]:
    for number, one in enumerate(differences):
        if one.change is not Change.SAME:
            yield DiffColumn(one.asked or ("…" if one.marked else ""), _ends(one), lit=True)
            continue
        asked, printed = one.asked.split(), one.printed.split()
        pairs = zip(asked, printed, strict=True) if len(asked) == len(printed) else [(one.asked, one.printed)]
        yield from _near([DiffColumn(*pair) for pair in pairs], number > 0, number < len(differences) - 1)


def _ends(one: Difference) -> str:
    """What is printed; of much that was left out the first and last words."""
    words = one.printed.split()
    if one.change is not Change.LEFT_OUT or len(words) <= 2 * AROUND:
        return one.printed
    return " ".join([*words[:AROUND], "…", *words[-AROUND:]])


def _near(same: list[DiffColumn], after: bool, before: bool) -> list[DiffColumn]:
    """Of some words that are the same those next to the differences before and after them."""
    if len(same) <= AROUND * (after + before) + 1:
        return same
    gap = [DiffColumn("…", "…")]
    return [*same[: AROUND * after], *gap, *(same[-AROUND:] if before else [])]
