"""Themes: a TOML file of roles -> the colours that lines are drawn in, problems named by file and key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import tomli
from rich.color import Color, ColorParseError
from rich.color_triplet import ColorTriplet
from rich.style import Style

from tui.model.problem import Problem
from tui.present.styles import GROUNDS, TextStyle, ThemeRole

DIMMED = 0.62
"""How far a page under a panel is blended towards its ground (look: states)."""
FIRST_CHOICE = "night-press"


class Theme(NamedTuple):
    """A named set of colours, one a role: `#rrggbb`, or a terminal colour with `dim`, `bold`, `reverse`."""

    name: str
    dark: bool
    ansi: bool
    roles: Mapping[ThemeRole, str]


def parse_theme(text: str, path: str) -> tuple[Theme | None, tuple[Problem, ...]]:
    """Read a theme file. A role that is missing or not a colour is a Problem; the theme is then None."""
    try:
        table: dict[str, Any] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return None, (Problem(path, f"not a TOML file: {error}"),)
    roles: dict[ThemeRole, str] = {}
    given = table.get("roles")
    given = given if isinstance(given, dict) else {}
    problems = [
        Problem(path, f"roles.{name}: no role has that name", "it is left out", read=True)
        for name in sorted(given.keys() - set(ThemeRole))
    ]
    for role in ThemeRole:
        value = given.get(role.value)
        if not isinstance(value, str) or not _is_colour(value):
            said = "is missing" if value is None else f"{value!r} is not a colour"
            problems.append(Problem(path, f"roles.{role.value} {said}"))
        else:
            roles[role] = value
    if len(roles) < len(ThemeRole):
        return None, tuple(problems)
    name = str(table.get("name") or Path(path).stem)
    return Theme(name, bool(table.get("dark", True)), bool(table.get("ansi", False)), roles), tuple(problems)


def _is_colour(value: str) -> bool:
    first = value.split(" ")[0]
    if first == "reverse":
        return True
    try:
        Color.parse(first)
    except ColorParseError:
        return False
    return bool(first)


def theme_files(folders: Iterable[Path]) -> dict[str, Path]:
    """Theme name (the file's stem) -> file; later folders win, so that one's own theme may replace ours."""
    return {
        path.stem: path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.toml"))
    }


def read_theme(path: Path) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The theme in that file, called like the file; None, with a Problem that says why, if it is not one."""
    try:
        theme, problems = parse_theme(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        return None, (Problem(str(path), f"could not be read: {error}"),)
    return theme and theme._replace(name=path.stem), problems


def load_theme(name: str, folders: Iterable[Path]) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of that name; when it cannot be had the first choice stands in and a Problem says why."""
    found = theme_files(folders)
    problems: tuple[Problem, ...] = ()
    if name not in found:
        problems = (Problem(name, f"no theme of that name; there are {', '.join(sorted(found))}"),)
    for choice in dict.fromkeys((name, FIRST_CHOICE, *sorted(found))):
        if choice in found:
            theme, wrong = read_theme(found[choice])
            problems += wrong
            if theme is not None:
                return theme, problems
    raise FileNotFoundError("no readable theme is shipped with this installation")


class StyleResolver:
    """Styles of one theme, made on demand: (ink, ground, dimmed) -> rich Style.

    Without `colour` (NO_COLOR) they are told apart by weight, underline and reverse alone.
    """

    def __init__(self, theme: Theme, *, colour: bool = True) -> None:
        self.theme = theme
        self.colour = colour
        self._styles: dict[tuple[TextStyle, ThemeRole, bool], Style] = {}

    def style(self, ink: TextStyle, ground: ThemeRole = ThemeRole.BACKGROUND, dimmed: bool = False) -> Style:
        """How `ink` is drawn on `ground` when it has no ground of its own."""
        key = (ink, ground, dimmed)
        style = self._styles.get(key)
        if style is None:
            if not self.colour:
                style = _colourless(ink, ground)
            else:
                style = self._ansi(ink, ground) if self.theme.ansi else self._exact(ink, ground, dimmed)
            self._styles[key] = style
        return style

    def _exact(self, ink: TextStyle, ground: ThemeRole, dimmed: bool) -> Style:
        front = Color.parse(self.theme.roles[ink.role])
        back = Color.parse(self.theme.roles[ink.ground or ground])
        if ink.reverse:
            front, back = back, front
        if dimmed:
            page = Color.parse(self.theme.roles[ThemeRole.BACKGROUND])
            front, back = _blend(front, page), _blend(back, page)
        bold = ink.bold and not dimmed
        return Style(color=front, bgcolor=back, bold=bold, italic=ink.italic, underline=ink.underline)

    def _ansi(self, ink: TextStyle, ground: ThemeRole) -> Style:
        """Terminal colours: signs and bars take the colour; words that would are bold in the default one."""
        colour, *attributes = self.theme.roles[ink.role].split(" ")
        stands = self.theme.roles[ink.ground or ground].split(" ")
        bold = ink.bold or "bold" in stands or "bold" in attributes
        return Style(
            color="default" if ink.bold or ink.role in GROUNDS else colour,
            bgcolor="default",
            bold=bold,
            italic=ink.italic,
            underline=ink.underline,
            dim="dim" in attributes,
            reverse="reverse" in stands or ink.reverse,
        )


def _colourless(ink: TextStyle, ground: ThemeRole) -> Style:
    stands = ink.ground or ground
    return Style(
        bold=ink.bold or stands in (ThemeRole.CURRENT, ThemeRole.SELECTION),
        italic=ink.italic,
        underline=ink.underline or stands is ThemeRole.MATCH,
        dim=ink.role is ThemeRole.RULE,
        reverse=ink.reverse,
    )


def _blend(colour: Color, ground: Color) -> Color:
    one, two = colour.get_truecolor(), ground.get_truecolor()
    mixed = (round(a + (b - a) * DIMMED) for a, b in zip(one, two, strict=True))
    return Color.from_triplet(ColorTriplet(*mixed))
