"""What the program stands on: Python, packages, SQLite, the folders that it writes to, the configuration."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from tui import __version__, app_paths
from tui.commands.diagnosis import Symptom, Verdict

NEEDED = {"textual": (8, 2), "rich": (14,), "rapidfuzz": (3, 9), "tomli": (2,)}
"""Packages and their oldest version, as in pyproject.toml."""
PYTHON = (3, 11)
SQLITE = (3, 35, 0)
"""The oldest SQLite that knows the statements in use (RETURNING, upsert over several keys)."""


def symptoms() -> Iterator[Symptom]:
    """All that the program cannot do without."""
    yield Symptom("cuttings", __version__)
    yield python(sys.version_info[:3])
    yield from (package(name) for name in NEEDED)
    yield sqlite(sqlite3.sqlite_version_info)
    folders = (
        ("configuration", app_paths.config_home()),
        ("marks", app_paths.data_home()),
        ("index", app_paths.cache_home()),
    )
    for what, folder in folders:
        yield writable(what, folder)
    yield journal(app_paths.cache_home())
    yield configuration(app_paths.config_file())


def python(running: tuple[int, ...]) -> Symptom:
    """The version of Python."""
    verdict = Verdict.FINE if running >= PYTHON else Verdict.AMISS
    return Symptom("Python", ".".join(map(str, running)), verdict)


def package(name: str) -> Symptom:
    """The version of a package that the program needs."""
    try:
        found = version(name)
    except PackageNotFoundError:
        return Symptom(name, "is not installed", Verdict.AMISS, "install the program again")
    parts = tuple(int(part) for part in found.split(".")[:2] if part.isdecimal())
    oldest = ".".join(map(str, NEEDED[name]))
    if parts < NEEDED[name]:
        return Symptom(name, found, Verdict.AMISS, f"{oldest} is needed")
    return Symptom(name, found)


def sqlite(running: tuple[int, ...]) -> Symptom:
    """The version of SQLite."""
    found = ".".join(map(str, running))
    return Symptom("SQLite", found) if running >= SQLITE else Symptom("SQLite", found, Verdict.AMISS)


def writable(what: str, folder: Path) -> Symptom:
    """Whether that folder, or the nearest one above it that is there, can be written to."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Symptom(what, str(folder) if there == folder else f"{folder}, made when it is needed")
    verdict = Verdict.NOTE if what == "configuration" else Verdict.AMISS
    return Symptom(what, str(folder), verdict, f"{there} cannot be written to")


def journal(folder: Path) -> Symptom:
    """Whether SQLite can keep a write-ahead log where the indexes lie: network drives often cannot."""
    what = "writing while others read"
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
    try:
        with TemporaryDirectory(dir=there, prefix="cuttings-") as made:
            connection = sqlite3.connect(Path(made) / "try.db")
            (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
            connection.close()
    except (OSError, sqlite3.Error) as error:
        return Symptom(what, f"cannot be tried: {error}", Verdict.NOTE)
    if mode != "wal":
        return Symptom(what, f"no: {mode}", Verdict.NOTE, f"{there} may be a network drive")
    return Symptom(what, "yes")


def configuration(file: Path) -> Symptom:
    """Whether the configuration can be obeyed."""
    from tui.keymap_validation import settled

    _, problems = settled(file)
    if problems:
        told = f"{len(problems)} of its settings cannot be" if len(problems) > 1 else "a setting cannot be"
        return Symptom("config.toml", told, Verdict.AMISS, "cuttings config check tells which")
    return Symptom("config.toml", "nothing amiss" if file.exists() else "not there, which is fine")
