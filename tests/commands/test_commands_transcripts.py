"""What the commands print, held by transcripts: those of golden/ and the examples of the README.

A transcript is `$ cuttings …` and what it prints, errors among it; `[1]` after it is an exit code other than
0, and in the README … on a line of its own stands for any lines. All run in the checkout, in a shell.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.txt"))
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


def _examples() -> list[tuple[str, str]]:
    """Each command of the README with what it is said to print."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return [example for block in _CONSOLE.findall(readme) for example in _told(block)]


def _told(transcript: str) -> list[tuple[str, str]]:
    _, *parts = _COMMAND.split(transcript)
    return list(zip(parts[::2], parts[1::2], strict=True))


def _shown(command: str, environment: dict[str, str], folder: Path) -> str:
    """What a terminal would show."""
    program = folder / "cuttings"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{folder}:{environment['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env={**environment, "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + (f"[{done.returncode}]\n" if done.returncode else "")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_commands_print_what_the_golden_transcripts_show(
    path: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    for command, printed in _told(path.read_text(encoding="utf-8")):
        assert _shown(command, environment, tmp_path) == printed


@pytest.mark.parametrize(("command", "printed"), _examples(), ids=lambda words: words[:40].strip())
def test_the_examples_of_the_readme_are_true(
    command: str, printed: str, environment: dict[str, str], tmp_path: Path
) -> None:
    wanted = ".*".join(map(re.escape, re.split(r"^…\n", printed.rstrip() + "\n", flags=re.MULTILINE)))
    shown = _shown(command, environment, tmp_path).rstrip() + "\n"
    assert re.fullmatch(wanted, shown, flags=re.DOTALL)


def test_there_are_transcripts_and_examples() -> None:
    assert GOLDEN
    assert len(_examples()) >= 5
