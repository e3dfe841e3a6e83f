"""The themes there are, the one that is active_theme, and whether its file has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.model.problem import Problem
from tui.theme import Theme, read_theme, theme_files

if TYPE_CHECKING:
    from tui.present.theme_list_view import ThemeChoice

Stamp = tuple[Path, int, int]
"""A file, when it was last changed (nanoseconds), and how long it is."""


class ActiveTheme(NamedTuple):
    """A theme by name, and the stamp of the file that it was last read from; None if there is no file."""

    name: str
    stamp: Stamp | None


def available_themes(folders: Sequence[Path]) -> tuple[ThemeChoice, ...]:
    """Every theme by name; those of the last folder are the reader's own."""
    from tui.present.theme_list_view import ThemeChoice

    own = folders[-1]
    return tuple(
        ThemeChoice(name, _sort(path), path.parent == own)
        for name, path in sorted(theme_files(folders).items())
    )


def _sort(path: Path) -> str:
    from tui.present.theme_list_view import BROKEN

    theme, _ = read_theme(path)
    if theme is None:
        return BROKEN
    return "16 colours" if theme.ansi else "dark" if theme.dark else "light"


def reload_theme(name: str, folders: Sequence[Path]) -> tuple[ActiveTheme, Theme | None, tuple[Problem, ...]]:
    """The theme of that name as its file says now, with what is wrong; None if it cannot be had."""
    active_theme = ActiveTheme(name, file_stamp(name, folders))
    if active_theme.stamp is None:
        return active_theme, None, (Problem(name, "no theme of that name"),)
    return active_theme, *read_theme(active_theme.stamp[0])


def file_stamp(name: str, folders: Sequence[Path]) -> Stamp | None:
    """The file of that theme as it is now: the reader's own, else ours. A look at one or two files."""
    for folder in reversed(folders):
        path = folder / f"{name}.toml"
        try:
            status = path.stat()
        except OSError:
            continue
        return path, status.st_mtime_ns, status.st_size
    return None


def summarize_problems(problems: Sequence[Problem]) -> str:
    """What is wrong with a file of the reader's in one line: the first thing, and how many more."""
    if not problems:
        return ""
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{Path(problems[0].path).name}: {problems[0].words}{more}"
