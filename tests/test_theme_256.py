"""256 colours: every word can be read on every ground, and what rich sends is what was meant."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from tui import app_paths
from tui.present.styles import GROUNDS, SPEAKERS, ThemeRole
from tui.theme import load_theme
from tui.theme_256 import READABLE, XtermColour, contrast, quantize_theme, xterm_colours

NAMES = ["high-contrast", "newsprint", "night-press", "sepia", "slate"]
WORDS = [role for role in ThemeRole if role not in GROUNDS and role is not ThemeRole.RULE]


def shown(name: str) -> dict[ThemeRole, XtermColour]:
    """The tones of a theme in 256 colours."""
    theme = quantize_theme(load_theme(name, [app_paths.shipped("themes")])[0])
    by_colour = {tone.asked: tone for tone in xterm_colours()}
    return {role: by_colour[colour] for role, colour in theme.roles.items()}


def test_every_tone_is_asked_for_so_that_it_arrives() -> None:
    levels = (0, 95, 135, 175, 215, 255)
    for tone in xterm_colours():
        number = Color.parse(tone.asked).downgrade(ColorSystem.EIGHT_BIT).number
        assert number is not None
        if number >= 232:
            assert tone.shown == (8 + 10 * (number - 232),) * 3
        else:
            red, green, blue = (number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6
            assert tone.shown == (levels[red], levels[green], levels[blue])


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_readable_on_every_ground(name: str) -> None:
    found = shown(name)
    grounds = [
        found[role]
        for role in (ThemeRole.BACKGROUND, ThemeRole.SURFACE, ThemeRole.CURRENT, ThemeRole.SELECTION)
    ]
    low = [role for role in WORDS for ground in grounds if contrast(found[role], ground) < READABLE]
    assert low == []
    assert contrast(found[ThemeRole.HEADLINE], found[ThemeRole.MATCH]) >= READABLE


@pytest.mark.parametrize("name", NAMES)
def test_grounds_and_first_speakers_stay_apart(name: str) -> None:
    found = shown(name)
    assert len({found[role] for role in GROUNDS}) >= 4
    assert found[ThemeRole.CURRENT] != found[ThemeRole.BACKGROUND] != found[ThemeRole.SELECTION]
    assert len({found[role] for role in SPEAKERS[:4]}) == 4


def test_a_warm_ground_keeps_its_warmth_and_paper_takes_on_no_tint() -> None:
    red, _, blue = shown("night-press")[ThemeRole.MATCH].shown
    assert red > blue
    for role in (ThemeRole.BACKGROUND, ThemeRole.SURFACE, ThemeRole.CURRENT, ThemeRole.SELECTION):
        assert len(set(shown("newsprint")[role].shown)) == 1


def test_the_terminals_own_theme_is_left_to_the_terminal() -> None:
    theme = load_theme("terminal", [app_paths.shipped("themes")])[0]
    assert quantize_theme(theme) is theme
