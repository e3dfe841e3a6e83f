"""How long a panel takes to be seen, to go again at escape, and the program to end.

python -m bench.panels [FOLDER]    without a folder, the seed library
"""

from __future__ import annotations

import sys
import tempfile
from statistics import median

from bench.figure import Figure
from bench.startup import FIRST_WORDS, ROOT, own_home
from bench.terminal import Terminal

ROUNDS = 12
PANELS = {"quick search": "s", "every key": "?", "who said it": "c", "why this speaker": "e"}
QUIET = 0.2
"""Seconds of silence after which everything is drawn: more than an escape is waited for."""


def main() -> None:
    """Open and close each panel, then leave."""
    words = [sys.executable, "-m", "tui", *sys.argv[1:]]
    with tempfile.TemporaryDirectory() as home:
        with Terminal(words, size=(140, 40), environment=own_home(home, str(ROOT))) as terminal:
            terminal.seconds_until(FIRST_WORDS)
            terminal.settle(1)
            closed = []
            for name, key in PANELS.items():
                opened = []
                for _ in range(ROUNDS):
                    opened.append(1000 * terminal.seconds_after(key, QUIET))
                    closed.append(1000 * terminal.seconds_after("\x1b", QUIET))
                print(Figure(f"{name} opens, median of {ROUNDS}", median(opened), "ms", 40))
            print(Figure(f"a lone escape, median of {len(closed)}", median(closed), "ms", 40))
        left = []
        for _ in range(5):
            with Terminal(words, size=(140, 40), environment=own_home(home, str(ROOT))) as terminal:
                terminal.seconds_until(FIRST_WORDS)
                terminal.settle(1)
                left.append(1000 * terminal.seconds_to_end("q"))
        print(Figure(f"q until the process has ended, median of {len(left)}", median(left), "ms", 150))


if __name__ == "__main__":
    main()
