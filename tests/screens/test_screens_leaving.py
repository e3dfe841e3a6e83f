"""What a thread finds after the reader has left is nobody's any more, and no fault."""

from __future__ import annotations

from tests.stories.conftest import Opening, home, library, room

__all__ = ["home", "library", "room"]


async def test_an_answer_that_comes_too_late_is_let_go(room: Opening) -> None:
    heard: list[str] = []
    async with room() as it:
        screen = it.screen
    screen.hand_back(heard.append, "too late")
    assert heard == []
    assert it.app.fault is None
