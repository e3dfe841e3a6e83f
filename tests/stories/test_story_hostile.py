"""Whatever a library holds, no line that is drawn holds more than letters; nothing of it is obeyed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import Paste
from textual.strip import Strip

from tests.stories.conftest import Opening, Room
from tests.support import hostile
from tui.keymap import KEYS, TEXTUAL
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.present.styles import StyledLine
from tui.widgets.virtual_lines import VirtualLines


@pytest.fixture
def folder(home: Path) -> Path:
    """The folder of the hostile library."""
    return hostile.owned(home)


@pytest.fixture
def clips(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FolderLibrary]:
    """The hostile library, indexed, with hostile notes, tags and corrections."""
    monkeypatch.setenv("BROWSER", "true")
    opened = open_library([folder])
    list(opened.update())
    yield opened
    opened.close()


def clean(it: Room, after: str) -> str:
    """Every cell that is drawn, the clipboard and the title are harmless; the cells as text."""
    strips = it.app.screen._compositor.render_strips()
    drawn = "".join(segment.text for strip in strips for segment in strip)
    for shown in (drawn, it.app.title, it.app.sub_title):
        found = hostile.HARMFUL.search(shown)
        assert found is None, f"{found!r} after {after}"
    assert hostile.WRITTEN.search(it.app.clipboard) is None, after
    return drawn


WALK = (
    "space b ctrl+d ctrl+u g G tab shift+tab K N } { ! ctrl+t < > u * R L [ n k . escape escape . "
    "2 g ] . e . escape . 3 g j . d . G enter . H . tab j . escape . w . escape . h . escape . v . escape . "
    "P j j escape . 1 j enter 1 j enter 1 j enter 1 G enter . 2 ] v enter escape Y j j enter t j escape . "
    "c x escape . s b u i tab tab tab enter H . / w r o n g enter n escape . 1 / # p l enter escape . "
    "a escape # escape . F f F f . ? r e d escape . ctrl+p b u escape . z z m y o J J . w tab j escape . "
    "r j j enter"
)
"""Keys; after each point it is looked at."""
HEADS = (
    "[/b] [red]text[/red] [@click=app.quit]go[/]|WHO SAID THIS|NAMED BESIDE|WHERE YOU|WHERE ELSE IS IT SAID|"
    "NOT READ|WITH A DOUBT|COPY IT AS|WHO SAID IT|WHO SAID WHAT|WORDS THE SAME|ALSO IN|MOVE"
).split("|")
"""What the walk comes by."""
LEAVING = {"quit", "suspend", "edit", "undo"}
"""Actions that are not taken on the walk."""


def test_the_walk_takes_every_action() -> None:
    taken = set(WALK.split())
    assert [key.action for key in KEYS if key.action not in LEAVING and not taken & set(key.keys)] == []


async def test_no_screen_draws_what_a_terminal_would_obey(
    room: Opening, clips: FolderLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen, draw = hostile.printed(folder), [""], VirtualLines.drawn

    def watched(self: VirtualLines, line: StyledLine) -> Strip:
        strip = draw(self, line)
        seen[-1] += strip.text
        return strip

    async def a_moment(*_: float) -> None:
        await asyncio.sleep(0.01)

    monkeypatch.setattr(VirtualLines, "drawn", watched)
    monkeypatch.setattr(
        "textual.app.wait_for_idle", a_moment
    )  # between two keys; it waits five times as long
    async with room((120, 40), of=clips) as it:
        await it.until(lambda: it.list.total > 0)
        for keys in WALK.split(" . "):
            seen.append(f"{keys}: ")
            await it.press(*(TEXTUAL.get(key, key) for key in keys.split()))
            clean(it, keys)
    assert [lines for lines in seen if hostile.HARMFUL.search(lines)] == []
    every = "".join(seen)
    assert [head for head in HEADS if head not in every] == []
    assert hostile.printed(folder) == before


@pytest.mark.parametrize("key", ["a", "number_sign", "c", "slash", "s", "question_mark"])
async def test_what_is_pasted_is_cleaned(room: Opening, clips: FolderLibrary, key: str) -> None:
    async with room(of=clips) as it:
        await it.press("2", "right_square_bracket", key)
        it.screen.post_message(Paste(f"pasted {hostile.NASTY}"))
        await it.pilot.pause()
        assert ":smile:" in clean(it, "pasting")
        await it.press("enter")
        clean(it, "enter")


async def test_a_click_on_markup_of_an_article_does_nothing(room: Opening, clips: FolderLibrary) -> None:
    async with room(of=clips) as it:
        lines = it.text.splitlines()
        row = next(at for at, line in enumerate(lines) if "[@click=app.quit]go" in line)
        await it.pilot.click(offset=(lines[row].index("]go[/]") + 1, row))
        await it.pilot.pause()
        assert it.app.is_running
        assert it.app._exit is False


async def test_a_name_in_look_alike_letters_stands_apart_and_is_marked(home: Path, room: Opening) -> None:
    folder = home / "press"
    folder.mkdir()
    words = "Ann Lee, the mayor, said: “We will.”\n\nAnn L\u0435e, the mayor, said: “We will not.”\n"
    (folder / "a.txt").write_text(words, encoding="utf-8")
    opened = open_library([folder])
    list(opened.update())
    async with room(of=opened) as it:
        await it.until(lambda: "mixed alphabets" in it.text)
        side = "\n".join(line[100:] for line in it.text.splitlines())
        assert "Ann Lee" in side
        assert "Ann L\u0435e" in side
        assert side.count("mixed alphabets") == 1
    opened.close()
