"""Themes: every role can be read on every ground that it can stand on, and a bad file says what is wrong."""

from pathlib import Path

import pytest
from rich.color import Color

from tui import app_paths
from tui.present.styles import GROUNDS, SPEAKERS, TextStyle, ThemeRole
from tui.theme import StyleResolver, Theme, load_theme, parse_theme, theme_files

FOLDER = app_paths.shipped("themes")
NAMES = ["high-contrast", "newsprint", "night-press", "sepia", "slate", "terminal"]
WORDS = [role for role in ThemeRole if role not in GROUNDS and role is not ThemeRole.RULE]
STANDS = [ThemeRole.BACKGROUND, ThemeRole.SURFACE, ThemeRole.CURRENT, ThemeRole.SELECTION]
READABLE = 4.5
"""WCAG 2 contrast for text."""


def theme(name: str) -> Theme:
    found, problems = load_theme(name, [FOLDER])
    assert not problems
    return found


def luminance(colour: str) -> float:
    parts = (part / 255 for part in Color.parse(colour).get_truecolor())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_six_themes_are_shipped() -> None:
    assert sorted(theme_files([FOLDER])) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name != "terminal"])
def test_every_role_is_readable_on_every_ground(name: str) -> None:
    roles = theme(name).roles
    low = [
        (role, ground, round(contrast(roles[role], roles[ground]), 2))
        for role in WORDS
        for ground in STANDS
        if contrast(roles[role], roles[ground]) < READABLE
    ]
    assert not low
    assert contrast(roles[ThemeRole.HEADLINE], roles[ThemeRole.MATCH]) >= READABLE


def test_words_in_the_terminal_theme_depend_on_no_colour() -> None:
    palette = StyleResolver(theme("terminal"))
    for role in WORDS:
        style = palette.style(TextStyle(role, bold=True))
        assert style.color is not None
        assert style.color.is_default, role
    bar = palette.style(TextStyle(SPEAKERS[0])).color
    assert bar is not None
    assert not bar.is_default
    assert palette.style(TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH)).reverse


def test_a_page_under_a_panel_is_nearer_its_ground_and_not_bold() -> None:
    palette = StyleResolver(theme("night-press"))
    plain, dim = (palette.style(TextStyle(ThemeRole.HEADLINE, bold=True), dimmed=d) for d in (False, True))
    assert plain.bold
    assert not dim.bold
    assert plain.color is not None
    assert dim.color is not None
    ground = theme("night-press").roles[ThemeRole.BACKGROUND]
    one, two = plain.color.get_truecolor().hex, dim.color.get_truecolor().hex
    assert contrast(two, ground) < contrast(one, ground)


def test_a_bad_theme_file_is_named_with_its_key(tmp_path: Path) -> None:
    text = (FOLDER / "sepia.toml").read_text(encoding="utf-8")
    _, problems = parse_theme(text.replace('accent = "', 'accent = "#zz'), "mine.toml")
    assert [problem.path for problem in problems] == ["mine.toml"]
    assert "roles.accent" in problems[0].words
    _, problems = parse_theme("name = ", "broken.toml")
    assert "not a TOML file" in problems[0].words
    theme_, problems = parse_theme(text + '\nfrobnicate = "#ffffff"\n', "more.toml")
    assert theme_ is not None
    assert "frobnicate" in problems[0].words


def test_a_theme_that_cannot_be_had_is_replaced_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe not utf-8")
    found, problems = load_theme("mine", [FOLDER, tmp_path])
    assert found.name == "night-press"
    assert "could not be read" in problems[0].words
    found, problems = load_theme("nowhere", [FOLDER])
    assert "there are high-contrast" in problems[0].words


def test_a_theme_of_ones_own_replaces_a_shipped_one(tmp_path: Path) -> None:
    text = (FOLDER / "sepia.toml").read_text(encoding="utf-8").replace("#fdf6e3", "#ffffff")
    (tmp_path / "sepia.toml").write_text(text, encoding="utf-8")
    found, _ = load_theme("sepia", [FOLDER, tmp_path])
    assert found.roles[ThemeRole.BACKGROUND] == "#ffffff"
