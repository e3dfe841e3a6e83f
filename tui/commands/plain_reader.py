"""Reading line by line: what is typed is answered in whole lines, for screen readers and for pipes.

No colour, no cursor movement, nothing drawn anew: what has been said stays said.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tui.commands.plain_commands import PlainSession, answer, first_words
from tui.library.ports.articles import Articles
from tui.library.service.folder_library import open_library
from tui.present.plain_words import count_of

PATIENCE = 5.0
"""Seconds between two words about how far the indexing is."""


def read(paths: Sequence[Path], *, sample: bool) -> int:
    """Answer lines from standard input until `quit` or their end."""
    with closing(open_library(paths, name="Sample library" if sample else None)) as library:
        _say(_followed(library.update(), library))
        reading: PlainSession | None = PlainSession(library)
        _say(first_words(library))
        for line in _typed():
            assert reading is not None
            reading, words = answer(reading, line)
            _say(words)
            if reading is None:
                break
    return 0


def _typed() -> Iterator[str]:
    """The lines that are typed; a person at a terminal is shown where."""
    asks = sys.stdin.isatty()
    while True:
        if asks:
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _followed(steps: Iterable[tuple[int, int]], library: Articles) -> Iterator[str]:
    told = time.monotonic()
    for done, total in steps:
        if time.monotonic() - told > PATIENCE:
            told = time.monotonic()
            articles = count_of(library.counts().articles, "article")
            yield f"Reading articles: {done:,} of {count_of(total, 'file')}, {articles} so far."
