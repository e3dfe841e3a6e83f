"""Running the command as a user does: in this process, or in one of its own where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

import pytest

from tui.__main__ import main

ROOT = Path(__file__).parents[2]
Stream = int | IO[bytes] | IO[str] | None
Start = Callable[..., "subprocess.Popen[bytes]"]
Tell = Callable[..., "subprocess.CompletedProcess[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has just installed the program."""
    home = str(tmp_path / "home")
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
    path = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return {**own, **path}


@pytest.fixture
def tell(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Tell:
    """Run `cuttings` in this process: what it wrote, and its exit code."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)

    def told(*words: str) -> subprocess.CompletedProcess[str]:
        code = main(words)
        written, said = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, written, said)

    return told


@pytest.fixture
def start(environment: dict[str, str]) -> Start:
    """Start `cuttings` with those words, in the checkout."""

    def started(
        words: Sequence[str],
        *,
        stdin: Stream = subprocess.DEVNULL,
        stdout: Stream = subprocess.PIPE,
        stderr: Stream = subprocess.PIPE,
        also: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "tui", *words],
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            cwd=cwd,
            env={**environment, **(also or {})},
        )

    return started


@pytest.fixture
def run(start: Start) -> Run:
    """Run `cuttings` to its end: what it wrote, and its exit code."""

    def ran(
        *words: str,
        given: str | None = None,
        together: bool = False,
        also: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
    ) -> subprocess.CompletedProcess[str]:
        stdin = subprocess.DEVNULL if given is None else subprocess.PIPE
        stderr = subprocess.STDOUT if together else subprocess.PIPE
        with start(words, stdin=stdin, stderr=stderr, also=also, cwd=cwd) as program:
            written, said = program.communicate(None if given is None else given.encode(), timeout=120)
        return subprocess.CompletedProcess(
            words, program.returncode, written.decode(), None if said is None else said.decode()
        )

    return ran
