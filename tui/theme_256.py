"""A theme in the 256 colours of xterm: grounds stay apart, and every word can be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from tui.present.styles import GROUNDS, ThemeRole
from tui.theme import Theme

READABLE = 4.5
"""WCAG 2 contrast for text."""
COLOURFUL = 40
"""Difference of a colour's strongest and weakest part; with less it is a tinted grey."""
LEVELS = (0, 95, 135, 175, 215, 255)
"""The steps of the colour cube of xterm."""

Colour = tuple[int, int, int]


class XtermColour(NamedTuple):
    """One of the 256 colours: as it is shown, how light it is, and how it has to be asked for.

    Rich goes from a colour to the palette by rounding; `asked` is a colour that it rounds to this one.
    """

    shown: Colour
    luminance: float
    asked: str


@cache
def xterm_colours() -> tuple[XtermColour, ...]:
    """The colour cube without its greys, and the ramp of greys with black and white at its ends."""
    cube = [(r, g, b) for r in LEVELS for g in LEVELS for b in LEVELS if not r == g == b]
    found = [XtermColour(one, luminance(one), _written(one)) for one in cube]
    for step in range(24):
        shown, asked = 8 + 10 * step, round(10.2 * (step + 1))
        found.append(XtermColour((shown,) * 3, luminance((shown,) * 3), _written((asked,) * 3)))
    ends: tuple[Colour, ...] = ((0, 0, 0), (255, 255, 255))
    return (*found, *(XtermColour(end, luminance(end), _written(end)) for end in ends))


def quantize_theme(theme: Theme) -> Theme:
    """The theme in those colours: the nearest grounds, and the nearest inks that can be read on all."""
    if theme.ansi:
        return theme
    grounds = {role: _nearest(theme.roles[role], xterm_colours()) for role in ThemeRole if role in GROUNDS}
    stands = [tone for role, tone in grounds.items() if role is not ThemeRole.MATCH]
    legible = [
        tone for tone in xterm_colours() if all(contrast(tone, ground) >= READABLE for ground in stands)
    ]
    found: dict[ThemeRole, XtermColour] = dict(grounds)
    for role in ThemeRole:
        if role not in GROUNDS:
            among: Collection[XtermColour] = xterm_colours() if role is ThemeRole.RULE else legible
            if role is ThemeRole.HEADLINE:
                among = [tone for tone in legible if contrast(tone, grounds[ThemeRole.MATCH]) >= READABLE]
            found[role] = _nearest(theme.roles[role], among or xterm_colours())
    roles: Mapping[ThemeRole, str] = {role: tone.asked for role, tone in found.items()}
    return theme._replace(roles=roles)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: XtermColour, two: XtermColour) -> float:
    """Contrast of two tones, 1 to 21 (WCAG 2)."""
    light, dark = max(one.luminance, two.luminance), min(one.luminance, two.luminance)
    return (light + 0.05) / (dark + 0.05)


def _nearest(colour: str, among: Collection[XtermColour]) -> XtermColour:
    """The tone at the least distance; what is colourful stays so, what is hardly tinted may turn grey."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    spread = max(wanted) - min(wanted)

    def away(tone: XtermColour) -> float:
        lost = max(0, spread - (max(tone.shown) - min(tone.shown))) if spread >= COLOURFUL else 0
        return sum((a - b) ** 2 for a, b in zip(wanted, tone.shown, strict=True)) + lost * lost

    return min(among, key=away)


def _written(colour: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
