"""Copying: y in the form chosen last, Y to choose another."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary
from tui.reader import external_programs


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """No story touches the clipboard of whoever runs it."""
    monkeypatch.setattr(external_programs, "clipboards", lambda _environment, _found: [])


async def test_a_copy_is_a_citation_and_says_which_way_it_went(room: Opening) -> None:
    async with room() as it:
        await it.press("right_square_bracket", "y")
        assert it.app.clipboard.startswith("“")
        assert it.app.clipboard.endswith("n.d.")
        assert "copied with its source, by way of the terminal" in it.foot


async def test_the_form_chosen_is_kept_for_the_next_copy_and_the_next_run(
    room: Opening, library: FolderLibrary
) -> None:
    async with room() as it:
        await it.press("right_square_bracket", "Y")
        assert "COPY IT AS" in it.text
        await it.press("j", "j", "enter")
        assert it.app.clipboard.startswith("> “")
        assert "copied as Markdown" in it.foot
        await it.press("right_square_bracket", "y")
        assert it.app.clipboard.startswith("> “")
    async with room(of=library) as it:
        await it.press("right_square_bracket", "y")
        assert it.app.clipboard.startswith("> “")


async def test_a_digit_chooses_and_escape_copies_nothing(room: Opening) -> None:
    async with room((80, 24)) as it:
        await it.press("right_square_bracket", "Y", "6")
        assert it.app.clipboard.startswith("@article{")
        before = it.app.clipboard
        await it.press("Y", "1", "Y", "2")
        assert it.app.clipboard != before
        before = it.app.clipboard
        await it.press("Y", "down", "escape", "y")
        assert it.app.clipboard == before


async def test_in_a_dossier_the_chosen_quotation_is_copied(room: Opening) -> None:
    async with room() as it:
        await it.press("G", "J", "J", "J", "d")
        await it.until(lambda: "WHAT ED BALLS SAID" in it.text)
        await it.press("down", "down", "y")
        assert it.app.clipboard.startswith("“George Osborne is saying")


async def test_a_program_that_takes_the_text_is_named(room: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def copied_by(programs: list[external_programs.Clipboard], text: str) -> str:
        taken.append(text)
        return programs[0].name

    program = external_programs.Clipboard(["x/wl-copy"])
    monkeypatch.setattr(external_programs, "clipboards", lambda _environment, _found: [program])
    monkeypatch.setattr(external_programs, "copied_by", copied_by)
    async with room() as it:
        await it.press("right_square_bracket", "y")
        await it.until(lambda: "by wl-copy and the terminal" in it.foot)
        assert taken == [it.app.clipboard]


@pytest.mark.parametrize("size", [(140, 40), (40, 12)])
async def test_the_chooser_fits_every_screen(room: Opening, size: tuple[int, int]) -> None:
    async with room(size) as it:
        await it.press("right_square_bracket", "Y")
        for form in ("with its source", "BibTeX", "CSL-JSON"):
            assert form in it.text


async def drawn_over(it: Room, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the mouse in the article, draw it there, and let go."""
    await it.pilot.mouse_down(it.view, offset=start)
    await it.pilot.hover(it.view, offset=end)
    await it.pilot.mouse_up(it.view, offset=end)
    await it.pilot.pause()


async def test_words_that_the_mouse_is_drawn_over_are_lit_and_ctrl_c_copies_them(room: Opening) -> None:
    async with room() as it:
        left = it.view.sheet.grid.text if it.view.sheet else 0
        await drawn_over(it, (left + 4, 9), (left + 12, 7))
        span = it.desk.lit.selected
        assert span is not None
        words = " ".join(span.of(it.cutting.article.text).split())
        assert "selected: ctrl+c copies" in it.foot
        await it.press("ctrl+c")
        assert it.app.is_running
        assert " ".join(it.app.clipboard.split()) == words
        assert it.desk.lit.selected is None
        assert "copied, by way of the terminal" in it.foot


async def test_a_selection_is_let_go_of_by_escape_and_by_a_click(room: Opening) -> None:
    async with room() as it:
        left = it.view.sheet.grid.text if it.view.sheet else 0
        await drawn_over(it, (left, 7), (left + 60, 20))
        assert it.desk.lit.selected is not None
        await it.press("escape")
        assert it.desk.lit.selected is None
        await drawn_over(it, (left, 7), (left + 5, 7))
        assert it.desk.lit.selected is not None
        await it.pilot.click(it.view, offset=(left + 2, 8))
        await it.pilot.pause()
        assert it.desk.lit.selected is None
        await it.press("ctrl+c")
        assert it.app.return_code == 130
