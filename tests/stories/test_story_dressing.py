"""Looks: themes tried on while one moves, one's own seen as it is written, and the measure kept."""

from __future__ import annotations

import json
from pathlib import Path

from tests.stories.conftest import Opening
from tui import app_paths
from tui.app_paths import config_home, data_home
from tui.present.styles import ThemeRole


def own_theme(name: str, **roles: str) -> Path:
    """A theme file of the reader's own: that of night-press with other colours."""
    text = (app_paths.shipped("themes") / "night-press.toml").read_text(encoding="utf-8")
    for role, colour in roles.items():
        lines = [
            f'{role} = "{colour}"' if line.startswith(f"{role} =") else line for line in text.splitlines()
        ]
        text = "\n".join(lines)
    path = config_home() / "themes" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def kept() -> dict[str, dict[str, object]]:
    """What is remembered of the looks."""
    read: dict[str, dict[str, object]] = json.loads((data_home() / "looks.json").read_text(encoding="utf-8"))
    return read


async def test_moving_on_the_list_shows_each_theme_and_escape_gives_back_the_old_one(room: Opening) -> None:
    async with room() as it:
        await it.press("t")
        assert "THEMES" in it.text
        before = it.layout.palette.theme.name
        seen = [before]
        for _ in range(5):
            await it.press("j")
            seen.append(it.layout.palette.theme.name)
        assert seen[1:4] == ["sepia", "slate", "terminal"]
        await it.press("escape")
        assert it.layout.palette.theme.name == before
        assert "THEMES" not in it.text
        assert not (data_home() / "looks.json").exists()


async def test_enter_keeps_the_theme_for_the_next_time(room: Opening) -> None:
    async with room() as it:
        await it.press("t", "down", "enter")
        assert "theme: sepia" in it.foot
    async with room() as it:
        assert it.layout.palette.theme.name == "sepia"
        await it.press("t")
        assert it.reader.theme.widget is not None
        assert it.reader.theme.widget.offers[it.reader.theme.widget.chosen].name == "sepia"
        await it.press("k", "enter")
    assert kept() == {}


async def test_the_measure_is_kept_for_the_next_time(room: Opening) -> None:
    async with room() as it:
        await it.press("<", "<")
        assert it.layout.grid.measure == 60
    async with room() as it:
        assert it.layout.grid.measure == 60


async def test_a_theme_of_ones_own_is_drawn_as_it_is_written_and_a_slip_is_one_quiet_line(
    room: Opening,
) -> None:
    path = own_theme("mine", background="#101010")
    async with room() as it:
        await it.press("t", "g", "j")
        assert it.layout.palette.theme.name == "mine"
        assert "yours · dark" in it.text
        await it.press("enter")
        path.write_text(path.read_text(encoding="utf-8").replace("#101010", "#202020"), encoding="utf-8")
        it.app.look_again()
        assert it.layout.palette.theme.roles[ThemeRole.BACKGROUND] == "#202020"
        path.write_text(path.read_text(encoding="utf-8").replace("#202020", "grue"), encoding="utf-8")
        it.app.look_again()
        await it.pilot.pause()
        assert "mine.toml: roles.background 'grue' is not a colour" in it.foot
        assert it.layout.palette.theme.roles[ThemeRole.BACKGROUND] == "#202020"


async def test_a_theme_that_is_broken_is_listed_as_such_and_does_not_change_the_page(room: Opening) -> None:
    own_theme("aaa").write_text("name = ", encoding="utf-8")
    async with room() as it:
        await it.press("t", "g")
        assert "broken" in it.text
        assert "aaa.toml: not a TOML file" in it.foot
        assert it.layout.palette.theme.name == "night-press"


async def test_the_list_of_themes_fits_a_small_page(room: Opening) -> None:
    async with room((40, 12)) as it:
        await it.press("t", "G")
        assert "terminal" in it.text
        await it.pilot.resize_terminal(140, 40)
        await it.press("g")
        assert "high-contrast" in it.text
