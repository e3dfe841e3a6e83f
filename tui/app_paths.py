"""Where things lie: the shipped folders and the reader's own directories. Names them, never makes them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

PROGRAM = "cuttings"
PACKAGE = Path(__file__).resolve().parent

NO_HOME = Path("/nonexistent")
"""The home of a user who has none (the name that Debian gives it): nothing can be made under it."""


def shipped(name: str) -> Path:
    """A folder that comes with the program ("seeds", "themes"): in the package of a wheel, else beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def config_home() -> Path:
    """Where config.toml and the reader's own themes are."""
    return _own("XDG_CONFIG_HOME", ".config", "Application Support")


def data_home() -> Path:
    """Where the reader's own marks are: they cannot be made again."""
    return _own("XDG_DATA_HOME", ".local/share", "Application Support")


def cache_home() -> Path:
    """Where the indexes are: they can be thrown away at any time."""
    return _own("XDG_CACHE_HOME", ".cache", "Caches")


def config_file() -> Path:
    """The reader's configuration, whether it is there or not."""
    return config_home() / "config.toml"


def ignored_variables() -> list[str]:
    """Variables that name no absolute path: by the specification they are ignored."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    return [name for name in names if os.environ.get(name) and not Path(os.environ[name]).is_absolute()]


def _own(variable: str, below_home: str, mac_folder: str) -> Path:
    """One directory by the XDG Base Directory Specification, or by the habit of macOS."""
    chosen = Path(os.environ.get(variable, ""))
    if chosen.is_absolute():  # the specification: relative values are to be ignored
        return chosen / PROGRAM
    if sys.platform == "darwin":
        return _home() / "Library" / mac_folder / PROGRAM
    return _home() / below_home / PROGRAM


def _home() -> Path:
    """The home of whoever runs the program: a relative HOME is another one in each folder, so it is none."""
    with suppress(RuntimeError):
        home = Path.home()
        return home if home.is_absolute() else _home_of_account()
    return NO_HOME


def _home_of_account() -> Path:
    """The home that the system knows."""
    from pwd import getpwuid

    with suppress(KeyError):
        home = Path(getpwuid(os.getuid()).pw_dir)
        return home if home.is_absolute() else NO_HOME
    return NO_HOME
