"""How long a person waits: `cuttings --help`, and the first paint beside a minimal Textual app.

    python -m bench.startup [--wheel] [--runs N]

With --wheel the program is measured as a user has it: a wheel is built and installed in a virtualenv
of its own. The first paint is timed through a pseudo-terminal, in turns with the minimal app, so that
both see the same machine; the ratio of the medians is what counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from importlib.util import find_spec
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


def figures(python: str, runs: int) -> Iterator[Figure]:
    """Each figure of a start-up with that interpreter."""
    yield Figure("cuttings --help, first byte", help_seconds(python, runs), "s", 0.15)
    if find_spec("tui.app") is None:
        return
    reader, minimal = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(runs):
            reader.append(_painted([python, "-m", "tui"], FIRST_WORDS, home))
            minimal.append(_painted([python, "-c", MINIMAL], "a minimal app", home))
    ours, theirs = (median(seconds for seconds, _ in measured) for measured in (reader, minimal))
    yield Figure(
        f"first paint ({1000 * ours:.0f} ms) / minimal app ({1000 * theirs:.0f} ms)", ours / theirs, "x", 1.25
    )
    ours, theirs = (median(memory for _, memory in measured) for measured in (reader, minimal))
    yield Figure(f"peak memory ({ours:.0f} MB) / minimal app ({theirs:.0f} MB)", ours / theirs, "x", 1.3)


def help_seconds(python: str, runs: int) -> float:
    """Median seconds from the start of the process to the first byte of its help."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        with subprocess.Popen([python, "-m", "tui", "--help"], stdout=subprocess.PIPE, cwd=ROOT) as program:
            assert program.stdout is not None
            program.stdout.read(1)
            taken.append(time.perf_counter() - began)
            program.stdout.read()
    return median(taken)


def own_home(folder: str) -> dict[str, str]:
    """The environment of a user who has nothing configured and nothing indexed."""
    return dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)


def _painted(command: list[str], words: str, home: str) -> tuple[float, float]:
    """Seconds to those words, and megabytes held by then."""
    with Terminal(command, environment=own_home(home)) as terminal:
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
        python = _installed(folder) if chosen.wheel else sys.executable
        for figure in figures(python, chosen.runs):
            print(figure)


if __name__ == "__main__":
    main()
