"""Words from elsewhere, pasted into every field: none is lost, and a line break is a blank."""

from __future__ import annotations

import pytest
from textual.events import Paste

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary

BREAKS = pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n"])
FIELDS = {
    "find": ("2", "slash"),
    "filter": ("1", "slash"),
    "rename": ("3", "j", "c", "ctrl+u"),
    "tags": ("number_sign",),
    "search": ("s",),
    "verify": ("s", "ctrl+v"),
    "speaker": ("2", "right_square_bracket", "c"),
    "help": ("question_mark",),
}
"""How each field is opened that takes one line."""
WHOLE = (
    "We're just a couple of weeks away from having agreement between the region's leaders, there's just a "
    "few more things to iron out."
)
"""A quotation of the samples."""


async def paste(it: Room, words: str) -> None:
    """Paste words as a terminal hands them on."""
    it.app.post_message(Paste(words))
    await it.pilot.pause()


@BREAKS
@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_a_line_break_parts_the_words_on_either_side_in_every_field(
    room: Opening, keys: tuple[str, ...], line_break: str
) -> None:
    async with room() as it:
        await it.press(*keys)
        await paste(it, f"our{line_break}staff")
        assert "our staff" in it.text
        await it.type(" here")
        assert "our staff here" in it.text
        await it.press("ctrl+z", "ctrl+z")
        assert "our staff" not in it.text
        await it.press("ctrl+r")
        assert "our staff" in it.text


@BREAKS
async def test_a_pasted_quotation_is_found_word_for_word_across_its_line_break(
    room: Opening, line_break: str
) -> None:
    async with room() as it:
        await it.press("s")
        await paste(it, WHOLE.replace("between ", f"between{line_break}"))
        await it.press("ctrl+v")
        await it.until(lambda: "Verbatim." in it.text)
        await it.press("ctrl+u")
        await paste(it, WHOLE.replace("away ", f"away{line_break}"))
        await it.until(lambda: "Verbatim." in it.text)
        assert "couple of weeks away from having" in it.text


@BREAKS
async def test_pasted_words_are_looked_for_at_once(room: Opening, line_break: str) -> None:
    async with room() as it:
        await it.press("2", "slash")
        await paste(it, f"metro{line_break}mayor")
        assert "1 of 1" in it.foot
        await it.press("escape", "1", "slash")
        await paste(it, f"SHADOW{line_break}Chancellor")
        await it.until(lambda: it.list.total == 1)


async def test_a_paste_takes_the_place_of_the_line_that_a_search_was_left_with(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("mayor")
        await it.press("escape", "s")
        await paste(it, "prerequisite")
        assert "mayorprerequisite" not in it.text
        assert "› prerequisite " in it.text
        await it.press("ctrl+z", "ctrl+z")
        assert "› mayor " in it.text


async def test_a_pasted_name_and_pasted_tags_are_kept(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("3", "j", "c", "ctrl+u")
        await paste(it, "Simon\r\nHenig-Smith")
        await it.press("enter")
        await it.until(lambda: "Simon Henig-Smith" in it.text)
        await it.press("number_sign")
        await paste(it, "budget\rdeal")
        await it.press("enter")
        assert library.tags() == ["budget", "deal"]
