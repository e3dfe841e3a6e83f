"""`cuttings config`: where everything lies, what is in force and why, and what is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui import app_paths, config
from tui.commands import json_output
from tui.commands.terminal_output import print_table
from tui.config import Config
from tui.keymap import KEYS, key_label, with_overrides
from tui.keymap_validation import load_validated
from tui.library.core.text_cleaning import clean_line
from tui.library.user import ui_preferences
from tui.model.problem import Problem

DEFAULT = "default"


class Setting(NamedTuple):
    """One setting as it is in force, and where it comes from."""

    name: str
    value: str
    source: str


def run(options: argparse.Namespace) -> int:
    """Show what is in force; with `check`, every problem, and exit code 2 if there is one."""
    file = app_paths.config_file()
    settings, problems = load_validated(file)
    problems = tuple(sorted((*problems, *_amiss(settings, file)), key=_order))
    if options.check:
        return _told(problems, file)
    in_force = [*_places(file), *_settings(settings, file), *_keys(settings, file)]
    if options.json:
        sys.stdout.writelines(json_output.json_line(setting._asdict()) for setting in in_force)
    else:
        print_table(("setting", "value", "from"), in_force)
    for problem in problems:
        sys.stderr.write(_line(problem))
    return 0


def _told(problems: tuple[Problem, ...], file: Path) -> int:
    sys.stdout.writelines(map(_line, problems))
    if not problems:
        sys.stdout.write(f"{file}: {'nothing amiss' if file.exists() else 'not there, which is fine'}\n")
    return 2 if problems else 0


def _order(problem: Problem) -> tuple[str, int]:
    path, _, line = problem.path.rpartition(":")
    return (path, int(line)) if line.isdecimal() else (problem.path, 0)


def _line(problem: Problem) -> str:
    """One problem as compilers write theirs: `file:line: key: what is wrong`."""
    return clean_line(f"{problem.path}: {problem.words} {problem.remedy}").rstrip() + "\n"


def _places(file: Path) -> Iterator[Setting]:
    there = "" if file.exists() else "not there: every setting is as it comes"
    yield Setting("config.toml", str(file), there or "read")
    yield Setting("your themes", str(_own_themes()), _by("XDG_CONFIG_HOME"))
    yield Setting("your marks", str(app_paths.data_home()), _by("XDG_DATA_HOME"))
    yield Setting("the index", str(app_paths.cache_home()), _by("XDG_CACHE_HOME"))


def _by(variable: str) -> str:
    return variable if Path(os.environ.get(variable, "")).is_absolute() else DEFAULT


def _own_themes() -> Path:
    return app_paths.config_home() / "themes"


def _settings(settings: Config, file: Path) -> Iterator[Setting]:
    worn = ui_preferences.with_preferences(settings, app_paths.data_home() / ui_preferences.FILE_NAME)
    for name in ("library", "theme", "glyphs", "measure", "watch", "follow_links"):
        value = getattr(worn, name)
        source = "chosen while reading" if value != getattr(settings, name) else _source(file, settings, name)
        words = "the sample" if value is None else str(value)
        yield Setting(name, words.lower() if isinstance(value, bool) else words, source)
    for fact, field in settings.map.items():
        yield Setting(f"map.{fact}", field, _source(file, settings, "map"))


def _source(file: Path, settings: Config, *names: str) -> str:
    """The line of config.toml that says so; "default" where it says nothing, or nothing that can be."""
    said = names[1] in settings.keys if names[0] == "keys" else _said(settings, names[0])
    line = config.line_of(file, *names) if said else 0
    return f"config.toml, line {line}" if line else DEFAULT


def _said(settings: Config, name: str) -> bool:
    return bool(getattr(settings, name) != getattr(Config(), name))


def _keys(settings: Config, file: Path) -> Iterator[Setting]:
    for entry in with_overrides(KEYS, settings.keys):
        keys = " ".join(key_label(key) for key in entry.keys) or "none"
        yield Setting(f"keys.{entry.action}", keys, _source(file, settings, "keys", entry.action))


def _amiss(settings: Config, file: Path) -> Iterator[Problem]:
    """What is wrong outside the file: a library that is not there, a theme that is none."""
    from tui.theme import read_theme, theme_files

    if settings.library is not None and not settings.library.exists():
        yield config.problem_in(file, ("library",), f"there is no file or folder {settings.library}", "", "")
    themes = theme_files((app_paths.shipped("themes"), _own_themes()))
    if settings.theme not in themes:
        known = f"There are {', '.join(sorted(themes))}."
        yield config.problem_in(file, ("theme",), f"there is no theme called “{settings.theme}”", known)
    for path in themes.values():
        if path.parent == _own_themes():
            yield from read_theme(path)[1]
