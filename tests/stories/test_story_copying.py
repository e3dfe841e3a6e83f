"""Copying: y in the form chosen last, Y to choose another."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Opening
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
