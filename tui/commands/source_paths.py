"""Which articles are meant: the paths on the command line, else the configured library, else the seeds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui import config
from tui.app_paths import config_file, shipped
from tui.commands.guard import UsageError, report
from tui.commands.help_text import COMMANDS

STDIN = "-"
"""The path that stands for standard input."""


class ChosenPaths(NamedTuple):
    """Folders and files that exist; `sample` says that they are the articles shipped with the program."""

    paths: tuple[Path, ...]
    sample: bool = False


def chosen_paths(words: Sequence[str]) -> ChosenPaths:
    """The paths that the words name; without words, what the configuration names, else the seeds."""
    seeds = shipped("seeds")
    if words:
        paths = tuple(existing_path(word) for word in words)
        return ChosenPaths(paths, sample=len(paths) == 1 and paths[0].resolve() == seeds.resolve())
    configuration, problems = config.load_config(config_file())
    for problem in problems:
        report(problem)
    if configuration.library is None:
        return ChosenPaths((seeds,), sample=True)
    if not configuration.library.exists():
        raise UsageError(f"the library that {config_file()} names is not there: {configuration.library}")
    return ChosenPaths((configuration.library,))


def existing_path(word: str) -> Path:
    """The path, which has to exist."""
    path = Path(word)
    if not path.exists():
        raise UsageError(f"there is no file or folder {word!r}")
    return path


def refuse_unknown(words: Sequence[str]) -> None:
    """Refuse options that the reader doesn't know, and a misspelt command with the one it resembles."""
    options = [word for word in words if word.startswith("-") and word != "--"]
    if options and "--" not in words[: words.index(options[0])]:
        raise UsageError(f"there is no option {options[0]} here (cuttings --help)")
    if words and not Path(words[0]).exists():
        near = _nearest_command(words[0])
        if near:
            raise UsageError(f"there is no command, file or folder {words[0]!r}; did you mean {near!r}?")


def _nearest_command(word: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word.lower(), list(COMMANDS), scorer=OSA.normalized_similarity, score_cutoff=0.6
    )
    return found[0] if found else None
