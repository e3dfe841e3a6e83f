"""Closing what is open, however often the key is pressed."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tests.stories.conftest import Opening, Room

OPENED = {
    "help": "?",
    "quick search": "s",
    "verdict": "v",
    "forms of citation": "Y",
    "speakers": "c",
    "evidence": "e",
    "themes": "t",
    "dossier": "d",
    "history": "h",
    "the same words": "w",
    "problems": "P",
    "a note": "a",
    "tags": "#",
    "find": "/",
}
"""What lies over the page, and the key that opens it."""
CLOSING = {"escape": "\x1b", "q": "q", "ctrl+c": "\x03", "backspace": "\x7f", "H": "H", "P": "P", "?": "?"}
"""Keys that close one thing or another, and the letter that each is."""


async def five_times(it: Room, key: str) -> None:
    """The key as it comes from a terminal that sends it five times at once."""
    where = it.app.screen
    for _ in range(5):
        where.post_message(Key(key, CLOSING[key]))
    await it.pilot.pause()
    await it.pilot.pause()


@pytest.mark.parametrize("what", OPENED)
async def test_escape_five_times_at_once_leads_back_to_the_page(room: Opening, what: str) -> None:
    async with room() as it:
        await it.press("]", "]")
        before = it.title, it.nav.trail.back, it.desk.lit.current
        await it.press(OPENED[what])
        await it.pilot.pause(0.1)
        await five_times(it, "escape")
        assert it.app.fault is None
        assert it.app.is_running
        assert it.app.screen is it.reader.screen
        assert it.panel is None
        assert it.page is None
        assert it.reader.modes.prompt is None
        assert (it.title, it.nav.trail.back, it.desk.lit.current) == before


@pytest.mark.parametrize("what", OPENED)
async def test_no_key_that_closes_something_is_too_much(room: Opening, what: str) -> None:
    async with room((80, 24)) as it:
        for key in ("backspace", "H", "P", "?", "q", "ctrl+c"):
            await it.press("]", OPENED[what])
            await it.pilot.pause(0.05)
            await five_times(it, key)
            assert it.app.fault is None, key
            if not it.app.is_running:
                break
            await five_times(it, "escape")


async def test_the_page_of_problems_opened_five_times_at_once_is_one(room: Opening) -> None:
    async with room() as it:
        screen = it.screen
        for _ in range(5):
            screen.post_message(Key("P", "P"))
        await it.pilot.pause()
        assert len(it.app.screen_stack) == 2
        await it.press("q")
        assert it.app.screen is screen


LED_TO = {
    "a result": ("s", *"henig"),
    "an entry": ("1", "j"),
    "a related article": ("r",),
    "a form": ("]", "Y"),
    "a speaker": ("]", "c", "down"),
    "a theme": ("t", "down"),
    "a key": ("?", *"star"),
    "a place of the history": ("J", "h"),
    "a name on a page": ("]", "d"),
}
"""What enter opens or decides, and the keys that lead there."""


@pytest.mark.parametrize("what", LED_TO)
async def test_enter_five_times_at_once_is_one_step(room: Opening, what: str) -> None:
    async with room() as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await it.press(*LED_TO[what])
        await it.pilot.pause(0.1)
        steps = len(it.nav.trail.back)
        for _ in range(5):
            it.app.screen.post_message(Key("enter", "\r"))
        await it.pilot.pause()
        assert it.app.fault is None
        assert len(it.nav.trail.back) <= steps + 1


async def test_words_pasted_where_nothing_is_typed_do_nothing(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        before = it.text
        it.screen.post_message(Paste("qqqq"))
        await it.pilot.pause()
        assert it.text == before
        assert it.app.is_running
