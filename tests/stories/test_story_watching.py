"""Files come, change and go while one reads: they appear by themselves, and nothing jumps."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.ingest import poll_changes
from tui.library.service import update_service
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.present.article_list_view import ROWS
from tui.reader.features import index_sync


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking takes a moment here, not two seconds."""
    monkeypatch.setattr(index_sync, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(poll_changes, "EVERY", 0.01)
    monkeypatch.setattr(poll_changes, "SHARE", 1.0)
    monkeypatch.setattr(update_service, "AGAIN_AFTER", 0.05)


def write(folder: Path, number: int, words: str = "There is no money for a tram.") -> Path:
    path = folder / f"{number:02}.md"
    path.write_text(
        f"---\ntitle: Piece number {number:02}\npublished: 2015-01-{number:02}\n---\n\n"
        f"Ann Lee, leader of Harbour Council, said: “{words}”\n\n" + "The town had heard that before. " * 90,
        encoding="utf-8",
    )
    return path


@pytest.fixture
def folder(home: Path) -> Path:
    """Twelve pieces of January 2015, the even days."""
    clips = home / "clips"
    clips.mkdir()
    for number in range(2, 26, 2):
        write(clips, number)
    return clips


@pytest.fixture
def clips(folder: Path) -> FolderLibrary:
    library = open_library([folder])
    list(library.update())
    return library


def top(it: object) -> Callable[[], str]:
    """The title in the first row of the list."""
    return lambda: it.list.row(it.list.first).title  # type: ignore[attr-defined]  # whatever story it is


async def test_a_new_file_appears_and_the_reader_stays_where_they_are(
    room: Opening, clips: FolderLibrary, folder: Path
) -> None:
    async with room((100, 24), of=clips) as it:
        await it.press("1", *"jjjjjjjj", "enter", *"jjj")
        before = (it.title, it.view.top, top(it)(), it.desk.lit.current, it.pane)
        row = it.list.chosen * ROWS - it.list.top
        write(folder, 31)
        write(folder, 1)
        await it.until(lambda: it.list.total == 14)
        assert (it.title, it.view.top, top(it)(), it.desk.lit.current, it.pane) == before
        assert it.list.chosen * ROWS - it.list.top == row
        await it.until(lambda: "2 articles new here" in it.text)
        await it.press("1", "g")
        assert "Piece number 31" in it.text


async def test_search_stays_open_while_files_come(room: Opening, clips: FolderLibrary, folder: Path) -> None:
    async with room((100, 24), of=clips) as it:
        await it.press("s")
        await it.type("money")
        await it.press("down", "down")
        seen = it.text.splitlines()[1:]
        write(folder, 31)
        await it.until(lambda: it.list.total == 13)
        assert it.text.splitlines()[1:] == seen
        await it.press("escape")
        assert it.panel is None


async def test_an_article_that_changes_stays_as_it_was_until_one_asks(
    room: Opening, clips: FolderLibrary, folder: Path
) -> None:
    async with room((140, 40), of=clips) as it:
        assert it.title == "Piece number 24"
        write(folder, 24, "There is money for a tram after all.")
        await it.until(lambda: "this article has changed: R shows it" in it.text)
        assert "There is no money" in it.text
        await it.press("j", "R")
        assert "There is money" in it.text
        assert "has changed" not in it.text
        await it.press("H")
        assert "There is no money" in it.text
        assert "has changed" in it.text


async def test_an_article_whose_file_goes_stays_on_the_desk(
    room: Opening, clips: FolderLibrary, folder: Path
) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("J")
        (folder / "22.md").unlink()
        await it.until(lambda: "its file is gone" in it.text)
        assert it.list.total == 11
        assert it.title == "Piece number 22"
        await it.press("J")
        assert "its file is gone" not in it.text
        await it.press("H")
        assert it.title == "Piece number 22"


async def test_a_file_that_comes_back_is_no_news(room: Opening, clips: FolderLibrary, folder: Path) -> None:
    async with room((140, 40), of=clips) as it:
        words = (folder / "24.md").read_bytes()
        (folder / "24.md").unlink()
        await it.until(lambda: "its file is gone" in it.text)
        (folder / "24.md").write_bytes(words)
        await it.until(lambda: "its file is gone" not in it.text.splitlines()[0])
        await it.until(lambda: it.list.total == 12)


async def test_without_watching_only_a_key_looks(room: Opening, clips: FolderLibrary, folder: Path) -> None:
    async with room((140, 40), of=clips) as it:
        await it.until(lambda: it.reader.sync.timer is not None)
        it.reader.sync.timer.stop()  # type: ignore[union-attr]  # it was waited for
        it.reader.sync.watching = False
        write(folder, 31)
        await it.pilot.pause(0.3)
        assert it.list.total == 12
        await it.press("R")
        await it.until(lambda: it.list.total == 13)


async def test_an_update_that_fails_is_told_once_and_tried_again(
    room: Opening, clips: FolderLibrary, folder: Path
) -> None:
    async with room((140, 40), of=clips) as it:
        with clips._index.changing() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
        for number in range(26, 32):
            write(folder, number, Random(number).randbytes(30_000).hex(" ", 4))
        await it.until(lambda: "could not be brought up to date" in it.foot)
        await it.press("j")
        assert "could not" not in it.text
        connection.execute("PRAGMA max_page_count = 1000000")
        await it.until(lambda: it.list.total == 18)
        await it.until(lambda: not clips.troubles())


async def test_an_index_thrown_away_under_the_reader_is_made_again(
    room: Opening, clips: FolderLibrary, folder: Path
) -> None:
    async with room((140, 40), of=clips) as it:
        for file in clips._index.file.parent.iterdir():
            file.unlink(missing_ok=True)
        with suppress(OSError):  # somebody who asks just now leaves a file there
            clips._index.file.parent.rmdir()
        write(folder, 31)
        await it.until(lambda: it.list.total == 13)
        assert it.title == "Piece number 24"
        assert "has changed" not in it.text


async def test_progress_stands_in_the_masthead_with_the_time_left(
    room: Opening, clips: FolderLibrary
) -> None:
    async with room((140, 40), of=clips) as it:
        news = it.reader.sync.update_from(it.reader.sync.anchor())
        it.reader.sync.put("indexing 3,204 of 100,000 · 6 min left", news, True)
        it.reader.redraw.draw()
        assert "indexing 3,204 of 100,000 · 6 min left" in it.text.splitlines()[0]


async def test_an_article_that_comes_is_among_the_related_ones_but_not_while_one_chooses_there(
    room: Opening, home: Path
) -> None:
    clips = home / "few"
    clips.mkdir()
    for number in (1, 2):
        write(clips, number)
    library = open_library([clips])
    list(library.update())

    def related(it: Room) -> int:
        return len((it.desk.side.relations if it.desk.side else None) or ())

    async with room((140, 24), of=library) as it:
        await it.until(lambda: related(it) == 1)
        before = it.title, it.sidebar.chosen
        write(clips, 3)
        await it.until(lambda: related(it) == 2)
        assert (it.title, it.sidebar.chosen) == before
        await it.press("r")
        items = it.sidebar.items()
        write(clips, 4)
        await it.until(lambda: it.list.total == 4 and it.reader.related.due)
        assert it.sidebar.items() == items
        await it.press("1")
        await it.until(lambda: related(it) == 3)
