"""Files that cannot be read, or only with a doubt: seen, opened, and back to where one was."""

from pathlib import Path

import pytest
from textual.events import Key

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.reader.problems import ProblemsScreen


@pytest.fixture
def clips(home: Path) -> FolderLibrary:
    """One sound article, one with a doubt, two that cannot be read."""
    folder = home / "clips"
    (folder / "old").mkdir(parents=True)
    (folder / "a.md").write_text("---\ntitle: A quay\n---\n\n" + "Ann Lee said: “We will.”\n\n" * 60)
    (folder / "old" / "b.txt").write_bytes("The café said “no” to the plan.".encode("cp1252"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)))
    library = open_library([folder])
    list(library.update())
    return library


def page(it: Room) -> str:
    strips = it.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24), (40, 12)])
async def test_problems_are_told_and_one_is_back_where_one_was(
    room: Opening, clips: FolderLibrary, size: tuple[int, int]
) -> None:
    async with room(size, of=clips) as it:
        await it.press("2", *"jjj", "]")
        before = it.text
        await it.press("P")
        assert isinstance(it.app.screen, ProblemsScreen)
        assert "Nothing here stops you reading" in " ".join(page(it).split())
        assert "2 errors · 1 warning" in page(it)
        assert "NOT READ" in page(it)
        await it.press("j", "j", "q")
        assert it.text == before


async def test_enter_opens_the_article_that_was_read_with_a_doubt(
    room: Opening, clips: FolderLibrary
) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("P", "enter")
        assert "E edits it" in page(it)
        await it.press("G", "enter")
        assert "The café said" in it.text
        assert it.title.startswith("The café")
        await it.press("H")
        assert it.title == "A quay"


async def test_the_path_is_copied_whole(room: Opening, clips: FolderLibrary, home: Path) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("P", "G", "y")
        assert it.app.clipboard == str(home / "clips" / "old" / "b.txt")
        assert "copied" in page(it)


async def test_a_file_mended_elsewhere_leaves_the_page_after_looking_again(
    room: Opening, clips: FolderLibrary, home: Path
) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("P", "j")
        (home / "clips" / "noise.txt").unlink()
        await it.press("R")
        await it.until(lambda: "1 error · 1 warning" in page(it) and "▌ ! old/b.txt" in page(it))
        assert "looked again" in page(it)


async def test_help_there_lists_the_keys_that_do_something_there(room: Opening, clips: FolderLibrary) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("P", "?")
        assert "copy the path" in page(it)
        assert "next quotation" not in page(it)
        await it.press(*"back", "enter")
        assert not isinstance(it.app.screen, ProblemsScreen)


async def test_without_problems_the_page_says_so(room: Opening) -> None:
    async with room((80, 24)) as it:
        await it.press("P")
        assert "Every file was read" in page(it)
        await it.press("j", "y", "E", "enter", "escape")
        assert "14 quotations" in it.text or "of 4" in it.text


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 12)])
async def test_tab_tells_what_was_found_and_guessed_and_enter_opens_that_article(
    room: Opening, clips: FolderLibrary, size: tuple[int, int]
) -> None:
    async with room(size, of=clips) as it:
        await it.press("P", "tab")
        assert "what was found" in page(it).splitlines()[0]
        assert "Nothing is guessed silently" in " ".join(page(it).split())
        await it.press("G")
        chosen = next(row for row in page(it).splitlines() if row.startswith("▌"))
        await it.press("tab")
        assert "problems" in page(it).splitlines()[0]
        await it.press("tab", "y", "enter")
        assert it.cutting.article.path.endswith(chosen.split()[1])
        assert it.app.clipboard == it.cutting.article.path


async def test_what_was_found_says_where_the_headline_comes_from(room: Opening, clips: FolderLibrary) -> None:
    async with room((140, 40), of=clips) as it:
        await it.press("P", "tab")
        assert "headline from the front matter" in page(it)
        assert "Windows-1252 (guessed)" in page(it)


@pytest.mark.parametrize("key", ["q", "escape", "P"])
async def test_closing_the_page_five_times_at_once_closes_it_once(
    room: Opening, clips: FolderLibrary, key: str
) -> None:
    async with room((140, 40), of=clips) as it:
        before = it.text
        await it.press("P")
        page = it.app.screen
        for _ in range(5):
            page.post_message(Key(key, key if len(key) == 1 else None))
        await it.pilot.pause()
        assert it.text == before
        assert it.app.fault is None
