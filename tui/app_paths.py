"""Where things lie: the shipped folders and the reader's own directories. Names them, never makes them."""

from __future__ import annotations

import os
import sys
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


def _own(variable: str, below_home: str, mac_folder: str) -> Path:
    """One directory by the XDG Base Directory Specification, or by the habit of macOS."""
    chosen = Path(os.environ.get(variable, ""))
    if chosen.is_absolute():  # the specification: relative values are to be ignored
        return chosen / PROGRAM
    if sys.platform == "darwin":
        return _home() / "Library" / mac_folder / PROGRAM
    return _home() / below_home / PROGRAM


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return NO_HOME
