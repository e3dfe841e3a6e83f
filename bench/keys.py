"""How long a key takes to be seen in the list and in the article: until the screen begins to change.

python -m bench.keys [FOLDER]    without a folder, the seed library
"""

from __future__ import annotations

import sys
import tempfile
from statistics import median, quantiles

from bench.figure import Figure
from bench.startup import FIRST_WORDS, ROOT, own_home
from bench.terminal import Terminal

ROUNDS = 40
PANES = {"list": "1", "article": "2"}


def main() -> None:
    """Press j and k in turn, so that there is always something to move."""
    paths = sys.argv[1:] or [str(ROOT / "seeds")]
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(
            [sys.executable, "-m", "tui", *paths],
            environment=own_home(home, str(ROOT)),
        ) as terminal,
    ):
        terminal.seconds_until(FIRST_WORDS)
        terminal.settle()
        for pane, key in PANES.items():
            terminal.seconds_after(key)
            taken = [1000 * terminal.seconds_after(move) for _ in range(ROUNDS) for move in "jk"]
            print(Figure(f"a key in the {pane}, median", median(taken), "ms", 8))
            print(Figure(f"a key in the {pane}, 95th percentile", quantiles(taken, n=20)[-1], "ms", 16))


if __name__ == "__main__":
    main()
