"""The first minute, and folders in which there is nothing to read."""

from pathlib import Path

import pytest

from tests.stories.conftest import Room
from tui import config
from tui.app import Cuttings
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.reader.problems import ProblemsScreen

SIZES = [(140, 40), (100, 30), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_run_says_what_this_is_and_enter_starts_reading(
    library: FolderLibrary, size: tuple[int, int]
) -> None:
    app = Cuttings(library, config.Config(glyphs="full"), sample=True, first=True)
    async with app.run_test(size=size) as pilot:
        it = Room(app, pilot)
        await it.until(lambda: it.screen.settled)
        assert "A reading room for press cuttings" in it.text
        assert "start reading" in it.foot
        assert "PEOPLE" not in it.text
        await it.press("enter")
        assert "A reading room" not in it.text
        assert it.title.startswith("THE region’s council leaders")
        assert ("PEOPLE" in it.text) is (size[0] >= 120)


async def test_the_note_is_shown_once(library: FolderLibrary) -> None:
    for expected in (True, False):
        app = Cuttings(library, config.Config(), sample=True, first=True)
        async with app.run_test(size=(100, 30)) as pilot:
            it = Room(app, pilot)
            assert ("A reading room" in it.text) is expected
            await it.press("enter")


async def test_a_choice_in_the_list_ends_the_note_too(library: FolderLibrary) -> None:
    app = Cuttings(library, config.Config(), sample=True, first=True)
    async with app.run_test(size=(140, 40)) as pilot:
        it = Room(app, pilot)
        await it.press("1", "j", "enter")
        assert "A reading room" not in it.text
        assert it.title.startswith("North East council bosses")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_folder_says_how_articles_come_and_shows_the_first_that_does(
    home: Path, size: tuple[int, int]
) -> None:
    folder = home / "clips"
    folder.mkdir()
    app = Cuttings(open_library([folder]), config.Config())
    async with app.run_test(size=size) as pilot:
        it = Room(app, pilot)
        await it.until(lambda: it.reader.sync.timer is not None)
        assert "Nothing to read here yet" in it.text
        assert "themselves." in it.text
        await it.press("j", "]", "e", "c", "y", "3", "2")
        (folder / "a.txt").write_text("Ann Lee said: “We will.”", encoding="utf-8")
        await it.press("R")
        await it.until(lambda: it.desk.cutting is not None)
        assert "Ann Lee said" in it.text
        assert "Nothing to read" not in it.text


async def test_where_nothing_could_be_read_the_way_to_the_reasons_is_told(home: Path) -> None:
    folder = home / "clips"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    app = Cuttings(open_library([folder]), config.Config())
    async with app.run_test(size=(100, 30)) as pilot:
        it = Room(app, pilot)
        await it.until(lambda: "Nothing here could be read" in it.text)
        assert "P shows each with its reason" in it.text
        await it.press("P")
        assert isinstance(app.screen, ProblemsScreen)
