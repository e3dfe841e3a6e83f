"""How long a person waits: `cuttings --help`, and the first paint beside a minimal Textual app.

    python -m bench.startup [--wheel] [--runs N]

With --wheel the program is measured as a user has it: a wheel is built and installed in a virtualenv
of its own. The first paint is timed through a pseudo-terminal, in turns with the minimal app, so that
both see the same machine; the ratio of the medians is what counts. The very first start, which makes
the index and compiles the program, is not among them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figure import Figure
from bench.terminal import Terminal

ROOT = Path(__file__).parents[1]
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("a minimal app")
Minimal().run()
"""
FIRST_WORDS = "devolution|council|Osborne"
"""Some word of the first article: then the reader has painted what it is for."""


def figures(python: str, runs: int, sources: str) -> Iterator[Figure]:
    """Each figure of a start-up; `sources` is where that Python finds the program if it is not installed."""
    with tempfile.TemporaryDirectory() as home:
        environment = own_home(home, sources)
        yield Figure("cuttings --help, first byte", _help_seconds(python, runs, environment), "s", 0.15)
        reader, minimal = [], []
        for _ in range(runs + 1):
            reader.append(_painted([python, "-m", "tui", str(ROOT / "seeds")], FIRST_WORDS, environment))
            minimal.append(_painted([python, "-c", MINIMAL], "a minimal app", environment))
    ours, theirs = (median(seconds for seconds, _ in measured[1:]) for measured in (reader, minimal))
    what = f"first paint ({1000 * ours:.0f} ms) / minimal app ({1000 * theirs:.0f} ms)"
    yield Figure(what, ours / theirs, "x", 1.25)
    ours, theirs = (median(memory for _, memory in measured[1:]) for measured in (reader, minimal))
    yield Figure(f"peak memory ({ours:.0f} MB) / minimal app ({theirs:.0f} MB)", ours / theirs, "x", 1.3)


def own_home(folder: str, sources: str = "") -> dict[str, str]:
    """The environment of a user who has nothing configured, and whose Python keeps what it has compiled."""
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
    return {**homes, "PYTHONPATH": sources, "PYTHONDONTWRITEBYTECODE": ""}


def _help_seconds(python: str, runs: int, environment: dict[str, str]) -> float:
    """Median seconds from the start of the process to the first byte of its help."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        with subprocess.Popen(
            [python, "-m", "tui", "--help"],
            stdout=subprocess.PIPE,
            cwd=environment["HOME"],
            env={**os.environ, **environment},
        ) as program:
            assert program.stdout is not None
            program.stdout.read(1)
            taken.append(time.perf_counter() - began)
            program.stdout.read()
    return median(taken)


def _painted(command: list[str], words: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to those words, and megabytes held by then."""
    with Terminal(command, environment=environment, folder=environment["HOME"]) as terminal:
        return terminal.seconds_until(words), terminal.peak_megabytes()


def _installed(folder: str) -> str:
    """The interpreter of a fresh virtualenv that has the program from a wheel."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = Path(folder).glob("*.whl")
    home = Path(folder, "venv")
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return python


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="start-up")
    options.add_argument("--wheel", action="store_true", help="measure an installed wheel")
    options.add_argument("--runs", type=int, default=9)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python, sources = (_installed(folder), "") if chosen.wheel else (sys.executable, str(ROOT))
        for figure in figures(python, chosen.runs, sources):
            print(figure)


if __name__ == "__main__":
    main()
