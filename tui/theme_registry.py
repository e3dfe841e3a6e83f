"""The themes there are, the one that is worn, and whether its file has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.model.problem import Problem
from tui.theme import Theme, files, read

if TYPE_CHECKING:
    from tui.present.theme_list_view import Offer

Stamp = tuple[Path, int, int]
"""A file, when it was last changed (nanoseconds), and how long it is."""


class Worn(NamedTuple):
    """A theme by name, and the stamp of the file that it was last read from; None if there is no file."""

    name: str
    stamp: Stamp | None


def offers(folders: Sequence[Path]) -> tuple[Offer, ...]:
    """Every theme by name; those of the last folder are the reader's own."""
    from tui.present.theme_list_view import Offer

    own = folders[-1]
    return tuple(
        Offer(name, _sort(path), path.parent == own) for name, path in sorted(files(folders).items())
    )


def _sort(path: Path) -> str:
    from tui.present.theme_list_view import BROKEN

    theme, _ = read(path)
    if theme is None:
        return BROKEN
    return "16 colours" if theme.ansi else "dark" if theme.dark else "light"


def taken(name: str, folders: Sequence[Path]) -> tuple[Worn, Theme | None, tuple[Problem, ...]]:
    """The theme of that name as its file says now, with what is wrong; None if it cannot be had."""
    worn = Worn(name, stamp_of(name, folders))
    if worn.stamp is None:
        return worn, None, (Problem(name, "no theme of that name"),)
    return worn, *read(worn.stamp[0])


def stamp_of(name: str, folders: Sequence[Path]) -> Stamp | None:
    """The file of that theme as it is now: the reader's own, else ours. A look at one or two files."""
    for folder in reversed(folders):
        path = folder / f"{name}.toml"
        try:
            status = path.stat()
        except OSError:
            continue
        return path, status.st_mtime_ns, status.st_size
    return None


def told_briefly(problems: Sequence[Problem]) -> str:
    """What is wrong with a file of the reader's in one line: the first thing, and how many more."""
    if not problems:
        return ""
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{Path(problems[0].path).name}: {problems[0].words}{more}"
