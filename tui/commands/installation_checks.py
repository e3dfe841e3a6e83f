"""What the program stands on: Python, packages, SQLite, the folders that it writes to, the configuration."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from tui import __version__, app_paths
from tui.commands.diagnosis import CheckOutcome, CheckResult

NEEDED = {"textual": (8, 2), "rich": (14,), "rapidfuzz": (3, 9), "tomli": (2,)}
"""Packages and their oldest version, as in pyproject.toml."""
PYTHON = (3, 11)
SQLITE = (3, 35, 0)
"""The oldest SQLite that knows the statements in use (RETURNING, upsert over several keys)."""


def check_installation() -> Iterator[CheckResult]:
    """All that the program cannot do without."""
    yield CheckResult("cuttings", __version__)
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


def python(running: tuple[int, ...]) -> CheckResult:
    """The version of Python."""
    verdict = CheckOutcome.FINE if running >= PYTHON else CheckOutcome.AMISS
    return CheckResult("Python", ".".join(map(str, running)), verdict)


def package(name: str) -> CheckResult:
    """The version of a package that the program needs."""
    try:
        found = version(name)
    except PackageNotFoundError:
        return CheckResult(name, "is not installed", CheckOutcome.AMISS, "install the program again")
    parts = tuple(int(part) for part in found.split(".")[:2] if part.isdecimal())
    oldest = ".".join(map(str, NEEDED[name]))
    if parts < NEEDED[name]:
        return CheckResult(name, found, CheckOutcome.AMISS, f"{oldest} is needed")
    return CheckResult(name, found)


def sqlite(running: tuple[int, ...]) -> CheckResult:
    """The version of SQLite."""
    found = ".".join(map(str, running))
    return (
        CheckResult("SQLite", found)
        if running >= SQLITE
        else CheckResult("SQLite", found, CheckOutcome.AMISS)
    )


def writable(what: str, folder: Path) -> CheckResult:
    """Whether that folder, or the nearest one above it that is there, can be written to."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return CheckResult(what, str(folder) if there == folder else f"{folder}, made when it is needed")
    verdict = CheckOutcome.NOTE if what == "configuration" else CheckOutcome.AMISS
    return CheckResult(what, str(folder), verdict, f"{there} cannot be written to")


def journal(folder: Path) -> CheckResult:
    """Whether SQLite can keep a write-ahead log where the indexes lie: network drives often cannot."""
    what = "writing while others read"
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
    try:
        with (
            TemporaryDirectory(dir=there, prefix="cuttings-") as made,
            closing(sqlite3.connect(Path(made) / "try.db")) as connection,
        ):
            (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except (OSError, sqlite3.Error) as error:
        return CheckResult(what, f"cannot be tried: {error}", CheckOutcome.NOTE)
    if mode != "wal":
        return CheckResult(what, f"no: {mode}", CheckOutcome.NOTE, f"{there} may be a network drive")
    return CheckResult(what, "yes")


def configuration(file: Path) -> CheckResult:
    """Whether the configuration can be obeyed."""
    from tui.keymap_validation import load_validated

    _, problems = load_validated(file)
    if problems:
        told = f"{len(problems)} of its settings cannot be" if len(problems) > 1 else "a setting cannot be"
        return CheckResult("config.toml", told, CheckOutcome.AMISS, "cuttings config check tells which")
    return CheckResult("config.toml", "nothing amiss" if file.exists() else "not there, which is fine")
