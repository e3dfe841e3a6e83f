"""The tutor: seven steps, each seen when it is done, on marks of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from tests.stories.conftest import Room
from tui import config
from tui.keymap import KEYS, with_overrides
from tui.library.service.folder_library import FolderLibrary
from tui.present.glyphs import FULL
from tui.present.styles import line_width
from tui.present.tutorial_view import HIGH, TUTORIAL_STEPS, tutorial_lines
from tui.tutor import Tutor


@asynccontextmanager
async def taught(library: FolderLibrary, size: tuple[int, int] = (140, 40)) -> AsyncIterator[Room]:
    """The tutor at a size."""
    settings = replace(config.Config(), theme="night-press", glyphs="full")
    app = Tutor(library, settings)
    async with app.run_test(size=size) as pilot:
        it = Room(app, pilot)
        await it.until(lambda: it.screen.settled)
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        yield it


def done(it: Room) -> int:
    """How many steps the tutor has seen done."""
    return it.reader.tutor.done


async def test_seven_steps_are_each_seen_when_they_are_done(library: FolderLibrary) -> None:
    async with taught(library) as it:
        assert "STEP 1 OF 7" in it.text
        await it.press("1", "j")
        assert done(it) == 0
        await it.press("enter")
        assert done(it) == 1
        assert "STEP 2 OF 7  go from quotation to quotation" in it.text
        await it.press("]", "[")
        await it.press("e")
        assert done(it) == 3
        await it.press("escape", "s")
        await it.type("osbrone door")
        assert done(it) == 3
        await it.press("enter")
        assert done(it) == 4
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await it.press("r", "enter")
        assert done(it) == 4
        await it.press("H")
        assert done(it) == 5
        await it.press("2", "]", "d")
        await it.until(lambda: done(it) == 6)
        await it.press("escape", "*")
        await it.until(lambda: done(it) == 7)
        assert "that was all" in it.text
        await it.press("j")
        assert done(it) == 7


async def test_the_strip_leaves_the_page_whole_at_every_size(library: FolderLibrary) -> None:
    async with taught(library, (80, 24)) as it:
        rows = it.text.splitlines()
        assert "STEP 1 OF 7" in rows[-HIGH + 1]
        assert "move" in rows[-HIGH - 1]
        await it.pilot.resize_terminal(140, 40)
        await it.pilot.pause()
        rows = it.text.splitlines()
        assert "move" in rows[-HIGH - 1]
        await it.press("?")
        assert "STEP 1 OF 7" in it.text


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("number", range(len(TUTORIAL_STEPS) + 1))
def test_every_step_fits_its_strip_and_names_keys_that_there_are(number: int, columns: int) -> None:
    rows = tutorial_lines(number, KEYS, columns, FULL)
    assert len(rows) <= HIGH
    assert {line_width(row) for row in rows} == {columns}
    words = " ".join("".join(run for run, _ in row) for row in rows)
    assert "{" not in words
    assert "(" not in words
    assert " ".join(words.split()).endswith(".")


def test_the_steps_are_told_in_the_readers_own_keys() -> None:
    keys = with_overrides(KEYS, {"star": ("ctrl+g",), "list": ()})
    words = "".join(run for row in tutorial_lines(6, keys, 140, FULL) for run, _ in row)
    assert "ctrl+g gives the article a star" in words
    assert "(list) goes to the list" in "".join(
        run for row in tutorial_lines(0, keys, 140, FULL) for run, _ in row
    )


async def test_the_tutor_opens_the_article_once(library: FolderLibrary) -> None:
    async with taught(library) as it:
        assert it.nav.trail.back == ()
        assert len(it.screen.query("FooterPanel")) == 1
