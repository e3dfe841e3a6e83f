"""Putting right by hand: a speaker, a name, and taking it back."""

from pathlib import Path

from tests.stories.conftest import Opening
from tui.app_paths import data_home
from tui.library.service.folder_library import FolderLibrary


async def test_a_speaker_is_put_right_for_good_and_taken_back(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("c")
        assert "WHO SAID IT?" in it.text
        assert "1  Simon Henig" in it.text
        await it.type("osborne")
        await it.press("enter")
        assert "kept through every re-indexing: George Osborne" in it.foot
        assert "†GO" in it.text
        assert 'speaker = "George Osborne"' in (data_home() / "corrections.toml").read_text(encoding="utf-8")
        assert len(library.said_by("George Osborne")) == 1
        await it.press("e")
        assert "put right by hand" in it.text
        await it.press("escape", "ctrl+r")
        assert "†" not in it.text
        assert "SH Simon Henig" in it.foot or "Taken back" in it.foot
        assert len(library.said_by("George Osborne")) == 0


async def test_zero_gives_back_the_speaker_that_was_found(room: Opening) -> None:
    async with room() as it:
        await it.press("c", "9")
        await it.press("escape", "c", "2")
        assert "†" in it.text
        await it.press("c", "0")
        assert "as it was first found" in it.foot
        assert "†" not in it.text


async def test_a_name_is_changed_in_the_sidebar(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("3", "c")
        assert "the name is Simon Henig" in it.foot
        await it.press("home")
        await it.type("Cllr ")
        await it.press("enter")
        await it.until(lambda: len(library.said_by("Cllr Simon Henig")) == 2)
        await it.until(lambda: "Cllr Simon Henig" in it.text)


async def test_leaving_the_chooser_changes_nothing(room: Opening, home: Path) -> None:
    async with room() as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        before = it.text
        await it.press("c", "down", "tab", "escape")
        assert it.text == before
        assert not (data_home() / "corrections.toml").exists()


async def test_a_form_of_a_name_is_parted_off_in_one_article(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("J", "J", "J", "3")
        while it.desk.lit.entity != "Royston Smith":
            await it.press("j")
        await it.press("c", "ctrl+u")
        await it.type("Smith = Jane Smith")
        await it.press("enter")
        await it.until(lambda: "Jane Smith" in it.text)
        names = {entity.name for entity in it.cutting.entities}
        assert {"Royston Smith", "Jane Smith"} <= names
