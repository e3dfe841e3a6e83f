"""The sidebar of an article that names thousands: what stays is not made anew."""

from __future__ import annotations

import pytest

from tests.support.made import council
from tui.present.article_layout import speaker_badges_of
from tui.present.article_list_view import RowState
from tui.present.glyphs import FULL
from tui.present.sidebar_view import (
    SidebarContent,
    SidebarRow,
    name_rows,
    name_rows_after,
    sidebar_of,
    with_relations,
)

SIDE = sidebar_of(council(), speaker_badges_of(council()), FULL)


def drawn(rows: tuple[SidebarRow, ...]) -> list[object]:
    return [(row.item, row.draw(30, RowState())) for row in rows]


@pytest.mark.parametrize("room", [24, 30, 60])
@pytest.mark.parametrize("before", [None, "Ann Lee", "Pike", "Wearside Council"])
@pytest.mark.parametrize("after", [None, "Ann Lee", "Pike", "Wearside Council", "Nobody Here"])
def test_rows_made_from_those_before_are_those_made_anew(
    room: int, before: str | None, after: str | None
) -> None:
    old = SIDE._replace(entity=before, mention=1 if before else 0)
    new = SIDE._replace(entity=after, mention=2, alike=("Somebody Else",))
    made = name_rows_after(name_rows(old, room), old, new, room)
    assert drawn(made) == drawn(name_rows(new, room))


def test_only_the_rows_of_whom_is_chosen_are_made_anew() -> None:
    rows = name_rows(SIDE, 30)
    chosen = name_rows_after(rows, SIDE, SIDE._replace(entity="Pike", mention=1), 30)
    other = [row for row in rows if row.item is None or row.item.key != "Pike"]
    assert [row for row in chosen if row.item is None or row.item.key != "Pike"] == other
    assert all(one is two for one, two in zip(other, (row for row in chosen if row in other), strict=True))


def test_what_is_related_leaves_the_names_as_they_are() -> None:
    rows = name_rows(SIDE, 30)
    related: SidebarContent = with_relations(SIDE, (), {})
    assert name_rows_after(rows, SIDE, related, 30) is rows
