"""What annotating an article costs: milliseconds of the processor, and the memory of the whole command.

python -m bench.annotate [FOLDER]    without a folder, the seed library
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from bench.figure import Figure
from tui.app_paths import shipped
from tui.extract.annotate import annotate
from tui.library.ingest.read_file import articles
from tui.model.article import Article

ROUNDS = 15


def main() -> None:
    """Annotate all articles again and again; the first round warms up."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else shipped("seeds")
    found = [item for item in articles([folder]) if isinstance(item, Article)]
    rounds = [_seconds(found) for _ in range(ROUNDS + 1)][1:]
    print(
        Figure(
            f"annotate, an article (median of {ROUNDS} rounds)", 1000 * median(rounds) / len(found), "ms", 10
        )
    )
    print(Figure("annotate, peak memory of the command", _megabytes(folder), "MB", 40))


def _seconds(found: list[Article]) -> float:
    began = time.process_time()
    for article in found:
        annotate(article)
    return time.process_time() - began


def _megabytes(folder: Path) -> float:
    command = [sys.executable, "-m", "tui", "annotate", "--json", str(folder)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
