"""Verifying: where else the words stand, how they differ, who says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.verdict import Grade

SAID = "We will build the new quay before the winter comes"
HEAD = "---\ntitle: {}\npublished: 2020-0{}-02\n---\n\n"
PRESS = {
    "a.md": HEAD.format("Quay", 1) + f"Ann Lee, the mayor of Harwick, said: “{SAID}.”\n",
    "b.md": HEAD.format("Later", 3)
    + "John Cole, the harbour master, said: “We will build the old quay before winter comes.”\n",
    "c.txt": f"The council wrote that {SAID[:2].lower()}{SAID[2:]} and nobody laughed.\n",
}


@pytest.fixture
def press(home: Path) -> FolderLibrary:
    folder = home / "press"
    folder.mkdir()
    for name, words in PRESS.items():
        (folder / name).write_text(words, encoding="utf-8")
    opened = open_library([folder])
    for _ in opened.update():
        pass
    return opened


async def judged(it: Room) -> None:
    panel = it.verdicts
    await it.until(lambda: panel.judged.verdict is not None)


async def test_a_quotation_is_held_against_all_other_places(room: Opening, press: FolderLibrary) -> None:
    async with room(of=press) as it:
        await it.press("1", "G", "k", "enter")
        assert it.cutting.article.title == "Quay"
        await it.press("]", "v")
        await judged(it)
        assert "WHERE ELSE IS IT SAID?" in it.text
        assert "1 verbatim, 1 altered" in it.text
        await it.press("down")
        assert "given    " in it.text
        assert "printed  " in it.text
        assert "John Cole" in it.text
        await it.press("enter")
        assert it.cutting.article.title == "Later"
        await it.press("H")
        assert it.panel is it.verdicts
        await it.press("escape")
        assert it.panel is None


async def test_words_are_typed_or_pasted_where_there_is_no_quotation(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("my door is open as long as you accept my blueprint")
        await it.press("ctrl+v")
        await judged(it)
        assert "Altered. What is printed is near" in it.text
        await it.press("ctrl+u")
        assert "type or paste the words of a quotation" in it.text
        it.verdicts.paste("nobody ever said\nanything of the sort")
        await judged(it)
        assert it.verdicts.judged.verdict is not None
        assert it.verdicts.judged.verdict.grade is Grade.ABSENT
        assert "Not in this library." in it.text
        await it.press("enter", "down")
        assert it.panel is it.verdicts
