"""While files are still unread, the reader does not say that something is not there without saying so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.conftest import Opening
from tui.library.core.locks import sole_writer
from tui.library.service.folder_library import FolderLibrary, open_library


@pytest.fixture
def unread(home: Path) -> Iterator[FolderLibrary]:
    """A library of which one article is read and two are not: another program is at it."""
    folder = home / "clips"
    folder.mkdir()

    def write(name: str) -> None:
        text = f"Mary Holt said: “We shall dredge the {name} harbour before the autumn comes.”\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    write("old")
    library = open_library([folder])
    list(library.update())
    write("new")
    write("inner")
    with sole_writer(library._index.lock):
        list(library.update())
        yield library
    library.close()


async def test_what_is_not_found_is_said_with_what_is_not_read(room: Opening, unread: FolderLibrary) -> None:
    async with room(of=unread) as it:
        await it.press("s")
        await it.type("zzzzqqq")
        assert "Nothing said comes near these words so far: 2 files are not read yet." in it.text
        await it.press("escape", "1", "slash")
        await it.type("zzzzqqq")
        await it.until(lambda: "no article fits so far:" in it.text)
        assert "2 files are not read yet" in it.text


async def test_the_verdict_says_what_is_not_read(room: Opening, unread: FolderLibrary) -> None:
    async with room(of=unread) as it:
        await it.press("s")
        await it.type("no such words at all")
        await it.press("ctrl+v")
        await it.until(lambda: "Not in what is read so far" in it.text)
        assert "2 files are not read yet." in it.text
