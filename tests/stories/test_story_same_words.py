"""The same words: two articles side by side, the passage on the same row, and on to either."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Opening, Room
from tui.present.sidebar_view import SidebarItemKind
from tui.reader.pages.same_words import SameWordsPage


async def compared(it: Room) -> SameWordsPage:
    """From the reason in the sidebar to the two articles side by side."""
    await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
    await it.press("3")
    reason = next(item for item in it.sidebar.items() if item.sort is SidebarItemKind.REASON)
    it.sidebar.choose(reason)
    await it.press("w")
    page = it.page
    assert isinstance(page, SameWordsPage)
    await it.until(lambda: page.shown is not None)
    await it.pilot.pause()
    return page


async def test_a_passage_stands_word_over_word_and_on_the_same_row_of_both(room: Opening) -> None:
    async with room() as it:
        await compared(it)
        lines = it.text.splitlines()
        assert "17 WORDS THE SAME  but for capitals in two" in it.text
        over = [line for line in lines if "general election, if" in line or "General Election, if" in line][
            :2
        ]
        assert over[0].index("council leaders") == over[1].index("council leaders")
        row = next(line for line in lines if "Labour has urged its own" in line)
        assert "And he is calling on Hampshire" in row


async def test_either_side_is_opened_where_the_passage_stands(room: Opening) -> None:
    async with room() as it:
        first = it.title
        page = await compared(it)
        await it.press("enter")
        assert it.title != first
        assert it.nav.trail.here is not None
        assert it.nav.trail.here.span is not None
        words = it.nav.trail.here.span.of(it.cutting.article.text)
        assert words.startswith("council leaders to stick")
        await it.press("H")
        await it.until(lambda: page.shown is not None)
        await it.press("tab", "enter")
        assert it.title == first


async def test_both_sides_scroll_together_and_both_wordings_are_copied(
    room: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.external_programs.clipboards", lambda _environment, _found: [])
    async with room() as it:
        page = await compared(it)
        before = page.sides[0].top
        await it.press("j", "j")
        assert page.sides[0].top == page.sides[1].top == before + 2
        await it.press("y")
        assert it.app.clipboard.count("council leaders to stick to their guns") == 2
        assert "both copied" in it.foot


async def test_words_that_stand_nowhere_else_lead_nowhere(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "g", "j", "enter")
        await it.press("right_square_bracket")
        before = it.title
        await it.press("w")
        await it.until(lambda: it.page is None)
        assert it.title == before
        assert "no other article here has the same words" in it.foot


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24), (40, 12)])
async def test_the_passage_is_seen_on_both_sides_at_every_size(room: Opening, size: tuple[int, int]) -> None:
    async with room(size) as it:
        page = await compared(it)
        assert all(len(line) <= size[0] for line in it.text.splitlines())
        for side in page.sides:
            shown = [side.line(row) for row in range(side.top, min(side.count(), side.top + side.shown))]
            assert any(any(ink.ground for _, ink in line) for line in shown)
